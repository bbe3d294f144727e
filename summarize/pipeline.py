"""The way of the data, from documents to the brief."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

from summarize.assembly import assemble
from summarize.claims import find_claims
from summarize.conflicts import find_conflicts
from summarize.embedding.background import background
from summarize.embedding.embed import encode_sentences, has_stand_ins
from summarize.embedding.screening import worth_encoding
from summarize.errors import DocumentError, NothingToSummarize
from summarize.models import Encoder, load_encoder
from summarize.options import Options
from summarize.provenance import find_off_topic, find_voices
from summarize.records.brief import Brief
from summarize.records.corpus import collect
from summarize.records.document import Document
from summarize.records.sentence import Kind, Sentence
from summarize.segmentation import split_documents
from summarize.selection import Findings, choose_title, find_headlines, select

MAX_SENTENCES = 250_000
"""Sentences of the largest collection. 100,000 take up to 2 GB (docs/performance.md), and memory grows in step."""
ENOUGH = 10
"""Sentences at its head by which a document that looks off topic is judged. On the development and the invented events
ten find as many strays as all do, and cast doubt on no others."""


def summarize(
    documents: Iterable[Document],
    options: Options | None = None,
    encoder: Encoder | Callable[[], Encoder] | None = None,
    on_stage: Callable[[str], None] = lambda stage: None,
) -> Brief:
    """One brief of several documents: what they report, each fact once, cited word for word.

    The encoder is the default model unless given; load one with `summarize.embedding.load_encoder` and pass it again
    to summarize many collections. A function in its place is called for one as soon as there is something to encode.
    `on_stage` is called with the name of each stage as it begins.

    Raises NothingToSummarize when no sentence can go into a brief of this length, DocumentError for a document that
    cannot be used or for more than MAX_SENTENCES sentences, ModelError when the model cannot be loaded.
    """
    options = options or Options()
    collection = collect(documents)

    on_stage("sentences")
    sentences = split_documents(collection.documents)
    content = [sentence for sentence in sentences if sentence.kind is not Kind.BOILERPLATE]
    if len(content) > MAX_SENTENCES:
        raise DocumentError(
            f"the documents have {len(content):,} sentences in all, more than the {MAX_SENTENCES:,} that one brief is "
            "made of; give fewer documents, or divide them by event or by day"
        )
    if not any(sentence.kind is Kind.BODY for sentence in content):
        raise NothingToSummarize(
            "no document holds a sentence that could be quoted: they are empty, or hold only headlines and clutter"
        )

    on_stage("model")
    ready = _ready(encoder)

    on_stage("embedding")
    headlines = find_headlines(collection.documents, content)
    encoded = worth_encoding(content)
    if not encoded.all() and not has_stand_ins(ready):
        encoded[:] = True
    texts = [*(sentence.text for sentence in content), *headlines.values()]
    vectors = encode_sentences(ready, texts, np.append(encoded, np.ones(len(headlines), dtype=bool)))
    headline_vectors = dict(zip(headlines, vectors[len(content) :].copy(), strict=True))
    vectors = vectors[: len(content)]

    on_stage("claims")
    off_topic = _off_topic(content, vectors, encoded, ready)
    if not any(sentence.kind is Kind.BODY and sentence.document not in off_topic for sentence in content):
        off_topic = frozenset()  # what strays is all there is to quote
    if off_topic:
        on_topic = [index for index, sentence in enumerate(content) if sentence.document not in off_topic]
        content, vectors, encoded = [content[index] for index in on_topic], vectors[on_topic], encoded[on_topic]
    voices = find_voices(collection.documents, content)
    claims = find_claims(content, vectors)

    on_stage("conflicts")
    published = [document.published for document in collection.documents]
    conflicts = find_conflicts(content, claims, vectors, voices, published, encoded=encoded)

    on_stage("selection")
    apart = frozenset().union(*(conflict.apart for conflict in conflicts))
    findings = Findings(claims.groups, claims.statement, claims.same, voices, apart)
    selection = select(content, vectors, findings, options)
    title = choose_title(
        {document: headline for document, headline in headlines.items() if document not in off_topic},
        headline_vectors,
        vectors,
        selection,
    )

    return assemble(
        collection,
        sentences,
        content,
        claims.groups,
        voices,
        conflicts,
        selection,
        title=title,
        headlines=headlines,
        off_topic=off_topic,
        model=ready.name,
        options=options,
    )


def _off_topic(
    content: Sequence[Sentence], vectors: NDArray[np.float32], encoded: NDArray[np.bool_], encoder: Encoder
) -> frozenset[int]:
    """Documents that do not belong.

    Where the few encoded sentences of a document cast doubt on it, more of them are encoded, in place, and decide.
    """
    found = find_off_topic(content, vectors, lambda: background(encoder), encoded)
    if not found or encoded.all():
        return found
    heads = [sentence.document in found and sentence.position < ENOUGH for sentence in content]
    doubted = ~encoded & np.array(heads)
    if not doubted.any():
        return found
    vectors[doubted] = encode_sentences(encoder, [content[index].text for index in np.flatnonzero(doubted).tolist()])
    encoded |= doubted
    return found & find_off_topic(content, vectors, lambda: background(encoder), encoded)


def _ready(encoder: Encoder | Callable[[], Encoder] | None) -> Encoder:
    if encoder is None:
        return load_encoder()
    if hasattr(encoder, "encode"):  # asked first: an encoder may well be callable too
        return cast(Encoder, encoder)
    return encoder()
