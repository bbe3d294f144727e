"""summarize check DRAFT SOURCE...: what the sources say of every sentence of a draft."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from summarize.checking import check
from summarize.cli.console import (
    NOTHING_SUMMARIZED,
    USAGE,
    Stages,
    console,
    fail,
    is_terminal,
    new_app,
    replace_unprintable,
    say,
    say_nothing,
    write_file,
    write_stdout,
)
from summarize.embedding import open_memory
from summarize.errors import SourceError, SummarizeError
from summarize.models import Engine, load_encoder
from summarize.reading import read_sources
from summarize.reading.drafts import read_draft
from summarize.relations import relations_for
from summarize.rendering.checks import CheckFormat, print_check, render_check

app = new_app()


@app.command(no_args_is_help=True)
def command(
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="The text to check: a file, or - for standard input.")],
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE", help="The articles it is held against, as for summarize.")
    ],
    format: Annotated[
        CheckFormat | None,
        typer.Option("-f", "--format", help="Form of the result (markdown; on a terminal, in colour)."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write the result to FILE, not to stdout.")
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(metavar="NAME_OR_PATH", help="Another sentence-transformers model: its name or folder."),
    ] = None,
    encoder: Annotated[
        Engine, typer.Option(help="What runs the model: its compiled form where there can be one, or torch.")
    ] = Engine.AUTO,
    vectors: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Keep the vectors of sentences in FILE (SQLite), and look them up there."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Fail when any source cannot be read.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing on stderr but errors.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", help="Print how long each stage took, on stderr.")] = False,
) -> None:
    """Check a draft against its sources, sentence by sentence, whoever or whatever wrote it.

    Each sentence is supported, partly supported, contradicted or unsupported, with the spans of the sources that say
    so and what differs; a question, an opinion or a heading is not checkable. Sources that the draft names itself, as
    [1], a link or "according to the Post", are asked whether they say what it has from them.

    The form `lines` prints one line for each sentence that is not supported: FILE:LINE:COLUMN: VERDICT: MESSAGE.

    Exit status: 0 all that can be checked is supported, 1 something is not, or nothing could be checked, 2 wrong
    usage, or a draft that cannot be read.
    """
    tell = say_nothing if quiet else say
    if draft == "-" and "-" in sources:
        fail("standard input can be the DRAFT or a SOURCE, not both", USAGE)
    if output is not None and (output.is_dir() or not output.parent.is_dir()):
        fail(f"cannot write {output}: there is no such file or folder to write to", USAGE)
    stages = Stages(show_progress=is_terminal(sys.stderr) and not quiet, timed=verbose)
    try:
        with stages:
            stages.begin("reading")
            text = read_draft(draft)
            reading = read_sources(sources)
            for problem in reading.problems:
                say(str(problem))
            if strict and reading.problems:
                raise SummarizeError("nothing was checked, because --strict was given and a source could not be read")
            if not reading.documents:
                raise SummarizeError("none of the sources could be read")
            memory = open_memory(vectors, tell) if vectors else None
            result = check(
                text,
                reading.documents,
                lambda: load_encoder(model, encoder, tell),
                stages.begin,
                memory=memory,
                relations=lambda encoder: relations_for(encoder, tell),
            )
            plain_terminal = format is None and output is None and is_terminal(sys.stdout)
            written = "" if plain_terminal else render_check(result, format or CheckFormat.MARKDOWN)
    except SourceError as error:
        fail(str(error), USAGE)
    except SummarizeError as error:
        fail(str(error), NOTHING_SUMMARIZED)
    stages.report(memory)
    if plain_terminal:
        replace_unprintable()
        print_check(result, console())
    elif output is None:
        write_stdout(written)
    else:
        write_file(output, written)
    if not result.holds:
        raise typer.Exit(NOTHING_SUMMARIZED)
