"""The folder of results beside what others put there, and whatever ends a run."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from summarize.batch import BatchError, ResultFolder, Shard
from tests.batch.conftest import THREE, Write, collection, failures, results, run_batch


@pytest.mark.parametrize("name", ["manifest.json", "failed.jsonl"])
def test_a_file_of_somebody_else_beside_the_results_is_never_replaced(write: Write, tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    run_batch(write(*THREE), out)
    run_batch(write(*THREE), out)
    (out / name).write_text('{"schema": "summarize.evidence/1"}')
    with pytest.raises(BatchError, match="was not written by a batch"):
        run_batch(write(*THREE), out)
    assert (out / name).read_text() == '{"schema": "summarize.evidence/1"}'


def test_ids_with_slashes_and_newlines_have_results_of_their_own(write: Write, tmp_path: Path) -> None:
    identities = ["a/b", "a\nb", "../../etc", "manifest", "A b", "a b"]
    run_batch(write(*[collection(identity, identity) for identity in identities]), tmp_path / "out")
    made = [json.loads(result) for result in results(tmp_path / "out").values()]
    assert sorted(data["batch"]["id"] for data in made) == sorted(identities)
    assert json.loads((tmp_path / "out" / "manifest.json").read_text())["collections"]["made"] == 6


def test_a_file_that_is_no_result_is_never_replaced(write: Write, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "b.json").write_text('{"mine": true}')
    (tmp_path / "out" / "c.json").write_text("")  # as a loss of power may leave one of ours
    run_batch(write(*THREE), tmp_path / "out")
    assert (tmp_path / "out" / "b.json").read_text() == '{"mine": true}'
    assert [failure["type"] for failure in failures(tmp_path / "out")] == ["occupied"]
    assert json.loads(results(tmp_path / "out")["c"])["texts"] == ["Text of c."]


def test_a_second_run_on_the_same_folder_is_kept_out_and_another_shard_is_not(write: Write, tmp_path: Path) -> None:
    with ResultFolder(tmp_path / "out").held():
        with pytest.raises(BatchError, match="another run is writing"):
            run_batch(write(*THREE), tmp_path / "out")
        run_batch(write(*THREE), tmp_path / "out", shard=Shard(1, 2))


def test_what_a_killed_run_left_half_written_goes_and_files_of_others_stay(write: Write, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".batch-0123456789abcdef.part").write_text("half")
    (tmp_path / "out" / "notes.part").write_text("mine")
    run_batch(write(*THREE), tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").glob("*.part")] == ["notes.part"]
    assert not (tmp_path / "out" / ".batch.lock").stat().st_mode & 0o111
    assert not list((tmp_path / "out").glob(".*.part"))


def test_a_full_disk_stops_it_in_one_line_and_the_same_command_goes_on(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = write(*THREE)
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target.name == "b.json":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        with pytest.raises(BatchError, match=r"cannot write .*b\.json: No space left on device"):
            run_batch(given, tmp_path / "out", workers=1)
    assert sorted(results(tmp_path / "out")) == ["a"]
    assert not list((tmp_path / "out").glob(".*.part"))
    assert run_batch(given, tmp_path / "out").tally.kept == 1


def test_a_file_where_the_folder_should_be_is_said(write: Write, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    with pytest.raises(BatchError, match="it is a file, not a folder"):
        ResultFolder(tmp_path / "out")


def test_links_laid_where_a_run_writes_lead_nowhere(write: Write, tmp_path: Path) -> None:
    out, precious = tmp_path / "out", tmp_path / "precious"
    out.mkdir()
    precious.write_text("mine")
    for name in ("failed.jsonl", "manifest.json"):
        (out / name).symlink_to(precious)
        with pytest.raises(BatchError, match="was not written by a batch"):
            run_batch(write(*THREE, "bad"), out)
        (out / name).unlink()
    run_batch(write(*THREE, "bad"), out)
    assert precious.read_text() == "mine"
    assert len(failures(out)) == 1
    (out / ".batch.lock").unlink()
    (out / ".batch.lock").symlink_to(precious)
    with pytest.raises(OSError, match="symbolic links"):
        run_batch(write(*THREE), out)
    assert precious.read_text() == "mine"


@pytest.mark.timeout(60)
def test_a_pipe_in_place_of_a_result_is_not_waited_for(write: Write, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    os.mkfifo(tmp_path / "out" / "b.json")
    run_batch(write(*THREE), tmp_path / "out")
    assert [failure["type"] for failure in failures(tmp_path / "out")] == ["occupied"]
