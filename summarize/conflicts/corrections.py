"""What the notices of papers correct, wherever it stands: an update, whatever the dates are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from summarize.conflicts.comparison import Comparison
from summarize.conflicts.notices import Given, Notice, Withdrawn
from summarize.conflicts.parsing import ParsedSentence, role
from summarize.conflicts.records import Correction, FoundConflict, Side
from summarize.conflicts.status import when_published
from summarize.languages import get
from summarize.quantities.agreement import agree, comparable
from summarize.quantities.values import FORMER, Value
from summarize.records.sentence import Sentence

MIN_SHARED = 2
"""Words with a meaning of their own that a sentence has in common with a notice of what it says."""
MIN_LIKENESS = 0.15
"""Likeness in words, numbers left out, from which a sentence with the same figure is of what a notice is of."""


def corrections(comparison: Comparison, notices: Sequence[Notice]) -> Iterator[FoundConflict]:
    """A conflict for every value that a notice takes back and that some source gives: those sentences, and all that
    give the value in its place.
    """
    if not notices:
        return
    wanted = frozenset().union(*map(_content, (sentence for notice in notices for sentence in notice.sentences)))
    shared = [wanted.intersection(sentence.tokens) for sentence in comparison.corpus.sentences]
    for notice in notices:
        own = frozenset().union(*map(_content, notice.sentences))
        places = {_place(sentence) for sentence in notice.sentences}
        possible = [
            index
            for index, sentence in enumerate(comparison.corpus.sentences)
            if len(shared[index] & own) >= MIN_SHARED and _place(sentence) not in places
        ]
        language = get(notice.sentences[0].language)
        alike = comparison.parsed.likenesses(notice.text, language, possible)
        for withdrawn in notice.withdrawn:
            if conflict := _correction(comparison, alike, withdrawn):
                yield conflict


def _place(sentence: Sentence) -> tuple[int, int]:
    return sentence.document, sentence.start


def _content(sentence: Sentence) -> frozenset[str]:
    return frozenset(sentence.tokens) - get(sentence.language).words.stop


def _correction(comparison: Comparison, alike: Mapping[int, float], withdrawn: Withdrawn) -> FoundConflict | None:
    """`alike` tells how alike sentences are to the notice."""
    asked = _Asked(withdrawn)
    near = [index for index, likeness in alike.items() if likeness >= MIN_LIKENESS]
    own = withdrawn.former.sentence.document
    former = [
        (index, value)
        for index in near
        if not _is_later(comparison, comparison.document(index), own)
        for value in asked.wrong(comparison.parsed[index])
    ]
    if not former:
        return None
    wrong, stated = {index for index, _ in former}, withdrawn.current
    if stated is None:
        within = [i for i in alike if comparison.document(i) == own and i not in wrong]
        likest = {i: max(alike[i], *(comparison.parsed.likeness(i, other) for other in wrong)) for i in within}
        current, shown = _likeliest(comparison, asked, likest)
        near += [i for i in within if i not in near]
    else:
        current, shown = stated.value, stated.words
    telling = {i for i in near if current and i not in wrong and asked.is_told(comparison.parsed[i], current)}
    if stated is not None:
        place = _place(stated.sentence)
        telling |= {i for i, sentence in enumerate(comparison.corpus.sentences) if _place(sentence) == place}
    index, value = former[0]
    sides = {
        **dict.fromkeys(wrong, comparison.text(index)[value.start : value.end]),
        **dict.fromkeys(telling, shown),
    }
    sentence = (stated or withdrawn.former).sentence
    return FoundConflict(
        value.kind,
        comparison.claims_of(*sides),
        tuple(Side(i, sides[i]) for i in sorted(sides)),
        frozenset((min(i, j), max(i, j)) for i in wrong for j in telling),
        is_certain=True,
        correction=Correction(sentence, shown or sentence.text),
    )


def _likeliest(comparison: Comparison, asked: _Asked, alike: Mapping[int, float]) -> tuple[Value | None, str]:
    """The other answer of the sentence that is most like the notice, and its words."""
    for index in sorted(alike, key=lambda index: (-alike[index], index)):
        reading = comparison.parsed[index]
        if alike[index] >= MIN_LIKENESS and (values := asked.otherwise(reading)):
            return values[0], reading.text[values[0].start : values[0].end]
    return None, ""


def _is_later(comparison: Comparison, document: int, notice: int) -> bool:
    """Whether a document was published after that of the notice, which cannot speak of it."""
    when, noted = (when_published(comparison.corpus, number) for number in (document, notice))
    return when is not None and noted is not None and when > noted


class _Asked:
    """The question that a value answers which was taken back."""

    def __init__(self, withdrawn: Withdrawn) -> None:
        given = [each for each in (withdrawn.former, withdrawn.current) if each is not None]
        self._value = withdrawn.former.value
        self._heads = frozenset().union(*(each.value.heads for each in given))
        self._named = _named_with(withdrawn.former)
        self._roles = {role(each.reading, each.value) for each in given} - {None}

    def wrong(self, reading: ParsedSentence) -> list[Value]:
        """The values of a sentence that are the answer which was taken back."""
        return [value for value in self._answers(reading) if agree(value, self._value)]

    def otherwise(self, reading: ParsedSentence) -> list[Value]:
        """Those that are another one; of what is not counted only beside all that the notice names with its value."""
        if self._value.dimension != "count" and not self._named <= {word.stem for word in reading.words}:
            return []
        return [v for v in self._answers(reading) if comparable(v, self._value) and not agree(v, self._value)]

    def is_told(self, reading: ParsedSentence, current: Value) -> bool:
        return any(agree(value, current) for value in self._answers(reading))

    def _answers(self, reading: ParsedSentence) -> Iterator[Value]:
        """Values of the same dimension; of counts those of the same thing, or of those to whom the same happened."""
        for value in reading.values:
            if value.dimension != self._value.dimension or value.relation == FORMER or not value.stated:
                continue
            if value.dimension != "count" or self._is_counted(reading, value):
                yield value

    def _is_counted(self, reading: ParsedSentence, value: Value) -> bool:
        own = role(reading, value)
        if own and self._roles:
            return own in self._roles
        people = reading.language.words.generic | reading.language.words.roles
        return not self._heads or bool((self._heads & value.heads) - people)


def _named_with(given: Given) -> frozenset[str]:
    """The stems of what a notice says of a value, without how it says that it did."""
    reading, value = given.reading, given.value
    said = reading.language.updates.said.search(reading.text, 0, value.start)
    return frozenset(
        word.stem
        for word in reading.words
        if (said is None or word.start >= said.end())
        and not value.start <= word.start < value.end
        and word.stem not in reading.language.words.stop
    )
