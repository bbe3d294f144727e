"""How commands are told their sources, and how they read them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import count
from typing import Annotated

import typer

from summarize.cli import USAGE
from summarize.cli.console import Stages, fail, say
from summarize.errors import BriefAsSource, SourceError, SummarizeError
from summarize.reading import Settings, count_files, read_sources
from summarize.reading.links import Links
from summarize.reading.listing import expand, read_list
from summarize.records.document import Document

Lists = Annotated[
    list[str] | None,
    typer.Option(
        "-i", "--input-list", metavar="LIST", help="Read the names of sources from LIST, one a line, as @LIST does."
    ),
]
TextColumn = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="The column of tables, or the key in JSON, that holds the text, where it is not told."
    ),
]


def named_sources(sources: Iterable[str], lists: Iterable[str] = ()) -> list[str]:
    """All that was named, lists and patterns in their place. Ends the command where a list cannot be read."""
    try:
        return [*expand(sources), *(name for each in lists for name in read_list(each))]
    except SourceError as error:
        fail(str(error), USAGE)


def counting(sources: Sequence[str], stages: Stages) -> Callable[[str], None]:
    """Shows which file is being read, and how many there are."""
    numbers, total = count(1), count_files(sources)
    return lambda name: stages.show(f"{next(numbers):,} of {total:,}: {name}")


def read_named(
    sources: Sequence[str], links: Links, text_column: str | None, stages: Stages, *, strict: bool
) -> tuple[Document, ...]:
    """The articles of sources. Raises SummarizeError where there is none, or `strict` and one could not be read.

    What could not be read is said. That a brief in a folder is none of its articles is no mistake, also where `strict`.
    """
    reading = read_sources(sources, links=links, settings=Settings(text_column), progress=counting(sources, stages))
    for problem in reading.problems:
        say(str(problem))
    if strict and not all(isinstance(problem, BriefAsSource) for problem in reading.problems):
        raise SummarizeError("nothing was done, because --strict was given and a source could not be read")
    if not reading.documents:
        raise SummarizeError("none of the sources could be read")
    return reading.documents
