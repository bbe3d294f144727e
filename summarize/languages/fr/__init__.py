"""French: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages import spaced
from summarize.languages.base import Language
from summarize.languages.fr.anaphora import ANAPHORA
from summarize.languages.fr.boundaries import BOUNDARIES
from summarize.languages.patterns import note_head, opinion_label
from summarize.languages.prose import Boilerplate, Negation, Tokens
from summarize.languages.text import listed, read_page_words, read_small_words
from summarize.languages.unsettled import Person

LANGUAGE = Language(
    code="fr",
    name="French",
    splitter="en",  # whose titles ("M. Dupont") fit French better than its own list
    small_words=read_small_words(__package__),
    boundaries=BOUNDARIES,
    tokens=Tokens(sets_marks_apart=True),
    anaphora=ANAPHORA,
    person=Person(
        opinion_label=opinion_label(
            "opinion|tribune|éditorial|édito|chronique|commentaire|analyse|point de vue|critique|billet"
        )
    ),
    numbers=spaced.numbers(
        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
        "dix-sept dix-huit dix-neuf vingt",
        "cents mille million|millions milliard|milliards",
    ),
    units=spaced.units("pour cent"),
    boilerplate=Boilerplate(
        note_head=note_head(
            "Rectificatif | Correction | Erratum | Précision | Note de la rédaction | NDLR | "
            "Mise au point | À nos lecteurs"
        ),
        page_words=read_page_words(__package__),
    ),
    negation=Negation(
        negations=frozenset(listed("pas jamais aucun aucune rien sans ni nul nulle")),
        undone=frozenset(listed("seulement")),
    ),
)
