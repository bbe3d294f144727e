"""Tables of a language on prose: where sentences end, what is no article, what says no."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from summarize.languages import general
from summarize.languages.patterns import NOTHING, Table
from summarize.languages.text import WordOrPair

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
    entry: Regex = general.ENTRY_CLOCK
    """The time before an entry of a live blog; group "first" is the first letter behind it."""
    datelines: tuple[Dateline, ...] = ()
    apposition: Regex = general.APPOSITION
    """Finds the second dash of an apposition behind a dateline that may be a subject."""
    title_label: Regex = NOTHING
    """Matches what stands before a headline and says nothing of the event: Breaking:"""
    title_tail: Regex = NOTHING
    """Finds the same behind it: - live updates"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundaries:
    """What a full stop after a word means; how much each of it counts is learnt (segmentation/ends.json).

    Abbreviations stand without their full stops, those of several words in one: "am" is a.m. and a. m.
    """

    titles: frozenset[str] = general.TITLES
    """Stand before a name: Dr."""
    before_figures: frozenset[str] = general.BEFORE_FIGURES
    """Are abbreviations before a figure, and perhaps plain words elsewhere: No. 10, but "he said no." """
    leading: frozenset[str] = frozenset()
    """End no sentence, as titles do not, whatever capital follows: z. B. Die Zeit."""
    inside: frozenset[str] = frozenset()
    """End no sentence, as something has to follow: e.g."""
    closing: frozenset[str] = frozenset()
    """May end a sentence or stand inside it: Inc., etc."""
    nations: frozenset[str] = frozenset()
    """May end a sentence too, but mostly stand before what is theirs: the U.S. Senate."""
    clock: frozenset[str] = frozenset()
    """Times of day, after which a sentence goes on where `clock_goes_on` matches."""
    clock_goes_on: Regex = NOTHING
    ordinals: bool = False
    """Whether a figure with a full stop is an ordinal: der 3. Juni."""
    compounds: tuple[str, ...] = ()
    """Ends of words that are abbreviated before a figure: Hauptstr. 12."""
    before_ordinals: frozenset[str] = frozenset()
    """Words that ordinals stand behind, such as articles, in small letters."""
    behind_ordinals: frozenset[str] = frozenset()
    """Words that ordinals stand before, such as months, in small letters."""
    openers: frozenset[str] = frozenset()
    """Words that begin sentences, in small letters; the language's small words are taken for such without them."""
    elided: frozenset[str] = frozenset()
    """What is left of words behind an apostrophe; the first of a sentence leaves its capital to the next: 't Is."""
    never_last: frozenset[str] = frozenset()
    """Words after which a sentence has to go on: the, of, that."""
    vocabulary: frozenset[str] = frozenset()
    """Words written in full and in small letters, so no abbreviations."""
    finite_verb: Regex = NOTHING
    """A word that makes the one before it the subject of a sentence."""
    attribution: Regex = NOTHING
    """Behind a quotation that opens a sentence: who said it follows."""
    quoted_goes_on: Regex = NOTHING
    """Behind any closing quotation mark: the sentence goes on."""
    label: Regex = NOTHING
    """A page's label in the middle of a line begins something else."""
    label_needs: tuple[str, ...] = ()
    """Pieces of which one stands in every such label; spares most sentences the search."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """What tokenisers do to its text, beside setting marks apart."""

    gap: Regex = NOTHING
    """A gap inside a word, or between a sign and its figure, that no writer leaves: did|n't, $|5."""
    sets_marks_apart: bool = False
    """Whether writers leave a gap before some marks themselves: « Quoi ? »"""


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
    note_head: Regex = NOTHING
    """A label before a note of the editors: alone on its line above it, or with a colon."""
    menu_words: frozenset[str] = general.MENU_WORDS
    """Of menus and buttons, in small letters."""
    page_words: Mapping[WordOrPair, Sequence[float]] = field(default_factory=dict)
    """Fitted weights of words and pairs of words: for the article, for what follows it on a page, and for what a page
    says of itself."""
    label_words: frozenset[str] = frozenset()
    """Small words that keep their small letter in names and titles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What single words mean to whoever compares figures."""

    word: Regex = general.WORD
    """A word or number; where words have no spaces between them, one that the tables hold, or a single character."""
    shortest_noun: int = 3
    """Letters of the shortest noun: shorter words are articles and prepositions."""
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
    axes: Mapping[str, str] = field(default_factory=dict)
    """Which way a length is measured, by words beside it: height, distance."""
    light: frozenset[str] = frozenset()
    """Words passed over between a number and what it counts."""
    fatal: str = ""
    """The one of those roles that only the dead have."""
    persons: frozenset[str] = frozenset()
    """Concepts of people, or of what happened to them."""
    clause: Regex = general.CLAUSE
    """Ends a clause."""
    plural: Regex = re.compile("")
    """A word that can be counted by a number above one, in small letters; empty where words do not show it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Negation:
    """How a sentence says no, and which words exclude each other."""

    negations: frozenset[str] = frozenset()
    contraction: str = "\0"
    """The ending of a negated verb."""
    undone: frozenset[str] = frozenset()
    """Words after a negation that make it something else than a no."""
    until: frozenset[str] = frozenset()
    """Words behind a negation that say from when on it is a yes: not until Saturday."""
    exceptions: frozenset[str] = frozenset()
    """Words that make the sentence without a negation say much the same as the one with it."""
    auxiliaries: frozenset[str] = frozenset()
    verbs: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """For every word that excludes others the rows it stands in and on which side."""
    sides: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    converses: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """For every verb between two parties the rows it stands in, and on which side: from whose view it tells the act."""
    reciprocal: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """The same of verbs for what two may do to each other: sued."""
    agent_words: frozenset[str] = frozenset()
    """Right after a verb: whoever follows is the one who did it."""
    infinitive: frozenset[str] = frozenset()
    """Right before a verb, or one word before: it names the act and does not say that it was done."""
    sole: frozenset[str] = frozenset()
    """Verbs that are true of one alone: won, elected."""
    helpers: frozenset[str] = frozenset()
    """Words that only carry a negation: did not win, won; no longer plays, plays."""
    joining: frozenset[str] = frozenset()
    """Words that put two on a level, so that their order says nothing: A and B, A with B."""
    mutual: frozenset[str] = frozenset()
    """Verbs of what two may well do to each other: accused."""
    limiting: frozenset[str] = frozenset()
    """Words that turn or limit what the rest of a sentence says: not, only, except, denied."""
    equating: frozenset[str] = frozenset()
    """Words that say that two are one, whichever comes first: A is B."""
    adjuncts: frozenset[str] = frozenset()
    """First words of what may stand in any place of a sentence: on Monday, in Rome."""
    untrue: Regex = NOTHING
    """A sentence calls a report untrue."""
    failed: Regex = NOTHING
    """Words by which an act did not happen, without a negation: failed to."""
    unfulfilled: Regex = NOTHING
    """Words by which an act is tried, planned, feared, asked or made up, and not said to have happened."""
