"""Collections as lines, and a batch over them with workers of this very process."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from summarize import __version__
from summarize.batch import Batch, Collection, Job, ResultFolder, Shard, open_input
from summarize.batch.dispatch import Answer, Ready, Worker, WorkerEngine
from summarize.batch.job import Loaded, Task, do
from tests.batch.jobs import EchoJob

Write = Callable[..., Path]


def collection(identity: Any, *texts: str) -> dict[str, Any]:
    return {"id": identity, "documents": [{"text": text} for text in texts]}


THREE = [collection(name, f"Text of {name}.") for name in "abc"]


def read(path: Path) -> list[Collection]:
    return list(open_input(str(path)))


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes collections, or lines as they stand, into a file of JSON lines."""

    def write(*lines: dict[str, Any] | str | bytes, name: str = "collections.jsonl") -> Path:
        path = tmp_path / name
        with path.open("wb") as file:
            for line in lines:
                file.write(line if isinstance(line, bytes) else _line(line).encode())
                file.write(b"\n")
        return path

    return write


def _line(line: dict[str, Any] | str) -> str:
    return line if isinstance(line, str) else json.dumps(line)


class Inline:
    """A worker that does its task when it is asked what became of it."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._task: Task | None = None

    def give(self, task: Task) -> None:
        self._task = task

    def take(self) -> Answer:
        if self._task is None:
            return Ready(__version__, self._loaded.runtime, self._loaded.said)
        task, self._task = self._task, None
        return do(task, self._loaded.make)

    def leave(self) -> None:
        pass

    def end(self) -> None:
        pass


class InlineEngine:
    """Counts the workers it starts. The last that was given something says what it made of it first."""

    name = "inline"

    def __init__(self, job: Job) -> None:
        self._job, self.started = job, 0

    def start(self) -> Worker:
        self.started += 1
        return Inline(self._job.load())

    def wait(self, workers: Sequence[Worker], seconds: float | None) -> Sequence[Worker]:
        return [workers[-1]]


def run_batch(
    given: Path,
    output: Path,
    job: Job | None = None,
    engine: WorkerEngine | None = None,
    *,
    drafts: bool = False,
    **options: Any,
) -> Batch:
    job = job or EchoJob()
    batch = Batch(
        open_input(str(given), drafts=drafts),
        job,
        ResultFolder(output, options.get("shard", Shard()).name("batch")),
        engine or InlineEngine(job),
        **{"workers": 2, "seconds": 60, **options},
    )
    batch.run()
    return batch


def results(output: Path) -> dict[str, bytes]:
    """The results of a folder, by file name without suffix."""
    return {path.stem: path.read_bytes() for path in output.glob("*.json") if path.name != "manifest.json"}


def failures(output: Path, name: str = "failed.jsonl") -> list[dict[str, Any]]:
    return [json.loads(line) for line in (output / name).read_text(encoding="utf-8").splitlines()]
