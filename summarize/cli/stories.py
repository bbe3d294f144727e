"""summarize stories SOURCE...: a mixed stream divided into events, a brief each."""

from __future__ import annotations

from contextlib import nullcontext
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from summarize.cli import NOTHING_SUMMARIZED, USAGE
from summarize.cli.ahead import encoder_ahead
from summarize.cli.console import Stages, fail, new_app, say, say_nothing, write_file, write_stdout
from summarize.cli.links import AllowedHosts, Follow, IgnoreRobots, open_fetcher
from summarize.cli.naming import Lists, TextColumn, named_sources, read_named
from summarize.cli.options import EncoderEngine, MaxSentences, MaxWords, Model, Quiet, Strict, Vectors, Verbose
from summarize.embedding import open_memory
from summarize.errors import SummarizeError
from summarize.models import Engine
from summarize.options import Options
from summarize.quotability import quotability_for
from summarize.reading.links import Links
from summarize.records.stories import Stories, Story, StoryStatus
from summarize.relations import relations_for
from summarize.rendering import Format, render
from summarize.rendering.stories import StoriesFormat, collections, render_stories
from summarize.stories import brief_stories, find_stories, open_state

app = new_app()

MARK = "<!-- Written by summarize stories, which writes it anew. -->\n"
"""At the end of each Markdown and HTML file in a folder of stories: only such files are ever replaced."""
_SCHEMA = '"schema": "summarize.'
_INDEX = ("index.md", "index.html", "stories.json")
_BRIEF_FORMATS = {".md": Format.MARKDOWN, ".html": Format.HTML, ".json": Format.JSON}


class Form(StrEnum):
    """What is printed: an index, as `StoriesFormat` has it, or the stories with their articles."""

    MARKDOWN = "markdown"
    JSON = "json"
    HTML = "html"
    COLLECTIONS = "collections"


@app.command(no_args_is_help=True)
def command(
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="SOURCE", help="Articles on any events, as for summarize; none where a state has some."),
    ] = None,
    input_list: Lists = None,
    text_column: TextColumn = None,
    max_words: MaxWords = None,
    max_sentences: MaxSentences = None,
    format: Annotated[
        Form | None,
        typer.Option(
            "-f",
            "--format",
            help="Form of the index on stdout (markdown); collections: a line a story, for summarize batch -.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FOLDER", help="Write index.md, index.html, stories.json and the briefs there."
        ),
    ] = None,
    state: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Keep the stories in FILE (SQLite): a later call adds articles to them."),
    ] = None,
    briefs: Annotated[
        bool | None,
        typer.Option("--briefs/--no-briefs", help="Make a brief of each story of several articles (only with -o)."),
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
    """Divide articles on many events into stories, each the articles on one event.

    The index lists the stories, the largest first, and says of every article which names, words and days brought it
    into its story. With --state the stories go on: a later call adds articles to them or opens new ones; ids stay, and
    a story that was split or merged is said to be. Of what an earlier call has listed only the stories that changed
    get their briefs anew.

    Exit status: 0 done, 1 there is no article, or a state that cannot be used, 2 wrong usage.
    """
    sources = named_sources(sources, input_list, "summarize stories", needed=state is None)
    if output is not None and format is not None:
        fail("-o writes the index in every form; -f is for stdout", USAGE)
    if briefs and format is Form.COLLECTIONS:
        fail("-f collections has no briefs in it; summarize batch makes them of it", USAGE)
    if output is not None:
        _check_folder(output)
    tell = say_nothing if quiet else say
    stages = Stages.of_command(quiet=quiet, verbose=verbose)
    memory = open_memory(vectors, tell) if vectors else None
    try:
        with stages, open_fetcher(allow_host or (), ignore_robots=ignore_robots, progress=stages.show) as fetcher:
            stages.begin("reading")
            through = Links(fetcher, follow)
            documents = read_named(sources, through, text_column, stages, strict=strict) if sources else ()
            with open_state(state) if state else nullcontext(None) as stream:
                found = find_stories(documents, stream, stages.begin)
                if briefs or (briefs is None and output is not None):
                    found = brief_stories(
                        found,
                        Options(max_words, max_sentences),
                        encoder_ahead(model, encoder, tell),
                        wanted=lambda story: _is_wanted(story, output),
                        memory=memory,
                        relations=lambda encoder: relations_for(encoder, tell),
                        quotability=lambda encoder: quotability_for(encoder, tell),
                        on_story=lambda story: stages.begin("brief"),
                    )
                if output is not None:
                    stages.begin("writing")
                    _write_folder(output, found)
    except SummarizeError as error:
        fail(str(error), NOTHING_SUMMARIZED)
    except MemoryError:
        fail("not enough memory for a stream of this size; give it in parts, with --state", NOTHING_SUMMARIZED)
    stages.report(memory)
    if output is None:
        form = format or Form.MARKDOWN
        is_index = form is not Form.COLLECTIONS
        write_stdout(render_stories(found, StoriesFormat(form)) if is_index else "".join(collections(found)))


def _is_wanted(story: Story, folder: Path | None) -> bool:
    """Whether a brief is to be made: not where the story is as it was and its brief lies there."""
    if folder is None or story.status is not StoryStatus.UNCHANGED:
        return True
    return not all((folder / f"{story.id}{suffix}").is_file() for suffix in _BRIEF_FORMATS)


def _check_folder(folder: Path) -> None:
    """Ends the command before any work where the index could not be written."""
    try:
        if folder.exists() and not folder.is_dir():
            fail(f"cannot write {folder}: it is a file, not a folder", USAGE)
        if not folder.parent.is_dir():
            fail(f"cannot write {folder}: there is no folder {folder.parent}", USAGE)
        for name in _INDEX:
            _check_own(folder / name)
    except OSError as error:
        fail(f"cannot write {folder}: {error.strerror or error}", USAGE)


def _check_own(path: Path) -> None:
    """Ends the command where a file stands that this command has not written."""
    if not path.exists() and not path.is_symlink():  # a link that leads nowhere yet would be written through
        return
    if path.is_file():
        with path.open("rb") as file:
            head = file.read(200).decode("utf-8", "replace")
            file.seek(max(0, path.stat().st_size - len(MARK)))
            tail = file.read().decode("utf-8", "replace")
        if (_SCHEMA in head) if path.suffix == ".json" else tail == MARK:
            return
    fail(
        f"cannot write {path}: what stands there was not written by summarize stories; move it, or give another -o",
        USAGE,
    )


def _write_folder(folder: Path, stories: Stories) -> None:
    """The briefs first, so that the index never names one that is not there."""
    files = {
        folder / f"{story.id}{suffix}": render(story.brief, format) + ("" if format is Format.JSON else MARK)
        for story in stories.stories
        if story.brief is not None
        for suffix, format in _BRIEF_FORMATS.items()
    }
    try:
        folder.mkdir(exist_ok=True)
        for path in files:
            _check_own(path)
        beside = {
            story.id for story in stories.stories if story.brief is not None or (folder / f"{story.id}.md").is_file()
        }
    except OSError as error:
        fail(f"cannot write {folder}: {error.strerror or error}", USAGE)
    index = stories.without_briefs()
    files[folder / "index.md"] = render_stories(index, StoriesFormat.MARKDOWN, beside) + MARK
    files[folder / "index.html"] = render_stories(index, StoriesFormat.HTML, beside) + MARK
    files[folder / "stories.json"] = render_stories(index, StoriesFormat.JSON)
    for path, text in files.items():
        write_file(path, text)
