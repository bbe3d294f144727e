"""The toll as the newest source has it, which replaces what older ones counted.

A source that says that the toll has risen to 85 contradicts those that speak of 84 killed, though the two sentences
share hardly a word, and though "at least 84" denies nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from summarize.conflicts.parsing import ParsedSentence, ParsedSentences, role
from summarize.conflicts.status import Update, when_published
from summarize.languages import get
from summarize.quantities.values import FORMER, Value
from summarize.records.corpus import Corpus

MIN_SHARE = 0.5
"""Share of the newest toll from which an older count of the dead is taken for the toll, not for a part of it."""

REACH = 200
"""Characters behind the word for it in which the figure of a toll stands."""


@dataclass(frozen=True, slots=True)
class _Toll:
    """How many a sentence says are dead in all."""

    when: datetime
    sentence: int
    count: float


def find_tolls(corpus: Corpus, parsed: ParsedSentences) -> list[Update]:
    """The newest statement of the toll with all lower counts of older documents; nothing where no source speaks of the
    toll itself, or where none is older.
    """
    stated = list(_stated(corpus, parsed))
    if not stated:
        return []
    newest = max(stated, key=lambda toll: (toll.when, toll.count, -toll.sentence))
    former = sorted(
        {
            toll.sentence
            for toll in (*stated, *_counted(corpus, parsed))
            if toll.when < newest.when and MIN_SHARE * newest.count <= toll.count < newest.count
        }
    )
    current = sorted(toll.sentence for toll in stated if toll.when == newest.when and toll.count == newest.count)
    return [Update("number", tuple(former), tuple(current), newest.sentence)] if former else []


def _stated(corpus: Corpus, parsed: ParsedSentences) -> Iterator[_Toll]:
    """What says that the toll is so or so much now, and not that of another year."""
    for index, sentence in enumerate(corpus.sentences):
        toll = get(sentence.language).updates.toll.search(sentence.text)
        when = when_published(corpus, sentence.document) if toll else None
        if not toll or when is None or _is_of_other_year(parsed[index], when):
            continue
        count = _count_behind(parsed[index], toll.end())
        if count is not None:
            yield _Toll(when, index, count)


def _count_behind(reading: ParsedSentence, start: int) -> float | None:
    """The first count of people that stands where a toll is given, behind the word for it: no hour, share or sum, and
    nothing it was before.
    """
    for match in reading.language.updates.toll_count.finditer(reading.text, start, start + REACH):
        for value in reading.values:
            is_count = value.dimension == "count" and value.relation != FORMER
            if is_count and value.start <= match.start("count") < value.end:
                return value.low
    return None


def _is_of_other_year(reading: ParsedSentence, when: datetime) -> bool:
    """Whether it speaks of another year than that of its report, or of an event that is called by one."""
    called = {int(match["year"]) for match in reading.language.updates.event_year.finditer(reading.text)}
    return bool((reading.years | called) - {when.year})


def _counted(corpus: Corpus, parsed: ParsedSentences) -> Iterator[_Toll]:
    """What says how many people were killed, of no other year and in no part."""
    for index, sentence in enumerate(corpus.sentences):
        language = get(sentence.language)
        when = when_published(corpus, sentence.document) if language.updates.counted.search(sentence.text) else None
        if when is None or _is_of_other_year(parsed[index], when):
            continue
        counts = [value.low for value in parsed[index].values if _is_of_dead(parsed[index], value)]
        if counts:
            yield _Toll(when, index, max(counts))


def _is_of_dead(reading: ParsedSentence, value: Value) -> bool:
    """Whether people without distinction are counted, and what happened to them is that they died."""
    words = reading.language.words
    may_be = value.kind == "number" and value.heads <= words.generic | {words.fatal}
    return may_be and role(reading, value) == words.fatal
