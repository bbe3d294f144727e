"""What stands before the first word of a paragraph without being part of it: bylines, datelines and page machinery."""

from __future__ import annotations

import re

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
_DATE = rf"(?:{_DAY},? )?(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH})(?:,? \d{{4}})?"
_DASH = r"\s*(?:--?-?|–|—|―|:)\s*"
_CAPITALS = r"(?!(?:FILE|PHOTO|VIDEO|NOTE)\b)[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?:[ /-][A-ZÀ-Þ][A-ZÀ-Þ.’'-]*){0,3}"
_PLACE = r"[A-ZÀ-Þ][\w.’'-]*(?: (?:[A-ZÀ-Þ][\w.’'-]*|de|of|al|la|el)){0,3}"
_AGENCY = r"[(\[](?=[^)\]]*[A-Z])[A-Za-z][\w .,’'&/-]{1,40}[)\]]"
_NEXT = r"(?=[“\"‘'(]*[A-ZÀ-Þ0-9$€£])"

_DATELINES = tuple(
    re.compile(regex)
    for regex in (
        rf"(?:(?:(?:{_CAPITALS}|{_PLACE})(?:, {_PLACE}){{0,2}}(?:, {_DATE})?|{_DATE}) ?)?{_AGENCY}"
        rf"(?:\s*(?:--?-?|–|—|―)\s*){_NEXT}",
        rf"(?:(?:{_CAPITALS}|{_PLACE})(?:, {_PLACE}){{0,2}} ?)?"
        rf"\((?:CNN|AP|Reuters|REUTERS|AFP|UPI|CBS News|NBC News|ABC News|CNN Business|CNET)\)\s?{_NEXT}",
        rf"{_CAPITALS}(?:, {_PLACE}){{0,2}}(?:, {_DATE})?(?:\s+(?:--?-?|–|—|―)\s*|\s*(?:--|–|—|―)\s+){_NEXT}",
        rf"(?:{_PLACE}, )?{_DATE}(?:\s+(?:--?-?|–|—|―)\s*|\s*(?:--|–|—|―)\s+){_NEXT}",
    )
)
_APPOSITION = re.compile(r"\s(?:--|–|—|-)\s")
_MACHINERY = re.compile(
    r"(?:CLOSE\s+(?=[A-Z])|Skip (?:Twitter|Facebook|Instagram|YouTube) post by @?\w+\s+|"
    r"Advertisement\s+(?=[A-Z][a-z]+ [a-z])|Media playback is (?:un)?supported on (?:your|this) device\s+|"
    r"Video Loading Video Player\s+|View [Ii]mages?\s+(?=[A-Z])|Story [Hh]ighlights\s+(?=[A-Z])|"
    r"(?:BREAKING|UPDATED?|EXCLUSIVE|JUST IN|WATCH)(?: NEWS)?\s?[:|]\s+)"
)

# "By Ann Marsh, Science correspondent The lake", where a line end was lost. Where a byline ends can be seen only by a
# role or by a word that opens a sentence: "By New York City Council rules" is no byline.
_REPORTER = r"[A-ZÀ-Þ][\w’'-]+(?: (?:[A-ZÀ-Þ][\w’'.-]*|van|von|de|der|den|del|la|le|al|bin|di|da|du)){1,3}"
_ROLE = r"(?i:(?:[\w-]+ ){0,3}(?:reporter|correspondent|editor|writer|columnist|critic))"
_OPENS = r"(?:The|An?|In|On|At|It|There|This|These|Two|Three|Four|Five|Six|After|When|As|For|More|Some|Police) "
_BYLINE = re.compile(
    rf"By (?!{_DAY}\b|{_MONTH}\b)(?:(?:our {_ROLE} {_REPORTER}|{_REPORTER}, {_ROLE})\s+"
    rf"(?={_OPENS}|[A-ZÀ-Þ][\w’'-]+ [a-zß-ÿ])|{_REPORTER}\s+(?={_OPENS}))"
)
OPENING = 3
"""Paragraphs at the top of a text among which its byline stands."""

HEAD_CHARACTERS = 160
"""A dateline and the first words behind it are shorter."""


def head_length(paragraph: str, number: int = OPENING) -> int:
    """How many characters before its first sentence a paragraph spends on a dateline, a button's label or, among the
    first of a text, a byline. `number` counts the paragraphs from 0.
    """
    length = 0
    if number < OPENING and (byline := _BYLINE.match(paragraph)):
        length = byline.end()
    if machinery := _MACHINERY.match(paragraph, length):
        length = machinery.end()
    for kind, dateline in enumerate(_DATELINES):
        match = dateline.match(paragraph, length)
        if match:
            # A name in capitals between dashes may be the sentence's subject: "NASA – America's space agency – said".
            if kind == 2 and " " not in match[0].strip(" -–—―") and _APPOSITION.search(paragraph[match.end() :][:80]):
                continue
            return match.end()
    return length
