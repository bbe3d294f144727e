"""Slovak: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages import spaced
from summarize.languages.base import Language
from summarize.languages.patterns import note_head
from summarize.languages.prose import Boilerplate, Negation
from summarize.languages.sk.boundaries import BOUNDARIES
from summarize.languages.text import listed, read_small_words

LANGUAGE = Language(
    code="sk",
    name="Slovak",
    splitter="sk",
    small_words=read_small_words(__package__),
    boundaries=BOUNDARIES,
    numbers=spaced.numbers(
        "dva|dve|dvoch|dvaja|dvoma tri|traja|troch štyri|štyria|štyroch päť|piati|piatich "
        "šesť|šiesti|šiestich sedem|siedmi|siedmich osem|ôsmi|ôsmich deväť|deviati|deviatich "
        "desať|desiati|desiatich jedenásť dvanásť trinásť štrnásť pätnásť šestnásť sedemnásť osemnásť "
        "devätnásť dvadsať|dvadsiatich",
        "sto tisíc|tisíce|tis milión|milióny|miliónov|mil miliarda|miliardy|miliárd|mld",
    ),
    units=spaced.units("percent|percenta|percentá|perc"),
    boilerplate=Boilerplate(
        note_head=note_head(
            "Oprava | Opravy | Ospravedlnenie | Spresnenie | Poznámka redakcie | Pozn. red. | Vysvetlenie | Errata"
        ),
    ),
    negation=Negation(
        negations=frozenset(
            listed(
                "nie nikto nikoho nikdy nič žiadny žiadna žiadne žiadnych bez ani nebol nebola nebolo neboli nebude "
                "nebudú nemá nemajú"
            )
        ),
        undone=frozenset(listed("len iba")),
    ),
)
