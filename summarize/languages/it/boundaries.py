"""Abbreviations of Italian, by what they mean for the end of a sentence."""

from __future__ import annotations

import re

from summarize.languages.prose import Boundaries
from summarize.languages.text import listed

BOUNDARIES = Boundaries(
    titles=frozenset(
        listed(
            "Sig sig Sigra Dott dott Dottssa dottssa Prof prof Profssa Avv avv Ing ing Arch arch On on Sen "
            "sen Gen Col Cap Ten Mons Rev S Ss P Geom Rag Cav Comm Egr Gent"
        )
    ),
    before_figures=frozenset(
        listed(
            "n nn N num p pp pag art artt Art vol cap fig tel Tel ca circa max min gen feb mar apr mag giu "
            "lug ago set sett ott nov dic cfr lett"
        )
    ),
    inside=frozenset(listed("es pes ad cfr ca cd cosidd ecc vs ex sec secc")),
    closing=frozenset(listed("ecc etc SpA Srl SA USA dC aC Jr")),
    openers=frozenset(
        listed(
            "il la lo i gli le un una uno che di del della per è sono con alla nel non ha ma e o se in a da "
            "su tra fra come quando dopo prima durante secondo anche poi così però tuttavia inoltre intanto "
            "invece oggi ieri domani questo questa questi queste quello quella quelli chi cosa dove perché "
            "tutti tutto molti alcuni nessuno due tre quattro lui lei loro noi voi io si ci vi suo sua suoi "
            "nostro al allo ai agli dal dai sul sulla c l d ancora già qui lì mentre"
        )
    ),
    attribution=re.compile(
        r"(?:dice|ha detto|disse|spiega|ha spiegato|afferma|ha aggiunto|aggiunge|racconta|chiede|scrive)\b"
    ),
)
