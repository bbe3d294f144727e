"""The brief's title: the headline of a source that says best what the brief says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.records.document import Document
from summarize.records.sentence import Kind, Sentence
from summarize.selection.personal import is_personal
from summarize.selection.records import Selection

WORDS = 4
"""Shorter headlines are labels or bylines as often as not; a longer one is preferred."""


def find_headlines(documents: Sequence[Document], sentences: Sequence[Sentence]) -> dict[int, str]:
    """The headline of each document that has one: its title, or a headline line at its head."""
    titles = {index: " ".join((document.title or "").split()) for index, document in enumerate(documents)}
    found = {index: title for index, title in titles.items() if title}
    for sentence in sentences:
        if sentence.kind is Kind.HEADLINE and sentence.position == 0:
            found.setdefault(sentence.document, " ".join(sentence.text.split()))
    return dict(sorted(found.items()))


def choose_title(
    headlines: Mapping[int, str],
    headline_vectors: Mapping[int, NDArray[np.float32]],
    vectors: NDArray[np.float32],
    selection: Selection,
) -> str | None:
    """The headline nearest to the other headlines and to the brief's sentences; None when there is none.

    Both mappings go by document. *Shapes:* headline vectors (d,), `vectors` (sentences, d).
    """
    if not headlines:
        return None
    told = vectors[[choice.sentence for choice in selection.choices]]
    centre = told.mean(axis=0) + np.mean([headline_vectors[document] for document in headlines], axis=0)
    ranked = sorted(
        (
            is_personal(headline),
            len(headline.split()) < WORDS,
            -round(float(headline_vectors[document] @ centre), 4),
            headline,
        )
        for document, headline in headlines.items()
    )
    return ranked[0][-1]
