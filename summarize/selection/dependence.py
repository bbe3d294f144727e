"""Sentences that lean on the one before them: a pronoun or a connective at their head, or a quotation cut loose.

Such a sentence says little, or something else, when its antecedent is missing. The words are English; in other
languages only such quotations are held to lean.
"""

from __future__ import annotations

import re

_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_PERIOD = r"(?:weekend|week|fortnight|month|quarter|season|spring|summer|autumn|winter|year|decade|century)"
_PART = r"(?:morning|noon|afternoon|evening|night|midnight|day)"
_NOW = rf"(?:{_PERIOD}|morning|afternoon|evening|{_DAY}|{_MONTH})\b"
_UNIT = r"(?:moment|second|minute|hour|day|week|fortnight|month|year|decade)s?"
_COUNT = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|few|many|half|just|only|about|some|barely)"
)
_BE = r"(?:['’]s| is| was| has been| had been| will be| would be| remains?| remained| became)"
_VERB = r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|did|do|does|said|says?|died|survived)"
_CLAUSE = r"(?:that|whether|how|why|who|what|when|where|if|exactly|immediately)"
_POINTER = r"(?:this|that|these|those|them|it|him)\b"

# What begins like a pronoun or a connective and yet needs nothing before it.
_STANDS = (
    rf"(?-i:US|IT)\b|this (?:past |coming )?{_NOW}|these days\b|"
    r"(?:\w+ (?:of )?)?those (?:who|whose|with|without|on board|aboard|still|living|killed|dead|injured|hurt|wounded|"
    r"missing|arrested|affected|involved|responsible|present)\b|"
    r"(?:his|her|their) (?-i:Majest|Holiness|Excellenc|Eminence|Honou?r|Royal|Imperial|Highness)|"
    rf"so (?:far|many|much|few)\b|now (?:aged )?\d|(?:instead|as a result|at the time) of (?!{_POINTER})|"
    rf"in (?:addition|response) to (?!{_POINTER})|(?:in|by) contrast (?:to|with) (?!{_POINTER})|in return for\b|"
    r"there(?:['’]s| (?:also |still |now )?(?:is|are|was|were|has|have|had|will|would|could|may|might|can|must|should|"
    r"comes?|came|goes|remains?|remained|seems?|seemed|used)\b| (?:is|are|was|were|has|have|had)n['’]t\b)|"
    r"the (?:two|three) (?-i:[A-Z])|the (?:pair|couple) of (?!them\b)"
)
# "It is not clear whether", "It emerged that", "It was the captain who", "It took the jury two hours to".
_EMPTY_IT = (
    rf"it{_BE}(?: (?:still|now|not|yet|also|immediately|widely|even))* (?:"
    r"the first|(?:un)?clear|unknown|(?<=not )known|(?<=not yet )known|expected|to be seen|"
    r"(?:(?:il)?legal|hard|difficult|easy|possible|impossible|necessary|important|vital|wrong|right|"
    r"too (?:early|late|soon)) (?:for [^,.;]{1,40} )?to|"
    rf"(?:\w+ )?(?:un|in|im)?(?:known|certain|likely|possible|evident|obvious|true|thought|believed|feared|hoped|"
    rf"understood|reported|announced|confirmed|revealed|agreed|decided|estimated|claimed|alleged|said) {_CLAUSE})\b|"
    rf"it (?:emerged|transpired|turned out|appears|appeared|seems|seemed) {_CLAUSE}\b|"
    r"it (?:is|was) (?:the |(?-i:[A-Z]))[^,.;:]{1,40}? who\b|"
    rf"it (?:took|takes|has taken|had taken|will take|would take)(?: [^\s,.;]+){{0,4}} {_UNIT}(?: [^\s,.;]+){{0,3}} "
    r"(?:for|to|before|until)\b"
)
_PRONOUN = r"(?:he|she|they|him|her|his|hers|their|theirs|its|them|it|it['’]s|this|that|these|those|such)"
_CONNECTIVE = (
    r"(?:but|and|or|so|yet|nor|however|also|still|then|thus|hence|therefore|meanwhile|instead|moreover|furthermore|"
    r"besides(?=,)|likewise|similarly|nevertheless|nonetheless|otherwise|consequently|accordingly|afterwards?|"
    r"(?:later|earlier)(?= on\b|,| that\b| in the day\b)|elsewhere|here|there|"
    rf"(?:{_COUNT} )*{_UNIT} (?:later|earlier)(?! than\b| this\b)|"
    rf"the (?:next|following|previous) (?:{_PART}|{_PERIOD})|"
    rf"the (?:first|second|third|former)(?=,| {_VERB}\b)|"
    r"the (?:latter|same|other|others|two|three|pair|duo|couple)|another|others|"
    rf"(?:both|neither|either)(?= (?:of|men|women|sides|{_VERB})\b)|"
    r"in addition|in response|in return|in contrast|by contrast|as a result|as such|for (?:example|instance)|"
    r"on the other hand|at the time|at the same time|until then|by then|since then|only then|even (?:so|then)|"
    r"in turn|in fact|indeed|of course|now|if (?:so|not)(?=,)|yeah|yep|nope|(?:yes|no|oh|well|ok|okay|sure)(?=,)|"
    rf"(?:(?:at least|about|some|nearly|almost|up to|more than) )?\w+ of (?:which|whom|{_POINTER}(?! {_NOW}))|"
    r"(?:in|on|at|for|to|with|without|from|by|after|before|since|until|during|despite|under|like|unlike|following|"
    rf"among|amongst|between|of|because of) (?:(?:this|that)(?! (?:{_NOW}|night\b|day\b))|these|those)|"
    r"(?:for|with|without|from|of|among|amongst|between|behind|beside|alongside|against|unlike) (?:him|them|it))"
)
_HEAD = re.compile(rf"^[\W_]*(?!{_STANDS}|{_EMPTY_IT})(?:{_PRONOUN}|{_CONNECTIVE})\b(?!-)", re.IGNORECASE)

# "On the bright side, she had a year to pay": what opens the sentence names nobody that "she" could be.
_LATER_WORDS = rf"(?: (?:[^\WA-Z][\w'’-]*|{_DAY}|{_MONTH})){{0,7}},"
_LATE_PRONOUN = re.compile(rf"^[\W_]*\w+{_LATER_WORDS} (?:he|she|they)\b")
# "The captain, his wife and a mate" does name somebody, so for a possessive it has to be an adverbial.
_LATE_POSSESSIVE = re.compile(
    r"^[\W_]*(?:In|On|At|After|Before|During|Since|Until|For|From|By|With|Without|Under|Despite|Following|As|When|While|"
    rf"Once|Because|Although|Though|If|Thanks|Amid|To|Last|\w+ly|\w+ing){_LATER_WORDS} (?:his|her|their)\b"
)
# "On election night he told", "Last year she", "In 2019 they": the same without a comma.
_EARLY_SUBJECT = re.compile(
    r"^[\W_]*(?:Yesterday|Today|Tonight|"
    rf"(?:(?:In|On|At|By|For|During|Since|Until) (?:[a-z]\w* ){{0,3}}|Last )"
    rf"(?:{_DAY}|{_MONTH}|{_PART}|{_PERIOD}s?|years|\d{{4}}|first|last|court|home)) (?:he|she|they)\b"
)

_CONTRAST = re.compile(r"^[\W_]*(?:But\b(?! for\b)|However,|Yet\b(?! another\b)|Not so[,.:])")

_SPOKEN_FOR = re.compile(r"^[\W_]*(?!(?-i:US)\b)(?:we|us|our|i|i['’]m|my|you|your)\b(?!-)", re.IGNORECASE)
_QUOTED = re.compile(r"^\W*[\"“«„'‘].*[\"”»'’]\W*\w", re.DOTALL)
_PRONOUN_SPEAKER = re.compile(
    r"[,?!.…][\"”’'»]\s*(?:(?:he|she|they|it|we|i)\s+\w+|(?:said|says|added|told|asked|replied|wrote)\s+(?:he|she|they)\b)",
    re.IGNORECASE,
)
_PRONOUN_ADDED = re.compile(r",\s+(?:he|she|they|it) (?:said|says|added|adds|noted|explained|wrote)\b", re.IGNORECASE)
_CLOSING = {'"': '"', "“": "”", "„": "“”", "”": "”", "«": "»", "»": "«", "'": "'’", "‘": "'’"}


def is_context_dependent(text: str) -> bool:
    """Whether a sentence needs the one before it to be understood."""
    return (
        bool(_HEAD.match(text))
        or bool(_LATE_PRONOUN.match(text) or _LATE_POSSESSIVE.match(text) or _EARLY_SUBJECT.match(text))
        or bool(_SPOKEN_FOR.match(text) and not _QUOTED.match(text))
        or bool(_PRONOUN_SPEAKER.search(text))
        or bool(_PRONOUN_ADDED.search(text))
        or _is_speech_alone(text.strip())
        or _is_half_quoted(text)
    )


def is_contrastive(text: str) -> bool:
    """Whether a sentence limits what the one before it says: "But nobody has seen the plan"."""
    return bool(_CONTRAST.match(text))


def _is_speech_alone(text: str) -> bool:
    """Whether all of it is said by somebody it does not name."""
    closing = _CLOSING.get(text[:1])
    inner = text[1:].rstrip(".!?")
    if not closing or not inner.endswith(tuple(closing)):
        return False
    return not re.search(rf"[{closing}],?\s+\w", inner[:-1])


def _is_half_quoted(text: str) -> bool:
    """Whether one of two quotation marks is missing. A mark that opens in one language closes in another."""
    low, high, closing = text.count("„"), text.count("“"), text.count("”")
    opened, closed = (low, high + closing) if low else (high, closing)
    balanced = opened == closed or (opened == 0 and closed % 2 == 0)
    return not balanced or text.count("«") != text.count("»") or text.count('"') % 2 == 1
