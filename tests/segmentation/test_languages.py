"""Where sentences end in other languages than English: abbreviations, ordinals, quotations."""

from __future__ import annotations

import pytest

from summarize import languages
from summarize.segmentation.boundaries import sentence_spans


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("de", ["Der 4. Zug fuhr am 12. April um 9.30 Uhr.", "Reisende warteten."]),
        ("de", ["Er wurde 1988 geboren.", "Seine Schwester kam 1990."]),
        ("de", ["Das Haus kostet 2 Mio. Franken, inkl. Garten, lt. Prof. Anna Berg.", "Keiner zahlt."]),
        ("fr", ["Il y a env. 40 blessés, selon le Dr. Petit et M. Leroy.", "Marie en a vu 30."]),
        ("fr", ["« Où est-il ? Il a disparu », dit M. Petit.", "Il pleut."]),
        ("es", ["Viajó a EE. UU. a las 5 p. m. del lunes, según la Sra. Vega.", "Nadie lo sabía."]),
        ("it", ["C'erano ca. 40 feriti, dice il prof. Galli.", "Vive a Pisa."]),
        ("pt", ["O Dr. Lima mora na av. Augusta, n.º 4.", "Ninguém morreu."]),
        ("pl", ["W 2030 r. miasto liczyło ok. 40 tys. osób, mówi prof. dr hab. Ewa Lis.", "To 3. pożar."]),
        ("ru", ["Акад. П. П. Лис приехал в 2030 г. из Москвы, т. е. издалека.", "Дом старый."]),
        ("ar", ["قالت د. ليلى إن 40 شخصا أصيبوا.", "المدارس مغلقة."]),
        ("hi", ["डॉ. राम ने रु. 40 दिए।", "श्री. वर्मा नहीं आए।"]),
        ("ja", ["「どこですか。わかりません。」と市長は言った。", "速度は３．５キロだった。"]),
        (
            "zh",
            [
                "剧团周六演出《天亮了吗？》，票价八十元。",
                "《天亮了吗？》的导演到场。",
                "（门票已经售完。）",
                "他没来。",
            ],
        ),
        ("ja", ["橋は来週（雨なら中止する。）開通する。", "（写真は知事。）", "式は正午に始まる。"]),
        ("zh", ["她只喊了一声“船来了！”就跑下楼。", "船长说：“下雪了。”", "他关上门。"]),
        ("ar", ["صاح الحارس: «من هناك؟» ثم أغلق الباب.", "قال الوزير: «لا نعرف.»", "وصل القطار."]),
        ("zh", ["“结束了。我们走吧。”市长说。", "市长说：“下雨了。我们走吧。”", "大家都笑了。"]),
        ("nl", ["Dr. Jansen woont op nr. 4.", "Zijn zus woont in Delft."]),
        ("nl", ["Dhr. Mulder las o.a. De Bode van 3 mei jl. niet.", "'s Ochtends regende het.", "’t Is treurig."]),
        ("nl", ["‘Het is voorbij. We gaan’, zei prof. Van 't Hoff.", "Er was brood, kaas enz.", "Niemand at."]),
        ("sv", ["Dr. Lind läser bl.a. De Unga kl. 14.", "Där fanns bröd, ost m.m.", "Ingen åt."]),
        (
            "da",
            [
                "Mødet er den 3. juni iflg. Kommunen.",
                "Det skete før 2. Verdenskrig.",
                "Der var ost osv.",
                "Ingen spiste.",
            ],
        ),
        ("no", ["Møtet er den 3. juni iflg. Kommunen.", "Han kom på 2. plass.", "Det var ost osv.", "Ingen spiste."]),
        ("cs", ["MUDr. Holmová a Ing. Lis, CSc., přijdou 3. června.", "Karel IV. vládl např. Praze."]),
        ("cs", ["Patří firmě Lind a. s.", "Prodává knihy atd.", "Je to 3 mil. Kč."]),
        ("sk", ["Býva na ul. Dlhej č. 12, napr. Ján.", "Predávali knihy atď.", "Turisti kupovali."]),
        ("uk", ["Проф. Білий живе на вул. Шевченка в м. Харкові.", "Це було в 1999 р.", "Ніхто не загинув."]),
        ("ro", ["Dna. Pop locuiește pe str. Lungă nr. 12.", "E din 40 î.Hr.", "Erau câini etc.", "Nimeni nu știe."]),
        ("hu", ["Dr. Kiss Éva és ifj. Nagy János a II. János Pál téren volt.", "Könyvek stb.", "A cég a Lind Kft."]),
        ("tr", ["Prof. Dr. Ayşe Kaya, Gül Mah. No. 4 adresinde.", "2. Dünya Savaşı ve IV. Murat.", "Bitti."]),
        ("fi", ["Tri Lind tutkii mm. Turkua 3. kesäkuuta.", "Myytiin karttoja jne.", "Kukaan ei ostanut."]),
        ("el", ["Ο κ. Λαμπρός, π.χ. Δευτέρα, λείπει.", "Είχε χάρτες κ.λπ.", "Κανείς δεν αγόρασε."]),
        (
            "de",
            [
                "Er wohnt in der Hauptstr. 12.",
                "Im II. Weltkrieg starb Ludwig II.",
                "Sie ist aus dem 12. Jh.",
                "Er schwieg.",
            ],
        ),
        ("ru", ["В 1999 г. Белов уехал.", "Это было в 1999 г.", "Судья решил, что он прав.", "Белов плакал."]),
        ("ar", ["التقى أ. د. سامي رئيس الجامعة.", "بني عام 40 ق. م. في بابل.", "باعوا كتبا إلخ.", "عاد الناس."]),
        ("hi", ["न्या. शर्मा ने रु. 500 का जुर्माना लगाया.", "उसने शपथ ली.", "भा. ज. पा. जीती."]),
        ("ja", ["劇団「走れ。」の公演は中止だ。", "客は帰った。"]),
    ],
)
def test_abbreviations_of_other_languages_and_their_quotations(language: str, sentences: list[str]) -> None:
    text = ("" if language in {"ja", "zh"} else " ").join(sentences)
    spans = sentence_spans(text, languages.get(language))
    assert [text[start:end] for start, end in spans] == sentences


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("de", ["Die Fähre kam aus der Schweiz.", "Reisende stiegen aus."]),
        ("nl", ["Het pak van Max was nat.", "Vrienden lachten."]),
        ("pl", ["Dostał nowy lek.", "Lekarze są dumni.", "Był to tylko sen.", "Nie było wojsk.", "Armia milczy."]),
        ("ru", ["Прибыл пехотный полк.", "Так сказал его отец.", "Он прав."]),
        ("cs", ["Šlo o obranu lidských práv.", "Lékaři našli rak.", "Soud mlčí."]),
        ("sv", ["Hon är ung.", "Vänner är stolta."]),
        ("hi", ["उसने शपथ ली.", "लाश मिली.", "जाँच चल रही है."]),
    ],
)
def test_a_word_that_is_common_in_full_is_no_abbreviation(language: str, sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in sentence_spans(text, languages.get(language))] == sentences


def test_what_is_left_of_a_word_opens_a_sentence_in_its_language_alone() -> None:
    text = "De winkel is leeg. 's Avonds komt er brood."
    assert len(list(sentence_spans(text, languages.get("nl")))) == 2
    assert len(list(sentence_spans("Prof. 't Hart en dr. Van 't Hoff zijn er.", languages.get("nl")))) == 1


def test_a_figure_and_its_unit_at_the_head_of_a_sentence_end_none_and_at_its_end_may() -> None:
    russian = languages.get("ru")
    assert len(list(sentence_spans("В 1999 г. Белов уехал.", russian))) == 1
    assert len(list(sentence_spans("Он уехал из города в 1999 г. Белов не знал.", russian))) == 2
