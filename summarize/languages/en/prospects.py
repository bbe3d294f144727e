"""What is open as a sentence tells it: yet to come, being tried, not known, not found."""

from __future__ import annotations

import re

from summarize.languages.text import listed
from summarize.languages.unsettled import Prospects

_ADVERB = r"(?:(?:now|still|also|currently|widely|expected|said|thought|\w+ly) )*"
_DUE = (
    r"(?:set|due|scheduled|expected|likely|going|planning|preparing|hoping|poised|about|supposed|slated|ready|"
    r"certain|planned|"
    r"ordered|in line) to\b|"
    r"(?:scheduled|planned|slated|due|expected|set|likely) (?:for|on|in|at|by|next|later|this|tomorrow|today|"
    r"within|before|after|"
    r"early|back|home|\w+day)\b"
)
_COMING = (
    r"(?<!\bI )(?:will|shall|won['’]t)\b|(?<=\w)(?<!\bI)['’]ll\b|"
    rf"(?:is|are|['’]s|['’]re) {_ADVERB}(?:{_DUE}|to (?:be|have|\w{{3,}})\b)|"
    r"(?:plan|hope|expect|aim|intend|threaten|prepare)s? to\b|(?:faces?|facing) (?:an?|up to|the|charges|trial|"
    r"\w+ years|\w+ charges)\b|"
    r"no (?:plans?|intentions?) (?:to|of)\b|(?:plan|proposal|deadline|hearing|vote|trial|meeting) is (?:for|on|in)\b"
)
_WAS_COMING = (
    rf"(?:was|were|been|be) {_ADVERB}(?:{_DUE})|(?:planned|hoped|expected|vowed|promised|agreed|threatened|"
    rf"intended|wants?) to\b|"
    r"would\b(?! have\b)|faced (?:an?|up to|the|charges|trial)\b"
)
_TRYING = (
    r"(?:is|are|was|were|['’]s|['’]re|been|continue[ds]?|still) (?:still |now |being |to be )?(?:search|look|hunt|"
    r"battl|try|"
    r"struggl|rac|wait|await|negotiat|consider|deliberat|decid|investigat|review|fight|work|comb|scour|count|"
    r"discuss|question|"
    r"treat|seek|hold|interview|assess)(?:ing|ed)\b|"
    r"(?:continue[ds]?|still|trying) (?:to )?(?:search|look|hunt|battle|fight|comb|scour|negotiate|deliberate)\b|"
    r"(?:search|hunt|manhunt|rescue|talks|operation|count|investigation)(?:es|s)? (?:\w+ ){0,4}(?:is|are|was|were|"
    r"continue[ds]?|goes|"
    r"went) (?:on\b|continuing|under ?way|ongoing)|\bcontinue[ds]? (?:on|into|through|for)\b|under ?way\b|ongoing\b"
)
_STATE = (
    r"(?:missing|at large|on the run|unaccounted for|trapped|feared dead|hospitali[sz]ed|in (?:a )?(?:critical|"
    r"serious|grave|stable) "
    r"condition|in intensive care|in (?:police )?custody|in hospital|fighting for (?:his|her|their) li(?:fe|ves)|"
    r"unconscious|"
    r"in a coma|closed|unknown|unclear|undecided|unresolved|uncertain|without (?:power|water)|stranded|grounded)"
)
_UNKNOWN = (
    rf"(?:is|are|was|were|remain(?:s|ed)?|still|been|['’]s) (?:still |also |now |reported |reportedly |believed |"
    rf"listed |\w+ )?{_STATE}\b|"
    r"(?:lost|loss of|without) (?:\w+ )?contact\b|"
    r"not (?:yet |immediately |immediately been |yet been |been )?(?:clear|known|determined|decided|found|"
    r"identified|released|"
    r"established|named|confirmed|said (?:when|whether|if|how))\b|"
    r"(?:has|have|had) (?:yet to\b|not (?:yet )?(?:\w+ed|been|said|found|given|made)\b|so far\b)|"
    r"\bno(?: one| body|body)? (?:has|have|had) (?:yet |so far )?(?:been )?(?:claimed|arrested|charged|found|"
    r"identified)\b|"
    r"\bno (?:\w+ )?(?:arrests?|injuries|casualties|deaths|suspects?|claims?|charges|word|signs?|trace|survivors)\b"
)


def _outcome(state: str, end: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(rf"\b(?:{state})\b", re.IGNORECASE), re.compile(rf"\b(?:{end})\b", re.IGNORECASE)


_SUSPECT = (
    r"(?:gunm[ae]n|attackers?|suspects?|killers?|drivers?|robbers?|shooters?|thie(?:f|ves)|m[ae]n|bombers?|"
    r"escapees?|inmates?)"
)
_DEAD = r"dead|died|dies|killed|bod(?:y|ies)|drowned"
OUTCOMES = (
    _outcome(
        r"missing|unaccounted for|not accounted for|search(?:ing|es)?|searched|whereabouts|look(?:ing)? for|"
        r"comb(?:ing)?|"
        r"scour(?:ing)?|no (?:sign|trace|word) of",
        rf"found|located|rescued|recovered|turned up|safe and|alive|washed up|{_DEAD}",
    ),
    _outcome(
        rf"at large|on the run|manhunt|hunt(?:ing)?|hunted|(?:search(?:ing)?|"
        rf"look(?:ing)?) for (?:\w+ ){{0,3}}{_SUSPECT}|"
        r"no arrests?|not (?:yet )?been (?:arrested|caught|found)|fugitive",
        r"arrest(?:ed|s)?|caught|captured|recaptured|detained|surrendered|(?:turned|gave) (?:him|her|them)sel(?:f|"
        r"ves) (?:in|up)|"
        r"(?:taken into|in) custody|shot dead|cornered",
    ),
    _outcome(
        r"critically (?:ill|injured|hurt|wounded)|in (?:a )?(?:critical|serious|grave) condition|intensive care|"
        r"fighting for (?:his|her|their) li(?:fe|ves)|"
        r"life support|in a coma|condition (?:is|was|remains?) (?:unknown|unclear|not known)",
        rf"{_DEAD}|succumb(?:s|ed)|discharged|recover(?:ed|ing)|left hospital|(?:gone|went|sent|back) home|"
        rf"out of danger|woken",
    ),
    _outcome(
        r"trapped|stranded|stuck|hostages?|held captive|kidnapped|abducted",
        rf"rescued|freed|pulled (?:out|from|alive|free)|brought (?:out|up|to safety|to the surface|ashore)|"
        rf"released|lifted|escaped|{_DEAD}",
    ),
    _outcome(
        r"closed|shut|suspended|grounded|halted",
        r"reopen(?:s|ed)?|re-open(?:s|ed)?|open(?:s|ed)? again|resum(?:es?|ed)",
    ),
    _outcome(
        r"without (?:power|electricity|water)|outages?|blackouts?",
        r"(?:power|electricity|water|supply|supplies) (?:\w+ ){0,3}(?:restored|back)|restored|reconnected",
    ),
    _outcome(
        r"deliberat(?:es?|ing)|jury|verdict|on trial|goes on trial|faces (?:up to|charges|trial)",
        r"guilty|convicted|acquitted|cleared of|jailed|sentenced|mistrial",
    ),
    _outcome(
        r"out of control|battl(?:e|es|ing)|still burning|(?:fire|blaze|wildfire)s? (?:is|was|are|were|continue[ds]?)",
        r"contained|extinguished|put out|under control|doused",
    ),
    _outcome(
        r"(?:no[- ]confidence|will|to|due to|would|faces?|facing|faced|expected to|"
        r"scheduled to) (?:an? )?(?:\w+ )?vote[sd]?|"
        r"too close to call|votes? (?:\w+ )?(?:are|is|were) (?:still )?being counted|"
        r"count(?:ing)? (?:continue[ds]?|goes on)",
        r"voted|approved|rejected|elected|won|conceded|defeated|ousted|survived|passed|ratified|backed",
    ),
    _outcome(
        r"(?:will|shall|would|to) (?:be (?:held|staged|played|launched|opened)|take place|go ahead|open on)",
        r"called off|cancel(?:s|led|ed)|scrapped|postponed|put off|abandoned|shelved|axed|scrubbed",
    ),
    _outcome(
        r"no (?:one|body) (?:was|is|has been) (?:hurt|injured|killed)|no (?:injuries|casualties|deaths)|"
        r"nobody (?:was|is) (?:hurt|injured|killed)",
        rf"injured|hurt|wounded|{_DEAD}",
    ),
    _outcome(
        r"(?:lost|loss of|no|without|broken off) (?:\w+ )?(?:contact|signal|communication)s?",
        r"regain(?:s|ed)?|re-?established?|(?:contact|communications?|control) (?:\w+ ){0,2}(?:restored|regained|"
        r"established)|"
        r"(?:restored|established) (?:contact|communications?|control)",
    ),
    _outcome(
        r"talks|negotiat(?:e|es|ing|ions?)|strike",
        r"(?:reached|signed|struck|sealed|agreed) (?:on )?(?:an? )?(?:\w+ )?(?:deal|agreement|truce|ceasefire|pact)|"
        r"talks (?:\w+ )?(?:collapsed|ended|failed|broke)|called off|broke down|strike (?:\w+ )?(?:ended|ends|"
        r"over|averted)",
    ),
)
COMING = re.compile(rf"(?<!\w)(?:{_COMING})", re.IGNORECASE)
OPEN = re.compile(rf"(?<!\w)(?:{_COMING}|{_WAS_COMING}|{_TRYING}|{_UNKNOWN})", re.IGNORECASE)
ACT = re.compile(
    r"(?:\b(?:will|would|to|shall)|['’]ll|won['’]t)"
    r" (?:(?:not|also|soon|now|never|still|be|have|been|being|formally|officially|publicly) )*(?P<verb>[a-z]{3,})",
    re.IGNORECASE,
)
IDLE = frozenset(
    listed(
        "the his her its their this that these those all any one two three four five six seven eight nine ten "
        "other more most make hold have get give come keep use see become remain say tell look begin start "
        "work need help continue include try show set put let want mean find know call add bring run move "
        "turn play seem feel allow provide lead follow change able likely ensure home stay take leave fall "
        "live die pay carry offer open close believed thought expected least"
    )
)
IRREGULAR = dict(
    pair.split(":")
    for pair in listed(
        "met:meet won:win lost:lose flew:fly flown:fly rose:rise sold:sell bought:buy sent:send "
        "spoke:speak stood:stand struck:strike swore:swear sworn:swear quit:resign chose:choose "
        "chosen:choose built:build cut:cut fought:fight began:begin withdrew:withdraw withdrawn:withdraw "
        "sat:sit sank:sink sunk:sink"
    )
)
DONE = re.compile(rf"\b(?:[a-z]+ed|{'|'.join(IRREGULAR)})\b", re.IGNORECASE)

PROSPECTS = Prospects(
    coming=COMING,
    open=OPEN,
    act=ACT,
    idle=IDLE,
    done=DONE,
    irregular=IRREGULAR,
    outcomes=OUTCOMES,
    several=re.compile(
        r"\b(?:(?:people|men|women|children|others|passengers|victims|workers|some|several|dozens|scores|many|"
        r"most|hundreds|both|"
        r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?!1\b)\d+)\b(?! ?[-–]?(?:years?|hours?|"
        r"days?|miles?|km|"
        r"kilomet|met(?:er|re)s?|weeks?|months?|minutes?|[ap]\.?m)\b)(?!-year))",
        re.IGNORECASE,
    ),
    within=(
        (re.compile(r"\b(?:tonight|this (?:afternoon|evening)|later (?:in the day|today))\b", re.IGNORECASE), 1),
        (re.compile(r"\b(?:tomorrow|within hours|in the coming hours)\b", re.IGNORECASE), 1),
        (
            re.compile(
                r"\b(?:this (?:week|weekend)|(?:in|within) (?:the (?:next|coming) )?(?:few )?days)\b", re.IGNORECASE
            ),
            7,
        ),
        (re.compile(r"\b(?:next|(?:the|this) coming) (?:week|weekend)\b", re.IGNORECASE), 14),
        (re.compile(r"\b(?:this month|in (?:the )?(?:coming )?weeks)\b", re.IGNORECASE), 31),
        (re.compile(r"\bnext month\b", re.IGNORECASE), 62),
    ),
)
