"""How exact a figure is said to be."""

from __future__ import annotations

import re

from summarize.languages.figures import Hedges

_HEDGES = {
    "nearly": (
        "nearly|almost|just (?:under|below|short of|shy of)|close to|a little (?:under|less than)|not quite|approaching"
    ),
    "over": (
        "just (?:over|above|more than)|a little (?:over|more than|above)|slightly (?:more than|over)|rather more than"
    ),
    "least": "at least|no (?:fewer|less) than|not less than|a minimum of",
    "less": (
        "fewer than|less than|under|below|up to|as (?:many|much|high|low) as|at most|no more than|not more than"
        "|a maximum of|within|barely|only just"
    ),
    "more": (
        "more than|over|upwards of|in excess of|exceed(?:s|ed|ing)?|above|greater than|larger than|beyond|past|north of"
    ),
    "about": (
        r"about|around|some|roughly|approximately|approx\.?|an? estimated|estimated|circa|ca\.|near(?:er)?(?: to)?"
        "|something like"
    ),
}
BEFORE = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _HEDGES.items())})"
    r"(?:\s+(?:a|an|the|another|a total of|a further|a round|a whopping))?\s+$",
    re.IGNORECASE,
)
OR_SO = re.compile(r"\s*(?:or so|or thereabouts)\b", re.IGNORECASE)
AFTER = re.compile(r"\s*(?:\+|-plus\b|plus\b|or more\b|and counting)", re.IGNORECASE)

HEDGES = Hedges(before=BEFORE, or_so=OR_SO, after=AFTER)
