"""Tables of a language on prose: where sentences end, what is no article, what points back, what says no."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from summarize.languages import general
from summarize.languages.patterns import NOTHING, Table

Regex = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the first word of a report: place, date, agency."""

    regex: Regex
    may_be_subject: bool = False
    """A single name of this form may be the sentence's subject: "NASA – America's space agency – said"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """What stands before the first word of a paragraph without being part of it; all match from its start."""

    byline: Regex = NOTHING
    machinery: Regex = NOTHING
    """Labels of buttons and players that ran into the text."""
    datelines: tuple[Dateline, ...] = ()
    apposition: Regex = general.APPOSITION
    """Finds the second dash of an apposition behind a dateline that may be a subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundaries:
    """Where a sentence ends, and where it only seems to; the patterns look at what stands left or right of an end."""

    no_end: Regex = NOTHING
    """Before an end that is none: after a title."""
    clock_end: Regex = NOTHING
    """Before an end after a time of day, which goes on where `clock_goes_on` matches from the end."""
    clock_goes_on: Regex = NOTHING
    month_end: Regex = NOTHING
    """Before a day in digits the abbreviation of a month ends nothing."""
    label: Regex = NOTHING
    """A page's label in the middle of a line begins something else."""
    label_needs: tuple[str, ...] = ()
    """Pieces of which one stands in every such label; spares most sentences the search."""
    ends_abbreviated: Regex = general.ENDS_ABBREVIATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Captions:
    """How captions of pictures read."""

    head: Regex = NOTHING
    somebody: Regex = NOTHING
    """What somebody unnamed does in the picture."""
    dated: Regex = NOTHING
    """Day of the week, day and year together."""
    dated_needs: str = ""
    """What stands in every such date; spares most sentences the search."""
    placed: Regex = NOTHING
    """Where somebody stands in the picture."""
    present: Regex = NOTHING
    """Captions say in the present tense what is to be seen."""
    credit_tail: Regex = general.CREDIT_TAIL
    agency_alone: Regex = general.AGENCY_ALONE
    agency_tail: Regex = general.AGENCY_TAIL


@dataclass(frozen=True, slots=True, kw_only=True)
class Boilerplate:
    """What pages put around an article."""

    sentences: Table = field(default_factory=lambda: Table(general.BOILERPLATE))
    paragraphs: Table = field(default_factory=lambda: Table(()))
    """Held against whole paragraphs, from their start: all their sentences go."""
    tail: Table = field(default_factory=lambda: Table(()))
    """For the last paragraphs only; inside an article the same words may be news."""
    teaser_head: Regex = NOTHING
    """A line that announces a list of other articles' headlines."""
    menu_words: frozenset[str] = general.MENU_WORDS
    """Of menus and buttons, in small letters."""
    page_words: Mapping[str, Sequence[float]] = field(default_factory=dict)
    """Fitted weights of words and pairs of words, stemmed: for the article, and for what follows it on a page."""
    label_words: frozenset[str] = frozenset()
    """Small words that keep their small letter in names and titles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What single words mean to whoever compares figures."""

    stop: frozenset[str] = frozenset()
    """Words that say nothing about what a value is of."""
    concept_of: Mapping[str, str] = field(default_factory=dict)
    """The idea that a word shares with others, such as "dead" for killed and deaths."""
    suffixes: tuple[tuple[str, str, int], ...] = ()
    """Endings cut from other words: the ending, what stands instead, the shortest word it is cut from."""
    final_vowel: str = ""
    """Cut from the end of words of five letters and more."""
    possessive: str = ""
    generic: frozenset[str] = frozenset()
    """Concepts that are counted but say nothing about which of the figures it is."""
    roles: frozenset[str] = frozenset()
    """Concepts of what happened to those counted: figures of different roles never clash."""
    light: frozenset[str] = frozenset()
    """Words passed over between a number and what it counts."""
    persons: frozenset[str] = frozenset()
    """Concepts of people, or of what happened to them."""
    clause: Regex = general.CLAUSE
    """Ends a clause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Negation:
    """How a sentence says no, and which words exclude each other."""

    negations: frozenset[str] = frozenset()
    contraction: str = "\0"
    """The ending of a negated verb."""
    undone: frozenset[str] = frozenset()
    """Words after a negation that make it something else than a no."""
    exceptions: frozenset[str] = frozenset()
    """Words that make the sentence without a negation say much the same as the one with it."""
    auxiliaries: frozenset[str] = frozenset()
    verbs: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """For every word that excludes others the rows it stands in and on which side."""
    sides: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    helpers: frozenset[str] = frozenset()
    """Verbs that only carry a negation: did not win, won."""
    joining: frozenset[str] = frozenset()
    """Words that put two on a level, so that their order says nothing: A and B, A with B."""
    limiting: frozenset[str] = frozenset()
    """Words that turn or limit what the rest of a sentence says: not, only, except, denied."""
    equating: frozenset[str] = frozenset()
    """Words that say that two are one, whichever comes first: A is B."""
    adjuncts: frozenset[str] = frozenset()
    """First words of what may stand in any place of a sentence: on Monday, in Rome."""
    unfulfilled: Regex = NOTHING
    """Words by which an act is tried, planned, feared, asked or made up, and not said to have happened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Updates:
    """How a newer report differs from one that it replaces."""

    changed: Regex = NOTHING
    """Words that say something has changed: risen, postponed, no longer."""
    counted: Regex = NOTHING
    """What is counted anew while an event goes on: the dead, the missing, those arrested."""
    denied: Regex = NOTHING
    """Words of one who denies a report instead of replacing it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anaphora:
    """What points back to the sentence before it."""

    head: Regex = NOTHING
    """A pronoun or a connective opens the sentence."""
    late_pronoun: Regex = NOTHING
    late_possessive: Regex = NOTHING
    early_subject: Regex = NOTHING
    spoken_for: Regex = NOTHING
    """A first or second person opens the sentence."""
    pronoun_speaker: Regex = NOTHING
    pronoun_added: Regex = NOTHING
    contrast: Regex = NOTHING
    """It takes back the sentence before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """How the writer speaks of himself or to the reader."""

    numeral: Regex = NOTHING
    """Letters that look like the first person and are none."""
    address: Regex = NOTHING
    person: Regex = NOTHING
