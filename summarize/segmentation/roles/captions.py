"""Captions tell what a picture shows; without the picture they mislead, so none is ever quoted."""

from __future__ import annotations

import re

from summarize.languages.patterns import MATCHED_CHARACTERS, REPORTED
from summarize.records.sentence import SentenceRole
from summarize.segmentation.roles.candidate import Candidate, Paragraph

CAPTION_WORDS = 60
"""Longest caption; agencies pack the background of the story into theirs."""

_CREDITS = frozenset({"photo credit", "gallery"})

_HEAD = re.compile(
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
_SOMEBODY = re.compile(
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
_DATED = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? "
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}, (?:19|20)\d\d\b"
)
# Where somebody stands in the picture: "Joe Marsh, left, and Ann Quill".
_PLACED = re.compile(
    r"\b(?!The\b|On\b|To\b)[A-Z][\w.’'-]+(?:, | \()"
    r"(?:(?:far |second from |third from )?(?:left|right)|cent(?:er|re))[,)] "
)
# Captions say in the present tense what is to be seen.
_PRESENT = re.compile(
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
_CREDIT_TAIL = re.compile(r"[(\[][^()\[\]]{2,60}(?:/|\bAP\b|Photo|Reuters|AFP|Getty)[^()\[\]]{0,60}[)\]]\W*$")
# Behind a report this tells where it was taken from, behind the description of a picture who took that.
_AGENCY_ALONE = re.compile(r"\((?:The )?(?:Associated Press|AP|Reuters|AFP)\)\W*$")
# A photographer's name alone behind a caption.
_NAME_ALONE = re.compile(r"(?:[A-Z][a-z'’-]+ ){1,2}[A-Z][a-z'’-]+$")
_AGENCY_TAIL = re.compile(
    r"(?:/ ?(?:AP|Reuters|REUTERS|AFP|EPA|Getty Images|Bloomberg)|Getty Images|"
    r"\((?:file|pictured|left|right)[^()]{0,20}\))$"
)


def is_caption(text: str) -> bool:
    """Whether a sentence is a caption wherever it stands."""
    if len(text) > MATCHED_CHARACTERS:
        return False
    if _HEAD.match(text) or _SOMEBODY.match(text):
        return True
    dated = "day" in text and _DATED.search(text) and _PRESENT.search(text)
    return bool((dated or _PLACED.search(text)) and not REPORTED.search(text))


def ends_with_credit(text: str) -> bool:
    """Whether a photographer or agency closes the text."""
    return bool(_CREDIT_TAIL.search(text[-140:]) or _AGENCY_TAIL.search(text[-60:]))


def mark_captions(blocks: list[Paragraph]) -> None:
    """Sentences that the credit in or behind their paragraph shows to be captions become FRAGMENT."""
    for index, block in enumerate(blocks):
        following = blocks[index + 1][0] if index + 1 < len(blocks) else None
        for candidate in _captions(block, index, following):
            if candidate.body:
                candidate.mark(SentenceRole.FRAGMENT, "caption")


def _captions(block: Paragraph, index: int, following: Candidate | None) -> Paragraph:
    last = block[-1]
    reported = any(REPORTED.search(candidate.text) for candidate in block)
    if len(block) > 1 and last.reason in _CREDITS:
        # A longer paragraph that a credit ends is article text, run together with the caption before the credit.
        return block if len(block) <= 3 and (index <= 2 or _describes(block[0]) or not reported) else block[-2:]
    words = sum(candidate.words for candidate in block)
    if len(block) <= 3 and words <= CAPTION_WORDS and not reported and _is_signed(block):
        return block
    if words > CAPTION_WORDS:
        return block[-1:] if ends_with_credit(last.text) and last.words <= CAPTION_WORDS else []
    if block[0].reason == "file photo" or ends_with_credit(last.text):
        return block
    if following and following.reason in _CREDITS and len(block) <= 2:
        return block if _describes(block[0]) and not REPORTED.search(block[0].text) else []
    return []


def _describes(candidate: Candidate) -> bool:
    return bool(_PRESENT.search(candidate.text[:MATCHED_CHARACTERS]))


def _is_signed(block: Paragraph) -> bool:
    """Whether a photographer's name stands alone behind the block, or an agency's behind what describes a picture."""
    signature = block[-1].text
    if len(block) > 1 and _NAME_ALONE.match(signature):
        return True
    return bool(_AGENCY_ALONE.search(signature[-30:])) and any(map(_pictures, block))


def _pictures(candidate: Candidate) -> bool:
    return _describes(candidate) or bool(_DATED.search(candidate.text[:MATCHED_CHARACTERS]))


def mark_repeated(blocks: list[Paragraph]) -> None:
    """Of a sentence that stands twice, as captions and pulled quotations do, the finished one stays BODY.

    A line right before a caption that repeats it is the same caption.
    """
    seen: dict[str, Candidate] = {}
    for candidate in (candidate for block in blocks for candidate in block):
        if candidate.words < 4 or candidate.clutter:
            continue
        key = " ".join(candidate.text.lower().split()).rstrip(".")
        earlier = seen.setdefault(key, candidate)
        if earlier is candidate or not earlier.body:
            continue
        if candidate.reason == "caption":
            if candidate.block == earlier.block + 1:
                earlier.mark(SentenceRole.FRAGMENT, "caption")
        elif candidate.body:
            copy = earlier if candidate.finished and not earlier.finished else candidate
            copy.mark(SentenceRole.FRAGMENT, "repeated")
            seen[key] = candidate if copy is earlier else earlier
