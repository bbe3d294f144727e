"""Spanish: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages import spaced
from summarize.languages.base import Language
from summarize.languages.es.anaphora import ANAPHORA
from summarize.languages.es.boundaries import BOUNDARIES
from summarize.languages.patterns import note_head, opinion_label
from summarize.languages.prose import Boilerplate, Negation
from summarize.languages.text import listed, read_page_words, read_small_words
from summarize.languages.unsettled import Person

LANGUAGE = Language(
    code="es",
    name="Spanish",
    splitter="es",
    small_words=read_small_words(__package__),
    boundaries=BOUNDARIES,
    anaphora=ANAPHORA,
    person=Person(
        opinion_label=opinion_label(
            "opinión|editorial|columna|tribuna|análisis|comentario|crítica|reseña|punto de vista"
        )
    ),
    numbers=spaced.numbers(
        "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
        "diecisiete dieciocho diecinueve veinte",
        "cientos mil millón|millones",
    ),
    units=spaced.units("por ciento"),
    boilerplate=Boilerplate(
        note_head=note_head(
            "Fe de errores | Fe de erratas | Rectificación | Corrección | Aclaración | "
            "Nota de la redacción | Nota del editor | Nota de redacción | Nota a los lectores"
        ),
        page_words=read_page_words(__package__),
    ),
    negation=Negation(
        negations=frozenset(listed("no nunca jamás nadie ningún ninguna ninguno sin ni tampoco")),
        undone=frozenset(listed("solo sólo")),
    ),
)
