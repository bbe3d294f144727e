"""Sentences of a paragraph with exact offsets: sentencex, and repairs of what it is known to get wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarize.languages import Language
from summarize.native import NativeFaultError, guarded

WINDOW_CHARACTERS = 2_000
"""Characters given to sentencex at a time; with non-ASCII text its time grows with the square of the length."""

LONG_SENTENCE = 300
"""A sentence of more characters is also split inside its quotations; shorter quotations stay whole."""


_SMALL_WORD = re.compile(r"(?=[^\W\d_])[a-zß-öø-ÿа-яё]+(?:['’][a-z]+)?[ ,]")

LONGEST_SENTENCE = 8_000
"""Characters without an end that are looked at together."""

_WHITE = re.compile(r"[^\S\x00-\x7f]")
_PLAIN_END = re.compile(r"[.!?。！？।۔؟]+\s+(?=\S)")
_LOST_SPACE = re.compile(
    r"(?<=[a-z]{2})[.!?](?:[”’]|(?=[“‘]))?(?=[“‘]?[A-Z][a-z]+(?:[ ,’']|$))(?!(?:Com|Net|Org|Co|Uk|Js)\b)"
)
_LOST_SPACE_QUOTE = re.compile(r"(?<=[a-z]{2})[.!?]\"(?=[A-Z][a-z]*[ ,’'])")
_AFTER_CLOSING = re.compile(
    r"(?<=[^\W_]{4})[.!?]+['\"”’»)\]]+\s+(?=[“\"‘'(«]*[A-Z])|(?<=[^\W_]{4})[!?]+['\"”’»)\]]+\s+(?=[“‘«(]*[A-Z])"
)
_INSIDE = re.compile(r"[.!?…]['\"”’»)\]]*\s+(?=[“\"‘'(«]*[A-Z])")


def sentence_spans(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence of one paragraph, in order, without the white space around them.

    The paragraph holds no line ends. Linear in its length. Built on sentencex (Wikimedia), which segments 244
    languages by their sentence-final punctuation and lists of abbreviations.
    """
    ends = _repaired(text, list(_sentencex_ends(text, language.splitter)), language)
    start = 0
    for end in ends:
        piece = text[start:end]
        body = piece.strip()
        if body:
            first = start + len(piece) - len(piece.lstrip())
            yield first, first + len(body)
        start = end


def _sentencex_ends(text: str, splitter: str) -> Iterator[int]:
    """Ends of sentences as sentencex sees them."""
    start, size = 0, WINDOW_CHARACTERS
    while start < len(text):
        window = text[start : start + size]
        ends = _ends_in(window, splitter)
        if start + size >= len(text):
            yield from (start + end for end in ends[:-1])
            yield len(text)
            return
        if len(ends) < 2:
            if size < LONGEST_SENTENCE:
                size *= 2
                continue
            # Looked at again and again, what goes on for ever would take time with the square of its length. Go on
            # behind it: up to the next end it is one sentence, too long for anybody to quote.
            start += window.rfind(" ") + 1 or len(window)
            size = WINDOW_CHARACTERS
            continue
        # The last sentence of a window may go on behind it: the next window begins with it.
        yield from (start + end for end in ends[:-1])
        start += ends[-2]
        size = WINDOW_CHARACTERS


def _ends_in(window: str, splitter: str) -> list[int]:
    from sentencex import get_sentence_boundaries

    # White space beyond ASCII makes sentencex panic. Replaced one for one, it leaves every offset as it is.
    plain = window if window.isascii() else _WHITE.sub(" ", window)
    try:
        with guarded("splitting sentences"):
            return [boundary["end_index"] for boundary in get_sentence_boundaries(splitter, plain)]
    except NativeFaultError:
        return [*(match.end() for match in _PLAIN_END.finditer(window)), len(window)]


def _repaired(text: str, ends: list[int], language: Language) -> list[int]:
    kept: list[int] = []
    start = 0
    for end in ends:
        if end < len(text) and _goes_on(text, start, end, language):
            continue
        kept.extend(_missing_ends(text, start, end, language))
        kept.append(end)
        start = end
    return kept


def _goes_on(text: str, start: int, end: int, language: Language) -> bool:
    """Whether sentencex ended a sentence that goes on: after a title, a time of day, before a small letter."""
    tail = text[max(start, end - 24) : end]
    if language.boundaries.no_end.search(tail) or _is_inside_address(text, end):
        return True
    if language.boundaries.clock_end.search(tail):
        return bool(language.boundaries.clock_goes_on.match(text, end))
    if language.boundaries.month_end.search(tail) and text[end].isdigit():
        return True
    if not tail.rstrip().endswith(".") or language.boundaries.label.match(text, end - 1):
        return False
    return bool(_SMALL_WORD.match(text, end))


def _is_inside_address(text: str, position: int) -> bool:
    """Whether a position without white space around it stands in a web or mail address."""
    if text[position - 1].isspace():
        return False
    before, behind = text[max(0, position - 60) : position].split(), text[position : position + 20].split()
    word = (before[-1] if before else "") + (behind[0] if behind else "")
    return "/" in word or "@" in word or word.startswith("www.")


def _missing_ends(text: str, start: int, end: int, language: Language) -> list[int]:
    """Ends that sentencex did not see inside `text[start:end]`."""
    sentence = text[start:end]
    found: set[int] = set()
    if any(map(sentence.__contains__, language.boundaries.label_needs)):
        found.update(match.end() for match in language.boundaries.label.finditer(sentence))
    inner = sentence.rstrip()[:-2]
    if "." not in inner and "!" not in inner and "?" not in inner:
        return sorted(start + position for position in found)
    for match in _LOST_SPACE.finditer(sentence):
        if not _is_inside_address(text, start + match.end()):
            found.add(match.end())
    for match in _LOST_SPACE_QUOTE.finditer(sentence):
        closing = sentence.count('"', max(0, match.end() - WINDOW_CHARACTERS), match.end()) % 2 == 0
        found.add(match.end() if closing else match.end() - 1)
    for match in _AFTER_CLOSING.finditer(sentence):
        if len(sentence) <= LONG_SENTENCE and not _inside_quotation(sentence, match.end()):
            found.add(match.end())
    if len(sentence) > LONG_SENTENCE:
        for match in _INSIDE.finditer(sentence):
            stop = match.start() + 1
            if not language.boundaries.ends_abbreviated.search(sentence, max(0, stop - 16), stop):
                found.add(match.end())
    return sorted(start + position for position in found if position < len(sentence))


def _inside_quotation(sentence: str, position: int) -> bool:
    """Whether a quotation that opened before `position` closes behind it."""
    before, behind = sentence[:position], sentence[position:]
    if before.count("“") > before.count("”") and "”" in behind:
        return True
    return before.count('"') % 2 == 1 and '"' in behind
