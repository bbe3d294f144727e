"""Abbreviations of Finnish, by what they mean for the end of a sentence."""

from __future__ import annotations

import re

from summarize.languages.prose import Boundaries
from summarize.languages.text import listed

BOUNDARIES = Boundaries(
    titles=frozenset(
        listed(
            "tri Tri prof Prof dos Dos toht Toht maist Maist dipl Dipl ins Ins kand Kand teol Teol oik Oik lääk "
            "Lääk kauppat Kauppat yht Yht kasv Kasv psyk Psyk liik Liik dipl-ins Dipl-ins di Di rva Rva hra Hra "
            "nti Nti kenr Kenr kenrl Kenrl evl Evl maj Maj yliltn Yliltn ltn Ltn vänr Vänr ylik Ylik kers Kers "
            "alik Alik korpr Korpr stm Stm amir Amir ylikonst Ylikonst konst Konst ylikom Ylikom rikoskom "
            "Rikoskom rkonst Rkonst pääjoht Pääjoht tj Tj puheenj Puheenj pj Pj siht Siht kans Kans kansaned "
            "Kansaned ent Ent ministr Ministr rov Rov kirkkoh Kirkkoh past Past arkkip Arkkip pyh Pyh St rkm Rkm "
            "Dr Mr Mrs"
        )
    ),
    before_figures=frozenset(
        listed("nro n:o no s ss art par mom taul vol klo puh p tel fax n ca max min maks väh ti vrt § krs kpl vko ajk")
    ),
    leading=frozenset(listed("esim ns mm ks vrt nim")),
    inside=frozenset(
        listed(
            "ml mlk nk kts ts so nn vuos synt kuoll nyk engl saks ransk ruots suom kreik ital esp vir puolank "
            "mrkk loppup päätt osit perust lyh tark vast suht keskim maks väh enint ajk toim suoment kirj kust "
            "pain julk mukl tav virall yleisk valt kansainv"
        )
    ),
    closing=frozenset(
        listed(
            "jne ym yms tms jms mms mmm mfl em eaa jaa eKr jKr Kr Oy Oyj Ky Tmi ry Ab OY AB Inc Ltd Co Corp kk "
            "sek kpl hlö km cm kg dl ha mk milj mrd tuh snt pros alk mt lk tm kyss emt jr sr Jr Sr sen jun USA EU "
            "YK DDR PS NB kok kesk sd vas vihr kd ps sit"
        )
    ),
    ordinals=True,
    behind_ordinals=frozenset(
        listed(
            "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta "
            "lokakuuta marraskuuta joulukuuta tammikuun helmikuun maaliskuun huhtikuun toukokuun kesäkuun "
            "heinäkuun elokuun syyskuun lokakuun marraskuun joulukuun maailmansota maailmansodan maailmansodassa "
            "divisioona divisioonan divisioonassa sija sijalla sijan luokka luokan vuosisata vuosisadan "
            "vuosisadalla kerros kerroksessa erä erässä minuutilla"
        )
    ),
    openers=frozenset(
        listed(
            "ja on ei että se oli mutta kun ovat hän myös joka mukaan sen ole vain niin kuin jos olla jo tai sitä "
            "ollut nyt kanssa sekä jotka vielä ennen jälkeen hänen siitä tämä noin mitä voi ne he eivät tämän "
            "aikana vuonna jonka koska ettei enää minä sinä me te mikä kuka missä milloin miksi miten kuinka "
            "tässä siinä siellä täällä tuolla sinne tänne tänään eilen huomenna viime ensi aiemmin myöhemmin "
            "sitten silti kuitenkin lisäksi toisaalta samalla samaan tällä silloin siksi siten näin joten vaikka "
            "jotta ellei kunnes näiden niiden nämä nuo heidän meidän minun sinun hänet häntä heitä kaikki kukaan "
            "mikään moni monet monia useat useita jotkut jokin joku jokainen molemmat muut muita toinen toiset "
            "kaksi kolme neljä viisi kuusi ensimmäinen lopulta lopuksi ensin aluksi usein joskus aina koskaan "
            "ehkä todennäköisesti ilmeisesti lähes melkein yli alle vähintään enintään poliisi maanantaina "
            "tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina toistaiseksi tosin tiettävästi "
            "esimerkiksi yhteensä"
        )
    ),
    attribution=re.compile(
        r"(?:sanoo|sanoi|kertoo|kertoi|kysyy|kysyi|kirjoittaa|kirjoitti|toteaa|totesi|selittää|selitti|"
        r"lisää|lisäsi|vastaa|vastasi|muistuttaa|arvioi|huomauttaa)\b"
    ),
)
