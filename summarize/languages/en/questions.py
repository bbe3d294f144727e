"""What questions in English ask for."""

from __future__ import annotations

import re

from summarize.languages.questions import Questions
from summarize.languages.text import listed

_ASKED = {
    "duration": r"\bhow (?:long|late)\b|\bfor how many (?:minutes|hours|days|weeks|months|years)\b",
    "money": r"\bhow (?:much|expensive)\b|\b(?:cost|costs|price|worth|owe[sd]?|paid|salary|fine|compensation)\b",
    "number": r"\bhow (?:many|old|far|big|large|high|tall|deep|heavy|strong|fast)\b|\b(?:number|age|size) of\b",
    "time": r"\bwhen\b|\b(?:what|which) (?:time|day|date|month|year)\b|\bhow soon\b",
    "speech": r"\b(?:say|says|said|tell|told|think|thinks|call|called|ask|asked|answer|answered|comment|commented|"
    r"promise|promised|demand|demanded|criticise|criticize|complain|complained|apologi[sz]e|warn|warned|explain|explanation|"
    r"respond|responded|react|reacted|reaction|claim|accuse)\b",
    "reason": r"\bwhy\b|\b(?:reason|reasons|cause|causes|caused|triggered)\b|\bhow did\b",
    "person": r"\bwho(?:m|se)?\b|\bwhat(?: is|'s) the name\b",
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
    empty=frozenset(
        listed(
            "how many much long old big often why whose happen happened happens say says said tell told think thinks "
            "get gets got give gives does did please name know still yet ever really actually anything anyone someone "
            "been going go plan plans want wants do doing done make makes made take takes took new now"
        )
    ),
)
