"""Collections out of Parquet, in either layout."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from summarize.batch import inputs, open_input
from summarize.errors import SourceError
from tests.batch.conftest import Write, read

ARTICLES: list[dict[str, Any]] = [
    {"id": "1", "text": "Fog.", "title": "Ferry"},
    {"id": "2", "text": "Fire.", "title": None},
]


@pytest.fixture
def parquet(tmp_path: Path) -> Any:
    pyarrow = pytest.importorskip("pyarrow", reason="Parquet needs the extra parquet")
    from pyarrow import parquet

    def write(rows: list[dict[str, Any]]) -> Path:
        path = tmp_path / "collections.parquet"
        parquet.write_table(pyarrow.Table.from_pylist(rows), path)
        return path

    return write


def test_parquet_of_either_layout_reads_as_the_same_lines_do(parquet: Any, write: Write) -> None:
    lines = read(write({"id": "a", "documents": ARTICLES}, {"id": "b", "documents": ARTICLES[:1]}))
    flat = [{"collection": "a", **ARTICLES[0]}, {"collection": "a", **ARTICLES[1]}, {"collection": "b", **ARTICLES[0]}]
    nested = [{"id": "a", "documents": ARTICLES}, {"id": "b", "documents": ARTICLES[:1]}]
    for rows in (flat, nested):
        found = read(parquet(rows))
        assert [c.id for c in found] == ["a", "b"]
        assert [c.read() for c in found] == [c.read() for c in lines]


def test_dates_of_parquet_are_dates(parquet: Any) -> None:
    moment = datetime(2029, 11, 13, 10, 42, tzinfo=UTC)
    (found,) = read(parquet([{"collection": "a", "text": "Fog.", "published": moment}]))
    assert found.read().documents[0].published == moment


def test_parquet_that_holds_no_collections_says_which_columns_it_needs(parquet: Any, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match='needs columns "id" and "documents"'):
        open_input(str(parquet([{"text": "Fog."}])))
    empty = read(parquet([{"id": "a", "documents": ARTICLES}, {"id": "b", "documents": []}]))[1]
    assert empty.problem is not None
    (tmp_path / "not.parquet").write_text(json.dumps({}))
    with pytest.raises(SourceError, match="is no Parquet file"):
        open_input(str(tmp_path / "not.parquet"))


def problems(path: Path) -> dict[str, tuple[str, str]]:
    return {c.id: (c.problem.type, c.problem.detail) for c in read(path) if c.problem is not None}


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (b"Ferry", '"title" is binary, not a string'),
        (timedelta(3), '"title" is a duration, not a string'),
        (time(10, 42), '"title" is a time of day, not a string'),
        ([b"Ferry"], '"title" is binary, not a string'),
        ({"of": {"page": timedelta(3)}}, '"title.of.page" is a duration, not a string'),
    ],
)
def test_a_cell_of_parquet_that_no_line_could_hold_fails_its_collection_alone(
    parquet: Any, value: Any, says: str
) -> None:
    good = {"collection": "a", "text": "Fog.", "title": None}
    path = parquet([good, {"collection": "b", "text": "Fire.", "title": value}, {**good, "collection": "c"}])
    assert problems(path) == {"b": ("invalid-document", f"row 2: {says}")}
    assert [c.id for c in read(path)] == ["a", "b", "c"]
    nested = [{"id": "n", "documents": [{"text": "Fog.", "title": value}]}]
    assert problems(parquet(nested)) == {
        "n": ("invalid-document", f"row 1: {says.replace('title', 'documents.title')}")
    }


def test_columns_that_nobody_asked_for_may_hold_anything(parquet: Any) -> None:
    (found,) = read(parquet([{"collection": "a", "text": "Fog.", "thumbnail": b"\xff", "took": timedelta(1)}]))
    assert (found.problem, found.read().documents[0].text) == (None, "Fog.")


@pytest.mark.parametrize("documents", [7, "Fog.", True, {"text": "Fog."}])
def test_documents_of_parquet_that_are_no_list_are_told_of(parquet: Any, documents: Any) -> None:
    ((kind, detail),) = problems(parquet([{"id": "a", "documents": documents}])).values()
    assert kind == "no-documents"
    assert '"documents" is ' in detail
    assert detail.endswith(", not a list")


@pytest.mark.parametrize("value", [b"a", [1], {"of": "a"}, timedelta(1), True])
def test_what_cannot_name_a_collection_of_parquet_is_told_of(parquet: Any, value: Any) -> None:
    assert list(problems(parquet([{"id": value, "documents": [{"text": "Fog."}]}]))) == ["row-1"]


def test_numbers_and_dates_name_collections_of_parquet(parquet: Any) -> None:
    for value, name in ((7, "7"), (Decimal("12"), "12"), (datetime(2029, 11, 13).date(), "2029-11-13")):
        (found,) = read(parquet([{"collection": value, "text": "Fog."}]))
        assert (found.id, found.problem) == (name, None)


def test_a_string_of_parquet_that_is_no_unicode_fails_its_collection_alone(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow", reason="Parquet needs the extra parquet")
    from pyarrow import parquet

    texts = pyarrow.array([b"Fog.", b"\xff\xfe", b"Fire."]).view(pyarrow.string())
    path = tmp_path / "collections.parquet"
    parquet.write_table(pyarrow.table({"collection": ["a", "b", "c"], "text": texts}), path)
    ((name, (kind, detail)),) = problems(path).items()
    assert (name, kind) == ("b", "invalid-document")
    assert detail.startswith('row 2: "text" cannot be read (')
    assert [c.id for c in read(path)] == ["a", "b", "c"]


def test_rows_of_one_collection_that_stand_apart_fail_it_once_and_no_part_of_it_is_given(parquet: Any) -> None:
    rows = [{"collection": name, "text": f"Text {n}."} for n, name in enumerate("abacbaca")]
    path = parquet([*rows, {"collection": "d", "text": "Fog."}, {"collection": "d", "text": "Fire."}])
    found = read(path)
    assert [c.id for c in found] == ["a", "b", "c", "d"]
    assert {kind for kind, _ in problems(path).values()} == {"scattered-rows"}
    assert problems(path)["b"][1] == (
        "row 2: rows of this collection do not stand together; sort the file by collection"
    )
    assert len(found[3].records) == 2


def test_a_collection_of_parquet_has_the_bound_that_one_of_lines_has(
    parquet: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inputs, "MAX_COLLECTION_BYTES", 20_000)
    flat: list[dict[str, Any]] = [
        {"collection": "small", "text": "Fog."},
        *[{"collection": "large", "text": "x" * 999}] * 30,
    ]
    nested: list[dict[str, Any]] = [
        {"id": "small", "documents": [{"text": "Fog."}]},
        {"id": "large", "documents": [{"text": "x" * 999}] * 30},
    ]
    for rows in (flat, nested):
        path = parquet([*rows, {**rows[0], next(iter(rows[0])): "after"}])
        ((name, (kind, detail)),) = problems(path).items()
        assert (name, kind) == ("large", "too-large")
        assert detail.endswith("divide it into several collections")
        assert [c.id for c in read(path)] == ["small", "large", "after"]
