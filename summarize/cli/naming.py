"""How commands are told their sources: names, lists of them, and how far the reading is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import count
from typing import Annotated

import typer

from summarize.cli.console import USAGE, Stages, fail
from summarize.errors import SourceError
from summarize.reading import count_files
from summarize.reading.listing import expand, read_list

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
