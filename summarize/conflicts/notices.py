"""What a paper says of its own earlier text: "Correction: we said that twelve people were hurt. The number is nine."

A notice is furniture of a page as a rule, at times the whole of a short article. Either way it is no report that may be
quoted, and says of a figure that it was wrong, whoever gives it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from summarize.conflicts.parsing import ParsedSentence, read
from summarize.languages import get
from summarize.languages.patterns import NOTHING
from summarize.quantities.agreement import agree, comparable
from summarize.quantities.values import FORMER, Value
from summarize.records.corpus import Corpus
from summarize.records.sentence import Sentence

MAX_SENTENCES = 8
"""Of a notice."""


@dataclass(frozen=True, slots=True)
class Given:
    """A value of a notice."""

    sentence: Sentence
    reading: ParsedSentence
    value: Value

    @property
    def words(self) -> str:
        """As the notice writes it."""
        return self.reading.text[self.value.start : self.value.end]


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A value that a notice takes back, and the one that it gives in its place, if it gives any."""

    former: Given
    current: Given | None


@dataclass(frozen=True, slots=True)
class Notice:
    """The sentences of one notice, all of one document, and what they take back."""

    sentences: tuple[Sentence, ...]
    withdrawn: tuple[Withdrawn, ...]

    @property
    def text(self) -> str:
        return " ".join(sentence.text for sentence in self.sentences)


def find_notices(corpus: Corpus) -> list[Notice]:
    """The notices that take a value back, of all that the pages hold, by document and place."""
    found = []
    for sentences in _notices(corpus):
        given = [each for sentence in sentences for each in _given(sentence)]
        former = [each for each in given if _is_taken_back(each)]
        current = [each for each in given if each not in former and not _stands_before(each, former)]
        if former:
            withdrawn = tuple(Withdrawn(each, _in_place_of(each, current, given)) for each in former)
            found.append(Notice(tuple(sentences), withdrawn))
    return found


def find_noted(corpus: Corpus) -> set[int]:
    """Indices of the sentences of notices, but those that say by themselves how it is: "Nine people were hurt, not
    twelve."
    """
    notices = find_notices(corpus)
    telling = {
        _place(each.current.sentence)
        for notice in notices
        for each in notice.withdrawn
        if each.current and each.current.value.heads and not _opens(each.current.sentence)
    }
    noted = {_place(each) for notice in notices for each in notice.sentences} - telling
    return {index for index, sentence in enumerate(corpus.sentences) if _place(sentence) in noted}


def _place(sentence: Sentence) -> tuple[int, int]:
    return sentence.document, sentence.start


def _opens(sentence: Sentence) -> bool:
    """Whether a notice begins with this sentence."""
    language = get(sentence.language)
    return bool(language.boilerplate.note_head.match(sentence.text) or language.updates.notice.match(sentence.text))


def _notices(corpus: Corpus) -> Iterator[list[Sentence]]:
    """What opens as a notice with the rest of its paragraph, or the next one where a label stands alone."""
    opening = {_place(each) for each in (*corpus.sentences, *corpus.boilerplate) if _can_open(each)}
    documents = {document for document, _ in opening}
    held = sorted((s for s in (*corpus.sentences, *corpus.boilerplate) if s.document in documents), key=_place)
    below = False
    for _, paragraph in groupby(held, key=lambda sentence: (sentence.document, sentence.paragraph)):
        block = list(paragraph)
        first = 0 if below else next((k for k, each in enumerate(block) if _place(each) in opening), len(block))
        noted = block[first : first + MAX_SENTENCES]
        head = get(block[-1].language).boilerplate.note_head.match(block[-1].text)
        below = head is not None and head.end() == len(block[-1].text)
        if noted:
            yield noted


def _can_open(sentence: Sentence) -> bool:
    return get(sentence.language).updates.withdrawn is not NOTHING and _opens(sentence)


def _given(sentence: Sentence) -> Iterator[Given]:
    """The values of a sentence of a notice. Which of them are former ones is told by other words than in reports."""
    reading = read(sentence.text, get(sentence.language))
    for value in reading.values:
        if value.stated:
            is_former = value.relation == FORMER
            yield Given(sentence, reading, replace(value, relation="", limits=False) if is_former else value)


def _is_taken_back(given: Given) -> bool:
    return bool(given.reading.language.updates.withdrawn.search(given.reading.text, 0, given.value.start))


def _stands_before(given: Given, former: Sequence[Given]) -> bool:
    """Whether a value says when the paper was wrong: "our report on Monday said twelve"."""
    search, text = given.reading.language.updates.said.search, given.reading.text
    verbs = (search(text, 0, other.value.start) for other in former if other.sentence is given.sentence)
    return any(verb and given.value.start < verb.end() for verb in verbs)


def _in_place_of(former: Given, current: Sequence[Given], given: Sequence[Given]) -> Given | None:
    """The nearest value that may answer the same question."""
    place = given.index(former)
    possible = [
        each for each in current if comparable(each.value, former.value) and not agree(each.value, former.value)
    ]
    named = [each for each in possible if each.value.heads & former.value.heads] or possible
    return min(named, key=lambda each: abs(given.index(each) - place), default=None)
