"""The brief's title: the headline of a source that says best what the brief says."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from summarize.languages import get
from summarize.records.corpus import Corpus
from summarize.selection.personal import is_personal

MIN_TITLE_WORDS = 4
"""Shorter headlines are labels or bylines as often as not; a longer one is preferred."""


def choose_title(corpus: Corpus, told: Sequence[int]) -> str | None:
    """The headline of a document on topic that is nearest to the other headlines and to the sentences told, given by
    their indices; None when there is none.
    """
    headlines = {document: text for document, text in corpus.headlines.items() if document not in corpus.outliers}
    if not headlines:
        return None
    vectors = corpus.headline_vectors
    centre = np.mean([vectors[document] for document in headlines], axis=0)
    if told:
        centre = corpus.vectors[list(told)].mean(axis=0) + centre
    ranked = sorted(
        (
            is_personal(headline, get(corpus.language(document))),
            len(headline.split()) < MIN_TITLE_WORDS,
            -round(float(vectors[document] @ centre), 4),
            headline,
        )
        for document, headline in headlines.items()
    )
    return ranked[0][-1]
