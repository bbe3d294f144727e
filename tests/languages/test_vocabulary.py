"""Words of a language stand in its folder and nowhere else, so that there is one place to look and to add."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import summarize
from summarize.languages import get
from summarize.languages.en.calendar import MONTH_NAMES, WEEKDAY_NAMES

ROOT = Path(summarize.__file__).parent
LANGUAGES = ROOT / "languages"

# Sentences that models are compared on, and the text of a brief's own headings and notes, are no rules.
NO_RULES = (ROOT / "models" / "probe.py", ROOT / "rendering", ROOT / "cli")

MONTHS = [name for name in MONTH_NAMES if name != "May"]  # a word of messages to people too
NUMBER_WORDS = [word for word in (*get("en").numbers.units, *get("en").numbers.tens) if word not in {"zero", "one"}]
REPORTING = ("said", "told", "announced", "reported", "according to", "tweeted")
PAGE_PHRASES = (
    *("read more", "sign up", "newsletter", "subscribe", "all rights reserved", "click here", "share this"),
    *("photo by", "image caption", "advertisement", "related stories", "cookie", "your inbox", "follow us"),
)
LINKS = ("however", "meanwhile", "nevertheless", "therefore")


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """The string constants of a module that are no docstrings, with their lines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.lineno, node.value


def modules() -> list[Path]:
    found = [path for path in sorted(ROOT.rglob("*.py")) if path.parent.parent != LANGUAGES]  # April is German too
    return [path for path in found if not any(path == spared or spared in path.parents for spared in NO_RULES)]


def found_in(words: tuple[str, ...] | list[str]) -> list[str]:
    wanted = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
    return [
        f"{path.relative_to(ROOT)}:{line}: {match[0]}"
        for path in modules()
        for line, text in strings(path)
        if (match := wanted.search(text)) and not re.search(r"\w+ \w+ \w+ \w+ \w+[ .;:,]", text)  # no message to people
    ]


@pytest.mark.parametrize(
    "words",
    [MONTHS, WEEKDAY_NAMES, NUMBER_WORDS, REPORTING, PAGE_PHRASES, LINKS],
    ids=["months", "weekdays", "numbers", "reporting", "page", "connectives"],
)
def test_words_of_english_stand_in_its_folder_only(words: list[str]) -> None:
    assert found_in(words) == []


def test_the_search_sees_a_word_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.languages.test_vocabulary.modules", lambda: [LANGUAGES / "en" / "calendar.py"])
    assert found_in(MONTH_NAMES)
    assert found_in(WEEKDAY_NAMES)


def test_every_pack_fills_the_tables_it_has_under_its_own_code() -> None:
    english = get("en")
    assert (english.code, english.name) == ("en", "English")
    assert set(english.dates.months.values()) == set(range(1, 13))
    assert set(english.dates.weekdays.values()) == set(range(7))
    assert set(english.dates.edges.values()) == {"until", "since"}
    assert english.words.roles <= set(english.words.concept_of.values())
    assert set(english.dates.steps.values()) == {-1, 0, 1}
