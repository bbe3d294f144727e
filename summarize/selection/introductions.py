"""Who a surname belongs to and what an acronym is short for, as the documents introduce them.

Only what is certain is told: that a name is a person's shows in a title, an age or a description beside it, and that a
surname is hers in that no document that belongs names another of the same surname.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summarize.languages import get
from summarize.languages.prose import Names
from summarize.records.corpus import Corpus
from summarize.records.sentence import Sentence
from summarize.selection.names import Name, is_title_case, names_in

MAX_GLOSS_WORDS = 14
"""Longer introductions are no glosses."""
MAX_PLACED = 5
"""A name of which one in so many stands as in "in Lincoln" is a place's as well."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """A span of a document that says who or what is meant; `document.text[start:end]` is its words."""

    document: int
    start: int
    end: int
    sentence: int
    """Index of the sentence it stands in."""
    described: bool
    """It says more than the full name."""
    words: int


@dataclass(frozen=True, slots=True)
class _Mention:
    """A full name with what stands around it."""

    given: str
    is_person: bool
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
        return self._sightings[surname].certain(document)

    def prepare(self, surnames: Iterable[str]) -> None:
        """Look these surnames up in one pass."""
        wanted = sorted(set(surnames) - self._sightings.keys())
        if not wanted:
            return
        pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, wanted))})(?![\w-])")
        found = {surname: _Sightings(surname) for surname in wanted}
        for index, sentence in enumerate(self._corpus.sentences):
            if pattern.search(sentence.text):
                names = get(sentence.language).names
                for name in self._names(sentence, names):
                    for surname in {word.text for word in name.words} & found.keys():
                        found[surname].add(name, sentence, index, names)
        self._sightings |= found

    def _names(self, sentence: Sentence, names: Names) -> Iterator[Name]:
        """The names of a sentence. What a sentence begins with is no part of one if it also stands in small letters."""
        if is_title_case(sentence.text):
            return
        for name in names_in(sentence.text, names):
            words, title = name.words, name.title
            opens = not title and not sentence.text[: words[0].start].strip(" \"“'‘(")
            if len(words) > 1 and opens and (words[0].key in names.openers or self._is_small(words[0].text.lower())):
                words = words[1:]
            calendar = get(sentence.language).dates
            while len(words) > 1 and (words[0].key in calendar.weekdays or words[0].key in calendar.months):
                words, title = words[1:], ()
            yield Name(words, title, name.apart)

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
        self._women = self._men = self._alone_speaks = self._honoured = self._within = False
        self._alone = self._placed = 0

    def add(self, name: Name, sentence: Sentence, index: int, names: Names) -> None:
        text = sentence.text
        titles = {word.key for word in name.title}
        before, after = text[: name.start], text[name.end :]
        speaks = bool(re.match(r",? ", after) and names.says.match(after.lstrip(", "))) or bool(
            names.said_before.search(before)
        )
        if name.surname != self.surname:
            self._within = True  # "Rade Street", "Kelly Smith": also another name
        elif not name.is_full:
            self._women |= bool(titles & names.women)
            self._men |= bool(titles & names.men)
            self._honoured |= bool(titles & names.honorifics)
            self._alone_speaks |= speaks
            self._alone += 1
            self._placed += not titles and not name.words[0].owns and bool(names.place_before.search(before))
        elif any(word.key in names.no_persons for word in name.words):
            self._within = True
        else:
            self._mentions.append(_mention(name, sentence, index, names))
            if names.joined_given.search(before):
                self._mentions.append(_Mention("", False, self._mentions[-1].at))

    def certain(self, document: int) -> tuple[str, Introduction] | None:
        """The given name and the best introduction for a reader of a document; None if there is any doubt."""
        own = [mention for mention in self._mentions if mention.at.document == document]
        for mentions in (self._mentions, own):
            if mentions and _is_one_person(mentions) and self._is_person(mentions):
                break
        else:
            return None
        introducing = {mention.at.document for mention in mentions}
        is_place = self._placed * MAX_PLACED > self._alone
        if self._within or is_place or (self._women and self._men) or (not own and len(introducing) < 2):
            return None
        best = min(
            (mention for mention in mentions if mention.at.words <= MAX_GLOSS_WORDS),
            key=lambda m: (not m.at.described, m.at.document != document, m.at.document, m.at.start),
            default=None,
        )
        return (best.given, best.at) if best else None

    def _is_person(self, mentions: list[_Mention]) -> bool:
        return self._honoured or any(mention.is_person for mention in mentions) or self._alone_speaks


def _mention(name: Name, sentence: Sentence, index: int, names: Names) -> _Mention:
    text = sentence.text
    after = text[name.end :]
    start, end = name.start, name.end
    before = text[: name.title[0].start] if name.title else text[:start]
    titled = bool(name.title)
    if name.apart and not (names.definite.search(before) and re.match(r"[,.;]", after)):
        titled = False
    if titled:
        start = name.title[0].start
    aged = names.age.match(after)
    if aged:
        end += aged.end()
    rest = text[end:]
    told = names.apposition.match(rest) or names.relative.match(rest)
    listed = names.listed_before.search(before) if told and not aged else None
    if told and not listed:
        end += told.end()
    described = bool(titled or (told and not listed) or aged)
    end -= text[end - 1] == "."
    words = len(text[start:end].split())
    if words > MAX_GLOSS_WORDS and told and not listed:
        end = len(text) - len(rest)
        described = bool(titled or aged)
        words = len(text[start:end].split())
    at = Introduction(sentence.document, sentence.start + start, sentence.start + end, index, described, words)
    is_person = described or bool(names.age_before.search(before)) or bool(names.who_after.match(after))
    return _Mention(name.given, is_person, at)


def _is_one_person(mentions: list[_Mention]) -> bool:
    """Whether the given names are all spellings of one: equal, an initial, or alike in their first letters."""
    given = sorted({mention.given.rstrip(".").lower() for mention in mentions}, key=len)
    return all(name and given[-1].startswith(name) for name in given)
