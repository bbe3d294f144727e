"""summarize SOURCE...: one brief of several articles."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from summarize import __version__
from summarize.cli import NOTHING_SUMMARIZED, USAGE
from summarize.cli.ahead import encoder_ahead
from summarize.cli.briefs import check_query, read_brief, tell_query, tell_since
from summarize.cli.console import (
    Stages,
    console,
    fail,
    is_terminal,
    new_app,
    replace_unprintable,
    say,
    say_nothing,
    write_stdout,
)
from summarize.cli.links import AllowedHosts, Follow, IgnoreRobots, open_fetcher
from summarize.cli.naming import Lists, TextColumn, named_sources, read_named
from summarize.cli.options import EncoderEngine, MaxSentences, MaxWords, Model, Quiet, Strict, Vectors, Verbose
from summarize.cli.outputs import check_output, write
from summarize.embedding import open_memory
from summarize.errors import BriefError, SummarizeError
from summarize.explanation import explain as explain_documents
from summarize.models import Engine, compile_model
from summarize.options import Options
from summarize.pipeline import summarize
from summarize.quotability import load_quotability, quotability_for
from summarize.reading.links import Links
from summarize.records.document import Document
from summarize.records.views import View
from summarize.relations import load_relations, relations_for
from summarize.rendering import Format, print_brief, render
from summarize.rendering.cleaning import clean

app = new_app()

_COMMANDS = """\b
Commands:
  check DRAFT SOURCE...    Check a draft against its sources.
  stories SOURCE...        Divide articles on many events into stories, a brief each.
  batch IN -o FOLDER       A brief, or a check, of each of many collections.
  fetch LINK... -o FOLDER  Keep what links lead to, as evidence.
  verify BRIEF SOURCE...   Check that a brief still holds.

\b
`summarize COMMAND --help` explains one. A file or folder of such a name is written ./verify.
"""


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"summarize {__version__}")
        raise typer.Exit


@app.command(no_args_is_help=True, epilog=_COMMANDS)
def command(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE",
            help="Articles: links, feeds, files of most formats, folders, archives, @LIST of names, - for stdin.",
        ),
    ] = None,
    input_list: Lists = None,
    text_column: TextColumn = None,
    max_words: MaxWords = None,
    max_sentences: MaxSentences = None,
    format: Annotated[
        Format | None,
        typer.Option("-f", "--format", help="Form of the brief (markdown; on a terminal, in colour)."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write the brief to FILE, not to stdout.")
    ] = None,
    follow: Follow = 0,
    allow_host: AllowedHosts = None,
    ignore_robots: IgnoreRobots = False,
    since: Annotated[
        str | None,
        typer.Option(metavar="BRIEF", help="Tell what is new against an earlier brief, one that -f json wrote."),
    ] = None,
    query: Annotated[
        str | None,
        typer.Option(metavar="QUESTION", help="Answer a question from the sources, or say that they do not."),
    ] = None,
    coverage: Annotated[
        bool,
        typer.Option("--coverage", help="Also tell who reports each sentence, who contradicts it or leaves it out."),
    ] = False,
    timeline: Annotated[
        bool, typer.Option("--timeline", help="Also tell when what happened, where a source says so for certain.")
    ] = False,
    figures: Annotated[
        bool, typer.Option("--figures", help="Also list the figures: of what, as of when, and who says so.")
    ] = False,
    model: Model = None,
    encoder: EncoderEngine = Engine.AUTO,
    vectors: Vectors = None,
    compile_ahead: Annotated[
        bool,
        typer.Option("--compile-model", help="Compile the model now, print the file it is kept in, and stop."),
    ] = False,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Instead of a brief, print what was made of every line, and by which rule."),
    ] = False,
    strict: Strict = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Make one brief of several articles on one event.

    Every sentence is taken word for word from a source, says something no other sentence says, and is cited: where
    it was taken from and who else reports the same.

    Exit status: 0 done, 1 nothing could be summarised, 2 wrong usage.
    """
    tell = say_nothing if quiet else say
    if compile_ahead:
        _compile_ahead(model, tell)
        return
    sources = named_sources(sources, input_list, "summarize", ("the earlier brief", since))
    if explain:
        _refuse_form(format, output)
    if output is not None:
        check_output(output, sources, [vectors] if vectors else ())
    if query is not None:
        check_query(query)
    asked = {View.COVERAGE: coverage, View.TIMELINE: timeline, View.FIGURES: figures}
    earlier = read_brief(since) if since is not None else None
    stages = Stages.of_command(quiet=quiet, verbose=verbose)
    try:
        with stages, open_fetcher(allow_host or (), ignore_robots=ignore_robots, progress=stages.show) as fetcher:
            stages.begin("reading")
            loaded = None if explain else encoder_ahead(model, encoder, tell)
            documents = read_named(sources, Links(fetcher, follow), text_column, stages, strict=strict)
            if loaded is None:
                write_stdout(_explained(documents))
                return
            memory = open_memory(vectors, tell) if vectors else None
            brief = summarize(
                documents,
                Options(max_words, max_sentences),
                loaded,
                stages.begin,
                since=earlier,
                query=query,
                views=[view for view, wanted in asked.items() if wanted],
                memory=memory,
                relations=lambda encoder: relations_for(encoder, tell),
                quotability=lambda encoder: quotability_for(encoder, tell),
            )
            stages.begin("rendering")
            plain_terminal = format is None and output is None and is_terminal(sys.stdout)
            text = "" if plain_terminal else render(brief, format or Format.MARKDOWN)
    except BriefError as error:
        fail(f"{since}: {error}", USAGE)
    except SummarizeError as error:
        fail(str(error), NOTHING_SUMMARIZED)
    except MemoryError:
        fail(
            "not enough memory for a collection of this size: 100,000 sentences take about 2 GB; give fewer articles",
            NOTHING_SUMMARIZED,
        )
    stages.report(memory)
    tell_since(brief, since or "", tell)
    tell_query(brief, tell)
    if plain_terminal:
        replace_unprintable()
        print_brief(brief, console())
    else:
        write(text, output)


def _refuse_form(format: Format | None, output: Path | None) -> None:
    """Ends the command where a form or a file is named for a brief that is not made."""
    if output is not None:
        fail("--explain prints what it finds; redirect it instead of giving -o", USAGE)
    if format is not None:
        fail("--explain prints lines of its own; -f is for a brief", USAGE)


def _compile_ahead(model: str | None, say: Callable[[str], None]) -> None:
    try:
        path = compile_model(model, say)
        load_relations(say)
        load_quotability(say)
        typer.echo(path)
    except SummarizeError as error:
        fail(str(error), NOTHING_SUMMARIZED)


def _explained(documents: Sequence[Document]) -> str:
    """What was mended in each text, and every sentence on a line: what it is good for, the rule that says so, and its
    words.
    """
    blocks = []
    mends = {document.id: document.mends for document in documents}
    for name, sentences in explain_documents(documents).items():
        mended = (f"{'mended':<12}{damage:<24}{places:,} place{'s' * (places > 1)}" for damage, places in mends[name])
        lines = (f"{s.role:<12}{s.reason:<24}{clean(s.text)}".rstrip() for s in sentences)
        blocks.append("\n".join([clean(name), *mended, *lines]))
    return "\n\n".join(blocks) + "\n"
