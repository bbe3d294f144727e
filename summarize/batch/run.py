"""A batch from its input to the manifest."""

from __future__ import annotations

import hashlib
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from summarize import __version__
from summarize.batch.collection import Collection, Problem
from summarize.batch.dispatch import Dispatcher, WorkerEngine
from summarize.batch.inputs import Input
from summarize.batch.job import Job, Made, Task, key_of
from summarize.batch.runtime import versions
from summarize.batch.seen import Seen, hashed
from summarize.batch.store import ResultFolder, State
from summarize.errors import BatchError, OptionsError

SCHEMA = "summarize.batch/1"
_OWN_MANIFEST = f'{{\n  "schema": "{SCHEMA.partition("/")[0]}'.encode()
_OWN_FAILURES = b'{"id": '
"""How the files begin that a run writes beside the results."""
_SHARD = re.compile(r"([1-9]\d{0,5})/([1-9]\d{0,5})")


@dataclass(frozen=True, slots=True)
class Shard:
    """The `number`th of `of` parts of the input, counted from 1. An id always falls into the same part."""

    number: int = 1
    of: int = 1

    @classmethod
    def parse(cls, written: str) -> Shard:
        """Reads "i/n". Raises OptionsError."""
        match = _SHARD.fullmatch(written)
        if match is None or int(match[1]) > int(match[2]):
            raise OptionsError(f"a shard is written i/n with i from 1 to n, as 1/8, not {written!r}")
        return cls(int(match[1]), int(match[2]))

    def holds(self, hashed_id: int) -> bool:
        return hashed_id % self.of == self.number - 1

    def name(self, stem: str) -> str:
        """The name of a file that each part has one of."""
        return stem if self.of == 1 else f"{stem}-{self.number}-of-{self.of}"


@dataclass(slots=True)
class Tally:
    """How far a batch is, in collections."""

    given: int = 0
    """Read from the input, those of other shards not counted."""
    made: int = 0
    kept: int = 0
    """Done before, with a result that still fits."""
    replaced: int = 0
    """Of those made, in the place of a result of another input, other options or another version."""
    problems: Counter[str] = field(default_factory=Counter)
    """Those that failed, by the type of their problem."""
    stages: dict[str, float] = field(default_factory=dict)
    """Seconds of each stage, of all workers together."""
    begun: float = field(default_factory=time.monotonic)
    """By a clock that nobody can set."""

    @property
    def failed(self) -> int:
        return self.problems.total()

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.begun


class TooManyFailures(BatchError):
    """More collections failed than were allowed to."""


class Batch:
    """One run: everything that is not done yet is made, put into the folder, and told of."""

    def __init__(
        self,
        given: Input,
        job: Job,
        folder: ResultFolder,
        engine: WorkerEngine,
        *,
        workers: int,
        seconds: float,
        strict: bool = False,
        max_failures: int | None = None,
        shard: Shard = Shard(),
        tell: Callable[[str], None] = lambda message: None,
    ) -> None:
        self.given, self.folder, self.tally = given, folder, Tally()
        runtime = job.runtime()
        self._job, self._shard, self._engine = job, shard, engine.name
        self._settings = {**job.settings(), "strict": strict, "runtime": runtime}
        self._strict, self._max_failures = strict, max_failures
        self._workers = workers
        self._dispatcher = Dispatcher(
            engine, workers=workers, seconds=seconds, version=__version__, runtime=runtime, tell=tell
        )
        self.failures = folder.path / f"{shard.name('failed')}.jsonl"
        self._ids = Seen()
        self._digest = hashlib.sha256()

    @property
    def busy(self) -> int:
        """Workers that are making a result."""
        return self._dispatcher.busy

    def gave(self, identity: str) -> bool:
        """Whether the input of this run had a collection of this id."""
        return hashed(identity) in self._ids

    def run(self) -> None:
        """Makes what is not done. The manifest tells what became of it.

        Raises TooManyFailures; BatchError when it cannot go on, and then what is done stays done; SourceError when the
        input cannot be read any further.
        """
        manifest = self.folder.path / f"{self._shard.name('manifest')}.json"
        with self.folder.held():
            _check_own(manifest, _OWN_MANIFEST)
            _check_own(self.failures, _OWN_FAILURES)
            manifest.unlink(missing_ok=True)  # so that one that is there tells of the run that made it
            self.failures.unlink(missing_ok=True)
            with self.failures.open("xb", buffering=0) as failures, closing(self._outcomes(failures)) as outcomes:
                for task, made in outcomes:
                    self._keep(task, made)
            self._sort()
            self.folder.write(manifest, self._manifest())

    def _outcomes(self, failures: BinaryIO) -> Generator[tuple[Task, Made]]:
        for task, outcome in self._dispatcher.run(self._tasks(failures)):
            if isinstance(outcome, Made):
                yield task, outcome
            else:
                self._drop_stale(task.collection.id, task.key)
                self._fail(task.number, task.collection, outcome, failures)

    def _tasks(self, failures: BinaryIO) -> Iterator[Task]:
        """What is still to be done, as it is asked for."""
        for number, collection in enumerate(self.given):
            own = hashed(collection.id)
            if not self._shard.holds(own):
                continue
            self.tally.given += 1
            self._digest.update(f"{collection.id}\0{collection.digest}\n".encode())
            problem, key = collection.problem, self._key(collection)
            if own not in self._ids:
                if problem is not None:
                    self._drop_stale(collection.id, key)
            elif problem is None:
                problem = Problem("duplicate-id", f"{collection.place}: another collection before it has this id")
            if problem is None:
                self._ids.add(own)
                match self.folder.state(collection.id, key):
                    case State.CURRENT:
                        self.tally.kept += 1
                        continue
                    case State.FOREIGN:
                        place = self.folder.place(collection.id)
                        problem = Problem("occupied", f"{place} is there and is no result of a batch; move it away")
                    case _:
                        yield Task(number, collection, key, self._strict)
                        continue
            self._fail(number, collection, problem, failures)

    def _key(self, collection: Collection) -> str:
        return key_of(self._job.name, self._settings, __version__, collection)

    def _drop_stale(self, identity: str, key: str) -> None:
        """Removes the result of a collection that failed: what it was made of is not what is given now."""
        if self.folder.state(identity, key) is State.OTHER:
            self.folder.drop(identity)

    def _keep(self, task: Task, made: Made) -> None:
        if self.folder.state(task.collection.id, task.key) is State.OTHER:
            self.tally.replaced += 1
        self.folder.put(task.collection.id, made.result)
        self.tally.made += 1
        for stage, seconds in made.stages.items():
            self.tally.stages[stage] = self.tally.stages.get(stage, 0.0) + seconds

    def _fail(self, number: int, collection: Collection, problem: Problem, failures: BinaryIO) -> None:
        told = {"id": collection.id, "error": problem.detail, "type": problem.type, "number": number}
        try:
            failures.write(json.dumps(told, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")
        except OSError as error:
            raise BatchError(f"cannot write to {self.folder.path}: {error.strerror or error}") from None
        self.tally.problems[problem.type] += 1
        if self._max_failures is not None and self.tally.failed > self._max_failures:
            raise TooManyFailures(f"stopped, as more than {self._max_failures:,} collections failed")

    def _sort(self) -> None:
        """Puts the failures into the order of the input, as it does not matter which of them ended first."""
        lines = sorted(self.failures.read_bytes().splitlines(keepends=True), key=_number)
        if lines:
            self.folder.write(self.failures, b"".join(lines))

    def _manifest(self) -> bytes:
        tally = self.tally
        counts = {name: getattr(tally, name) for name in ("given", "made", "kept", "replaced", "failed")}
        told = {
            "schema": SCHEMA,
            "result": self._job.name,
            "collections": counts,
            "problems": dict(sorted(tally.problems.items())),
            "version": __version__,
            "settings": self._settings,
            "engine": self._engine,
            "versions": versions(),
            "runtimes": self._dispatcher.runtimes,
            "input": {"name": self.given.name, "sha256": self._digest.hexdigest()},
            "shard": [self._shard.number, self._shard.of],
            "workers": self._workers,
            "seconds": round(tally.seconds, 3),
            "stages": {stage: round(seconds, 3) for stage, seconds in tally.stages.items()},
        }
        return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def _check_own(path: Path, beginning: bytes) -> None:
    """Raises BatchError where a file stands that no run has written: a folder may hold another program's manifest."""
    if not path.exists():
        return
    with path.open("rb") as file:
        found = file.read(len(beginning))
    if found and found != beginning:
        raise BatchError(f"{path}: is there and was not written by a batch; move it away, or name another folder")


def _number(failure: bytes) -> int:
    return int(json.loads(failure)["number"])
