"""Which pieces of a page are its article: a logistic model over the evidence, and what guards it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
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
    words = count_words(pieces)
    seen: set[str] = set()
    chosen = []
    for i in np.flatnonzero(kept).tolist():
        if words[i] >= _REPEATED_WORDS:
            if pieces[i].text in seen:
                continue
            seen.add(pieces[i].text)
        chosen.append(pieces[i])
    return chosen
