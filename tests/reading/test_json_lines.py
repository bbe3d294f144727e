"""One article a line."""

from __future__ import annotations

import codecs
import json
import time
from datetime import UTC, datetime

import pytest

from summarize import Document
from summarize.reading.formats import jsonl
from tests.reading.conftest import ReadBytes, only, problem


def test_a_line_carries_everything_a_document_holds(read_bytes: ReadBytes) -> None:
    line = {
        "id": "npa-1",
        "text": "Fog.\r\nFire.",
        "title": "Ferry",
        "url": "https://npa.example/1",
        "publisher": "NPA",
        "published": "2029-11-13T10:42:00Z",
        "unknown": [1, 2],
    }
    document = only(read_bytes(json.dumps(line), "a.jsonl"))
    assert (document.id, document.text, document.title) == ("npa-1", "Fog.\r\nFire.", "Ferry")
    assert (document.url, document.publisher) == ("https://npa.example/1", "NPA")
    assert document.published == datetime(2029, 11, 13, 10, 42, tzinfo=UTC)


@pytest.mark.parametrize(
    ("pages", "signed", "known"),
    [([0, 5], True, (0, 5)), ([0, 5], False, ()), ([12, 15], True, ()), ("A1-A3", True, ()), (None, True, ())],
)
def test_a_line_tells_pages_of_the_text_whose_hash_it_gives(
    read_bytes: ReadBytes, pages: object, signed: bool, known: tuple[int, ...]
) -> None:
    """Others call the number of a page so, or of pages."""
    line = {"text": "Fog.\nFire.", "pages": pages} | ({"sha256": Document("a", "Fog.\nFire.").sha256} if signed else {})
    assert only(read_bytes(json.dumps(line), "a.jsonl")).pages == known


def test_only_the_text_is_required(read_bytes: ReadBytes) -> None:
    document = only(read_bytes('{"text": "Fog.", "id": "", "title": null, "url": "", "published": null}', "a.jsonl"))
    assert document.id.endswith("a.jsonl:1")
    assert (document.title, document.url, document.publisher, document.published) == (None,) * 4


def test_blank_lines_are_passed_over_and_lines_counted_as_an_editor_counts_them(read_bytes: ReadBytes) -> None:
    reading = read_bytes('\n  \r\n{"text": "Fog."}\r\n\n{"text": "Fire."}', "a.jsonl")
    assert [document.id.rsplit(":", 1)[1] for document in reading.documents] == ["3", "5"]


def test_a_line_separator_inside_a_text_does_not_end_the_line(read_bytes: ReadBytes) -> None:
    assert only(read_bytes('{"text": "Fog.\u2028Fire.\x85"}', "a.jsonl")).text == "Fog.\u2028Fire.\x85"


@pytest.mark.parametrize(("identity", "name"), [("7", "7"), ("7.5", "7.5"), ('"07"', "07")])
def test_a_numeric_id_is_a_name_too(read_bytes: ReadBytes, identity: str, name: str) -> None:
    assert only(read_bytes(f'{{"text": "Fog.", "id": {identity}}}', "a.jsonl")).id == name


def test_a_byte_order_mark_does_no_harm(read_bytes: ReadBytes) -> None:
    assert only(read_bytes(codecs.BOM_UTF8 + b'{"text": "Fog."}', "a.jsonl")).text == "Fog."


def test_a_file_saved_on_windows_is_read(read_bytes: ReadBytes) -> None:
    data = '{"text": "“Fog,” she said — it’s Monday."}'.encode("cp1252")
    assert only(read_bytes(data, "a.jsonl")).text == "“Fog,” she said — it’s Monday."


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"text": "Fog." "id": 1}', "not JSON (Expecting ',' delimiter at character 17)"),
        ("Fog.", "not JSON (Expecting value at character 1)"),
        ('{"title": "Ferry"}', 'no "text"; every article needs one'),
        ('{"text": null}', 'no "text"; every article needs one'),
        ('{"text": 7}', '"text" is a number, not a string'),
        ('{"text": ["Fog."]}', '"text" is a list, not a string'),
        ('{"text": " "}', '"text" is empty'),
        ('"Fog."', 'a string, not an object with a "text"'),
        ("null", 'null, not an object with a "text"'),
        ('{"text": "\\ud800"}', "half a surrogate pair"),
        ('{"n": ' + "1" * 10_000 + ', "text": "Fog."}', "JSON with a number too long or lists too deep to read"),
        ('{"n": ' + "[" * 200_000 + "}", "JSON with a number too long or lists too deep to read"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(read_bytes: ReadBytes, line: str, message: str) -> None:
    reading = read_bytes(f'{{"text": "Fog."}}\n{line}\n{{"text": "Fire."}}\n', "articles.jsonl")
    assert [document.text for document in reading.documents] == ["Fog.", "Fire."]
    (error,) = reading.problems
    assert "articles.jsonl, line 2: " in str(error)
    assert message in str(error)


@pytest.mark.parametrize(
    ("field", "message"),
    [
        (
            '"published": "last Tuesday"',
            "\"published\" is no ISO 8601 date such as 2029-11-13T10:42:00 ('last Tuesday')",
        ),
        ('"published": 7', '"published" is a number, not a string'),
        ('"title": ["Ferry"]', '"title" is a list, not a string'),
        ('"url": false', '"url" is true or false, not a string'),
        ('"id": {}', '"id" is an object, not a string'),
    ],
)
def test_a_field_of_no_use_is_reported_and_the_article_kept_without_it(
    read_bytes: ReadBytes, field: str, message: str
) -> None:
    reading = read_bytes(f'{{"text": "Fog.", {field}}}', "articles.jsonl")
    (document,) = reading.documents
    assert (document.title, document.url, document.published) == (None, None, None)
    (error,) = reading.problems
    assert f"articles.jsonl, line 1: {message}" in str(error)
    assert str(error).endswith("kept without it")


def test_a_json_array_is_one_problem_and_not_one_a_line(read_bytes: ReadBytes) -> None:
    assert "is a JSON array, not JSON lines" in problem(
        read_bytes('[\n{"text": "Fog."},\n{"text": "Fire."}\n]', "a.jsonl")
    )


def test_json_lines_in_utf16_say_what_to_do(read_bytes: ReadBytes) -> None:
    assert "save it as UTF-8" in problem(read_bytes('{"text": "Fog."}\n'.encode("utf-16"), "a.jsonl"))


def test_a_line_too_long_is_passed_over_whole(read_bytes: ReadBytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAX_LINE_BYTES", 50)
    long = json.dumps({"text": "Fog. " * 100})
    reading = read_bytes(f'{{"text": "Fog."}}\n{long}\n{{"text": "Fire."}}\n{long}', "a.jsonl")
    assert [document.id.rsplit(":", 1)[1] for document in reading.documents] == ["1", "3"]
    assert [str(error).split("a.jsonl, ")[1] for error in reading.problems] == [
        "line 2: longer than 50 bytes; an article has a few thousand",
        "line 4: longer than 50 bytes; an article has a few thousand",
    ]


def test_the_longest_text_fits_a_line_even_with_every_character_escaped(read_bytes: ReadBytes) -> None:
    text = "é" * 2_000_000
    assert only(read_bytes(json.dumps({"text": text}), "a.jsonl")).text == text


def test_a_file_of_another_kind_does_not_fill_the_screen(read_bytes: ReadBytes) -> None:
    reading = read_bytes("Fog.\n" * 1000, "a.jsonl")
    assert len(reading.problems) == 21
    assert "980 more problems" in str(reading.problems[-1])


@pytest.mark.timed
@pytest.mark.parametrize("name", ["a.jsonl", "a.log", "a.txt"])
@pytest.mark.parametrize("line", [b"\n", b" \r\n"])
def test_a_file_of_millions_of_blank_lines_is_told_at_once(read_bytes: ReadBytes, name: str, line: bytes) -> None:
    begun = time.process_time()
    assert problem(read_bytes(line * 10_000_000, name))
    assert time.process_time() - begun < 1


def test_of_a_million_articles_so_many_are_read_and_that_is_told(
    read_bytes: ReadBytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jsonl, "MAX_LINES", 3)
    reading = read_bytes('{"text": "Fog."}\n' * 5, "a.jsonl")
    assert len(reading.documents) == 3
    (error,) = reading.problems
    assert "line 4: the rest was not read" in str(error)
