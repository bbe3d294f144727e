"""Names in a sentence, as capital letters show them: "Sheriff Tom Dade" is a title and a name of two words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarize.languages.reference import Names

_WORD = re.compile(r"(?:[^\W\d_]\.)+(?:[^\W\d_](?![^\W\d_]))?|[^\W\d_]+(?:[-'’][^\W\d_]+)*")
SMALL_WORD = 3
"""Letters of words that headlines may write small."""
MAX_CAPITALS = 0.7
"""Share of the other words with a capital up to which a capital still tells of a name."""
_POSSESSIVE = ("'s", "’s", "'S", "’S")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text and where it stands; what belongs to somebody is cut off: "Dade's" is "Dade"."""

    text: str
    start: int
    end: int
    owns: bool = False

    @property
    def key(self) -> str:
        """In small letters, without a full stop."""
        return self.text.lower().rstrip(".")

    @property
    def is_capital(self) -> bool:
        """Whether it could be a part of a name. Words all in capitals shout; initials do not."""
        text = self.text
        return text[0].isupper() and (len(text) == 1 or "." in text or not text.isupper())


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text with the title right before it."""

    words: tuple[Word, ...]
    """Of the name alone."""
    title: tuple[Word, ...] = ()
    """Honorifics and roles right before it: "Prime Minister", "airline spokesman"."""
    apart: bool = False
    """A comma stands between the title and the name: "the suspect, Ella Rade"."""
    is_family_first: bool = False
    """The surname stands before the given name: Lee Do-hoon."""

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    @property
    def given(self) -> str:
        return self.words[-1 if self.is_family_first else 0].text

    @property
    def surname(self) -> str:
        return self.words[0 if self.is_family_first else -1].text

    @property
    def is_full(self) -> bool:
        return len(self.words) > 1


def words_of(text: str) -> list[Word]:
    """The words of a text in order."""
    found = []
    for match in _WORD.finditer(text):
        word, start, end = match[0], match.start(), match.end()
        owns = word.endswith(_POSSESSIVE)
        found.append(Word(word[:-2], start, end - 2, True) if owns else Word(word, start, end))
    return found


def names_in(text: str, names: Names) -> list[Name]:
    """The names of a text in order, those of a single word too."""
    words = words_of(text)
    found, index = [], 0
    while index < len(words):
        stop = _run(words, index, text, names)
        if stop > index:
            found.append(_name(words, index, stop, text, names))
        index = max(stop, index + 1)
    return found


def is_title_case(text: str) -> bool:
    """Whether nearly every long word of a headline is written with a capital, so that capitals tell of no name."""
    if text.rstrip().endswith((".", "!", "?", '"', "”", "’")):
        return False
    long = [word for word in words_of(text) if len(word.text) > SMALL_WORD]
    return sum(word.text[0].isupper() for word in long) > MAX_CAPITALS * len(long)


def _run(words: Sequence[Word], begin: int, text: str, names: Names) -> int:
    """Where the run of words ends that makes a name from `begin` on; `begin` when none does."""
    if not words[begin].is_capital:
        return begin
    stop = begin + 1
    while stop < len(words) and not words[stop - 1].owns and _joined(words[stop - 1], words[stop], text, names):
        is_particle = words[stop].text in names.particles and stop + 1 < len(words) and words[stop + 1].is_capital
        if not (words[stop].is_capital or is_particle or _is_role(words[stop], names)):
            break
        stop += 1
    return stop


def _is_role(word: Word, names: Names) -> bool:
    """Also in capitals: CEO."""
    return word.key in names.roles


def _joined(word: Word, following: Word, text: str, names: Names) -> bool:
    gap = text[word.end : following.start]
    return gap == " " or (gap == ". " and (len(word.text) == 1 or word.key in names.honorifics))


def _name(words: Sequence[Word], begin: int, stop: int, text: str, names: Names) -> Name:
    """The run of words parted into title and name, with the role in small letters that stands before it."""
    while stop > begin + 1 and not words[stop - 1].is_capital:
        stop -= 1
    first = max((index + 1 for index in range(begin, stop - 1) if _is_role(words[index], names)), default=begin)
    title, apart = begin, False
    if first == begin and begin > 0 and _is_role(words[begin - 1], names):
        before = text[words[begin - 1].end : words[begin].start]
        apart = before == ", "
        title -= apart or before == " "
    if title < first:
        title = _widened(words, title, text, names)
    while title < first and words[title].key in names.openers:
        title += 1
    is_family_first = stop - first > 1 and bool(names.given_behind.fullmatch(words[stop - 1].text))
    return Name(tuple(words[first:stop]), tuple(words[title:first]), apart, is_family_first)


def _widened(words: Sequence[Word], title: int, text: str, names: Names) -> int:
    """Where a title begins with what narrows its role: "former ESPN anchor", "the disgraced banker", "County State's
    Attorney".
    """

    def before(index: int) -> str:
        return text[words[index - 1].end : words[index].start]

    def narrows(word: Word) -> bool:
        if word.key in names.modifiers or names.adjective.fullmatch(word.text):
            return True
        # Behind a preposition it has no subject: "of deposed President Rade", but "police arrested President Rade".
        return bool(names.participle.fullmatch(word.text) and names.preposition.search(text[: word.start]))

    while title > 0:
        word = words[title - 1]
        gap = before(title)[2:] if word.owns else before(title)
        is_name = word.text[0].isupper() and title > 1 and word.key not in names.openers
        if gap not in (" ", "-") or word.key in names.calendar or not (is_name or narrows(word)):
            break
        title -= 1
    # One word more between an article and the role can only belong to it, whatever it is.
    if title > 1 and before(title) == before(title - 1) == " " and words[title - 2].key in names.articles:
        title -= words[title - 1].key not in names.openers and not words[title - 1].owns
    return title
