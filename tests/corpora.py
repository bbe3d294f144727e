"""Corpora put together by hand, for the tests of single stages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import numpy as np

from summarize import Document
from summarize.lexical.tokens import Tokenizer
from summarize.provenance import Copies
from summarize.records.corpus import Corpus
from summarize.records.sentence import Sentence, SentenceRole


def sentences_of(*articles: Sequence[str], headlines: Sequence[str] = ()) -> list[Sentence]:
    """Document by document; texts among `headlines` are headlines, everything else can be quoted."""
    tokenizer = Tokenizer("english")
    return [
        Sentence(
            document,
            1000 * position,
            1000 * position + len(text),
            text,
            position=position,
            role=SentenceRole.HEADLINE if text in headlines else SentenceRole.BODY,
            tokens=tokenizer(text),
        )
        for document, article in enumerate(articles)
        for position, text in enumerate(article)
    ]


def corpus_of(
    sentences: Sequence[Sentence],
    vectors: Any = None,
    *,
    exact: Sequence[bool] | None = None,
    documents: Sequence[Document] | None = None,
    published: Sequence[datetime | None] = (),
    titles: Sequence[str | None] = (),
    headlines: Mapping[int, str] | None = None,
    headline_vectors: Mapping[int, Sequence[float]] | None = None,
) -> Corpus:
    """A corpus of these sentences; without vectors it is one that is not embedded yet.

    Unless `documents` are given, as many are invented as the numbers of documents ask for, and their texts do not hold
    the sentences. All vectors were encoded unless `exact` says otherwise.
    """
    if documents is None:
        numbers = [sentence.document for sentence in sentences]
        count = max(1 + max([*numbers, *(headlines or {})], default=-1), len(published), len(titles))
        dates, names = ([*given, *[None] * (count - len(given))] for given in (published, titles))
        documents = [
            Document(f"d{number}", f"Document {number}.", title=title, published=date)
            for number, (title, date) in enumerate(zip(names, dates, strict=True))
        ]
    embedded: dict[str, Any] = {}
    if vectors is not None:
        rows = np.asarray(vectors, dtype=np.float32)
        embedded = {"vectors": rows, "exact": np.ones(len(rows), dtype=bool) if exact is None else np.array(exact)}
    return Corpus(
        given=tuple(documents),
        documents=tuple(documents),
        numbers=tuple((number,) for number in range(1, len(documents) + 1)),
        sentences=tuple(sentences),
        headlines=headlines or {},
        headline_vectors={
            document: np.asarray(vector, dtype=np.float32) for document, vector in (headline_vectors or {}).items()
        },
        **embedded,
    )


def no_copies(corpus: Corpus) -> Copies:
    """Every document of the corpus speaks for itself."""
    return Copies(tuple(range(len(corpus.documents))))
