"""Which pieces of a page are its article: a logistic model over the evidence, and what guards it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from summarize.reading.pages.evidence import Features, count_words, measure, overlap, resembling
from summarize.reading.pages.walk import LINK, Piece

if TYPE_CHECKING:
    from lxml.html import HtmlElement

WEIGHTS = "article.json"
LEAST_ALIKE = 90
"""Kept words of one form from which paragraphs of that form are kept too: an extraction by rules at times takes every
second part of an article that is cut up by advertisements."""
_REPEATED_WORDS = 8
"""A piece with so many that says the same as one before it is the article once more: for small screens, for print."""
_COPY_PIECES = 3
"""So many that are repeated one after the other are a second copy of the body; fewer are quoted once more."""


@dataclass(frozen=True, slots=True)
class Model:
    """A logistic model over named features, and the probability from which a piece is kept."""

    intercept: float
    weights: Mapping[str, float]
    threshold: float

    def probabilities(self, features: Features) -> NDArray[np.float64]:
        """*Shape:* (pieces,), 0 to 1"""
        logits = self.intercept + sum(weight * features[name] for name, weight in self.weights.items())
        return np.asarray(1 / (1 + np.exp(-np.clip(logits, -30, 30))), dtype=np.float64)


@cache
def load_model() -> Model:
    """The weights that are shipped."""
    data = json.loads(files(__package__).joinpath(WEIGHTS).read_text(encoding="utf-8"))
    return Model(data["intercept"], data["weights"], data["threshold"])


def extract_by_rules(tree: HtmlElement) -> str:
    """The article's text by trafilatura (Barbaresi, ACL 2021), "" where it finds none. It opens no connection."""
    import logging

    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(deepcopy(tree), fast=True, include_comments=False)
    except Exception:  # an extractor that fails on odd markup leaves the decision to the rest of the evidence
        return ""
    return (getattr(found, "text", None) or "") if found is not None else ""


def choose(pieces: Sequence[Piece], extracted: str, model: Model | None = None) -> list[Piece]:
    """The pieces that are the article, in their order, each once. `extracted` is its text by rules."""
    if not pieces:
        return []
    model = model or load_model()
    kept = model.probabilities(measure(pieces, overlap(pieces, extracted))) >= model.threshold
    kept |= resembling(pieces, kept, LEAST_ALIKE)
    kept &= np.array([piece.tag != LINK for piece in pieces], dtype=bool)
    return _each_once([pieces[i] for i in np.flatnonzero(kept).tolist()])


def _each_once(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces without what repeats a long one before it; of a second copy of the body, which is several of them in the
    order of the first, the short ones beside them go too.
    """
    long = [i for i, words in enumerate(count_words(pieces)) if words >= _REPEATED_WORDS]
    earliest: dict[str, int] = {}
    firsts = [earliest.setdefault(pieces[i].text, order) for order, i in enumerate(long)]
    dropped = {long[order] for order, first in enumerate(firsts) if first != order}
    for begin, end in _runs(firsts):
        if end - begin >= _COPY_PIECES:
            edges = [-1, *long, len(pieces)]
            for order in range(begin, end + 1):
                first = firsts[begin] + order - begin
                known = {piece.text for piece in pieces[edges[first] + 1 : edges[first + 1]]}
                between = range(edges[order] + 1, edges[order + 1])
                dropped.update(i for i in between if pieces[i].text in known)
    return [piece for i, piece in enumerate(pieces) if i not in dropped]


def _runs(firsts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Stretches of what is told again in the order in which it was first told."""
    begin = 0
    for end in range(1, len(firsts) + 1):
        if end == len(firsts) or firsts[end] == end or firsts[end] != firsts[end - 1] + 1:
            if firsts[begin] != begin:
                yield begin, end
            begin = end
