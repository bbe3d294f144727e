"""Tables of a language on what is not settled: what the writer thinks, what is open, what replaces an older report."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from summarize.languages.patterns import NOTHING

Regex = re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """How the writer speaks of himself or to the reader."""

    numeral: Regex = NOTHING
    """Letters that look like the first person and are none."""
    address: Regex = NOTHING
    person: Regex = NOTHING
    himself: Regex = NOTHING
    """The writer alone, not with others: I, my."""
    stance: Regex = NOTHING
    """Finds where the writer guesses, judges or foretells, if `reported` does not."""
    reported: Regex = NOTHING
    """Somebody is named who says so."""
    opinion_label: Regex = NOTHING
    """Finds in a headline, or a first line, that a text is an opinion: Column: ..."""
    opinion_note: Regex = NOTHING
    """Finds in a text what is said of its writer's opinion."""
    opinion_paths: frozenset[str] = frozenset()
    """Parts of links under which opinions stand, in small letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospects:
    """What is yet to come, being tried or not known, and how it turns out."""

    coming: Regex = NOTHING
    """Something is to be, or to be done."""
    open: Regex = NOTHING
    """Anything is open, what is coming among it."""
    act: Regex = NOTHING
    """What is to be done; group "verb" is its verb as it is written behind "will" or "to"."""
    idle: frozenset[str] = frozenset()
    """Verbs, and words in their place, that say too little to know the same act by."""
    done: Regex = NOTHING
    """A verb that tells what was done."""
    irregular: Mapping[str, str] = field(default_factory=dict)
    """The verb as it is written behind "to", of those whose past is not formed by rule."""
    outcomes: tuple[tuple[Regex, Regex], ...] = ()
    """What is open, and what ends it: missing, found."""
    several: Regex = NOTHING
    """More than one person is spoken of, so that what is heard of one leaves it open for others."""
    within: tuple[tuple[Regex, int], ...] = ()
    """A time that is named as seen from the report, and in how many days it has passed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Updates:
    """How a newer report differs from one that it replaces."""

    changed: Regex = NOTHING
    """Words that say something has changed: risen, postponed, no longer."""
    replaces: Regex = NOTHING
    """Words by which a report says itself that it replaces another: up from, than first promised."""
    provisional: Regex = NOTHING
    """Words by which a report says itself that it will not be the last: so far, preliminary."""
    counted: Regex = NOTHING
    """What is counted anew while an event goes on: the dead, the missing, those arrested."""
    denied: Regex = NOTHING
    """Words of one who denies a report instead of replacing it."""
    toll: Regex = NOTHING
    """The number of all who are dead is spoken of."""
    toll_count: Regex = NOTHING
    """Behind it: what it is now; group "count" is where the figure begins."""
    fewer: Regex = NOTHING
    """Words by which a report says itself that there are fewer victims than were counted before."""
    notice: Regex = NOTHING
    """Matches the opening of a notice in which a paper corrects itself, where no label stands before it."""
    said: Regex = NOTHING
    """In a notice, words behind which stands what the paper said before."""
    withdrawn: Regex = NOTHING
    """The same, or what denies it, up to a value that is taken back; matches to the end of what is searched."""
    event_year: Regex = NOTHING
    """Finds the year by which an event is called, in group "year": the 1998 quake."""
