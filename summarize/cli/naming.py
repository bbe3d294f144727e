"""How commands are told their sources, and how they read them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from typing import Annotated

import typer

from summarize.cli import USAGE
from summarize.cli.console import Stages, fail, say
from summarize.errors import BriefAsSource, SourceError, SummarizeError
from summarize.reading import Settings, count_files, read_sources
from summarize.reading.links import Links
from summarize.reading.listing import LIST_MARK, STDIN, expand, read_list
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


def named_sources(
    sources: Sequence[str] | None,
    lists: Sequence[str] | None,
    command: str,
    beside: tuple[str, str | None] = ("", None),
    *,
    needed: bool = True,
) -> list[str]:
    """All that was named, lists and patterns in their place.

    Ends the command where a list cannot be read, no source is named though one is `needed`, or standard input is named
    twice. `command` is what its help is asked by, `beside` what else may be read from there, and its name as given.
    """
    given, lists = sources or (), lists or ()
    takers = [beside[0]] if beside[1] == STDIN else []
    takers += ["a LIST"] * (lists.count(STDIN) + given.count(f"{LIST_MARK}{STDIN}"))
    _refuse_sharing([*takers, *["a SOURCE"] * (STDIN in given)])
    try:
        named = [*expand(given), *(name for each in lists for name in read_list(each))]
    except SourceError as error:
        fail(str(error), USAGE)
    if needed and not named:
        fail(f"no SOURCE was given; {command} --help lists what it may be", USAGE)
    _refuse_sharing([*takers, *["a SOURCE"] * (STDIN in named)])
    return named


def _refuse_sharing(takers: Sequence[str]) -> None:
    """Ends the command where several are to be read from standard input, which can be read only once."""
    if len(takers) > 1:
        one, other = takers[:2]
        said = f"one LIST, not {len(takers)}" if one == other else f"{one} or {other}, not both"
        fail(f"standard input can be {said}", USAGE)


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
