"""What questions in English ask for."""

from __future__ import annotations

import re

from summarize.languages.questions import Questions
from summarize.languages.text import listed

_WITHOUT_HOW = r"^(?!.*\bhow (?:much|many|long|old)\b).*"
_ASKED = {
    "person": r"^\W*(?:\w+ )?who(?:m|se)?\b|\bwhat(?: is|'s|’s) the name\b",
    "time": r"^\W*(?:\w+ )?when\b|\b(?:what|which) (?:time|day|date|month|year)\b|\bhow soon\b",
    "reason": rf"\bwhy\b|{_WITHOUT_HOW}\b(?:reason|reasons|cause|causes|caused|triggered)\b",
    "duration": r"\bhow (?:long|late)\b|\bfor how many (?:minutes|hours|days|weeks|months|years)\b",
    "age": r"\bhow old\b|\bage of\b",
    "money": r"\bhow (?:much|expensive)\b|\b(?:cost|costs|price|worth|owe[sd]?|paid|salary|fine|compensation)\b",
    "number": r"\bhow (?:many|far|big|large|high|tall|deep|heavy|strong|fast)\b|\b(?:number|size|share) of\b",
    "speech": r"\b(?:say|says|said|tell|told|think|thinks|call|called|ask|asked|answer|answered|comment|commented|"
    r"promise|promised|demand|demanded|criticise|criticize|complain|complained|apologi[sz]e|warn|warned|explain|explanation|"
    r"respond|responded|react|reacted|reaction|claim|accuse)\b",
}

QUESTIONS = Questions(
    kinds={kind: re.compile(regex, re.IGNORECASE) for kind, regex in _ASKED.items()},
    reason=re.compile(
        r"\b(?:because|after|since|due to|owing to|thanks to|blam\w+|caus\w+|trigger\w+|reason|reflects?|led to|"
        r"so that|therefore|result\w*|forc\w+|over (?:fears|concerns)|for want of|failure|fault\w*|failed|if)\b",
        re.IGNORECASE,
    ),
    speech=re.compile(
        r"[\"“”]|(?:^|\s)['‘]\w|\b(?:said|says|say|told|tells|added|announced|according to|wrote|explained|warned|"
        r"confirmed|argued|called|calls|insist\w*|claim\w*|promis\w+|den(?:y|ies|ied)|reject\w*|demand\w*|accus\w+|"
        r"criticis\w+|criticiz\w+|ask\w*|urg\w+|apologi\w+|repl\w+|respond\w*|vow\w*|admit\w*|declar\w+|describ\w+|"
        r"dismiss\w*|tweet\w*)\b",
        re.IGNORECASE,
    ),
    plain=re.compile(
        r"\W*(?:who|how (?:old|large|big|high|much|long|wide|tall|deep|heavy)|what(?=(?: is|'s|’s) the name of ))"
        r"(?: is| was| are| were|'s|’s)(?: (?!by\b|to\b|in\b|at\b|when\b|after\b|for\b)[\w.’'&-]+){1,7}\W*$",
        re.IGNORECASE,
    ),
    others=re.compile(
        r"\b(?:former|ex|late|then|retired|deputy|vice|assistant|acting|outgoing|interim|aide|adviser|advisor|wife|"
        r"husband|son|daughter|brother|sister|mother|father|lawyer|spokes\w+) |\b(?:to|for) the\b|['’]s? ",
        re.IGNORECASE,
    ),
    amount_link=re.compile(
        r"(?<![\w’'-])(?P<thing>[\w’'-]{1,40})"
        r"(?: (?:of|at|was|is|were|are|worth|totalling|totaling|which|that|some|about|around|nearly|"
        r"almost|roughly|up|to|a|record|[A-Z][\w’'&-]*)){1,4} $"
    ),
    empty=frozenset(
        listed(
            "how many much long old big large high tall deep heavy strong fast far often why whose happen happened "
            "happens say says said tell told think thinks get gets got give gives does did please name know still yet "
            "ever really actually anything anyone someone "
            "been going go plan plans want wants do doing done make makes made take takes took new now"
        )
    ),
)
