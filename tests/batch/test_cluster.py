"""Workers that are actors of Ray, on two processors of this machine."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

from summarize.batch import BatchError, Job, StoriesJob
from tests.batch.conftest import Write, collection, failures, results, run_batch
from tests.batch.jobs import EchoJob, NoModelJob, WordCheckJob, WordJob
from tests.conftest import COURIER, LATER, WIRE

ray = pytest.importorskip("ray", reason="Ray is not installed: pip install 'summarize[ray]'")

MANY = [collection(f"event-{n:02}", f"Text {n}.") for n in range(30)]


@pytest.mark.parametrize("address", ["127.0.0.1:FREE", "auto", "nonsense://1"])
def test_an_address_that_nobody_answers_at_is_said(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before any Ray runs here, so that there is none to be found."""
    from summarize.batch.cluster import RayEngine

    monkeypatch.delenv("RAY_ADDRESS", raising=False)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = address.replace("FREE", str(free.getsockname()[1]))
    with pytest.raises(BatchError, match=f"cannot join Ray at {address}: ") as told:
        RayEngine(EchoJob(), address=address)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("answer", [b"", b"SSH-2.0-OpenSSH_9.6\r\n", b"HTTP/1.1 400 Bad Request\r\n\r\n"])
def test_somebody_who_answers_and_is_no_ray_is_said_at_once_and_in_one_line(
    answer: bytes, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from summarize.batch import cluster

    monkeypatch.setattr(cluster, "_PATIENCE", 1.0)
    with socket.create_server(("127.0.0.1", 0)) as server, ThreadPoolExecutor(1) as aside:

        def answering() -> socket.socket:
            connection, _ = server.accept()
            connection.sendall(answer)
            return connection

        answered = aside.submit(answering)
        with pytest.raises(BatchError, match="whoever answers there is no Ray"):
            cluster.RayEngine(EchoJob(), address=f"127.0.0.1:{server.getsockname()[1]}")
        answered.result().close()
    assert capfd.readouterr().err == ""


def test_an_address_that_a_killed_ray_left_behind_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    from summarize.batch.cluster import RayEngine

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        monkeypatch.setenv("RAY_ADDRESS", f"127.0.0.1:{free.getsockname()[1]}")
    begun = time.monotonic()
    with pytest.raises(BatchError, match="cannot join Ray at auto: .*refused"):
        RayEngine(EchoJob(), address="auto")
    assert time.monotonic() - begun < 10


def test_what_ray_says_in_several_lines_is_told_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    from summarize.batch.cluster import RayEngine

    def refuse(**how: object) -> None:
        raise RuntimeError(
            "Version mismatch: The cluster was started with:\n    Ray: 2.9\nThis process has:\n    Ray: 3.1"
        )

    monkeypatch.setattr(ray, "init", refuse)
    says = "Version mismatch: The cluster was started with: Ray: 2.9 This process has: Ray: 3.1"
    with pytest.raises(BatchError, match=f"cannot join Ray at ray://head:1: {says}"):
        RayEngine(EchoJob(), address="ray://head:1")


def test_what_the_native_code_of_ray_writes_while_it_joins_a_cluster_is_not_shown(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from summarize.batch.cluster import RayEngine

    def refuse(**how: object) -> None:
        os.write(2, b"W 209 gcs_client.cc: no cluster there\n" * 20)
        raise ConnectionError("no cluster there")

    with monkeypatch.context() as once:
        once.setattr(ray, "init", refuse)
        with pytest.raises(BatchError, match="cannot join Ray at somewhere: no cluster there"):
            RayEngine(EchoJob(), address="somewhere")
    os.write(2, b"what is written later is")
    assert capfd.readouterr().err == "what is written later is"


@pytest.fixture(scope="module")
def _ray() -> Iterator[None]:
    from summarize.batch.cluster import RayEngine

    engine = RayEngine(EchoJob(), cpus=2)
    yield
    engine.close()
    assert not ray.is_initialized()


@pytest.mark.usefixtures("_ray")
class TestOnTwoProcessors:
    @pytest.mark.parametrize("job", [WordJob(), WordCheckJob(), StoriesJob()], ids=lambda job: job.name)
    def test_actors_make_what_this_process_would_byte_for_byte(self, job: Job, write: Write, tmp_path: Path) -> None:
        from summarize.batch.cluster import RayEngine

        given = write(
            *[{**collection(name, WIRE, COURIER, f"{LATER} {name}."), "draft": COURIER + name} for name in "abcde"]
        )
        drafts = job.name == "check"
        run_batch(given, tmp_path / "here", job, drafts=drafts)
        run_batch(given, tmp_path / "out", job, RayEngine(job), drafts=drafts)
        assert len(results(tmp_path / "here")) == 5
        assert results(tmp_path / "out") == results(tmp_path / "here")

    def test_what_hangs_dies_or_is_at_fault_is_told_of_and_the_rest_is_done(self, write: Write, tmp_path: Path) -> None:
        from summarize.batch.cluster import RayEngine

        bad = [collection(name, name.upper()) for name in ("hang", "die", "fault")]
        job = EchoJob()
        run_batch(write(*MANY[:3], *bad, *MANY[3:]), tmp_path / "out", job, RayEngine(job), seconds=2)
        told = {failure["id"]: failure["type"] for failure in failures(tmp_path / "out")}
        assert told == {"hang": "timeout", "die": "worker-died", "fault": "crashed"}
        assert len(results(tmp_path / "out")) == len(MANY)

    def test_actors_that_are_killed_cost_nothing(self, write: Write, tmp_path: Path) -> None:
        from summarize.batch.cluster import RayEngine

        pids = tmp_path / "pids"
        pids.mkdir()
        job = EchoJob(seconds=0.1, pids=str(pids))
        run_batch(write(*MANY), tmp_path / "clean")

        def kill_the_first() -> None:
            while not (found := [int(path.name) for path in pids.iterdir()]):
                time.sleep(0.02)
            time.sleep(0.3)
            with suppress(ProcessLookupError):
                os.kill(found[0], signal.SIGKILL)

        killer = Thread(target=kill_the_first, daemon=True)
        killer.start()
        run_batch(write(*MANY), tmp_path / "out", job, RayEngine(job))
        killer.join(10)
        assert len(list(pids.iterdir())) >= 2
        assert failures(tmp_path / "out") == []
        assert results(tmp_path / "out") == results(tmp_path / "clean")

    def test_a_model_that_is_not_there_ends_the_batch_with_the_reason(self, write: Write, tmp_path: Path) -> None:
        from summarize.batch.cluster import RayEngine

        job = NoModelJob()
        with pytest.raises(BatchError, match="the model is not on this machine"):
            run_batch(write(*MANY), tmp_path / "out", job, RayEngine(job))

    def test_a_worker_has_one_thread_and_nothing_is_reported_to_anybody(self) -> None:
        threads = ray.remote(num_cpus=1)(lambda: os.environ.get("OMP_NUM_THREADS"))
        assert ray.get(threads.remote()) == "1"
        assert os.environ["RAY_USAGE_STATS_ENABLED"] == "0"


def test_a_node_that_leaves_costs_nothing_and_one_that_comes_is_used(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Last, as it needs a cluster of its own: the first node is killed while it makes something."""
    from ray.cluster_utils import Cluster

    from summarize.batch.cluster import RayEngine

    if ray.is_initialized():
        ray.shutdown()
    monkeypatch.setenv("RAY_worker_niceness", "0")
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    pids = tmp_path / "pids"
    pids.mkdir()
    job = EchoJob(seconds=0.2, pids=str(pids))
    run_batch(write(*MANY[:12]), tmp_path / "clean")
    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 0, "include_dashboard": False})
    try:
        first = cluster.add_node(num_cpus=1)
        engine = RayEngine(job, address=cluster.address)
        with ThreadPoolExecutor(1) as aside:  # nodes are started by the main thread alone
            running = aside.submit(run_batch, write(*MANY[:12]), tmp_path / "out", job, engine, workers=1)
            while not list(pids.iterdir()):
                time.sleep(0.02)
            time.sleep(0.5)
            cluster.remove_node(first, allow_graceful=False)
            cluster.add_node(num_cpus=1)
            running.result()
        engine.close()
    finally:
        cluster.shutdown()
    assert len(list(pids.iterdir())) == 2
    assert failures(tmp_path / "out") == []
    assert results(tmp_path / "out") == results(tmp_path / "clean")
