"""What speaks for and against a sentence of a draft, as named numbers that the classifier weighs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from summarize.checking.details import Fact, Opposed, covered, facts_of, holds, holds_name, opposed
from summarize.checking.exchanges import (
    Exchange,
    content,
    exchanged_figures,
    exchanged_names,
    opposites,
    swapped_counts,
)
from summarize.checking.offices import KnownOffices
from summarize.checking.reading import Read, Reading
from summarize.conflicts.classifier import Weights, default_weights
from summarize.conflicts.parsing import ParsedSentences
from summarize.languages import get
from summarize.lexical.words import plain
from summarize.relations import CONTRADICTS, PART, SAME

NEAR, WIDTH = 0.5, 0.08
"""The cosine at which what a sentence says of another counts half, and how steeply that rises: what is far apart is of
different things, whatever a model makes of the two."""
MIN_EVIDENCE = 0.3
"""Weighted probability of sharing a fact from which a sentence of a source is evidence for one of the draft."""
MIN_EVIDENT = 0.6
"""Cosine from which it is evidence in any case."""
BESIDE = 0.1
"""Cosine by which what is nearly as close as the nearest may be farther away."""
MIN_OPPOSITE = 0.5
"""How near a sentence of a source must be whose words of opposite sense speak against one of the draft."""
MIN_DIFFERS = 0.2
"""Certainty from which two values are shown as what differs."""


@dataclass(frozen=True, slots=True, eq=False)
class Findings:
    """What was found for one sentence of a draft."""

    read: Read
    clauses: tuple[Read, ...]
    evidence: tuple[int, ...]
    """Sentences of the sources that share a fact with it, rising."""
    facts: tuple[Fact, ...]
    missing: tuple[Fact, ...]
    """Those of `facts` that no evidence holds."""
    nowhere: tuple[Fact, ...]
    """Those that nothing of all that was read holds."""
    opposed: tuple[Opposed, ...]
    exchanged: tuple[tuple[int, Exchange], ...]
    """What stands in the place of its words, by sentence of the sources."""
    has_wrong_office: bool
    """Whether it gives somebody an office to whom the sources give others alone."""
    features: Mapping[str, float]

    @property
    def is_unsupported(self) -> bool:
        """Whether nothing supports all of it: a figure of it stands in nothing that was read, a name in no source, or
        what is near it says the opposite, and nothing near says the same.
        """
        near = near_of(self.read)
        return (
            self.features["names_unknown"] > 0
            or any(fact.kind != "name" for fact in self.nowhere)
            or self.has_wrong_office
            or any(
                exchange.kind == "opposite" and exchange.of_one_thing and near[i] >= MIN_OPPOSITE
                for i, exchange in self.exchanged
            )
        )

    def differences(self) -> list[Opposed]:
        """What differs, the surest first: figures, names and words of opposite sense."""
        near = near_of(self.read)
        found = [o for o in self.opposed if o.certainty >= MIN_DIFFERS]
        found += [Opposed(e.kind, e.mine, i, e.yours, near[i]) for i, e in self.exchanged]
        return sorted(found, key=lambda o: (o.kind == "polarity", -round(o.certainty, 6), o.other, o.mine))


class Finder:
    """Finds what the sources say of sentences of a draft."""

    def __init__(self, reading: Reading, weights: Weights | None = None) -> None:
        self._reading, self._weights = reading, default_weights() if weights is None else weights
        corpus = reading.corpus
        self._parsed = ParsedSentences(corpus)
        sources = [sentence for sentence in corpus.sentences if sentence.document != reading.draft]
        self._rarity = Rarity([sentence.tokens for sentence in sources])
        self._offices = KnownOffices(self._parsed, len(sources))
        words: dict[int, set[str]] = {}
        for sentence, found in zip(sources, self._parsed.words, strict=False):
            words.setdefault(sentence.document, set()).update(found)
        self._small = frozenset(word for found in words.values() for word in found if word.islower())
        self._names = {n: {plain(word) for word in found if not word.islower()} for n, found in words.items()}
        self._named = frozenset().union(*self._names.values())

    def find(self, number: int, only: Sequence[int] | None = None) -> Findings:
        """What was found for the sentence of this number; `only` by these documents, if given."""
        read, clauses = self._reading.whole[number], self._reading.clauses[number]
        if only is not None:
            read, *rest = (self._of(one, frozenset(only)) for one in (read, *clauses))
            clauses = tuple(rest)
        corpus = self._reading.corpus
        evidence = sorted({i for one in (read, *clauses) for i in _evidence(one)})
        facts = facts_of(self._parsed[read.index], self._small, self._named)
        missing = [f for f in facts if not any(holds(f, self._parsed[i]) for i in evidence)]
        read_all = sorted({i for one in (read, *clauses) for i in one.found.tolist()})
        unread = [f for f in missing if not any(holds(f, self._parsed[i]) for i in read_all)]
        against = [o for o in opposed(self._parsed, read, self._weights) if self._is_open(o, missing)]
        exchanged = tuple(self._exchanges(read, missing))
        sentence = corpus.sentences[read.index]
        stop = get(sentence.language).words.stop
        said = [token for token in sentence.tokens if token not in stop]
        held = [corpus.sentences[i].tokens for i in evidence]
        documents = {corpus.sentences[i].document for i in evidence}
        nearby = set().union(*(self._names[n] for n in documents)) if documents else set()
        everywhere = self._named
        names = [fact for fact in facts if fact.kind == "name"]
        no_names = [fact for fact in missing if fact.kind == "name"]
        no_figures = [fact for fact in missing if fact.kind != "name"]
        features = {
            **_read_features(read),
            **_clause_features(read, clauses),
            **_exchange_features(read, exchanged),
            **self._single_features(read, facts, said),
            "words": covered(said, held, self._rarity),
            "words_missing": _missing_weight(said, held, self._rarity),
            "words_nearest": covered(said, [corpus.sentences[i].tokens for i in read.found[:1].tolist()], self._rarity),
            "names": len(names) / 4,
            "names_missing": float(min(3, len(no_names))),
            "names_apart": float(min(3, sum(not holds_name(f.name, nearby) for f in no_names))),
            "names_unknown": float(min(3, sum(not holds_name(f.name, everywhere) for f in no_names))),
            "figures": float(min(4, len(facts) - len(names))),
            "figures_missing": float(min(3, len(no_figures))),
            "clash": max((o.certainty for o in against if o.kind != "polarity"), default=0.0),
            "length": log(1 + len(said)) - 2.5,
            "quoted": float(any(mark in sentence.text for mark in '"“„«')),
        }
        return Findings(
            read,
            clauses,
            tuple(evidence),
            tuple(facts),
            tuple(missing),
            tuple(unread),
            tuple(against),
            exchanged,
            any(True for _ in self._offices.wrong(self._parsed[read.index])),
            features,
        )

    def _single_features(self, read: Read, facts: Sequence[Fact], said: Sequence[str]) -> dict[str, float]:
        """What the best single sentence of the sources says of it."""
        sentences = self._reading.corpus.sentences
        found = dict.fromkeys(("one_facts", "one_words", "net"), 0.0)
        near = nearness(read.closeness)
        for i, weight, relation in zip(read.found.tolist(), near.tolist(), read.relations.tolist(), strict=True):
            held = all(holds(fact, self._parsed[i]) for fact in facts)
            shares = relation[SAME] + relation[PART]
            found["one_facts"] = max(found["one_facts"], weight * shares * held)
            found["one_words"] = max(found["one_words"], covered(said, [sentences[i].tokens], self._rarity))
            found["net"] = max(found["net"], weight * (relation[SAME] - relation[CONTRADICTS]))
        return found

    def _exchanges(self, read: Read, missing: Sequence[Fact]) -> Iterator[tuple[int, Exchange]]:
        """What the sources say in the place of a figure, a name or a word of opposite sense, by their sentences."""
        mine = self._parsed[read.index]
        others = {i: self._parsed[i] for i in read.found.tolist()}
        words = {i: content(sentence) for i, sentence in others.items()}
        own = content(mine)
        for i, yours in others.items():
            rest = [found for other, found in words.items() if other != i]
            further = [sentence for other, sentence in others.items() if other != i]
            found = (
                *exchanged_figures(missing, mine, yours),
                *swapped_counts(mine, yours),
                *exchanged_names(own, words[i], rest),
                *opposites(mine, yours, further),
                *(Exchange("office", a.span, b.span) for a, b in self._offices.wrong(mine, yours)),
            )
            yield from ((i, exchange) for exchange in found)

    def _is_open(self, found: Opposed, missing: Sequence[Fact]) -> bool:
        """Whether what a source opposes is no figure that another one gives."""
        return found.kind == "polarity" or any(
            fact.start < found.mine[1] and found.mine[0] < fact.end for fact in missing
        )

    def _of(self, read: Read, documents: frozenset[int]) -> Read:
        kept = [k for k, i in enumerate(read.found.tolist()) if self._reading.corpus.sentences[i].document in documents]
        return Read(read.index, read.found[kept], read.closeness[kept], read.relations[kept])


def nearness(closeness: NDArray[np.float64]) -> NDArray[np.float64]:
    """How much what is so close counts, 0 to 1. *Shape:* as given"""
    return np.asarray(1 / (1 + np.exp(-(closeness - NEAR) / WIDTH)))


def near_of(read: Read) -> dict[int, float]:
    """How much each sentence that was read counts by its closeness, 0 to 1."""
    return dict(zip(read.found.tolist(), nearness(read.closeness).tolist(), strict=True))


def _evidence(read: Read) -> list[int]:
    shares = nearness(read.closeness) * (read.relations[:, SAME] + read.relations[:, PART])
    kept = (shares >= MIN_EVIDENCE) | (read.closeness >= MIN_EVIDENT)
    found: list[int] = read.found[kept].tolist()
    return found


def _read_features(read: Read) -> dict[str, float]:
    if not len(read.found):
        return dict.fromkeys(
            (
                "close",
                "beside_margin",
                "beside_against",
                "same",
                "shares",
                "against",
                "top_same",
                "top_shares",
                "top_against",
            ),
            0.0,
        )
    near, relations = nearness(read.closeness), read.relations
    shares = relations[:, SAME] + relations[:, PART]
    beside = read.closeness >= read.closeness[0] - BESIDE
    return {
        "close": float(read.closeness[0]),
        "beside_margin": float(relations[beside, CONTRADICTS].max() - relations[beside, SAME].max()) * float(near[0]),
        "beside_against": float(relations[beside, CONTRADICTS].max()) * float(near[0]),
        "same": float((near * relations[:, SAME]).max()),
        "shares": float((near * shares).max()),
        "against": float((near * relations[:, CONTRADICTS]).max()),
        "top_same": float(relations[0, SAME]),
        "top_shares": float(shares[0]),
        "top_against": float(relations[0, CONTRADICTS]),
    }


def _clause_features(read: Read, clauses: Sequence[Read]) -> dict[str, float]:
    """The worst of the clauses; of a sentence of one clause, the sentence."""
    each = [_read_features(clause) for clause in clauses or (read,)]
    return {
        "clause_close": min(found["close"] for found in each),
        "clause_same": min(found["same"] for found in each),
        "clause_shares": min(found["shares"] for found in each),
        "clause_against": max(found["against"] for found in each),
        "clauses": float(min(3, len(clauses))),
    }


_FEATURES = {"name": "exchanged_name", "office": "exchanged_name", "opposite": "opposite"}


def _exchange_features(read: Read, exchanged: Sequence[tuple[int, Exchange]]) -> dict[str, float]:
    """How near the nearest source is that says something else in a place, by what stands there."""
    near = near_of(read)
    found = dict.fromkeys(("exchanged_figure", "exchanged_name", "opposite"), 0.0)
    for i, exchange in exchanged:
        kind = _FEATURES.get(exchange.kind, "exchanged_figure")
        found[kind] = max(found[kind], near[i])
    return found


class Rarity:
    """Inverse sentence frequency of tokens in the sources; what they lack weighs most."""

    def __init__(self, sentences: Sequence[Sequence[str]]) -> None:
        counts = Counter(token for tokens in sentences for token in dict.fromkeys(tokens))
        n = len(sentences)
        self._known = {token: log((n + 1) / (count + 0.5)) for token, count in counts.items()}
        self._unknown = log(2 * n + 2)

    def __call__(self, token: str) -> float:
        return self._known.get(token, self._unknown)


def _missing_weight(tokens: Sequence[str], held: Sequence[Sequence[str]], rarity: Rarity) -> float:
    """The weight of what no evidence says, in rare words."""
    known = {token for sentence in held for token in sentence}
    return sum(rarity(token) for token in dict.fromkeys(tokens) if token not in known) / 20
