"""What was open when it was written, and has turned out since: is it still to be told?

"Divers are searching for the pilot", "the council will vote on Friday": that was so on the day of the report. A newer
report may tell the same fact without leaving it open, may tell in its first sentences how it went, or may only have
been written after the day that was named. None of this takes a model: what is open and what ends it are tables of the
language, and which sentences are of one fact is known.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from summarize.claims import Claims
from summarize.conflicts import when_published
from summarize.languages import Language, get
from summarize.languages.unsettled import Regex
from summarize.lexical.words import stem
from summarize.quantities.dates import date_of
from summarize.records.corpus import Corpus

BEHIND = 0.3
"""What a sentence counts that leaves open what has probably turned out since."""
MIN_SAME_FACT_OUTCOME = 0.4
"""Probability of being one fact from which a newer sentence may tell how an open one went."""
MIN_CLOSENESS = 0.3
"""Cosine from which the first sentences of a newer report are of the same matter as an open one."""
LEAD = 3
"""First sentences of a report, in which it tells what is new."""
_WEEK = 7


def still_open(corpus: Corpus, claims: Claims, tellable: NDArray[np.bool_]) -> NDArray[np.float64]:
    """What each sentence counts for what it leaves open: 1 as a rule, less where that has probably turned out, or
    none of the `tellable` says how, 0 where one of them does and can stand in its place. *Shapes:* (n,)
    """
    found = _Openings(corpus, claims, tellable)
    return np.array([found.worth(index) for index in range(len(corpus.sentences))])


class _Openings:
    """The sentences of a corpus that leave something open, and what newer reports say of it."""

    def __init__(self, corpus: Corpus, claims: Claims, tellable: NDArray[np.bool_]) -> None:
        self._corpus, self._claims, self._tellable = corpus, claims, tellable
        published = {number: when_published(corpus, number) for number in {s.document for s in corpus.sentences}}
        self._when = np.array([_seconds(published[sentence.document]) for sentence in corpus.sentences])
        self._open = np.array(
            [bool(get(s.language).prospects.open.search(s.text)) for s in corpus.sentences], dtype=np.bool_
        )
        leads = np.array([sentence.position < LEAD for sentence in corpus.sentences], dtype=np.bool_)
        self._leads = np.flatnonzero(leads & ~self._open)
        self._lead_vectors = corpus.vectors[self._leads]
        self._ends: dict[tuple[int, Regex], bool] = {}
        self._deeds: dict[int, frozenset[str]] = {}

    @cached_property
    def _newest(self) -> datetime | None:
        """The day of the newest report, of those that are dated like the others."""
        reports = (self._corpus.reports.get(sentence.document) for sentence in self._corpus.sentences)
        return max((_aware(report.day) for report in reports if report and report.is_usual), default=None)

    def worth(self, index: int) -> float:
        sentence = self._corpus.sentences[index]
        language = get(sentence.language)
        if not self._open[index]:
            return 1.0
        newer = self._when > self._when[index]
        if not newer.any():
            return 1.0
        ends = [end for state, end in language.prospects.outcomes if _is_open_in(sentence.text, state, end)]
        acts = frozenset(_acts(sentence.text, language))
        later = self._later(index, newer) if ends or acts else []
        ending = [other for other in later if any(self._tells(other, end) for end in ends)]
        if ending:
            is_replaced = self._tellable[ending].any() and not language.prospects.several.search(sentence.text)
            return 0.0 if is_replaced else BEHIND
        is_done = bool(acts) and any(not acts.isdisjoint(self._done(other)) for other in later)
        return (
            BEHIND
            if is_done or self._is_dated_since(index, newer, language) or self._has_passed(index, language)
            else 1.0
        )

    def _later(self, index: int, newer: NDArray[np.bool_]) -> list[int]:
        """What newer reports tell of the matter and leave not open: the same fact, or what they begin with."""
        found = newer & ~self._open & self._tellable & (self._claims.likelihood(index) >= MIN_SAME_FACT_OUTCOME)
        near = self._lead_vectors @ self._corpus.vectors[index] >= MIN_CLOSENESS
        found[self._leads[near & newer[self._leads]]] = True
        later: list[int] = np.flatnonzero(found).tolist()
        return later

    def _tells(self, index: int, end: Regex) -> bool:
        """Whether a sentence says how something went; looked up once, since many are open of which it may."""
        key = index, end
        if key not in self._ends:
            self._ends[key] = bool(end.search(self._corpus.sentences[index].text))
        return self._ends[key]

    def _done(self, index: int) -> frozenset[str]:
        """The stems of what a sentence says was done."""
        if index not in self._deeds:
            sentence = self._corpus.sentences[index]
            self._deeds[index] = frozenset(_deeds(sentence.text, get(sentence.language)))
        return self._deeds[index]

    def _is_dated_since(self, index: int, newer: NDArray[np.bool_], language: Language) -> bool:
        """Whether a newer sentence of the same fact, which can be told, gives the day of what was only near."""
        text = self._corpus.sentences[index].text
        if not any(pattern.search(text) for pattern, _ in language.prospects.within) or _has_day(text, language):
            return False
        same = self._tellable & newer & (self._claims.likelihood(index) >= MIN_SAME_FACT_OUTCOME)
        return any(_has_day(self._corpus.sentences[other].text, language) for other in np.flatnonzero(same).tolist())

    def _has_passed(self, index: int, language: Language) -> bool:
        """Whether the day on which something is to be lies before that of the newest report."""
        sentence = self._corpus.sentences[index]
        report = self._corpus.reports.get(sentence.document)
        coming = language.prospects.coming.search(sentence.text)
        if not coming or not report or not report.is_usual or not self._newest:
            return False
        day = _last_day(sentence.text[coming.start() :], _aware(report.day), language)
        return day is not None and day < self._newest


def _seconds(when: datetime | None) -> float:
    """As a number, which is not later or earlier than any other where the time is not known."""
    return np.nan if when is None else when.timestamp()


def _aware(day: datetime) -> datetime:
    return day.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=UTC)


def _is_open_in(text: str, state: Regex, end: Regex) -> bool:
    return bool(state.search(text)) and not end.search(text)


def _acts(text: str, language: Language) -> Iterator[str]:
    """The stems of what is to be done."""
    for match in language.prospects.act.finditer(text):
        verb = match["verb"].lower()
        if verb not in language.prospects.idle:
            yield stem(language.prospects.irregular.get(verb, verb), language)


def _deeds(text: str, language: Language) -> Iterator[str]:
    """The stems of what was done."""
    for match in language.prospects.done.finditer(text):
        verb = match[0].lower()
        yield stem(language.prospects.irregular.get(verb, verb), language)


def _has_day(text: str, language: Language) -> bool:
    return bool(language.days.weekday.search(text) or language.dates.date.search(text))


def _last_day(text: str, report: datetime, language: Language) -> datetime | None:
    """The last day that is named, counted forward from the report; None where there is none."""
    days = [report + timedelta(ahead) for pattern, ahead in language.prospects.within if pattern.search(text)]
    for match in language.days.weekday.finditer(text):
        ahead = (language.dates.weekdays[match["day"].lower()] - report.weekday()) % _WEEK
        days.append(report + timedelta(ahead))
    days += _dated(text, report, language)
    return max(days, default=None)


def _dated(text: str, report: datetime, language: Language) -> Sequence[datetime]:
    """Days given with their date, and the last days of months; without a year the first that comes."""
    found = []
    for match in language.dates.date.finditer(text):
        groups = match.groupdict()
        day, month = groups.get("day") or groups.get("day2"), groups.get("month") or groups.get("month2")
        if dated := date_of(match, language):
            found.append(_aware(dated))
        elif day and month:
            number = language.dates.months.get(month.lower().rstrip(".")) or 0
            found += _first_from(report, number, int(day))
    for match in language.dates.month_alone.finditer(text):
        number = language.dates.months[match["month"].lower()]
        _, last = monthrange(report.year + (number < report.month), number)
        found += _first_from(report, number, last)
    return found


def _first_from(report: datetime, month: int, day: int) -> list[datetime]:
    try:
        same_year = datetime(report.year, month, day, tzinfo=UTC)
        return [same_year if same_year >= report else same_year.replace(year=report.year + 1)]
    except ValueError:
        return []
