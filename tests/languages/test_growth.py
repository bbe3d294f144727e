"""No text makes a pattern of a language slow: twice the length takes about twice the time."""

from __future__ import annotations

import ast
import dataclasses
import random
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import summarize
from summarize import languages
from summarize.languages.patterns import MAX_MATCHED_CHARACTERS, Table

pytestmark = pytest.mark.timed

CODES = (*languages.packs(), "xx")
CHARACTERS = 4_000
"""Of the longer of two texts; a row of a table is never given more than MAX_MATCHED_CHARACTERS."""
MOST_GROWTH = 3.0
"""Twice the length costs twice the time; four times it would be quadratic growth."""
TRIALS = 3
"""In all of which it has to grow: another process may slow one of them."""
MIN_SECONDS = 0.002
"""Less is not worth timing, and what takes less at this length is no attack."""
ATTACKS = 400
"""Texts that each pattern is tried on."""
ALWAYS = ("A", "a ", "Aa ", "Aa, ", "Aa-", "7 ", "7", "\n", " ", "-", "_", "'", "’", ".", "a.", "A’")
_EXAMPLES = {
    ops.CATEGORY_DIGIT: "7",
    ops.CATEGORY_SPACE: " ",
    ops.CATEGORY_WORD: "a",
    ops.CATEGORY_NOT_DIGIT: "a",
    ops.CATEGORY_NOT_SPACE: "a",
    ops.CATEGORY_NOT_WORD: "-",
}
ROW = ".row"
"""Ends the path of a pattern of a table."""
ENDINGS = ("", "", "!", "\nx", "x")
Attack = tuple[str, str, str]
"""A beginning, what is repeated after it, and an end that the pattern may not expect."""


def patterns_of(part: object, path: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern in a language's record, and where it stands there."""
    if isinstance(part, re.Pattern):
        yield path, part
    elif isinstance(part, Table):
        for row in (*part._plain, *part._needing):
            yield from patterns_of(row.regex, f"{path}[{row.name}]{ROW}")
        yield from patterns_of(part._any, f"{path}{ROW}")
    elif isinstance(part, Mapping):
        for key, value in part.items():
            yield from patterns_of(value, f"{path}[{key}]")
    elif isinstance(part, (tuple, list)):
        for place, value in enumerate(part):
            yield from patterns_of(value, f"{path}[{place}]")
    elif dataclasses.is_dataclass(part):
        for field in dataclasses.fields(part):
            yield from patterns_of(getattr(part, field.name), f"{path}.{field.name}")


@cache
def uses() -> dict[str, set[str]]:
    """By the name of a pattern in its record, the methods by which the package holds texts against it."""
    found: dict[str, set[str]] = {}
    for file in Path(summarize.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute):
                found.setdefault(node.value.attr, set()).add(node.attr)
    return found


def is_anchored(path: str) -> bool:
    """Whether texts are held against it at one place only, and not searched from every place."""
    name = re.sub(r"\[[^\[\]]*\]", "", path).removesuffix(".regex").removesuffix(ROW).rpartition(".")[2]
    searched = {"search", "finditer", "findall", "sub", "split"} & uses().get(name, set())
    return not searched


def spoken(tree: Iterable[Any]) -> Iterator[str]:
    """The words and characters that a pattern asks for, and an example of each class of characters."""
    word = ""
    for kind, value in tree:
        if kind is ops.LITERAL:
            word += chr(value)
            yield chr(value)
            continue
        if word:
            yield word
            word = ""
        if kind is ops.IN:
            yield from spoken(value)
        elif kind is ops.RANGE:
            yield chr(value[0])
        elif kind is ops.CATEGORY:
            yield _EXAMPLES[value]
        elif kind is ops.ATOMIC_GROUP:
            yield from spoken(value)
        elif kind is ops.BRANCH:
            for branch in value[1]:
                yield from spoken(branch)
        elif kind is ops.GROUPREF_EXISTS:
            yield from (unit for part in value[1:] if part for unit in spoken(part))
        elif isinstance(value, tuple):  # a repeat, a group or a look around ends with what stands inside
            yield from spoken(value[-1])
    if word:
        yield word


def attacks_on(pattern: re.Pattern[str]) -> list[Attack]:
    """Beginnings and repeated pieces made of what the pattern itself asks for; the same on every run."""
    units = sorted({*spoken(parser.parse(pattern.pattern, pattern.flags)), *ALWAYS})
    pieces = [*units, *(f"{unit} " for unit in units)]
    chosen = random.Random(0)
    alone = pieces if len(pieces) <= ATTACKS // 2 else [*ALWAYS, *chosen.sample(pieces, ATTACKS // 2)]
    mixed = [(chosen.choice(pieces), chosen.choice(pieces)) for _ in range(ATTACKS // 4)]
    repeated = [("", unit) for unit in alone] + mixed + [("", one + other) for one, other in mixed]
    return [(beginning, unit, chosen.choice(ENDINGS)) for beginning, unit in repeated]


def text_of(attack: Attack, length: int) -> str:
    beginning, unit, end = attack
    return (beginning + unit * (length // len(unit) + 1))[: length - len(end)] + end


def seconds(run: Callable[[str], object], text: str, times: int = 1) -> float:
    """The least of several times, as whatever else the machine does only adds."""
    found = []
    for _ in range(times):
        begun = time.perf_counter()
        run(text)
        found.append(time.perf_counter() - begun)
    return min(found)


def slow(pattern: re.Pattern[str], *, anchored: bool, longest: int = CHARACTERS) -> Attack | None:
    """A text on which time grows faster than length."""
    run = pattern.match if anchored else pattern.search
    for attack in attacks_on(pattern):
        long, short = text_of(attack, longest), text_of(attack, longest // 2)
        if seconds(run, long) < MIN_SECONDS or seconds(run, long, 3) < MIN_SECONDS:
            continue
        if all(seconds(run, long, 3) > MOST_GROWTH * seconds(run, short, 3) for _ in range(TRIALS)):
            return attack
    return None


@pytest.mark.parametrize("code", CODES)
def test_no_pattern_of_a_language_grows_faster_than_the_text(code: str) -> None:
    places = {pattern: path for path, pattern in patterns_of(languages.get(code), code)}
    found = {}
    for pattern, path in places.items():
        longest = MAX_MATCHED_CHARACTERS if path.endswith(ROW) else CHARACTERS
        if attack := slow(pattern, anchored=is_anchored(path), longest=longest):
            found[path] = attack
    assert not found


@pytest.mark.parametrize(
    ("regex", "longest"), [(r"(?:a+)+b", 24), (r"\W*(?:sorry)?\W*(?:the )?$", 4_000), (r"\s*-?\s*more", 4_000)]
)
def test_what_grows_faster_is_found(regex: str, longest: int) -> None:
    assert slow(re.compile(regex), anchored=True, longest=longest)


@pytest.mark.parametrize("regex", [r"\s*(?:-\s*)?more", r"\W*+(?:sorry)?\W*(?:the )?$"])
def test_what_grows_with_the_text_is_not(regex: str) -> None:
    assert slow(re.compile(regex), anchored=True) is None


def test_a_pattern_is_tried_as_the_package_uses_it() -> None:
    """A search begins at every place of a text, and so costs more than a match at one."""
    assert is_anchored("en.quantities.more_of_them")
    assert is_anchored("en.heads.datelines[0].regex")
    assert not is_anchored("en.quantities.aged")
