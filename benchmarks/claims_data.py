"""Annotated events as the classifier's fit wants them: sentences, vectors, and which pairs state the same fact."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.annotated import Event, load_events
from summarize.claims.grouping import ComparedStatements, compare
from summarize.embedding.embed import encode_sentences
from summarize.lexical.tokens import Tokenizer
from summarize.models import Encoder
from summarize.records.sentence import Sentence

DIFFERENT, SAME, PARTLY = 0, 1, 2
STRANGERS = (4, 6, 12)
"""Sizes of the collections in which nothing repeats."""


@dataclass(frozen=True, slots=True)
class Case:
    """An event with the features of its pairs. Pairs are of statements; labels are of sentences too."""

    name: str
    labels: NDArray[np.int8] = field(repr=False)
    """Of sentences: same, partly the same (not judged), different. *Shape:* (n, n)"""
    compared: ComparedStatements = field(repr=False)
    pair_labels: NDArray[np.int8] = field(repr=False)
    """*Shape:* (pairs,)"""
    copies: NDArray[np.int64] = field(repr=False)
    """How many pairs of sentences a pair of statements stands for. *Shape:* (pairs,)"""
    disputed: NDArray[np.bool_] = field(repr=False)
    """Which pairs contradict each other. *Shape:* (pairs,)"""
    texts: tuple[str, ...] = field(repr=False)
    """Of statements."""

    @property
    def members(self) -> tuple[tuple[int, ...], ...]:
        return self.compared.statements.members

    def matrix(self, names: Sequence[str]) -> NDArray[np.float64]:
        """Features by name. *Shape:* (pairs, len(names))"""
        return np.stack([self.compared.features[name] for name in names], axis=1)


def load_cases(folder: Path, encoder: Encoder) -> list[Case]:
    """The events of a folder by file name, with their annotated sentences instead of found ones."""
    return [_case_of(event, encoder) for event in load_events(folder)]


def load_strangers(folder: Path, encoder: Encoder) -> list[Case]:
    """Collections in which nothing repeats: one article of each of several events. What is alike in them is chance."""
    events = load_events(folder)
    cases = []
    for size in STRANGERS:
        for start in range(0, len(events) - size + 1, size):
            sentences = []
            for number, event in enumerate(events[start : start + size]):
                taken = event.documents[(start + number + size) % len(event.documents)]
                sentences += [
                    replace(s, document=number) for s in _content(event) if event.documents[s.document] is taken
                ]
            cases.append(_case(f"{size} articles from event {start + 1}", sentences, set(), set(), encoder))
    return cases


def pair_counts(case: Case, claims: Sequence[Sequence[int]]) -> tuple[int, int, int]:
    """True, false and missed pairs of sentences of a partition; pairs that are partly the same count neither way."""
    claim_of = np.zeros(len(case.labels), dtype=np.int64)
    for number, claim in enumerate(claims):
        claim_of[list(claim)] = number
    upper = np.triu_indices(len(case.labels), 1)
    together, labels = claim_of[upper[0]] == claim_of[upper[1]], case.labels[upper]
    return (
        int((together & (labels == SAME)).sum()),
        int((together & (labels == DIFFERENT)).sum()),
        int((~together & (labels == SAME)).sum()),
    )


def _content(event: Event) -> list[Sentence]:
    """The sentences of an event that are not clutter, with their tokens."""
    tokenizer = Tokenizer("english")
    sentences: list[Sentence] = []
    position: dict[int, int] = {}
    for i, s in enumerate(event.sentences):
        if i not in event.boilerplate:
            position[s.document] = place = position.get(s.document, -1) + 1
            sentences.append(replace(s, position=place, tokens=tokenizer(s.text)))
    return sentences


def _case_of(event: Event, encoder: Encoder) -> Case:
    row = {i: k for k, i in enumerate(i for i in range(len(event.sentences)) if i not in event.boilerplate)}
    same, partly = (
        {(row[a], row[b]) for a, b in pairs if a in row and b in row} for pairs in (event.same, event.overlapping)
    )
    conflicts = {(row[a], row[b]) for a, b in event.conflicts if a in row and b in row}
    return _case(event.id, _content(event), same, partly, encoder, conflicts)


def _case(
    name: str,
    sentences: Sequence[Sentence],
    same: Set[tuple[int, int]],
    partly: Set[tuple[int, int]],
    encoder: Encoder,
    conflicts: Set[tuple[int, int]] = frozenset(),
) -> Case:
    labels = np.full((len(sentences), len(sentences)), DIFFERENT, dtype=np.int8)
    for pairs, label in ((partly, PARTLY), (same, SAME)):
        for a, b in pairs:
            labels[a, b] = labels[b, a] = label
    compared = compare(sentences, encode_sentences(encoder, [s.text for s in sentences]))
    members = compared.statements.members
    blocks = [labels[np.ix_(members[a], members[b])] for a, b in zip(*compared.pairs, strict=True)]
    pair_labels = [SAME if (b == SAME).any() else PARTLY if (b == PARTLY).any() else DIFFERENT for b in blocks]
    apart = np.zeros(labels.shape, dtype=bool)
    for a, b in conflicts:
        apart[a, b] = apart[b, a] = True
    return Case(
        disputed=np.array([apart[np.ix_(members[a], members[b])].any() for a, b in zip(*compared.pairs, strict=True)]),
        texts=tuple(sentences[group[0]].text for group in members),
        name=name,
        labels=labels,
        compared=compared,
        pair_labels=np.array(pair_labels, dtype=np.int8),
        copies=np.array([b.size for b in blocks], dtype=np.int64),
    )
