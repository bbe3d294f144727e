"""How captions read."""

from __future__ import annotations

import re

from summarize.languages.en.calendar import MONTH, WEEKDAY_FULL
from summarize.languages.prose import Captions

HEAD = re.compile(
    r"(?:In this|This|In an?|An?|These) (?:(?!that|which|said)\S+ ){0,9}"
    r"(?:photo|photographs?|photos|image|images|picture|frame grab|handout|illustration|still|screen ?shot|combination|"
    r"video)(?:,|(?<=file photo)| (?:\S+ ){0,4}(?:released|provided|taken|made|obtained|shows?|posted|illustration))\b|"
    r"(?:photos|pictures|gallery|in pictures): |(?:photo|image|picture|pictured): (?:\S+ ){5,}\S+[.]$|"
    r"image (?:copyright|caption)\b:?(?: \S+){8}|(?:(?:photo|image|picture|video|media|file) )?captions?: (?:\S+ ){2,}|"
    r"(?:photo|image|picture|pictured): (?:the|an?) (?:\S+ ){4,}|(?:Getty Images|AP Photo|AFP|Reuters) [A-Z][^.]*$|"
    r".*\bImage \d+ of \d+\b|on the (?:right|left)\b.{0,30}\bpictured\b",
    re.IGNORECASE,
)
# "A woman waves a flag": what somebody unnamed does in the picture.
SOMEBODY = re.compile(
    r"an? (?:[\w-]+ ){0,2}(?:man|woman|boy|girl|child|protester|demonstrator|supporter|policeman|policewoman|officer|"
    r"soldier|worker|firefighter|visitor|pedestrian|tourist|shopper|customer|fan|migrant|refugee)"
    r"(?: (?!who|that|which)[\w-]+){0,3} "
    r"(?:waves|poses|smiles|gestures|prays|chants|hugs|embraces|looks (?:at|on|out|over)|"
    r"stands (?:guard|in front|next|near|outside|beside|by|amid)|sits (?:in|at|near|outside|beside)|"
    r"walks (?:past|by|along|through|across|down|outside|near)|reacts (?:as|after|during|while)|"
    r"holds (?:up|an?|his|her) (?:\S+ )?(?:sign|placard|flag|candle|poster|banner|picture|portrait|photo))\b",
    re.IGNORECASE,
)
# Day of the week, day and year together: agencies date captions so, and hardly ever anything else.
DATED = re.compile(
    rf"\b{WEEKDAY_FULL},? "
    rf"{MONTH} \d{{1,2}}, (?:19|20)\d\d\b"
)
# Where somebody stands in the picture: "Joe Marsh, left, and Ann Quill".
PLACED = re.compile(
    r"\b(?!The\b|On\b|To\b)[A-Z][\w.’'-]{1,40}(?:, | \()"
    r"(?:(?:far |second from |third from )?(?:left|right)|cent(?:er|re))[,)] "
)
# Captions say in the present tense what is to be seen.
PRESENT = re.compile(
    r"\b(?:(?:is|are|was|were) (?:seen|pictured|shown)|pictured|(?:left|right|center|centre|background|rear)[,)]|"
    r"in this (?:\w+ ){0,6}(?:photo|image|picture|photograph|frame|handout|still|grab)|"
    r"(?:undated|handout|file|screen ?grab|satellite) (?:photo|image|picture|photograph)|"
    r"shak(?:e|es|ing)|pos(?:e|es|ing)|stand(?:s|ing)?|walk(?:s|ing)?|attend(?:s|ing)?|arriv(?:e|es|ing)|"
    r"look(?:s|ing)? (?:at|on|out|over)|wav(?:e|es|ing)|hold(?:s|ing)?|sit(?:s|ting)?|leav(?:e|es|ing)|"
    r"gestur(?:e|es|ing)|smil(?:e|es|ing)|speak(?:s|ing)?|deliver(?:s|ing)?|listen(?:s|ing)?|carr(?:y|ies|ying)|"
    r"march(?:es|ing)?|gather(?:s|ing)?|wear(?:s|ing)?|talk(?:s|ing)?|watch(?:es|ing)?|cordon(?:s)?|"
    r"work(?:s|ing)? (?:at|on|in)|takes? part|(?:is|are) launched)\b",
    re.IGNORECASE,
)
CREDIT_TAIL = re.compile(r"[(\[][^()\[\]]{2,60}(?:/|\bAP\b|Photo|Reuters|AFP|Getty)[^()\[\]]{0,60}[)\]]\W*$")
# Behind a report this tells where it was taken from, behind the description of a picture who took that.
AGENCY_ALONE = re.compile(r"\((?:The )?(?:Associated Press|AP|Reuters|AFP)\)\W*$")
AGENCY_TAIL = re.compile(
    r"(?:/ ?(?:AP|Reuters|REUTERS|AFP|EPA|Getty Images|Bloomberg)|Getty Images|"
    r"\((?:file|pictured|left|right)[^()]{0,20}\))$"
)

CAPTIONS = Captions(
    head=HEAD,
    somebody=SOMEBODY,
    dated=DATED,
    dated_needs="day",
    placed=PLACED,
    present=PRESENT,
    credit_tail=CREDIT_TAIL,
    agency_alone=AGENCY_ALONE,
    agency_tail=AGENCY_TAIL,
)
