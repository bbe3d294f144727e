"""What speaks for a piece of a page being part of its article: an extraction by rules, its form, its neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarize.reading.pages.walk import SENTENCE_END, TOKEN, Piece
from summarize.records.document import BlockRole

GRAM = 4
"""Tokens that are compared together, as in the benchmark the weights are fitted on."""
PROSE_WORDS = 15
"""A paragraph with so many is no label and no link."""
_LINE_WORDS = 8
_ROLES = (BlockRole.HEADING, BlockRole.LIST_ITEM, BlockRole.CAPTION, BlockRole.TABLE, BlockRole.QUOTATION)
_TAGS = ("h1", "p", "div")
_PLACES = ("nav", "aside", "footer", "header", "form", "figure", "article", "main")

Features = Mapping[str, NDArray[np.float64]]


def overlap(pieces: Sequence[Piece], text: str) -> NDArray[np.float64]:
    """Share of every piece that stands in a text too, 0 to 1: of its runs of four tokens, or all its line where it
    has fewer; of a table the share of the whole of it. *Shape:* (pieces,)
    """
    known = set(_grams(TOKEN.findall(text)))
    lines = {line.strip().removeprefix("- ") for line in text.split("\n")}
    shares = np.zeros(len(pieces))
    for i, piece in enumerate(pieces):
        if len(piece.tokens) >= GRAM:
            grams = _grams(piece.tokens)
            shares[i] = sum(map(known.__contains__, grams)) / len(grams)
        else:
            shares[i] = piece.text in lines
    tables = _Groups(pieces, lambda piece: piece.table)
    whole = tables.shares(shares, count_words(pieces))
    return np.where([piece.table is not None for piece in pieces], whole, shares)


def count_words(pieces: Sequence[Piece]) -> NDArray[np.float64]:
    """Words of every piece. *Shape:* (pieces,)"""
    return np.array([len(piece.tokens) for piece in pieces], dtype=np.float64)


def measure(pieces: Sequence[Piece], extracted: NDArray[np.float64]) -> Features:
    """The features of every piece by name, each of *shape* (pieces,); `extracted` is their overlap with the extraction
    by rules.
    """
    words = count_words(pieces)
    kin, siblings = (
        _without_own(pieces, extracted, words, key) for key in (_kind, lambda piece: (piece.parent, piece.tag))
    )
    prose = _is_prose(pieces, words)
    features: dict[str, Any] = {
        "extracted": extracted,
        "words": np.log1p(words),
        "short": words < _LINE_WORDS,
        "linked": [piece.linked for piece in pieces],
        "all_linked": [piece.linked > 0.9 for piece in pieces],
        "stressed": [piece.stressed > 0.9 for piece in pieces],
        "siblings": siblings,
        "kin": kin,
        "kin_prose": kin * prose,
        "near": _near(extracted * (words >= _LINE_WORDS)),
        "capitals": [_capitals(piece.text) for piece in pieces],
        "capitalized": [_capitalized(piece.tokens) for piece in pieces],
        "colon": [":" in piece.text[:40] and count < 30 for piece, count in zip(pieces, words, strict=True)],
        "colon_last": [piece.text.endswith(":") for piece in pieces],
        **_positions(extracted, words),
        **{role.value: [piece.role is role for piece in pieces] for role in _ROLES},
        **{f"tag_{tag}": [piece.tag == tag for piece in pieces] for tag in _TAGS},
        **{f"in_{place}": [place in piece.places for piece in pieces] for place in _PLACES},
    }
    return {name: np.asarray(values, dtype=np.float64) for name, values in features.items()}


def resembling(pieces: Sequence[Piece], kept: NDArray[np.bool_], least_words: int) -> NDArray[np.bool_]:
    """Paragraphs of prose that are formed as at least so many kept words are: the same tag, in an element of the same
    class. *Shape:* (pieces,)
    """
    words = count_words(pieces)
    groups = _Groups(pieces, _kind)
    named = np.array([bool(piece.parent.get("class")) or piece.parent.tag == "article" for piece in pieces], dtype=bool)
    paragraphs = np.array([piece.tag == "p" for piece in pieces], dtype=bool)
    alike: NDArray[np.bool_] = groups.sums(kept * words) >= least_words
    return np.asarray(alike & named & paragraphs & _is_prose(pieces, words), dtype=np.bool_)


def _is_prose(pieces: Sequence[Piece], words: NDArray[np.float64]) -> NDArray[np.bool_]:
    finished = [bool(SENTENCE_END.search(piece.text)) and piece.linked < 0.3 for piece in pieces]
    captions = [piece.role is BlockRole.CAPTION for piece in pieces]
    prose = (words >= PROSE_WORDS) & np.array(finished, dtype=bool) & ~np.array(captions, dtype=bool)
    return np.asarray(prose, dtype=np.bool_)


def _grams(tokens: Sequence[str]) -> list[tuple[str, ...]]:
    if 0 < len(tokens) < GRAM:
        return [tuple(tokens)]
    return list(zip(*(tokens[i:] for i in range(GRAM)), strict=False))


def _kind(piece: Piece) -> tuple[Any, ...]:
    return piece.parent.tag, piece.parent.get("class"), piece.tag


class _Groups:
    """Pieces that share a key."""

    def __init__(self, pieces: Sequence[Piece], key: Any) -> None:
        numbers: dict[Any, int] = {}
        self._of = np.array([numbers.setdefault(key(piece), len(numbers)) for piece in pieces], dtype=np.int64)
        self._count = len(numbers)

    def sums(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        total = np.bincount(self._of, weights=values, minlength=self._count)[self._of]
        return np.asarray(total, dtype=np.float64)

    def shares(self, values: NDArray[np.float64], weight: NDArray[np.float64]) -> NDArray[np.float64]:
        return self.sums(values * weight) / np.maximum(1, self.sums(weight))


def _without_own(
    pieces: Sequence[Piece], extracted: NDArray[np.float64], words: NDArray[np.float64], key: Any
) -> NDArray[np.float64]:
    groups = _Groups(pieces, key)
    others = groups.sums(words) - words
    return (groups.sums(words * extracted) - words * extracted) / np.maximum(1, others)


def _near(extracted: NDArray[np.float64]) -> NDArray[np.float64]:
    """Of the three before and the three after."""
    return (np.convolve(extracted, np.ones(7))[3 : len(extracted) + 3] - extracted) / 6


def _positions(extracted: NDArray[np.float64], words: NDArray[np.float64]) -> dict[str, NDArray[Any]]:
    """Before or behind all that was extracted, and how far."""
    n = np.arange(len(extracted))
    found = np.flatnonzero((extracted > 0.5) & (words >= _LINE_WORDS))
    low, high = (int(found[0]), int(found[-1])) if len(found) else (0, len(extracted))
    return {
        "before": n < low,
        "first": n <= low,
        "behind": n > high,
        "far": np.clip(np.maximum(low - n, n - high) / 20, 0, 1),
    }


def _capitals(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return letters > 8 and sum(map(str.isupper, text)) > 0.6 * letters


def _capitalized(tokens: Sequence[str]) -> float:
    return float(sum(token[0].isupper() for token in tokens)) / max(1, len(tokens))
