"""Text comes back as it was written, whatever encoding it was saved in."""

from __future__ import annotations

import codecs
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from summarize.reading import read_sources
from summarize.reading.decoding import decode
from tests.reading.conftest import ReadBytes, only, problem

ENGLISH = (
    "“We are lucky,” said Mrs O’Hara — the ferry’s captain — on Monday.\r\n\r\nThe repairs cost £4,000, or €4,600. "
    "The café’s owner, Søren Müller, called the company “naïve”…"
)
GERMAN = "Der Bürgermeister sagte am Montag, man müsse über Maßnahmen für die Brücke reden."
FRENCH = "Le préfet a confirmé que la fermeture durera jusqu'à l'été prochain."
SPANISH = "El presidente dijo que la inversión será de 20 millones; ¿por qué no mañana?, preguntó Muñoz."
SWEDISH = "Premiärministern sade att förslaget är orimligt och att åtgärden får vänta till nästa år."
CZECH = "Premiér řekl, že vláda předloží návrh zákona příští týden; opozice žádá důkladnější přípravu."
POLISH = "Prezydent powiedział, że w środę odbędzie się posiedzenie rządu w sprawie powodzi na południu kraju."
TURKISH = "Başbakan, köprünün ay sonuna kadar kapalı kalacağını söyledi. Yaralı sayısı on iki."
LATVIAN = "Tilts būs slēgts līdz mēneša beigām, paziņoja ministrs, un cietušie nogādāti slimnīcā."
RUSSIAN = "Паром столкнулся с пирсом в тумане, ранены двенадцать человек, сообщили в порту."
GREEK = "Το πλοίο προσέκρουσε στην προβλήτα μέσα στην ομίχλη και δώδεκα επιβάτες τραυματίστηκαν."
HEBREW = "המעבורת התנגשה ברציף בערפל ושנים עשר נוסעים נפצעו, כך נמסר מהנמל."
ARABIC = "اصطدمت العبارة بالرصيف في الضباب وأصيب اثنا عشر راكبا بجروح، بحسب إدارة الميناء."
JAPANESE = "フェリーが霧の中で桟橋に衝突し、乗客12人がけがをした。海上保安庁が原因を調べている。"
CHINESE = "一艘渡轮在大雾中撞上码头，造成十二人受伤。港口当局正在调查事故原因。"
KOREAN = "여객선이 짙은 안개 속에서 부두에 부딪혀 승객 12명이 다쳤다. 해경이 원인을 조사하고 있다."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        ("The minister said it wasn’t true.", "cp1252"),
        ("The temperature fell to -20°C in São Paulo’s twin town.", "cp1252"),
        (GERMAN, "latin-1"),
        (FRENCH, "latin-1"),
        (FRENCH.replace("prochain", "prochain, au prix de 300 €"), "iso8859-15"),
        (SPANISH, "cp1252"),
        (SWEDISH, "cp1252"),
        (ENGLISH, "mac_roman"),
        (GERMAN, "cp850"),
        (CZECH, "cp1250"),
        (CZECH, "iso8859-2"),
        (POLISH, "cp1250"),
        (TURKISH, "cp1254"),
        (LATVIAN, "cp1257"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (GREEK, "cp1253"),
        (HEBREW, "cp1255"),
        (ARABIC, "cp1256"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
        (CHINESE, "gb18030"),
        (KOREAN, "euc-kr"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (RUSSIAN, "utf-16-le"),
        (JAPANESE, "utf-16-be"),
        (ENGLISH, "utf-32-le"),
        (ENGLISH, "utf-16"),
        (CHINESE, "utf-16"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "utf-8-sig"),
    ],
)
def test_a_short_article_is_read_in_the_encoding_it_was_saved_in(
    read_bytes: ReadBytes, text: str, encoding: str
) -> None:
    assert only(read_bytes(text.encode(encoding))).text == text


def test_the_first_byte_beyond_ascii_may_come_late(read_bytes: ReadBytes) -> None:
    text = "The ferry struck the pier in fog. " * 5000 + ENGLISH
    assert only(read_bytes(text.encode("cp1252"))).text == text


def test_a_long_text_in_another_script_is_judged_by_its_beginning(read_bytes: ReadBytes) -> None:
    text = (JAPANESE + "\n") * 3000
    assert only(read_bytes(text.encode("shift_jis"))).text == text


@pytest.mark.parametrize(("mark", "encoding"), [(codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF32_BE, "utf-32-be")])
def test_a_byte_order_mark_is_obeyed_and_no_part_of_the_text(mark: bytes, encoding: str, read_bytes: ReadBytes) -> None:
    assert only(read_bytes(mark + ENGLISH.encode(encoding))).text == ENGLISH


def test_stray_windows_characters_do_not_spoil_a_utf8_text(read_bytes: ReadBytes) -> None:
    data = ENGLISH.encode() + b" It\x92s over."
    assert only(read_bytes(data)).text == ENGLISH + " It’s over."


def test_a_utf8_text_cut_in_the_middle_of_a_character_loses_only_that(read_bytes: ReadBytes) -> None:
    assert only(read_bytes((ENGLISH + " 🛳").encode()[:-1])).text == ENGLISH + " " + "\ufffd" * 3


def test_a_nul_in_a_text_is_kept(read_bytes: ReadBytes) -> None:
    text = "The ferry hit\0 the pier. Nobody was killed, the coastguard said."
    assert only(read_bytes(text)).text == text


def test_bytes_in_no_known_encoding_are_refused(read_bytes: ReadBytes) -> None:
    noise = bytes(128 + (i * i * 37 + i * 11) % 128 for i in range(500))
    assert "its character encoding cannot be recognised; save it as UTF-8 first" in problem(read_bytes(noise))


@pytest.mark.parametrize("text", ["one\r\ntwo\r\n", "one\rtwo\r", "one\ntwo", "one\x0btwo\x0c\x85three\u2028four"])
def test_line_endings_are_kept(read_bytes: ReadBytes, text: str) -> None:
    assert only(read_bytes(text.encode())).text == text


texts = st.text(st.one_of(st.characters(exclude_categories=("Cs", "Cc")), st.sampled_from("\n\r\t\v\f")))


@given(texts)
@example("\r\n\rÅ\n")
@example("Ã¤ looks like it was decoded wrongly already")
def test_any_text_in_utf8_comes_back_exactly(text: str) -> None:
    """Text without a byte order mark, and that does not begin like a PDF, an image or a page of HTML."""
    assume(text.strip() and not text.startswith("\ufeff"))
    assert decode(text.encode(), "a.txt") == text


western_words = st.sampled_from(
    ("the", "“fog”", "captain’s", "—", "‘late’", "€5", "20°C", "café", "naïve", "São", "…", "½")
)


@given(st.lists(western_words, unique=True))
def test_curly_quotes_and_names_saved_on_windows_come_back_exactly(words: list[str]) -> None:
    text = " ".join(["The ferry hit the pier in fog on Monday.", *words])
    assert decode(text.encode("cp1252"), "a.txt") == text


@settings(deadline=None)  # the first of a format pays for its imports
@given(st.binary(max_size=300), st.sampled_from([".txt", ".md", ".jsonl", "", ".html"]))
def test_any_bytes_are_read_or_refused_but_never_raise(data: bytes, extension: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a{extension}")
        path.write_bytes(data)
        reading = read_sources([path])
    assert reading.documents or reading.problems
    assert all(document.text.strip() for document in reading.documents)
    assert all(str(path) in str(error) for error in reading.problems)


def test_a_utf8_text_needs_no_detector_and_no_markdown_parser(tmp_path: Path) -> None:
    """Their import costs time that most runs need not spend."""
    path = tmp_path / "a.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    code = (
        "import sys; from summarize.reading import read_sources; before = set(sys.modules);"
        f"print(len(read_sources([{str(path)!r}]).documents));"
        "print({'charset_normalizer', 'markdown_it'} & (set(sys.modules) - before))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split("\n")[:2] == ["1", "set()"]
