"""English."""

from __future__ import annotations

from pathlib import Path

from summarize.languages.base import Language
from summarize.languages.en.agencies import AGENCIES
from summarize.languages.en.anaphora import ANAPHORA
from summarize.languages.en.attribution import ATTRIBUTION
from summarize.languages.en.boilerplate import BOILERPLATE
from summarize.languages.en.boundaries import BOUNDARIES
from summarize.languages.en.captions import CAPTIONS
from summarize.languages.en.checks import CHECKS
from summarize.languages.en.dates import DATES
from summarize.languages.en.days import DAYS
from summarize.languages.en.fragments import REPORTED
from summarize.languages.en.heads import HEADS
from summarize.languages.en.hedges import HEDGES
from summarize.languages.en.names import NAMES
from summarize.languages.en.negation import NEGATION
from summarize.languages.en.numbers import NUMBERS
from summarize.languages.en.person import PERSON
from summarize.languages.en.prospects import PROSPECTS
from summarize.languages.en.quantities import QUANTITIES
from summarize.languages.en.questions import QUESTIONS
from summarize.languages.en.spelling import SPELLING_CUSTOMS
from summarize.languages.en.tokens import TOKENS
from summarize.languages.en.units import UNITS
from summarize.languages.en.updates import UPDATES
from summarize.languages.en.walls import WALLS
from summarize.languages.en.words import WORDS
from summarize.languages.text import listed, read_small_words

LANGUAGE = Language(
    code="en",
    name="English",
    splitter="en",
    stemmer="english",
    small_words=read_small_words(__package__),
    telling_words=frozenset(listed("the and of said")),
    frequencies=Path(__file__).with_name("frequencies.txt"),
    reported=REPORTED,
    heads=HEADS,
    boundaries=BOUNDARIES,
    tokens=TOKENS,
    captions=CAPTIONS,
    boilerplate=BOILERPLATE,
    words=WORDS,
    numbers=NUMBERS,
    hedges=HEDGES,
    units=UNITS,
    dates=DATES,
    days=DAYS,
    attribution=ATTRIBUTION,
    quantities=QUANTITIES,
    negation=NEGATION,
    agencies=AGENCIES,
    updates=UPDATES,
    anaphora=ANAPHORA,
    person=PERSON,
    prospects=PROSPECTS,
    names=NAMES,
    walls=WALLS,
    checks=CHECKS,
    questions=QUESTIONS,
    spelling_customs=SPELLING_CUSTOMS,
)
