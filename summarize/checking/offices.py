"""What a sentence says somebody is by office: "Prime Minister Anna Holt", "Anna Holt, the prime minister"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.conflicts.parsing import ParsedSentence, ParsedSentences
from summarize.lexical.words import Word, entries, plain

MAX_NAMES = 4
"""Words of a name."""
MAX_BETWEEN = 4
"""Words between a name and the office that follows it: "Joshua Freed, the airline's chief executive"."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a sentence gives to somebody, `text[start:end]`."""

    holder: str
    """The last word of the name, in plain letters."""
    kinds: frozenset[int]
    """The numbers of the offices that its word may mean."""
    departments: frozenset[str]
    is_deputy: bool
    start: int
    end: int

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end

    def may_be(self, other: Office) -> bool:
        """Whether both can be said of one person at a time."""
        apart = self.departments and other.departments and not self.departments & other.departments
        return bool(self.kinds & other.kinds) and self.is_deputy == other.is_deputy and not apart


def offices_of(sentence: ParsedSentence) -> Iterator[Office]:
    """The offices that a sentence gives to people it names."""
    checks, words = sentence.language.checks, sentence.words
    low = [plain(word.text) for word in words]
    for office, place, last in entries(low, checks.offices):
        first = _first_of_title(sentence, low, place)
        before = frozenset(low[first:place])
        for holder in _holders(sentence, low, first, last + 1):
            yield Office(
                plain(holder.text),
                checks.offices[office],
                before & checks.departments,
                bool(before & checks.deputies),
                words[first].start,
                words[last].end,
            )


class KnownOffices:
    """What the sources, the first sentences of a corpus, say of people by office."""

    def __init__(self, parsed: ParsedSentences, sources: int) -> None:
        self._parsed, self._words = parsed, parsed.words[:sources]
        self._held: dict[str, tuple[Office, ...]] = {}

    def wrong(self, sentence: ParsedSentence, source: ParsedSentence | None = None) -> Iterator[tuple[Office, Office]]:
        """The offices of a sentence that no source gives to that name, each with what one gives; `source` alone, if
        given.
        """
        for office in offices_of(sentence):
            known = self._of(office.holder)
            if any(office.may_be(other) for other in known):
                continue
            given = known if source is None else offices_of(source)
            yield from ((office, other) for other in given if office.holder == other.holder)

    def _of(self, holder: str) -> tuple[Office, ...]:
        if holder not in self._held:
            naming = (i for i, words in enumerate(self._words) if any(plain(word) == holder for word in words))
            offices = (office for i in naming for office in offices_of(self._parsed[i]))
            self._held[holder] = tuple(office for office in offices if office.holder == holder)
        return self._held[holder]


def _first_of_title(sentence: ParsedSentence, low: Sequence[str], place: int) -> int:
    """Where the title begins: the words before the office that say of what, or whose deputy."""
    checks = sentence.language.checks
    telling = checks.departments | checks.deputies | {"and"}
    first = place
    while first and low[first - 1] in telling and _are_together(sentence, first - 1):
        first -= 1
    return first


def _holders(sentence: ParsedSentence, low: Sequence[str], first: int, end: int) -> Iterator[Word]:
    """Who holds the office that stands from the first word on: whose name follows at once, or stands in front."""
    names: list[Word] = []
    while (
        end < len(low) and len(names) < MAX_NAMES and _are_together(sentence, end - 1) and _is_name(sentence, low, end)
    ):
        names.append(sentence.words[end])
        end += 1
    if names:
        yield names[-1]
        return
    articles, openers = sentence.language.names.articles, sentence.language.names.modifiers
    place = first - 1
    while place > 0 and place >= first - MAX_BETWEEN:
        word = sentence.words[place].text
        if sentence.text[sentence.words[place].end :][:1] == ",":
            break
        owns = word.replace("’", "'").endswith("'s")
        if not (owns or low[place] in articles or low[place] in openers or word[0].isupper()):
            return
        place -= 1
    if (
        place >= 0
        and place < first
        and sentence.text[sentence.words[place].end :][:1] == ","
        and _is_name(sentence, low, place)
    ):
        yield sentence.words[place]


def _is_name(sentence: ParsedSentence, low: Sequence[str], place: int) -> bool:
    text = sentence.words[place].text
    return text[0].isupper() and len(text) > 1 and low[place] not in sentence.language.checks.offices


def _are_together(sentence: ParsedSentence, place: int) -> bool:
    """Whether nothing but a space, or the point of an initial, stands behind a word."""
    between = sentence.text[sentence.words[place].end : sentence.words[place + 1].start]
    return between.strip(" .\u00a0") == "" and bool(between)
