"""Figures in languages that are written without spaces, where a counter follows whatever is counted: 12人, 三名."""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarize.languages.figures import Numbers, Quantities
from summarize.languages.prose import Words

_UNITS = {character: value for value, character in enumerate("一二三四五六七八九", start=1)} | {"两": 2, "兩": 2}
_SIZES = "十百千万萬亿億零〇"
"""Characters within a number: what stands behind one is its rest, not a number, and 3万5千 is not read."""
_SCALES = {"十": 1e1, "百": 1e2, "千": 1e3, "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8}


ROLES = ("dead", "hurt", "missing", "arrested", "evacuated", "rescued", "infected")
"""Concepts of what happens to people."""


def numbers(counters: str) -> Numbers:
    """Digits with a character for their size, and numbers up to ninety-nine in characters before one of `counters`,
    which are parted by bars.
    """
    unit = "".join(_UNITS)
    return Numbers(
        units=_UNITS,
        scales=_SCALES,
        digits=re.compile(
            rf"(?<![\d.．,:/#@A-Za-z{_SIZES}-])(?P<digits>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)(?![.．]\d)(?P<part>(?!))?"
            rf"(?P<scale>[百千万萬亿億])?(?P<letter>(?!))?(?![\d{_SIZES}])"
        ),
        words=re.compile(rf"(?<![第{unit}{_SIZES}\d])(?:[{unit}]?十[{unit}]?|[{unit}])(?=(?:{counters}))"),
        apart=re.compile(r"(?<=.)(?=.)"),
    )


def quantities(counters: str, more: str, former: str, relations: str) -> Quantities:
    """Counts alone. `more` may stand before the counter, `former` and `relations` stand before the figure."""
    return Quantities(
        no_count=re.compile(rf"(?!(?:{more})?(?:{counters}))"),
        former=re.compile(rf"(?:{former})$"),
        relation=re.compile(rf"({relations})$"),
        limiting=frozenset({*relations.split("|"), "former"}),
    )


def counted(concepts: Mapping[str, str]) -> re.Pattern[str]:
    """What is counted anew while an event goes on: every word of the tables for what happens to people."""
    return re.compile("|".join(word for role in ROLES for word in concepts[role].split()))


def words(concepts: Mapping[str, str], light: str, stop: str) -> Words:
    """Words of the tables, each as long as it can be, and all else a character at a time. All are parted by spaces."""
    concept_of = {word: concept for concept, members in concepts.items() for word in members.split()}
    known = sorted((re.escape(word) for word in (*concept_of, *stop.split(), *light.split())), key=len, reverse=True)
    return Words(
        word=re.compile(rf"\d+(?:[.,:]\d+)*|{'|'.join(known)}|[A-Za-z]+|[ァ-ヶー]+|[^\W\d_]"),
        shortest_noun=1,
        stop=frozenset(stop.split()),
        concept_of=concept_of,
        generic=frozenset({"people"}),
        roles=frozenset(ROLES),
        light=frozenset(light.split()),
        persons=frozenset({*ROLES, "people"}),
        clause=re.compile(r"[，、；：,;]"),
    )
