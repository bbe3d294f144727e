"""Abbreviations of Hungarian, by what they mean for the end of a sentence."""

from __future__ import annotations

import re

from summarize.languages.prose import Boundaries
from summarize.languages.text import listed

BOUNDARIES = Boundaries(
    titles=frozenset(
        listed(
            "dr Dr prof Prof id Id ifj Ifj özv Özv legif Legif legid Legid br Br gr Gr Hg vit Vit kir Kir fhg Fhg "
            "Mr Ms Mrs Bp Szt szt St O P Fr Msgr msgr mons Mons vezérőrgy Vezérőrgy altbgy Altbgy vörgy Vörgy "
            "ddtbk Ddtbk dandtbk Dandtbk ezds Ezds ezr Ezr alezr Alezr alez Alez örgy Örgy őrgy Őrgy őrn Őrn szds "
            "Szds fhdgy Fhdgy hdgy Hdgy zls Zls törm Törm főtörm Főtörm szkv Szkv tiz Tiz őrv Őrv hv Hv altb Altb "
            "vezds Vezds tbk Tbk rny Rny doc Doc okl Okl mb Mb ker Ker Bpt nyug Nyug"
        )
    ),
    before_figures=frozenset(
        listed(
            "kb ca max min legf legk tel fax mob ld köt évf fej par § bek ker fszt fsz lh hrsz jan febr feb márc "
            "ápr máj jún júl aug szept szep okt nov dec vol no átl tc irsz"
        )
    ),
    leading=frozenset(listed("pl ún úgyn ill ld vö tkp")),
    inside=frozenset(
        listed(
            "kb különb tudn mn ném ang fr lat gör sp szerk ford vál bev főszerk megh elh biz bizt gazd pü közg "
            "közl átl irod orv fiz biol műv népr nemz nemzk egyh rk gk evang tul hiv hivat alp törv végr kapcs vm "
            "vmi vki vhol cca hkb jelz ui bp Bpest"
        )
    ),
    closing=frozenset(
        listed(
            "stb sat u ua uo im uaz kft Kft rt Rt zrt Zrt nyrt Nyrt bt Bt kkt Kkt kht Kht Inc Ltd Co Corp SE FC "
            "TC sz krt db km cm mm kg dkg dl ha ft Ft eFt MFt mrd mio szd szda mp ie iu isz Kre Kru kre kru krsz "
            "KrE KrU usz USA EU ENSZ NDK NSZK jr sr PS NB bek Btk Ptk Mt"
        )
    ),
    ordinals=True,
    before_ordinals=frozenset(listed("a az egy és vagy")),
    behind_ordinals=frozenset(
        listed(
            "század századi században világháború világháborúban kerület kerületi kerületben kerületében helyen "
            "hely helyezett emelet emeleten évfolyam osztály osztályos perc percben forduló fordulóban fejezet "
            "szakasz cikk bekezdés pont"
        )
    ),
    openers=frozenset(
        listed(
            "a az és hogy nem is egy ez azt meg csak volt még már el ki mint de ha után szerint között lesz van "
            "vagy akkor minden pedig sem amely aki mert majd kell lehet ezt amit alatt miatt ezek azok több "
            "nagyon óta én te ő mi ti ők önök ön itt ott most ma tegnap holnap később korábban előbb aztán azután "
            "ezután végül közben eközben ugyanakkor azonban viszont ezért emiatt így úgy tehát sőt ráadásul "
            "továbbá emellett ennek annak erre arra ebben abban ezzel azzal erről arról tavaly idén jövőre hétfő "
            "hétfőn kedd kedden szerdán csütörtökön pénteken szombaton vasárnap két kettő három négy öt hat "
            "mindkét mindkettő senki semmi sok sokan néhány számos mások más másik egyes valaki valami mindenki "
            "hol mikor miért hogyan hány melyik bár noha amikor amíg ahol ahogy mivel mintha talán valószínűleg "
            "állítólag gyakran néha soha mindig ismét újra először utoljára körülbelül mintegy közel csaknem "
            "majdnem legalább legfeljebb szinte igen ugyanis persze egyébként például összesen eddig azóta onnan "
            "innen ilyen olyan"
        )
    ),
    attribution=re.compile(
        r"(?:mondta|mondja|közölte|közli|írta|írja|kérdezte|kérdezi|nyilatkozta|tette hozzá|hangsúlyozta|"
        r"jelentette ki|fogalmazott|válaszolta|magyarázta)\b"
    ),
)
