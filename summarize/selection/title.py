"""The brief's title: the headline of a source that says best what the brief says."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

import numpy as np
from numpy.typing import NDArray

from summarize.languages import get
from summarize.records.corpus import Corpus
from summarize.records.document import DEFAULT_LANGUAGE
from summarize.selection.personal import is_personal

MIN_FIT = 0.4
"""Cosine of a headline with what the brief tells, below which it speaks of something else: names of sections, appeals
and notices of a page stay below it in 199 of 200 cases, the best headline of none of 44 real events does."""
MIN_SHARED, LONG_WORD = 2, 4
"""A headline with so many words of so many letters in common with what is told speaks of it with any model."""

_WORD = re.compile(r"[^\W\d_]+")
MIN_TITLE_WORDS = 4
"""Shorter headlines are labels or bylines as often as not; a longer one is preferred."""


def choose_title(corpus: Corpus, told: Sequence[int], columns: Set[int] = frozenset()) -> str | None:
    """The headline of a document on topic that is nearest to the other headlines and to the sentences told, given by
    their indices; that of one of the `columns`, which are opinions as a whole, where no report has any. None when there
    is none, or none that speaks of what is told.
    """
    headlines = {document: text for document, text in corpus.headlines.items() if document not in corpus.outliers}
    if not headlines:
        return None
    vectors = corpus.headline_vectors
    fitting, centre = headlines, np.mean([vectors[document] for document in headlines], axis=0)
    if told:
        brief = corpus.vectors[list(told)].mean(axis=0)
        text = " ".join(corpus.sentences[sentence].text for sentence in told)
        words, beginnings = _long_words(text), _beginnings(text)

        def fits(document: int, headline: str) -> bool:
            if len(_long_words(headline) & words) >= MIN_SHARED:
                return True
            # Vectors that were learnt of English are near each other in any other language.
            code = corpus.language(document)
            is_told = code == DEFAULT_LANGUAGE or not get(code).has_spaces or _beginnings(headline) & beginnings
            return bool(is_told) and _cosine(vectors[document], brief) >= MIN_FIT

        fitting = {document: headline for document, headline in headlines.items() if fits(document, headline)}
        if not fitting:
            return None
        centre = brief + np.mean([vectors[document] for document in fitting], axis=0)
    ranked = sorted(
        (
            document in columns,
            is_personal(headline, get(corpus.language(document))),
            len(headline.split()) < MIN_TITLE_WORDS,
            -round(float(vectors[document] @ centre), 4),
            headline,
        )
        for document, headline in fitting.items()
    )
    return ranked[0][-1]


def _long_words(text: str) -> set[str]:
    return {word for word in text.lower().split() if len(word) >= LONG_WORD}


def _beginnings(text: str) -> set[str]:
    """How longer words begin, whatever their endings."""
    return {word[: LONG_WORD + 1] for word in _WORD.findall(text.lower()) if len(word) > LONG_WORD}


def _cosine(a: NDArray[np.float32], b: NDArray[np.float32]) -> float:
    return float(a @ b) / max(1e-9, float(np.linalg.norm(a) * np.linalg.norm(b)))
