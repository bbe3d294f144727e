"""The toll as the newest source has it, which replaces what older ones counted.

A source that says that the toll has risen to 85 contradicts those that speak of 84 killed, though the two sentences
share hardly a word, and though "at least 84" denies nothing. Where no source speaks of the toll itself, a sentence
that counts more dead replaces an older one of the same fact that gives the least they may be.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from summarize.claims import Claims
from summarize.conflicts.parsing import ParsedSentence, ParsedSentences, role
from summarize.conflicts.status import Update, when_published
from summarize.languages import get
from summarize.quantities.hedges import is_least
from summarize.quantities.values import FORMER, Value
from summarize.records.corpus import Corpus
from summarize.relations import CONTRADICTS, Reader

MIN_SHARE = 0.5
"""Share of the newest toll from which an older count of the dead is taken for the toll, not for a part of it."""

MIN_ONE_FACT = 0.5
"""Least probability of being one fact of two counts of the dead of which the newer, higher one replaces the other."""

MIN_READ = 0.75
"""Probability of contradicting, as they are read, from which such counts are of one occurrence: that from which a
conflict is reported."""

BARE_REACH = 3
"""Words behind a bare figure among which one says that those counted died."""

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


class Counts:
    """What says how many people were killed in all, to tell which counts are overtaken."""

    def __init__(self, corpus: Corpus, parsed: ParsedSentences, claims: Claims, reader: Reader | None) -> None:
        self._parsed, self._claims, self._reader = parsed, claims, reader
        self._counts = {toll.sentence: toll for toll in _counted(corpus, parsed)}

    def since(self, told: int) -> Update | None:
        """What newer documents count, if sentence `told` says that at least so many died, and they count more of the
        same fact; the newest count, and of what gives that the likeliest to be the fact first.
        """
        own, dead = self._counts.get(told), count_of_dead(self._parsed[told])
        if own is None or dead is None or not is_least(dead):
            return None
        likelihood = self._claims.likelihood(told)
        higher = [
            toll
            for toll in self._counts.values()
            if toll.when > own.when
            and MIN_SHARE * toll.count <= own.count < toll.count
            and likelihood[toll.sentence] >= MIN_ONE_FACT
        ]
        if not higher:
            return None
        newest = max(higher, key=lambda toll: (toll.when, toll.count, likelihood[toll.sentence], -toll.sentence))
        current = [toll for toll in higher if toll.count == newest.count]
        teller = max(current, key=lambda toll: (likelihood[toll.sentence], -toll.sentence)).sentence
        if not self._is_of_one(told, teller):
            return None
        return Update("number", (told,), tuple(sorted(toll.sentence for toll in current)), teller)

    def _is_of_one(self, older: int, newer: int) -> bool:
        """Whether two counts are of one occurrence: they name no two days, and contradict each other as they are read;
        two attacks, or what two sides say, are read to be different.
        """
        mine, yours = self._parsed[older].weekdays, self._parsed[newer].weekdays
        if mine and yours and mine.isdisjoint(yours):
            return False
        if self._reader is None or not self._reader.can_read(older, newer):
            return True
        return bool(self._reader.read([older], [newer])[0, CONTRADICTS] >= MIN_READ)


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
        if dead := count_of_dead(parsed[index]):
            yield _Toll(when, index, dead.low)


def count_of_dead(reading: ParsedSentence) -> Value | None:
    """The figure of those killed in all that a sentence gives, the highest if several; None where it gives none."""
    counts = [value for value in reading.values if _is_of_dead(reading, value)]
    return max(counts, key=lambda value: value.low, default=None)


def _is_of_dead(reading: ParsedSentence, value: Value) -> bool:
    """Whether people without distinction are counted, no part of others and not beside others, and what happened to
    them is that they died. A bare figure counts them where that follows it: "at least 59 are dead".
    """
    words = reading.language.words
    if value.dimension != "count" or value.relation or not value.stated or value.heads - words.generic - {words.fatal}:
        return False
    following = [word.stem for word in reading.words if word.start >= value.end][:BARE_REACH]
    return (bool(value.heads) or words.fatal in following) and role(reading, value) == words.fatal
