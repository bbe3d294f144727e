"""Abbreviations of Portuguese, by what they mean for the end of a sentence."""

from __future__ import annotations

import re

from summarize.languages.prose import Boundaries
from summarize.languages.text import listed

BOUNDARIES = Boundaries(
    titles=frozenset(
        listed(
            "Sr Sra Srta Srs Sras Dr Dra Drs Prof Profa Eng Arq Gen Cel Cap Ten Sgt Pe Fr Sto Sta S D Dom Exmo "
            "Exma Av av R Pça Al Srtas Snr Snra Dras Da Dª Dna Profª Profs Profas Me Msc Engo Engº Enga Engª Arqa "
            "Adv Lic TenCel Maj Sarg Cb Sd Alm V-Alm CAlm VAlm Brig Cmte Cte Comte Insp Del Delª Pes Pres Presid "
            "Min Sec Secr Dep Sen Gov Pref Emb Dir Des Desemb Proc Card Bpo Arc Ir Irm Mons Côn Rev Revmo Revma "
            "Rvmo Stos SS SM SAR Exmos Exmas Ilmo Ilma Ilmos Ilmas Mmo MM V VExa VEx VS VSa Exa Exª Avs Alam Pç "
            "Praç Lg Lgo Tv Trav Estr Rod Rodov Jd Vl Pq Qd Cj Bl Ed Edif Cond Apto Univ Dept Depto Cia Mun"
        )
    ),
    before_figures=frozenset(
        listed(
            "nº núm n pág págs p pp art arts Art vol cap fig tel Tel aprox máx mín jan fev mar abr mai jun jul "
            "ago set out nov dez km nos num nrs No pg pgs vols t tt tom caps figs tab tabs quad anx inc al § par "
            "pars c ca seg ter qua qui sex sáb dom tels Telef Tlm tlm cel fax ram ed ref refs proc cód Cód CEP cx "
            "v vv ss sec sécs séc apto ap apt bl lj lt qd"
        )
    ),
    leading=frozenset(listed("pex cf incl")),
    inside=frozenset(
        listed(
            "aprox vs máx mín obs adj séc sécs cfr conf excl adv vg ie esp espec nomead ed eds orgs coord coords "
            "trad ilustr ibid id op loc cit ob esq dto adm admin depto dept assoc gov mun nac internac ing lat "
            "port ár bras lus ger freq habs resp sel segs tb tbém pq nasc fal ref télf atte att"
        )
    ),
    closing=frozenset(
        listed(
            "etc SA Ltda Cia EUA Jr DC aC Lda dC Cª SARL SGPS SC EPP EIRELI Inc Corp Co Ltd EE UU EEUU USA UE ONU "
            "URSS GB Jnr jr AC aCr dCr EC AEC EP ss segs hs km cm mm kg kgs ha ibid id PS NB ND ndr ndt NT cit "
            "SFF sff RSVP"
        )
    ),
    openers=frozenset(
        listed(
            "o a os as um uma do da dos das não em para com por mais foi ao e mas se que quando como segundo após "
            "antes depois desde até entre sem sobre este esta isto estes estas esse essa isso aquele ele ela eles "
            "elas eu nós você ninguém todos tudo muitos vários há já também além então agora hoje ontem amanhã "
            "seu sua seus meu nosso é são era assim só cada dois três quem porque enquanto ali aqui no na nos nas "
            "de à às pelo pela aquilo aquela aqueles aquelas alguém algum alguma alguns algumas nenhum nenhuma "
            "nada nunca jamais sempre talvez quase apenas ainda logo pois portanto porém contudo todavia "
            "entretanto entanto enfim finalmente posteriormente anteriormente inclusive ambos ambas outro outra "
            "outros outras várias muito muita muitas pouco poucos poucas tal tais tanto tantos qual quais quanto "
            "quantos onde perante mediante durante conforme consoante apesar graças devido junto perto longe "
            "dentro fora contra sob rumo segunda-feira terça quarta quinta sexta sábado domingo meus minha minhas "
            "nossa nossos nossas teu tua lhe lhes foram havia houve faz num numa nuns nesta neste nesse nessa "
            "nele nela dele dela daí dali disso disto aos quatro cinco seis mesmo mesma pelos pelas me te vos"
        )
    ),
    attribution=re.compile(
        r"(?:disse|diz|afirmou|explicou|acrescentou|declarou|perguntou|contou|respondeu|escreveu)\b"
    ),
)
