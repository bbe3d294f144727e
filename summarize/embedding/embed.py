"""The vectors of a corpus: which sentences are encoded, which vectors are imputed, what is remembered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from summarize.embedding.imputation import impute
from summarize.embedding.memory import Memory
from summarize.embedding.screening import choose_encoded
from summarize.embedding.unseen import scatter_unseen
from summarize.errors import ModelError
from summarize.models import Encoder
from summarize.models.encoder import KnowsBackground, KnowsSubwords
from summarize.models.probe import SENTENCES
from summarize.records.corpus import Corpus


def embed(corpus: Corpus, encoder: Encoder, memory: Memory | None = None) -> Corpus:
    """The corpus with the vectors of its sentences and headlines.

    Of a large corpus the sentences worth it are encoded, and the vectors of the others imputed, where the encoder can
    tell what it knows of subword tokens; any other encoder encodes them all.
    """
    count = len(corpus.sentences)
    exact = choose_encoded(corpus.sentences)
    if not exact.all() and not can_impute(encoder):
        exact = np.ones(count, dtype=bool)
    texts = [*(sentence.text for sentence in corpus.sentences), *corpus.headlines.values()]
    chosen = np.append(exact, np.ones(len(corpus.headlines), dtype=bool))
    vectors = encode_sentences(encoder, texts, chosen, memory)
    return replace(
        corpus,
        vectors=vectors[:count],
        exact=exact,
        headline_vectors=dict(zip(corpus.headlines, vectors[count:].copy(), strict=True)),
    )


def embed_exactly(corpus: Corpus, rows: NDArray[np.bool_], encoder: Encoder, memory: Memory | None = None) -> Corpus:
    """The corpus with these of its sentences encoded that were imputed. *Shape of* `rows`*:* (n,)"""
    more = rows & ~corpus.exact
    if not more.any():
        return corpus
    vectors = corpus.vectors.copy()
    texts = [corpus.sentences[index].text for index in np.flatnonzero(more).tolist()]
    vectors[more] = encode_sentences(encoder, texts, memory=memory)
    return replace(corpus, vectors=vectors, exact=corpus.exact | more)


def background(encoder: Encoder, memory: Memory | None = None) -> NDArray[np.float32]:
    """The mean vector of sentences on many matters: what all have in common in a model's space. *Shape:* (d,); not
    normalised
    """
    known = encoder.background() if isinstance(encoder, KnowsBackground) else None
    if known is not None:
        return known
    mean: NDArray[np.float32] = encode_sentences(encoder, SENTENCES, memory=memory).mean(axis=0)
    return mean


def can_impute(encoder: Encoder) -> bool:
    """Whether vectors can be imputed: whether the encoder tells what it knows of subword tokens."""
    return isinstance(encoder, KnowsSubwords) and encoder.subword_embeddings() is not None


def encode_sentences(
    encoder: Encoder,
    texts: Sequence[str],
    chosen: NDArray[np.bool_] | None = None,
    memory: Memory | None = None,
) -> NDArray[np.float32]:
    """The vectors of `texts`, equal texts encoded once. *Shape:* (len(texts), d), L2-normalised.

    The encoder sees the texts sorted by length, so that its batches need little padding, and the result does not depend
    on the order of the sources: on torch, what shares a batch with a sentence changes its vector in the last digits.
    The vectors of texts that are not `chosen` are imputed; unless given, all are. *Shape of* `chosen`*:* (len(texts),)
    """

    def encode(distinct: Sequence[str]) -> NDArray[np.float32]:
        found = encoder.encode(distinct) if memory is None else memory.encode(encoder, distinct)
        vectors = np.asarray(found, dtype=np.float32)
        if vectors.ndim != 2 or len(vectors) != len(distinct) or not np.isfinite(vectors).all():
            raise ModelError(
                f"the encoder {encoder.name} gave an array of shape {vectors.shape} for {len(distinct)} texts, or "
                "numbers that are none; it has to give a finite row for each"
            )
        return vectors

    unique = sorted(set(texts), key=lambda text: (len(text), text))
    row = {text: index for index, text in enumerate(unique)}
    rows = np.array([row[text] for text in texts], dtype=np.int64)
    if chosen is None or chosen.all():
        vectors = encode(unique).copy()
        scatter_unseen(vectors, unique, encoder)
        return vectors[rows]
    known = np.zeros(len(unique), dtype=bool)
    known[rows[chosen]] = True
    encoded = encode([unique[index] for index in np.flatnonzero(known)])
    vectors = np.zeros((len(unique), encoded.shape[1]), dtype=np.float32)
    vectors[known] = encoded
    impute(vectors, known, encoder, unique)
    scatter_unseen(vectors, unique, encoder)
    return vectors[rows]
