"""Results of votes: how many for and how many against, as one value."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.languages import Language
from summarize.quantities.numerals import find_numerals
from summarize.quantities.values import Value

VOTES = "votes"
_SHARE = 1e-4
"""Weight of the smaller number, so that a result is one number that another one agrees with if both are the same."""


def find_votes(text: str, language: Language) -> Iterator[Value]:
    """Results such as 14 to 9 or 52-48 in a sentence that tells of a vote, whichever number comes first."""
    quantities = language.quantities
    if not quantities.vote.search(text):
        return
    for match in quantities.vote_result.finditer(text):
        found = [numeral.value for group in ("ayes", "noes") for numeral in find_numerals(match[group], language)]
        if len(found) == 2:
            number = max(found) + _SHARE * min(found)
            yield Value("number", VOTES, number, number, *match.span("result"))
