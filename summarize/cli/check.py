"""summarize check DRAFT SOURCE...: what the sources say of every sentence of a draft."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from summarize.checking import check, refuse_long
from summarize.cli import NOTHING_SUMMARIZED, USAGE
from summarize.cli.ahead import encoder_ahead
from summarize.cli.console import Stages, console, fail, is_terminal, new_app, replace_unprintable, say, say_nothing
from summarize.cli.links import AllowedHosts, Follow, IgnoreRobots, open_fetcher
from summarize.cli.naming import Lists, TextColumn, named_sources, read_named
from summarize.cli.options import EncoderEngine, Model, Quiet, Strict, Vectors, Verbose
from summarize.cli.outputs import check_output, write
from summarize.embedding import open_memory
from summarize.errors import SourceError, SummarizeError
from summarize.models import Engine
from summarize.reading.drafts import read_draft
from summarize.reading.links import Links
from summarize.relations import relations_for
from summarize.rendering.checks import CheckFormat, print_check, render_check

app = new_app()


@app.command(no_args_is_help=True)
def command(
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="The text to check: a file, or - for standard input.")],
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="SOURCE", help="The articles it is held against, as for summarize.")
    ] = None,
    input_list: Lists = None,
    text_column: TextColumn = None,
    format: Annotated[
        CheckFormat | None,
        typer.Option("-f", "--format", help="Form of the result (markdown; on a terminal, in colour)."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write the result to FILE, not to stdout.")
    ] = None,
    follow: Follow = 0,
    allow_host: AllowedHosts = None,
    ignore_robots: IgnoreRobots = False,
    model: Model = None,
    encoder: EncoderEngine = Engine.AUTO,
    vectors: Vectors = None,
    strict: Strict = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
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
    sources = named_sources(sources, input_list, "summarize check", ("the DRAFT", draft))
    if output is not None:
        check_output(output, sources, [Path(draft), *([vectors] if vectors else ())])
    stages = Stages.of_command(quiet=quiet, verbose=verbose)
    try:
        with stages, open_fetcher(allow_host or (), ignore_robots=ignore_robots, progress=stages.show) as fetcher:
            stages.begin("reading")
            text = read_draft(draft)
            refuse_long(text)  # before sources are fetched for it
            documents = read_named(sources, Links(fetcher, follow), text_column, stages, strict=strict)
            memory = open_memory(vectors, tell) if vectors else None
            result = check(
                text,
                documents,
                encoder_ahead(model, encoder, tell),
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
    except MemoryError:
        fail("not enough memory for sources of this size; give fewer articles", NOTHING_SUMMARIZED)
    stages.report(memory)
    if plain_terminal:
        replace_unprintable()
        print_check(result, console())
    else:
        write(written, output)
    if not result.is_checked:
        tell("nothing in the draft can be checked")
    if not (result.holds and result.is_checked):
        raise typer.Exit(NOTHING_SUMMARIZED)
