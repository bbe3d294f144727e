"""Which documents report on different occasions of what happens again and again: two launches, two matches, two storms.

Sentences on two of them are alike in all but the day, and the figures of the one contradict those of the other. Most
name their days by the week, so a day is told by the one on which the document was published. Two documents are of
different occasions where each tells of a day shortly before it, and the later one nowhere names such a day of the
earlier one, as a report that goes on with a story does. As one that goes on may pass it over all the same, each
occasion must have two documents: what happens again is reported again by several, and a late report is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from summarize.languages import Language, get
from summarize.quantities.dates import find_dates
from summarize.quantities.weekdays import MAX_DAYS_BACK, WEEK, may_lie_ahead
from summarize.records.corpus import Corpus
from summarize.records.sentence import Sentence

LEAST_DAYS_BETWEEN = 5
"""Days between two documents below which their days of the week may be the same ones."""


class _Days(NamedTuple):
    published: date
    fresh: frozenset[date]
    """The days shortly before it that it names."""
    named: frozenset[date]
    """All days that it names."""


class Occasions:
    """The days that the documents of a corpus tell of; read when they are first asked for."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._sentences: dict[int, list[Sentence]] = {}
        for sentence in corpus.sentences:
            self._sentences.setdefault(sentence.document, []).append(sentence)
        self._apart: dict[tuple[int, int], bool] = {}
        self._days: dict[int, _Days | None] = {}
        days = sorted(report.day.date() for report in corpus.reports.values())
        self._is_one = not days or (days[-1] - days[0]).days < LEAST_DAYS_BETWEEN

    def are_apart(self, one: int, other: int) -> bool:
        """Whether two documents, by index, are sure to be of different occasions."""
        return (
            not self._is_one
            and self._are_told_apart(one, other)
            and self._has_company(one, other)
            and self._has_company(other, one)
        )

    def apart_from(self, document: int) -> list[int]:
        """The documents that are sure to be of other occasions than this one."""
        return [] if self._is_one else [i for i in range(len(self._corpus.documents)) if self.are_apart(document, i)]

    def is_dated(self, sentence: int) -> bool:
        """Whether a sentence names a day shortly before its document."""
        told = self._corpus.sentences[sentence]
        days = self._of_document(told.document)
        return days is not None and not days.fresh.isdisjoint(_named(told.text, days.published, get(told.language)))

    def _has_company(self, document: int, other: int) -> bool:
        """Whether a further document of its days is of another occasion than the other one too."""
        return any(
            i != document and self._are_told_apart(i, other) and not self._are_told_apart(i, document)
            for i in self._corpus.reports
        )

    def _are_told_apart(self, one: int, other: int) -> bool:
        key = min(one, other), max(one, other)
        if key not in self._apart:
            self._apart[key] = self._tell_apart(*map(self._of_document, key))
        return self._apart[key]

    @staticmethod
    def _tell_apart(one: _Days | None, other: _Days | None) -> bool:
        if one is None or other is None or not (one.fresh and other.fresh):
            return False
        earlier, later = sorted((one, other), key=lambda days: days.published)
        if (later.published - earlier.published).days < LEAST_DAYS_BETWEEN:
            return False
        return not any(abs((day - named).days) <= 1 for day in earlier.fresh for named in later.named)

    def _of_document(self, document: int) -> _Days | None:
        """None where nothing tells when it was published, or its page may be dated late."""
        if document not in self._days:
            report = self._corpus.reports.get(document)
            self._days[document] = None
            if report is not None and (report.is_usual or self._is_borne_out(document)):
                published = report.day.date()
                named = frozenset(
                    day
                    for sentence in self._sentences.get(document, ())
                    for day in _named(sentence.text, published, get(sentence.language))
                )
                fresh = frozenset(day for day in named if abs((published - day).days) <= MAX_DAYS_BACK)
                self._days[document] = _Days(published, fresh, named)
        return self._days[document]

    def _is_borne_out(self, document: int) -> bool:
        """Whether another document appeared about then, and not at the very moment, as pages do that are moved."""
        reports = self._corpus.reports
        day = reports[document].day.replace(tzinfo=None)
        others = (report.day.replace(tzinfo=None) for number, report in reports.items() if number != document)
        return any(abs((day - other).days) < LEAST_DAYS_BETWEEN and other != day for other in others)


def _named(text: str, published: date, language: Language) -> Iterator[date]:
    """The days that a sentence names, by date or as days of the week that are gone by; of tomorrow too, as it may be
    tomorrow already where it happened.
    """
    for match in language.days.weekday.finditer(text):
        back = (published.weekday() - language.dates.weekdays[match["day"].lower()]) % WEEK
        back -= WEEK if back == WEEK - 1 else 0
        if back <= MAX_DAYS_BACK and not may_lie_ahead(text, *match.span(), language):
            yield published - timedelta(back)
    for value in find_dates(text, language):
        if value.dimension == "day":
            yield from _latest(int(value.low) // 100, int(value.low) % 100, published)


def _latest(month: int, day: int, published: date) -> Iterator[date]:
    """The last such day of a year up to the day after the publication."""
    for year in (published.year, published.year - 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= published + timedelta(1):
            yield found
            return
