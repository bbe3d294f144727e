"""Who a surname belongs to and what an acronym is short for, as the documents introduce them.

Only what is certain is told: that a name is a person's shows in a title, an age or a description beside it, and that a
surname is hers in that no document that belongs names another of the same surname.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from summarize.languages import Language, get
from summarize.languages.reference import Names
from summarize.records.corpus import Corpus
from summarize.records.sentence import Sentence
from summarize.selection.names import Name, Word, is_title_case, names_in, words_of

MAX_GLOSS_WORDS = 14
"""Longer introductions are no glosses."""
MAX_OTHER = 5
"""A surname of which more than one in so many stands as in "in Lincoln" or "Lincoln Road" is no surname alone."""

LONG_NAME = 2
"""Words; of a longer name behind a preposition the first may be a place's: the envoy to Ukraine Kurt Volker."""
ROLE_WITHIN = 6
"""Words of a description among which one must say what somebody is."""
MIN_INTRODUCING = 2
"""Documents that introduce somebody to the readers of one that does not."""
_NUMBERED = re.compile(r" (?:\d|[IVX]+\b)")
"""A number behind a name is that of a product or a vessel."""
_CAPITAL = re.compile(r"(?<!\w)[^\W\d_a-z]")


@dataclass(frozen=True, slots=True)
class Introduction:
    """A span of a document that says who or what is meant; `document.text[start:end]` is its words."""

    document: int
    start: int
    end: int
    sentence: int
    """Index of the sentence it stands in."""
    is_described: bool
    """It says more than the full name."""
    words: int

    def rank(self, document: int) -> tuple[bool, bool, int, int]:
        """The lower the better for a reader of a document: what describes, then what stands in it, then the first."""
        return not self.is_described, self.document != document, self.document, self.start


@dataclass(frozen=True, slots=True)
class _Mention:
    """A full name with what stands around it."""

    given: str
    forms: frozenset[str]
    """The given name in small letters, and those that it may be short for."""
    is_person: bool
    opens: bool
    """It begins its sentence."""
    at: Introduction


class Introductions:
    """What the documents of a corpus introduce, looked up for the few names that a brief needs. Linear in the text."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._small: dict[str, bool] = {}
        self._sightings: dict[str, _Sightings] = {}

    def person(self, surname: str, document: int) -> tuple[str, Introduction] | None:
        """The given name and the best introduction of a surname, for a reader of a document.

        None unless it is certainly one person's.
        """
        if surname not in self._sightings:
            self.prepare([surname])
        return self._sightings[surname].certain(document, self._is_small)

    def prepare(self, surnames: Iterable[str]) -> None:
        """Look these surnames up in one pass."""
        wanted = sorted(set(surnames) - self._sightings.keys())
        if not wanted:
            return
        pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, wanted))})(?![\w-])")
        found = {surname: _Sightings(surname) for surname in wanted}
        for index, sentence in enumerate(self._corpus.sentences):
            if pattern.search(sentence.text):
                language = get(sentence.language)
                for name in self._names(sentence, language):
                    for surname in {word.text for word in name.words} & found.keys():
                        found[surname].add(name, sentence, index, language)
        self._sightings |= found

    def _names(self, sentence: Sentence, language: Language) -> Iterator[Name]:
        """The names of a sentence. What a sentence begins with is no part of one if it also stands in small letters."""
        if is_title_case(sentence.text):
            return
        names = language.names
        for name in names_in(sentence.text, names):
            words, title = name.words, name.title
            opens = not title and not sentence.text[: words[0].start].strip(" \"“'‘(")
            if len(words) > 1 and opens and self._is_small(words[0].text.lower()):
                words = words[1:]
            while len(words) > 1 and (words[0].key in names.calendar or words[0].key in names.openers):
                words, title = words[1:], ()
            yield replace(name, words=words, title=title)

    def _is_small(self, word: str) -> bool:
        """Whether the word stands in small letters anywhere in the corpus."""
        if word not in self._small:
            pattern = re.compile(rf"(?<![\w’'-]){re.escape(word)}(?![\w-])")
            self._small[word] = any(
                pattern.search(document.text) for document in self._corpus.documents if word in document.text
            )
        return self._small[word]


class _Sightings:
    """Where a surname stands, with which given names, and what speaks for a person."""

    def __init__(self, surname: str) -> None:
        self.surname = surname
        self._mentions: list[_Mention] = []
        self._women = self._men = self._honoured = self._acts = self._is_thing = False
        self._alone = self._placed = self._within = 0
        self._first_alone: dict[int, int] = {}
        """The first sentence of each document in which it stands alone."""

    def add(self, name: Name, sentence: Sentence, index: int, language: Language) -> None:
        """Counts a name that holds the surname."""
        names, text = language.names, sentence.text
        titles = {word.key for word in name.title}
        before, after = text[: name.start], text[name.end :]
        pronoun = language.anaphora.person_pronoun.search(after)
        if pronoun and not before.strip(' "“') and not _CAPITAL.search(after[: pronoun.start()]):
            self._acts = True
        if _NUMBERED.match(after) or names.thing_before.search(before):
            self._is_thing = True
        if name.surname != self.surname or any(word.key in names.no_persons for word in name.words):
            self._within += 1  # "Kelly Smith", "Rade Street": also another name
        elif name.is_full and len(name.words) > LONG_NAME and names.preposition.search(before):
            return
        elif name.is_full:
            self._mentions.append(_mention(name, sentence, index, names))
            if names.joined_given.search(before):  # "Ashley and Evan Boyle"
                self._mentions.append(_Mention("", frozenset(), False, False, self._mentions[-1].at))
        else:
            self._alone += 1
            self._first_alone.setdefault(sentence.document, index)
            self._placed += not titles and not name.words[0].owns and bool(names.place_before.search(before))
            self._women |= bool(titles & names.women)
            self._men |= bool(titles & names.men)
            self._honoured |= bool(titles & names.honorifics)
            self._acts |= bool(names.speaks.match(after) or names.said_before.search(before))

    def certain(self, document: int, is_small: Callable[[str], bool]) -> tuple[str, Introduction] | None:
        """The given name and the best introduction for a reader of a document; None if there is any doubt.

        `is_small` tells whether a word stands in small letters anywhere, and so may be no name.
        """
        if self._is_thing or (self._women and self._men) or max(self._placed, self._within) * MAX_OTHER > self._alone:
            return None
        own = [mention for mention in self._mentions if mention.at.document == document]
        if not own and len({mention.at.document for mention in self._mentions}) < MIN_INTRODUCING:
            return None
        # Where there are others of this surname, somebody who was called by it alone before may be one of them.
        is_first = bool(own) and own[0].at.sentence <= self._first_alone.get(document, own[0].at.sentence)
        for mentions in (self._mentions, own if is_first else []):
            if _is_one_person(mentions) and self._is_person(mentions, is_small):
                short = (mention for mention in mentions if mention.at.words <= MAX_GLOSS_WORDS)
                best = min(short, key=lambda mention: mention.at.rank(document), default=None)
                return (best.given, best.at) if best else None
        return None

    def _is_person(self, mentions: Sequence[_Mention], is_small: Callable[[str], bool]) -> bool:
        """By a title, an age, a description; or else by what the name does alone, if nothing speaks against it."""
        if self._honoured or any(mention.is_person for mention in mentions):
            return True
        is_chance = self._within > len(mentions) or all(mention.opens for mention in mentions)
        return (
            self._acts
            and not is_chance
            and not is_small(self.surname.lower())
            and not is_small(mentions[0].given.lower())
        )


def described(name: Name, text: str, names: Names) -> tuple[int, int, bool]:
    """Where in a sentence a name stands with the title before it and the age and the description behind it, and whether
    an age is among them.
    """
    before = text[: (name.title or name.words)[0].start]
    after = text[name.end :]
    start, end = name.start, name.end
    # "The suspect, Ella Rade, left" says who is meant; "police, a suspect, Ella Rade" may list three.
    if name.title and (not name.apart or (names.described_before.search(before) and after.startswith((",", ".", ";")))):
        start = name.title[0].start
    if aged := names.age.match(after):
        end += aged.end()
    known, rest = end, text[end:]
    told = names.apposition.match(rest)
    if not told or not any(_is_role(word, names) for word in words_of(told[0])[:ROLE_WITHIN]):
        told = names.relative.match(rest)
    if (
        told
        and (aged or not names.listed_before.search(before))
        and len(text[start : end + told.end()].split()) <= MAX_GLOSS_WORDS
    ):
        end += told.end()
    end -= end > known and text[end - 1] == "."
    return start, end, aged is not None


def _mention(name: Name, sentence: Sentence, index: int, names: Names) -> _Mention:
    """A full name in a sentence, with what describes it."""
    text = sentence.text
    before, after = text[: (name.title or name.words)[0].start], text[name.end :]
    start, end, _ = described(name, text, names)
    is_described = start < name.start or end > name.end
    at = Introduction(
        *(sentence.document, sentence.start + start, sentence.start + end, index),
        *(is_described, len(text[start:end].split())),
    )
    is_person = (
        is_described or name.is_family_first or bool(names.age_before.search(before) or names.who_after.match(after))
    )
    given = name.given.rstrip(".").lower()
    forms = frozenset({given}) | names.short_given.get(given, frozenset())
    return _Mention(name.given, forms, is_person, not before.strip(' "“'), at)


def _is_role(word: Word, names: Names) -> bool:
    return word.key in names.roles or bool(names.role.fullmatch(word.text))


def _is_one_person(mentions: Sequence[_Mention]) -> bool:
    """Whether the given names can all be one: equal, short forms of one, or its first letters."""
    wholes = set().union(*(mention.forms for mention in mentions))
    return any(all(any(whole.startswith(form) for form in mention.forms) for mention in mentions) for whole in wholes)
