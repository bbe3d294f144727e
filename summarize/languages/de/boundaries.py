"""Abbreviations of German, by what they mean for the end of a sentence."""

from __future__ import annotations

import re

from summarize.languages.prose import Boundaries
from summarize.languages.text import listed

BOUNDARIES = Boundaries(
    titles=frozenset(
        listed(
            "Dr Prof Hr Fr Frl St Mag Ing Dipl med jur phil hc habil Abg Bgm Gen Oblt Hptm Kard Msgr Pfr P Dres "
            "DDr PD Dipl-Ing Dipl-Kfm rer nat pol oec iur theol vet dent paed sc techn agr ing mult Doz Ass "
            "Univ-Prof OA Prim Präs Vizepräs Min MinR Reg RegR StR OStR OStD GF OB Ldr LdR StS MdB MdL Amtm Insp "
            "Oberinsp Kom KHK PHK POK Wm Obwm Gefr OGefr Uffz Fw OFw HFw Lt Ltn Maj Obstlt GenLt GenMaj Gfm Adm "
            "VAdm KAdm Kpt Kptn KptLt Ebf Bf Bfs Pf Vik Sup Dek Kpl Abt Br Sr Schw Hrn Fam Frh Frhr Gf Fst Kg Kgn "
            "Ks Hzg Kfst Kais Gebr RA StA OStA Ri RiAG Stb Arch Hofr KR MR KommR Chefred Red Ltg Ltr Leit Wwe "
            "Gf-in"
        )
    ),
    before_figures=frozenset(
        listed(
            "Nr nr Nrn Abs Art Bd Kap S ca rd max min mind etwa vgl ggf Tel Ziff Z Rn Hs Jg Aufl Az inkl exkl "
            "zzgl Std § Jan Feb Mrz Apr Jun Jul Aug Sep Sept Okt Nov Dez Mo Di Mi Do Sa So Fig Abb Tab Anl Anm "
            "Anh Abschn Absch Abt Bl Blg Buchst Bsp Ex H Kl Lfg Lit Ls Pos Sp T Tl Tz Pkt Rdnr Rz Rdn Verf Zi Zl "
            "Zeil Zt Gr Vol vol No Fn Fax Fon Mobil Hausnr Whg Top Stg Str Pl Postf PLZ Gl Bhf Prot Drs Drucks "
            "BT-Drs BGBl GVBl Urt Beschl Rs Rspr Jän Feber Juni-Juli Mär St P zus tgl ung geg gg ungef ungf zw "
            "bzgl"
        )
    ),
    leading=frozenset(
        listed(
            "zB dh bspw vgl sog sogen bzw insb insbes lt bzgl betr inkl exkl einschl zzgl abzgl ggf ggfs evtl iHv "
            "iSv iSd wg gem ca"
        )
    ),
    inside=frozenset(
        listed(
            "ua uU iA iS idR rd mind ehem bes dgl entspr geb gest verh vs vors Vors stellv Stellv zT zZt oÄ va uÄ "
            "odgl od iR zzt iV iRd iZm iH iE iW iB iG iwS ieS iÜ iAllg idF hM mE mW mwN vglb zH zHd zK zTl zZ dM "
            "dJ lJ vM vJ uZ uw ugs oä oa og oJ oO oV oB ev eventl bsd bisw bezgl bez dt frz engl ital griech russ "
            "poln tschech türk arab hebr österr bayr sächs preuß europ amerik jüd kath evang luth röm urspr "
            "urspgl ursprgl allg allgem ausschl eingetr entw erg gel gez ggü gegr gg hrsg Hrsg Hg hg jew lfd mtl "
            "jährl monatl wöchentl tägl stündl natürl östl westl nördl südl offiz öffentl polit priv resp sämtl "
            "schriftl mdl tel seinerz soz städt Stv stv übl überw unbek ungebr unv unveröff urk verf vergl verm "
            "vermutl versch verw vollst vorl vorm nachm voraussichtl wiss wirtsch zit zugl zus zw zuzgl abz min "
            "ungef u-a Brd Tds Mill gef verst gesch Ehem ev-luth kaufm Ges Inh Verl Nachf phys chem biol desgl "
            "Betr Zust Ggs Geb Kr Bez Rep Bundesst"
        )
    ),
    closing=frozenset(
        listed(
            "usw etc Str Co jr Jr eV AG GmbH USA uam ä f aD usf uswusf uvm uvam uv uä udgl udglm dgl eG eGen iR "
            "gGmbH mbH oHG KGaA KG SE eK Inc Ltd Corp jun sr Sr dÄ dJ Ä ndZ aM aO aaO ebd ebda dsb atr oÄ uÄ pa "
            "Mts Js Xbr iA iV ppa"
        )
    ),
    nations=frozenset(
        listed(
            "Jh Jhd Jhdt Jhs Jahrh Chr vChr nChr vuZ nuZ Min Sek Std Mio Mrd Tsd Bio Stk Stck Pers Einw Ew EW qm km u-Z"
        )
    ),
    compounds=("str",),
    ordinals=True,
    before_ordinals=frozenset(
        listed(
            "der die das dem den des am im zum zur beim vom ab bis seit ins jeder jede jedes jeden jedem dieser "
            "diese dieses diesen diesem ein eine einen einem einer eines sein seine seinen seinem seiner ihr ihre "
            "ihren ihrem ihrer mein meine meinen meinem unser unsere unseren unserem euer alle aller allen manche "
            "mancher jener jenes jene jenen dessen deren diesseits jenseits unserer deutscher nebst"
        )
    ),
    behind_ordinals=frozenset(
        listed(
            "januar februar märz april mai juni juli august september oktober november dezember jahrhundert "
            "minute mal klasse stock etage platz tag woche jahrestag geburtstag spieltag bezirk auflage liga "
            "runde jänner feber jan feb mär apr jun jul aug sep sept okt nov dez montag dienstag mittwoch "
            "donnerstag freitag samstag sonntag sonnabend weltkrieg bundesliga reich republik armee kompanie "
            "division panzerdivision arrondissement gemeindebezirk stockwerk obergeschoss untergeschoss semester "
            "schuljahr lebensjahr lebensmonat schwangerschaftswoche kalenderwoche lesung strophe absatz kapitel "
            "akt teil band ausgabe staffel folge saison spielminute halbzeit viertel drittel satz sitzung "
            "verhandlungstag prozesstag todestag hochzeitstag kriegstag tabellenplatz rang lauf durchgang "
            "wahlgang sieg niederlage mai-feier advent"
        )
    ),
    openers=frozenset(
        listed(
            "der die das und ist nicht von mit sich des auf für im dem den ein eine hat er sie es wir ich ihr man "
            "in an am bei nach vor seit aber doch auch denn dann da dort hier danach davor dabei damit dafür "
            "darauf daher deshalb dennoch jedoch trotzdem zudem außerdem inzwischen mittlerweile später früher "
            "heute gestern morgen diese dieser dieses viele einige alle niemand nur noch wenn als weil ob wie was "
            "wer warum wo zum zur unter über durch gegen laut ihre seine beide zwei drei vier kein keine mehr so "
            "jetzt nun bisher rund etwa zwischen während wegen trotz verletzt insgesamt"
        )
    ),
    attribution=re.compile(
        r"(?:sagt|sagte|so|meint|meinte|erklärt|erklärte|fragt|fragte|schrieb|schreibt|rief|heißt|hieß|berichtet|berichtete)\b"
    ),
)
