"""What a language is: one record, composed of named tables. What a table holds unless a pack fills it is what holds in
any language, so a document in a language without a pack is held against these general rules alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from summarize.languages.figures import Dates, Days, Hedges, Numbers, Quantities, Units
from summarize.languages.patterns import NOTHING, Table
from summarize.languages.prose import (
    Boilerplate,
    Boundaries,
    Captions,
    Heads,
    Negation,
    Regex,
    Tokens,
    Words,
)
from summarize.languages.questions import Questions
from summarize.languages.reference import Anaphora, Names
from summarize.languages.sourcing import Agencies, Attribution, Checks
from summarize.languages.unsettled import Person, Prospects, Updates


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """A language, as the rules see it. Compared by identity: there is one record a language."""

    code: str
    """ISO 639: two letters where there are two, else three."""
    name: str
    splitter: str = "en"
    """The language whose abbreviations sentencex is told to expect."""
    stemmer: str = "english"
    """Snowball's name of the stemmer for words in its script."""
    has_spaces: bool = True
    """Whether its words stand apart. Where they do not, vectors that were learnt of English say little."""
    small_words: frozenset[str] = frozenset()
    """The commonest words, by which it is recognised."""
    telling_words: frozenset[str] = frozenset()
    """Of a language whose own letters are ASCII alone: words that no other shares. A text full of them may hold names
    with accents of any language, which is told before its encoding is known.
    """
    frequencies: Path | None = None
    """A file that `languages.frequencies` reads: how common its words are in news."""
    reported: Regex = NOTHING
    """Someone speaks: the sentence reports, whatever words stand in it."""
    heads: Heads = field(default_factory=Heads)
    boundaries: Boundaries = field(default_factory=Boundaries)
    tokens: Tokens = field(default_factory=Tokens)
    captions: Captions = field(default_factory=Captions)
    boilerplate: Boilerplate = field(default_factory=Boilerplate)
    words: Words = field(default_factory=Words)
    numbers: Numbers = field(default_factory=Numbers)
    hedges: Hedges = field(default_factory=Hedges)
    units: Units = field(default_factory=Units)
    dates: Dates = field(default_factory=Dates)
    days: Days = field(default_factory=Days)
    attribution: Attribution = field(default_factory=Attribution)
    quantities: Quantities = field(default_factory=Quantities)
    negation: Negation = field(default_factory=Negation)
    agencies: Agencies = field(default_factory=Agencies)
    updates: Updates = field(default_factory=Updates)
    anaphora: Anaphora = field(default_factory=Anaphora)
    person: Person = field(default_factory=Person)
    prospects: Prospects = field(default_factory=Prospects)
    names: Names = field(default_factory=Names)
    walls: Table = field(default_factory=lambda: Table(()))
    """Lines of a page that stands where an article should be: an error, a log-in. A row's name says which."""
    checks: Checks = field(default_factory=Checks)
    questions: Questions = field(default_factory=Questions)
    spelling_customs: tuple[tuple[Regex, str], ...] = ()
    """Spellings of names that differ by country or house style, not by error: what is written, and the other way."""
