"""Hungarian: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages import spaced
from summarize.languages.base import Language
from summarize.languages.hu.boundaries import BOUNDARIES
from summarize.languages.patterns import note_head
from summarize.languages.prose import Boilerplate, Negation
from summarize.languages.text import listed, read_small_words

LANGUAGE = Language(
    code="hu",
    name="Hungarian",
    splitter="hu",
    small_words=read_small_words(__package__),
    boundaries=BOUNDARIES,
    numbers=spaced.numbers(
        "két|kettő három négy öt hat hét nyolc kilenc tíz tizenegy tizenkét|tizenkettő tizenhárom tizennégy "
        "tizenöt tizenhat tizenhét tizennyolc tizenkilenc húsz",
        "száz ezer millió milliárd",
    ),
    units=spaced.units("százalék|százaléka|százalékos"),
    boilerplate=Boilerplate(
        note_head=note_head(
            "Helyesbítés | Helyreigazítás | Javítás | Pontosítás | A szerkesztőség megjegyzése | Szerkesztőségi "
            "megjegyzés | A szerk. megj."
        ),
    ),
    negation=Negation(
        negations=frozenset(listed("nem ne nincs nincsenek sem soha senki semmi nélkül egyetlen")),
        undone=frozenset(listed("csak csupán")),
    ),
)
