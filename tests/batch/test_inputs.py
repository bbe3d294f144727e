"""What collections are read from."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from summarize.batch import Collection, inputs, open_input
from summarize.errors import SourceError
from tests.batch.conftest import Write, collection, read


def only(path: Path) -> Collection:
    (found,) = read(path)
    return found


def test_a_line_is_a_collection_of_documents_with_the_fields_of_json_lines(write: Write) -> None:
    article = {"id": "npa", "text": "Fog.", "title": "Ferry", "published": "2029-11-13T10:42:00Z"}
    found = only(write({"id": "ferry", "documents": [article, {"text": "Fire."}]}))
    assert (found.id, found.place, found.problem) == ("ferry", "line 1", None)
    first, second = found.read().documents
    assert (first.id, first.text, first.title) == ("npa", "Fog.", "Ferry")
    assert first.published == datetime(2029, 11, 13, 10, 42, tzinfo=UTC)
    assert second.id == "ferry:2"


def test_blank_lines_are_passed_over_and_a_line_without_an_id_is_called_by_its_number(write: Write) -> None:
    found = read(write("", {"documents": [{"text": "Fog."}]}, "  ", collection(7, "Fire.")))
    assert [c.id for c in found] == ["line-2", "7"]


@pytest.mark.parametrize(
    ("line", "kind", "says"),
    [
        ("nonsense", "not-json", "line 1: not JSON"),
        ("[1]", "not-json", 'line 1: a list, not an object with a list "documents"'),
        ("{}", "no-documents", 'line 1: no "documents"'),
        ({"text": "Fog."}, "no-documents", "this is an article, and a line is a collection of them"),
        ({"documents": []}, "no-documents", '"documents" is empty'),
        ({"documents": "Fog."}, "no-documents", '"documents" is a string, not a list'),
        ({"id": ["x"], "documents": [{"text": "Fog."}]}, "not-json", '"id" is a list, not a string'),
        ('{"id": "\\ud800", "documents": [{"text": "Fog."}]}', "not-json", '"id" holds half a surrogate pair'),
        ('{"documents": ' + "[" * 100_000 + "]" * 100_000 + "}", "not-json", "too deep"),
        (b"\x80\x81\xfe{", "not-json", "line 1"),
    ],
)
def test_a_bad_line_is_a_collection_with_a_problem_and_the_next_is_read(
    write: Write, line: Any, kind: str, says: str
) -> None:
    # Not as the first line: a file that begins as a JSON array is refused as a whole.
    first, bad, good = read(write(collection("a", "Fog."), line, collection("b", "Fire.")))
    assert (first.problem, good.problem, good.id) == (None, None, "b")
    assert bad.problem is not None
    assert bad.problem.type == kind
    assert says.replace("line 1", "line 2") in bad.problem.detail
    assert "\n" not in bad.problem.detail


def test_a_line_that_never_ends_is_one_problem_and_is_not_held(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "MAX_COLLECTION_BYTES", 1000)
    long, good = read(write("x" * 1_000_000, collection("b", "Fire.")))
    assert long.problem is not None
    assert long.problem.type == "too-large"
    assert long.problem.detail.endswith("divide it into several collections")
    assert good.id == "b"


@pytest.mark.parametrize("lines", [["x" * 9_000, collection("b", "Fire.")], [collection("b", "Fire."), "x" * 9_000]])
def test_the_part_of_a_line_that_was_passed_over_counts_as_read(
    write: Write, monkeypatch: pytest.MonkeyPatch, lines: list[Any]
) -> None:
    monkeypatch.setattr(inputs, "MAX_COLLECTION_BYTES", 1000)
    given = open_input(str(write(*lines)))
    assert len(list(given)) == 2
    assert given.share_read() == 1


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)])
def test_packed_lines_are_read_as_they_are_unpacked_and_what_is_cut_off_is_said(
    tmp_path: Path, suffix: str, pack: Callable[[bytes], bytes]
) -> None:
    lines = "".join(json.dumps(collection(n, f"Fog {n}.")) + "\n" for n in range(3)).encode()
    path = tmp_path / f"collections.jsonl{suffix}"
    path.write_bytes(pack(lines))
    given = open_input(str(path))
    assert [c.id for c in given] == ["0", "1", "2"]
    assert given.share_read() == 1
    for damaged in (pack(lines)[:-20], lines):
        path.write_bytes(damaged)
        with pytest.raises(SourceError, match="cannot be read to its end") as told:
            read(path)
        assert "\n" not in str(told.value)


def test_packed_lines_that_ask_for_a_gigabyte_of_memory_are_refused(tmp_path: Path) -> None:
    greedy = [{"id": lzma.FILTER_LZMA2, "dict_size": 2**30}]
    path = tmp_path / "collections.jsonl.xz"
    path.write_bytes(lzma.compress(json.dumps(collection("a", "Fog.")).encode(), filters=greedy))
    with pytest.raises(SourceError, match="cannot be read to its end .*Memory usage limit"):
        read(path)


@pytest.mark.parametrize(("content", "says"), [(b"[\n{}\n]", "JSON array"), (b"\xff\xfe{\0", "UTF-16")])
def test_a_file_that_holds_no_json_lines_at_all_is_refused(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "array.jsonl"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=says):
        read(path)


def test_an_article_that_is_none_is_told_of_and_the_others_are_read(write: Write) -> None:
    reading = only(write({"id": "a", "documents": [{"text": "Fog."}, {"title": "x"}, 5]})).read()
    assert len(reading.documents) == 1
    assert [str(problem) for problem in reading.problems] == [
        'document 2: no "text"; every article needs one',
        'document 3: a number, not an object with a "text"',
    ]


def test_the_digest_follows_what_is_read_and_nothing_else(write: Write) -> None:
    plain = {"id": "a", "documents": [{"text": "Fog.", "title": "Ferry"}]}
    digest = only(write(plain)).digest
    beside = {"documents": [{"title": "Ferry", "text": "Fog.", "fetched": 7}], "id": "a", "desk": "sea"}
    assert only(write(beside)).digest == digest
    changed = {"id": "a", "documents": [{"text": "Fog.", "title": "Ferries"}]}
    assert only(write(changed)).digest != digest


def test_a_folder_of_folders_is_a_collection_each(tmp_path: Path) -> None:
    for name in ("b", "a", ".hidden"):
        (tmp_path / "in" / name).mkdir(parents=True)
        (tmp_path / "in" / name / "1.txt").write_text("Fog.")
    (tmp_path / "in" / "a" / "2.md").write_text("Fire.")
    (tmp_path / "in" / "empty").mkdir()
    (tmp_path / "in" / "beside.txt").write_text("Not in a folder.")
    first, second, empty = read(tmp_path / "in")
    assert [first.id, second.id, empty.id] == ["a", "b", "empty"]
    assert [document.id for document in first.read().documents] == ["1.txt", "2.md"]
    assert empty.problem is not None
    assert empty.problem.type == "no-documents"
    digest = first.digest
    (tmp_path / "in" / "a" / "1.txt").write_text("Fog!")
    assert read(tmp_path / "in")[0].digest != digest


def test_a_folder_without_folders_says_what_it_should_hold(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Fog.")
    with pytest.raises(SourceError, match="each collection is a folder"):
        open_input(str(tmp_path))


def test_what_is_not_there_is_said() -> None:
    with pytest.raises(SourceError, match="no such file"):
        open_input("missing.jsonl")
