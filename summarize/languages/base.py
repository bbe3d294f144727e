"""What a language is: one record, composed of named tables. What a table holds unless a pack fills it is what holds in
any language, so a document in a language without a pack is held against these general rules alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
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
    ends_abbreviated: Regex = general.ENDS_ABBREVIATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Captions:
    """How captions of pictures read."""

    head: Regex = NOTHING
    somebody: Regex = NOTHING
    """What somebody unnamed does in the picture."""
    dated: Regex = NOTHING
    """Day of the week, day and year together."""
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
    label_words: frozenset[str] = frozenset()
    """Small words that keep their small letter in names and titles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallsToAction:
    """How a page speaks to its reader."""

    imperative: Regex = NOTHING
    second_person: Regex = NOTHING
    address: Regex = general.ADDRESS
    offer: Regex = NOTHING
    question: Regex = NOTHING
    page_speaks: Regex = NOTHING
    media: Regex = NOTHING


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
class Numbers:
    """Number words, and how figures are written."""

    units: Mapping[str, int] = field(default_factory=dict)
    tens: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, float] = field(default_factory=dict)
    halves: Mapping[str, float] = field(default_factory=dict)
    letters: Mapping[str, float] = field(default_factory=dict)
    """Letters for a size, such as m for million."""
    rounding_scales: frozenset[str] = frozenset()
    """Scales that let "and" go on with a number."""
    digits: Regex = general.DIGITS
    """Groups digits, part, scale and letter."""
    words: Regex = NOTHING
    things: Regex = NOTHING
    """What is counted right after a letter for a size."""
    vague_before: Regex = NOTHING
    and_: Regex = NOTHING
    """Between hundreds and what follows them; `and_word` is the word itself."""
    and_word: str = ""
    by_stem: Mapping[str, str] = field(default_factory=dict)
    """Digits of the commonest number words, by stem."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedges:
    """How exact a figure is said to be. The groups of `before` are nearly, over, least, less, more and about."""

    before: Regex = NOTHING
    or_so: Regex = NOTHING
    after: Regex = general.AND_MORE


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """Money and measures."""

    money_signs: Mapping[str, str] = field(default_factory=lambda: general.MONEY_SIGNS)
    money_words: Mapping[str, str] = field(default_factory=dict)
    measures: Mapping[str, tuple[str, float]] = field(default_factory=lambda: general.MEASURE_OF)
    """Name and factor of every spelling of a unit, in small letters."""
    offsets: Mapping[str, float] = field(default_factory=dict)
    money_before: Regex = general.MONEY_BEFORE
    money_after: Regex = general.MONEY_AFTER
    measure_after: Regex = general.MEASURE_AFTER
    capital_units: frozenset[str] = general.CAPITAL_UNITS
    """Units that are none in small letters."""
    per: Regex = NOTHING
    """Right after an amount; any group is what it is for one of, and counts if it is among `per_words`."""
    per_words: frozenset[str] = frozenset()

    @property
    def currencies(self) -> frozenset[str]:
        return frozenset({*self.money_signs.values(), *self.money_words.values()})


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """Days, months and times of day."""

    months: Mapping[str, int] = field(default_factory=dict)
    """Number of every spelling of a month, in small letters."""
    words_too: frozenset[str] = frozenset()
    """Months that are words of another meaning in small letters."""
    weekdays: Mapping[str, int] = field(default_factory=dict)
    date: Regex = general.DATE
    """Groups year, month and day, each once or with the number of its form: month2."""
    year: Regex = NOTHING
    month_alone: Regex = NOTHING
    relative: Regex = NOTHING
    """Groups which and unit: last month."""
    steps: Mapping[str, int] = field(default_factory=dict)
    """Months or years that the word in `which` goes forward."""
    year_word: str = ""
    weekday: Regex = NOTHING
    repeated: Regex = NOTHING
    """Before a weekday in the plural."""
    clock: Regex = general.CLOCK
    """A time of day; the outermost group names its form."""
    named_times: Mapping[str, int] = field(default_factory=dict)
    """Hours of noon and the like."""
    hour_words: Mapping[str, int] = field(default_factory=dict)
    later_half: frozenset[str] = frozenset()
    """Words and letters of the half of the day after noon."""
    at_point: Regex = NOTHING
    """Before a time written with a point."""
    zone: Regex = general.ZONE
    said: Regex = NOTHING
    """Words of reporting beside a day that is that of the report."""
    stamp: Regex = general.STAMP
    """All that stands before a time that is the page's own."""
    edge: Regex = NOTHING
    """Ends right before a date or time; group 1 is until, since and the like before a date; `edges` says which of the two each means."""
    edges: Mapping[str, str] = field(default_factory=dict)
    between: Regex = NOTHING
    """Ends right before the second of two days."""
    loose: Regex = NOTHING
    """Ends right before a time that is only near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantities:
    """What stands around a figure and changes what it says."""

    former: Regex = NOTHING
    """Ends right before a figure that was true earlier: up from 20."""
    in_other_words: Regex = NOTHING
    """All that stands between two figures that are one amount: $70 a share, or $105 billion."""
    relation: Regex = NOTHING
    """Ends right before a figure; group 1 is the word that ties it to its verb: by, every, another."""
    part_of: Regex = NOTHING
    """Right after a figure of which it is a part: three of the."""
    other: Regex = NOTHING
    """Right after a figure that leaves some out: three other."""
    more_of_them: Regex = NOTHING
    """Right after a figure that comes on top of one told before."""
    versus_before: Regex = NOTHING
    versus_after: Regex = NOTHING
    """Right before and after a figure that is held against another one."""
    numbered: Regex = NOTHING
    """Ends right before a number that is a name: Flight 7."""
    no_count: Regex = general.NO_COUNT
    """Right after a number that counts nothing: a score, an ordinal, a code."""
    no_number: Regex = NOTHING
    """Ends right before a number that says nothing by itself."""
    odds: Regex = NOTHING
    """Ends right before the second number of one in five."""
    range: Regex = general.RANGE
    """All that stands between the two ends of a range."""
    listed: Regex = NOTHING
    """All that stands between two numbers that a sentence adds up."""
    magnitude: Regex = NOTHING
    magnitude_after: Regex = NOTHING
    """Right before and after the strength of an earthquake."""
    old: Regex = NOTHING
    """Right after an age: years old."""
    aged: Regex = NOTHING
    """Ends right before an age."""
    month_before: Regex = NOTHING
    """Ends right before a number that is a year and no age: June 3, 2019."""
    age_end: Regex = NOTHING
    """Right after an age that stands behind a name and a comma."""
    relative: Regex = NOTHING
    """Right after a duration that tells when, not how long: days ago."""
    nobody: Regex = NOTHING
    """A count of zero in words; group `role` is what happened to nobody."""
    one: str = ""
    """The number word that is an article or a pronoun as often."""
    limiting: frozenset[str] = frozenset()
    """Relations that make a value an answer to a question of its own."""


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
    small_words: frozenset[str] = frozenset()
    """The commonest words, by which it is recognised."""
    telling_words: frozenset[str] = frozenset()
    """Of a language whose own letters are ASCII alone: words that no other shares. A text full of them may hold names
    with accents of any language, which is told before its encoding is known.
    """
    reported: Regex = NOTHING
    """Someone speaks: the sentence reports, whatever words stand in it."""
    heads: Heads = field(default_factory=Heads)
    boundaries: Boundaries = field(default_factory=Boundaries)
    captions: Captions = field(default_factory=Captions)
    boilerplate: Boilerplate = field(default_factory=Boilerplate)
    calls_to_action: CallsToAction = field(default_factory=CallsToAction)
    words: Words = field(default_factory=Words)
    numbers: Numbers = field(default_factory=Numbers)
    hedges: Hedges = field(default_factory=Hedges)
    units: Units = field(default_factory=Units)
    dates: Dates = field(default_factory=Dates)
    quantities: Quantities = field(default_factory=Quantities)
    negation: Negation = field(default_factory=Negation)
    anaphora: Anaphora = field(default_factory=Anaphora)
    person: Person = field(default_factory=Person)
    spelling_customs: tuple[tuple[Regex, str], ...] = ()
    """Spellings of names that differ by country or house style, not by error: what is written, and the other way."""
