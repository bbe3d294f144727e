"""What of a text can be checked against sources, and how a text says whom it has something from."""

from __future__ import annotations

import re

from summarize.languages.en.offices import DEPARTMENTS, DEPUTIES, OFFICES
from summarize.languages.en.opposites import OPPOSITES, alike, by_word
from summarize.languages.sourcing import Checks

# Between two clauses that can each be true alone: ", and", "while", ", which".
JOINT = re.compile(
    r"(?:[,;:]|\s[-–—])\s+(?:and|but|yet|so|or|while|whereas|although|though|because|since|as|after|before|when|which|who"
    r"|whose|where|with|in which|under which|according to)\b|;\s|\s[-–—]\s"
    r"|\s(?:and|but)\s+(?=(?:has|have|had|is|are|was|were|will|would|said|says|it|he|she|they|its|his|her|their|some)\b)"
    r"|\s(?:although|though|because|whereas|while)\s"
    r"|[,:]\s+(?=(?:the|it|he|she|they|its|his|her|their|a|an|two|some)\s)"
)
# A judgement of whoever writes, not a report of somebody's: "It is a shame that", "should finally".
_I_THINK = r"(?:i|we) (?:think|believe|feel|hope|doubt|wonder|fear|suspect)"
OPINION = re.compile(
    rf"^\W*(?:in (?:my|our) (?:view|opinion)|{_I_THINK}|to my mind"
    r"|frankly|honestly|arguably|clearly|surely|unfortunately|sadly|hopefully|thankfully|perhaps|maybe"
    r"|one (?:can|could|may|might) (?:only )?(?:hope|wonder|argue)"
    r"|(?:it|this|that|these|what) (?:is|was|are|were|remains?) (?:hard to|difficult to|easy to|high time"
    r"|not surprising|(?:a|an|the) (?:\w+ )?(?:shame|pity|scandal|disgrace|outrage|reminder|wake-up call|lesson"
    r"|tragedy|good thing|bad thing|step forward|step back)))\b"
    rf"|\b{_I_THINK}\b|^\W*(?:what an?|how) [^.?]{{1,60}}!\W*$"
    r"|\b(?:only time will tell|speaks? for itself|(?:must|should) finally|food for thought)\b",
    re.IGNORECASE,
)
# About the text itself: "This newsletter sums up", "Here is what we know", "In conclusion,".
_TEXT = r"(?:article|newsletter|summary|brief|briefing|draft|text|post|issue|overview|edition)"
ABOUT_TEXT = re.compile(
    rf"^\W*(?:(?:this|the following|today['’]s) {_TEXT}\b(?! (?:by|from|of the)\b)|here(?:['’]s| is| are)\b"
    rf"|in (?:this|today['’]s) {_TEXT}\b|below (?:is|are|you)\b"
    r"|(?:subscribe|sign up|follow us|read on|read more|stay tuned|thanks? (?:you )?for reading|let me know|sure[,!]"
    r"|certainly[,!]|as an ai)(?!\w)"
    r"|(?:we|i)(?:['’]ve| have|['’]ll| will)? (?:summari[sz]ed?|compiled?|collected|cover(?:ed)?|look at)\b"
    r"|sources?:)",
    re.IGNORECASE,
)
# Finite verbs by their form, as far as that tells: a line without a full stop and without one is a heading or an item.
VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|does|did|do|will|would|can|could|may|might|must|should|said|says|told|made"
    r"|took|came|went|gave|got|found|left|lost|won|met|fell|rose|led|held|kept|sent|paid|sold|bought|began|ran|grew|knew"
    r"|saw|spoke|struck|broke|drove|[^\W\d_]{3,}ed)\b",
    re.IGNORECASE,
)
# Who is said to have said it: "according to the Post", "the Post reports", "told the Post".
_PART = r"[A-Z][\w&.'’-]{0,60}"
_NAME = rf"{_PART}(?:\s+(?:of\s+|and\s+|&\s+)?{_PART}){{0,5}}"
ATTRIBUTED = re.compile(
    rf"\b(?i:according to|as reported by|reported by|told|citing|in an interview with)\s+(?:the\s+)?(?P<after>{_NAME})"
    rf"|\b(?P<before>{_NAME})\s+(?:has\s+|have\s+|had\s+)?"
    r"(?:reports?|reported|writes?|wrote|says?|said|claims?|claimed|notes?|noted)\b"
)
# A figure that stood for a moment or at first, and one that stood in the end.
PASSING = re.compile(
    r"\bat (?:one (?:point|stage|time)|(?:its|their|the) (?:peak|height|worst|best|highest|lowest|most)|first)\b"
    r"|\b(?:peak(?:ed|ing|s)?|intraday|briefly|momentarily|initial(?:ly)?|preliminary|provisional(?:ly)?)\b"
    r"|\b(?:in|during) (?:early|morning|midday|mid-morning|late-morning|opening) (?:trad(?:e|ing)|deals?|dealings)\b"
    r"|\b(?:at|to|hit|hitting|touched|touching|reached|reaching) an? (?:\w+ )?(?:high|low) of\b"
    r"|\bas (?:much|many|high|low|little|few) as\b|\b(?:early|first) (?:counts?|estimates?|figures?|reports?)\b",
    re.IGNORECASE,
)
SETTLED = re.compile(
    r"\b(?:(?:by|at) (?:the )?(?:close|end)|clos(?:e|ed|es|ing)|end(?:ed|s|ing)|finish(?:ed|es|ing)?"
    r"|settl(?:e|ed|es|ing)|in the end|eventually|in total|in all(?=[,.;]| \d)|all told|altogether|final(?:ly)?)\b",
    re.IGNORECASE,
)

CHECKS = Checks(
    joint=JOINT,
    opinion=OPINION,
    about_text=ABOUT_TEXT,
    verb=VERB,
    attributed=ATTRIBUTED,
    opposites=by_word(OPPOSITES),
    alike=alike(OPPOSITES),
    passing=PASSING,
    settled=SETTLED,
    offices=OFFICES,
    departments=DEPARTMENTS,
    deputies=DEPUTIES,
)
