"""Who a sentence says a figure is from."""

from __future__ import annotations

import re

from summarize.languages.en.agencies import NAMES
from summarize.languages.sourcing import Attribution

_SAY = (
    r"(?:said|says|told|tells|added(?=[,.;:”\"]| that\b)|announced|reports?|reported|confirmed|estimated?s?|stated"
    r"|wrote|warned|put)\b"
)
_AGENCIES = "|".join(sorted((re.escape(name) for name in NAMES), key=len, reverse=True))

ATTRIBUTION = Attribution(
    sources=(
        re.compile(r"\b[Aa]ccording to (?P<who>[^,;.“”\"]{2,80})"),
        re.compile(rf"[,”\"] (?P<who>[^,;“”\"]{{2,80}}?) (?:\w+ly |has |have )?{_SAY}"),
        re.compile(r"[,”\"] (?:said|says) (?P<who>[^,;.“”\"]{2,60})"),
        re.compile(rf"^(?P<who>[^,;“”\"]{{2,80}}?) (?:\w+ly |has |have |on \w+day |late \w+day )?{_SAY}"),
    ),
    nobody=re.compile(
        r"\b(?:and|was|were|is|are|be|been|had|has|have|that|as|when|where|which|but|before|after|while|if|it|he|she|they|"
        r"this|these|those|there|not|so|then|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
        re.IGNORECASE,
    ),
    kinds={
        "unnamed": re.compile(
            r"\b(?:sources?|people (?:familiar|close|briefed)|insiders?|anonymous|unnamed|reports|rumou?rs|"
            r"not authori[sz]ed)\b",
            re.IGNORECASE,
        ),
        "witness": re.compile(
            r"\b(?:(?:eye)?witness(?:es)?|residents?|survivors?|bystanders?|neighbou?rs?|passers-?by|onlookers?|locals|"
            r"passengers?|villagers?)\b",
            re.IGNORECASE,
        ),
        "agency": re.compile(
            rf"^(?:the )?(?:{_AGENCIES})\b|\b(?:news agency|state (?:media|television|tv|radio)|newswire)\b",
            re.IGNORECASE,
        ),
        "official": re.compile(
            r"\b(?:police|coast ?guards?|officials?|minist(?:er|ers|ry|ries)|government|authorit(?:y|ies)|"
            r"spokes(?:man|woman|person|people)|mayor|governor|sheriff|fire (?:service|department|brigade|chief|crews)|"
            r"firefighters|rescuers?|rescue (?:service|team|workers)s?|hospitals?|doctors|prosecutors?|court|judge|"
            r"army|military|navy|president|prime minister|premier|council|commission(?:er)?|department|bureau|board|"
            r"institute|agency|service|office|inspectors?|investigators?|chief|commander|captain|statement|company|"
            r"operator|airline|bank)\b",
            re.IGNORECASE,
        ),
    },
)
