"""Abbreviations of Spanish, by what they mean for the end of a sentence."""

from __future__ import annotations

import re

from summarize.languages.prose import Boundaries
from summarize.languages.text import listed

BOUNDARIES = Boundaries(
    titles=frozenset(
        listed(
            "Sr Sra Srta Sres Sras Dr Dra Dres D Dña Da Prof Profa Lic Ing Arq Gral Cnel Cap Tte Sgto Cdte "
            "Mons Fr Sto Sta S Ud Uds Vd Vds Excmo Excma Ilmo Av Avda Pza Pl C"
        )
    ),
    before_figures=frozenset(
        listed(
            "núm nº núms pág págs p pp art arts vol vols cap caps fig tel Tel aprox máx mín km ene feb mar "
            "abr may jun jul ago sep sept oct nov dic apdo inc ref"
        )
    ),
    inside=frozenset(listed("pej aprox ej av avda Avda Av vs entre cf esp máx mín incl izq dcha ppal Ppal s ss")),
    closing=frozenset(listed("etc EEUU UU FFAA SA SL Cía Ltda CC DF RR DC AC JJOO Jr jr USA aC dC")),
    clock=frozenset(listed("am pm")),
    openers=frozenset(
        listed(
            "el los las la y del que una un por con para su como más fue al lo en de a se no sí pero aunque "
            "cuando si según tras ante desde hasta entre sin sobre esta este esto estos estas ese esa eso "
            "ellos ella él nadie todos todo otro otra muchos varios hay ya también además después antes "
            "luego entonces ahora hoy ayer mañana sus mi nuestra nuestro es son era así solo cada unos unas "
            "dos tres quien qué cómo cuánto porque mientras allí aquí"
        )
    ),
    attribution=re.compile(
        r"(?:dijo|dice|afirmó|explicó|aseguró|señaló|pidió|preguntó|añadió|declaró|contó|respondió|escribió)\b"
    ),
)
