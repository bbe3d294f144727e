"""Days, months and years that are named without their date, and what tells on which side of the report they lie."""

from __future__ import annotations

import re

from summarize.languages.en.calendar import MONTH, MONTH_NAMES, WEEKDAY_FULL, WEEKDAY_SHORT
from summarize.languages.figures import Days

# Not "Black Friday", "every Friday", "Friday's Child", "Friday, Dec. 29", "Monday to Friday", "last Friday".
WEEKDAY = re.compile(
    r"(?<![\w-])(?<!\b[Ee]very )(?<!\b[Ee]ach )(?<!\ba )(?<!\b[Ll]ast )(?<!\b[Nn]ext )(?<!\b[Tt]his )(?<!\bfirst )"
    r"(?<!\bsecond )(?<!\bthird )(?<!\bsome )(?<!\bany )(?<!\bone )(?<!\bGood )(?<!\bBlack )(?<!\bSuper )"
    r"(?<!\bBloody )(?<!\bAsh )(?<!\bEaster )(?<!\bPalm )(?<!\bCyber )(?<!\bthrough )(?<!\bto )(?<!\bThe )(?<!\bthe )"
    rf"(?P<day>{WEEKDAY_FULL})(?![\w-])"
    rf"(?!(?:,| the| morning| night| evening| afternoon)* \(?(?:{MONTH}|\d))"
    rf"(?! (?:to|through|until) {WEEKDAY_FULL})(?!(?:['’]s)? [A-Z](?!-\d))"
)
NEAR = re.compile(
    r"\b(?:yesterday|last night|tomorrow|tonight|this (?:morning|afternoon|evening)|"
    r"(?:last|next|this|the past|the coming) (?:week|weekend)|"
    r"(?:an?|one|two|three|four|five|six|several|a few|a couple of|\d{1,2}) (?:hours?|days?|weeks?|months?) ago|"
    rf"(?:last|next|this) {WEEKDAY_FULL}|today(?!['’]s)(?= (?:after|that|when|in|at|by|to|as|and)\b|[,.;]))\b(?!['’-])",
    re.IGNORECASE,
)
GONE = (
    (re.compile(r"\b(?:yesterday|last night)\b(?!['’-])", re.IGNORECASE), 1),
    (re.compile(r"\b(?:today|this (?:morning|afternoon|evening))\b(?!['’-])", re.IGNORECASE), 0),
)
PERIOD = re.compile(r"\b(?P<which>last|next) (?P<unit>month|year)\b(?!['’-])", re.IGNORECASE)
AHEAD = re.compile(
    r"\b(?:will|shall|may|might|would|could|can|should|must|planned|plans?|scheduled|set to|due|expected|going to|"
    r"is to|are to|was to|were to|upcoming|coming|hopes?|expects?|aims?|if|until|till|deadline|ahead|faces?|"
    r"begins?|starts?|opens?|closes|next|tomorrow)\b|['’]ll\b"
)

STAMP = re.compile(
    r"(?:[\W\d]|\b(?:date|published|posted|updated?|modified|on|at|[ap]\.?m|gmt|utc|[ecmp][sd]?t|bst|"
    rf"{WEEKDAY_SHORT}|{WEEKDAY_FULL})\b)*",
    re.IGNORECASE,
)

ANOTHER_TIME = re.compile(
    r"\b(?:ago|earlier|previous(?:ly)?|formerly|in the past|"
    r"last (?:year|month|season|week|spring|summer|autumn|fall|winter|time|\w+day)(?:['’]s)?)\b",
    re.IGNORECASE,
)

_SAY = (
    r"(?:said|says?|saying|told|tells|announced?|announcing|reported|statement|confirmed|added|wrote|tweeted|posted|"
    r"published|issued|briefing|conference|interview|warned|declined|denied|acknowledged|admitted|insisted|argued|"
    r"urged|claimed|called|asked|vowed|pledged|promised|apologi[sz]ed|defended|praised|condemned|criticized)"
)

DAYS = Days(
    weekday=WEEKDAY,
    near=NEAR,
    gone=GONE,
    another_time=ANOTHER_TIME,
    report="report of {}",
    period=PERIOD,
    sides={"last": -1, "next": 1},
    month_word="month",
    month_names=MONTH_NAMES,
    stamp=STAMP,
    updated=re.compile(r"\b(?:updated?|modified)\b", re.IGNORECASE),
    ahead=AHEAD,
    within=frozenset({"in"}),
    aside=re.compile(
        r"\b(?:who|whom|which|whose|where|that|since|following|before|after|despite|because|although|while|if|"
        r"until|to|as|than|like|recalling|citing|including)\b(?!.*[,;—–]\s)"
        r"|\b(?:from|by|for)\b(?!.*(?:[,;—–]\s|\b(?:on|in) (?:(?:early|late) )?$))"
        r"|(?:\b(?:the|an?|its|his|her|their)|['’]s)\s+$",
        re.IGNORECASE,
    ),
    said=re.compile(rf"\b{_SAY}(?:\s+\w+){{0,2}},?\s+(?:(?:late|early)\s+)?(?:on\s+)?$", re.IGNORECASE),
    past=re.compile(
        r"\b(?:was|were|had|did|\w{2,}ed|beg[au]n|became|bought|broke|brought|built|came|cut|fell|fought|found|gave|got|"
        r"grew|held|hit|hurt|kept|led|left|lost|made|met|paid|put|ran|rose|sank|sat|saw|sent|set|shook|shot|shut|sold|"
        r"spent|spoke|stood|stole|struck|swept|threw|took|tore|went|woke|won|wore|wrote)\b",
        re.IGNORECASE,
    ),
    speech=re.compile(_SAY, re.IGNORECASE),
    carriers=frozenset({"was", "were", "had", "did"}),
    say=re.compile(rf"(?:\s+(?:morning|afternoon|evening|night))?,?\s+(?:\w+ly\s+)?{_SAY}\b|['’]s?\b", re.IGNORECASE),
)
