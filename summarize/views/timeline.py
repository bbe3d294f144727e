"""When what happened, by the date of the event and not of the article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from statistics import median_low

from summarize.languages import Language, get
from summarize.quantities.dates import date_of
from summarize.quantities.weekdays import may_lie_ahead, weekdays_in
from summarize.records.brief import Brief, CitationRole
from summarize.records.corpus import Corpus, ReportDay
from summarize.records.sentence import Sentence, SentenceRole
from summarize.records.views import Precision, Quotation, TimelineEntry
from summarize.segmentation.publication import MAX_APART
from summarize.selection.dependence import is_context_dependent

MAX_ENTRIES = 40
"""Of the claims that are worth most."""
MIN_WORDS = 6
"""Shorter sentences are captions and labels as often as not."""
MAX_DAYS_OFF = 120
"""How far before its report a date can lie that is given without its year."""
MIN_TELLING = 2
"""Articles beside one that tell a claim, none of them before the day that the one names as "yesterday" or "this
morning"."""
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")
_ASIDE = re.compile(r"\s[—–-]\s.*?\s[—–-]\s|\w—[^—]*—\w")
_POSTED = re.compile(r"\(@\w+\)\s*$")
"""Ends right before the date of a post that is shown in an article."""

When = tuple[str, Precision]


def timeline(brief: Brief, corpus: Corpus) -> tuple[TimelineEntry, ...]:
    """The claims of which the sources say with certainty when they happened. One that is dated in two ways is none, and
    those of one date that the brief cites for one sentence are one.
    """
    members: dict[int, list[int]] = defaultdict(list)
    claim_of = {(m.source, m.start): claim.id for claim in brief.claims for m in claim.members}
    for index, sentence in enumerate(corpus.sentences):
        members[claim_of[corpus.numbers[sentence.document][0], sentence.start]].append(index)
    reports = {**datelined(corpus), **corpus.reports}
    cited_for = {
        claim_of.get((cited.source, cited.start), sentence.claim): sentence.claim
        for sentence in brief.sentences
        for cited in sentence.citations
        if cited.role is CitationRole.CORROBORATES
    }
    dated: dict[tuple[When, int], list[int]] = {}
    for claim in sorted(brief.claims, key=lambda claim: (-claim.score, claim.id)):
        own = members.get(claim.id, [])
        days = _dated([corpus.sentences[index] for index in own], own, reports)
        if len(days) == 1:
            ((when, indices),) = days.items()
            dated.setdefault((when, cited_for.get(claim.id, claim.id)), []).extend(indices)
    told = {(s.citations[0].source, s.citations[0].start) for s in brief.sentences}
    quoted = ((when, claim, tuple(_quotations(corpus, indices, told))) for (when, claim), indices in dated.items())
    entries = [TimelineEntry(*when, claim, said) for when, claim, said in quoted if said][:MAX_ENTRIES]
    return tuple(sorted(entries, key=lambda entry: entry.date))


def _dated(
    sentences: Sequence[Sentence], indices: Sequence[int], reports: Mapping[int, ReportDay]
) -> dict[When, list[int]]:
    """The dates of what a claim tells, each with the sentences that date it so.

    A page may have been put up a day after it was written, and then its "yesterday" is not the day before. It is taken
    for that where another article in other words dates the claim so, or where several tell it and none before that day.
    """
    found: dict[When, list[int]] = {}
    for index, sentence in zip(indices, sentences, strict=True):
        if when := when_of(sentence, reports):
            found.setdefault(when, []).append(index)
    seen = [(near_of(sentence, reports), sentence) for sentence in sentences]
    for index, (when, sentence) in zip(indices, seen, strict=True):
        others = {s.text: (when_of(s, reports) or near, s.document) for near, s in seen if s.text != sentence.text}
        others = {text: (w, d) for text, (w, d) in others.items() if d != sentence.document}
        told = {d: reports[d].day.date().isoformat() for _, d in others.values() if d in reports}
        is_first = when is not None and len(told) >= MIN_TELLING and min(told.values()) >= when[0]
        if when is not None and (is_first or any(w == when for w, _ in others.values())) and {*found} <= {when}:
            found.setdefault(when, []).append(index)
    return {when: sorted(own) for when, own in found.items()}


def datelined(corpus: Corpus) -> dict[int, ReportDay]:
    """The days of articles that only their datelines date, with the year of the other articles, where that is a day
    shortly before or after these.
    """
    usual = [report.day for report in corpus.reports.values() if report.is_usual]
    found: dict[int, ReportDay] = {}
    if not usual:
        return found
    middle = median_low(usual)
    first_of: dict[int, Sentence] = {}
    for sentence in corpus.sentences:
        if sentence.role is SentenceRole.BODY and sentence.document not in corpus.reports:
            first_of.setdefault(sentence.document, sentence)
    for document, first in first_of.items():
        given = corpus.documents[document]
        language = get(first.language)
        head = given.text[given.text.rfind("\n", 0, first.start) + 1 : first.start]
        days = [day for match in language.dates.date.finditer(head) for day in _days_near(match, language, middle)]
        if len(days) == 1:
            found[document] = ReportDay(days[0])
    return found


def _days_near(match: re.Match[str], language: Language, middle: datetime) -> Iterator[datetime]:
    """The days of a date without its year that lie near another."""
    for year in (middle.year - 1, middle.year, middle.year + 1):
        day = _in_year(match, language, year)
        if day and abs(day.date() - middle.date()) <= MAX_APART:
            yield day


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
    first = min((other.day for other in reports.values()), key=lambda day: day.date(), default=None)
    is_sure = report is not None and report.is_usual
    found = list(_dates(sentence.text, language, report, first, is_sure=is_sure))
    if len({when for _, _, when in found}) != 1 or language.days.near.search(sentence.text):
        return None
    start, end, when = found[0]
    return when if _is_of_event(sentence.text, start, end, language) else None


def near_of(sentence: Sentence, reports: Mapping[int, ReportDay]) -> When | None:
    """When what a sentence tells happened that names the day as seen from its report: yesterday, this morning. None
    where that is not the only day it names, or not that of what it tells, or may be to come.
    """
    report = reports.get(sentence.document)
    if sentence.role is not SentenceRole.BODY or sentence.words < MIN_WORDS or report is None or not report.is_usual:
        return None
    text, language = sentence.text, get(sentence.language)
    near = list(language.days.near.finditer(text))
    gone = [(match, days) for regex, days in language.days.gone for match in regex.finditer(text)]
    is_told = _tells_of_past(text, language) and not language.days.ahead.search(text)
    if len(near) != 1 or len(gone) != 1 or not is_told or list(_dates(text, language, report, is_sure=True)):
        return None
    ((match, days),) = gone
    if not _is_of_event(text, *match.span(), language):
        return None
    return (report.day.date() - timedelta(days)).isoformat(), Precision.DAY


def _dates(
    text: str, language: Language, report: ReportDay | None, first: datetime | None = None, *, is_sure: bool
) -> Iterator[tuple[int, int, When | None]]:
    """Every date in a sentence, None for one that is not certain or not past. Where the day of its report is not known,
    months and years before the `first` report of all are past.
    """
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
            yield (
                *match.span(),
                _month_or_year(match, language, report.day if report else first, is_own=report is not None),
            )
    if report is not None:
        # A day of the week may be the one to come, which the words beside it do not always say.
        is_told = is_sure and _tells_of_past(text, language) and not language.days.ahead.search(text)
        for start, end, gone in weekdays_in(text, report.day, language):
            if not any(start <= at < end + 3 for at, _ in taken):
                yield start, end, (gone.date().isoformat(), Precision.DAY) if gone and is_told else None


def _tells_of_past(text: str, language: Language) -> bool:
    """Whether a sentence tells of what has happened, beside that it was said, and not in an aside between dashes."""
    days = language.days
    asides = [match.span() for match in _ASIDE.finditer(text)]
    return any(
        not days.speech.fullmatch(match[0]) and not any(start <= match.start() < end for start, end in asides)
        for match in days.past.finditer(text)
    )


def _last(match: re.Match[str], language: Language, published: datetime) -> datetime | None:
    """The last such day before a report, of a date without its year; None for one that lies further back."""
    for year in (published.year, published.year - 1):
        day = _in_year(match, language, year)
        if day and 0 <= (published.date() - day.date()).days <= MAX_DAYS_OFF:
            return day
    return None


def _in_year(match: re.Match[str], language: Language, year: int) -> datetime | None:
    """A date that is given without its year."""
    for written in (f"{match[0].rstrip()} {year}", f"{match[0].rstrip()}, {year}"):
        if named := language.dates.date.fullmatch(written):
            return date_of(named, language)
    return None


def _month_or_year(match: re.Match[str], language: Language, day: datetime | None, *, is_own: bool) -> When | None:
    year, lead = int(match["year"]), match[0][: match.start("year") - match.start()].strip(" -.").lower()
    if day is None or year > day.year:
        return None
    if month := language.dates.months.get(lead):
        is_past = (year, month) < (day.year, day.month) or (is_own and (year, month) == (day.year, day.month))
        return (f"{year}-{month:02}", Precision.MONTH) if is_past else None
    is_gone = year < day.year and lead in language.days.within
    return (str(year), Precision.YEAR) if is_gone else None


def _is_of_event(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a date is that of what the sentence reports."""
    days, dates = language.days, language.dates
    before = text[:start]
    return not (
        any(match.start() < start < match.end() for match in _QUOTED.finditer(text))
        or _POSTED.search(before)
        or dates.edge.search(before)
        or days.said.search(before)
        or days.say.match(text, end)
        or days.aside.search(before)
        or may_lie_ahead(text, start, end, language)
    )
