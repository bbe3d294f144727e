"""What can be seen of a sentence without understanding it: its shape, its place, what stands around it, which of its
words the rest of the document uses, and what the rules of its language say.

A feature that looks at letters asks Unicode what they are, so that it means the same in any language.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, count

import numpy as np
from numpy.typing import NDArray

from summarize.records.document import BlockRole
from summarize.segmentation.roles.candidate import Candidate
from summarize.segmentation.roles.series import Floats, Ints, averaged, running, shifted, signed, starts_of

LONG_TOKEN = 4
"""Tokens of so many letters say what a sentence is about; shorter ones are mostly grammar."""

PROSE_WORDS = 8
"""A finished sentence of so many words is prose."""

WINDOWS = (2, 6, 20)
"""Paragraphs on either side over which what stands around is averaged."""

_UPPER, _LOWER, _DIGIT, _SPACE, _COMMA, _STOP, _ASK, _QUOTE, _COLON, _BAR, _SIGN, _BRACKET, _DASH, _OTHER = range(14)
_KINDS = 14
_MARKS = {
    **dict.fromkeys(",،、;；", _COMMA),
    **dict.fromkeys(".。．।۔…", _STOP),
    **dict.fromkeys("?!？！؟", _ASK),
    **dict.fromkeys("\"“”'‘’«»„「」", _QUOTE),
    ":": _COLON,
    **dict.fromkeys("|·•›>→▸►/\\×✕_*~", _BAR),
    **dict.fromkeys("@#©®™&+=%$€£", _SIGN),
    **dict.fromkeys("()[]{}", _BRACKET),
    **dict.fromkeys("-–—―", _DASH),
}
_LINK = re.compile(r"@\w|https?:|www\.|#\w|\w\.(?:com|org|net|co|io)\b")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b|\b\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}\b|\b(?:19|20)\d\d\b")

SHAPE = (
    *("words", "characters", "finished", "first", "last", "capitals", "capitalised", "digits", "commas", "asks"),
    *("quotes", "colons", "bars", "signs", "brackets", "dashes", "letters a word", "links", "dates", "short words"),
)
BLOCK = ("paragraph words", "paragraph sentences", "in paragraph", "from its end", "paragraph finished", "list item")
PLACE = ("from start", "from end", "share before", "paragraphs", "prose paragraphs", "prose share", "prose words")
AROUND = (
    *("words before", "words 2 before", "words behind", "words 2 behind"),
    *("finished before", "finished behind", "capitalised before", "capitalised behind"),
    *(f"prose in {width}" for width in WINDOWS),
    *(f"words in {width}" for width in WINDOWS),
    *("stamps in 6", "stamps in 20", "lines in 6"),
    *("prose since", "prose until", "first prose", "last prose"),
)
SHARED = ("shared", "shared with prose", "central", "seen before", "seen behind", "longer words")
NAMES = (*SHAPE, *BLOCK, *PLACE, *AROUND, *SHARED)


def shape_and_place(candidates: Sequence[Candidate], block_of: Ints) -> Floats:
    """*Shape:* (n, len(NAMES)), row i to candidate i, which stands in paragraph `block_of[i]`. Time is linear in the
    text, but for sorting.
    """
    shape = _shape(candidates)
    blocks = _Blocks(candidates, shape, block_of)
    columns = (shape, blocks.own(), blocks.place(), blocks.around(), _shared(candidates, blocks))
    return np.concatenate(columns, axis=1, dtype=np.float32)


def _shape(candidates: Sequence[Candidate]) -> Floats:
    texts = [c.text for c in candidates]
    n = len(texts)
    joined = "\n".join(texts)
    lengths = np.array([len(text) for text in texts], dtype=np.int64)
    starts = running(lengths + 1)[:-1]
    ends = starts + lengths
    kinds = _kinds(joined)
    of = np.repeat(np.arange(n), lengths + 1)[: len(kinds)]
    opens = np.flatnonzero(np.r_[True, kinds[:-1] == _SPACE] & (kinds != _SPACE))
    spaces = np.flatnonzero(np.r_[kinds == _SPACE, True])
    short = opens[(spaces[np.searchsorted(spaces, opens)] - opens <= 3) & (kinds[opens] == _LOWER)]
    by_kind = np.bincount(of * _KINDS + kinds, minlength=n * _KINDS).reshape(n, _KINDS).astype(float)

    def counted(positions: NDArray[np.int64]) -> NDArray[np.float64]:
        return np.bincount(of[positions], minlength=n).astype(float)

    def found(pattern: re.Pattern[str]) -> NDArray[np.float64]:
        at = np.fromiter((match.start() for match in pattern.finditer(joined)), dtype=np.int64)
        return counted(at)

    words = np.maximum(1, counted(opens))
    letters = by_kind[:, _UPPER] + by_kind[:, _LOWER]
    return np.stack(
        [
            np.log1p(words),
            np.log1p(lengths),
            np.array([c.finished for c in candidates], dtype=float),
            kinds[starts],
            kinds[np.maximum(starts, ends - 1)],
            by_kind[:, _UPPER] / np.maximum(1, letters),
            counted(opens[kinds[opens] == _UPPER]) / words,
            by_kind[:, _DIGIT] / np.maximum(1, lengths),
            by_kind[:, _COMMA] / words,
            np.minimum(3, by_kind[:, _ASK]),
            np.minimum(4, by_kind[:, _QUOTE]),
            np.minimum(3, by_kind[:, _COLON]),
            by_kind[:, _BAR] / words,
            np.minimum(4, by_kind[:, _SIGN]),
            np.minimum(4, by_kind[:, _BRACKET]),
            by_kind[:, _DASH] / words,
            letters / words,
            np.minimum(3, found(_LINK)),
            np.minimum(3, found(_CLOCK)),
            counted(short) / words,
        ],
        axis=1,
    ).astype(np.float32)


def _kinds(text: str) -> NDArray[np.uint8]:
    """What each character is."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    table = np.zeros(int(codes.max()) + 1, dtype=np.uint8)
    for character in set(text):
        table[ord(character)] = _class(character)
    kinds: NDArray[np.uint8] = table[codes]
    return kinds


@lru_cache(maxsize=4_096)
def _class(character: str) -> int:
    if character.isspace():
        return _SPACE
    if character.isdecimal():
        return _DIGIT
    if character.isalpha():
        return _UPPER if character.isupper() else _LOWER
    return _MARKS.get(character, _OTHER)


class _Blocks:
    """The paragraphs of a document, m of them, and what stands around each."""

    def __init__(self, candidates: Sequence[Candidate], shape: Floats, of: Ints) -> None:
        self.of = of
        self.first = starts_of(of)
        self.last = np.append(self.first[1:], len(of)) - 1
        self.sentences = self.last - self.first + 1
        words = np.array([c.words for c in candidates], dtype=float)
        self.words = np.add.reduceat(words, self.first)
        self.finished = shape[self.last, 2]
        self.capitalised = shape[self.first, 6]
        self.sentence_prose = (words >= PROSE_WORDS) & (shape[:, 2] > 0)
        self.prose = np.maximum.reduceat(self.sentence_prose.astype(float), self.first)
        lone = (self.sentences == 1) & (self.finished == 0)
        self.lines = lone.astype(float)
        self.stamps = (lone & (self.words <= PROSE_WORDS + 4) & (shape[self.first, 18] > 0)).astype(float)
        self.listed = np.array([c.block_role is BlockRole.LIST_ITEM for c in candidates], dtype=float)

    def own(self) -> Floats:
        index = np.arange(len(self.of))
        return np.stack(
            [
                np.log1p(self.words)[self.of],
                self.sentences[self.of],
                index - self.first[self.of],
                self.last[self.of] - index,
                self.finished[self.of],
                self.listed,
            ],
            axis=1,
        ).astype(np.float32)

    def place(self) -> Floats:
        m, n = len(self.words), len(self.of)
        before = np.cumsum(self.words) - self.words
        whole = np.ones(n)
        prose_words = float(self.words[self.prose > 0].sum())
        return np.stack(
            [
                np.log1p(self.of),
                np.log1p(m - 1 - self.of),
                (before / max(1.0, float(self.words.sum())))[self.of],
                whole * np.log1p(m),
                whole * np.log1p(self.prose.sum()),
                whole * self.prose.mean(),
                whole * prose_words / max(1.0, float(self.words.sum())),
            ],
            axis=1,
        ).astype(np.float32)

    def around(self) -> Floats:
        m = len(self.words)
        logs = np.log1p(self.words)
        columns = [shifted(logs, 1), shifted(logs, 2), shifted(logs, -1), shifted(logs, -2)]
        columns += [shifted(self.finished, 1), shifted(self.finished, -1)]
        columns += [shifted(self.capitalised, 1), shifted(self.capitalised, -1)]
        columns += [averaged(self.prose, width) for width in WINDOWS]
        columns += [averaged(np.minimum(60.0, self.words), width) for width in WINDOWS]
        columns += [averaged(self.stamps, 6), averaged(self.stamps, 20), averaged(self.lines, 6)]
        numbers = np.arange(m)
        prose = np.flatnonzero(self.prose)
        if len(prose):
            at = np.searchsorted(prose, numbers)
            since = np.where(at > 0, numbers - prose[np.maximum(0, at - 1)], m)
            behind = np.searchsorted(prose, numbers, side="right")
            until = np.where(behind < len(prose), prose[np.minimum(len(prose) - 1, behind)] - numbers, m)
            columns += [np.log1p(since), np.log1p(until)]
            # Longer paragraphs alone mark the article's beginning and end.
            long = np.flatnonzero((self.prose > 0) & (self.words >= 2 * PROSE_WORDS))
            edges = long if len(long) else prose
            columns += [signed(numbers - edges[0]), signed(numbers - edges[-1])]
        else:
            columns += [np.full(m, np.log1p(m))] * 2 + [np.zeros(m)] * 2
        return np.stack(columns, axis=1)[self.of].astype(np.float32)


def _shared(candidates: Sequence[Candidate], blocks: _Blocks) -> Floats:
    """How a sentence's longer words go with those of the document."""
    n = len(candidates)
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    own = [[token for token in c.tokens if len(token) >= LONG_TOKEN] for c in candidates]
    ids = np.fromiter(map(numbers.__getitem__, chain.from_iterable(own)), dtype=np.int64)
    of = np.repeat(np.arange(n), [len(tokens) for tokens in own])
    size = max(1, len(numbers))
    pairs = np.unique(of * size + ids) if len(ids) else np.zeros(0, dtype=np.int64)
    of, ids = pairs // size, pairs % size
    # A paragraph counts once: what it says in two sentences is not yet what the document is about.
    spread = np.unique(blocks.of[of] * size + ids) if len(ids) else pairs
    everywhere = np.bincount(spread % size, minlength=size)
    is_prose = blocks.prose[spread // size] > 0
    in_prose = np.bincount(spread[is_prose] % size, minlength=size)
    others = everywhere[ids] - 1
    prose_others = in_prose[ids] - (blocks.prose[blocks.of[of]] > 0)
    per = np.maximum(1, np.bincount(of, minlength=n))
    paragraphs = max(1.0, float(blocks.prose.sum()))

    def mean(values: NDArray[np.floating]) -> NDArray[np.float64]:
        return np.bincount(of, weights=values, minlength=n) / per

    texts = [" ".join(c.text.lower().split()) for c in candidates]
    before, behind = _repeats(texts)
    return np.stack(
        [
            mean((others > 0).astype(float)),
            mean((prose_others > 0).astype(float)),
            mean(np.log1p(prose_others)) / np.log1p(paragraphs),
            before,
            behind,
            np.minimum(per, 30),
        ],
        axis=1,
    ).astype(np.float32)


def _repeats(texts: Sequence[str]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """How often each text stands before and behind itself, up to 3 times."""
    seen: defaultdict[str, int] = defaultdict(int)
    before = np.zeros(len(texts))
    for i, text in enumerate(texts):
        before[i] = seen[text]
        seen[text] += 1
    all_ = np.array([seen[text] for text in texts], dtype=float)
    return np.minimum(3.0, before), np.minimum(3.0, all_ - before - 1)
