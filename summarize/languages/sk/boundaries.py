"""Abbreviations of Slovak, by what they mean for the end of a sentence."""

from __future__ import annotations

import re

from summarize.languages.prose import Boundaries
from summarize.languages.text import listed

BOUNDARIES = Boundaries(
    titles=frozenset(
        listed(
            "dr Dr ing Ing mgr Mgr bc Bc doc Doc prof Prof akad Akad MgrArt JUDr MUDr MDDr MVDr PhDr RNDr PaedDr "
            "PharmDr ThDr ThLic ICDr RSDr plk Plk pplk Pplk genmjr Genmjr genpor Genpor mjr Mjr kpt Kpt npor Npor "
            "por Por ppor Ppor nprap Nprap práp Práp ppráp Ppráp rtm Rtm nrtm Nrtm čat Čat slob Slob insp Insp "
            "nám Nám ul Ul nábr Nábr sv Sv blah Blah mons Mons kard Kard arcib Arcib zást Zást preds Preds "
            "podpreds Podpreds taj Taj red Red p pí Pí sl Sl hr Hr kn Kn"
        )
    ),
    before_figures=frozenset(
        listed(
            "č čís čl ods odst písm str s ss roč kap obr tab príl Zz § par parc cca max min tel fax mob psč PSČ "
            "jan feb mar apr jún júl aug sep sept okt nov dec zák sp vol no"
        )
    ),
    leading=frozenset(listed("napr tzv tj tzn resp popr príp porov")),
    inside=frozenset(
        listed(
            "event mj vrát cca ca približ pozn prekl angl nem franc lat gréc špan čes maď ukr jap čín hebr orig "
            "pôv skr zal nar zom dosl fyz biol polit ekon techn vyd nakl"
        )
    ),
    closing=frozenset(
        listed(
            "atď atp apod etc tp spol CSc DrSc PhD ThD ArtD MBA LLM sro ro as vos oz Inc Ltd Co Corp Sk kčs eur "
            "mil mld tis r tr mr stor hod sek km cm mm kg ha ks nl pnl prKr poKr Kr USA EÚ SR ČR ČSSR OSN NATO ml "
            "jr sr Zz PS NB"
        )
    ),
    nations=frozenset(listed("gen")),
    ordinals=True,
    behind_ordinals=frozenset(
        listed(
            "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra január "
            "február marec apríl máj jún júl august september október november december storočie storočia storočí "
            "miesto mieste miesta kolo kole kola liga ligy lige ročník ročníku poschodie poschodí minúta minúte "
            "svetová svetovej"
        )
    ),
    openers=frozenset(
        listed(
            "a i v vo na že sa je si s so z zo k ku o u do od po pri pre za nad pod pred medzi podľa tiež sú bolo "
            "bol bola boli má majú jeho jej ich keď tak len čo kto kde kedy ako prečo proti ešte dnes však ale "
            "alebo ani až aby pretože lebo ak keby zatiaľ hoci ten tá to tí tie títo tieto tento táto toto tejto "
            "tohto týchto on ona ono oni ony ja my vy ty nás nám môj moja náš naša nikto nič všetci všetko každý "
            "niektoré niektorí niekoľko mnoho mnohí väčšina časť ďalší ďalšie iný iní dva dve tri štyri päť šesť "
            "obaja obe prvý posledný vlani včera zajtra teraz potom neskôr skôr medzitým nakoniec konečne najprv "
            "okrem kvôli vďaka vedľa počas bez asi približne takmer už stále vždy nikdy niekedy často možno snáď "
            "áno nie naopak navyše pritom preto teda totiž napríklad tam tu pondelok utorok streda štvrtok piatok "
            "sobota nedeľa bude budú"
        )
    ),
    attribution=re.compile(
        r"(?:povedal|povedala|uviedol|uviedla|dodal|dodala|hovorí|píše|napísal|napísala|pýta sa|vyhlásil|"
        r"vyhlásila|vysvetlil|vysvetlila|tvrdí)\b"
    ),
)
