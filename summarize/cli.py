"""The `summarize` command: stdout carries the brief alone, everything said to people goes to stderr."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from summarize import __version__
from summarize.embedding import Memory, open_memory
from summarize.errors import SummarizeError
from summarize.models import Encoder, Engine, compile_model, load_encoder
from summarize.options import Options
from summarize.pipeline import summarize
from summarize.reading import Reading, read_sources
from summarize.records.brief import Brief
from summarize.rendering import Format, print_brief, render

if TYPE_CHECKING:
    from rich.console import Console

DONE, NOTHING_SUMMARIZED, USAGE = 0, 1, 2

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main() -> None:
    """The entry point of the installed command."""
    sys.exit(run(sys.argv[1:]))


def run(argv: Sequence[str]) -> int:
    """Runs the command and returns its exit status: 0 done, 1 nothing could be summarised, 2 usage."""
    try:
        app(args=list(argv), prog_name="summarize")
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else NOTHING_SUMMARIZED
    except KeyboardInterrupt:
        return 130  # what a shell reports for a command ended by Ctrl-C
    return DONE


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"summarize {__version__}")
        raise typer.Exit


@app.command(no_args_is_help=True)
def command(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE", help="Articles: .txt, .md or .jsonl files, folders of them, or - for standard input."
        ),
    ] = None,
    max_words: Annotated[
        int | None,
        typer.Option(
            "-w", "--max-words", metavar="N", min=1, help="Longest brief in words (200, or no limit with -s)."
        ),
    ] = None,
    max_sentences: Annotated[
        int | None, typer.Option("-s", "--max-sentences", metavar="N", min=1, help="Longest brief in sentences.")
    ] = None,
    format: Annotated[
        Format | None,
        typer.Option("-f", "--format", help="Form of the brief (markdown; on a terminal, in colour)."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write the brief to FILE, not to stdout.")
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(metavar="NAME_OR_PATH", help="Another sentence-transformers model: its name or folder."),
    ] = None,
    encoder: Annotated[
        Engine,
        typer.Option(help="What runs the model: its compiled form where there can be one, or torch."),
    ] = Engine.AUTO,
    vectors: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Keep the vectors of sentences in FILE (SQLite), and look them up there."),
    ] = None,
    compile_ahead: Annotated[
        bool,
        typer.Option("--compile-model", help="Compile the model now, print the file it is kept in, and stop."),
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Fail when any source cannot be read.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing on stderr but errors.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", help="Print how long each stage took, on stderr.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Make one brief of several articles on one event.

    Every sentence is taken word for word from a source, says something no other sentence says, and is cited: where
    it was taken from and who else reports the same.

    Exit status: 0 done, 1 nothing could be summarised, 2 wrong usage.
    """
    say = _say_nothing if quiet else _say
    if compile_ahead:
        _compile_ahead(model, say)
        return
    if not sources:
        _fail("no SOURCE was given; summarize --help lists what it may be", USAGE)
    if output is not None and not output.parent.is_dir():
        _fail(f"cannot write {output}: there is no folder {output.parent}", USAGE)
    stages = _Stages(show_progress=sys.stderr.isatty() and not quiet, timed=verbose)
    try:
        with stages:
            stages.begin("reading")
            reading = read_sources(sources, sys.stdin.buffer)
            memory = open_memory(vectors, say) if vectors else None
            options = Options(max_words, max_sentences)
            brief = _summarize(reading, options, strict, stages, lambda: load_encoder(model, encoder, say), memory)
            stages.begin("rendering")
            plain_terminal = format is None and output is None and sys.stdout.isatty()
            text = "" if plain_terminal else render(brief, format or Format.MARKDOWN)
    except SummarizeError as error:
        _fail(str(error), NOTHING_SUMMARIZED)
    except MemoryError:
        _fail(
            "not enough memory for a collection of this size: 100,000 sentences take about 2 GB; give fewer articles",
            NOTHING_SUMMARIZED,
        )
    stages.report(memory)
    if plain_terminal:
        print_brief(brief, _console())
    elif output is None:
        _write_stdout(text)
    else:
        try:
            output.write_text(text, encoding="utf-8", newline="")
        except OSError as error:
            _fail(f"cannot write {output}: {error.strerror}", USAGE)


def _compile_ahead(model: str | None, say: Callable[[str], None]) -> None:
    try:
        typer.echo(compile_model(model, say))
    except SummarizeError as error:
        _fail(str(error), NOTHING_SUMMARIZED)


def _summarize(
    reading: Reading,
    options: Options,
    strict: bool,
    stages: _Stages,
    load: Callable[[], Encoder],
    memory: Memory | None,
) -> Brief:
    for problem in reading.problems:
        _say(str(problem))
    if strict and reading.problems:
        raise SummarizeError("nothing was summarised, because --strict was given and a source could not be read")
    if not reading.documents:
        raise SummarizeError("none of the sources could be read")
    return summarize(reading.documents, options=options, encoder=load, on_stage=stages.begin, memory=memory)


class _Stages:
    """Says on stderr what is being done, and afterwards how long it took."""

    def __init__(self, *, show_progress: bool, timed: bool) -> None:
        self._timed = timed
        self._show_progress = show_progress
        self._begun: list[tuple[str, float]] = []

    def __enter__(self) -> _Stages:
        if self._show_progress:
            from rich.status import Status

            self._status = Status("", console=_console(stderr=True))
            self._status.start()
        return self

    def __exit__(self, *error: object) -> None:
        if self._show_progress:
            self._status.stop()
        self._begun.append(("", time.perf_counter()))

    def begin(self, stage: str) -> None:
        self._begun.append((stage, time.perf_counter()))
        if self._show_progress:
            self._status.update(stage)

    def report(self, memory: Memory | None) -> None:
        if not self._timed:
            return
        for (stage, start), (_, end) in zip(self._begun, self._begun[1:], strict=False):
            typer.echo(f"{stage:<10} {end - start:7.3f} s", err=True)
        typer.echo(f"{'total':<10} {self._begun[-1][1] - self._begun[0][1]:7.3f} s", err=True)
        if memory is not None:
            hits = memory.hits
            typer.echo(f"{'vectors':<10} {hits.asked - hits.encoded:,} of {hits.asked:,} remembered", err=True)


def _console(*, stderr: bool = False) -> Console:
    from rich.console import Console

    return Console(stderr=stderr)


def _write_stdout(text: str) -> None:
    """UTF-8 whatever the locale, so that the same input gives the same bytes everywhere."""
    try:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        sys.stderr.close()  # keeps Python from complaining about the closed pipe at exit
        raise typer.Exit(DONE) from None


def _say(message: str) -> None:
    typer.echo(f"summarize: {message}", err=True)


def _say_nothing(message: str) -> None:
    pass


def _fail(message: str, status: int) -> NoReturn:
    _say(message)
    raise typer.Exit(status)
