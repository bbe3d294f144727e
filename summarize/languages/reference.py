"""Tables of a language on who and what a sentence speaks of: what points back, how people are introduced."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from summarize.languages.patterns import NOTHING

Regex = re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anaphora:
    """What points back to the sentence before it."""

    head: Regex = NOTHING
    """A pronoun or a connective opens the sentence."""
    late_pronoun: Regex = NOTHING
    late_possessive: Regex = NOTHING
    early_subject: Regex = NOTHING
    same_time: Regex = NOTHING
    """Finds a time of day that was named before: later that day."""
    time_named: Regex = NOTHING
    """Finds what such a time may be counted from, if it stands before it."""
    said_of_group: Regex = NOTHING
    """Somebody says something of people who are only counted: the two."""
    spoken_for: Regex = NOTHING
    """A first or second person opens the sentence."""
    pronoun_speaker: Regex = NOTHING
    pronoun_added: Regex = NOTHING
    person_pronoun: Regex = NOTHING
    """A pronoun in the third person that stands for one human being."""
    persons: Regex = NOTHING
    """Words for somebody whom such a pronoun may stand for, beside the roles of `Names`."""
    contrast: Regex = NOTHING
    """It takes back the sentence before it, or limits it."""
    retraction: Regex = NOTHING
    """It says that the sentence before it is untrue, or no longer so."""
    elided: Regex = NOTHING
    """A word that an apostrophe opens in place of letters, from behind that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How people and organisations are introduced; words are in small letters and without a full stop."""

    honorifics: frozenset[str] = frozenset()
    """What stands before a surname alone: Mr, Dr, Captain."""
    men: frozenset[str] = frozenset()
    women: frozenset[str] = frozenset()
    """Honorifics that tell of a man, and of a woman."""
    roles: frozenset[str] = frozenset()
    """What a person is: spokesman, suspect, daughter."""
    role: Regex = NOTHING
    """Other words that may be one by their form: only beside a name, where little else is to be expected."""
    modifiers: frozenset[str] = frozenset()
    """What stands before a role: former, chief, defence."""
    adjective: Regex = NOTHING
    """Other words that may do, by their form."""
    participle: Regex = NOTHING
    """Others that do where nothing before them could have done it."""
    short_given: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The given names that a short form stands for."""
    given_behind: Regex = NOTHING
    """A given name of a form that only names have in which the surname comes first."""
    particles: frozenset[str] = frozenset()
    """Words in small letters inside a name: van, de."""
    no_persons: frozenset[str] = frozenset()
    """Words of which one, as a part of a name, tells that it is no person's."""
    speaks: Regex = NOTHING
    """Right after a name: the person speaks."""
    said_before: Regex = NOTHING
    """Ends right before the name of one who speaks."""
    age: Regex = NOTHING
    """Right after a name: ", 30"."""
    age_before: Regex = NOTHING
    apposition: Regex = NOTHING
    """Right after a name or an age: ", the suspect"; describes somebody if a role stands at its head."""
    relative: Regex = NOTHING
    """Right after a name or an age: ", who runs the group"."""
    who_after: Regex = NOTHING
    """Right after a name: a person's relative pronoun."""
    thing_before: Regex = NOTHING
    """Ends right before the name of what is no person: the chain, the storm."""
    described_before: Regex = NOTHING
    """Ends right before a role that a comma parts from the name of who has it: the suspect, Ella Rade."""
    place_before: Regex = NOTHING
    """Ends right before the name of a place."""
    definite: Regex = NOTHING
    """Ends right before what follows the definite article or a possessive pronoun."""
    preposition: Regex = NOTHING
    """Ends right before a name that may be two: the envoy to "Ukraine Kurt Volker"."""
    joined_given: Regex = NOTHING
    """Ends right before a full name whose surname an earlier given name shares: "Ashley and" Evan Boyle."""
    listed_before: Regex = NOTHING
    """Ends right before a name that is an item of a list."""
    articles: frozenset[str] = frozenset()
    calendar: frozenset[str] = frozenset()
    """Days and months."""
    openers: frozenset[str] = frozenset()
    """Words with which sentences begin and that are no part of a name."""
    link_words: frozenset[str] = frozenset()
    """Words of a name that its acronym passes over."""
    known_acronyms: frozenset[str] = frozenset()
    """In capitals: what any reader knows."""
