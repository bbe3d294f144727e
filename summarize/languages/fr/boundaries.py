"""Abbreviations of French, by what they mean for the end of a sentence."""

from __future__ import annotations

import re

from summarize.languages.prose import Boundaries
from summarize.languages.text import listed

BOUNDARIES = Boundaries(
    titles=frozenset(
        listed(
            "M MM Mme Mmes Mlle Mlles Me Mes Dr Drs Pr Prof Mgr St Ste Gal Col Cdt Cap Lt Boul boul bd Bd av Av pl Pl"
        )
    ),
    before_figures=frozenset(
        listed(
            "n no No nº n° art Art p pp vol chap fig env max min tél Tél janv févr fév mars avr juil sept "
            "oct nov déc al réf"
        )
    ),
    inside=frozenset(listed("pex cad càd cf env boul av bd éd ex approx notamm resp hab vs ss apr")),
    closing=frozenset(listed("etc Cie SA USA JC Jr Inc Ltd")),
    openers=frozenset(
        listed(
            "le la les l et des est dans une un pour qui que sur au pas par ce il du avec ont été elle ils "
            "elles on nous vous je tu cette ces cet son sa ses leur leurs mais ou où donc or ni car si en à "
            "de aux d c s n selon après avant depuis pendant lors alors ainsi aussi puis ensuite enfin "
            "toutefois cependant pourtant hier demain aujourd ici là tous tout toute plusieurs certains "
            "beaucoup deux trois quatre aucun aucune rien personne plus sans sous entre chez comme quand "
            "lorsque parce notre votre même seulement théoriquement"
        )
    ),
    attribution=re.compile(
        r"(?:dit|disait|déclare|a déclaré|affirme|explique|ajoute|demande|raconte|répond|écrit|s['’]exclame)\b"
    ),
)
