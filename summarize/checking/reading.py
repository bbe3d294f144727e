"""What of the sources is read against each sentence of a draft, whole and clause by clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from summarize.embedding import Memory
from summarize.embedding.embed import embed, embed_exactly, encode_sentences
from summarize.languages import get
from summarize.lexical.tfidf import bags, weighted
from summarize.lexical.tokens import Tokenizer
from summarize.models import Encoder
from summarize.records.corpus import Corpus
from summarize.records.document import Document
from summarize.records.sentence import Sentence
from summarize.relations import LABELS, Reader, RelationModel

NEAREST, ALIKE, MAX_READ = 6, 3, 14
"""Sentences of the sources that are read against one of the draft: the nearest by meaning, the likest by words, and the
nearest of each further document as far as there is room."""
NEAREST_CLAUSE = 4
"""Sentences of the sources that are read against one clause."""
MIN_CLOSENESS = 0.5
"""Least cosine of what is read because its document has not been read yet."""
MIN_CLAUSE_WORDS = 4

Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """A sentence of the draft, or a clause of one, and what was read against it: m sentences of the sources."""

    index: int
    """Of the sentence or clause in the corpus."""
    found: Indices
    """Sentences of the sources in the corpus, the nearest first. *Shape:* (m,)"""
    closeness: NDArray[np.float64]
    """Cosine of each. *Shape:* (m,)"""
    relations: NDArray[np.float64]
    """The probability of each of LABELS; all 0 for what cannot be read. *Shape:* (m, 4)"""


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """The sources and the draft in one corpus, and what was read."""

    corpus: Corpus
    """Sentences of the sources, then of the draft, then clauses of these."""
    draft: int
    """The draft's number among the documents; it is the last."""
    whole: tuple[Read, ...]
    """One for every sentence of the draft, in order."""
    clauses: tuple[tuple[Read, ...], ...]
    """For every sentence its clauses; none for a sentence of one clause."""


def read_draft(
    sources: Corpus,
    draft: Document,
    sentences: Sequence[Sentence],
    encoder: Encoder,
    relations: RelationModel | None,
    memory: Memory | None = None,
) -> Reading:
    """What the sources, segmented, say of these sentences of a draft."""
    own = [replace(sentence, document=len(sources.documents)) for sentence in sentences]
    parts = [_clauses(sentence) for sentence in own]
    added = (*own, *(clause for clauses in parts for clause in clauses))
    count = len(sources.sentences)
    sources = embed(sources, encoder, memory)
    vectors = encode_sentences(encoder, [sentence.text for sentence in added], memory=memory)
    corpus = replace(
        sources,
        documents=(*sources.documents, draft),
        languages=(*sources.languages, draft.language or own[0].language if own else ""),
        sentences=(*sources.sentences, *added),
        vectors=np.concatenate([sources.vectors, vectors]),
        exact=np.concatenate([sources.exact, np.ones(len(added), dtype=bool)]),
    )
    chosen = _candidates(corpus, count, len(own))
    rows = np.zeros(len(corpus.sentences), dtype=bool)
    rows[np.concatenate([np.zeros(0, dtype=np.int64), *chosen])] = True
    corpus = embed_exactly(corpus, rows, encoder, memory)
    read = _read_all(corpus, count, chosen, None if relations is None else Reader(relations, corpus))
    further = iter(read[len(own) :])
    clauses = tuple(tuple(next(further) for _ in clauses) for clauses in parts)
    return Reading(corpus, len(sources.documents), tuple(read[: len(own)]), clauses)


def _clauses(sentence: Sentence) -> list[Sentence]:
    """The clauses of a sentence that has several, as sentences of their own; short ones stay with what is before."""
    language = get(sentence.language)
    tokenizer = Tokenizer(language.stemmer)
    edges = [0]
    for joint in language.checks.joint.finditer(sentence.text):
        if _words(sentence.text[edges[-1] : joint.start()]) >= MIN_CLAUSE_WORDS:
            edges.append(joint.start())
    if len(edges) > 1 and _words(sentence.text[edges[-1] :]) < MIN_CLAUSE_WORDS:
        edges.pop()
    if len(edges) < 2:
        return []
    found = []
    for start, end in zip(edges, [*edges[1:], len(sentence.text)], strict=True):
        raw = sentence.text[start:end]
        text = raw.strip(" ,;:–—-\n\t")
        at = sentence.start + start + raw.index(text)
        found.append(replace(sentence, start=at, end=at + len(text), text=text, tokens=tokenizer(text)))
    return found


def _words(text: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in text.split())


def _candidates(corpus: Corpus, count: int, whole: int) -> list[Indices]:
    """For every sentence and clause of the draft what of the first `count` sentences is read against it; of these
    `whole` are sentences.
    """
    if not count:
        return [np.zeros(0, dtype=np.int64)] * (len(corpus.sentences) - count)
    documents = corpus.document_of[:count]
    silent = np.array([_is_silent(sentence) for sentence in corpus.sentences[:count]])
    words = weighted(bags(corpus.sentences))
    found = []
    for place, index in enumerate(range(count, len(corpus.sentences))):
        close = np.round(corpus.vectors[:count] @ corpus.vectors[index], 5).astype(np.float64)
        close[silent] = -1
        order = np.lexsort((np.arange(count), -close))[: np.count_nonzero(~silent)]
        if place >= whole:
            found.append(order[:NEAREST_CLAUSE])
            continue
        alike = np.round((words[:count] @ words[index].T).toarray().ravel(), 5)
        alike[silent] = -1
        likest = [i for i in np.lexsort((np.arange(count), -alike))[:ALIKE].tolist() if alike[i] > 0]
        firsts = order[np.unique(documents[order], return_index=True)[1]]
        apart = firsts[close[firsts] >= MIN_CLOSENESS]
        apart = apart[np.lexsort((apart, -close[apart]))].tolist()
        chosen = list(dict.fromkeys([*order[:NEAREST].tolist(), *likest, *apart]))[:MAX_READ]
        found.append(np.array(chosen, dtype=np.int64))
    return found


def _is_silent(sentence: Sentence) -> bool:
    """Whether a sentence of a source reports nothing: a question, or a cell of a table without a word."""
    return not any(map(str.isalpha, sentence.text)) or sentence.text.rstrip("\"'”’»)]").endswith(("?", "？", "؟"))


def _read_all(corpus: Corpus, count: int, chosen: Sequence[Indices], reader: Reader | None) -> list[Read]:
    pairs = [(count + place, i) for place, indices in enumerate(chosen) for i in indices.tolist()]
    relations = np.zeros((len(pairs), len(LABELS)))
    if reader is not None:
        rows = [row for row, pair in enumerate(pairs) if reader.can_read(*pair)]
        left, right = ([pairs[row][side] for row in rows] for side in (0, 1))
        relations[rows] = np.round(reader.read(left, right), 4)
    read, row = [], 0
    for place, indices in enumerate(chosen):
        index = count + place
        close = np.round((corpus.vectors[indices] @ corpus.vectors[index]).astype(np.float64), 5)
        order = np.lexsort((indices, -close))
        read.append(Read(index, indices[order], close[order], relations[row : row + len(indices)][order]))
        row += len(indices)
    return read
