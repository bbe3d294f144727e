"""Sentences of a paragraph with exact offsets: sentencex, and repairs of what it is known to get wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

WINDOW = 2_000
"""Characters given to sentencex at a time; with non-ASCII text its time grows with the square of the length."""

LONG = 300
"""A sentence of more characters is also split inside its quotations; shorter quotations stay whole."""

_TITLES = (
    "Adm|Asst|Atty|Brig|Capt|Cllr|Cmdr|Col|Cpl|Det|Dr|Fr|Gen|Gov|Hon|Insp|Lt|Maj|Messrs|Mlle|Mme|Mr|Mrs|Ms|Mt|Pres|"
    "Prof|Pvt|Rep|Reps|Rev|Sen|Sens|Sgt|Sr|Sra|St|Ste|Supt|Treas|Ven"
)
_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_DAYS = "Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun"
_ABBREVIATIONS = (
    rf"{_TITLES}|{_MONTHS}|{_DAYS}|vs|v|etc|Inc|Ltd|Corp|Co|Cos|Bros|Jr|No|Nos|pp?|approx|dept|est|fig|Ave|Blvd|Rd|"
    "Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ont|Ore|Pa|Tenn|"
    r"Tex|Va|Vt|Wash|Wis|Wyo|[A-Z]|(?:\w\.)+\w"
)

_NO_END = re.compile(rf"(?:^|[\s(“\"'‘])(?:{_TITLES})\.\s*$")
_CLOCK_END = re.compile(r"\b[ap]\.?m\.\s*$", re.IGNORECASE)
_CLOCK_GOES_ON = re.compile(
    r"(?:[ECMP][SD]?T|GMT|BST|UTC|CET|IST|JST|local|Eastern|Central|Mountain|Pacific|Greenwich)\b"
    rf"|(?:{_DAYS})(?:\.|day\b|[a-z]*day\b)|(?:{_MONTHS})(?:\.|[a-z]*) \d"
)
_MONTH_END = re.compile(rf"\b(?:{_MONTHS})\.\s*$")
_SMALL_WORD = re.compile(r"(?=[^\W\d_])[a-zß-öø-ÿа-яё]+(?:['’][a-z]+)?[ ,]")

_LOST_SPACE = re.compile(
    r"(?<=[a-z]{2})[.!?](?:[”’]|(?=[“‘]))?(?=[“‘]?[A-Z][a-z]+(?:[ ,’']|$))(?!(?:Com|Net|Org|Co|Uk|Js)\b)"
)
_LOST_SPACE_QUOTE = re.compile(r"(?<=[a-z]{2})[.!?]\"(?=[A-Z][a-z]*[ ,’'])")
_AFTER_CLOSING = re.compile(
    r"(?<=[^\W_]{4})[.!?]+['\"”’»)\]]+\s+(?=[“\"‘'(«]*[A-Z])|(?<=[^\W_]{4})[!?]+['\"”’»)\]]+\s+(?=[“‘«(]*[A-Z])"
)
_INSIDE = re.compile(r"[.!?…]['\"”’»)\]]*\s+(?=[“\"‘'(«]*[A-Z])")
_LABEL = re.compile(
    r"\s(?=(?:READ MORE|Read more|RELATED|Related|SEE ALSO|See also|More on this story|ALSO READ|Also read)\s?: ?\S|"
    r"ends [A-Z]{3,})"
)
_ENDS_ABBREVIATED = re.compile(rf"(?:^|[\s(“\"'‘/-])(?:{_ABBREVIATIONS})\.$")


def sentence_spans(text: str, language: str = "en") -> Iterator[tuple[int, int]]:
    """Start and end of every sentence of one paragraph, in order, without the white space around them.

    The paragraph holds no line ends. Linear in its length. Built on sentencex (Wikimedia), which segments 244
    languages by their sentence-final punctuation and lists of abbreviations.
    """
    ends = _repaired(text, list(_sentencex_ends(text, language)))
    start = 0
    for end in ends:
        piece = text[start:end]
        body = piece.strip()
        if body:
            first = start + len(piece) - len(piece.lstrip())
            yield first, first + len(body)
        start = end


def _sentencex_ends(text: str, language: str) -> Iterator[int]:
    from sentencex import get_sentence_boundaries

    start, size = 0, WINDOW
    while start < len(text):
        window = text[start : start + size]
        ends = [boundary["end_index"] for boundary in get_sentence_boundaries(language, window)]
        if start + size >= len(text):
            yield from (start + end for end in ends[:-1])
            yield len(text)
            return
        if len(ends) < 2:
            size *= 2
            continue
        # The last sentence of a window may go on behind it: the next window begins with it.
        yield from (start + end for end in ends[:-1])
        start += ends[-2]
        size = WINDOW


def _repaired(text: str, ends: list[int]) -> list[int]:
    kept: list[int] = []
    start = 0
    for end in ends:
        if end < len(text) and _goes_on(text, start, end):
            continue
        kept.extend(_missing_ends(text, start, end))
        kept.append(end)
        start = end
    return kept


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether sentencex ended a sentence that goes on: after a title, a time of day, before a small letter."""
    tail = text[max(start, end - 24) : end]
    if _NO_END.search(tail) or _is_inside_address(text, end):
        return True
    if _CLOCK_END.search(tail):
        return bool(_CLOCK_GOES_ON.match(text, end))
    if _MONTH_END.search(tail) and text[end].isdigit():
        return True
    if not tail.rstrip().endswith(".") or _LABEL.match(text, end - 1):
        return False
    return bool(_SMALL_WORD.match(text, end))


def _is_inside_address(text: str, position: int) -> bool:
    """Whether a position without white space around it stands in a web or mail address."""
    if text[position - 1].isspace():
        return False
    before, behind = text[max(0, position - 60) : position].split(), text[position : position + 20].split()
    word = (before[-1] if before else "") + (behind[0] if behind else "")
    return "/" in word or "@" in word or word.startswith("www.")


def _missing_ends(text: str, start: int, end: int) -> list[int]:
    """Ends that sentencex did not see inside `text[start:end]`."""
    sentence = text[start:end]
    found: set[int] = set()
    if ":" in sentence or "ends " in sentence:
        found.update(match.end() for match in _LABEL.finditer(sentence))
    inner = sentence.rstrip()[:-2]
    if "." not in inner and "!" not in inner and "?" not in inner:
        return sorted(start + position for position in found)
    for match in _LOST_SPACE.finditer(sentence):
        if not _is_inside_address(text, start + match.end()):
            found.add(match.end())
    for match in _LOST_SPACE_QUOTE.finditer(sentence):
        closing = sentence.count('"', max(0, match.end() - WINDOW), match.end()) % 2 == 0
        found.add(match.end() if closing else match.end() - 1)
    for match in _AFTER_CLOSING.finditer(sentence):
        if len(sentence) <= LONG and not _inside_quotation(sentence, match.end()):
            found.add(match.end())
    if len(sentence) > LONG:
        for match in _INSIDE.finditer(sentence):
            stop = match.start() + 1
            if not _ENDS_ABBREVIATED.search(sentence, max(0, stop - 16), stop):
                found.add(match.end())
    return sorted(start + position for position in found if position < len(sentence))


def _inside_quotation(sentence: str, position: int) -> bool:
    """Whether a quotation that opened before `position` closes behind it."""
    before, behind = sentence[:position], sentence[position:]
    if before.count("“") > before.count("”") and "”" in behind:
        return True
    return before.count('"') % 2 == 1 and '"' in behind
