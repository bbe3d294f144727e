"""What may be named as a source, and what is said about what cannot be read."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from summarize.errors import SourceError
from summarize.reading import Reading, read_contents, read_sources
from summarize.records.document import MAX_CHARACTERS
from tests.reading.conftest import ReadBytes, ids, only, problem


def test_a_text_file_becomes_a_document_named_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The ferry hit the pier.")
    document = only(read_sources([str(path)]))
    assert (document.id, document.text, document.title) == (str(path), "The ferry hit the pier.", None)


def test_a_document_says_what_kind_of_file_it_was_and_a_line_of_json_that_it_was_none(tmp_path: Path) -> None:
    for name in ("a.txt", "b.md", "c.jsonl", "d"):
        (tmp_path / name).write_text('{"text": "Fog."}')
    paths = [tmp_path / name for name in ("a.txt", "b.md", "c.jsonl", "d")]
    kinds = [document.media_type for document in read_sources(paths).documents]
    assert kinds == ["text/plain", "text/markdown", None, None]
    assert only(read_sources(["-"], io.BytesIO(b"Fog."))).media_type == "text/plain"
    stated = io.BytesIO(b'{"text": "Fog.", "media_type": "text/html"}')
    assert only(read_sources(["-"], stated)).media_type == "text/html"


def test_a_text_has_one_hash_in_every_encoding_and_format(tmp_path: Path) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        (tmp_path / f"{encoding}.txt").write_text("Café owners saw the ferry.", encoding=encoding)
    (tmp_path / "line.jsonl").write_text('{"text": "Caf\\u00e9 owners saw the ferry."}')
    assert len({document.sha256 for document in read_sources([tmp_path]).documents}) == 1


def test_a_path_is_kept_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Fog.")
    monkeypatch.chdir(tmp_path)
    assert ids(read_sources(["a.txt", "./a.txt"])) == ["a.txt", "./a.txt"]


def test_a_folder_gives_its_articles_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "d.JSONL", "c.markdown", "picture.png", "page.xml"):
        (tmp_path / name).write_text('{"text": "Fog.", "id": "line"}')
    assert ids(read_sources([tmp_path])) == [str(tmp_path / name) for name in ("a.txt", "b.md", "c.markdown")] + [
        "line"
    ]


def test_a_folder_keeps_its_hidden_files_and_inner_folders_to_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Fog.")
    (tmp_path / ".draft.txt").write_text("Fog.")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "b.txt").write_text("Fire.")
    (tmp_path / "folder.txt").mkdir()
    reading = read_sources([tmp_path])
    assert ids(reading) == [str(tmp_path / "a.txt")]
    assert reading.problems == ()


def test_a_folder_without_articles_says_which_files_it_looked_for(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    said = problem(read_sources([tmp_path]))
    assert "without articles (.txt, .md, .markdown, .html, " in said
    assert ".docx, " in said


def test_a_folder_of_folders_says_that_they_must_be_named(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    assert problem(read_sources([tmp_path])).endswith("folders inside it are not looked into, name them")


def test_one_bad_source_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Fog.")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "z.txt").write_text("Fire.")
    reading = read_sources([tmp_path / "missing.txt", tmp_path])
    assert ids(reading) == [str(tmp_path / "a.txt"), str(tmp_path / "z.txt")]
    assert [str(error) for error in reading.problems] == [
        f"{tmp_path}/missing.txt: no such file or folder",
        f"{tmp_path}/empty.txt: is empty",
    ]
    assert all(isinstance(error, SourceError) for error in reading.problems)


def test_the_same_file_twice_is_two_documents_with_names_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Fog.")
    assert ids(read_sources([path, path, path])) == [str(path), f"{path} (2)", f"{path} (3)"]


def test_a_second_name_never_takes_a_name_that_was_given(read_bytes: ReadBytes) -> None:
    lines = "".join(f'{{"id": "{name}", "text": "Fog."}}\n' for name in ("a", "a", "a (2)", "a"))
    assert ids(read_bytes(lines, "a.jsonl")) == ["a", "a (3)", "a (2)", "a (4)"]


@pytest.mark.parametrize("name", ["article", "article.text", "article.TXT", "notes.log"])
def test_a_text_file_is_read_whatever_its_extension(read_bytes: ReadBytes, name: str) -> None:
    assert only(read_bytes("Fog in the harbour.\n", name)).text == "Fog in the harbour.\n"


def test_json_lines_are_recognised_without_their_extension(read_bytes: ReadBytes) -> None:
    assert only(read_bytes('\n{"text": "Fog.", "title": "Ferry"}\n', "export.json")).title == "Ferry"


@pytest.mark.parametrize(
    ("name", "data", "advice"),
    [
        ("a.txt", b"\n<!DOCTYPE html><p>Fog.</p>", "an HTML page; name it .html"),
        ("a.txt", b'<?xml version="1.0"?><rss/>', "an XML file"),
        ("a.jsonl", b"PK\x03\x04\x14\x00\x06\x00word/document.xml", "a word processor document; name it .docx"),
        ("a.jsonl", b"PK\x03\x04\x14\x00\x06\x00a.txt", "a ZIP archive; name it .zip"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "an old Office document"),
        ("a.jsonl", b"{\\rtf1\\ansi Fog.}", "an RTF document; name it .rtf"),
        ("a.md", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "an image"),
        ("a.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF", "an image"),
        ("a.webp", b"RIFF\x24\x00\x00\x00WEBPVP8 ", "an image"),
        ("a.pdf", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "an image"),
        ("a.pdf", b"Fog in the harbour.", "plain text; name it .txt"),
        ("a.docx", b"Fog in the harbour.", "plain text; name it .txt"),
        ("a.zip", b"Fog in the harbour.", "plain text; name it .txt"),
        ("a.mp4", b"\x00\x00\x00\x18ftypmp42", "a sound or video recording"),
        ("a.jsonl", b"\x1f\x8b\x08\x00", "a compressed file; name it .gz"),
        ("a.txt", bytes(range(256)) * 4, "binary data"),
        ("a.txt", b"\x00" * 500, "binary data"),
    ],
)
def test_what_is_no_text_is_refused_with_what_it_looks_like(
    read_bytes: ReadBytes, name: str, data: bytes, advice: str
) -> None:
    message = problem(read_bytes(data, name))
    assert f"looks like {advice}" in message
    assert name in message


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", "\ufeff".encode(), "\u00a0\u2003\n".encode()])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.jsonl", "a"])
def test_a_file_without_text_is_a_problem(read_bytes: ReadBytes, name: str, data: bytes) -> None:
    assert name in problem(read_bytes(data, name))


def test_a_text_of_exactly_the_longest_length_is_read_in_any_encoding(read_bytes: ReadBytes) -> None:
    text = "🛳" * MAX_CHARACTERS
    assert len(only(read_bytes(b"\xff\xfe\x00\x00" + text.encode("utf-32-le"))).text) == MAX_CHARACTERS


def test_a_text_one_character_too_long_is_a_problem(read_bytes: ReadBytes) -> None:
    assert "2,000,001 characters" in problem(read_bytes("a" * (MAX_CHARACTERS + 1)))


def test_an_empty_name_does_not_mean_the_current_folder() -> None:
    assert "empty name" in problem(read_sources([""]))


@pytest.mark.skipif(sys.platform != "linux", reason="needs file names that are no Unicode")
def test_a_file_name_that_is_no_unicode_is_read_and_shown_as_well_as_possible(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text("Fog.")
    assert only(read_sources([path])).id == f"{tmp_path}/caf\ufffd.txt"


def test_no_sources_are_an_empty_reading() -> None:
    assert read_sources([]) == Reading((), ())


def test_one_name_instead_of_a_list_is_a_programming_error() -> None:
    with pytest.raises(TypeError, match="sequence"):
        read_sources("article.txt")


@pytest.mark.parametrize("event", ["ferry", "breach", "antitrust"])
def test_the_examples_are_read_without_a_complaint(event: str) -> None:
    reading = read_sources([Path(__file__).parents[2] / "examples" / event])
    assert len(reading.documents) == 6
    assert reading.problems == ()


def test_what_is_in_memory_is_read_as_the_file_of_its_name_would_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    contents = [
        ("a.md", b"---\ntitle: Ferry\n---\n\n**A ferry** struck the pier."),
        ("b.txt", "Caf\u00e9 owners saw it.".encode("latin-1")),
        ("c.JSONL", b'{"text": "Fog."}\n{"text": "Fire.", "id": "b.txt"}\n{'),
        ("d.pdf", b"%PDF-1.7"),
        ("e", b"No extension at all."),
        ("f.txt", b""),
    ]
    for name, content in contents:
        (tmp_path / name).write_bytes(content)
    monkeypatch.chdir(tmp_path)
    from_files = read_sources([name for name, _ in contents])
    from_memory = read_contents(contents)
    assert from_memory.documents == from_files.documents
    assert list(map(str, from_memory.problems)) == list(map(str, from_files.problems))
    assert ids(from_memory) == ["a.md", "b.txt", "c.JSONL:1", "b.txt (2)", "e"]


def test_the_same_name_twice_is_two_articles_in_memory_too() -> None:
    assert ids(read_contents([("a.txt", b"Fog."), ("a.txt", b"Fire.")])) == ["a.txt", "a.txt (2)"]
