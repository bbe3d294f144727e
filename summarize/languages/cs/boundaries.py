"""Abbreviations of Czech, by what they mean for the end of a sentence."""

from __future__ import annotations

import re

from summarize.languages.prose import Boundaries
from summarize.languages.text import listed

BOUNDARIES = Boundaries(
    titles=frozenset(
        listed(
            "dr Dr ing Ing mgr Mgr bc Bc doc Doc prof Prof akad Akad judr Judr mudr Mudr mddr Mddr mvdr Mvdr phdr "
            "Phdr rndr Rndr paeddr Paeddr pharmdr Pharmdr thdr Thdr thlic Thlic rsdr Rsdr csc Csc drsc Drsc dis "
            "Dis mba Mba dipl Dipl MgA BcA JUDr MUDr MDDr MVDr PhDr RNDr PaedDr PharmDr ThDr ThLic ICDr RSDr PhMr "
            "arch Arch genmjr Genmjr genpor Genpor brig Brig plk Plk pplk Pplk mjr Mjr škpt Škpt kpt Kpt npor "
            "Npor por Por ppor Ppor nprap Nprap prap Prap pprap Pprap rtm Rtm nrtm Nrtm prtm Prtm rtn Rtn čet Čet "
            "svob Svob voj Voj strm Strm nstrm Nstrm adm Adm insp Insp nám Nám ul Ul tř Tř nábř Nábř sv Sv blah "
            "Blah bl Bl mons Mons msgr Msgr kard Kard arcib Arcib bisk Bisk jáhn Jáhn posl Posl řed Řed zást Zást "
            "předs Předs místopř Místopř tajem Tajem red Red šéfred Šéfred náč Náč p pí Pí sl Sl slč Slč ses Ses "
            "hr Hr hrab Hrab kn Kn obv Obv býv Býv úř Úř"
        )
    ),
    before_figures=frozenset(
        listed(
            "č čís čp čj čl odst písm str s ss roč sv kap obr tab příl sb Sb § par ev kat parc cca max min prům "
            "tel fax mob psč PSČ ún bř břez kvě květ červn čvc čec srp zář říj út čt pá hod zák vyhl sp zn spzn "
            "vol no ul t"
        )
    ),
    leading=frozenset(listed("např tzv tj tzn resp popř příp zejm zvl vč srov kupř")),
    inside=frozenset(
        listed(
            "tzm event mj ap cca ca přibl př viz pozn překl přel angl něm franc lat řec ital šp špan čes maď ukr "
            "jap čín hebr orig hist zkr zast hov nář odb zal nar zemř takzv dosl obd zhr zprav fyz chem biol "
            "polit ekon stř záp vých jv sz jz dep techn nár soukr im vyd nakl vydav uprav"
        )
    ),
    closing=frozenset(
        listed(
            "atd apod aj etc tp spol csc CSc DrSc PhD ThD DiS MBA MPA LLM sro ro as vos ops zs oss SE Inc Ltd Co "
            "Corp kč Kč Kčs eur r tr mr stol hod sek km cm mm kg dkg ha ks nl nm pnl npl přnl přKr poKr Kr USA EU "
            "ČR SR ČSR ČSSR SSSR OSN NATO ml st jr sr Sb PS NB obč ř"
        )
    ),
    nations=frozenset(listed("mil mld tis bil gen")),
    ordinals=True,
    behind_ordinals=frozenset(
        listed(
            "ledna února března dubna května června července srpna září října listopadu prosince leden únor "
            "březen duben květen červen červenec srpen říjen listopad prosinec století místo místě místa kolo "
            "kole kola liga ligy lize ročník ročníku patro patře minuta minutě světová světové světovou"
        )
    ),
    openers=frozenset(
        listed(
            "a i v ve na že se je si s z ze k ke o u do od po při pro za nad pod před mezi podle také jsou bylo "
            "byl byla byli má mají jeho její jejich když tak jen co kdo kde kdy jak proč proti ještě dnes než "
            "však ale nebo ani až aby protože pokud kdyby jestli jestliže zatímco ačkoli ačkoliv přestože ten ta "
            "to ti tito tyto tento tato toto této tohoto těchto on ona ono oni já my vy ty nás nám mně můj moje "
            "náš naše svůj nikdo nic všichni všechno vše každý některé někteří několik mnoho mnozí řada většina "
            "část další jiný jiní dva dvě tři čtyři pět šest oba obě první poslední letos loni včera zítra teď "
            "nyní potom pak poté později dříve mezitím nakonec konečně nejprve nejdříve nejdřív kromě kvůli díky "
            "vedle během bez asi zhruba přibližně téměř skoro už již stále vždy nikdy někdy často občas možná "
            "snad ano ne naopak navíc přitom přesto proto tedy totiž například tam tady zde zatím pondělí úterý "
            "středa čtvrtek pátek sobota neděle jde bude budou není nebyl nebyla máme jsme"
        )
    ),
    attribution=re.compile(
        r"(?:řekl|řekla|uvedl|uvedla|dodal|dodala|říká|píše|napsal|napsala|ptá se|prohlásil|prohlásila|"
        r"vysvětlil|vysvětlila|tvrdí|míní|zeptal|zeptala)\b"
    ),
)
