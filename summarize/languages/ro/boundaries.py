"""Abbreviations of Romanian, by what they mean for the end of a sentence."""

from __future__ import annotations

import re

from summarize.languages.prose import Boundaries
from summarize.languages.text import listed

BOUNDARIES = Boundaries(
    titles=frozenset(
        listed(
            "dl Dl dna Dna dlui Dlui dnei Dnei d-l D-l d-lui D-lui d-na D-na d-nei D-nei d-ra D-ra dra Dra dnul "
            "Dnul dr Dr prof Prof conf Conf lect Lect asist Asist univ Univ acad Acad ing Ing arh Arh av Av jur "
            "Jur farm Farm drd Drd gral Gral lt Lt col Col slt Slt maj Maj mr Mr cpt Cpt cpl Cpl plt Plt sg Sg "
            "sgt Sgt serg Serg frt Frt cms Cms comis Comis insp Insp subinsp Subinsp chest Chest ADM pr Pr ierom "
            "Ierom ierod Ierod arhim Arhim episc Episc arhiep Arhiep mitrop Mitrop patr Patr pf Pf sf Sf Sft ÎPS "
            "PF IPS PSS PC PCC ES MS SM Exc dep Dep sen Sen pref Pref pres Pres preș Preș președ Președ vicepreș "
            "Vicepreș secr Secr dir Dir subdir Subdir consil Consil amb Amb str Str bd Bd bdul Bdul b-dul B-dul "
            "șos Șos Cal spl Spl pța Pța P-ța intr Intr jud Jud mun Mun orș Orș sect Sect"
        )
    ),
    before_figures=frozenset(
        listed(
            "nr Nr nrul art alin lit pct par paragr cap tit pag pg p pp vol t tom fig tab ref f fil ap et sc bl "
            "sect tel fax mob ian feb febr mar mart apr mai iun iul aug sep sept oct noi nov dec mie sâm dum cca "
            "aprox max min sec km OUG HG OG dos §"
        )
    ),
    leading=frozenset(listed("deex cf conf incl")),
    inside=frozenset(
        listed(
            "ex resp v aprox cca excl născ engl germ ital span gr trad edit red coord cit op ibid id nt nr "
            "internaț naț adm admin polit tehn așa-zis subl prec prez obs ult"
        )
    ),
    closing=frozenset(
        listed(
            "etc șa șamd md amd mamd ac lc SA SRL srl RA SCM Inc Ltd Co Corp PFA II SNC dHr îHr îeHr eHr Hr dChr "
            "îChr en îen ien SUA UE ONU URSS RSR RFG jr sr Jr Sr mil mld mp kmp ha km cm mm kg sec scl PS NB"
        )
    ),
    nations=frozenset(listed("gen")),
    openers=frozenset(
        listed(
            "și să că nu cu din pe care este pentru mai au sunt a fost prin despre după între cel cea cei cele "
            "acest această acești aceste acesta aceasta aceștia acestea acel acea acela aceea lor lui dar sau "
            "dacă când fără până către sub în într întru la de o un una unul unii unele iar ori ca deși deoarece "
            "fiindcă întrucât astfel totuși însă potrivit conform asupra asta ăsta eu tu el ea noi voi ei ele mi "
            "mă te se ne vă le îi îl nimeni nimic nici niciun nicio toți toate tot totul mulți multe câțiva "
            "câteva cineva ceva fiecare oricine orice alt altă alți alte ambii ambele doi două trei patru cinci "
            "șase prima primul ultimul azi astăzi ieri mâine apoi atunci acum recent anterior ulterior deocamdată "
            "înainte înaintea timp urmă inițial și-a s-a s-au n-a n-au l-a i-a am ai are avem aveți va vom vor ar "
            "fi era erau cine ce cum unde cât câți câte aici acolo poate probabil niciodată mereu uneori adesea "
            "aproape circa peste doar numai chiar încă deja luni marți miercuri joi vineri sâmbătă duminică lângă "
            "datorită ciuda împotriva"
        )
    ),
    attribution=re.compile(
        r"(?:a spus|spune|a declarat|declară|a afirmat|afirmă|a explicat|explică|a adăugat|adaugă|"
        r"a întrebat|întreabă|a scris|scrie|a precizat|precizează|a transmis|a anunțat)\b"
    ),
)
