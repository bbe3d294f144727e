"""Abbreviations of Polish, by what they mean for the end of a sentence."""

from __future__ import annotations

import re

from summarize.languages.prose import Boundaries
from summarize.languages.text import listed

BOUNDARIES = Boundaries(
    titles=frozenset(
        listed(
            "dr Dr prof Prof hab Hab inż Inż mgr Mgr płk Płk ppłk Ppłk mjr Mjr kpt Kpt por Por ppor Ppor sierż "
            "Sierż ks Ks bp Bp abp Abp kard Kard św Św śp Śp p P pp Pp o os Os al Al ul Ul pl Pl red Red min Min "
            "woj Woj pow Pow gm Gm m drr Drr proff Proff doc Doc lic Lic med Med dent Dent wet Wet dypl Dypl arch "
            "Arch mec Mec adw Adw not Not rdca Rdca radc Radc asp Asp kand Kand rtm Rtm podpor Podpor plut Plut "
            "kpr Kpr st St szer Szer strz Strz chor Chor adm Adm wadm Wadm kadm Kadm kmdr Kmdr kontradm Kontradm "
            "wiceadm Wiceadm komis Komis nadkom Nadkom podkom Podkom insp Insp nadinsp Nadinsp podinsp Podinsp mł "
            "Mł sekc Sekc ogn Ogn dyr Dyr wicedyr Wicedyr zast Zast kier Kier prez Prez wiceprez Wiceprez przew "
            "Przew wiceprzew Wiceprzew sekr Sekr wicemin Wicemin posł Posł amb Amb kons Kons prok Prok sędz Sędz "
            "nacz Nacz nac Nac kś Kś kan Kan prob Prob diak Diak s śś Śś bł Bł błog Błog czc Czc NMP Sz Szan SzP "
            "JE JM JKM hr Hr ob Ob kol Kol tow Tow obyw Obyw oś Oś skw Skw szos Szos bulw Bulw g jez Jez rz Rz dz "
            "Dz dziel Dziel wsch Wsch zach Zach płn Płn płd Płd pn Pn pd Pd pn-wsch Pn-wsch pn-zach Pn-zach "
            "płn-wsch Płn-wsch płd-wsch Płd-wsch płn-zach Płn-zach płd-zach Płd-zach pw Pw"
        )
    ),
    before_figures=frozenset(
        listed(
            "nr Nr art Art ust pkt poz str s t ok Ok max min tel Tel par rozdz rys godz Godz nry artt ppkt ss tt "
            "vol z zesz cz roz ryc tab tabl wyk zał lp fot il kol § maks minim telef faks wew g dz lok m kl kat "
            "sygn kw kn Dz DzU pn wt śr czw czwart pt sob ndz niedz sty stycz lut kwi kwiec cze czer lip sie "
            "sierp wrz wrześ paź paźdz gru grud"
        )
    ),
    leading=frozenset(listed("np tj tzn tzw ds ws dot zob por wg")),
    inside=frozenset(
        listed(
            "mn Ok ww mln mld tys zł ca itd jw br cd ew wyd pt ang łac niem ros wzgl względn ewent ozn prawdop "
            "przyp przypp skr poprz popr potocz dosł przen przykł pseud zd ur zm daw dawn obecn ówcz właśc wł tyt "
            "angl franc hiszp czes ukr biał gr grec węg węgr szw jap duń norw hebr oprac nakł egz cf cyt nast "
            "orient szac maks średn przec wys głęb zaw odl bln kw sześc poz ogól obow spółdz stow zrz zakł przeds "
            "fabr uniw politech wydz depart urz rej okr polit ekon gosp społ techn"
        )
    ),
    closing=frozenset(
        listed(
            "itd itp etc r w zł gr proc tys mln mld br ub pne ne sp Sp oo zoo SA USA Jr m jr in rb bm rr dol bln "
            "spk spj spp SKA sc Co Inc Ltd UE RP PRL ZSRR RFN NRD ONZ km cm mm kg dag ha szt os egz godz sek sec "
            "kk kpk kc kpc kp krio kks ksh kpa kw cdn cd PS"
        )
    ),
    nations=frozenset(listed("sen im gen")),
    ordinals=True,
    behind_ordinals=frozenset(
        listed("stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia")
    ),
    openers=frozenset(
        listed(
            "w i na z nie się do że jest to od przez o po a ale oraz jednak też także jak kiedy gdy jeśli według "
            "podczas przed za dla bez u we ze przy nad pod ten ta te ci tego tej tych on ona oni one my wy ja "
            "nikt wszyscy wszystko wielu kilka inne już jeszcze również ponadto później wcześniej potem teraz "
            "dziś wczoraj jutro jego jej ich nasz tylko każdy dwa trzy co kto czy dlaczego gdzie ponieważ tam tu "
            "tutaj niektórzy najpierw ani albo lecz zaś więc zatem dlatego natomiast tymczasem jednakże mimo "
            "pomimo choć chociaż aby żeby by bo gdyby skoro dopóki zanim między pomiędzy poza wśród wobec wokół "
            "obok koło około dzięki wbrew zamiast oprócz ponad poniżej powyżej naprzeciw ktoś coś nic nigdy "
            "zawsze często czasem czasami rzadko znowu znów wreszcie ostatecznie następnie dalej tak owszem chyba "
            "może pewnie oba obie obaj obydwa cztery pięć sześć kilku kilkaset kilkadziesiąt większość część "
            "niemal prawie zaledwie niestety oczywiście moje moja mój mnie mi nas nam im mu go was pan pani "
            "państwo jaki jaka jakie który która które których poniedziałek wtorek środa czwartek piątek sobota "
            "niedziela dzisiaj obecnie niedawno dawniej dotychczas dotąd odtąd stąd skąd dokąd był była było byli "
            "były są"
        )
    ),
    attribution=re.compile(r"(?:powiedział|mówi|dodał|napisał|pyta|stwierdził)"),
)
