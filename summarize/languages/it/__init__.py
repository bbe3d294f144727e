"""Italian: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages import spaced
from summarize.languages.base import Language
from summarize.languages.it.anaphora import ANAPHORA
from summarize.languages.it.boundaries import BOUNDARIES
from summarize.languages.patterns import note_head, opinion_label
from summarize.languages.prose import Boilerplate, Negation
from summarize.languages.text import listed, read_page_words, read_small_words
from summarize.languages.unsettled import Person

LANGUAGE = Language(
    code="it",
    name="Italian",
    splitter="it",
    small_words=read_small_words(__package__),
    boundaries=BOUNDARIES,
    anaphora=ANAPHORA,
    person=Person(
        opinion_label=opinion_label(
            "(?:il )?commento|opinione|l['’]opinione|editoriale|l['’]editoriale|analisi|l['’]analisi|rubrica|recensione"
        )
    ),
    numbers=spaced.numbers(
        "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici "
        "sedici diciassette diciotto diciannove venti",
        "cento mila milione|milioni miliardo|miliardi",
    ),
    units=spaced.units("per cento"),
    boilerplate=Boilerplate(
        note_head=note_head(
            "Errata corrige | Rettifica | Correzione | Precisazione | Nota della redazione | Nota di redazione | NdR"
        ),
        page_words=read_page_words(__package__),
    ),
    negation=Negation(
        negations=frozenset(listed("non mai nessun nessuno nessuna senza né niente")),
        undone=frozenset(listed("solo soltanto")),
    ),
)
