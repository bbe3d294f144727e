"""Abbreviations of Spanish, by what they mean for the end of a sentence."""

from __future__ import annotations

import re

from summarize.languages.prose import Boundaries
from summarize.languages.text import listed

BOUNDARIES = Boundaries(
    titles=frozenset(
        listed(
            "Sr Sra Srta Sres Sras Dr Dra Dres D Dña Da Prof Profa Lic Ing Arq Gral Cnel Cap Tte Sgto Cdte Mons "
            "Fr Sto Sta S Ud Uds Vd Vds Excmo Excma Ilmo Av Avda Pza Pl C Srs Dras Dn Dª Catedr Lcdo Lcda Ldo Lda "
            "Licda Mtro Mtra Inga Arqa Econ Abog Abg Not Téc MSc PhD Gen Gnal Crnl Tte-Cnel TteCnel My Capt Cptn "
            "Sarg Cbo Alf Alm Valm Calm Cte Cmdte Cmte Comis Insp Subinsp Agte Ofl Brig Mcal Emb Cón Min Secr "
            "Srio Sria Pte Pdte Pdta Presid Vpdte Dip Sen Alc Gdor Dir Subdir Jef Coord Rvdo Rvda Rdo Rev Revdo "
            "Arz Obpo Ob Card P PP Pbro Hno Hna Hnos Sor M Stos SS SM SAR SAI SE SSa Exc Excmos Ilma Ilmos Ilustr "
            "Mgfco Magfco Hble Hon V Avd Bv Blvr Blvd Bulev Cl Cll Cra Crr Cr Crta Ctra Calz Cj Clle Plz Pje Psje "
            "Pso Pº Pda Urb Bo Bº Brio Ftes Mt Mte Gta Glta Rda Trva Trav Univ Dpto Depto Dept Prov Mpio Edo Inst "
            "Hosp Ntra Ntro av avda c pl pza ctra"
        )
    ),
    before_figures=frozenset(
        listed(
            "núm nº núms pág págs p pp art arts vol vols cap caps fig tel Tel aprox máx mín km ene feb mar abr "
            "may jun jul ago sep sept oct nov dic apdo inc ref n no nro nros num pg pgs t tt figs cuad tab tbl "
            "lám láms gráf gráfs refs exp expte Exp Expte Res apr Km febr mzo ag agt set lun mié miérc jue vie "
            "sáb dom dpdo párr párrs secc ap apart anex s ss v vv teléf tels Telf telf Tlf tlf tfno fax cel móv "
            "ext dep dpto pto pta esc blq bl lt mz ed edif cod cód CP cp"
        )
    ),
    leading=frozenset(listed("pej vgr vg cf incl")),
    inside=frozenset(
        listed(
            "aprox ej avda vs esp máx mín izq dcha ppal Ppal s ss cfr conf espec especialm inclus excl izqda izda "
            "der dcho ppl sig sigs sgte sgtes sgts vid eds edit coord coords comps trad dirs ibíd ibid íd cit loc "
            "ob adj admón admin depto dpto mun prov nac nal intl internac gob gobº ministº Mº lat port cat vasc "
            "gall ár atte afmo affmo dtor dtora pral pdo ppdo cte ctes prox próx ult últ p-ej hab habs tít trim "
            "quinc"
        )
    ),
    closing=frozenset(
        listed(
            "etc EEUU UU FFAA SA SL Cía Ltda CC DF RR DC AC JJOO Jr jr USA aC dC etcét EU EUA FFCC AA HH OO CCOO "
            "CCAA DDHH RRHH RRPP NNUU ONU SAU SLU SLL SAS SRL SdeRL CV SAdeCV deCV SC SCoop Coop Cia Cías Ltd Lda "
            "Inc Corp Co Bros Hnos CA SE UTE AIE aJC dJC JC adeC ddeC deC ne ANE hs hrs seg km kms cm mm kg kgs "
            "gr grs lts ha ptas pts ml cc USD US pta ss sigs QEPD qepd epd EPD DEP RIP PD PS NB cit ibíd ibid vto "
            "bto"
        )
    ),
    clock=frozenset(listed("am pm")),
    openers=frozenset(
        listed(
            "el los las la y del que una un por con para su como más fue al lo en de a se no sí pero aunque "
            "cuando si según tras ante desde hasta entre sin sobre esta este esto estos estas ese esa eso ellos "
            "ella él nadie todos todo otro otra muchos varios hay ya también además después antes luego entonces "
            "ahora hoy ayer mañana sus mi nuestra nuestro es son era así solo cada unos unas dos tres quien qué "
            "cómo cuánto porque mientras allí aquí cuál cuáles cuándo dónde cualquiera aquel aquella aquellos "
            "aquellas ambos ambas alguien alguno algunos algunas ninguno ninguna nada nunca jamás siempre quizá "
            "quizás tal tales tampoco incluso casi apenas aún todavía fuera dentro detrás debajo encima cerca "
            "lejos contra mediante durante salvo excepto pese debido gracias junto frente hacia usted ustedes "
            "ellas nosotros yo tú tu tus nuestras nuestros le les nos me te han fueron había hubo hace pues "
            "asimismo finalmente posteriormente anteriormente lunes martes miércoles jueves viernes sábado "
            "domingo otros otras mucho muchas poco pocos varias cuatro cinco seis conforme donde pronto anoche "
            "anteayer"
        )
    ),
    attribution=re.compile(
        r"(?:dijo|dice|afirmó|explicó|aseguró|señaló|pidió|preguntó|añadió|declaró|contó|respondió|escribió)\b"
    ),
)
