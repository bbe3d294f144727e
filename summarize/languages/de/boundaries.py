"""Abbreviations of German, by what they mean for the end of a sentence."""

from __future__ import annotations

import re

from summarize.languages.prose import Boundaries
from summarize.languages.text import listed

BOUNDARIES = Boundaries(
    titles=frozenset(
        listed("Dr Prof Hr Fr Frl St Mag Ing Dipl med jur phil hc habil Abg Bgm Gen Oblt Hptm Kard Msgr Pfr P")
    ),
    before_figures=frozenset(
        listed(
            "Nr nr Nrn Abs Art Bd Kap S ca rd max min mind etwa vgl ggf Tel Ziff Z Rn Hs Jg Aufl Az inkl "
            "exkl zzgl Std § Jan Feb Mrz Apr Jun Jul Aug Sep Sept Okt Nov Dez Mo Di Mi Do Sa So"
        )
    ),
    inside=frozenset(
        listed(
            "zB dh ua uU iA iS idR bzw sog bspw evtl ggf inkl exkl zzgl insb gem lt vgl ca rd Mio Mrd Tsd "
            "mind max abzgl ehem bes betr dgl einschl entspr geb gest verh vs vors Vors stellv Stellv zT zZt "
            "so oÄ va uÄ odgl od iR zzt Zt"
        )
    ),
    closing=frozenset(listed("usw etc Chr Str Co jr Jr eV AG GmbH USA uam ä ff f Jh Jhd Sek Min vChr nChr aD Jhdt")),
    ordinals=True,
    before_ordinals=frozenset(
        listed(
            "der die das dem den des am im zum zur beim vom ab bis seit ins jeder jede jedes jeden jedem "
            "dieser diese dieses diesen diesem ein eine einen einem einer eines sein seine seinen seinem "
            "seiner ihr ihre ihren ihrem ihrer mein meine meinen meinem unser unsere unseren unserem euer "
            "als und vor nach"
        )
    ),
    behind_ordinals=frozenset(
        listed(
            "januar februar märz april mai juni juli august september oktober november dezember jahrhundert "
            "minute mal klasse stock etage platz tag woche jahrestag geburtstag spieltag bezirk auflage liga "
            "runde"
        )
    ),
    openers=frozenset(
        listed(
            "der die das und ist nicht von mit sich des auf für im dem den ein eine hat er sie es wir ich "
            "ihr man in an am bei nach vor seit aber doch auch denn dann da dort hier danach davor dabei "
            "damit dafür darauf daher deshalb dennoch jedoch trotzdem zudem außerdem inzwischen mittlerweile "
            "später früher heute gestern morgen diese dieser dieses viele einige alle niemand nur noch wenn "
            "als weil ob wie was wer warum wo zum zur unter über durch gegen laut ihre seine beide zwei drei "
            "vier kein keine mehr so jetzt nun bisher rund etwa zwischen während wegen trotz verletzt "
            "insgesamt"
        )
    ),
    attribution=re.compile(
        r"(?:sagt|sagte|so|meint|meinte|erklärt|erklärte|fragt|fragte|schrieb|schreibt|rief|heißt|hieß|berichtet|berichtete)\b"
    ),
)
