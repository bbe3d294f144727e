"""Czech: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages import spaced
from summarize.languages.base import Language
from summarize.languages.cs.boundaries import BOUNDARIES
from summarize.languages.patterns import note_head
from summarize.languages.prose import Boilerplate, Negation
from summarize.languages.text import listed, read_small_words

LANGUAGE = Language(
    code="cs",
    name="Czech",
    splitter="cs",
    small_words=read_small_words(__package__),
    boundaries=BOUNDARIES,
    numbers=spaced.numbers(
        "dva|dvě|dvou|dvěma tři|tří|třech čtyři|čtyř|čtyřech pět|pěti šest|šesti sedm|sedmi osm|osmi "
        "devět|devíti deset|deseti jedenáct|jedenácti dvanáct|dvanácti třináct|třinácti čtrnáct|čtrnácti "
        "patnáct|patnácti šestnáct|šestnácti sedmnáct|sedmnácti osmnáct|osmnácti devatenáct|devatenácti "
        "dvacet|dvaceti",
        "sto|set|sta tisíc|tisíce|tis milion|miliony|milionů|milión|milióny|miliónů|mil miliarda|miliardy|miliard|mld",
    ),
    units=spaced.units("procent|procenta|procento|proc"),
    boilerplate=Boilerplate(
        note_head=note_head(
            "Oprava | Opravy | Omluva | Upřesnění | Poznámka redakce | Pozn. red. | Pozn. redakce | Vysvětlení | Errata"
        ),
    ),
    negation=Negation(
        negations=frozenset(
            listed(
                "není nejsou nebyl nebyla nebylo nebyli nebude nebudou ne nikdo nikoho nikdy nic žádný žádná žádné "
                "žádných bez ani nemá nemají"
            )
        ),
        undone=frozenset(listed("jen pouze")),
    ),
)
