"""What workers are given, and what happens when they do not come back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from summarize import __version__
from summarize.batch import BatchError, Problem
from summarize.batch.collection import of_records
from summarize.batch.dispatch import Answer, Dispatcher, Ready, Worker, WorkerDiedError
from summarize.batch.job import Made, Task
from summarize.batch.runtime import Runtime


class Scripted:
    """A worker that does as the name of its collection says; time goes on only where a test says so."""

    def __init__(self, engine: ScriptedEngine) -> None:
        self.engine, self.ended = engine, False
        self.task: Task | None = None

    def give(self, task: Task) -> None:
        if self.engine.dead_when_idle:
            self.engine.dead_when_idle -= 1
            raise WorkerDiedError("gone")
        self.task = task
        self.engine.given.append(task.collection.id)

    def take(self) -> Answer:
        if self.task is None:
            if self.engine.dead_at_start:
                self.engine.dead_at_start -= 1
                raise WorkerDiedError("gone")
            return Ready(self.engine.version, self.engine.runtime, ("the cache is read-only",))
        if self.task.collection.id == "dies":
            raise WorkerDiedError("signal 11")
        task, self.task = self.task, None
        return Made(task.collection.id.encode(), {})

    def leave(self) -> None:
        assert self.task is None
        self.engine.partings.append("left")

    def end(self) -> None:
        self.engine.partings.append("ended")
        self.ended = True


class ScriptedEngine:
    name = "scripted"

    def __init__(self, *, dead_at_start: int = 0, dead_when_idle: int = 0, version: str = __version__) -> None:
        self.dead_at_start, self.dead_when_idle, self.version = dead_at_start, dead_when_idle, version
        self.runtime: Runtime = {"encoder": "torch", "numpy": "2.1", "python": "3.12"}
        self.workers: list[Scripted] = []
        self.given: list[str] = []
        self.partings: list[str] = []

    def start(self) -> Worker:
        self.workers.append(Scripted(self))
        return self.workers[-1]

    def wait(self, workers: Sequence[Worker], seconds: float | None) -> Sequence[Worker]:
        return [w for w in workers if not (isinstance(w, Scripted) and w.task and w.task.collection.id == "hangs")]


def tasks(*names: str) -> Iterator[Task]:
    return iter([Task(n, of_records(name, "", [{"text": "x"}]), "") for n, name in enumerate(names)])


def run(engine: ScriptedEngine, *names: str, workers: int = 2, seconds: float = 60) -> dict[str, Made | Problem]:
    dispatcher = Dispatcher(engine, workers=workers, seconds=seconds, version=__version__)
    done = [(task.collection.id, outcome) for task, outcome in dispatcher.run(tasks(*names))]
    assert len(done) == len({name for name, _ in done}), "something was done twice"
    assert all(worker.ended for worker in engine.workers)
    return dict(done)


def test_all_is_done_once_by_as_many_workers_as_there_may_be() -> None:
    engine = ScriptedEngine()
    done = run(engine, *"abcdefg", workers=3)
    assert sorted(done) == list("abcdefg")
    assert len(engine.workers) == 3


def test_without_anything_to_do_no_worker_is_started() -> None:
    engine = ScriptedEngine()
    assert run(engine) == {}
    assert engine.workers == []


def test_no_more_is_read_ahead_than_workers_can_take() -> None:
    read = 0

    def endless() -> Iterator[Task]:
        nonlocal read
        for task in tasks(*map(str, range(1000))):
            read += 1
            yield task

    running = Dispatcher(ScriptedEngine(), workers=2, seconds=60, version=__version__).run(endless())
    for number in range(1, 50):
        next(running)
        assert read <= number + 4
    running.close()


def test_what_kills_its_worker_three_times_is_told_of_and_the_others_are_done() -> None:
    engine = ScriptedEngine()
    done = run(engine, "a", "dies", "b", "c")
    assert done["dies"] == Problem("worker-died", "3 workers ended while they had it (signal 11)")
    assert {name for name, outcome in done.items() if isinstance(outcome, Made)} == {"a", "b", "c"}
    assert engine.given.count("dies") == 3


def test_what_hangs_is_stopped_and_its_worker_replaced() -> None:
    engine = ScriptedEngine()
    done = run(engine, "a", "hangs", "b", workers=1, seconds=0.05)
    assert done["hangs"] == Problem("timeout", "it took longer than 0.05 seconds")
    assert isinstance(done["b"], Made)
    assert engine.given.count("hangs") == 1


def test_workers_with_nothing_to_do_are_told_to_leave_before_any_is_ended_and_one_that_hangs_is_not() -> None:
    engine = ScriptedEngine()
    run(engine, *"abcd")
    assert engine.partings == ["left", "left", "ended", "ended"]
    engine = ScriptedEngine()
    run(engine, "hangs", "a", workers=1, seconds=0.05)
    assert engine.partings == ["ended", "left", "ended"]


def test_one_that_hangs_does_not_hold_up_those_after_it() -> None:
    engine = ScriptedEngine()
    done = list(Dispatcher(engine, workers=2, seconds=0.2, version=__version__).run(tasks("hangs", *"abcdef")))
    assert [task.collection.id for task, _ in done] == [*"abcdef", "hangs"]


def test_a_worker_that_died_while_it_had_nothing_costs_no_collection_a_try() -> None:
    engine = ScriptedEngine(dead_when_idle=4)
    assert all(isinstance(outcome, Made) for outcome in run(engine, *"abc").values())


def test_workers_that_die_at_start_are_replaced_but_not_for_ever() -> None:
    assert len(run(ScriptedEngine(dead_at_start=4), *"abc")) == 3
    with pytest.raises(BatchError, match="5 workers in a row ended before they were ready"):
        run(ScriptedEngine(dead_at_start=5), *"abc")


def test_a_worker_of_another_version_is_not_worked_with() -> None:
    with pytest.raises(BatchError, match=r"a worker runs summarize 9\.9, and this is"):
        run(ScriptedEngine(version="9.9"), "a")


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        ({"encoder": "compiled"}, "a worker has encoder torch where this batch has compiled"),
        ({"numpy": "2.0"}, r"a worker has numpy 2\.1 where this batch has 2\.0"),
        ({"onnxruntime": "1.20"}, r"a worker has onnxruntime none where this batch has 1\.20"),
        ({"package": "0123456789abcdef" * 4}, "a worker has package none where this batch has 0123456789ab,"),
    ],
)
def test_a_worker_whose_results_would_differ_ends_the_batch_with_what_differs_and_why(
    wanted: Runtime, says: str
) -> None:
    dispatcher = Dispatcher(ScriptedEngine(), workers=2, seconds=60, version=__version__, runtime=wanted)
    with pytest.raises(BatchError, match=rf"{says}.* would differ \(the cache is read-only\)"):
        list(dispatcher.run(tasks("a")))


def test_workers_may_differ_in_what_changes_no_result_and_each_kind_is_told_of_once() -> None:
    told: list[str] = []
    wanted = {"encoder": "torch", "numpy": "2.1"}
    dispatcher = Dispatcher(
        ScriptedEngine(), workers=2, seconds=60, version=__version__, runtime=wanted, tell=told.append
    )
    assert len(list(dispatcher.run(tasks(*"abcd")))) == 4
    assert dispatcher.runtimes == [{"encoder": "torch", "numpy": "2.1", "python": "3.12"}]
    assert told == ["the cache is read-only"]
