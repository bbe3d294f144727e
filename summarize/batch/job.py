"""What is made of each collection, the same in every process that makes it: `collection -> result`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Protocol

from summarize.batch.collection import Collection, Material, Problem
from summarize.batch.runtime import Runtime, libraries, surroundings
from summarize.checking import check
from summarize.errors import DocumentError, NothingToSummarize, SourceError, SummarizeError, TooManySentences
from summarize.models import Encoder, Engine, load_encoder
from summarize.models.loading import engine_ahead, engine_of
from summarize.models.source import find_source
from summarize.native import guarded
from summarize.options import Options
from summarize.pipeline import MAX_SENTENCES, summarize
from summarize.quotability import quotability_for
from summarize.quotability.loading import SHA256 as QUOTABILITY
from summarize.relations import relations_for
from summarize.relations.loading import SHA256 as RELATIONS
from summarize.rendering import jsonform
from summarize.rendering.checks import jsonform as checkform
from summarize.rendering.stories import fields as fields_of_stories
from summarize.stopwatch import Stopwatch
from summarize.stories import find_stories

OnStage = Callable[[str], None]
Make = Callable[[Material, OnStage], dict[str, Any]]
"""What a collection holds to its result, an object that JSON can hold. Raises SummarizeError."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What makes results in a process."""

    make: Make
    runtime: Runtime = field(default_factory=dict)
    """What really runs there: all that the job's own `runtime` names, and more that is only told of."""
    said: tuple[str, ...] = ()
    """What happened while it was loaded, a line each."""


class Job(Protocol):
    """One kind of result. It is sent to other processes, so it holds what is wanted, and nothing that was loaded."""

    @property
    def name(self) -> str:
        """The result's name, as "brief"."""
        ...

    def settings(self) -> dict[str, Any]:
        """What was asked for of a result besides its documents, as JSON can hold it."""
        ...

    def runtime(self) -> Runtime:
        """What has to run, alike in every process that makes results; `Loaded` tells what does."""
        ...

    def load(self) -> Loaded:
        """Loads what it needs, once a process. Raises SummarizeError where that cannot be had."""
        ...


@dataclass(frozen=True, slots=True)
class BriefJob:
    """A brief of each collection, as `summarize -f json` writes it."""

    options: Options = field(default_factory=Options)
    model: str | None = None
    encoder: Engine = Engine.AUTO
    max_sentences: int = MAX_SENTENCES

    @property
    def name(self) -> str:
        return "brief"

    def settings(self) -> dict[str, Any]:
        source = find_source(self.model)
        return {
            "options": asdict(self.options),
            "model": source.name,
            "weights": source.key(),
            "relations": RELATIONS,
            "quotability": QUOTABILITY,
            "encoder": str(self.encoder),
            "max_sentences": self.max_sentences,
        }

    def runtime(self) -> Runtime:
        return _runtime(engine_ahead(self.model, self.encoder), ("relations", "quotability"))

    def load(self) -> Loaded:
        loaders = {"relations": relations_for, "quotability": quotability_for}
        return _loaded(self.model, self.encoder, loaders, self.make)

    def make(self, material: Material, encoder: Encoder, on_stage: OnStage) -> dict[str, Any]:
        brief = summarize(
            material.documents, self.options, encoder, _without_loading(on_stage), max_sentences=self.max_sentences
        )
        on_stage("rendering")
        return jsonform.fields(brief)


@dataclass(frozen=True, slots=True)
class CheckJob:
    """A check of the draft of each collection against its articles, as `summarize check -f json` writes it."""

    model: str | None = None
    encoder: Engine = Engine.AUTO

    @property
    def name(self) -> str:
        return "check"

    def settings(self) -> dict[str, Any]:
        source = find_source(self.model)
        return {
            "model": source.name,
            "weights": source.key(),
            "relations": RELATIONS,
            "encoder": str(self.encoder),
        }

    def runtime(self) -> Runtime:
        return _runtime(engine_ahead(self.model, self.encoder), ("relations",))

    def load(self) -> Loaded:
        return _loaded(self.model, self.encoder, {"relations": relations_for}, self.make)

    def make(self, material: Material, encoder: Encoder, on_stage: OnStage) -> dict[str, Any]:
        if material.draft is None:
            raise DocumentError("there is no draft to check")
        checked = check(material.draft, material.documents, encoder, _without_loading(on_stage))
        on_stage("rendering")
        return checkform.fields(checked)


@dataclass(frozen=True, slots=True)
class StoriesJob:
    """The articles of each collection divided into stories, as `summarize stories -f json` writes them."""

    @property
    def name(self) -> str:
        return "stories"

    def settings(self) -> dict[str, Any]:
        return {}

    def runtime(self) -> Runtime:
        return libraries(torch=False)

    def load(self) -> Loaded:
        return Loaded(self.make, {**surroundings(), **self.runtime()})

    def make(self, material: Material, on_stage: OnStage) -> dict[str, Any]:
        stories = find_stories(material.documents, on_stage=on_stage)
        on_stage("rendering")
        return fields_of_stories(stories)


def _loaded(
    model: str | None,
    wanted: Engine,
    loaders: Mapping[str, Callable[[Encoder, Callable[[str], None]], object | None]],
    make: Callable[[Material, Encoder, OnStage], dict[str, Any]],
) -> Loaded:
    """What `make` makes with the encoder; the models that read beside it are loaded now, not with the first collection.

    Raises ModelError.
    """
    said: list[str] = []
    encoder = load_encoder(model, wanted, said.append)
    engine = engine_of(encoder)
    if engine == Engine.TORCH and wanted != Engine.TORCH:
        said.append("with --encoder torch all workers do so")
    readers = tuple(name for name, load in loaders.items() if load(encoder, said.append) is not None)
    return Loaded(
        lambda material, on_stage: make(material, encoder, on_stage),
        {**surroundings(), **_runtime(engine, readers)},
        tuple(said),
    )


def _runtime(engine: str, readers: tuple[str, ...]) -> Runtime:
    return {**libraries(torch=engine == Engine.TORCH), "encoder": engine, "readers": " and ".join(readers) or "none"}


def _without_loading(on_stage: OnStage) -> OnStage:
    """Tells of every stage but the one in which the model is loaded: a worker has it before."""
    return lambda stage: None if stage == "model" else on_stage(stage)


@dataclass(frozen=True, slots=True)
class Task:
    """One collection to be done. `number` counts the collections of the input from 0."""

    number: int
    collection: Collection
    key: str
    """Names what the collection holds, what was asked for, what runs, and the version: what the result depends on."""
    strict: bool = False
    """Whether a document that cannot be read makes the whole collection fail."""


@dataclass(frozen=True, slots=True)
class Made:
    """A result as it is written, and the seconds of each stage."""

    result: bytes
    stages: dict[str, float]


def key_of(result: str, settings: dict[str, Any], version: str, collection: Collection) -> str:
    told = json.dumps([version, result, settings, collection.id, collection.digest], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


def do(task: Task, make: Make) -> Made | Problem:  # noqa: PLR0911 each kind of end is one line
    """One collection, from what was given to what is written. Never raises an Exception."""
    stages = Stopwatch()
    try:
        with guarded("a worker"):
            return Made(_result(task, make, stages), stages.seconds())
    except TooManySentences as error:
        return Problem("too-many-sentences", str(error))
    except NothingToSummarize as error:
        return Problem("nothing-to-summarize", str(error))
    except DocumentError as error:
        return Problem("invalid-document", str(error))
    except SummarizeError as error:
        return Problem("failed", str(error))
    except MemoryError:
        return Problem("too-large", "it needs more memory than a worker may have")
    except Exception as error:  # a fault of the program, in this collection; the others go on
        return Problem("crashed", f"{type(error).__name__}: {str(error)[:300]}")


def _result(task: Task, make: Make, stages: Stopwatch) -> bytes:
    stages.begin("reading")
    try:
        material = task.collection.read()
    except SourceError as error:
        raise DocumentError(str(error)) from None
    problems = list(material.problems)
    if problems and (task.strict or not material.documents):
        more = f", and {len(problems) - 1:,} more" if len(problems) > 1 else ""
        raise DocumentError(f"{problems[0]}{more}")
    data = make(material, stages.begin)
    stages.begin("rendering")
    # The key stands last, where it can be found without reading the rest.
    batch = {"id": task.collection.id, "problems": problems, "key": task.key}
    return jsonform.written({**data, "batch": batch}).encode()
