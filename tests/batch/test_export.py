"""All results in one file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarize.batch import Batch
from summarize.cli import run
from tests.batch.conftest import InlineEngine, Write, collection, results
from tests.batch.jobs import EchoJob

THREE = [collection(name, f"Text of {name}.\u2028") for name in ("b", "a/x", "c")]


@pytest.fixture(autouse=True)
def _workers_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarize.cli.batch.BriefJob", lambda *how: EchoJob())
    monkeypatch.setattr("summarize.batch.local.LocalEngine", lambda job, memory: InlineEngine(job))


def test_json_lines_hold_each_result_once_and_the_folder_beside_goes_on_from_there(
    write: Write, tmp_path: Path
) -> None:
    output, parts = tmp_path / "out.jsonl", tmp_path / "out.jsonl.parts"
    assert run(["batch", str(write(*THREE, "bad")), "-o", str(output)]) == 3
    lines = output.read_bytes().split(b"\n")
    assert lines.pop() == b""
    assert [json.loads(line)["batch"]["id"] for line in lines] == ["a/x", "b", "c"]
    assert sorted(map(json.loads, results(parts).values()), key=str) == sorted(map(json.loads, lines), key=str)
    assert (parts / "failed.jsonl").read_text().count("\n") == 1
    before = output.read_bytes()
    assert run(["batch", str(write(*THREE, "bad")), "-o", str(output)]) == 3
    assert output.read_bytes() == before
    assert json.loads((parts / "manifest.json").read_text())["collections"]["kept"] == 3


def test_what_an_earlier_input_held_is_left_out(write: Write, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    run(["batch", str(write(*THREE)), "-o", str(output)])
    run(["batch", str(write(THREE[0])), "-o", str(output)])
    assert [json.loads(line)["batch"]["id"] for line in output.read_text().splitlines()] == ["b"]


def test_parquet_holds_the_same_as_rows(write: Write, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="Parquet needs the extra parquet")
    given = write(*THREE)
    run(["batch", str(given), "-o", str(tmp_path / "out.jsonl")])
    assert run(["batch", str(given), "-o", str(tmp_path / "out.parquet")]) == 0
    rows = parquet.read_table(tmp_path / "out.parquet").to_pylist()
    assert [row["id"] for row in rows] == ["a/x", "b", "c"]
    assert [row["result"] for row in rows] == (tmp_path / "out.jsonl").read_text().splitlines(keepends=True)


def test_a_file_that_could_not_be_written_is_said_before_any_work(
    write: Write, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out.jsonl").mkdir()
    assert run(["batch", str(write(*THREE)), "-o", str(tmp_path / "out.jsonl")]) == 2
    assert run(["batch", str(write(*THREE)), "-o", str(tmp_path / "none" / "out.jsonl")]) == 2
    folder, missing = capfd.readouterr().err.splitlines()
    assert folder.endswith("it is a folder, not a file")
    assert "there is no folder" in missing


def test_the_input_is_never_the_output(write: Write, capfd: pytest.CaptureFixture[str]) -> None:
    given = write(*THREE)
    before = given.read_bytes()
    assert run(["batch", str(given), "-o", str(given)]) == 2
    assert given.read_bytes() == before
    assert "it is the input" in capfd.readouterr().err


def test_files_of_others_among_the_results_are_passed_over(write: Write, tmp_path: Path) -> None:
    parts = tmp_path / "out.jsonl.parts"
    parts.mkdir()
    for name, content in {"notes": "[1]", "broken": "{", "other": '{"batch": 1}'}.items():
        (parts / f"{name}.json").write_text(content)
    assert run(["batch", str(write(*THREE)), "-o", str(tmp_path / "out.jsonl")]) == 0
    assert (tmp_path / "out.jsonl").read_text().count("\n") == 3


def test_a_result_that_was_damaged_by_hand_is_made_again(write: Write, tmp_path: Path) -> None:
    given, output = str(write(*THREE)), tmp_path / "out.jsonl"
    assert run(["batch", given, "-o", str(output)]) == 0
    before = output.read_bytes()
    result = tmp_path / "out.jsonl.parts" / "b.json"
    result.write_bytes(b"{" + result.read_bytes())
    assert run(["batch", given, "-o", str(output)]) == 0
    assert output.read_bytes() == before


def test_a_result_that_is_changed_while_all_are_gathered_is_named(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def run_and_damage(self: Batch) -> None:
        make(self)
        result = self.folder.place("b")
        result.write_bytes(b"{" + result.read_bytes())

    make = Batch.run
    monkeypatch.setattr(Batch, "run", run_and_damage)
    assert run(["batch", str(write(*THREE)), "-o", str(tmp_path / "out.jsonl")]) == 1
    assert "b.json was changed by hand" in capfd.readouterr().err
    assert not (tmp_path / "out.jsonl").exists()


def test_a_link_laid_beside_the_file_leads_nowhere(write: Write, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("mine")
    for name in (".out.jsonl.part", ".out.prom.part"):
        (tmp_path / name).symlink_to(precious)
    command = ["batch", str(write(*THREE)), "-o", str(tmp_path / "out.jsonl"), "--metrics", str(tmp_path / "out.prom")]
    assert run(command) == 0
    assert precious.read_text() == "mine"
