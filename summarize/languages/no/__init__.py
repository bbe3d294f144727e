"""Norwegian: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages import spaced
from summarize.languages.base import Language
from summarize.languages.no.boundaries import BOUNDARIES
from summarize.languages.patterns import note_head
from summarize.languages.prose import Boilerplate, Negation
from summarize.languages.text import listed, read_small_words

LANGUAGE = Language(
    code="no",
    name="Norwegian",
    splitter="no",
    small_words=read_small_words(__package__),
    boundaries=BOUNDARIES,
    numbers=spaced.numbers(
        "to tre fire fem seks sju|syv åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten "
        "nitten tjue|tyve",
        "hundre tusen million|millioner|mill milliard|milliarder|mrd",
    ),
    units=spaced.units("prosent|pst"),
    boilerplate=Boilerplate(
        note_head=note_head(
            "Rettelse | Rettelser | Retting | Korreksjon | Presisering | Beriktigelse | Redaksjonell merknad | "
            "Redaksjonens merknad | Red. anm."
        ),
    ),
    negation=Negation(
        negations=frozenset(listed("ikke ikkje ingen intet aldri ingenting verken uten")),
        undone=frozenset(listed("bare kun")),
    ),
)
