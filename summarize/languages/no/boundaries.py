"""Abbreviations of Norwegian, by what they mean for the end of a sentence."""

from __future__ import annotations

import re

from summarize.languages.prose import Boundaries
from summarize.languages.text import listed

BOUNDARIES = Boundaries(
    titles=frozenset(
        listed(
            "dr Dr prof Prof lekt Lekt cand Cand mag Mag phil Phil jur Jur philol Philol oecon Oecon lic Lic ing "
            "Ing siving Siving sivøk Sivøk dipl Dipl hr Hr fr Fr frk Frk avd Avd adm Adm dir Dir visedir Visedir "
            "konst Konst fung Fung gen Gen genmaj Genmaj genlt Genlt oblt Oblt kapt Kapt ltn Ltn løytn Løytn serg "
            "Serg sgt Sgt korp Korp kadm Kadm krim Krim polinsp Polinsp pb Pb past Past bisk Bisk Skt skt St st "
            "ansv Ansv sjefred Sjefred stortrepr Stortrepr statsr Statsr statssekr Statssekr stud Stud kand Kand "
            "tannl Tannl overl Overl lensm Lensm ordf Ordf varaordf Varaordf"
        )
    ),
    before_figures=frozenset(
        listed(
            "nr no s sd kap art pkt par fig tab bd vol årg kl tlf tel ca max maks min jan feb febr apr jun jul "
            "aug sep sept okt nov des tir tirs ons tor tors fre lør søn § leil gnr bnr postnr omkr sp vers pr"
        )
    ),
    leading=frozenset(listed("bla feks dvs inkl ekskl ifm ift iflg mht pga vedr såk sk evt hhv jf jfr")),
    inside=frozenset(
        listed(
            "dss ca eksl iht ifb jmf mtp mio vha sml fhv forh forf forb beg bl div egl egentl isl hist ifbm intl "
            "istf iøm kgl kfr likn lign mods natl nyno nuv omtr oppr opprinn overs obs resp spes særl tidl tilsv "
            "trad utg uttr uoff univ vestl østl nordl sørl vn vg veil vgs årl ang anm alm avg medd md mtl pers "
            "sekr tekn fys kjem"
        )
    ),
    closing=frozenset(
        listed(
            "osv etc mm mv mfl ofl ol oa oma AS ASA ANS Inc Ltd Co Corp SA jr sr jun sen dy fKr eKr fvt vt USA EU "
            "FN kr mill mrd mnok MNOK stk km cm kg ha min sek pst pct ff ibid sst NB hk årh mnd pt dd"
        )
    ),
    ordinals=True,
    before_ordinals=frozenset(listed("den det de")),
    behind_ordinals=frozenset(
        listed(
            "januar februar mars april mai juni juli august september oktober november desember jan feb febr mar "
            "apr jun jul aug sep sept okt nov des verdenskrig divisjon plass runde etasje klasse århundre gang "
            "omgang minutt time dag uke måned år etappe behandling generasjon kvartal halvår semester del utgave "
            "sesong juledag påskedag pinsedag søndag mandag tirsdag onsdag torsdag fredag lørdag termin trinn"
        )
    ),
    openers=frozenset(
        listed(
            "og at det på er av for ikke den til med har som men jeg han hun vi i du de kan skal også etter eller "
            "når nå ved mot alle hvor ifølge bare to fra da hva mellom dette denne disse om et en ei der hans "
            "hennes deres dens dets vår vårt våre min mitt mine sin her før siden tross likevel derimod dessuten "
            "derfor deretter samtidig ennå enda flere mange noen ingen intet noe visse hver både verken enten "
            "mens fordi dermed hvordan hvem hvilke hvilken hvorfor hittil inntil idag tidligere senere snart tre "
            "fire fem seks sju syv åtte først endelig nei ja kanskje trolig ofte aldri alltid iblant gjennom "
            "omkring rundt cirka nesten drøyt knapt mindre mest politiet mandag tirsdag onsdag torsdag fredag "
            "lørdag søndag blant utover hos nær ble blir var selv selvom hvis så under over innen uten alt andre "
            "vil dessverre imidlertid"
        )
    ),
    attribution=re.compile(
        r"(?:sier|sa|forteller|fortalte|skriver|skrev|mener|mente|forklarer|forklarte|spør|spurte|"
        r"opplyser|opplyste|lyder|lød|tilføyer|uttaler|legger til|konstaterer)\b"
    ),
)
