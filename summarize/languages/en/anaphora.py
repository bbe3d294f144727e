"""What points back to the sentence before it: a pronoun or a connective at the head, a speaker called by one."""

from __future__ import annotations

import re

from summarize.languages.en.calendar import MONTH_FULL, PART_OF_DAY, PERIOD, WEEKDAY_FULL
from summarize.languages.reference import Anaphora

NOW = rf"(?:{PERIOD}|morning|afternoon|evening|{WEEKDAY_FULL}|{MONTH_FULL})\b"
UNIT = r"(?:moment|second|minute|hour|day|week|fortnight|month|year|decade)s?"
COUNT = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|few|many|half|just|only|about|some|barely)"
)
NUMBER = r"\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds"
# "The comments come amid a debate": said of what has just been told.
REMARK = (
    r"(?:comments?|remarks?|statement|announcement|move|moves|decision|revelations?|disclosures?|tweets?|warning|"
    r"appeal|letter|"
    r"findings?|allegations?|accusations?|development|news|latest \w+)"
)
BE = r"(?:['’]s| is| was| has been| had been| will be| would be| remains?| remained| became)"
VERB = r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|did|do|does|said|says?|died|survived)"
CLAUSE = r"(?:that|whether|how|why|who|what|when|where|if|exactly|immediately)"
POINTER = r"(?:this|that|these|those|them|it|him)\b"
# What begins like a pronoun or a connective and yet needs nothing before it.
STANDS = (
    rf"(?-i:US|IT)\b|this (?:past |coming )?{NOW}|these days\b|"
    r"(?:\w+ (?:of )?)?those (?:who|whose|with|without|on board|aboard|still|living|killed|dead|injured|hurt|wounded|"
    r"missing|arrested|affected|involved|responsible|present)\b|"
    r"(?:his|her|their) (?-i:Majest|Holiness|Excellenc|Eminence|Honou?r|Royal|Imperial|Highness)|"
    rf"so (?:far|many|much|few)\b|now (?:aged )?\d|(?:instead|as a result|at the time) of (?!{POINTER})|"
    rf"in (?:addition|response) to (?!{POINTER})|(?:in|by) contrast (?:to|with) (?!{POINTER})|in return for\b|"
    r"there(?:['’]s| (?:also |still |now )?(?:is|are|was|were|has|have|had|will|would|could|may|might|can|must|should|"
    r"comes?|came|goes|remains?|remained|seems?|seemed|used)\b| (?:is|are|was|were|has|have|had)n['’]t\b)|"
    r"the (?:two|three) (?-i:[A-Z])|the (?:pair|couple) of (?!them\b)"
)
# "It is not clear whether", "It emerged that", "It was the captain who", "It took the jury two hours to".
EMPTY_IT = (
    rf"it{BE}(?: (?:still|now|not|yet|also|immediately|widely|even))* (?:"
    r"the first|(?:un)?clear|unknown|(?<=not )known|(?<=not yet )known|expected|to be seen|"
    r"(?:(?:il)?legal|hard|difficult|easy|possible|impossible|necessary|important|vital|wrong|right|"
    r"too (?:early|late|soon)) (?:for [^,.;]{1,40} )?to|"
    rf"(?:\w+ )?(?:un|in|im)?(?:known|certain|likely|possible|evident|obvious|true|thought|believed|feared|hoped|"
    rf"understood|reported|announced|confirmed|revealed|agreed|decided|estimated|claimed|alleged|said) {CLAUSE})\b|"
    rf"it (?:emerged|transpired|turned out|appears|appeared|seems|seemed) {CLAUSE}\b|"
    r"it (?:is|was) (?:the |(?-i:[A-Z]))[^,.;:]{1,40}? who\b|"
    rf"it (?:took|takes|has taken|had taken|will take|would take)(?: [^\s,.;]+){{0,4}} {UNIT}(?: [^\s,.;]+){{0,3}} "
    r"(?:for|to|before|until)\b"
)
PRONOUN = r"(?:he|she|they|him|her|his|hers|their|theirs|its|them|it|it['’]s|this|that|these|those|such)"
CONNECTIVE = (
    r"(?:but|and|or|so|yet|nor|however|also|still|then|thus|hence|therefore|meanwhile|instead|moreover|furthermore|"
    r"besides(?=,)|likewise|similarly|nevertheless|nonetheless|otherwise|consequently|accordingly|afterwards?|"
    r"(?:later|earlier)(?= on\b|,| that\b| in the day\b)|elsewhere|here|there|"
    rf"(?:{COUNT} )*{UNIT} (?:later|earlier)(?! than\b| this\b)|"
    rf"the (?:next|following|previous) (?:{PART_OF_DAY}|{PERIOD})|"
    rf"the (?:first|second|third|former)(?=,| {VERB}\b)|"
    r"the (?:latter|same|other|others|two|three|pair|duo|couple)|another|others|"
    rf"(?:at least |about |some )?(?:{NUMBER}) (?:more|others?)\b(?! than)|an? (?:further|additional) (?:{NUMBER})\b|"
    rf"the {REMARK}(?: by [^,.;]{{1,60}}(?:,[^,.;]{{1,80}},)?)?,? (?:comes?|came|follow(?:s|ed)?)\b|"
    rf"(?:both|neither|either)(?= (?:of|men|women|sides|{VERB})\b)|"
    r"in addition|in response|in return|in contrast|by contrast|as a result|as such|for (?:example|instance)|"
    r"on the other hand|at the time|at the same time|until then|by then|since then|only then|even (?:so|then)|"
    r"in turn|in fact|indeed|of course|now|if (?:so|not)(?=,)|yeah|yep|nope|(?:yes|no|oh|well|ok|okay|sure)(?=,)|"
    rf"(?:(?:at least|about|some|nearly|almost|up to|more than) )?\w+ of (?:which|whom|{POINTER}(?! {NOW}))|"
    r"(?:in|on|at|for|to|with|without|from|by|after|before|since|until|during|despite|under|like|unlike|following|"
    rf"among|amongst|between|of|because of) (?:(?:this|that)(?! (?:{NOW}|night\b|day\b))|these|those)|"
    r"(?:for|with|without|from|of|among|amongst|between|behind|beside|alongside|against|unlike) (?:him|them|it))"
)
HEAD = re.compile(rf"^[\W_]*+(?!{STANDS}|{EMPTY_IT})(?:{PRONOUN}|{CONNECTIVE})\b(?!-)", re.IGNORECASE)
# "On the bright side, she had a year to pay": what opens the sentence names nobody that "she" could be.
LATER_WORDS = rf"(?: (?:[^\WA-Z][\w'’-]*|{WEEKDAY_FULL}|{MONTH_FULL})){{0,7}},"
LATE_PRONOUN = re.compile(rf"^[\W_]*+\w+{LATER_WORDS} (?:he|she|they)\b")
# "The captain, his wife and a mate" does name somebody, so for a possessive it has to be an adverbial.
LATE_POSSESSIVE = re.compile(
    r"^[\W_]*+(?:In|On|At|After|Before|During|Since|Until|For|From|By|With|Without|Under|Despite|Following|As|"
    r"When|While|"
    rf"Once|Because|Although|Though|If|Thanks|Amid|To|Last|\w+ly|\w+ing){LATER_WORDS} (?:his|her|their)\b"
)
# "On election night he told", "Last year she", "In 2019 they": the same without a comma.
EARLY_SUBJECT = re.compile(
    r"^[\W_]*+(?:Yesterday|Today|Tonight|"
    rf"(?:(?:In|On|At|By|For|During|Since|Until) (?:[a-z]\w* ){{0,3}}|Last )"
    rf"(?:{WEEKDAY_FULL}|{MONTH_FULL}|{PART_OF_DAY}|{PERIOD}s?|years|\d{{4}}|first|last|court|home)) (?:he|she|they)\b"
)
CONTRAST = re.compile(r"^[\W_]*+(?:But\b(?! for\b)|However,|Yet\b(?! another\b)|Not so[,.:])")
# Behind "The captain, it was thought, had gone down with his ship." Not within quotation marks, where somebody answers.
_IT = (
    r"(?:it|that|this|these|those|the (?:claim|report|rumou?r|story|news|hope|plan|prediction|promise|figure|"
    r"estimate)s?)"
)
_UNTRUE = (
    r"(?:(?:simply |just |completely |quite |also )?(?:wrong|false|untrue|incorrect|inaccurate|mistaken|premature|"
    r"unfounded|"
    r"not (?:so|true|the case|to be|correct|right)|a (?:lie|hoax|mistake)|an (?:error|illusion|exaggeration|"
    r"invention)))"
)
_NOT = r"(?:(?:did|do|does|would|will|could|was|were|has|have|had)(?: not|n['’]t)|won['’]t|never)"
RETRACTION = re.compile(
    r"^(?:(?:But|Yet|And yet|However|Alas|Unfortunately|Then),? )?(?:"
    r"or (?:so|at least so) (?:it|he|she|they|we|everyone|everybody|many|most|the [\w-]+(?: [\w-]+)?) "
    r"(?:seem|appear|look|thought|believed|hoped|said|claimed|assumed)|"
    rf"{_IT} (?:(?:has |have )?(?:now |since |later |soon |all |quickly )*"
    rf"(?:(?:is|are|was|were|prove[ds]?|proven|shown|found|turned out|turns out|been|would prove)(?: to be)? ){{1,2}}"
    rf"{_UNTRUE})\b(?! (?:to|that|of|for|in|on)\b)|"
    rf"(?:it|that|this|neither|none of (?:it|that|this)) {_NOT} (?:happen|last|come (?:true|about|to pass)|"
    rf"materiali[sz]e|"
    r"work out|occur|take place|to be)(?:ed|s)?(?=[.,;:!]|$| that way| as planned)|(?:neither|none of (?:it|that|"
    r"this)) (?:happened|was true|came true)\b|"
    rf"(?:it|that|he|she|they) {_NOT}(?:[.!]|$)|(?:he|she|they|we) (?:was|were) (?:wrong|mistaken)(?:[.,!:]|$)|"
    r"not (?:so|quite|true|any ?more|any longer)(?:[.,!:]|$)|(?:wrong|false)(?:[.!:]|$)|"
    r"(?:(?:all )?(?:that|this|of that|of this)|things|everything) (?:(?:has|have|had|is|are|was|were) )?"
    r"(?:(?:now|since|soon|all|about to|suddenly) )*(?:changed?|went wrong|fell apart)\b(?! hands)|"
    r"(?:it|things|events|(?:the )?reality) (?:has |have )?(?:turned out|proved|went|was|is) (?:quite |very |rather )?"
    r"(?:otherwise|different(?:ly)?)(?:[.,!:]|$)|"
    r"nothing could (?:have been|be) further from the truth|nothing of the (?:sort|kind)|no such luck|"
    r"(?:in fact|in truth|in reality|actually),? the (?:opposite|reverse|contrary)|"
    r"(?:the|quite the|just the) (?:opposite|reverse|contrary)(?: (?:is|was|happened|turned out)\b|[.!])"
    r")",
    re.IGNORECASE,
)
# "He was found later that day": the day was named before, in this sentence or another.
SAME_TIME = re.compile(
    rf"\b(?:(?:earlier|later) (?:in the day|that (?:same )?{PART_OF_DAY})|(?:the|that) same {PART_OF_DAY}|"
    rf"that {PART_OF_DAY}(?=[,.;]))",
    re.IGNORECASE,
)
TIME_NAMED = re.compile(
    rf"\b(?:{WEEKDAY_FULL}|{MONTH_FULL}|\d{{4}}|\d+(?::\d\d)? ?[ap]\.?m|{PART_OF_DAY}|today|yesterday|when|after|"
    rf"before|as|"
    r"while|during|since|until|once|hours?|days?|weekend|dawn|dusk)\b",
    re.IGNORECASE,
)
# "Police said the two were arrested on the quay": two of whom was told before.
SAID_OF_GROUP = re.compile(
    rf"^(?:(?!\b(?:and|two|both|pair|couple|duo|men|women|brothers|sisters|sides|\d+)\b)[^,;:“”\"]){{0,120}}?"
    rf"\b(?:said|says|say|that|told \w+(?: that)?) (?:(?:the (?:two|pair|duo|couple|latter|former|others)|both|"
    rf"neither) {VERB}\b)",
    re.IGNORECASE,
)
SPOKEN_FOR = re.compile(r"^[\W_]*+(?!(?-i:US)\b)(?:we|us|our|i|i['’]m|my|you|your)\b(?!-)", re.IGNORECASE)
PRONOUN_SPEAKER = re.compile(
    r"[,?!.…][\"”’'»]\s*(?:(?:he|she|they|it|we|i)\s+\w+|(?:said|says|added|told|asked|replied|wrote)\s+(?:he|she|"
    r"they)\b)",
    re.IGNORECASE,
)
PRONOUN_ADDED = re.compile(r",\s+(?:he|she|they|it) (?:said|says|added|adds|noted|explained|wrote)\b", re.IGNORECASE)

PERSON_PRONOUN = re.compile(r"\b(?:he|she|him|his|her|hers)\b(?! (?i:majest|holiness|excellenc|honou?r|royal))")
PERSONS = re.compile(
    r"\b(?:people|men|women|children|child|baby|"
    r"infant|toddler|persons?|someone|somebody|anyone|anybody|everyone|everybody|no one|nobody|who|whoever|one|"
    r"another|each|"
    r"couple|\w+(?:man|woman|men|women)|\d+-year-olds?|[a-z]+-year-olds?|I|you|we)\b",
    re.IGNORECASE,
)

ANAPHORA = Anaphora(
    head=HEAD,
    late_pronoun=LATE_PRONOUN,
    late_possessive=LATE_POSSESSIVE,
    early_subject=EARLY_SUBJECT,
    same_time=SAME_TIME,
    time_named=TIME_NAMED,
    said_of_group=SAID_OF_GROUP,
    spoken_for=SPOKEN_FOR,
    pronoun_speaker=PRONOUN_SPEAKER,
    pronoun_added=PRONOUN_ADDED,
    person_pronoun=PERSON_PRONOUN,
    persons=PERSONS,
    contrast=CONTRAST,
    retraction=RETRACTION,
    elided=re.compile(r"(?:tis|twas|em|til|cause|tween)\b", re.IGNORECASE),
)
