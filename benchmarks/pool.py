"""What every system of a comparison is given: the same documents, sentences and vectors, and the same budget."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.outcome import Outcome, Span, Told
from summarize import Document
from summarize.embedding import Memory
from summarize.embedding.embed import encode_sentences
from summarize.models import Encoder, default_model, load_encoder
from summarize.records.sentence import Sentence, SentenceRole
from summarize.segmentation import split_documents


class Encoders(NamedTuple):
    """The default model with our adapter, and as it was published: what peers use."""

    ours: Encoder
    published: Encoder
    memory: Memory
    """Of the vectors that either made, so that each sentence is encoded once for all systems."""


def load_encoders() -> Encoders:
    return Encoders(load_encoder(), load_encoder(str(default_model.verified_folder())), Memory())


class Pool:
    """The sentences of one collection of documents, clutter already removed.

    Peers are compared for what they select and group, so they are spared what they have no means for: they get our
    sentences without the boilerplate we found, and quote only those that we would quote.
    """

    def __init__(self, documents: Sequence[Document], encoders: Encoders) -> None:
        self.documents = documents
        self.encoder, self._published, self.memory = encoders

    @cached_property
    def content(self) -> list[Sentence]:
        """All sentences but the boilerplate, in order of (document, start): what claims are made of."""
        return [s for s in split_documents(self.documents) if s.role is not SentenceRole.BOILERPLATE]

    @cached_property
    def vectors(self) -> NDArray[np.float32]:
        """Row i is the vector of `content[i]` by the published model. *Shape:* (len(content), d), L2-normalised."""
        return encode_sentences(self._published, [s.text for s in self.content], memory=self.memory)

    @cached_property
    def quotable(self) -> list[int]:
        """Indices of the sentences that may stand in a brief."""
        return [index for index, s in enumerate(self.content) if s.role is SentenceRole.BODY]

    def span(self, index: int) -> Span:
        s = self.content[index]
        return Span(s.document, s.start, s.end, s.text)

    def fill(self, order: Iterable[int], budget: int, similarity: NDArray[np.float64] | None = None) -> list[int]:
        """Takes sentences in this order while they fit into `budget` words; one too long is passed over.

        With `similarity` (*Shape:* (len(content), len(content))) a sentence nearer than .5 to one taken is passed
        over too. Gives the indices taken in the order of the documents.
        """
        taken: list[int] = []
        words = 0
        for index in order:
            length = self.content[index].words
            if words + length > budget or (similarity is not None and any(similarity[index, taken] > 0.5)):
                continue
            taken.append(index)
            words += length
        return sorted(taken)

    def brief(self, chosen: Iterable[int]) -> Outcome:
        """The brief of a system that cites nothing."""
        return Outcome(told=tuple(Told(self.content[index].text, (self.span(index),)) for index in chosen))

    def brief_of_claims(self, claims: Sequence[Sequence[int]], budget: int) -> Outcome:
        """The brief of a system that only groups: largest claim first, then the earliest; its first member is quoted.

        The first member of every other document is cited in support.
        """
        quotable = set(self.quotable)
        members = {
            next(index for index in claim if index in quotable): claim
            for claim in claims
            if not quotable.isdisjoint(claim)
        }
        order = sorted(members, key=lambda i: (-len(members[i]), self.content[i].position, self.content[i].document, i))
        return Outcome(
            told=tuple(
                Told(self.content[index].text, (self.span(index),), self._support(index, members[index]))
                for index in self.fill(order, budget)
            ),
            claims=tuple(tuple(self.span(index) for index in claim) for claim in claims),
        )

    def _support(self, quoted: int, claim: Sequence[int]) -> tuple[Span, ...]:
        first: dict[int, Span] = {}
        for index in claim:
            first.setdefault(self.content[index].document, self.span(index))
        first.pop(self.content[quoted].document, None)
        return tuple(first[document] for document in sorted(first))
