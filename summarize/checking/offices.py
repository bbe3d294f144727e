"""What a sentence says somebody is by office: "Prime Minister Anna Holt", "Anna Holt, the prime minister"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from summarize.checking.details import plain
from summarize.conflicts.parsing import ParsedSentence
from summarize.lexical.words import Word

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
    checks, words, place = sentence.language.checks, sentence.words, 0
    low = [plain(word.text) for word in words]
    while place < len(words):
        length = 2 if "_".join(low[place : place + 2]) in checks.offices and place + 1 < len(low) else 1
        text = "_".join(low[place : place + length])
        if text in checks.offices:
            first = _first_of_title(sentence, low, place)
            before = frozenset(low[first:place])
            for holder in _holders(sentence, low, first, place + length):
                yield Office(
                    plain(holder.text),
                    checks.offices[text],
                    before & checks.departments,
                    bool(before & checks.deputies),
                    words[first].start,
                    words[place + length - 1].end,
                )
        place += length


def wrong_offices(
    mine: Iterable[Office], yours: Sequence[Office], everywhere: Sequence[Office]
) -> Iterator[tuple[Office, Office]]:
    """Offices of a draft that a source gives otherwise and no source so, each with what the source says."""
    for office in mine:
        if any(office.holder == other.holder and office.may_be(other) for other in everywhere):
            continue
        yield from ((office, other) for other in yours if office.holder == other.holder)


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
