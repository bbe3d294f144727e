"""Words that stand in each other's place: what a draft says where a source, in the same surroundings, says another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from summarize.checking.details import MAX_APART, Fact, Span, are_beside_alike, content, holds_name, is_turned
from summarize.conflicts.opposites import exclusions
from summarize.conflicts.parsing import ParsedSentence, role
from summarize.lexical.words import Word, plain, stem
from summarize.quantities.agreement import agree
from summarize.quantities.values import Value

MIN_DENIED = 3
"""Words that carry meaning in what a source says that somebody denies."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """Words of the draft and of a source that stand in one place."""

    kind: str
    """number, date, time, name, office or opposite"""
    mine: Span
    yours: Span
    certain: bool = False
    """Whether both sentences cannot be true, however alike they are otherwise."""
    of_one_thing: bool = True
    """Whether a word that both sentences share stands near both."""


def exchanged_names(
    mine: Sequence[Word], yours: Sequence[Word], others: Sequence[Sequence[Word]], names: tuple[Set[int], Set[int]]
) -> Iterator[Exchange]:
    """Names beside a word that both sentences share, on the same side of it, that neither has in common with the other.

    All are the words that carry a sentence, `names` where those of each begin that are names. What any of `others` says
    near that word too is no exchange: "Ostmeri village" for "Kordavian village" is one.
    """
    for i, j in ((i, j) for i, one in enumerate(mine) for j, other in enumerate(yours) if one.stem == other.stem):
        for step in (-1, 1):
            if not (0 <= i + step < len(mine) and 0 <= j + step < len(yours)):
                continue
            one, other, anchor = mine[i + step], yours[j + step], mine[i]
            are_names = one.start in names[0] and other.start in names[1]
            if not are_names or _alike(one, other) or _near(one, anchor, yours) or _near(other, anchor, mine):
                continue
            if not any(_near(one, anchor, words) for words in others):
                yield Exchange("name", (one.start, one.end), (other.start, other.end))


def exchanged_figures(missing: Iterable[Fact], mine: ParsedSentence, yours: ParsedSentence) -> Iterator[Exchange]:
    """Figures of a draft that no source gives, beside one of the same thing that a source gives instead."""
    open_yours = [v for v in yours.values if not any(_may_be(v, x) for x in mine.values)]
    for fact in missing:
        for value in open_yours:
            if (
                fact.value is not None
                and _of_one_thing(fact.value, value)
                and not any(is_turned(fact.value, other) for other in yours.values if other is not value)
                and _role(mine, fact.value) == _role(yours, value)
            ):
                yield Exchange(fact.kind, (fact.start, fact.end), (value.start, value.end))


def swapped_counts(mine: ParsedSentence, yours: ParsedSentence) -> Iterator[Exchange]:
    """Two figures that both give, of two things, each for the other thing: "103 crew and 26 passengers"."""
    own, other = ([v for v in s.values if v.dimension == "count" and v.heads] for s in (mine, yours))
    for value, further in ((one, two) for one in own for two in own if not one.heads & two.heads):
        for theirs, more in ((one, two) for one in other for two in other if not one.heads & two.heads):
            crossed = value.heads & more.heads and further.heads & theirs.heads
            if crossed and agree(value, theirs) and agree(further, more) and not agree(value, further):
                yield Exchange("number", (value.start, value.end), (more.start, more.end), certain=True)


def _role(sentence: ParsedSentence, value: Value) -> str | None:
    """What happened to those counted."""
    return role(sentence, value) if value.dimension == "count" else None


def _may_be(value: Value, other: Value) -> bool:
    return value.kind == other.kind and agree(value, other)


def _of_one_thing(value: Value, other: Value) -> bool:
    if value.dimension != other.dimension:
        return False
    return value.dimension != "count" or bool(value.heads & other.heads)


def opposites(mine: ParsedSentence, yours: ParsedSentence, others: Sequence[ParsedSentence]) -> Iterator[Exchange]:
    """Words of opposite sense, as `exclusions` finds them."""
    for one, other in exclusions(mine, yours, others):
        yield Exchange(
            "opposite", one.span, other.span, of_one_thing=are_beside_alike(mine, one.span, yours, other.span)
        )


def denials(mine: ParsedSentence, yours: ParsedSentence) -> Iterator[Exchange]:
    """What a source says that somebody denies, told as a fact: "rejected suggestions that it might have helped"."""
    untrue, stop = yours.language.negation.untrue, yours.language.words.stop
    denial = untrue.search(yours.text)
    if denial is None or untrue.search(mine.text):
        return
    heads = {stem(text, yours.language) for text in denial[0].split()} - stop
    denied = {word.stem for word in content(yours) if word.start >= denial.end()}
    told = [word for word in content(mine) if word.stem in denied]
    said = {word.stem for word in content(mine)}
    if len(told) >= MIN_DENIED and not said & heads:
        yield Exchange("opposite", (told[0].start, told[-1].end), denial.span())


def _alike(one: Word, other: Word) -> bool:
    return one.stem == other.stem or holds_name(plain(one.text), [plain(other.text)])


def _near(word: Word, anchor: Word, words: Sequence[Word]) -> bool:
    """Whether the word, or a form of it, stands near the anchor among some words."""
    places = [k for k, found in enumerate(words) if found.stem == anchor.stem]
    return any(
        _alike(word, words[k])
        for place in places
        for k in range(max(0, place - MAX_APART), min(len(words), place + MAX_APART + 1))
    )
