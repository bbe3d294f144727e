"""When what happened, by the date of the event and not of the article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime

from summarize.languages import Language, get
from summarize.quantities.dates import date_of
from summarize.records.brief import Brief
from summarize.records.corpus import Corpus, ReportDay
from summarize.records.sentence import Sentence, SentenceRole
from summarize.records.views import Precision, Quotation, TimelineEntry
from summarize.selection.days import may_lie_ahead, weekdays_in
from summarize.selection.dependence import is_context_dependent

MAX_ENTRIES = 40
"""Of the claims that are worth most."""
MIN_WORDS = 6
"""Shorter sentences are captions and labels as often as not."""
MAX_DAYS_OFF = 120
"""How far before its report a date can lie that is given without its year."""
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")

When = tuple[str, Precision]


def timeline(brief: Brief, corpus: Corpus) -> tuple[TimelineEntry, ...]:
    """The claims of which the sources say with certainty when they happened. One that is dated in two ways is none."""
    dated: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    precision: dict[str, Precision] = {}
    claim_of = {(m.source, m.start): claim for claim in brief.claims for m in claim.members}
    for index, sentence in enumerate(corpus.sentences):
        claim = claim_of[(corpus.numbers[sentence.document][0], sentence.start)]
        if when := when_of(sentence, corpus.reports):
            date, precision[date] = when
            dated[claim.id][date].append(index)
    told = {(s.citations[0].source, s.citations[0].start) for s in brief.sentences}
    entries: list[TimelineEntry] = []
    for claim in sorted(brief.claims, key=lambda claim: (-claim.score, claim.id)):
        days = dated.get(claim.id, {})
        if len(days) == 1 and len(entries) < MAX_ENTRIES:
            ((date, indices),) = days.items()
            said = tuple(_quotations(corpus, indices, told))
            if said:
                entries.append(TimelineEntry(date, precision[date], claim.id, said))
    return tuple(sorted(entries, key=lambda entry: entry.date))


def _quotations(corpus: Corpus, indices: list[int], told: set[tuple[int, int]]) -> Iterator[Quotation]:
    """A sentence of each source, first the one that the brief quotes or else the first that can stand alone; none where
    none can.
    """
    sentences = [corpus.sentences[index] for index in indices]
    alone = [s for s in sentences if not is_context_dependent(s.text, get(s.language))]
    alone.sort(key=lambda s: (corpus.numbers[s.document][0], s.start) not in told)
    seen: set[int] = set()
    for sentence in (*alone, *sentences) if alone else ():
        for number in corpus.numbers[sentence.document]:
            if number not in seen:
                seen.add(number)
                yield Quotation(number, sentence.start, sentence.end, sentence.text)


def when_of(sentence: Sentence, reports: Mapping[int, ReportDay]) -> When | None:
    """When what a sentence tells happened; None where that is not certain.

    It is where the sentence names exactly one day, or one month or year, not as that on which somebody spoke, in no
    quotation, and in no clause beside what it reports.
    """
    if sentence.role is not SentenceRole.BODY or sentence.words < MIN_WORDS:
        return None
    language, report = get(sentence.language), reports.get(sentence.document)
    found = list(_dates(sentence.text, language, report, is_sure=report is not None and report.is_usual))
    if len({when for _, _, when in found}) != 1 or language.days.near.search(sentence.text):
        return None
    start, end, when = found[0]
    return when if _is_of_event(sentence.text, start, end, language) else None


def _dates(
    text: str, language: Language, report: ReportDay | None, *, is_sure: bool
) -> Iterator[tuple[int, int, When | None]]:
    """Every date in a sentence, None for one that is not certain or not past."""
    taken: list[tuple[int, int]] = []
    for match in language.dates.date.finditer(text):
        word = match.groupdict().get("month") or ""
        if word.islower() and word in language.dates.words_too:
            continue
        taken.append(match.span())
        day = date_of(match, language) or (_last(match, language, report.day) if report and is_sure else None)
        is_past = day is not None and (report is None or day.date() <= report.day.date())
        yield *match.span(), (day.date().isoformat(), Precision.DAY) if day and is_past else None
    for match in language.dates.year.finditer(text):
        if not any(start <= match.start("year") < end for start, end in taken):
            yield *match.span(), _month_or_year(match, language, report)
    if report is not None:
        # A day of the week may be the one to come, which the words beside it do not always say.
        is_told = is_sure and bool(language.days.past.search(text)) and not language.days.ahead.search(text)
        for start, end, gone in weekdays_in(text, report.day, language):
            if not any(start <= at < end + 3 for at, _ in taken):
                yield start, end, (gone.date().isoformat(), Precision.DAY) if gone and is_told else None


def _last(match: re.Match[str], language: Language, published: datetime) -> datetime | None:
    """The last such day before a report, of a date without its year; None for one that lies further back."""
    for year in (published.year, published.year - 1):
        named = language.dates.date.fullmatch(f"{match[0].rstrip()} {year}") or language.dates.date.fullmatch(
            f"{match[0].rstrip()}, {year}"
        )
        day = date_of(named, language) if named else None
        if day and 0 <= (published.date() - day.date()).days <= MAX_DAYS_OFF:
            return day
    return None


def _month_or_year(match: re.Match[str], language: Language, report: ReportDay | None) -> When | None:
    year, lead = int(match["year"]), match[0][: match.start("year") - match.start()].strip(" -.").lower()
    if report is None or year > report.day.year:
        return None
    if month := language.dates.months.get(lead):
        is_past = (year, month) <= (report.day.year, report.day.month)
        return (f"{year}-{month:02}", Precision.MONTH) if is_past else None
    is_gone = year < report.day.year and lead in language.days.within
    return (str(year), Precision.YEAR) if is_gone else None


def _is_of_event(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a date is that of what the sentence reports."""
    days, dates = language.days, language.dates
    before = text[:start]
    return not (
        any(match.start() < start < match.end() for match in _QUOTED.finditer(text))
        or dates.edge.search(before)
        or days.said.search(before)
        or days.say.match(text, end)
        or days.aside.search(before)
        or may_lie_ahead(text, start, end, language)
    )
