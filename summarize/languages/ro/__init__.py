"""Romanian: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages import spaced
from summarize.languages.base import Language
from summarize.languages.patterns import note_head
from summarize.languages.prose import Boilerplate, Negation
from summarize.languages.ro.boundaries import BOUNDARIES
from summarize.languages.text import listed, read_small_words

LANGUAGE = Language(
    code="ro",
    name="Romanian",
    splitter="ro",
    small_words=read_small_words(__package__),
    boundaries=BOUNDARIES,
    numbers=spaced.numbers(
        "doi|două trei patru cinci șase|şase șapte|şapte opt nouă zece unsprezece doisprezece|douăsprezece "
        "treisprezece paisprezece cincisprezece șaisprezece|şaisprezece șaptesprezece|şaptesprezece "
        "optsprezece nouăsprezece douăzeci",
        "sute|sută mii|mie milion|milioane|mil miliard|miliarde|mld",
    ),
    units=spaced.units("la sută|procente|procent"),
    boilerplate=Boilerplate(
        note_head=note_head(
            "Erată | Rectificare | Corectură | Precizare | Precizări | Nota redacției | Nota redacţiei | N.R. | N. red."
        ),
    ),
    negation=Negation(
        negations=frozenset(listed("nu niciodată nimeni nimic niciun nicio fără nici n-a n-au")),
        undone=frozenset(listed("doar numai")),
    ),
)
