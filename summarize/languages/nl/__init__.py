"""Dutch: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages import spaced
from summarize.languages.base import Language
from summarize.languages.nl.anaphora import ANAPHORA
from summarize.languages.nl.boundaries import BOUNDARIES
from summarize.languages.patterns import note_head, opinion_label
from summarize.languages.prose import Boilerplate, Negation
from summarize.languages.text import listed, read_small_words
from summarize.languages.unsettled import Person

LANGUAGE = Language(
    code="nl",
    name="Dutch",
    splitter="nl",
    small_words=read_small_words(__package__),
    boundaries=BOUNDARIES,
    anaphora=ANAPHORA,
    person=Person(
        opinion_label=opinion_label("opinie|column|commentaar|hoofdredactioneel commentaar|analyse|recensie|ingezonden")
    ),
    numbers=spaced.numbers(
        "twee|tweeën drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
        "zeventien achttien negentien twintig",
        "honderd duizend miljoen|miljoenen|mln miljard|miljarden|mld",
    ),
    units=spaced.units("procent"),
    boilerplate=Boilerplate(
        note_head=note_head(
            "Rectificatie | Rectificaties | Correctie | Noot van de redactie | Noot redactie | Naschrift redactie "
            "| Naschrift van de redactie | Redactionele noot | Aanvullingen en verbeteringen | Verduidelijking"
        ),
    ),
    negation=Negation(
        negations=frozenset(listed("niet geen nooit niemand niets nergens zonder noch")),
        undone=frozenset(listed("alleen slechts")),
    ),
)
