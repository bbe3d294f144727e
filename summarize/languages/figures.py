"""Tables of a language on figures: numbers, hedges, units, dates, and what stands around them.

Where a pattern looks: "right before" a figure it is searched up to its first character, "right after" it is matched
from its end on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from summarize.languages import general
from summarize.languages.patterns import NOTHING

Regex = re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Number words, and how figures are written."""

    units: Mapping[str, int] = field(default_factory=dict)
    tens: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, float] = field(default_factory=dict)
    halves: Mapping[str, float] = field(default_factory=dict)
    whole: Regex = NOTHING
    """Words right before a figure that say that nobody is left out: all, all of the."""
    letters: Mapping[str, float] = field(default_factory=dict)
    """Letters for a size, such as m for million."""
    rounding_scales: frozenset[str] = frozenset()
    """Scales that let "and" go on with a number."""
    digits: Regex = general.DIGITS
    """Groups digits, part, scale and letter."""
    words: Regex = NOTHING
    apart: Regex = general.BETWEEN_WORDS
    """Stands between the words of one number."""
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
    night: str = ""
    """The part of the day that is on both sides of midnight."""
    at_hour: Regex = NOTHING
    """Before an hour that nothing but the part of the day tells from a number: at six in the morning."""
    past_hours: Mapping[str, int] = field(default_factory=dict)
    """Minutes that go with an hour in words: half past."""
    at_point: Regex = NOTHING
    """Before a time written with a point."""
    zone: Regex = general.ZONE
    said: Regex = NOTHING
    """Words of reporting beside a day that is that of the report."""
    pictured: Regex = NOTHING
    picture: Regex = NOTHING
    """Right before and after a day that is that of a picture or a post."""
    stamp: Regex = general.STAMP
    """All that stands before a time that is the page's own."""
    edge: Regex = NOTHING
    """Ends right before a date or time; group 1 is a word for until or since, and `edges` says for which."""
    edges: Mapping[str, str] = field(default_factory=dict)
    between: Regex = NOTHING
    """Ends right before the second of two days."""
    overnight: Regex = NOTHING
    """Ends right before a day whose night begins on the day before it."""
    loose: Regex = NOTHING
    """Ends right before a time that is only near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Days, months and years that are named as seen from the day of the report."""

    weekday: Regex = NOTHING
    """A day of the week without its date, in the group day."""
    near: Regex = NOTHING
    """A day or week as seen from that of the report: yesterday, last week, next Friday."""
    another_time: Regex = NOTHING
    """Says that an act was not the one that is reported: last year, five years ago."""
    report: str = "{}"
    """How the day of a report is written."""
    gone: Sequence[tuple[Regex, int]] = ()
    """Those of them that may have gone by, and how many days before that of the report they lie."""
    period: Regex = NOTHING
    """Groups which and unit: last month; `sides` says how many months or years further."""
    sides: Mapping[str, int] = field(default_factory=dict)
    month_word: str = ""
    month_names: tuple[str, ...] = ()
    stamp: Regex = NOTHING
    """All that stands around the date in a line that says when a page was published."""
    updated: Regex = NOTHING
    """What such a line says where the date is a later one."""
    ahead: Regex = NOTHING
    """Words of a sentence in which a day may lie ahead."""
    within: frozenset[str] = frozenset()
    """What stands before a month or year in which something happened: in."""
    aside: Regex = NOTHING
    """Ends right before a date in a clause beside what a sentence reports, or that names a thing: its May 6 bid."""
    said: Regex = NOTHING
    """Right before a day on which something was said rather than done: said on."""
    say: Regex = NOTHING
    """Right after one: Tuesday announced."""
    past: Regex = NOTHING
    """Words that tell of what has happened."""
    speech: Regex = NOTHING
    """Words that tell only that something was said."""
    carriers: frozenset[str] = frozenset()
    """Of those of what has happened those that only carry another verb: was, had."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantities:
    """What stands around a figure and changes what it says."""

    former: Regex = NOTHING
    """Ends right before a figure that was true earlier: up from 20."""
    in_other_words: Regex = NOTHING
    """All that stands between two figures that are one amount: $70 a share, or $105 billion."""
    relation: Regex = NOTHING
    """Ends right before a figure; group 1 is the word that ties it to its verb: by, every, another."""
    amount_of: Regex = NOTHING
    """Ends right before an amount, with `thing` for the word that it is the size of: a fine of."""
    share_of: Regex = NOTHING
    """Right after a share, with `thing` for what it is of, which further words may follow."""
    in_each: Regex = NOTHING
    """Right after an amount that is a share of another one: three crowns in a hundred."""
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
    during: Regex = NOTHING
    """A time in which something went on, and not one that is longer than said: examined "over five years"."""
    magnitude: Regex = NOTHING
    magnitude_after: Regex = NOTHING
    """Right before and after the strength of an earthquake."""
    old: Regex = NOTHING
    """Right after an age: years old."""
    aged: Regex = NOTHING
    """Ends right before an age: aged."""
    bearer: Regex = NOTHING
    """Ends right before a number that is an age if a name or role, or a pronoun, stands there: the driver was. It must
    end its phrase, unless group `of` says that no more is to come: a man of.
    """
    former_age: Regex = NOTHING
    """Ends right before an age that is one of an earlier time: at the age of."""
    last_age: Regex = NOTHING
    """All before an age that is the last one: died at the age of."""
    pronoun: Regex = NOTHING
    """Ends right before an age of somebody named before: she was."""
    age_hint: Regex = NOTHING
    """In every sentence that gives an age."""
    definite: frozenset[str] = frozenset()
    """Words before a person who was spoken of before: the."""
    age_words: frozenset[str] = frozenset()
    """Words between an age and its bearer: aged."""
    month_before: Regex = NOTHING
    """Ends right before a number that is a year and no age: June 3, 2019."""
    age_end: Regex = NOTHING
    """Right after an age that stands behind its bearer."""
    relative: Regex = NOTHING
    """Right after a duration that tells when, not how long: days ago."""
    nobody: Regex = NOTHING
    """A count of zero in words; group `role` is what happened to nobody."""
    vote: Regex = NOTHING
    """In every sentence that gives the result of a vote."""
    vote_result: Regex = NOTHING
    """Group `result` holds it, `ayes` and `noes` the numbers for and against."""
    aspect_before: Regex = NOTHING
    aspect_after: Regex = NOTHING
    """Right before and after a length or speed: group 1 is a word of `aspects`, depth or deep."""
    aspects: Mapping[str, str] = field(default_factory=dict)
    """What a length or speed is of, by words that say so."""
    fraction: Regex = NOTHING
    """A share of something in words, "two-thirds of": groups `times` and `part`, or `half`."""
    fraction_parts: Mapping[str, int] = field(default_factory=dict)
    """What a whole is divided by: thirds into 3."""
    one: str = ""
    """The number word that is an article or a pronoun as often."""
    limiting: frozenset[str] = frozenset()
    """Relations that make a value an answer to a question of its own."""
