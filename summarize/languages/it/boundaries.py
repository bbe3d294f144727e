"""Abbreviations of Italian, by what they mean for the end of a sentence."""

from __future__ import annotations

import re

from summarize.languages.prose import Boundaries
from summarize.languages.text import listed

BOUNDARIES = Boundaries(
    titles=frozenset(
        listed(
            "Sig sig Sigra Dott dott Dottssa dottssa Prof prof Profssa Avv avv Ing ing Arch arch On Sen Gen Col "
            "Cap Ten Mons Rev S Ss P Geom Rag Cav Comm Egr Gent Sigg sigg sigra Sigri sigri Sigrina Sigre sigre "
            "Signa Signna Dr dr Dra Drssa drssa Dottri Proff proff profssa Profri Avvssa Avvti Ingg ingg geom rag "
            "cav comm Uff uff Gruff GrUff Cavlav Onle onle Onn Dep Min Pres pres Vicepres Segr segr Dir Amb amb "
            "Cons cons Sind sind Ass TenCol Magg magg Sten sten Mar Brig brig Serg serg Amm amm Com Isp Sov Ag "
            "Vqa Commis Card Arciv Vesc vesc Fra rev Sac sac Pr SS Sta Sto Ven SE Em Emo SEm SER SM SAR NH ND egr "
            "gent Gentma Gentmo Gentmi Spett spett Ill ill Illmo Chmo Chiarmo Preg Pregmo Stim Stimmo Onor Pza "
            "pza Pzza pzza Pzale Pz Pl Vle vle Vlo Lgo lgo Cso cso Str Loc Fraz fraz Borg Ctr Ctra Vic on sen gen "
            "ten cap col mons card dir min isp ag sov mar"
        )
    ),
    before_figures=frozenset(
        listed(
            "n nn N num p pp pag art artt Art vol cap fig tel Tel ca circa max min gen feb apr mag giu lug ago "
            "set sett ott nov dic cfr lett nr nro pagg voll t tt tom capp figg tab tabb tav tavv ed par parr § cm "
            "c cc cpv sez sezz parag rif rifer ref prot cod mass genn febb lun mer gio gios ven sab dom tell fax "
            "cell int sc s ss v vv segg km sec secc sent reg ric dl dlgs DL DLgs Dlgs DPR DM lgs DPCM LR"
        )
    ),
    leading=frozenset(listed("pes ades ad cfr cosidd")),
    inside=frozenset(
        listed(
            "es ca cd vs ex sec secc cf cdd segg sg s cit citt op loc ibid id cs ms ie qs qd ovv pag partic "
            "precis princ princip spec specialm mass incl escl compr ant dx sx franc ingl spag lat russ port ebr "
            "arab dett trad red cur edd rist accr acc ministr dip dipart tot num telef dist mitt dest allt ogg "
            "Ogg nds ndr ndt ndA adv AA VV AAVV c-a pv"
        )
    ),
    closing=frozenset(
        listed(
            "ecc etc SpA Srl SA USA dC aC Jr spa spA pA srl rl Srls srls Snc snc Sas sas Sapa scarl Scarl arl "
            "Coop coop ScpA scpa Inc Ltd Co Corp Flli Cia SUA UE URSS ONU UK DC AC eV dCr aCr jr jun sr Sr PS NB "
            "NdR ndr ndR dR NdT ndt km cm mm kg ha segg sgg ss seg sq cc cp cpc cpp"
        )
    ),
    openers=frozenset(
        listed(
            "il la lo i gli le un una uno che di del della per è sono con alla nel non ha ma e o se in a da su "
            "tra fra come quando dopo prima durante secondo anche poi così però tuttavia inoltre intanto invece "
            "oggi ieri domani questo questa questi queste quello quella quelli chi cosa dove perché tutti tutto "
            "molti alcuni nessuno due tre quattro lui lei loro noi voi io si ci vi suo sua suoi nostro al allo ai "
            "agli dal dai sul sulla c l d ancora già qui lì mentre ciò costui costoro colui coloro ognuno ognuna "
            "ogni qualcuno qualcosa niente nulla mai sempre forse quasi appena invero dunque quindi perciò "
            "pertanto infatti infine finora finalmente successivamente precedentemente eppure oppure ossia cioè "
            "sia né neppure nemmeno neanche benché sebbene nonostante malgrado grazie davanti dietro sotto sopra "
            "dentro fuori vicino lontano contro verso presso entro oltre circa quanto quanti quante quale quali "
            "altri altre altro altra alcune parecchi molte molta poco pochi poche tanto tanti entrambi entrambe "
            "ciascuno esso essa essi esse egli ella lunedì martedì mercoledì giovedì venerdì sabato domenica all "
            "sull dall nell dell sui sugli sulle nei negli nelle col coi mi ti mia mio nostra vostra cinque sei "
            "sta stava erano era fu furono"
        )
    ),
    attribution=re.compile(
        r"(?:dice|ha detto|disse|spiega|ha spiegato|afferma|ha aggiunto|aggiunge|racconta|chiede|scrive)\b"
    ),
)
