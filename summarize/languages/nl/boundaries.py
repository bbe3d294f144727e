"""Abbreviations of Dutch, by what they mean for the end of a sentence."""

from __future__ import annotations

import re

from summarize.languages.prose import Boundaries
from summarize.languages.text import listed

BOUNDARIES = Boundaries(
    titles=frozenset(
        listed(
            "Dr Drs dr drs Mr mr Ing ing Ir ir Prof prof Prof-Dr Bc MSc BSc Dhr dhr Mevr mevr Mw mw Mej mej Hr hr "
            "Wed wed Fam fam Jhr jhr Jkvr jkvr Bs Lt lt Kol kol Lkol lkol Kapt kapt Sgt sgt Serg serg Kpl kpl Adj "
            "adj Cdt cdt Brig brig Insp insp Hinsp Comm comm Ds ds Kard kard Mgr mgr Br br Zr zr Pr pr EH eh Eh "
            "Em em St st Ste ste hl Hl HH ZKH ZM HM KH Zkh Stas Wnd wnd Voorz voorz Vz vz Secr secr Penn penn Dir "
            "dir Adv adv rect Rect Cand cand Lic lic Jr-Dr ltz Ltz Lnt lnt Lgen genm Genm Vadm Adm adm wm Wm"
        )
    ),
    before_figures=frozenset(
        listed(
            "nr nrs no art artt blz p pp pag bz bl hfst hfdst par afb fig tab bijl vol jrg afl dl ca max min plm "
            "ong tel telnr fax apr jan feb febr mrt jun jul aug sep sept okt nov dec § km Stb Trb Stcrt"
        )
    ),
    leading=frozenset(
        listed(
            "bijv oa mn mnl dwz vgl nl tw ivm mbt tgv tav tbv ovv incl excl resp zg zgn zn cq wo miv tov ihkv olv "
            "ogv obv evt"
        )
    ),
    inside=frozenset(
        listed(
            "bvb ca dd ihb iha ihalg iov ipv itt mbv mb mi mog mod nav nml og omv oiv pp rk ns sv tz tzt tzv verm "
            "vgls vh vlg vlgs vm voorm vnl vs vlnr wv zog zgh zogen zem ism isp itm ihg iom iv ivv betr cf conf "
            "ed eds eig eigenl evtl get geb gest overl overg ovl gesch hs inz inl ital fr russ mln mld mio mrd "
            "dzd duiz alg algem afd afz aant aanv aanw voorl vert verz verg waarsch wrsch plv plaatsv oorspr opm "
            "opl onderst ond internat prov econ jur techn univ fac dept inst hist kath prot chr"
        )
    ),
    closing=frozenset(
        listed(
            "enz etc ea eo em ev bv nv vzw vof BV NV VOF BVBA bvba CV cv Co Inc Ltd SA GmbH Cie Zn jl ll as dJ dO "
            "jr sr Jr Sr jun sen jg vChr nChr vC nC Chr vj tm ff vv mv NB PS pst pct km sec sek kg gr cm mm ha "
            "ltr eur dgl dgm pw pj pu ppd hsl lb rb aub svp avb nb ps blz VS EU VN VK USA ct nvt nnb cs hc"
        )
    ),
    nations=frozenset(listed("gen")),
    openers=frozenset(
        listed(
            "de het een en in van op te dat die is niet met voor aan er ook als om naar maar bij uit door over "
            "nog dan hij zij ze wij we ik je jij jullie u men dit deze daar daarom daarna daarmee daarbij "
            "daardoor daarnaast daarvoor daarop hier hiermee hierdoor hierbij toch want dus echter bovendien "
            "verder ondanks volgens tijdens sinds na voordat nadat tot tegen tussen zonder onder boven achter "
            "rond rondom binnen buiten via wegens vanwege dankzij hoewel omdat terwijl wanneer waar waarom wie "
            "wat hoe welke of toen nu gisteren vandaag morgen later eerder inmiddels intussen ondertussen "
            "uiteindelijk eindelijk vervolgens eerst tevens zo zelfs alleen alle alles allen iedereen niemand "
            "niets iets iemand sommige veel vele weinig enkele geen beide twee drie vier vijf mijn zijn haar hun "
            "ons onze jouw uw was waren heeft hebben had wordt werd kan kunnen moet zal zou ja nee vooral mede "
            "mogelijk misschien waarschijnlijk soms vaak altijd nooit ruim bijna ongeveer circa meer minder "
            "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag per zowel ander andere ooit al"
        )
    ),
    elided=frozenset(listed("s t n k m r")),
    attribution=re.compile(
        r"(?:zegt|zei|aldus|verklaart|verklaarde|vertelt|vertelde|stelt|stelde|vraagt|vroeg|schrijft|"
        r"schreef|roept|riep|vindt|vond|meldt|meldde|klinkt|klonk|luidt|reageert|reageerde)\b"
    ),
)
