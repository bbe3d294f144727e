"""Tables of a language on sources: whose report it is, who says what, what of a text sources can be asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from summarize.languages import general
from summarize.languages.patterns import NOTHING

Regex = re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agencies:
    """How an article says which agency its report is from. Each pattern finds `agency`."""

    names: Mapping[str, str] = field(default_factory=dict)
    """In small letters, with what the agency is called."""
    dateline: Regex = NOTHING
    credits: tuple[Regex, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who a sentence says something is from."""

    sources: tuple[Regex, ...] = ()
    """Each finds `who`."""
    kinds: Mapping[str, Regex] = field(default_factory=dict)
    """What `who` is, by words in it; the first that fits."""
    nobody: Regex = NOTHING
    """Words that stand in no name and no office: what was found then is no one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checks:
    """What of a text can be checked against sources, and how a text says whom it has something from."""

    joint: Regex = general.CLAUSE
    """Between two clauses that can each be true alone."""
    opinion: Regex = NOTHING
    """A judgement of whoever writes."""
    about_text: Regex = NOTHING
    """The sentence speaks of the text it stands in, or to its reader."""
    verb: Regex = general.ANY_WORD
    """A finite verb, roughly: what has none states nothing."""
    attributed: Regex = NOTHING
    """Who is said to have reported it, as the group `before` or `after`."""
    opposites: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For a word, those that say the opposite of the same thing, all in small letters. Two words that say it together
    are joined by an underscore."""
    alike: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For a word of `opposites`, those that say the same, so that their denial says the opposite."""
    passing: Regex = NOTHING
    """A sentence gives a figure as one that stood for a moment, or as a first one: "at one point", "at first"."""
    settled: Regex = NOTHING
    """A sentence gives a figure as the one that stood in the end: "by the close", "in total"."""
    offices: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """For what somebody may be by office the numbers of the offices that it may mean; two words as in `opposites`."""
    departments: frozenset[str] = frozenset()
    """Words before an office that tell one of its holders from another: foreign, finance."""
    deputies: frozenset[str] = frozenset()
    """Words before an office that make it the one below."""
