"""What a row of the boilerplate tables is, and how a sentence is held against a table.

Words alone prove nothing, so each row asks for a shape as well, and anchors do most of the work. An article about
newsletters says "the newsletter lost readers"; a newsletter form says "Sign up for our newsletter". So rows begin at
the start of the sentence, speak to the reader, or fill a short line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

NOTHING = re.compile(r"(?!)")
"""Matches nothing: what a table holds that a language does not fill."""

MAX_MATCHED_CHARACTERS = 1_000
"""Longer sentences and paragraphs are held against no pattern; none of the patterns fits so many words."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What gives a sentence a role other than that of the article's own text, and what follows from it for others."""

    name: str
    """Said to whoever asks why a line was left out."""
    inside_articles: bool = False
    """Found between the paragraphs of plain articles too, so that it proves no page with menus around its text."""
    credit: bool = False
    """Says who took a picture: the paragraph it closes is a caption."""
    opens_caption: bool = False
    """Stands before the words of a caption, in one paragraph with them."""


@dataclass(frozen=True, slots=True)
class Pattern(Rule):
    """One kind of boilerplate. It matches from the start of a sentence or paragraph of at most `words` words."""

    regex: re.Pattern[str] = NOTHING
    words: int = 30
    needs: tuple[str, ...] = ()
    """Small letters of which one must occur; spares most sentences the search for words in their middle."""
    despite_speech: bool = False
    """The shape is proof enough, though words of reporting stand in it."""


def pattern(
    name: str,
    regex: str,
    *,
    words: int = 30,
    flags: re.RegexFlag | int = re.IGNORECASE,
    needs: tuple[str, ...] = (),
    despite_speech: bool = False,
    inside_articles: bool = False,
    credit: bool = False,
    opens_caption: bool = False,
) -> Pattern:
    """A row of a table."""
    return Pattern(name, inside_articles, credit, opens_caption, re.compile(regex, flags), words, needs, despite_speech)


def note_head(labels: str) -> re.Pattern[str]:
    """Labels, with a bar between them, that editors put before a note: alone on their line, or with a date and a colon
    behind them.
    """
    any_of_them = "|".join(re.escape(label.strip()) for label in labels.split("|"))
    return re.compile(
        rf"[\W_]*+(?:{any_of_them})(?:,? ?[(（][^()（）]{{1,40}}[)）]|,? [\d./ ]{{4,12}})?\s*+"
        r"(?:[:：][*_ ]*+|[–—-]\s|[\W_]*+$)",
        re.IGNORECASE,
    )


def pointing_back(words: str, but: str) -> re.Pattern[str]:
    """Matches a sentence that opens with one of the words, with a bar between them, and not with any of `but`.

    Parts of both may be patterns. "A." and "A-" are no words.
    """
    return re.compile(rf"^[\W_]*+(?!(?:{but})\b)(?:{words})\b(?!-|\.\s*\w)", re.IGNORECASE)


def opinion_label(kinds: str) -> re.Pattern[str]:
    """Finds in a headline that a text is one of these kinds, with a bar between them: before a colon or a dash, behind
    a dash, or alone.
    """
    return re.compile(rf"^\W*+(?:{kinds})\s*+(?:[:|–—]|-\s|\W*+$)|\s[|–—-]\s*+(?:{kinds})\W*+$", re.IGNORECASE)


class Table:
    """Patterns in order of trial."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._plain: list[Pattern] = []
        self._needing: list[Pattern] = []
        for row in patterns:
            (self._needing if row.needs else self._plain).append(row)
        self._most_words = max((row.words for row in self._plain), default=0)
        # One joint pattern tells in one call that none of the plain rows matches, as is the case for most sentences.
        self._any = re.compile(
            "|".join(
                f"(?i:{row.regex.pattern})" if row.regex.flags & re.IGNORECASE else f"(?:{row.regex.pattern})"
                for row in self._plain
            )
            or NOTHING.pattern
        )

    def match(self, text: str, words: int, reported: re.Pattern[str]) -> Pattern | None:
        """The first pattern that a text of so many words matches, None when there is none.

        `reported` finds words of reporting: they speak for an article's own sentence, and only a row whose shape is
        proof enough matches in spite of them.
        """
        if len(text) > MAX_MATCHED_CHARACTERS:
            return None
        lowered = text.lower()
        rows = [row for row in self._needing if words <= row.words and any(map(lowered.__contains__, row.needs))]
        if words <= self._most_words and self._any.match(text):
            rows += [row for row in self._plain if words <= row.words]
        speaks = bool(rows) and bool(reported.search(text))
        return next((row for row in rows if (not speaks or row.despite_speech) and row.regex.match(text)), None)
