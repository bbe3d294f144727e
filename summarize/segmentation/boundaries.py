"""Sentences of a paragraph with exact offsets: every mark that may end one, and a model that says whether it does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from summarize.languages import Language
from summarize.native import NativeFaultError, guarded
from summarize.segmentation.ends import CLOSING, MARK, STRONG, WEAK, Evidence, is_end
from summarize.segmentation.items import find_items, item_marker
from summarize.segmentation.quotations import Quotation, find_quotations

WINDOW_CHARACTERS = 2_000
"""Characters given to sentencex at a time; with non-ASCII text its time grows with the square of the length."""

LONG_SENTENCE = 300
"""A sentence of more characters is also split inside its quotations; a shorter quotation stays whole, as the pieces of
one say little without its speaker and look like the reporter's own words."""

LONGEST_SENTENCE = 8_000
"""Characters without an end that are looked at together."""

_WHITE = re.compile(r"[^\S\x00-\x7f]")
_PLAIN_END = re.compile(r"[.!?。！？।۔؟]+\s+(?=\S)")
_LOST_SPACE = re.compile(
    r"(?<=[a-z]{2})[.!?](?:[”’]|(?=[“‘]))?(?=[“‘]?[A-Z][a-z]+(?:[ ,’']|$))(?!(?:Com|Net|Org|Co|Uk|Js)\b)"
)
_LOST_SPACE_QUOTE = re.compile(r"(?<=[a-z]{2})[.!?]\"(?=[A-Z][a-z]*[ ,’'])")
_GLUED = re.compile(r"(?P<label>(?:[A-Z][a-z]{2,})+)(?P<first>[A-Z][a-z]{2,}) [a-z]")
_CAPITALISED = re.compile("[A-Z][a-z]+")
GAP_CHARACTERS = 8
"""More white space between a sentence and the one before it is no matter."""
GLUED_CHARACTERS = 60
"""Of the head of a sentence, searched for labels of buttons."""
_RULE = re.compile(r"_{3,}(?:\s+_{3,})*")
"""A rule drawn between two entries."""
_TITLE, _ASIDES = "》", "》）)"
"""What closes the title of a work, and what closes that or a bracket."""
_MARKS = frozenset(f".．!?…{STRONG}｡{CLOSING}")


def sentence_spans(text: str, language: Language, small: Set[str] = frozenset()) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence of one paragraph, in order, without the white space around them.

    The paragraph holds no line ends; `small` are the words its document writes in small letters. The mark of a note
    behind a full stop, as in "[1]", and that of an item of a list belong to no sentence. Linear in its length.
    sentencex (Wikimedia), which knows marks and abbreviations of 244 languages, is one witness among several.
    """
    start = 0
    for stop, following in _ends(text, language, small):
        piece = text[start:stop]
        body = piece.strip()
        marker = item_marker(body, ordinals=language.boundaries.ordinals) if body else 0
        marker += _glued_label(body[marker : marker + GLUED_CHARACTERS], language)
        if len(body) > marker:
            first = start + len(piece) - len(piece.lstrip())
            yield first + marker, first + len(body)
        start = following


def _ends(text: str, language: Language, small: Set[str]) -> Iterator[tuple[int, int]]:
    """Where sentences end and where the next ones begin, rising, the text's own end last."""
    splitter = set(sentencex_ends(text, language.splitter))
    items = list(find_items(text))
    further = sorted(
        {
            *_foreign_ends(text, splitter, language),
            *_labels(text, language),
            *_lost_spaces(text),
            *(i.start for i in items),
        }
    )
    markers = {position for item in items for position in range(item.start, item.end)}
    walk = Walk(text, language, small, splitter)
    position, stop = 0, len(text)
    for mark in MARK.finditer(text):
        while position < len(further) and further[position] <= mark.start():
            if further[position] > walk.start:
                walk.start = further[position]
                yield walk.start, walk.start
            position += 1
        if mark.start() not in markers and may_end(text, mark, splitter) and walk.ends(mark):
            walk.start = mark.end()
            yield mark.end("close"), walk.start
        elif mark.end() == len(text):
            stop = mark.end("close")
    for end in further[position:]:
        if end > walk.start:
            yield end, end
    yield stop, len(text)


def may_end(text: str, mark: re.Match[str], splitter: Set[int]) -> bool:
    """Whether a sentence may end at a mark, for what stands right behind it; `splitter` are sentencex's ends."""
    behind = text[mark.end() : mark.end() + 1]
    if mark["gap"] or not behind:
        return bool(behind)
    sign = mark["mark"][-1]
    if sign in WEAK[:1]:
        # The space behind it was lost, as in "by 151 to 149.She will resign".
        lone_letter = text[max(0, mark.start() - 2) : mark.start()][:1].isspace() and text[mark.start() - 1].islower()
        return (
            behind.isupper()
            and not lone_letter  # "î.Hr."
            and mark.end() in splitter
            and not _is_inside_address(text, mark.end())
        )
    return sign in STRONG or (sign in WEAK and not behind.isdigit()) or (sign in "!?" and not behind.isascii())


def is_splitter_end(ends: Set[int], mark: re.Match[str]) -> bool:
    """Whether one of sentencex's ends is at the mark."""
    return mark.end() in ends or mark.end("close") in ends


class Walk:
    """Goes through the marks of a paragraph in order, and knows where the sentence at hand began."""

    def __init__(self, text: str, language: Language, small: Set[str], splitter: Set[int]) -> None:
        self.start = 0
        """Where the sentence at hand began; to be moved by whoever ends one."""
        self.evidence = Evidence(text, language, small)
        self._text = text
        self._table = language.boundaries
        self._splitter = splitter
        self._quotations = find_quotations(text)
        self._next = 0
        self._kept_whole: Quotation | None = None
        self._looked_at: Quotation | None = None

    def ends(self, mark: re.Match[str]) -> bool:
        """Whether the sentence at hand ends at the mark."""
        return not self.is_kept_whole(mark) and self._is_end(mark)

    def is_kept_whole(self, mark: re.Match[str]) -> bool:
        """Whether a quotation or a bracket goes on at the mark, or the sentence that says who spoke."""
        quotation = self._around(mark)
        if quotation is None:
            return bool(mark["close"]) and (
                self._is_aside(mark) or self._goes_on(mark, self._opens_with_quotation(mark))
            )
        if quotation is not self._looked_at:
            self._looked_at = quotation
            self._kept_whole = quotation if self._is_short(quotation) else None
        return quotation is self._kept_whole

    def _is_end(self, mark: re.Match[str]) -> bool:
        evidence = self.evidence.at(self.start, mark, is_splitter_end(self._splitter, mark))
        return is_end(evidence) and not self.evidence.ends_name(mark)

    def _around(self, mark: re.Match[str]) -> Quotation | None:
        """The quotation or bracket that the mark stands in, unless it closes there."""
        while self._next < len(self._quotations) and self._quotations[self._next].end < mark.end("close"):
            self._next += 1
        if self._next < len(self._quotations) and self._quotations[self._next].start < mark.start():
            return self._quotations[self._next]
        return None

    def _opens_with_quotation(self, mark: re.Match[str]) -> bool:
        """Whether the sentence at hand is, up to the mark, one quotation that closes there."""
        closed = self._quotations[self._next - 1] if self._next else None
        if closed is None or closed.end < mark.start() or closed.start - self.start > GAP_CHARACTERS:
            return False
        return not self._text[self.start : closed.start].strip()

    def _is_aside(self, mark: re.Match[str]) -> bool:
        """Whether a title of a work, or a bracket inside a sentence, closes at a mark that the sentence goes on behind
        at once, as scripts without spaces write it: 小说《谁在敲门？》获奖.
        """
        closed = mark["close"][0]
        behind = self._text[mark.end() : mark.end() + 1]
        if closed not in _ASIDES or mark["gap"] or not behind or behind.isupper():
            return False
        return closed == _TITLE or not self._opens_with_quotation(mark)

    def _is_short(self, quotation: Quotation) -> bool:
        """Whether the sentence with a quotation in it, up to the mark behind it, is short enough to be told whole."""
        limit = self.start + LONG_SENTENCE
        if quotation.end >= limit:
            return False
        last = MARK.search(self._text, max(quotation.start + 1, quotation.end - 2), limit + 2)
        return (last.end("mark") if last else len(self._text)) <= limit

    def _goes_on(self, mark: re.Match[str], opens: bool) -> bool:
        """Whether the sentence goes on behind a quotation that closes at the mark; `opens` if it opens the sentence."""
        if self._table.quoted_goes_on.match(self._text, mark.end()):
            return True
        return opens and mark["mark"][-1] not in WEAK and bool(self._table.attribution.match(self._text, mark.end()))


def _foreign_ends(text: str, splitter: Set[int], language: Language) -> set[int]:
    """Ends that sentencex sees at marks which only some scripts have."""
    found = set()
    for end in splitter:
        last = text[max(0, end - 8) : end].rstrip()[-1:]
        if last and last not in _MARKS and not last.isalnum() and (not last.isascii() or language.code == "el"):
            found.add(end)
    return found


def _labels(text: str, language: Language) -> set[int]:
    if not any(map(text.__contains__, language.boundaries.label_needs)):
        return set()
    return {match.end() for match in language.boundaries.label.finditer(text)}


def _glued_label(sentence: str, language: Language) -> int:
    """How many characters a button's label takes that lost the space behind it: "AdvertisementThe town"."""
    glued = _GLUED.match(sentence)
    words = language.boundaries.vocabulary
    if not glued or glued["first"] not in words:
        return 0
    return glued.end("label") if all(word.lower() in words for word in _CAPITALISED.findall(glued["label"])) else 0


def _lost_spaces(text: str) -> set[int]:
    """Ends behind which the space was lost."""
    found = {match.end() for match in _LOST_SPACE.finditer(text) if not _is_inside_address(text, match.end())}
    for match in _LOST_SPACE_QUOTE.finditer(text):
        closing = text.count('"', max(0, match.end() - WINDOW_CHARACTERS), match.end()) % 2 == 0
        found.add(match.end() if closing else match.end() - 1)
    for match in _RULE.finditer(text) if "___" in text else ():
        found.update((match.start(), match.end()))
    return found


def _is_inside_address(text: str, position: int) -> bool:
    """Whether a position without white space around it stands in a web or mail address."""
    before, behind = text[max(0, position - 60) : position].split(), text[position : position + 20].split()
    word = (before[-1] if before else "") + (behind[0] if behind else "")
    return "/" in word or "@" in word or word.startswith("www.")


def sentencex_ends(text: str, splitter: str) -> Iterator[int]:
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
