"""Danish: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages import spaced
from summarize.languages.base import Language
from summarize.languages.da.boundaries import BOUNDARIES
from summarize.languages.patterns import note_head
from summarize.languages.prose import Boilerplate, Negation
from summarize.languages.text import listed, read_small_words

LANGUAGE = Language(
    code="da",
    name="Danish",
    splitter="da",
    small_words=read_small_words(__package__),
    boundaries=BOUNDARIES,
    numbers=spaced.numbers(
        "to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tyve",
        "hundrede|hundred tusind|tusinde million|millioner|mio milliard|milliarder|mia",
    ),
    units=spaced.units("procent|pct"),
    boilerplate=Boilerplate(
        note_head=note_head(
            "Rettelse | Rettelser | Korrektion | Præcisering | Berigtigelse | Redaktionel note | Redaktionens "
            "bemærkning | Note fra redaktionen | Red. anm."
        ),
    ),
    negation=Negation(
        negations=frozenset(listed("ikke ingen intet aldrig ingenting hverken uden ej")),
        undone=frozenset(listed("kun bare blot")),
    ),
)
