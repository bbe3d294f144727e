"""A batch from its input to the manifest, with workers of this process."""

from __future__ import annotations

import json
import platform
from pathlib import Path
from typing import Any

import pytest

from summarize.batch import Shard, TooManyFailures
from summarize.batch.job import Loaded
from summarize.errors import OptionsError
from tests.batch.conftest import THREE, InlineEngine, Write, collection, failures, results, run_batch
from tests.batch.jobs import EchoJob, WordJob
from tests.conftest import COURIER, LATER, WIRE


def test_every_collection_has_its_result_in_a_file_and_the_manifest_counts_them(write: Write, tmp_path: Path) -> None:
    run_batch(write(*THREE), tmp_path / "out")
    made = results(tmp_path / "out")
    assert sorted(made) == ["a", "b", "c"]
    assert json.loads(made["b"])["texts"] == ["Text of b."]
    assert json.loads(made["b"])["batch"]["id"] == "b"
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert manifest["schema"] == "summarize.batch/1"
    assert manifest["collections"] == {"given": 3, "made": 3, "kept": 0, "replaced": 0, "failed": 0}
    assert (manifest["version"], manifest["result"], manifest["settings"]) == (
        "0.1.0",
        "echo",
        {"suffix": "", "strict": False, "runtime": {}},
    )
    assert manifest["engine"] == "inline"
    assert manifest["runtimes"] == [{}]
    assert manifest["versions"]["python"] == platform.python_version()
    assert {"numpy", "onnxruntime", "tokenizers"} <= manifest["versions"].keys()
    assert failures(tmp_path / "out") == []


def test_a_brief_is_the_one_that_the_command_prints(write: Write, tmp_path: Path, encoder: Any) -> None:
    from summarize import summarize
    from summarize.rendering import Format, render

    given = write(collection("ferry", WIRE, COURIER, LATER))
    run_batch(given, tmp_path / "out", WordJob())
    data = json.loads(results(tmp_path / "out")["ferry"])
    assert data.pop("batch")["problems"] == []
    from summarize.batch import open_input

    (found,) = open_input(str(given))
    assert data == json.loads(render(summarize(found.read().documents, encoder=encoder), Format.JSON))


def test_what_is_done_is_not_made_again(write: Write, tmp_path: Path) -> None:
    given = write(*THREE)
    run_batch(given, tmp_path / "out")
    times = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("?.json")}
    job = EchoJob()
    engine = InlineEngine(job)
    again = run_batch(given, tmp_path / "out", job, engine)
    assert (again.tally.made, again.tally.kept, engine.started) == (0, 3, 0)
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("?.json")} == times


def test_a_change_makes_again_what_it_touches_and_nothing_else(write: Write, tmp_path: Path) -> None:
    run_batch(write(*THREE), tmp_path / "out")
    before = results(tmp_path / "out")
    changed = run_batch(write(*THREE[:2], collection("c", "Another text."), collection("d", "d")), tmp_path / "out")
    assert (changed.tally.made, changed.tally.kept, changed.tally.replaced) == (2, 2, 1)
    after = results(tmp_path / "out")
    assert (after["a"], after["b"]) == (before["a"], before["b"])
    assert json.loads(after["c"])["texts"] == ["Another text."]
    options = run_batch(write(*THREE), tmp_path / "out", EchoJob(suffix="!"))
    assert (options.tally.made, options.tally.replaced) == (3, 3)


def test_results_of_another_version_are_made_again(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_batch(write(*THREE), tmp_path / "out")
    monkeypatch.setattr("summarize.batch.run.__version__", "0.0.9")
    monkeypatch.setattr("tests.batch.conftest.__version__", "0.0.9")
    assert run_batch(write(*THREE), tmp_path / "out").tally.replaced == 3


def test_results_that_something_else_made_are_made_again(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for runtime in ({"numpy": "2.0"}, {"numpy": "2.1"}, {"numpy": "2.1", "encoder": "torch"}):
        monkeypatch.setattr(EchoJob, "runtime", lambda job, runtime=runtime: runtime)
        monkeypatch.setattr(EchoJob, "load", lambda job, runtime=runtime: Loaded(job._make, runtime))
        assert run_batch(write(*THREE), tmp_path / "out").tally.made == 3
        assert run_batch(write(*THREE), tmp_path / "out").tally.kept == 3


def test_a_result_that_no_longer_fits_does_not_outlive_the_failure_to_make_it_again(
    write: Write, tmp_path: Path
) -> None:
    run_batch(write(*THREE), tmp_path / "out")
    run_batch(write(collection("a", "FAULT"), {"id": "b", "documents": []}), tmp_path / "out")
    assert sorted(results(tmp_path / "out")) == ["c"]


BAD = {
    "not-json": "nonsense",
    "no-documents": {"id": "x", "documents": []},
    "crashed": collection("x", "FAULT"),
    "too-large": collection("x", "ALLOCATE"),
    "duplicate-id": collection("a", "Another text of a."),
    "invalid-document": collection("x", ""),
    "nothing-to-summarize": {"id": "x", "documents": [{"text": "x"}]},
}


@pytest.mark.parametrize("kind", BAD)
def test_one_that_is_bad_is_told_of_and_the_others_are_as_without_it(kind: str, write: Write, tmp_path: Path) -> None:
    job = WordJob() if kind == "nothing-to-summarize" else EchoJob()
    clean = [collection(name, f"{WIRE} {name}.") for name in "abc"]
    run_batch(write(*clean), tmp_path / "clean", job)
    run_batch(write(*clean[:2], BAD[kind], clean[2]), tmp_path / "out", job)
    assert results(tmp_path / "out") == results(tmp_path / "clean")
    (failure,) = failures(tmp_path / "out")
    assert failure["type"] == kind
    assert failure["id"] == {"not-json": "line-3", "duplicate-id": "a"}.get(kind, "x")
    assert failure["error"]
    assert "\n" not in failure["error"]


ODD: list[Any] = [None, True, 5, -0.0, 1e308, 10**300, [], ["x"], {}, {"name": {}}, "", "\ud800", "\0", "9999-99-99"]


@pytest.mark.parametrize("field", ["id", "text", "title", "url", "publisher", "published", "language", "media_type"])
def test_a_field_of_any_kind_is_a_fault_of_its_collection_at_most(field: str, write: Write, tmp_path: Path) -> None:
    odd = [{"id": f"odd-{n}", "documents": [{"text": WIRE, field: value}]} for n, value in enumerate(ODD)]
    batch = run_batch(write(collection("a", WIRE), *odd, collection("b", WIRE)), tmp_path / "out", WordJob())
    assert {"a", "b"} <= set(results(tmp_path / "out"))
    assert batch.tally.made + batch.tally.failed == len(odd) + 2
    assert "crashed" not in batch.tally.problems


def test_more_documents_in_one_than_there_may_be_are_too_much_only_where_they_are(write: Write, tmp_path: Path) -> None:
    many = collection("many", *[f"{WIRE} {n}" for n in range(1_000)])
    given = write(collection("before", WIRE), many, collection("after", WIRE))
    run_batch(given, tmp_path / "out", WordJob(max_sentences=1000))
    assert sorted(results(tmp_path / "out")) == ["after", "before"]
    (failure,) = failures(tmp_path / "out")
    assert (failure["id"], failure["type"]) == ("many", "too-many-sentences")


def test_an_article_that_cannot_be_read_is_noted_in_the_result_and_fails_it_where_strict(
    write: Write, tmp_path: Path
) -> None:
    given = write({"id": "a", "documents": [{"text": "Fog."}, {"title": "x"}]})
    run_batch(given, tmp_path / "out")
    problems = json.loads(results(tmp_path / "out")["a"])["batch"]["problems"]
    assert problems == ['document 2: no "text"; every article needs one']
    run_batch(given, tmp_path / "out", strict=True)
    assert failures(tmp_path / "out")[0]["type"] == "invalid-document"
    assert results(tmp_path / "out") == {}


def test_an_id_that_looks_like_the_place_of_another_collection_is_an_error_of_the_second(
    write: Write, tmp_path: Path
) -> None:
    unnamed = {"documents": [{"text": "Text without a name."}]}
    run_batch(write(collection("line-2", "Text of a name."), unnamed, unnamed, collection("line-3", "x")), tmp_path)
    assert [(failure["number"], failure["type"]) for failure in failures(tmp_path)] == [
        (1, "duplicate-id"),
        (3, "duplicate-id"),
    ]
    made = {name: json.loads(result)["texts"] for name, result in results(tmp_path).items()}
    assert made == {"line-2": ["Text of a name."], "line-3": ["Text without a name."]}


def test_failures_stand_in_the_order_of_the_input_whatever_ended_first(write: Write, tmp_path: Path) -> None:
    run_batch(write(collection("a", "FAULT"), "nonsense", collection("b", "FAULT"), "{}"), tmp_path / "out")
    assert [failure["id"] for failure in failures(tmp_path / "out")] == ["a", "line-2", "b", "line-4"]


def test_too_many_failures_stop_it_and_what_is_done_stays(write: Write, tmp_path: Path) -> None:
    given = write(THREE[0], "bad", "bad", "bad", *THREE[1:])
    with pytest.raises(TooManyFailures, match="more than 1 collections failed"):
        run_batch(given, tmp_path / "out", max_failures=1, workers=1)
    assert len(failures(tmp_path / "out")) == 2
    assert not (tmp_path / "out" / "manifest.json").exists()
    assert run_batch(given, tmp_path / "out", max_failures=3).tally.made + len(results(tmp_path / "out")) >= 3


def test_shards_are_the_whole_and_do_not_overlap(write: Write, tmp_path: Path) -> None:
    given = write(*[collection(f"event-{n}", str(n)) for n in range(40)], "nonsense")
    run_batch(given, tmp_path / "whole")
    parts = [run_batch(given, tmp_path / "out", shard=Shard(number, 3)) for number in (1, 2, 3)]
    whole = results(tmp_path / "whole")
    assert {name: made for name, made in results(tmp_path / "out").items() if "manifest" not in name} == whole
    assert [part.tally.given > 5 for part in parts] == [True] * 3
    assert sum(part.tally.given for part in parts) == 41
    told = [len(failures(tmp_path / "out", f"failed-{number}-of-3.jsonl")) for number in (1, 2, 3)]
    assert sum(told) == 1


@pytest.mark.parametrize("written", ["0/3", "4/3", "1", "a/b", "1/0", "-1/2", ""])
def test_what_is_no_shard_is_refused(written: str) -> None:
    with pytest.raises(OptionsError, match="i/n"):
        Shard.parse(written)


def test_a_clock_that_jumps_changes_nothing(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import itertools
    import time

    jumps = itertools.cycle([0.0, 1e10, -1e9])
    monkeypatch.setattr(time, "time", lambda: next(jumps))
    assert run_batch(write(*THREE), tmp_path / "out", seconds=5).tally.made == 3
    assert json.loads((tmp_path / "out" / "manifest.json").read_text())["seconds"] < 5
