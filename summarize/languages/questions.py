"""The table of a language on questions: what they ask for, and what in a sentence may be the answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from summarize.languages.patterns import NOTHING

Regex = re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """What questions ask for, by the name of the kind: person, time, reason, duration, age, money,
    number, speech. The first
    pattern found in a question decides.
    """

    kinds: Mapping[str, Regex] = field(default_factory=dict)
    reason: Regex = NOTHING
    """A sentence gives a reason."""
    speech: Regex = NOTHING
    """A sentence says what somebody said."""
    plain: Regex = NOTHING
    """A whole question that asks who somebody is, how old, or how large a thing is, and nothing else."""
    others: Regex = NOTHING
    """Words of a description that make its bearer another than the holder of an office: former, deputy."""
    amount_link: Regex = NOTHING
    """Ends right before a figure, with `thing` for the word that it is the size of."""
    empty: frozenset[str] = frozenset()
    """Words of a question that say nothing of what it is about, in small letters: how, many."""
