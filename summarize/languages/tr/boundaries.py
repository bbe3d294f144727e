"""Abbreviations of Turkish, by what they mean for the end of a sentence."""

from __future__ import annotations

import re

from summarize.languages.prose import Boundaries
from summarize.languages.text import listed

BOUNDARIES = Boundaries(
    titles=frozenset(
        listed(
            "Dr Prof Doç Yrd Yard Öğr Gör Arş Uzm Op Opr Ord Dt Ecz Vet Av Stj Müh Mim Yük Y Bşk Bşkv Gn Gen Md "
            "Müd Org Korg Tümg Tuğg Alb Yb Yarb Bnb Yzb Ütğm Üstğm Tğm Teğm Atğm Asb Astsb Bçvş Çvş Onb Plt Tbp "
            "Dz Hv Jan Ora Kora Tüma Tuğa Mar Koram Tümam Sn Hz Bn Mr Mrs St Ms M Mah mah Cad cad Cd Sok sok Sk "
            "sk Blv Bulv Bul Apt apt Bl Mh Mhl İlç Üni Üniv üniv Fak fak Böl böl Ens Hast Hst İst Ank İzm Bld Bak "
            "Çev çev Haz Ed ed Yay yay"
        )
    ),
    before_figures=frozenset(
        listed(
            "No no Nu nu nr s ss sf sh sa Sa md Md mad Mad f fk fık bkz Bkz bk c C S Tel tel Faks faks gsm ca yak "
            "yakl maks min Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara Pzt Çar Cum Cmt Paz K E T D TCK CMK § "
            "vol p pp şk tab"
        )
    ),
    leading=frozenset(listed("örn Örn bkz krş")),
    inside=frozenset(
        listed(
            "ör Ör mes bk karş yakl Alm Fr Fra İng İsp İt Lat Ar Osm Moğ Sans mad doğ ölm terc nşr neşr takr ort "
            "maks min msl gnl kuz mrk TC TBMM"
        )
    ),
    closing=frozenset(
        listed(
            "vb vs vd vdğ vdd vbg vsr benz AŞ AO TAŞ TAO Ltd ltd Şti şti Koop Koll Tic Inc Co Corp MÖ MS İÖ İS yy "
            "yüz TL tl kr YTL ABD AB BM KKTC SSCB age agm agt agy dk sn sa gr kg km cm mm lt ha mn mlr Jr jr Sr "
            "PS NB TCK CMK mk hk bşk"
        )
    ),
    ordinals=True,
    behind_ordinals=frozenset(
        listed(
            "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık dünya lig ligi ligde ordu "
            "kolordu asliye ağır sulh ceza hukuk aile idare vergi iş icra noter noterliği daire dairesi "
            "uluslararası ulusal geleneksel olağan olağanüstü kat murad murat mehmed mehmet abdülhamid abdülhamit "
            "selim mahmud mahmut ahmed ahmet osman mustafa süleyman bayezid beyazıt abdülmecid köprü boğaz etap "
            "cadde sokak bölge organize yüzyıl yıl gün hafta madde maddesi sınıf sıra dakika çeyrek piyade zırhlı "
            "hudut jandarma kolejli cumhurbaşkanı başkan yargı büyükelçiler kitap film altın sanayi levent "
            "ramazan"
        )
    ),
    openers=frozenset(
        listed(
            "ve bir bu da de için ile olarak çok daha kadar gibi olan sonra ne var en ancak o ya ki her göre "
            "değil ise ilk iki ama şu yok üzere karşı yeni önce şöyle diye ayrıca böylece dolayısıyla çünkü fakat "
            "oysa yine hatta belki bugün dün yarın geçen bunun bunlar bunu buna bununla bundan burada orada şimdi "
            "artık henüz hâlâ hala hep hiç hiçbir herkes kimse biri bazı bazıları birçok pek çoğu tüm bütün diğer "
            "öte ben sen biz siz onlar onun onu ona bizim benim kim nasıl neden niçin nerede hangi kaç eğer üç "
            "dört beş altı yedi toplam yaklaşık neredeyse sadece yalnızca özellikle örneğin ardından üzerine "
            "olayda kazada yapılan pazartesi salı çarşamba perşembe cuma cumartesi pazar evet hayır nihayet "
            "sonunda öncelikle son böyle öyle"
        )
    ),
    attribution=re.compile(
        r"(?:dedi|diyor|diye (?:konuştu|sordu|yazdı|ekledi|cevap|seslendi|bağırdı)|şeklinde konuştu|"
        r"ifadesini kullandı|ifadelerini kullandı|açıklamasını yaptı|diyerek|demişti)"
    ),
)
