"""Sentences taken apart for comparison, and the weighted words that say which quantity a value is of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from summarize.languages import Language, get
from summarize.lexical.words import Word, find_words, plain_words, stem
from summarize.quantities.agreement import WEEK
from summarize.quantities.amounts import find_quantities
from summarize.quantities.dates import find_dates
from summarize.quantities.values import Value
from summarize.records.corpus import Corpus

HALF_WEIGHT_DISTANCE = 5.0
"""Words away from a value at which a word counts half."""
MAX_READ_WORDS = 300
"""Words of the longest sentence whose values are read."""
MAX_READ_VALUES = 24
"""So many figures and dates make a sentence a table."""
MAX_READ_CHARACTERS = 4_000
MAX_ROLE_DISTANCE = 12
"""Words between a figure and what happened to those counted."""
CLAUSE_DISTANCE = 3
"""Words that a comma or "and" between a figure and what happened counts for."""

Bag = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence taken apart for comparison."""

    text: str
    words: tuple[Word, ...]
    values: tuple[Value, ...]
    language: Language
    years: frozenset[float]
    """The years it names, other than that of its article."""

    @property
    def weekdays(self) -> set[int]:
        """The days of the week it names, both for a night."""
        spans = [(int(value.low), int(value.high)) for value in self.values if value.dimension == "weekday"]
        return {day % WEEK for first, last in spans for day in range(first, last + 1)}


class ParsedSentences:
    """The sentences of a corpus, each read once, when it is first asked for."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        keys = [(sentence.text, sentence.language) for sentence in corpus.sentences]
        found = {(text, code): plain_words(text, get(code)) for text, code in set(keys)}
        self.words: list[list[str]] = [found[key] for key in keys]
        """The texts of every sentence's words."""
        self._weights = weigh(self.words, [get(sentence.language) for sentence in corpus.sentences])
        self._read: dict[tuple[str, str, tuple[int, int] | None], ParsedSentence] = {}
        self._bags: dict[int, Bag] = {}
        self._surroundings: dict[tuple[int, int], Bag] = {}

    def __getitem__(self, sentence: int) -> ParsedSentence:
        told = self._corpus.sentences[sentence]
        month = self._month(told.document)
        key = told.text, told.language, month
        if key not in self._read:
            self._read[key] = read(told.text, get(told.language), month)
        return self._read[key]

    def _month(self, document: int) -> tuple[int, int] | None:
        """The month from which an article counts "last month"; None where its page may be dated late."""
        published, report = self._corpus.documents[document].published_utc, self._corpus.reports.get(document)
        return (published.year, published.month) if published and (report is None or report.is_usual) else None

    def likeness(self, left: int, right: int) -> float:
        """How alike the words of two sentences are, numbers left out, 0 to 1."""
        return likeness(self._bag(left), self._bag(right))

    def likenesses(self, text: str, language: Language, sentences: Iterable[int]) -> dict[int, float]:
        """How alike each of some sentences is to a text that may be none of the corpus, 0 to 1."""
        its_own = bag(read(text, language), self._weights)
        return {sentence: likeness(its_own, self._bag(sentence)) for sentence in sentences}

    def value_likeness(self, left: tuple[int, int], right: tuple[int, int]) -> float:
        """How alike the surroundings of two values are, each given as (sentence, number of the value in it), 0 to 1."""
        return likeness(self._around(left), self._around(right))

    def _bag(self, sentence: int) -> Bag:
        if sentence not in self._bags:
            self._bags[sentence] = bag(self[sentence], self._weights)
        return self._bags[sentence]

    def _around(self, key: tuple[int, int]) -> Bag:
        if key not in self._surroundings:
            reading = self[key[0]]
            self._surroundings[key] = surroundings(reading, reading.values[key[1]], self._weights)
        return self._surroundings[key]


def read(text: str, language: Language, month: tuple[int, int] | None = None) -> ParsedSentence:
    """Words and values of a sentence of an article of that year and month; a table that passed for a sentence has no
    values to compare.
    """
    if len(text) > MAX_READ_CHARACTERS:
        return ParsedSentence(text, (), (), language, frozenset())
    words = find_words(text, language)
    if len(words) > MAX_READ_WORDS:
        return ParsedSentence(text, tuple(words), (), language, frozenset())
    dates = find_dates(text, language, month)
    taken = [(value.start, value.end) for value in dates]
    quantities = [
        value
        for value in find_quantities(text, words, language)
        if not any(value.start < end and start < value.end for start, end in taken)
    ]
    if sum(value.stated for value in (*quantities, *dates)) > MAX_READ_VALUES:
        return ParsedSentence(text, tuple(words), (), language, frozenset())
    years = {value.low for value in dates if value.dimension == "year"} - {month[0] if month else None}
    return ParsedSentence(text, tuple(words), (*quantities, *dates), language, frozenset(years))


def weigh(sentences: Sequence[Iterable[str]], languages: Sequence[Language]) -> dict[str, float]:
    """Inverse sentence frequency of every stem of a corpus, of whose sentences the words and the languages are given;
    function words weigh nothing.
    """
    counts = Counter(
        found
        for words, language in zip(sentences, languages, strict=True)
        for found in {stem(word, language) for word in words}
    )
    stop = frozenset().union(*(language.words.stop for language in set(languages)))
    n = len(sentences)
    return {found: 0.0 if found in stop else log((n + 1) / (count + 0.5)) for found, count in counts.items()}


def bag(reading: ParsedSentence, weights: Mapping[str, float]) -> dict[str, float]:
    """The words of a sentence, numbers left out, as a unit vector."""
    return _unit({w.stem: weights.get(w.stem, 0.0) for w in reading.words if not w.text[0].isdigit()})


def surroundings(reading: ParsedSentence, value: Value, weights: Mapping[str, float]) -> dict[str, float]:
    """The words around a value, near ones weighing most, as a unit vector."""
    places = [i for i, w in enumerate(reading.words) if w.start < value.end and value.start < w.end]
    first, last = (places[0], places[-1]) if places else (0, 0)
    found: dict[str, float] = {}
    for place, word in enumerate(reading.words):
        if word.text[0].isdigit() or (first <= place <= last and word.stem not in value.heads):
            continue
        distance = max(first - place, place - last, 0)
        weight = weights[word.stem] / (1 + distance / HALF_WEIGHT_DISTANCE)
        if weight > found.get(word.stem, 0.0):
            found[word.stem] = weight
    return _unit(found)


def role(reading: ParsedSentence, value: Value) -> str | None:
    """What happened to those counted ("dead", "hurt", ...): the nearest such word, within the figure's own clause."""
    roles = reading.language.words.roles
    return _nearest(reading, value, [word.stem if word.stem in roles else None for word in reading.words])


def axis(reading: ParsedSentence, value: Value) -> str | None:
    """Which way a length is measured ("height", "distance", ...), by the nearest word that says so."""
    axes = reading.language.words.axes
    return _nearest(reading, value, [axes.get(word.text.casefold()) for word in reading.words])


def act(reading: ParsedSentence, value: Value) -> Word | None:
    """The verb that a day stands with: the last one before it in its clause, else the next one; None where no word
    shows by its form to be one.
    """
    days, clause = reading.language.days, reading.language.words.clause
    verbs = [word for word in reading.words if days.past.fullmatch(word.text) and word.stem not in days.carriers]
    before = [
        word for word in verbs if word.end <= value.start and not clause.search(reading.text, word.end, value.start)
    ]
    after = [word for word in verbs if word.start >= value.end]
    return before[-1] if before else after[0] if after else None


def _nearest(reading: ParsedSentence, value: Value, meanings: Sequence[str | None]) -> str | None:
    """The meaning of the word nearest to a value, of those that have one; `meanings` stand beside the words."""
    places = [i for i, w in enumerate(reading.words) if w.start < value.end and value.start < w.end]
    if not places:
        return None
    best: tuple[int, str] | None = None
    for place, (word, meaning) in enumerate(zip(reading.words, meanings, strict=True)):
        if meaning is None:
            continue
        distance = max(places[0] - place, place - places[-1], 0)
        if distance <= MAX_ROLE_DISTANCE:
            first, last = min(value.end, word.end), max(value.start, word.start)
            distance += CLAUSE_DISTANCE * len(reading.language.words.clause.findall(reading.text, first, last))
            if best is None or distance < best[0]:
                best = distance, meaning
    return best[1] if best else None


def likeness(left: Bag, right: Bag) -> float:
    """Cosine of two unit vectors of words, 0 to 1."""
    if len(right) < len(left):
        left, right = right, left
    return sum(weight * right[stem] for stem, weight in left.items() if stem in right)


def _unit(found: dict[str, float]) -> dict[str, float]:
    length = sqrt(sum(weight * weight for weight in found.values())) or 1.0
    return {stem: weight / length for stem, weight in found.items() if weight}
