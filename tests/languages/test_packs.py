"""A language is one folder: adding it changes how documents in it are read, everywhere, and no others."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarize import Document, Options, explain, languages, summarize
from summarize.languages.detect import _vocabularies, detect
from summarize.records.sentence import SentenceRole
from summarize.selection.dependence import is_context_dependent
from tests.conftest import WordEncoder

PACK = """
import re

from summarize.languages.base import Language
from summarize.languages.figures import Dates, Numbers
from summarize.languages.prose import Boilerplate, Negation, Words
from summarize.languages.reference import Anaphora
from summarize.languages.unsettled import Person
from summarize.languages.patterns import Table, pattern

LANGUAGE = Language(
    code="tlh",
    name="Toy",
    small_words=frozenset({"zu", "ka", "mo", "ri"}),
    reported=re.compile(r"\\bgaval\\b"),
    boilerplate=Boilerplate(sentences=Table([pattern("toy pointer", r"lego plis\\b", words=10)])),
    anaphora=Anaphora(head=re.compile(r"ilo\\b", re.IGNORECASE)),
    person=Person(person=re.compile(r"\\bmeo\\b")),
    words=Words(stop=frozenset({"zu", "ka", "mo", "ri"}), concept_of={"murtas": "dead"}, roles=frozenset({"dead"})),
    dates=Dates(
        months={"unimes": 1, "dumes": 2},
        date=re.compile(r"\\b(?P<day>\\d\\d?) (?P<month>unimes|dumes)\\b(?P<year>(?!))?"),
    ),
)
"""

WIRE = (
    "Zu nava batelo mo ri porto ka 3 unimes, gaval ri gardo.\n\nZu 27 homos ka murtas mo ri porto.\n\n"
    "Ilo falis mo zu maro ka ri nokto.\n\nLego plis: zu moda ri porto."
)
LOCAL = "Zu nava batelo mo ri porto ka 5 unimes, gaval ri gardo.\n\nZu 31 homos ka murtas mo ri porto."


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A language beside English, for one test."""
    (tmp_path / "tlh").mkdir()
    (tmp_path / "tlh" / "__init__.py").write_text(PACK, encoding="utf-8")
    _forget()
    monkeypatch.setattr(languages, "__path__", [*languages.__path__, str(tmp_path)])
    yield
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    import sys

    languages.get.cache_clear()
    _vocabularies.cache_clear()
    sys.modules.pop("summarize.languages.tlh", None)


def roles(text: str, language: str | None = None) -> dict[str, SentenceRole]:
    lines = explain([Document(id="a", text=text, language=language)])["a"]
    return {sentence.text: sentence.role for sentence in lines}


def reasons(text: str, language: str | None = None) -> dict[str, str]:
    lines = explain([Document(id="a", text=text, language=language)])["a"]
    return {sentence.text: sentence.reason for sentence in lines}


@pytest.mark.usefixtures("toy")
def test_a_text_in_a_new_language_is_recognised_by_its_small_words() -> None:
    assert detect(WIRE) == "tlh"
    assert {sentence.language for sentence in explain([Document(id="a", text=WIRE)])["a"]} == {"tlh"}


@pytest.mark.usefixtures("toy")
def test_its_boilerplate_is_left_out_and_in_other_languages_stays() -> None:
    assert roles(WIRE)["Lego plis: zu moda ri porto."] is SentenceRole.BOILERPLATE
    assert reasons(WIRE)["Lego plis: zu moda ri porto."] != reasons(WIRE, "en")["Lego plis: zu moda ri porto."]


@pytest.mark.usefixtures("toy")
def test_its_pronouns_make_a_sentence_depend_on_the_one_before() -> None:
    assert is_context_dependent("Ilo falis mo zu maro.", languages.get("tlh"))
    assert not is_context_dependent("Ilo falis mo zu maro.", languages.get("en"))
    brief = summarize([Document(id="a", text=WIRE)], Options(max_sentences=1), WordEncoder())
    assert not brief.sentences[0].text.startswith("Ilo")


@pytest.mark.usefixtures("toy")
def test_its_months_and_its_dead_make_conflicts() -> None:
    brief = summarize([Document(id="wire", text=WIRE), Document(id="local", text=LOCAL)], encoder=WordEncoder())
    assert {tuple(value.value for value in conflict.values) for conflict in brief.conflicts} == {
        ("3 unimes", "5 unimes"),
        ("27 homos", "31 homos"),
    }


@pytest.mark.usefixtures("toy")
def test_a_given_language_goes_before_what_the_words_tell() -> None:
    given = explain([Document(id="a", text=WIRE, language="en-GB")])["a"]
    assert {sentence.language for sentence in given} == {"en"}


def test_a_language_without_a_pack_gets_the_rules_that_hold_in_any() -> None:
    catalan = (
        "By Ann Marsh\n\nEl transbordador no va sortir dilluns del port, i ningú no sap encara quan ho farà.\n\n"
        "© 2029 El Missatger, https://missatger.example"
    )
    assert "ca" not in languages.packs()
    assert roles(catalan, "ca")["© 2029 El Missatger, https://missatger.example"] is SentenceRole.BOILERPLATE
    assert reasons(catalan, "ca")["By Ann Marsh"] != "byline"  # an English one
    assert reasons(catalan, "en")["By Ann Marsh"] == "byline"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The ferry is in the harbour and that is it.", "en"),
        ("Der Mann ist mit dem Hund und das ist nicht von der Frau.", "de"),
        ("Le bateau est dans le port et les gens ne sont pas sur le quai, par une nuit froide.", "fr"),
        ("El barco que salió del puerto con los pasajeros no volvió por la noche, y una mujer lo vio.", "es"),
        ("Паром столкнулся с причалом в тумане, и что с ним, не знают, как и из за чего это.", "ru"),
        ("渡轮在雾中撞上了码头，没有人受伤。", "zh"),
        ("フェリーが霧の中で埠頭に衝突した。", "ja"),
        ("اصطدمت العبارة بالرصيف في الضباب.", "ar"),
        ("घने कोहरे में नौका घाट से टकरा गई।", "hi"),
        ("O Dr. Rui Reis e a Dra. Ana Luz moram em Vila Serena.", "pt"),
        ("Mieszkańcy mówią o wielkim huku w nocy z piątku na sobotę.", "pl"),
        ("El puente está cerrado desde el lunes.", "es"),
        ("Volgens de politie werd de man gisteren aangehouden in zijn woning.", "nl"),
        ("Mannen greps i sin bostad efter ett tips från en granne, säger polisen.", "sv"),
        ("Manden blev anholdt i sit hjem efter et tip fra en nabo, siger politiet.", "da"),
        ("Mannen ble pågrepet i hjemmet etter et tips fra en nabo, sier politiet.", "no"),
        ("Starosta řekl, že most zůstane uzavřený až do června, protože je poškozený.", "cs"),
        ("Starosta povedal, že most zostane zatvorený až do júna, pretože je poškodený.", "sk"),
        ("Міський голова сказав, що міст буде закритий до червня, бо він пошкоджений.", "uk"),
        ("Primarul a spus că podul va fi închis până în iunie, pentru că are fisuri.", "ro"),
        ("A polgármester szerint a híd júniusig zárva marad, mert nem biztonságos.", "hu"),
        ("Şirket üç yüz kişiyi işten çıkaracak, ancak sendika buna karşı.", "tr"),
        ("Kaupunginjohtaja sanoi, että silta on suljettu, koska se on vaurioitunut.", "fi"),
        ("Ο δήμαρχος είπε ότι η γέφυρα θα μείνει κλειστή ως τον Ιούνιο.", "el"),
        ("Mayor Øystein Bjørnsen and Åse Lindström of Malmö met Zoë van der Berg and Şükrü Çelik on Monday.", "en"),
        ("Van der Sar, De Jong, De Ligt and Van Dijk scored for Ajax at De Kuip against Den Haag.", "en"),
        ("Fans sang 'Det er et yndigt land' in Copenhagen, and the band answered.", "en"),
        ("Nicolae Vlad, Ferenc Nagy a magyar, and Petteri Oja met in Ankara.", "en"),
        ("La La Land and Le Monde won in Los Angeles.", "en"),
        ("Norvex Quillon Alvera", "en"),
        ("", "en"),
        ("12 34 56 !!", "en"),
    ],
)
def test_the_language_of_a_text_is_told_by_script_and_small_words(text: str, code: str) -> None:
    assert detect(text) == code


def test_the_language_of_a_text_is_told_without_reading_another_pack() -> None:
    code = (
        "import sys; from summarize.languages.detect import detect; from summarize import languages;"
        "told = detect('Die Brücke ist nicht mehr offen, und das ist für die Stadt ein Problem.');"
        "print(told, [c for c in languages.packs() if f'summarize.languages.{c}' in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "de []"


def test_both_written_forms_of_norwegian_are_read_by_one_pack() -> None:
    assert languages.get("nb") is languages.get("nn") is languages.get("no")
    assert languages.get("da") is not languages.get("no")


def test_names_of_languages_that_nobody_speaks_are_not_kept_and_known_ones_stay() -> None:
    english = languages.get("en")
    for number in range(languages.KEPT + 100):
        languages.get(f"x-{number}")
    assert languages.get.cache_info().currsize <= languages.KEPT
    assert languages.get("en") is english
