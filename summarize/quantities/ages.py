"""Ages: how old somebody is, and who that is as far as the words beside say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from summarize.languages import Language
from summarize.lexical.words import Word
from summarize.quantities.values import FORMER, Numeral, Value

MAX_AGE = 115
AGE = "age"
"""The dimension of an age."""
_WINDOW = 40
_APART = 80
"""Characters before an age in which it may be said that somebody died."""
_BESIDE = 3
"""Words beside an age among which its bearer stands."""


def read_age(text: str, words: Sequence[Word], numeral: Numeral, language: Language) -> Value | None:
    """An age; its `heads` are the names beside it, its `head` what the person is: driver, victim, girl. One without a
    name is only mentioned, one of earlier times a former one.
    """
    start, end, quantities = numeral.start, numeral.end, language.quantities
    if old := quantities.old.match(text, end):
        end = old.end()
        names, role = _bearer(_after(words, end, language), language)
        if not names and not role:
            names, role = _bearer(_before(words, start, language), language)
    elif not 1 <= numeral.value <= MAX_AGE or quantities.month_before.search(text, max(0, start - 12), start):
        return None
    elif quantities.aged.search(text, max(0, start - _WINDOW), start):
        names, role = _bearer(_before(words, start, language), language)
    elif found := quantities.bearer.search(text, max(0, start - _WINDOW), start):
        names, role = _bearer(_before(words, start, language), language)
        is_pronoun = quantities.pronoun.search(found[0]) is not None
        if not (names or role or is_pronoun) or not (found["of"] or quantities.age_end.match(text, end)):
            return None
    else:
        return None
    is_former = quantities.former_age.search(text, max(0, start - _WINDOW), start) and not quantities.last_age.search(
        text, max(0, start - _APART), start
    )
    relation = FORMER if is_former else ""
    return Value(
        "number",
        AGE,
        numeral.value,
        numeral.value,
        start,
        end,
        head=role,
        heads=names,
        relation=relation,
        limits=bool(is_former),
        stated=bool(names),
    )


def _after(words: Sequence[Word], end: int, language: Language) -> list[Word]:
    """The words behind an age that may name its bearer: those before the first small word."""
    following = [word for word in words if word.start >= end][:_BESIDE]
    return list(takewhile(lambda word: word.text.lower() not in language.words.stop, following))


def _before(words: Sequence[Word], start: int, language: Language) -> list[Word]:
    """The words before an age that may name its bearer, the nearest last."""
    near = [word for word in words if start - _WINDOW < word.end <= start]
    while near and near[-1].text.lower() in language.words.stop | language.quantities.age_words:
        near.pop()
    return near[-1:] if near and near[-1].text.lower() in language.names.roles else near[-2:]


def _bearer(beside: Sequence[Word], language: Language) -> tuple[frozenset[str], str]:
    """The names among some words, and else the first that says what a person is."""
    roles = [word.stem for word in beside if word.text.lower() in language.names.roles]
    names = frozenset(word.stem for word in names_among(beside, language))
    return names, "" if names or not roles else roles[0]


def names_among(words: Sequence[Word], language: Language) -> Iterator[Word]:
    """The words that may be of a name: with a capital, and no small word, day, month or word for what a person is."""
    no_names = (language.words.stop, language.names.roles, language.dates.weekdays, language.dates.months)
    for word in words:
        if word.text[0].isupper() and not any(word.text.lower() in table for table in no_names):
            yield word
