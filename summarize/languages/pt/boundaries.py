"""Abbreviations of Portuguese, by what they mean for the end of a sentence."""

from __future__ import annotations

import re

from summarize.languages.prose import Boundaries
from summarize.languages.text import listed

BOUNDARIES = Boundaries(
    titles=frozenset(
        listed(
            "Sr Sra Srta Srs Sras Dr Dra Drs Prof Profa Eng Arq Gen Cel Cap Ten Sgt Pe Fr Sto Sta S D Dom "
            "Exmo Exma Av av R Pça Al"
        )
    ),
    before_figures=frozenset(
        listed(
            "nº núm n pág págs p pp art arts Art vol cap fig tel Tel aprox máx mín jan fev mar abr mai jun "
            "jul ago set out nov dez km"
        )
    ),
    inside=frozenset(listed("pex aprox av Av vs cf máx mín incl obs ex adj séc sécs")),
    closing=frozenset(listed("etc SA Ltda Cia EUA Jr DC aC Lda dC")),
    openers=frozenset(
        listed(
            "o a os as um uma do da dos das não em para com por mais foi ao e mas se que quando como segundo "
            "após antes depois desde até entre sem sobre este esta isto estes estas esse essa isso aquele "
            "ele ela eles elas eu nós você ninguém todos tudo muitos vários há já também além então agora "
            "hoje ontem amanhã seu sua seus meu nosso é são era assim só cada dois três quem porque enquanto "
            "ali aqui no na nos nas de à às pelo pela"
        )
    ),
    attribution=re.compile(
        r"(?:disse|diz|afirmou|explicou|acrescentou|declarou|perguntou|contou|respondeu|escreveu)\b"
    ),
)
