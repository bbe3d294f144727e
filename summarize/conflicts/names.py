"""Names that one source spells differently from another: "Penelac" and "Penelec"."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from summarize.languages import Language
from summarize.lexical.words import Word

MIN_NAME_LETTERS = 6
"""Letters below which two names a letter apart are too often two names."""


MAX_NAME_LETTERS = 40
"""No name in one word is longer."""
_STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
"""Letters that are no letter with an accent to Unicode, and are to whoever lacks them on the keyboard."""
MAX_VARIANTS = 8
"""Names that differ in one and the same letter; more are a series, not one name misspelt."""


@dataclass(slots=True)
class _Name:
    documents: set[int] = field(default_factory=set)
    places: list[tuple[int, int]] = field(default_factory=list)


def find_spellings(
    words: Sequence[Sequence[str]], documents: Sequence[int], language: Language
) -> Iterator[tuple[list[tuple[int, int]], list[tuple[int, int]]]]:
    """Pairs of names a letter apart that no document uses both of: their places as (sentence, word)."""
    texts = set().union(*words)
    common = {_plain(text) for text in texts if text[0].islower()}
    plain = {text: _plain(text) for text in texts if _may_be_name(text)}
    names: dict[str, _Name] = {}
    for sentence, found in enumerate(words):
        for place, text in enumerate(found):
            if place and text in plain:
                name = names.setdefault(plain[text], _Name())
                name.documents.add(documents[sentence])
                name.places.append((sentence, place))
    for left, right in _near(sorted(set(names) - common), language):
        if names[left].documents.isdisjoint(names[right].documents):
            yield names[left].places, names[right].places


def _may_be_name(text: str) -> bool:
    return (
        not text[0].islower()
        and MIN_NAME_LETTERS <= len(text) <= MAX_NAME_LETTERS
        and text[1:].islower()
        and text.isalpha()
    )


def same_bearer(left: Sequence[Word], i: int, right: Sequence[Word], j: int) -> bool:
    """Whether the names beside two spellings allow them to be one name: equal, or at least one is missing."""
    for step in (-1, 1):
        mine, yours = _beside(left, i, step), _beside(right, j, step)
        if mine and yours and mine != yours and mine[0] != yours[0]:
            return False
    return True


def _beside(words: Sequence[Word], place: int, step: int) -> str:
    other = place + step
    if not 0 <= other < len(words) or not words[other].text[0].isupper() or other == 0:
        return ""
    gap = words[place].start - words[other].end if step < 0 else words[other].start - words[place].end
    return words[other].text if gap == 1 else ""


def _near(names: Sequence[str], language: Language) -> Iterator[tuple[str, str]]:
    """Names one letter apart (changed, left out, swapped with its neighbour), but not by an ending or a custom of
    spelling. Names that share a variant with one letter left out are found without comparing all with all.
    """
    variants: dict[str, list[str]] = {}
    for name in names:
        for variant in {name, *(name[:i] + name[i + 1 :] for i in range(len(name)))}:
            variants.setdefault(variant, []).append(name)
    groups = [group for group in variants.values() if 1 < len(group) <= MAX_VARIANTS]
    found = {(a, b) for group in groups for a in group for b in group if a < b}
    for a, b in sorted(found):
        if a[0] == b[0] and a[:-1] not in b and b[:-1] not in a and _by_custom(a, language) != _by_custom(b, language):
            yield a, b


def _by_custom(name: str, language: Language) -> str:
    for pattern, instead in language.spelling_customs:
        name = pattern.sub(instead, name)
    return name


@lru_cache(maxsize=100_000)
def _plain(word: str) -> str:
    """A name without accents, capitals and possessive ending."""
    word = word.replace("’", "'").removesuffix("'s")
    if word.isascii():
        return word.casefold()
    letters = unicodedata.normalize("NFKD", word.casefold().translate(_STROKES))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
