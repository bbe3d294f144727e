"""Abbreviations of Swedish, by what they mean for the end of a sentence."""

from __future__ import annotations

import re

from summarize.languages.prose import Boundaries
from summarize.languages.text import listed

BOUNDARIES = Boundaries(
    titles=frozenset(
        listed(
            "dr Dr prof Prof doc Doc kand Kand mag Mag lic Lic tekn Tekn jur Jur civ Civ ing Ing civing Civing "
            "dipl Dipl hr Hr fr Fr frk Frk lekt Lekt rekt Rekt ordf Ordf ledam Ledam statsr Statsr stf Stf tf Tf "
            "gen Gen genmaj Genmaj genlt Genlt löjtn Löjtn kapt Kapt övlt Övlt korpr Korpr serg Serg furir Furir "
            "fänr Fänr ryttm Ryttm konteram Konteram viceam Viceam kommiss Kommiss insp Insp krim Krim krinsp "
            "Krinsp kyrkoh Kyrkoh komm Komm kh Kh past Past bisk Bisk ärkeb Ärkeb St st Sta sta riksd Riksd rdl "
            "Rdl chefred Chefred"
        )
    ),
    before_figures=frozenset(
        listed(
            "nr s sid kap art mom st p pkt fig tab bil bd vol årg kl tel tfn ca max min jan feb febr mar apr jun "
            "jul aug sep sept okt nov dec tis ons tors tor fre lör sön § §§ prop dir SOU Ds NJA ref vers par lgh "
            "lght vån omkr ungef"
        )
    ),
    leading=frozenset(listed("tex bla dvs sk jfr jmf jf resp inkl exkl enl pga mha iom")),
    inside=frozenset(
        listed(
            "ca dys fd fn fro fom mht iofm sks exv ev ex allm ang anm antagl avd avs betr bl egentl eng isl nor "
            "ry gr ital vanl vard urspr uppg utg uppl likn lr motsv mots mill mrd nuv näml nml ngn ngt obs oöv "
            "särsk spec sthlm Sthlm Gbg sv skr söd vol övers övr äv fv kgl kungl sekr hist polit kem fys biol "
            "geogr internat statl"
        )
    ),
    closing=frozenset(
        listed(
            "osv etc mm mfl od odyl dyl dl ed AB HB KB Inc Ltd Co Corp SA jr sr jun sen dy dä fKr eKr Kr vt USA "
            "EU FN kr milj mkr tkr mdr km cm kg ha min sek tim ff ibid PS NB tv th proc pct hk"
        )
    ),
    nations=frozenset(listed("fil")),
    openers=frozenset(
        listed(
            "och att det som på är av för inte den till med en om har de ett från men jag han hon vi ni du så kan "
            "ska också efter eller när nu vid under mot alla där enligt inom över bara två man då utan mellan "
            "detta denna dessa hans hennes deras dess vår vårt våra min mitt mina sin sitt sina här innan sedan "
            "trots dock däremot dessutom därför därefter samtidigt ändå ännu även fler flera många några ingen "
            "inget inga någon något vissa varje både varken antingen medan eftersom därmed hur vad vem vilka "
            "vilken vilket varför hittills dag idag igår imorgon tidigare senare snart tre fyra fem sex sju åtta "
            "först slutligen nej ja kanske möjligen troligen ofta aldrig alltid ibland genom kring runt omkring "
            "cirka nästan drygt knappt mindre mest enbart endast polisen måndag tisdag onsdag torsdag fredag "
            "lördag söndag bland förutom utöver hos nära blir blev var finns fanns får fick allt"
        )
    ),
    attribution=re.compile(
        r"(?:säger|sade|sa|berättar|berättade|skriver|skrev|menar|menade|förklarar|förklarade|frågar|"
        r"frågade|uppger|konstaterar|tillägger)\b"
    ),
)
