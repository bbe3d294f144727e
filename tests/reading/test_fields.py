"""JSON and tables of others are read whatever they call their fields."""

from __future__ import annotations

import importlib.util
import io
import json
import sys
from datetime import UTC, date, datetime
from typing import Any

import pytest

from summarize.reading import Settings, read_contents, read_sources
from summarize.records.document import BlockRole, Document
from tests.reading.conftest import ReadBytes, only, problem
from tests.reading.web_pages import FERRY

needs_arrow = pytest.mark.skipif(
    importlib.util.find_spec("pyarrow") is None, reason="the extra parquet is not installed"
)

NEWS_PLEASE = {
    "maintext": FERRY[0],
    "title": "Ferry",
    "date_publish": "2029-11-13 10:42:00",
    "source_domain": "mercury.example",
    "url": "https://mercury.example/1",
    "language": "en",
    "authors": ["U. Kelland"],
}
NEWS_API = {
    "source": {"id": "mercury", "name": "The Ennick Mercury"},
    "title": "Ferry",
    "url": "https://mercury.example/1",
    "publishedAt": "2029-11-13T10:42:00Z",
    "content": FERRY[0],
}
NEWSPAPER = {
    "text": FERRY[0],
    "title": "Ferry",
    "publish_date": "2029-11-13T10:42:00",
    "source_url": "https://mercury.example",
}
NESTED = {
    "url": "https://mercury.example/1",
    "article": {"headline": "Ferry", "articleBody": FERRY[0], "datePublished": "2029-11-13"},
}
GDELT = {
    "DocumentIdentifier": "https://mercury.example/1",
    "SourceCommonName": "mercury.example",
    "body": FERRY[0],
    "title": "Ferry",
    "seendate": "20291113T104200Z",
}
MADE = {"newsplease": NEWS_PLEASE, "newsapi": NEWS_API, "newspaper": NEWSPAPER, "nested": NESTED, "gdelt": GDELT}


@pytest.mark.parametrize("data", MADE.values(), ids=MADE)
def test_an_article_as_others_write_it_is_read_with_all_that_is_said_of_it(
    read_bytes: ReadBytes, data: dict[str, Any]
) -> None:
    for name, written in (
        ("a.json", json.dumps(data, indent=1)),
        ("a.jsonl", json.dumps(data)),
        ("a", json.dumps(data)),
    ):
        document = only(read_bytes(written, name))
        assert (document.text, document.title) == (FERRY[0], "Ferry")
        assert (document.url or "").startswith("https://mercury.example")
        assert document.published is not None
        assert document.published.date() == date(2029, 11, 13)
    if data in (NEWS_PLEASE, GDELT):
        assert document.publisher == "mercury.example"
    if data is NEWS_API:
        assert document.publisher == "The Ennick Mercury"


@pytest.mark.parametrize(
    ("given", "moment"),
    [
        ("2029-11-13T10:42:00Z", datetime(2029, 11, 13, 10, 42, tzinfo=UTC)),
        ("Tue, 13 Nov 2029 10:42:00 GMT", datetime(2029, 11, 13, 10, 42, tzinfo=UTC)),
        ("20291113104200", datetime(2029, 11, 13, 10, 42)),
        (1889260920, datetime(2029, 11, 13, 10, 42, tzinfo=UTC)),
        (1889260920000, datetime(2029, 11, 13, 10, 42, tzinfo=UTC)),
    ],
)
def test_a_date_is_read_in_any_of_its_forms(read_bytes: ReadBytes, given: object, moment: datetime) -> None:
    assert only(read_bytes(json.dumps({"text": "Fog.", "date": given}), "a.jsonl")).published == moment


def test_a_field_that_cannot_be_used_gives_way_to_the_next(read_bytes: ReadBytes) -> None:
    reading = read_bytes(json.dumps({"text": "Fog.", "published": "last Tuesday", "date": "2029-11-13"}), "a.jsonl")
    assert reading.documents[0].published == datetime(2029, 11, 13)
    assert '"published" is no ISO 8601 date' in str(reading.problems[0])


def test_a_list_of_articles_is_read_wherever_it_stands(read_bytes: ReadBytes) -> None:
    both = [NEWS_API, {**NEWS_API, "content": FERRY[1]}]
    for data in (both, {"status": "ok", "articles": both}, {"response": {"results": both}}):
        reading = read_bytes(json.dumps(data), "a.json")
        assert [document.text for document in reading.documents] == list(FERRY[:2])
        assert [document.id.rpartition(":")[2] for document in reading.documents] == ["1", "2"]
    assert len(read_sources(["-"], io.BytesIO(json.dumps(both, indent=2).encode())).documents) == 2


def test_what_stands_beside_articles_without_a_text_is_named(read_bytes: ReadBytes) -> None:
    reading = read_bytes(json.dumps([{"text": "Fog."}, {"title": "Ferry"}, 7]), "a.json")
    assert len(reading.documents) == 1
    assert ['article 2: no "text"' in str(reading.problems[0]), "article 3: a number" in str(reading.problems[1])] == [
        True
    ] * 2


def test_json_lines_are_read_under_the_suffix_of_json_too(read_bytes: ReadBytes) -> None:
    assert len(read_bytes('{"text": "Fog."}\n{"text": "Fire."}\n', "a.json").documents) == 2


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", "is empty"),
        ("{", "not JSON"),
        ('{"a": 1}', "JSON without an article"),
        ("[]", "JSON without an article"),
        ('[{"text": "Fog."}', "not JSON"),
        ("[" * 200_000, "lists too deep"),
        ("[" * 50 + "]" * 50, "JSON without an article"),
        ("[" + "[]," * 3_000_000 + "[]]", "more values than articles have"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "an image"),
    ],
)
def test_json_that_holds_no_article_is_named(read_bytes: ReadBytes, data: str | bytes, said: str) -> None:
    message = problem(read_bytes(data, "a.json"))
    assert said in message
    assert "\n" not in message


def test_markup_in_a_text_of_others_becomes_blocks_and_in_our_own_it_stays(read_bytes: ReadBytes) -> None:
    markup = f"<h2>Fog</h2><p>{FERRY[0]}</p><p>{FERRY[1]} &amp; more.</p>"
    document = only(read_bytes(json.dumps({"content": markup}), "a.json"))
    assert document.text == f"Fog\n\n{FERRY[0]}\n\n{FERRY[1]} & more."
    assert document.blocks[0].role is BlockRole.HEADING
    assert only(read_bytes(json.dumps({"text": "<p>Fog</p>"}), "a.json")).text == "<p>Fog</p>"
    assert only(read_bytes(json.dumps({"body": "Prices < 5 and > 3"}), "a.json")).text == "Prices < 5 and > 3"


def table(read_bytes: ReadBytes, text: str, name: str = "a.csv") -> tuple[Document, ...]:
    reading = read_bytes(text, name)
    assert reading.problems == ()
    return reading.documents


def test_a_row_of_a_table_is_an_article(read_bytes: ReadBytes) -> None:
    rows = 'id,Title,Content,Date,source\n7,Ferry,"Fog, he said.\n""Dense"" fog.",2029-11-13,Mercury\n\n,Fire,Fire.,,\n'
    one, two = table(read_bytes, rows)
    assert (one.id, one.title, one.text, one.publisher) == ("7", "Ferry", 'Fog, he said.\n"Dense" fog.', "Mercury")
    assert one.published == datetime(2029, 11, 13)
    assert (two.id.rpartition("a.csv")[2], two.text, two.published) == (":4", "Fire.", None)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_tells_what_parts_its_columns(read_bytes: ReadBytes, delimiter: str) -> None:
    rows = "\n".join(delimiter.join(cells) for cells in (("title", "body"), ("Ferry", "Fog."), ("Fire", "Smoke.")))
    assert [document.text for document in table(read_bytes, rows)] == ["Fog.", "Smoke."]
    assert [document.title for document in table(read_bytes, rows, "a.tsv")] == ["Ferry", "Fire"]


def test_a_column_of_another_name_is_named_by_the_user() -> None:
    rows = b"headline,lede,wording\nFerry,Fog.,Dense fog.\n"
    said = problem(read_contents([("a.csv", rows)]))
    assert (
        "no column that is called as texts are; name one with --text-column (there are: headline, lede, wording)"
        in said
    )
    assert only(read_contents([("a.csv", rows)], Settings(text_column="wording"))).text == "Dense fog."
    assert 'no column "words"' in problem(read_contents([("a.csv", rows)], Settings(text_column="words")))
    other = json.dumps([{"wording": "Fog."}]).encode()
    assert only(read_contents([("a.json", other)], Settings(text_column="wording"))).text == "Fog."
    assert only(read_contents([("a.jsonl", b'{"wording": "Fog."}')], Settings(text_column="wording"))).text == "Fog."


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \n", "holds only white space"),
        (b"text\n", "has no row"),
        (b"text,title\n,Ferry\n", '"text" is empty'),
        (b'text\n"' + b"a" * 2_100_000, "is no table from row"),
        (b"PK\x03\x04a.txt", "a ZIP archive"),
        (b"text\n" + b"\xff" * 2_000, ""),
        (b"text," * 300_000 + b"\n", ""),
    ],
)
def test_a_table_without_articles_is_named(read_bytes: ReadBytes, data: bytes, said: str) -> None:
    reading = read_bytes(data, "a.csv")
    if said:
        assert said in problem(reading)
    assert reading.documents or reading.problems


def parquet(rows: list[dict[str, object]]) -> bytes:
    import pyarrow
    from pyarrow.parquet import write_table

    written = io.BytesIO()
    write_table(pyarrow.Table.from_pylist(rows), written)
    return written.getvalue()


@needs_arrow
def test_a_row_of_parquet_is_an_article(read_bytes: ReadBytes) -> None:
    rows: list[dict[str, object]] = [
        {"maintext": "Fog.", "title": "Ferry", "date": datetime(2029, 11, 13, 10, 42, tzinfo=UTC), "size": 7},
        {"maintext": "Fire.", "title": None, "date": None, "size": 8},
    ]
    one, two = read_bytes(parquet(rows), "a.parquet").documents
    assert (one.text, one.title, one.published) == ("Fog.", "Ferry", datetime(2029, 11, 13, 10, 42, tzinfo=UTC))
    assert (two.text, two.title, two.published) == ("Fire.", None, None)
    assert len(read_bytes(parquet(rows), "download").documents) == 2


@needs_arrow
def test_parquet_that_cannot_be_read_is_named(read_bytes: ReadBytes) -> None:
    rows = parquet([{"wording": "Fog."}])
    assert "no column that is called as texts are" in problem(read_bytes(rows, "a.parquet"))
    assert only(read_contents([("a.parquet", rows)], Settings(text_column="wording"))).text == "Fog."
    for data in (rows[:40], rows[:-9], b"PAR1" + bytes(100) + b"PAR1"):
        assert "damaged Parquet file" in problem(read_bytes(data, "a.parquet"))
    assert "looks like plain text; name it .txt" in problem(read_bytes(b"Fog.", "a.parquet"))


def test_without_pyarrow_the_message_says_how_to_install_it(
    read_bytes: ReadBytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert "pip install 'summarize[parquet]'" in problem(read_bytes(b"PAR1", "a.parquet"))
