"""summarize batch, as a user meets it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

import summarize.cli.batch as command
from summarize.batch import Batch
from summarize.cli import run
from tests.batch.conftest import InlineEngine, Write, collection, results
from tests.batch.jobs import EchoJob
from tests.conftest import WordEncoder

THREE = [collection(name, f"Text of {name}.") for name in "abc"]


@pytest.fixture(autouse=True)
def _workers_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command with an echo in the place of briefs, made in this process."""
    monkeypatch.setattr(command, "BriefJob", lambda *how: EchoJob())
    monkeypatch.setattr("summarize.batch.local.LocalEngine", lambda job, memory: InlineEngine(job))


@pytest.fixture
def given(write: Write) -> Path:
    return write(*THREE)


def test_all_done_is_0_and_says_how_many(given: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["batch", str(given), "-o", str(tmp_path / "out")]) == 0
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("summarize: 3 done")
    assert sorted(results(tmp_path / "out")) == ["a", "b", "c"]


@pytest.mark.parametrize("quiet", [[], ["-q"]])
def test_ctrl_c_is_130_and_one_line_that_says_how_to_go_on(
    quiet: list[str], given: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def interrupt(self: Batch, *made: Any) -> None:
        if self.tally.made == 2:
            raise KeyboardInterrupt
        keep(self, *made)

    keep = Batch._keep
    with monkeypatch.context() as once:
        once.setattr(Batch, "_keep", interrupt)
        assert run(["batch", str(given), "-o", str(tmp_path / "out"), *quiet]) == 130
    (line,) = capfd.readouterr().err.splitlines()
    assert line.startswith("summarize: stopped; 2 done, ")
    assert line.endswith("what is done is kept: the same command goes on from here")
    assert run(["batch", str(given), "-o", str(tmp_path / "out")]) == 0
    assert "3 done, 2 of them before" in capfd.readouterr().err


def test_a_result_that_was_edited_by_hand_is_made_again(
    given: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    command = ["batch", str(given), "-o", str(tmp_path / "out")]
    assert run(command) == 0
    before = results(tmp_path / "out")
    edited = tmp_path / "out" / "b.json"
    edited.write_text(edited.read_text().replace("Text of b.", "Text of me."))
    capfd.readouterr()
    assert run(command) == 0
    assert "3 done, 2 of them before" in capfd.readouterr().err
    assert results(tmp_path / "out") == before


def test_some_failed_is_3_and_says_where_to_look(
    write: Write,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    given = write(*THREE, "nonsense")
    assert run(["batch", str(given), "-o", str(tmp_path / "out")]) == 3
    assert f"1 failed; {tmp_path / 'out' / 'failed.jsonl'} tells why" in capfd.readouterr().err
    assert run(["batch", str(given), "-o", str(tmp_path / "out"), "--max-failures", "0"]) == 3
    assert "stopped, as more than 0 collections failed" in capfd.readouterr().err


def test_an_input_without_collections_is_1(write: Write, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["batch", str(write("")), "-o", str(tmp_path / "out")]) == 1
    assert "holds no collections" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["missing.jsonl", "-o", "OUT"], "missing.jsonl: no such file or folder"),
        (["IN", "-o", "FILE"], "it is a file, not a folder"),
        (["IN", "-o", "IN/below"], "it is a file, not a folder"),
        (["IN", "-o", "OUT", "--shard", "3/2"], "a shard is written i/n"),
        (["IN", "-o", "OUT", "--address", "auto"], "--address belongs to --engine ray"),
    ],
)
def test_what_cannot_be_meant_is_2_and_one_line(
    arguments: list[str], says: str, given: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    named = [a.replace("IN", str(given)).replace("OUT", str(tmp_path / "out")) for a in arguments]
    named = [a.replace("FILE", str(tmp_path / "file")) for a in named]
    (tmp_path / "file").touch()
    assert run(["batch", *named]) == 2
    (line,) = capfd.readouterr().err.splitlines()
    assert says in line


def test_without_a_folder_it_says_what_is_missing(given: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["batch", str(given)]) == 2
    assert "Missing option '-o'" in capfd.readouterr().err


def test_a_folder_that_cannot_be_written_is_one_line(
    given: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def touch(self: Path, *how: Any) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "touch", touch)
    assert run(["batch", str(given), "-o", str(tmp_path / "out")]) == 2
    assert capfd.readouterr().err.endswith("out: Read-only file system\n")


def test_ray_that_is_not_installed_says_what_to_install(
    given: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    assert run(["batch", str(given), "-o", str(tmp_path / "out"), "--engine", "ray"]) == 1
    assert "pip install 'summarize[ray]'" in capfd.readouterr().err


def test_collections_may_come_on_standard_input(given: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with given.open() as lines:
        monkeypatch.setattr(sys, "stdin", lines)
        assert run(["batch", "-", "-o", str(tmp_path / "out")]) == 0
    assert sorted(results(tmp_path / "out")) == ["a", "b", "c"]


def test_quiet_says_nothing_and_verbose_where_the_time_went(
    given: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["batch", str(given), "-o", str(tmp_path / "quiet"), "-q"]) == 0
    assert capfd.readouterr().err == ""
    assert run(["batch", str(given), "-o", str(tmp_path / "out"), "--verbose"]) == 0
    err = capfd.readouterr().err
    assert [line.split()[0] for line in err.splitlines()[:-1]] == ["reading", "echo", "rendering"]
    assert "ms each" in err


def test_elsewhere_than_on_a_terminal_the_progress_is_a_line_now_and_then(
    given: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "_SAID", 0.05)
    monkeypatch.setattr(command, "BriefJob", lambda *how: EchoJob(seconds=0.1))
    assert run(["batch", str(given), "-o", str(tmp_path / "out"), "--workers", "1"]) == 0
    lines = capfd.readouterr().err.splitlines()
    assert len(lines) > 2
    assert all(line.startswith("summarize: ") for line in lines)
    assert any("of about 3 done" in line and "left" in line for line in lines)


def test_prometheus_finds_the_counts_in_a_file(write: Write, tmp_path: Path) -> None:
    file = tmp_path / "batch.prom"
    run(["batch", str(write(*THREE, "bad")), "-o", str(tmp_path / "out"), "--metrics", str(file)])
    from prometheus_client.parser import text_string_to_metric_families

    samples = {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(file.read_text())
        for sample in family.samples
    }
    assert samples["summarize_batch_collections_total", "made"] == 3
    assert samples["summarize_batch_collections_total", "failed", "not-json"] == 1
    assert samples["summarize_batch_read_ratio",] == 1
    assert samples["summarize_batch_failures_total",] == 1


def test_figures_that_cannot_be_written_are_one_line_that_names_the_file(
    given: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["batch", str(given), "-o", str(tmp_path / "out"), "--metrics", str(tmp_path / "none" / "file")]) == 1
    (line,) = capfd.readouterr().err.splitlines()
    assert line.startswith(f"summarize: cannot write {tmp_path / 'none'}")


def test_a_folder_named_batch_is_written_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "batch").mkdir()
    (tmp_path / "batch" / "a.txt").write_text("A ferry struck the pier on Tuesday, the coastguard said.")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("summarize.models.load_encoder", lambda *how: WordEncoder())
    assert run(["./batch", "-o", "brief.md"]) == 0
    assert "ferry" in (tmp_path / "brief.md").read_text()


def test_the_manifest_tells_what_was_asked_for(given: Path, tmp_path: Path) -> None:
    run(["batch", str(given), "-o", str(tmp_path / "out"), "--shard", "1/1", "--workers", "3"])
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert (manifest["workers"], manifest["shard"], manifest["input"]["name"]) == (3, [1, 1], str(given))
