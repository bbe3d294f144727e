"""Abbreviations of French, by what they mean for the end of a sentence."""

from __future__ import annotations

import re

from summarize.languages.prose import Boundaries
from summarize.languages.text import listed

BOUNDARIES = Boundaries(
    titles=frozenset(
        listed(
            "M MM Mme Mmes Mlle Mlles Me Dr Drs Pr Prof Mgr St Ste Gal Col Cdt Lt Boul boul bd Bd av Av pl Pl Mr "
            "MMgrs Prs Pte Mse Mis Mrs Bne Vte Vtesse Cte Ctesse Dsse SM SE SS SAR SAS SEM NS ND Fr Frs RP RPP "
            "Pce Ing Arch Avt Hon Gén gén Lcl Cne Cmdt Ltt Ltn Sgt Sgtt Adj Adjt Brig Cpl Amir Vam Mgrs Card Vve "
            "Vf Ptre Sr Srs SrM Chev Pdt Prés prés Vpdt Dir dir Séc Min Préf Dép dép Sén sén Mtre Bld bld Imp imp "
            "Ch ch Chem Rte rte Sq sq Fg Fbg fbg Qu Crs crs Rés rés Sts Stes Mt Mts Ft Univ univ Dépt dépt Arr "
            "arr"
        )
    ),
    before_figures=frozenset(
        listed(
            "n no No nº n° art Art p pp vol chap env max min tél Tél janv févr fév mars avr juil sept oct nov déc "
            "al réf num nos fasc t T tom liv livr lib fol f § para par alin sect tit parag ill pl tabl tab figs "
            "app ann éd coll rens port fax approx lun mar mer jeu ven sam dim jan juill jul aoû sep déb ch vers v "
            "vv s arr bt bât esc ét appt apt lot"
        )
    ),
    leading=frozenset(listed("pex parex cad càd cf notamm notamt env")),
    inside=frozenset(
        listed(
            "éd approx resp hab vs ss apr conf notam respt ap anc angl esp ital lat gr arab qqch qqn qq qqf mss "
            "ms ibid id op loc cit sc litt suiv préc sqq etsuiv péj vx min moy tot nb nbre nbx intern natl adm "
            "assoc bibl cie trad trim sté synd ets éts Éts Ets Cnes compl déf gouv gvt gouvt indust jud jurid "
            "milit mun munic parl prov publ réd réf rép stat trav éc écon élec ptie qté"
        )
    ),
    closing=frozenset(
        listed(
            "etc Cie SA USA JC Jr Inc Ltd J-C apJC avJC avJ-C apJ-C aJ-C Cies SARL Sarl SAS SASU SNC SCI SE Ltée "
            "Ltee Corp Co ÉU GB RFA RDA URSS ONU UE Sr jr sr PS NB PCC QED km cm mm kg ha suiv ss sq sqq ibid id "
            "NDLR ndlr ndlR dR NDT ndt réd"
        )
    ),
    nations=frozenset(listed("al")),
    openers=frozenset(
        listed(
            "le la les l et des est dans une un pour qui que sur au pas par ce il du avec ont été elle ils elles "
            "on nous vous je tu cette ces cet son sa ses leur leurs mais ou où donc or ni car si en à de aux d c "
            "s n selon après avant depuis pendant lors alors ainsi aussi puis ensuite enfin toutefois cependant "
            "pourtant hier demain aujourd ici là tous tout toute plusieurs certains beaucoup deux trois quatre "
            "aucun aucune rien personne plus sans sous entre chez comme quand lorsque parce notre votre même "
            "seulement théoriquement quelque quelques chacun chacune chaque celui celle ceux celles cela ceci ça "
            "voici voilà certes néanmoins outre malgré grâce face près loin quant afin pourquoi comment combien "
            "quel quelle quels quelles lui eux moi toi soi nos vos mes dès jusque jusqu vers hors derrière devant "
            "contre durant dont oui non mêmes autre autres toutes jamais parmi dorénavant désormais pareil tandis "
            "mercredi lundi mardi jeudi vendredi samedi dimanche trop moins tant autant peu plutôt parfois "
            "souvent toujours encore déjà bientôt maintenant aussitôt finalement"
        )
    ),
    attribution=re.compile(
        r"(?:dit|disait|déclare|a déclaré|affirme|explique|ajoute|demande|raconte|répond|écrit|s['’]exclame)\b"
    ),
)
