"""What a row of the clutter tables is, and how a sentence is held against a table.

Words alone prove nothing, so each row asks for a shape as well, and anchors do most of the work. An article about
newsletters says "the newsletter lost readers"; a newsletter form says "Sign up for our newsletter". So rows begin at
the start of the sentence, speak to the reader, or fill a short line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
DAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?"
NAME = r"[A-Z][\w.’'-]+(?: (?:[A-Z][\w.’'-]*|de|van|von|der|den|la|le|al|bin)){1,4}"
AGENCY = (
    r"(?:AP|EPA|AFP|ANI|PTI|TASS|dpa|DPA|Reuters|REUTERS|Xinhua|Yonhap|Kyodo|Bloomberg|Getty(?: Images)?|Shutterstock|"
    r"iStock|Associated Press|Agence France-Presse|USA TODAY(?: Sports)?|AAP|ANSA|Alamy|Rex|WireImage|NurPhoto|UPI|PA)"
)
SITE = r"(?:site|website|page|story|article|post|blog|column|report|piece|content|video|map|graphic|feature|transcript)"

REPORTED = re.compile(
    r"\b(?:said|says|told|added|announced|reported|according to|tweeted|wrote|explained|warned|confirmed|argued)\b",
    re.IGNORECASE,
)
"""Someone speaks: the sentence reports, whatever words stand in it."""

_IN_SPITE = frozenset(
    {
        "photo credit",
        "credits",
        "byline",
        "copyright",
        "tweet",
        "time stamp",
        "file photo",
        "markup",
        "pointer",
        "archive notice",
    }
)
"""Kinds of clutter whose shape is proof enough, though words of reporting stand in them."""

MATCHED_CHARACTERS = 1_000
"""Longer sentences and paragraphs are held against no pattern; none of the patterns fits so many words."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One kind of clutter. It matches from the start of a sentence or paragraph of at most `words` words."""

    name: str
    regex: re.Pattern[str]
    words: int
    needs: tuple[str, ...] = ()
    """Small letters of which one must occur; spares most sentences the search for words in their middle."""


def pattern(
    name: str, regex: str, *, words: int = 30, flags: re.RegexFlag | int = re.IGNORECASE, needs: tuple[str, ...] = ()
) -> Pattern:
    """A row of a table."""
    return Pattern(name, re.compile(regex, flags), words, needs)


class Table:
    """Patterns in order of trial."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._plain: list[Pattern] = []
        self._needing: list[Pattern] = []
        for row in patterns:
            (self._needing if row.needs else self._plain).append(row)
        # One joint pattern tells in one call that none of the plain rows matches, as is the case for most sentences.
        self._any = re.compile(
            "|".join(
                f"(?i:{row.regex.pattern})" if row.regex.flags & re.IGNORECASE else f"(?:{row.regex.pattern})"
                for row in self._plain
            )
        )

    def match(self, text: str, words: int) -> str | None:
        """Name of the first pattern that a text of so many words matches; None also when the text reports speech."""
        if len(text) > MATCHED_CHARACTERS:
            return None
        lowered = text.lower()
        rows = [row for row in self._needing if words <= row.words and any(map(lowered.__contains__, row.needs))]
        if self._any.match(text):
            rows += [row for row in self._plain if words <= row.words]
        reported = bool(rows) and bool(REPORTED.search(text))
        for row in rows:
            if (not reported or row.name in _IN_SPITE) and row.regex.match(text):
                return row.name
        return None
