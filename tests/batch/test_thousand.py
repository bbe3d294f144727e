"""A thousand collections, and among them one that is bad of each kind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from summarize.batch import inputs
from summarize.batch.local import LocalEngine
from tests.batch.conftest import InlineEngine, Write, collection, failures, results, run_batch
from tests.batch.jobs import EchoJob

THOUSAND = [collection(f"event-{n:03}", f"Text {n}.", f"Another text {n}.") for n in range(1000)]
BAD: dict[str, dict[str, Any] | str | bytes] = {
    "not-json": '{"id": "broken", "documents": [',
    "no text at all": b"\xff\xfe\x00\xd8 \x00\x01",
    "a list": "[1, 2]",
    "deep": '{"id": "deep", "documents": ' + "[" * 100_000,
    "no-documents": {"id": "none", "documents": []},
    "an article": {"id": "article", "text": "Fog."},
    "duplicate-id": collection("event-003", "Another text under the id of another."),
    "id of no kind": {"id": ["a"], "documents": [{"text": "Fog."}]},
    "half an id": '{"id": "\\ud800", "documents": [{"text": "Fog."}]}',
    "invalid-document": collection("empty", ""),
    "too-large": collection("line", "Fog. " * 50_000),
    "crashed": collection("fault", "FAULT"),
    "memory": collection("memory", "ALLOCATE"),
}
DEADLY = {"timeout": collection("hangs", "HANG"), "worker-died": collection("dies", "DIE")}
ODD = [
    collection("../../slash/es", "Text."),
    collection("two\nlines", "Text."),
    collection("MANIFEST", "Text."),
    {"id": "ten thousand", "documents": [{"text": f"Text {n}."} for n in range(10_000)]},
]
"""Ids that could be no file names, and a collection of 10,000 articles: unlike the others, and not bad."""


def among(bad: dict[str, Any]) -> list[Any]:
    """The thousand with the bad and the odd at places that are far from each other."""
    given: list[Any] = list(THOUSAND)
    for number, line in enumerate([*bad.values(), *ODD], start=1):
        given.insert(47 * number, line)
    return given


@pytest.fixture(autouse=True)
def _small_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "MAX_COLLECTION_BYTES", 240_000)


@pytest.fixture
def clean(write: Write, tmp_path: Path) -> dict[str, bytes]:
    run_batch(write(*THOUSAND, *ODD, name="clean.jsonl"), tmp_path / "clean")
    made = results(tmp_path / "clean")
    assert len(made) == 1000 + len(ODD)
    return made


def test_one_bad_of_each_kind_costs_none_of_the_thousand(clean: dict[str, bytes], write: Write, tmp_path: Path) -> None:
    batch = run_batch(write(*among(BAD)), tmp_path / "out")
    assert results(tmp_path / "out") == clean
    assert len(failures(tmp_path / "out")) == batch.tally.failed == len(BAD)
    told = {failure["type"] for failure in failures(tmp_path / "out")}
    assert told == {"not-json", "no-documents", "duplicate-id", "invalid-document", "too-large", "crashed"}


def test_one_that_hangs_and_one_that_kills_its_workers_cost_none_of_the_thousand(
    clean: dict[str, bytes], write: Write, tmp_path: Path
) -> None:
    job = EchoJob()
    run_batch(write(*among(DEADLY)), tmp_path / "out", job, LocalEngine(job), seconds=3)
    assert results(tmp_path / "out") == clean
    assert sorted(failure["type"] for failure in failures(tmp_path / "out")) == sorted(DEADLY)


def test_the_same_command_makes_none_of_the_thousand_again(
    clean: dict[str, bytes], write: Write, tmp_path: Path
) -> None:
    given, job = write(*among(BAD)), EchoJob()
    run_batch(given, tmp_path / "out")
    again = run_batch(given, tmp_path / "out", job, InlineEngine(job))
    assert (again.tally.kept, again.tally.failed) == (len(clean), len(BAD))
    assert results(tmp_path / "out") == clean
