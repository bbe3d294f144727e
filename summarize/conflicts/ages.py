"""Ages of one person that differ: "Lena Ott, 29" and "the victim was 28"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from summarize.conflicts.comparison import Comparison
from summarize.conflicts.records import FoundConflict, Side
from summarize.languages import get
from summarize.lexical.words import stem
from summarize.quantities.ages import AGE, names_among
from summarize.quantities.values import FORMER, Value

MAX_NAMED, MAX_UNNAMED, MAX_DESCRIBED = 10, 3, 2
"""Years that ages of one name, of one word for a person, and of a name and such a word may be apart: further ones are
of two people or of two times."""
MIN_COSINE, MIN_LIKENESS = 0.5, 0.2
"""Least likeness of two sentences, in meaning or in words, that speak of one "man" or "driver" without a name."""
MAX_OF_ONE = 40
"""Ages of one name or word that are held against each other: more are of many people."""


@dataclass(frozen=True, slots=True)
class _Age:
    sentence: int
    document: int
    value: Value
    names: frozenset[str]
    """Stems of the names beside it or, where nothing stands there, of those in the sentence or the one before."""

    @property
    def years(self) -> float:
        return self.value.low

    @property
    def place(self) -> tuple[int, int]:
        return self.sentence, self.value.start

    @property
    def keys(self) -> frozenset[str]:
        """What ages of one person have in common: a name, or the word for what the person is."""
        return self.names or frozenset({self.value.head})


class _Naming:
    """The words of the documents in which someone without a name has an age, each stemmed once."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._sentences: dict[int, list[int]] = defaultdict(list)
        for i, sentence in enumerate(comparison.corpus.sentences):
            self._sentences[sentence.document].append(i)
        self._stems: dict[int, list[set[str]]] = {}

    def has(self, document: int, names: frozenset[str]) -> bool:
        """Whether a sentence of a document has these names, so that "the victim" may be whom they name."""
        if document not in self._stems:
            sentences, words = self._comparison.corpus.sentences, self._comparison.parsed.words
            self._stems[document] = [
                {stem(word, get(sentences[i].language)) for word in words[i]} for i in self._sentences[document]
            ]
        return any(names <= stems for stems in self._stems[document])


def age_conflicts(comparison: Comparison) -> Iterator[FoundConflict]:
    """A conflict for every person whom two documents give two ages, whatever else their sentences say."""
    ages = _ages(comparison)
    given: dict[int, list[_Age]] = defaultdict(list)
    for age in ages:
        given[age.document].append(age)
    naming = _Naming(comparison)
    pairs = [
        (x, y)
        for x, y in _alike(ages)
        if x.years != y.years
        and not any(other.years == y.years for other in given[x.document])
        and not any(other.years == x.years for other in given[y.document])
        and _of_one_person(comparison, naming, x, y)
    ]
    for of_one in _joined(pairs):
        words: dict[float, str] = {}
        sides: dict[tuple[float, int], Side] = {}
        for age in of_one:
            text = comparison.text(age.sentence)[age.value.start : age.value.end]
            side = Side(age.sentence, words.setdefault(age.years, text))
            sides.setdefault((age.years, age.document), side)
        yield FoundConflict(
            "number",
            comparison.claims_of(*(age.sentence for age in of_one)),
            tuple(sorted(sides.values(), key=lambda side: side.sentence)),
            frozenset((x.sentence, y.sentence) for x, y in combinations(of_one, 2) if x.years != y.years),
            is_certain=True,
        )


def _ages(comparison: Comparison) -> list[_Age]:
    """The ages that are those of the time of the report, in the order of the sentences."""
    found = []
    for i, sentence in enumerate(comparison.corpus.sentences):
        if not get(sentence.language).quantities.age_hint.search(sentence.text):
            continue
        for value in comparison.parsed[i].values:
            if value.dimension == AGE and value.relation != FORMER:
                names = value.heads or (frozenset() if value.head else _names_around(comparison, i))
                found.append(_Age(i, sentence.document, value, names))
    return found


def _names_around(comparison: Comparison, sentence: int) -> frozenset[str]:
    """The names of a sentence or, where it has none, of the one before: of whom "she was 84" may be said."""
    for i in (sentence, sentence - 1):
        if i >= 0 and comparison.document(i) == comparison.document(sentence):
            parsed = comparison.parsed[i]
            if names := frozenset(word.stem for word in names_among(parsed.words, parsed.language)):
                return names
    return frozenset()


def _alike(ages: Sequence[_Age]) -> list[tuple[_Age, _Age]]:
    """Ages of two documents that have a name or a word for the person in common, and those of a person with a name and
    of one without, each pair once.
    """
    groups: dict[str, list[_Age]] = defaultdict(list)
    for age in ages:
        for key in age.keys:
            groups[key].append(age)
    alike = [pair for group in groups.values() if len(group) <= MAX_OF_ONE for pair in combinations(group, 2)]
    pairs = {
        tuple(sorted(pair, key=lambda age: age.place))
        for pair in (*alike, *_named_and_described(ages))
        if pair[0].document != pair[1].document
    }
    return sorted(((x, y) for x, y in pairs), key=lambda pair: (pair[0].place, pair[1].place))


def _named_and_described(ages: Sequence[_Age]) -> Iterator[tuple[_Age, _Age]]:
    """Every age with a name beside it and each of one without a name that is near enough to it."""
    described: dict[float, list[_Age]] = defaultdict(list)
    for age in ages:
        if age.value.head and not age.names:
            described[age.years].append(age)
    near = {
        years: [age for y in described if 0 < abs(y - years) <= MAX_DESCRIBED for age in described[y]]
        for years in {age.years for age in ages}
    }
    return ((age, other) for age in ages if age.value.heads for other in near[age.years])


def _of_one_person(comparison: Comparison, naming: _Naming, x: _Age, y: _Age) -> bool:
    apart = abs(x.years - y.years)
    if x.names and y.names:
        shared = x.names & y.names
        is_one = x.names <= y.names or y.names <= x.names or (not (x.value.heads and y.value.heads) and len(shared) > 1)
        return apart <= MAX_NAMED and bool(shared) and is_one
    if not x.names and not y.names:
        return 0 < apart <= MAX_UNNAMED and x.value.head == y.value.head != "" and _tell_alike(comparison, x, y)
    named, described = (x, y) if x.names else (y, x)
    return (
        apart <= MAX_DESCRIBED
        and bool(named.value.heads)
        and _is_definite(comparison, described)
        and naming.has(described.document, named.names)
    )


def _tell_alike(comparison: Comparison, x: _Age, y: _Age) -> bool:
    """Whether two sentences on some "man" are likely to be on one: as both say "the", or in what they tell of him."""
    return (
        (_is_definite(comparison, x) and _is_definite(comparison, y))
        or comparison.claim_of[x.sentence] == comparison.claim_of[y.sentence]
        or comparison.parsed.likeness(x.sentence, y.sentence) >= MIN_LIKENESS
        or float(comparison.cosines([x.sentence], [y.sentence])[0, 0]) >= MIN_COSINE
    )


def _is_definite(comparison: Comparison, age: _Age) -> bool:
    """Whether it is the age of the victim, not of a victim."""
    parsed = comparison.parsed[age.sentence]
    head = next((word.start for word in parsed.words if word.stem == age.value.head), 0)
    before = [word for word in parsed.words if word.end <= min(head, age.value.start)]
    return any(word.text.lower() in parsed.language.quantities.definite for word in before[-2:])


def _joined(pairs: Sequence[tuple[_Age, _Age]]) -> list[list[_Age]]:
    """The ages of one person each, in the order of the sentences; a document gives nobody two, so that an age that
    would be its second one is left out.
    """
    group_of: dict[_Age, set[_Age]] = {}
    for x, y in pairs:
        joined = group_of.get(x, {x}) | group_of.get(y, {y})
        if len({(age.document, age.years) for age in joined}) == len({age.document for age in joined}):
            group_of.update(dict.fromkeys(joined, joined))
    groups = {id(group): sorted(group, key=lambda age: age.place) for group in group_of.values()}
    return sorted(groups.values(), key=lambda group: group[0].place)
