"""What a brief takes for known and has not told: surnames, acronyms and days, each with the span that tells it.

Judged in the order in which the brief is read: what an earlier sentence, the title or the sentence itself introduces
needs no note, and nothing is noted twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from summarize.languages import get
from summarize.languages.reference import Names
from summarize.records.corpus import Corpus, ReportDay
from summarize.records.sentence import Sentence
from summarize.selection.acronyms import Acronyms
from summarize.selection.days import days_in
from summarize.selection.introductions import Introductions
from summarize.selection.names import Name, names_in
from summarize.selection.records import FoundNote

_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")


def find_notes(corpus: Corpus, order: Sequence[int], title: str | None) -> list[tuple[FoundNote, ...]]:
    """For each sentence of a brief, by its index, the notes that a reader needs there, in the order of their places."""
    told = [title or ""]
    noted: set[str] = set()
    introductions, acronyms = Introductions(corpus), Acronyms(corpus)
    sentences = [corpus.sentences[index] for index in order]
    introductions.prepare(name.surname for sentence in sentences for name in _surnames(sentence))
    found = []
    for sentence in sentences:
        told.append(sentence.text)
        notes = [
            *_persons(sentence, told, noted, introductions),
            *_acronyms(sentence, told, noted, acronyms),
            *_days(sentence, noted, corpus.reports),
        ]
        found.append(tuple(sorted(notes, key=lambda note: (note.start, note.end))))
    return found


def _surnames(sentence: Sentence) -> list[Name]:
    """The names of a single word that could be somebody's."""
    names = get(sentence.language).names
    return [
        name
        for name in names_in(sentence.text, names)
        if not name.is_full and _may_be_person(name, sentence.text, names)
    ]


def _may_be_person(name: Name, text: str, names: Names) -> bool:
    word = name.words[0]
    if word.key in names.no_persons or word.key in names.calendar or len(word.text) < 2:
        return False
    before = text[: (name.title or name.words)[0].start]
    return not (names.definite.search(before) or (not name.title and names.place_before.search(before)))


def _persons(
    sentence: Sentence, told: Sequence[str], noted: set[str], introductions: Introductions
) -> Iterator[FoundNote]:
    for name in _surnames(sentence):
        word = name.words[0]
        if word.text in noted:
            continue
        sure = introductions.person(word.text, sentence.document)
        if sure is None:
            continue
        given, introduction = sure
        noted.add(word.text)
        one, other = re.escape(given), re.escape(word.text)
        full = re.compile(rf"\b{one}\b[^,;:]{{0,30}} {other}\b|\b{other} {one}\b")
        if any(full.search(text) for text in told):
            continue
        yield FoundNote(word.start, word.end, None, introduction.document, (introduction.start, introduction.end))


def _acronyms(sentence: Sentence, told: Sequence[str], noted: set[str], acronyms: Acronyms) -> Iterator[FoundNote]:
    for match in acronyms.in_text(sentence):
        if match[0] in noted:
            continue
        noted.add(match[0])
        introduction = acronyms.expansion(match[0], sentence.document)
        if introduction is None:
            continue
        words = introduction.text.lower()
        if any(words in " ".join(text.split()).lower() for text in told):
            continue
        yield FoundNote(match.start(), match.end(), None, introduction.document, (introduction.start, introduction.end))


def _days(sentence: Sentence, noted: set[str], reports: Mapping[int, ReportDay]) -> Iterator[FoundNote]:
    report = reports.get(sentence.document)
    if report is None:
        return
    quoted = [match.span() for match in _QUOTED.finditer(sentence.text)]
    days = days_in(sentence.text, report.day, get(sentence.language), is_sure=report.is_usual)
    for start, end, shown in days:
        key = f"{sentence.text[start:end].lower()}: {shown}"
        if key in noted or any(left < start < right for left, right in quoted):
            continue
        noted.add(key)
        yield FoundNote(start, end, shown, sentence.document, report.span)
