"""summarize batch IN -o FOLDER: a brief, a check or the stories of each of many collections."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from threading import Event, Thread
from typing import Annotated

import typer

from summarize.batch import (
    Batch,
    BriefJob,
    CheckJob,
    Job,
    ResultFolder,
    Shard,
    StoriesJob,
    TooManyFailures,
    export,
    open_input,
    progress,
)
from summarize.batch.dispatch import WorkerEngine
from summarize.cli import NOTHING_SUMMARIZED, USAGE
from summarize.cli.console import console, fail, is_terminal, new_app, say, say_nothing
from summarize.cli.options import EncoderEngine, MaxSentences, MaxWords, Model, Quiet
from summarize.errors import OptionsError, SummarizeError
from summarize.files import in_place_of
from summarize.models import Engine
from summarize.models.machine import usable_cpus
from summarize.options import Options

app = new_app()

SOME_FAILED = 3
_REFRESHED, _SAID, _MEASURED = 0.5, 60.0, 15.0
"""Seconds between two looks at the progress on a terminal, two lines elsewhere, two files of metrics."""


class Where(StrEnum):
    """What the workers are."""

    LOCAL = "local"
    RAY = "ray"


class Result(StrEnum):
    """What is made of each collection."""

    BRIEF = "brief"
    STORIES = "stories"
    CHECK = "check"


@app.command(no_args_is_help=True)
def command(
    given: Annotated[
        str,
        typer.Argument(
            metavar="IN",
            help="Collections: a .jsonl file with one a line, a folder of folders, a .parquet file, or - for "
            "JSON lines on standard input.",
        ),
    ],
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", metavar="OUT", help="Where the results are put: a folder, or a .jsonl or .parquet file."
        ),
    ],
    result: Annotated[
        Result,
        typer.Option(
            help="A brief of each collection, its articles divided into stories, or a check of the draft in it."
        ),
    ] = Result.BRIEF,
    max_words: MaxWords = None,
    max_sentences: MaxSentences = None,
    model: Model = None,
    encoder: EncoderEngine = Engine.AUTO,
    engine: Annotated[Where, typer.Option(help="Processes of this machine, or actors of Ray.")] = Where.LOCAL,
    address: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="The Ray cluster to join, or auto; without it Ray is started here."),
    ] = None,
    workers: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="How many there are (one a processor).")
    ] = None,
    timeout: Annotated[
        float, typer.Option(metavar="SECONDS", min=0.001, help="The longest that one collection may take.")
    ] = 300.0,
    max_memory: Annotated[
        int | None,
        typer.Option(metavar="MB", min=1, help="The most memory of one worker (its share of nine tenths of all)."),
    ] = None,
    max_failures: Annotated[
        int | None, typer.Option(metavar="N", min=0, help="Stop when more than N collections fail.")
    ] = None,
    shard: Annotated[
        str | None,
        typer.Option(metavar="I/N", help="Do the I-th of N parts alone; other machines do the others."),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Fail a collection when any of its articles cannot be read.")
    ] = False,
    metrics: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Keep the progress in FILE, for Prometheus.")
    ] = None,
    quiet: Quiet = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="Say what happens to workers, and how long each stage took, on stderr.")
    ] = False,
) -> None:
    """Make a brief of each of many collections, and lose none; or with --result a check, or the stories.

    The folder OUT gets <id>.json for each, as summarize -f json writes it (or summarize check, or summarize stories);
    failed.jsonl with the id, error and type of those that came to nothing; and manifest.json. A file OUT gets all
    results in the end, and that folder stands beside it as OUT.parts. The same command goes on where it was stopped,
    however that was, and makes again only what its input, options or version have changed.

    The draft to check stands beside the articles of a collection: a field "draft", a column "draft" of Parquet, or in
    a folder its draft.md or draft.txt.

    Exit status: 0 all done, 1 it could not go on, 2 wrong usage, 3 some failed. What a check finds changes none.
    """
    if address is not None and engine is Where.LOCAL:
        fail("--address belongs to --engine ray", USAGE)
    tell = say if verbose and not quiet else say_nothing
    job = _job(result, max_words, max_sentences, model, encoder)
    try:
        part = Shard.parse(shard) if shard else Shard()
        source = open_input(given, drafts=result is Result.CHECK)
        if output.suffix in (export.JSON_LINES, export.PARQUET):
            export.check_export(output, given)
            folder = ResultFolder(output.with_name(f"{output.name}.parts"), part.name("batch"))
        else:
            folder = ResultFolder(output, part.name("batch"))
    except SummarizeError as error:
        fail(str(error), USAGE)
    try:
        with _engine(engine, job, address, workers, max_memory) as (crew, size):
            batch = Batch(
                source,
                job,
                folder,
                crew,
                workers=size,
                seconds=timeout,
                strict=strict,
                max_failures=max_failures,
                shard=part,
                tell=tell,
            )
            try:
                with _watched(batch, metrics, quiet=quiet):
                    batch.run()
            except KeyboardInterrupt:
                say(f"stopped; {progress.line(batch)}, and what is done is kept: the same command goes on from here")
                raise
        if folder.path != output:
            export.export(batch, output)
    except TooManyFailures as error:
        fail(f"{error}; {batch.failures} tells of each", SOME_FAILED)
    except SummarizeError as error:
        fail(str(error), NOTHING_SUMMARIZED)
    _report(batch, quiet=quiet, verbose=verbose)


def _job(result: Result, max_words: int | None, max_sentences: int | None, model: str | None, encoder: Engine) -> Job:
    """What makes such results. Ends the command for options that it has no use for."""
    if result is Result.BRIEF:
        return BriefJob(_options(max_words, max_sentences), model, encoder)
    if max_words is not None or max_sentences is not None:
        fail("--max-words and --max-sentences belong to --result brief", USAGE)
    if result is Result.CHECK:
        return CheckJob(model, encoder)
    if model is not None or encoder is not Engine.AUTO:
        fail("--model and --encoder do not belong to --result stories, for which no model is needed", USAGE)
    return StoriesJob()


def _options(max_words: int | None, max_sentences: int | None) -> Options:
    try:
        return Options(max_words, max_sentences)
    except OptionsError as error:
        fail(str(error), USAGE)


@contextmanager
def _engine(
    where: Where, job: Job, address: str | None, workers: int | None, max_memory: int | None
) -> Iterator[tuple[WorkerEngine, int]]:
    """The engine and how many workers it gets."""
    size = workers or usable_cpus()
    most = max_memory * 2**20 if max_memory else None
    if where is Where.LOCAL:
        from summarize.batch.local import LocalEngine, share_of_memory

        yield LocalEngine(job, most or share_of_memory(size)), size
        return
    from summarize.batch.cluster import RayEngine

    ray = RayEngine(job, most, address=address, cpus=size)
    try:
        yield ray, workers or ray.cpus
    finally:
        ray.close()


@contextmanager
def _watched(batch: Batch, metrics: Path | None, *, quiet: bool) -> Iterator[None]:
    """Tells of the progress meanwhile: on a terminal always anew in one line, elsewhere in a line a minute."""
    done = Event()
    watching = [Thread(target=_show if is_terminal(sys.stderr) else _log, args=(batch, done))] if not quiet else []
    if metrics is not None:
        _write_metrics(batch, metrics)
        watching.append(Thread(target=_measure, args=(batch, metrics, done)))
    for thread in watching:
        thread.start()
    try:
        yield
    finally:
        done.set()
        for thread in watching:
            thread.join()
        if metrics is not None:
            with suppress(OSError):
                _write_metrics(batch, metrics)


def _show(batch: Batch, done: Event) -> None:
    from rich.status import Status

    with Status("", console=console(stderr=True)) as status:
        while not done.wait(_REFRESHED):
            status.update(progress.line(batch))


def _log(batch: Batch, done: Event) -> None:
    while not done.wait(_SAID):
        say(progress.line(batch))


def _measure(batch: Batch, path: Path, done: Event) -> None:
    while not done.wait(_MEASURED):
        with suppress(OSError):
            _write_metrics(batch, path)


def _write_metrics(batch: Batch, path: Path) -> None:
    with in_place_of(path) as part:
        part.write_text(progress.metrics(batch), encoding="utf-8")


def _report(batch: Batch, *, quiet: bool, verbose: bool) -> None:
    tally = batch.tally
    if verbose and not quiet:
        with suppress(OSError):  # nobody reads it any more
            typer.echo(progress.stages(tally), err=True, nl=False)
    if not tally.given:
        fail(f"{batch.given.name}: holds no collections", NOTHING_SUMMARIZED)
    if not quiet:
        say(f"{progress.line(batch)}; {tally.replaced:,} replaced" if tally.replaced else progress.line(batch))
    if tally.failed:
        say(f"{tally.failed:,} failed; {batch.failures} tells why")
        raise typer.Exit(SOME_FAILED)
