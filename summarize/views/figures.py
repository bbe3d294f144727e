"""A ledger of quantities: what is counted, how many, as of when, and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from summarize.conflicts import FoundConflict, current_side, status_of
from summarize.conflicts.parsing import ParsedSentences, role
from summarize.languages import get
from summarize.quantities.agreement import agree, comparable
from summarize.quantities.values import Value
from summarize.records.brief import Brief, ConflictStatus
from summarize.records.corpus import Corpus
from summarize.records.sentence import Sentence, SentenceRole
from summarize.records.views import (
    Attributed,
    Authority,
    Figure,
    FigureStatus,
    FigureValue,
    Precision,
    Quotation,
)
from summarize.views.counted import (
    as_told,
    is_former,
    is_same_amount,
    is_telling,
    quantities,
    replaces,
    what_is_counted,
)
from summarize.views.timeline import when_of

MAX_FIGURES = 40
"""Of the claims that are worth most."""
MIN_LIKENESS = 0.25
"""Likeness of the words of two sentences from which the same amount of the same thing is one figure in both."""
MIN_LIKENESS_OF_TELLING = 0.1
"""The same for an amount that is no small whole number: it is seldom the same by chance."""
MIN_CLOSENESS = 0.5
"""Cosine of two sentences in other words from which the same sum or share is one figure."""
Place = tuple[int, int]
"""A sentence and where in it a value begins."""

_SHORT = re.compile(r"\d(?P<letter>[a-z])\b")


@dataclass(frozen=True, slots=True, eq=False)
class _Given:
    """A value where it is given."""

    sentence: int
    value: Value

    @property
    def place(self) -> Place:
        return self.sentence, self.value.start


def figures(
    brief: Brief, corpus: Corpus, conflicts: Sequence[FoundConflict], parsed: ParsedSentences
) -> tuple[Figure, ...]:
    """The quantities of the claims that are worth most. Values of one claim that agree are one, and so are those that
    contradict each other: its values.
    """
    index_of = {(s.document, s.start): index for index, s in enumerate(corpus.sentences)}
    document_of = {number: index for index, numbers in enumerate(corpus.numbers) for number in numbers}
    statuses, others = _disputed(corpus, parsed, conflicts)
    groups: dict[int, list[_Given]] = {}
    claim_of: dict[int, int] = {}
    for claim in sorted(brief.claims, key=lambda claim: (-claim.score, claim.id)):
        members = sorted({index_of[document_of[member.source], member.start] for member in claim.members})
        for given in _values(parsed, corpus, members):
            own = [given, *others.get(given.place, ())]
            found = [n for n, g in groups.items() if any(_is_one(corpus, parsed, set(members), given, o) for o in g)]
            # The values of a conflict are those of one figure.
            told = [n for n, group in groups.items() if {one.place for one in own} & {one.place for one in group}]
            number = next(iter(found or told), len(claim_of))
            claim_of.setdefault(number, claim.id)
            for further in (own, *(groups.pop(n) for n in told if n != number)):
                group = groups.setdefault(number, [])
                group += [one for one in further if one.place not in {other.place for other in group}]
        if len(groups) >= MAX_FIGURES:
            break
    return tuple(_figure(claim_of[number], group, corpus, parsed, statuses) for number, group in groups.items())


def _disputed(
    corpus: Corpus, parsed: ParsedSentences, conflicts: Iterable[FoundConflict]
) -> tuple[dict[Place, FigureStatus], dict[Place, list[_Given]]]:
    """How the values of conflicts stand, and for each of them all values of its conflict."""
    statuses: dict[Place, FigureStatus] = {}
    others: dict[Place, list[_Given]] = {}
    for conflict in conflicts:
        if conflict.kind != "number":
            continue
        newest = current_side(corpus, conflict)
        is_update = status_of(corpus, conflict) is ConflictStatus.UPDATE
        sides = [(side, given) for side in conflict.sides if (given := _given(parsed, side.sentence, side.value))]
        for side, given in sides:
            holds = newest is not None and side.value.casefold() == newest.value.casefold()
            update = FigureStatus.CURRENT if holds else FigureStatus.SUPERSEDED
            statuses[given.place] = update if is_update else FigureStatus.DISPUTED
            others[given.place] = [given for _, given in sides]
    return statuses, others


def _given(parsed: ParsedSentences, sentence: int, words: str) -> _Given | None:
    """The value of a sentence that is written in these words, or else has a figure of them."""
    reading = parsed[sentence]
    values = [value for value in reading.values if value.kind == "number"]
    for value in values:
        if reading.text[value.start : value.end].casefold() == words.casefold():
            return _Given(sentence, value)
    near = (v for v in values if reading.text[v.start : v.end].casefold().split()[:1] == words.casefold().split()[:1])
    return next((_Given(sentence, value) for value in near), None)


def _values(parsed: ParsedSentences, corpus: Corpus, members: Sequence[int]) -> Iterator[_Given]:
    """The figures in the sentences of a claim."""
    for index in members:
        sentence = corpus.sentences[index]
        if sentence.role is SentenceRole.BODY:
            found = (_Given(index, value) for value in quantities(parsed[index]))
            yield from (given for given in found if not _may_be_money(corpus, parsed, given))


def _may_be_money(corpus: Corpus, parsed: ParsedSentences, given: _Given) -> bool:
    """Whether a length is written as its article writes sums of money: 62m, where it has 350m crowns too."""
    if given.value.dimension != "length" or not _letter(parsed, given):
        return False
    document = corpus.sentences[given.sentence].document
    own = (index for index, sentence in enumerate(corpus.sentences) if sentence.document == document)
    sums = (_Given(index, value) for index in own for value in parsed[index].values if value.is_money)
    return any(_letter(parsed, other) == _letter(parsed, given) for other in sums)


def _letter(parsed: ParsedSentences, given: _Given) -> str:
    """The letter right behind the digits of a value: m in 62m and in 350m crowns."""
    found = _SHORT.search(parsed[given.sentence].text, given.value.start, given.value.end)
    return found["letter"] if found else ""


def _is_one(corpus: Corpus, parsed: ParsedSentences, members: Set[int], given: _Given, other: _Given) -> bool:
    """Whether a figure of a claim's sentences is another one said again: of the same claim and thing, of those to
    whom the same happened in the same year, or the same amount of the same in like words or near in meaning; so is an
    amount a day and the same amount. A former value is one with that which its sentence gives in its place.
    """
    one, value = given.value, other.value
    if (given.sentence, one.start) == (other.sentence, value.start):
        return True
    if given.sentence == other.sentence and _former(parsed, given) != _former(parsed, other):
        return replaces(one, value) or replaces(value, one)
    is_of_same = one.dimension == value.dimension and (one.dimension != "count" or bool(one.heads & value.heads))
    is_rate_of_same = is_telling(one) and one.dimension != value.dimension and _unit(one) == _unit(value)
    if (is_of_same or is_rate_of_same) and is_same_amount(one, value):
        likeness = MIN_LIKENESS_OF_TELLING if is_telling(one) else MIN_LIKENESS
        closeness = float(corpus.vectors[given.sentence] @ corpus.vectors[other.sentence])
        is_sum = one.is_money or one.dimension == "percent"
        is_near = is_of_same and is_sum and closeness >= MIN_CLOSENESS
        if is_near or parsed.likeness(given.sentence, other.sentence) >= likeness:
            return True
    is_comparable = comparable(one, value) or one.high == value.high == 0
    if one.dimension != value.dimension or not is_comparable or not agree(one, value):
        return False
    if other.sentence in members and is_of_same:
        return True
    left, right = parsed[given.sentence], parsed[other.sentence]
    happened = role(left, one) if one.dimension == "count" else None
    return happened is not None and happened == role(right, value) and left.years == right.years


def _unit(value: Value) -> str:
    return value.dimension.partition("/")[0]


def _figure(
    claim: int, group: Sequence[_Given], corpus: Corpus, parsed: ParsedSentences, statuses: dict[Place, FigureStatus]
) -> Figure:
    values: list[list[_Given]] = []
    for given in group:
        own = next(
            (v for v in values if agree(given.value, v[0].value) and _former(parsed, given) == _former(parsed, v[0])),
            None,
        )
        (values.append([given]) if own is None else own.append(given))
    told = [_value(value, corpus, parsed, statuses) for value in values]
    return Figure(
        claim=claim,
        counted=next(filter(None, (what_is_counted(parsed[given.sentence], given.value) for given in group)), ""),
        dimension=group[0].value.dimension,
        values=tuple(sorted(told, key=lambda value: value.status is FigureStatus.SUPERSEDED)),
    )


def _former(parsed: ParsedSentences, given: _Given) -> bool:
    return is_former(parsed[given.sentence], given.value)


def _value(
    value: Sequence[_Given], corpus: Corpus, parsed: ParsedSentences, statuses: dict[Place, FigureStatus]
) -> FigureValue:
    told = [statuses[given.place] for given in value if given.place in statuses]
    status = FigureStatus.SUPERSEDED if _former(parsed, value[0]) else (told or [FigureStatus.CURRENT])[0]
    sentences = [corpus.sentences[given.sentence] for given in value]
    said: dict[int, Quotation] = {}
    for sentence in sentences:
        for number in corpus.numbers[sentence.document]:
            said.setdefault(number, Quotation(number, sentence.start, sentence.end, sentence.text))
    first = value[0]
    days = sorted(day for sentence in sentences if (day := _as_of(sentence, corpus)))
    by = (found for sentence in sentences if (found := attributed(sentence)))
    return FigureValue(
        value=as_told(parsed[first.sentence], first.value),
        status=status,
        as_of=days[-1] if days else None,
        by=next(by, None),
        said=tuple(said[number] for number in sorted(said)),
    )


def _as_of(sentence: Sentence, corpus: Corpus) -> str | None:
    when = when_of(sentence, corpus.reports)
    if when and when[1] is Precision.DAY:
        return when[0]
    report = corpus.reports.get(sentence.document)
    return report.day.date().isoformat() if report else None


def attributed(sentence: Sentence) -> Attributed | None:
    """Whom a sentence says that what it tells is from; None where it says nothing of it."""
    attribution = get(sentence.language).attribution
    for source in attribution.sources:
        if match := source.search(sentence.text):
            words = " ".join(match["who"].split())
            kind = next((name for name, regex in attribution.kinds.items() if regex.search(words)), Authority.OTHER)
            is_named = any(word[0].isupper() for word in words.split()) and not attribution.nobody.search(words)
            if kind is not Authority.OTHER or is_named:
                return Attributed(Authority(kind), words)
    return None
