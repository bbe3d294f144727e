"""Words of opposite sense: "fell" for "rose", and "did not exclude" for "ruled out"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.conflicts.parsing import ParsedSentence
from summarize.languages import Language
from summarize.lexical.words import entries, plain

MAX_BEFORE = 2
"""Words before another among which a negation denies it: "did not yet exclude"."""


@dataclass(frozen=True, slots=True)
class Sense:
    """A word, or two together, that has an opposite."""

    text: str
    """As the table of the language writes it."""
    start: int
    """Of the negation, where it is denied."""
    end: int
    denied: bool

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end

    def agrees(self, other: Sense, language: Language) -> bool:
        """Whether both say the same: alike, or one denies the opposite of the other."""
        return self._is(other, language, denied=self.denied)

    def excludes(self, other: Sense, language: Language) -> bool:
        """Whether both cannot be said of one thing."""
        return self._is(other, language, denied=not self.denied)

    def _is(self, other: Sense, language: Language, *, denied: bool) -> bool:
        table = language.checks.alike if other.denied is denied else language.checks.opposites
        return other.text in table[self.text]


Clash = tuple[Sense, Sense]
"""Of one sentence, and of another."""


def senses_of(sentence: ParsedSentence) -> tuple[Sense, ...]:
    """The words of a sentence that have an opposite, in order."""
    language = sentence.language
    table = language.checks.opposites
    if not table:
        return ()
    words = [plain(word.text) for word in sentence.words]
    found = []
    for text, place, last in entries(words, table):
        denied = _denied_from(words, place, language)
        first = sentence.words[place if denied is None else denied]
        found.append(Sense(text, first.start, sentence.words[last].end, denied is not None))
    return tuple(found)


def agree_by_denial(one: ParsedSentence, other: ParsedSentence) -> bool:
    """Whether one sentence denies the opposite of what the other says, and nothing in them excludes each other: "was
    not called off", "will go ahead".
    """
    left, right, language = senses_of(one), senses_of(other), one.language
    return any(x.denied != y.denied and x.agrees(y, language) for x in left for y in right) and not any(
        x.excludes(y, language) for x in left for y in right
    )


def agree_in_sense(one: ParsedSentence, other: ParsedSentence) -> bool:
    """Whether another word of each that has an opposite says the same, and nothing in them excludes each other: what
    both say in the same word is not what they seem to differ in.
    """
    left, right, language = senses_of(one), senses_of(other), one.language
    return any(x.text != y.text and x.agrees(y, language) for x in left for y in right) and not any(
        x.excludes(y, language) for x in left for y in right
    )


def exclusions(mine: ParsedSentence, yours: ParsedSentence, others: Sequence[ParsedSentence]) -> Iterator[Clash]:
    """Words that exclude each other, where neither sentence says both, and none of `others` what mine says."""
    language = mine.language
    left, right = senses_of(mine), senses_of(yours)
    if not left or not right:
        return
    told = (*right, *(sense for sentence in others for sense in senses_of(sentence)))
    for one in left:
        if any(one.excludes(sense, language) for sense in left) or any(one.agrees(sense, language) for sense in told):
            continue
        for other in right:
            if (
                one.text != other.text
                and one.excludes(other, language)
                and not any(other.excludes(sense, language) for sense in right)
            ):
                yield one, other


def _denied_from(words: Sequence[str], place: int, language: Language) -> int | None:
    """Where the negation stands that denies a word; None where it is not denied."""
    negation = language.negation
    for before in range(max(0, place - MAX_BEFORE), place):
        if words[before] in negation.negations or words[before].endswith(negation.contraction):
            return before if words[before + 1] not in negation.undone else None
    return None
