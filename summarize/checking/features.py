"""What speaks for and against a sentence of a draft, as named numbers that the classifier weighs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import log

from summarize.checking.details import Fact, Opposed, content, covered, facts_of, holds, holds_name, opposed, states
from summarize.checking.exchanges import (
    Exchange,
    denials,
    exchanged_figures,
    exchanged_names,
    opposites,
    swapped_counts,
)
from summarize.checking.findings import MIN_DIFFERS, Findings, near_of, nearness
from summarize.checking.offices import KnownOffices
from summarize.checking.reading import Read, Reading
from summarize.conflicts.clashes import accounts_for
from summarize.conflicts.classifier import Weights, default_weights
from summarize.conflicts.grounds import contradict_in_words
from summarize.conflicts.opposites import agree_in_sense
from summarize.conflicts.parsing import ParsedSentence, ParsedSentences
from summarize.languages import get
from summarize.lexical.words import plain
from summarize.relations import CONTRADICTS, PART, SAME

MIN_EVIDENCE = 0.3
"""Weighted probability of sharing a fact from which a sentence of a source is evidence for one of the draft."""
MIN_EVIDENT = 0.6
"""Cosine from which it is evidence in any case."""
MIN_TELLING = 0.25
"""How near a sentence must be whose words of opposite sense are of one thing with those of the draft's."""
BESIDE = 0.1
"""Cosine by which what is nearly as close as the nearest may be farther away."""


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
        within = (word for found in self._parsed.words[: len(sources)] for word in found[1:])
        self._named_within = frozenset(plain(word) for word in within if not word.islower())

    def find(self, number: int, only: Sequence[int] | None = None) -> Findings:
        """What was found for the sentence of this number; `only` by these documents, if given."""
        read, clauses = self._reading.whole[number], self._reading.clauses[number]
        if only is not None:
            read, *rest = (self._of(one, frozenset(only)) for one in (read, *clauses))
            clauses = tuple(rest)
        facts = facts_of(self._parsed[read.index], self._small, self._named)
        read = self._without_agreeing(read, facts)
        corpus = self._reading.corpus
        evidence = sorted({i for one in (read, *clauses) for i in _evidence(one)})
        missing = [f for f in facts if not any(holds(f, self._parsed[i]) for i in evidence)]
        read_all = sorted({i for one in (read, *clauses) for i in one.found.tolist()})
        unread = [f for f in missing if not any(holds(f, self._parsed[i]) for i in read_all)]
        open_facts = [f for f in missing if not any(states(f, self._parsed[i]) for i in read_all)]
        clashes = list(opposed(self._parsed, read, self._weights))
        against = [o for o in clashes if _is_open(o, open_facts)]
        exchanged = tuple(self._exchanges(read, open_facts))
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
            frozenset(o.other for o in clashes if o.certainty >= MIN_DIFFERS and self._is_rival(o, read, facts)),
            any(True for _ in self._offices.wrong(self._parsed[read.index])),
            features,
        )

    def _without_agreeing(self, read: Read, facts: Sequence[Fact]) -> Read:
        """What was read, without a contradiction where a sentence gives all figures and names, and a word that says
        much the same: "rose 4 per cent", "closed 4 per cent higher".
        """
        mine = self._parsed[read.index]
        if all(fact.kind == "name" for fact in facts):
            return read
        relations = read.relations.copy()
        for row, i in enumerate(read.found.tolist()):
            yours = self._parsed[i]
            is_agreed = all(holds(fact, yours) for fact in facts) and agree_in_sense(mine, yours)
            if is_agreed and not contradict_in_words(mine, yours):
                relations[row, PART] += relations[row, CONTRADICTS]
                relations[row, CONTRADICTS] = 0
        return replace(read, relations=relations)

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
        own, names, near = content(mine), self._names_in(mine), near_of(read)
        beside = {
            i: read.found[read.closeness >= close - BESIDE].tolist()
            for i, close in zip(read.found.tolist(), read.closeness.tolist(), strict=True)
        }
        for i, yours in others.items():
            rest = [found for other, found in words.items() if other != i]
            further = [others[other] for other in beside[i] if other != i]
            found = (
                *exchanged_figures(missing, mine, yours),
                *swapped_counts(mine, yours),
                *exchanged_names(own, words[i], rest, (names, self._names_in(yours))),
                *opposites(mine, yours, further),
                *denials(mine, yours),
                *(Exchange("office", a.span, b.span) for a, b in self._offices.wrong(mine, yours)),
            )
            for exchange in found:
                is_near = exchange.kind != "opposite" or near[i] >= MIN_TELLING
                yield i, replace(exchange, of_one_thing=exchange.of_one_thing and is_near)

    def _names_in(self, sentence: ParsedSentence) -> frozenset[int]:
        """Where the names of a sentence begin."""
        facts = facts_of(sentence, self._small, self._named_within)
        return frozenset(fact.start for fact in facts if fact.kind == "name")

    def _is_rival(self, found: Opposed, read: Read, facts: Sequence[Fact]) -> bool:
        """Whether no source that gives the figure of the draft's gives the other one too, of something else then."""
        if found.kind == "polarity":
            return True
        mine = [fact for fact in facts if _overlap((fact.start, fact.end), found.mine)]
        theirs = [v for v in self._parsed[found.other].values if _overlap((v.start, v.end), found.yours)]
        sentences, others = self._reading.corpus.sentences, read.found.tolist()
        giving = {sentences[i].document for i in others if any(states(fact, self._parsed[i]) for fact in mine)}
        return not any(
            accounts_for(value, other)
            for i in others
            if sentences[i].document in giving
            for value in self._parsed[i].values
            for other in theirs
        )

    def _of(self, read: Read, documents: frozenset[int]) -> Read:
        kept = [k for k, i in enumerate(read.found.tolist()) if self._reading.corpus.sentences[i].document in documents]
        return Read(read.index, read.found[kept], read.closeness[kept], read.relations[kept])


def _is_open(found: Opposed, facts: Sequence[Fact]) -> bool:
    """Whether what a source opposes is no figure that another one gives: one of `facts` is."""
    return found.kind == "polarity" or any(_overlap((fact.start, fact.end), found.mine) for fact in facts)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


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
