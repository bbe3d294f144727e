"""Which documents do not belong with the others.

A collection from a search or a feed holds articles on something else. A document is an outlier when it is far less
like the others than they are like each other. Opposing views on one event are alike in this sense and stay; of two
events mixed half and half neither is an outlier. What sentences on any matter have in common in a model's space makes
all documents look alike, so some of it is taken off first.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from summarize.embedding import Memory, background, embed_exactly
from summarize.models import Encoder
from summarize.records.corpus import Corpus
from summarize.records.sentence import SentenceRole

OUTLIER_SHARE = 0.5
"""A document is an outlier below this share of the closeness of the collection's core. Of 467 documents of 86 invented
and real events none falls below it; of those put in from another event three quarters and more do."""
BACKGROUND_SHARE = 0.4
"""How much of the background is taken off. More tells outliers better and documents that belong worse."""
MIN_CORE = 0.4
"""Least closeness of a core. Below it the documents have no common topic that one of them could stray from."""
HEAD_SENTENCES = 10
"""Sentences at its head by which a document that looks like an outlier is judged. On the development and the invented
events ten find as many outliers as all do, and cast doubt on no others."""
SHORT_WORDS = 100
"""A document with fewer words of body is judged by its headline too. Of 361 articles of 66 invented and real events,
cut to their first sentence, 23.5 % are outliers without that and 6.1 % with it; of such put in from another event, 98.8
and 98.5 %. Cut to five sentences: 3.0 and 1.4 %, 96.5 and 96.3 %."""
MAX_COMPARED = 2_000
"""Other documents that one is compared with; of more, every second, third and so on, so that time grows in step."""
_BLOCK = 512
"""Documents compared with the others at once: bounds memory."""


def without_outliers(corpus: Corpus, encoder: Encoder, memory: Memory | None = None) -> Corpus:
    """The corpus without the documents that do not belong; the whole where nothing quotable would be left.

    Where the few encoded sentences of a document cast doubt on it, more of them are encoded, and decide.
    """
    found = find_outliers(corpus, lambda: background(encoder, memory))
    if found and not corpus.exact.all():
        heads = [s.document in found and s.position < HEAD_SENTENCES for s in corpus.sentences]
        sure = embed_exactly(corpus, np.array(heads), encoder, memory)
        if sure is not corpus:
            corpus = sure
            found &= find_outliers(corpus, lambda: background(encoder, memory))
    kept = corpus.without(found)
    return kept if kept.quotable else corpus


def find_outliers(corpus: Corpus, background: Callable[[], NDArray[np.float32]]) -> frozenset[int]:
    """The documents that do not belong.

    `background` gives the mean vector of sentences on many matters, *shape:* (d,); it is asked only when needed. A
    document is judged by its encoded sentences: imputed vectors are learnt from the sentences of the others, and make
    an outlier look like them.

    Closeness of a document is the median, over the others, of the cosine of their mean sentence vectors: a median,
    so that a few outliers do not make each other belong. A short document whose sentences are far from the others may
    still belong, as its headline counts as one of them, and what is no body does not count.
    """
    documents, rows = np.unique(corpus.document_of, return_inverse=True)
    if len(documents) < 3:
        return frozenset()
    # A document with no other vectors is judged by its imputed ones.
    judged = corpus.exact | ~np.isin(rows, rows[corpus.exact])
    rows, vectors = rows[judged], corpus.vectors[judged]
    means = np.zeros((len(documents), vectors.shape[1]))
    np.add.at(means, rows, vectors)
    means /= np.bincount(rows, minlength=len(documents))[:, None]
    common = BACKGROUND_SHARE * background()
    means = _unit(means - common)
    closeness = _median_cosine_to_others(means)
    core = float(closeness.max())
    if core < MIN_CORE:
        return frozenset()
    found = np.flatnonzero(closeness < OUTLIER_SHARE * core).tolist()
    body = np.array([sentence.role is SentenceRole.BODY for sentence in corpus.sentences])[judged]

    def belongs(row: int) -> bool:
        headline = corpus.headline_vectors.get(int(documents[row]))
        if headline is None or not _is_short(corpus, int(documents[row])):
            return False
        own = np.vstack([headline, vectors[body & (rows == row)]]).mean(axis=0)
        others = np.delete(means, row, axis=0)[:: 1 + len(means) // MAX_COMPARED]
        return float(np.median(others @ _unit(own - common))) >= OUTLIER_SHARE * core

    return frozenset(int(documents[row]) for row in found if not belongs(row))


def _is_short(corpus: Corpus, document: int) -> bool:
    own = (s.words for s in corpus.sentences if s.document == document and s.role is SentenceRole.BODY)
    return sum(own) < SHORT_WORDS


def _unit(vectors: NDArray[np.float64]) -> NDArray[np.float64]:
    unit: NDArray[np.float64] = vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9)
    return unit


def _median_cosine_to_others(means: NDArray[np.float64]) -> NDArray[np.float64]:
    others = np.arange(0, len(means), 1 + len(means) // MAX_COMPARED)
    closeness = np.empty(len(means))
    for start in range(0, len(means), _BLOCK):
        cosines = means[start : start + _BLOCK] @ means[others].T
        cosines[np.arange(start, start + len(cosines))[:, None] == others] = np.nan
        closeness[start : start + _BLOCK] = np.nanmedian(cosines, axis=1)
    return closeness
