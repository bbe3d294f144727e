"""Abbreviations of Danish, by what they mean for the end of a sentence."""

from __future__ import annotations

import re

from summarize.languages.prose import Boundaries
from summarize.languages.text import listed

BOUNDARIES = Boundaries(
    titles=frozenset(
        listed(
            "dr Dr prof Prof lekt Lekt cand Cand mag Mag phil Phil jur Jur polit Polit merc Merc scient Scient "
            "lic Lic ing Ing civing Civing akad Akad dipl Dipl hr Hr fr Fr frk Frk fhv Fhv afd Afd adm Adm dir "
            "Dir viceadm Viceadm vicedir Vicedir kst Kst konst Konst fung Fung gen Gen genmaj Genmaj genlt Genlt "
            "obltn Obltn oblt Oblt kapt Kapt kaptn Kaptn ltn Ltn pltn Pltn prlt Prlt serg Serg sgt Sgt korp Korp "
            "komd Komd adml Adml kadm Kadm krim Krim krimkom Krimkom vpk Vpk sgpr Sgpr past Past sognepr Sognepr "
            "Skt skt Sct sct St st Sr chefred Chefred ansv Ansv ordf Ordf fmd Fmd MF MEP amtm Amtm overl Overl "
            "tandl Tandl stud Stud kand Kand"
        )
    ),
    before_figures=frozenset(
        listed(
            "nr no s sd kap art stk pkt par fig tab bil bd vol årg kl tlf tel ca max maks min jan feb febr mar "
            "apr jun jul aug sep sept okt nov dec tir ons tor tors fre lør søn § lejl lok bygn matr postnr opg "
            "omkr tv th sp vers lit litra omtr pr"
        )
    ),
    leading=frozenset(listed("bla fx feks dvs inkl ekskl ifm ift iflg mht pga vedr såk sk evt hhv jf jfr")),
    inside=frozenset(
        listed(
            "ca eksl excl incl iht ihf ifbm jvf pgra mhp vha vh såv sml fvt forf forb forsk beg betr bet bl div "
            "egl eg egtl emb erhv eur lat oldn isl russ gl ggr glda hist ibm ifb intl istf iøvr kgl kbh Kbh Kbhvn "
            "kbhvn Frb lign ligel mods modt naturl nuv off omtr opr opl opt oprind obs omkr overs ovenn pp rep "
            "resp retsl sdr sidstn skr ssv særl tidl tilsv tlgr trad tsk uds udg udk uafh ugtl univ vol vestl "
            "østl vn ndf vejl årl ang anm alm afs afg aft nævn naevn medd mdl pers"
        )
    ),
    closing=frozenset(
        listed(
            "osv etc mm mv mfl ofl oa ol olign oma ell mvh AS ApS aps IS KS AmbA amba Inc Ltd Co Corp SA jun sen "
            "jr sr dy dæ fKr eKr vt USA EU FN kr mio mia mill mrd stk km cm kg ha min sek tim pct pst dgl dd ff "
            "ibid sst NB hk pd årh årt mdr pt"
        )
    ),
    ordinals=True,
    before_ordinals=frozenset(listed("den det de")),
    behind_ordinals=frozenset(
        listed(
            "januar februar marts april maj juni juli august september oktober november december jan feb febr mar "
            "apr jun jul aug sep sept okt nov dec verdenskrig division plads runde sal etage klasse århundrede "
            "gang halvleg minut time dag uge måned år etape behandling generation kammer kvartal halvår semester "
            "del udgave sæson juledag påskedag pinsedag søndag mandag tirsdag onsdag torsdag fredag lørdag "
            "regiment"
        )
    ),
    openers=frozenset(
        listed(
            "og at det på er af for ikke den til med har som men jeg han hun vi i du de kan skal også efter eller "
            "når nu ved mod alle hvor ifølge kun to fra da hvad mellem dette denne disse om et en der hans hendes "
            "deres dens dets vores min mit mine sin her før siden trods dog derimod desuden derfor derefter "
            "samtidig alligevel endnu flere mange nogle ingen intet nogen noget visse hver både hverken enten "
            "mens fordi dermed hvordan hvem hvilke hvilken hvorfor hidtil indtil idag igår tidligere senere snart "
            "tre fire fem seks syv otte først endelig nej ja måske formentlig ofte aldrig altid undertiden gennem "
            "omkring rundt cirka næsten knap godt mindre mest politiet mandag tirsdag onsdag torsdag fredag "
            "lørdag søndag blandt udover hos nær blev bliver var selv selvom hvis så under over inden uden alt "
            "andre"
        )
    ),
    attribution=re.compile(
        r"(?:siger|sagde|fortæller|fortalte|skriver|skrev|mener|mente|forklarer|forklarede|spørger|"
        r"spurgte|oplyser|oplyste|lyder|lød|tilføjer|tilføjede|udtaler|konstaterer)\b"
    ),
)
