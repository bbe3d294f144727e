"""Figures, dates and names of a sentence of a draft: which of them the sources hold, and which say otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from summarize.checking.reading import Read
from summarize.conflicts.clashes import accounts_for, possible_clashes
from summarize.conflicts.classifier import Weights
from summarize.conflicts.comparison import Pair
from summarize.conflicts.parsing import ParsedSentence, ParsedSentences
from summarize.conflicts.polarity import exclusive, negated, opposed_sides, polarity_of
from summarize.languages import Language
from summarize.lexical.words import Word, plain
from summarize.quantities.agreement import agree
from summarize.quantities.numerals import find_numerals
from summarize.quantities.values import Value
from summarize.relations import CONTRADICTS, PART, SAME

MIN_ROOT = 4
"""Letters that two forms of one name begin with alike: Tesmar, Tesmari."""
MAX_ENDING = 3
"""Letters in which two forms of a name may differ at the end."""
MIN_ONE_FACT = 0.5
"""Probability of not being on different facts from which two sentences are compared as of one claim."""
MIN_EXCLUSIVE = 0.4
"""Cosine of two sentences from which words that exclude each other speak against one of them."""
MAX_APART = 3
"""Content words between which two still stand in each other's surroundings."""
_DIGITS = re.compile(r"\w*\d[\w.,]*\w|\d")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fact:
    """A detail that a sentence of the draft gives, `text[start:end]` of the sentence."""

    kind: str
    """number, date, time or name"""
    start: int
    end: int
    value: Value | None = None
    """Of a figure, a date or a time."""
    name: str = ""
    """Of a name, a code or a date, in plain letters."""
    settled: bool = False
    """The sentence gives its figures as those that stood in the end."""


@dataclass(frozen=True, slots=True)
class Opposed:
    """Words of the draft's sentence and of a source's that cannot both be true."""

    kind: str
    mine: tuple[int, int]
    other: int
    """The sentence of the source, in the corpus."""
    yours: tuple[int, int]
    certainty: float


def facts_of(parsed: ParsedSentence, known: frozenset[str], named: Set[str]) -> list[Fact]:
    """The figures, dates and names of a sentence. `known` are words in small letters, which are no names, `named` plain
    words that are written with a capital: a first word that is none of them and stands before no other is no name.
    """
    settled = bool(parsed.language.checks.settled.search(parsed.text))
    found = [
        Fact(v.kind, v.start, v.end, v, plain(parsed.text[v.start : v.end]) if v.kind == "date" else "", settled)
        for v in parsed.values
        if v.dimension != "month" or v.stated
    ]
    taken = [(value.start, value.end) for value in parsed.values]

    def is_free(start: int, end: int) -> bool:
        return not any(start < last and first < end for first, last in taken)

    for match in _DIGITS.finditer(parsed.text):
        if is_free(*match.span()):
            found.append(Fact("number", *match.span(), name=plain(match[0])))
    for place, word in enumerate(parsed.words):
        followed = place + 1 < len(parsed.words) and parsed.words[place + 1].text[0].isupper()
        opens = place == 0 and not followed and plain(word.text) not in named
        if is_free(word.start, word.end) and not opens and _is_name(word, place, known, parsed.language):
            found.append(Fact("name", word.start, word.end, name=plain(word.text)))
    return sorted(found, key=lambda fact: (fact.start, fact.end))


def _is_name(word: Word, place: int, known: frozenset[str], language: Language) -> bool:
    text = word.text
    if not text[0].isupper() or len(text) < 2 or text[0].isdigit():
        return False
    low, names = plain(text), language.names
    if low in names.calendar or low in names.honorifics or low in names.openers or low in names.articles:
        return False
    return not (place == 0 and low in known) and low not in language.words.stop


def holds_name(name: str, words: Iterable[str]) -> bool:
    """Whether one of some plain words is the name, or a form of it: Kordavia, Kordavian."""
    return any(word == name or _is_form(name, word) for word in words)


def _is_form(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    root = short[:-1] if len(short) > MIN_ROOT + 1 else short
    return len(short) >= MIN_ROOT and long.startswith(root) and len(long) - len(short) <= MAX_ENDING


def holds(fact: Fact, sentence: ParsedSentence) -> bool:
    """Whether a sentence of a source gives the detail too: a figure that it says was passing is none that stood in the
    end, and "up to 40" is no 40.
    """
    if fact.value is not None:
        given = [value for value in sentence.values if not _is_most(fact.value, value)]
        if fact.kind == "number" and fact.settled and _is_passing(sentence):
            return any(value.low == 0 and accounts_for(value, fact.value) for value in given)
        if len(given) < len(sentence.values):
            return any(accounts_for(value, fact.value) for value in given)
        return (
            any(accounts_for(value, fact.value) or _same_date(value, fact.value) for value in sentence.values)
            or _in_words(fact.value, sentence)
            or _as_amount(fact.value, sentence)
            or any(fact.name == plain(word.text) and _in_no_date(word, sentence) for word in sentence.words)
        )
    if fact.kind == "name":
        return holds_name(fact.name, (plain(word.text) for word in sentence.words))
    return any(plain(match[0]) == fact.name for match in _DIGITS.finditer(sentence.text))


def states(fact: Fact, sentence: ParsedSentence) -> bool:
    """Whether a sentence of a source gives the very figure, date or time, of the same thing where it counts things."""
    return fact.value is not None and any(
        accounts_for(value, fact.value) and (value.dimension != "count" or bool(value.heads & fact.value.heads))
        for value in sentence.values
    )


def _is_passing(sentence: ParsedSentence) -> bool:
    checks = sentence.language.checks
    return bool(checks.passing.search(sentence.text)) and not checks.settled.search(sentence.text)


def _is_most(value: Value, bound: Value) -> bool:
    """Whether a figure is what another one gives as the most that it may be."""
    is_one = value.kind == bound.kind == "number" and value.dimension == bound.dimension
    return is_one and 0 < value.low <= bound.high <= value.high and bound.low == 0


def _same_date(value: Value, other: Value) -> bool:
    return value.kind == other.kind == "date" and value.dimension == other.dimension and agree(value, other)


def _in_words(value: Value, sentence: ParsedSentence) -> bool:
    """Whether the sentence has the same number in whatever it is part of: 58 for an age, 18 of a date, 6 of a time."""
    return value.dimension in ("count", "age") and any(
        value.low <= numeral.value <= value.high for numeral in find_numerals(sentence.text, sentence.language)
    )


def _as_amount(value: Value, sentence: ParsedSentence) -> bool:
    """Whether the sentence has the amount of money without its currency, its letter passing for a unit: "270m"."""
    letters = sentence.language.numbers.letters
    bare = [(v, letters.get(sentence.text[v.end - 1].lower(), 0)) for v in sentence.values if v.dimension == "length"]
    return value.is_money and any(v.low * scale <= value.high and value.low <= v.high * scale for v, scale in bare)


def _in_no_date(word: Word, sentence: ParsedSentence) -> bool:
    return not any(value.start <= word.start < value.end for value in sentence.values)


def opposed(parsed: ParsedSentences, read: Read, weights: Weights) -> Iterator[Opposed]:
    """What of a sentence cannot be true beside what was read against it."""
    mine = parsed[read.index]
    own = polarity_of(mine.words, mine.language)
    for i, close, relation in zip(read.found.tolist(), read.closeness.tolist(), read.relations.tolist(), strict=True):
        one_fact = relation[SAME] + relation[PART] + relation[CONTRADICTS]
        pair = Pair(read.index, i, one_fact >= MIN_ONE_FACT, close, one_fact)
        for clash in possible_clashes(parsed, pair):
            left, right = clash.left, clash.right
            turned = [value for value in parsed[i].values if is_turned(left, value)]
            if turned and right not in turned:
                continue
            yield Opposed(
                left.kind, (left.start, left.end), i, (right.start, right.end), weights.certainty(clash.evidence)
            )
        other = polarity_of(parsed[i].words, parsed[i].language)
        spans = opposed_sides(own, other) or negated(own, other)
        if spans is None and close >= MIN_EXCLUSIVE:
            spans = exclusive(own, other)
            spans = spans if spans and are_beside_alike(mine, spans[0], parsed[i], spans[1]) else None
        if spans:
            yield Opposed("polarity", spans[0], i, spans[1], close)


def is_turned(value: Value, other: Value) -> bool:
    """Whether both are one figure, once of a rise and once of a fall."""
    return value.direction * other.direction < 0 and agree(replace(value, direction=0), replace(other, direction=0))


def are_beside_alike(one: ParsedSentence, span: Span, other: ParsedSentence, its_span: Span) -> bool:
    """Whether a word that two sentences share stands near both spans, one of each: then they are of one thing."""
    return bool(_around(content(one), span) & _around(content(other), its_span))


def _around(words: Sequence[Word], span: Span) -> set[str]:
    """The stems of the words near a span."""
    before = [word.stem for word in words if word.end <= span[0]]
    after = [word.stem for word in words if word.start >= span[1]]
    return {*before[-MAX_APART:], *after[:MAX_APART]}


def content(sentence: ParsedSentence) -> list[Word]:
    """The words that carry what a sentence says."""
    return [word for word in sentence.words if word.stem not in sentence.language.words.stop]


def covered(tokens: Sequence[str], sentences: Iterable[Sequence[str]], weight: Callable[[str], float]) -> float:
    """The weighted share of some tokens that stand in any of some sentences, 0 to 1; 1 where nothing weighs."""
    held = {token for sentence in sentences for token in sentence}
    weights = {token: weight(token) for token in tokens}
    total = sum(weights.values())
    return sum(value for token, value in weights.items() if token in held) / total if total else 1.0
