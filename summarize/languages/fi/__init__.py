"""Finnish: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages import spaced
from summarize.languages.base import Language
from summarize.languages.fi.boundaries import BOUNDARIES
from summarize.languages.patterns import note_head
from summarize.languages.prose import Boilerplate, Negation
from summarize.languages.text import listed, read_small_words

LANGUAGE = Language(
    code="fi",
    name="Finnish",
    splitter="fi",
    small_words=read_small_words(__package__),
    boundaries=BOUNDARIES,
    numbers=spaced.numbers(
        "kaksi|kahden kolme|kolmen neljä|neljän viisi|viiden kuusi|kuuden seitsemän kahdeksan yhdeksän "
        "kymmenen yksitoista kaksitoista kolmetoista neljätoista viisitoista kuusitoista seitsemäntoista "
        "kahdeksantoista yhdeksäntoista kaksikymmentä",
        "sata|sataa tuhat|tuhatta|tuhansia miljoona|miljoonaa|milj miljardi|miljardia|mrd",
    ),
    units=spaced.units("prosenttia|prosentti|prosentin|pros"),
    boilerplate=Boilerplate(
        note_head=note_head(
            "Oikaisu | Korjaus | Korjaus juttuun | Toimituksen huomautus | Toimituksen huomio | Täsmennys | "
            "Juttua korjattu | Juttua täydennetty"
        ),
    ),
    negation=Negation(
        negations=frozenset(listed("ei eivät en et emme ette älä ilman kukaan koskaan mitään")),
        undone=frozenset(listed("vain ainoastaan")),
    ),
)
