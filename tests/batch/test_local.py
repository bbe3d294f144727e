"""Workers that are processes, and what they survive."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

from summarize.batch import BatchError, Job
from summarize.batch.dispatch import ATTEMPTS
from summarize.batch.local import LocalEngine, share_of_memory
from tests.batch.conftest import Write, collection, failures, results, run_batch
from tests.batch.jobs import DyingJob, EchoJob, NoModelJob, WordJob
from tests.conftest import COURIER, LATER, WIRE

MANY = [collection(f"event-{n:02}", f"Text {n}.") for n in range(40)]
GIGABYTE = 2**30


def test_processes_make_what_this_process_would(write: Write, tmp_path: Path) -> None:
    given = write(*[collection(name, WIRE, COURIER, f"{LATER} {name}.") for name in "abcde"])
    job = WordJob()
    run_batch(given, tmp_path / "here", job)
    run_batch(given, tmp_path / "out", job, LocalEngine(job))
    assert len(results(tmp_path / "here")) == 5
    assert results(tmp_path / "out") == results(tmp_path / "here")


def test_what_hangs_dies_or_needs_too_much_is_told_of_and_the_rest_is_done(write: Write, tmp_path: Path) -> None:
    bad = [collection(name, name.upper()) for name in ("hang", "die", "allocate", "fault")]
    once = collection("once", f"DIE ONCE {tmp_path / 'died'}")
    job = EchoJob()
    given = write(*MANY[:3], *bad, once, *MANY[3:6])
    run_batch(given, tmp_path / "out", job, LocalEngine(job, 4 * GIGABYTE), seconds=2)
    told = {failure["id"]: failure for failure in failures(tmp_path / "out")}
    assert {name: failure["type"] for name, failure in told.items()} == {
        "hang": "timeout",
        "die": "worker-died",
        "allocate": "too-large",
        "fault": "crashed",
    }
    assert told["hang"]["error"] == "it took longer than 2 seconds"
    assert "killed, perhaps because the machine ran out of memory" in told["die"]["error"]
    assert sorted(results(tmp_path / "out")) == [*[f"event-{n:02}" for n in range(6)], "once"]


@pytest.mark.parametrize(
    ("job", "says"), [(NoModelJob(), "the model is not on this machine"), (DyingJob(), "exit status 7")]
)
def test_workers_that_cannot_start_end_the_batch_with_the_reason(
    job: Job, says: str, write: Write, tmp_path: Path
) -> None:
    with pytest.raises(BatchError, match=says):
        run_batch(write(*MANY), tmp_path / "out", job, LocalEngine(job))


def test_workers_that_are_killed_cost_nothing(write: Write, tmp_path: Path) -> None:
    """Fewer of them than it takes to give a collection up: by chance, all may have had the same one."""
    pids = tmp_path / "pids"
    pids.mkdir()
    job = EchoJob(seconds=0.05, pids=str(pids))
    run_batch(write(*MANY), tmp_path / "clean")
    done = False

    def kill() -> None:
        dice = random.Random(0)
        while not done and len(killed) < ATTEMPTS - 1:
            time.sleep(dice.uniform(0.05, 0.4))
            for pid in [int(path.name) for path in pids.iterdir() if path.name not in killed][:1]:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
                killed.add(str(pid))

    killed: set[str] = set()
    killer = Thread(target=kill)
    killer.start()
    try:
        run_batch(write(*MANY), tmp_path / "out", job, LocalEngine(job))
    finally:
        done = True
        killer.join()
    assert killed
    assert failures(tmp_path / "out") == []
    assert results(tmp_path / "out") == results(tmp_path / "clean")


RUN = (
    "import summarize.cli, summarize.cli.batch as batch; from tests.batch.jobs import EchoJob;"
    "batch.BriefJob = lambda *how: EchoJob(seconds=.05, pids={!r}); summarize.cli.main()"
)


def test_a_run_that_is_killed_goes_on_where_it_was_and_leaves_no_worker(write: Write, tmp_path: Path) -> None:
    given, output, pids = write(*MANY, "nonsense"), tmp_path / "out", tmp_path / "pids"
    pids.mkdir()
    run_batch(given, tmp_path / "clean")
    command = [sys.executable, "-c", RUN.format(str(pids)), "batch", str(given), "-o", str(output), "--workers", "2"]
    dice, status = random.Random(1), None
    for _ in range(2):
        before = len(results(output))
        process = subprocess.Popen(command, stderr=subprocess.PIPE)
        deadline = time.monotonic() + 60
        while len(results(output)) <= before and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(dice.uniform(0, 0.2))
        process.kill()
        process.communicate()
        assert set(results(output).items()) <= set(results(tmp_path / "clean").items())
    assert 0 < len(results(output)) < len(MANY)
    status = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)
    assert status.returncode == 3, status.stderr
    assert "of them before" in status.stderr
    assert results(output) == results(tmp_path / "clean")
    assert failures(output) == failures(tmp_path / "clean")
    assert not list(output.glob(".*.part"))
    deadline = time.monotonic() + 10
    while alive := [path.name for path in pids.iterdir() if Path("/proc", path.name).exists()]:
        assert time.monotonic() < deadline, f"{alive} outlive their batch"
        time.sleep(0.1)


@pytest.mark.skipif(not hasattr(os, "sysconf"), reason="nothing tells the memory of this system")
def test_workers_share_the_memory_there_is() -> None:
    one, four = share_of_memory(1), share_of_memory(4)
    assert one is not None
    assert four == pytest.approx(one / 4, abs=1)
