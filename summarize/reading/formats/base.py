"""What a format is, and what every reader of text does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO, TypeAlias

from summarize.errors import BriefAsSource, SourceError
from summarize.reading.decoding import decode
from summarize.reading.looks import looks_like
from summarize.reading.mending import Mending
from summarize.reading.unpacking import Allowance
from summarize.records.document import MAX_CHARACTERS, Block, BlockRole, Document

MAX_TEXT_BYTES = 4 * MAX_CHARACTERS + 4
"""No encoding read here takes more for the longest text: four bytes a character and a byte order mark."""

_BRIEF = re.compile(r"^[\d,]+ words? in [\d,]+ sentences?, taken word for word from [^\n]+\n?\s*\Z", re.MULTILINE)
"""The closing lines of a brief in Markdown or as text, as summarize/rendering writes them."""
_MADE = re.compile(
    r"""\ufeff?\s*(?:\{\s*"schema":\s*"summarize\.
        | <!doctype\ html>[\s\S]{0,400}<meta\ name="generator"\ content="summarize">)""",
    re.IGNORECASE | re.VERBOSE,
)
"""The opening of a brief in JSON and in HTML, and of whatever else summarize writes as JSON."""
_EDGE_CHARACTERS = 1_000
MAX_REPORTED = 20
"""Problems of the parts of one file told one by one; a file of another kind would otherwise fill the screen."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside another one, which is read as if it had been named itself."""

    name: str
    """What its documents are called."""
    stream: BinaryIO
    """Read to its end, or left, before the next one is asked for."""
    suffix: str
    media_type: str | None = None
    url: str | None = None
    """Where it came from, for a document that does not know."""


Items: TypeAlias = Iterator[Document | SourceError]
"""Documents, and what is wrong with those that could not be read."""
Contents: TypeAlias = Iterator[Document | SourceError | Member]
"""The same, of a file that may hold other files."""


@dataclass(frozen=True, slots=True)
class Context:
    """What some readers need beside the file."""

    allowance: Allowance
    """What may still be unpacked of the source."""
    is_readable: Callable[[PurePath], bool]
    """Whether a file of this name is of a known format."""
    text_column: str | None = None
    """What the text of an article is called in a table or in JSON, where it was said."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that holds articles."""

    suffixes: tuple[str, ...]
    """In small letters, with their dot."""
    media_types: tuple[str, ...]
    read: Callable[..., Contents]
    """The documents of what stands in a stream of this name. Raises SourceError where nothing of it can be read."""
    one_article: bool = True
    """Whether a file is one article, so that the first of its media types is the article's."""
    asks: bool = False
    """Whether `read` is given the Context too."""
    beginning: re.Pattern[bytes] | None = None
    """Of files of this format, which tells one without a suffix. The first two thousand bytes are looked at."""


def read_text(stream: BinaryIO, name: str, mending: Mending, *, entities: bool = True) -> str:
    """The text of one article, mended, its character `entities` too. Raises SourceError when there is none, or more
    than one article has.
    """
    data = stream.read(MAX_TEXT_BYTES + 1)
    if len(data) > MAX_TEXT_BYTES and looks_like(data) is None:
        raise SourceError(
            f"{name}: more than the {MAX_CHARACTERS:,} characters of the longest article this is made for; "
            "split it into its articles first"
        )
    if not data:
        raise SourceError(f"{name}: is empty")
    text = decode(data, name)
    if not text.strip():
        raise SourceError(f"{name}: holds only white space")
    refuse_brief(text, name)
    return mending.mend(text, entities=entities)


def refuse_brief(text: str, name: str) -> None:
    """Raises BriefAsSource for a text, or its beginning and its end, that summarize wrote itself."""
    if is_brief(text) or _MADE.match(text):
        raise BriefAsSource(f"{name}: is a brief that summarize made, not an article; left out")


def is_brief(text: str) -> bool:
    """Whether a text closes as a brief does that summarize wrote."""
    return _BRIEF.search(text[-_EDGE_CHARACTERS:]) is not None


def refuse_brief_file(stream: BinaryIO, name: str) -> None:
    """The same by the first and the last bytes of a file, whatever it is called."""
    opening = stream.read(_EDGE_CHARACTERS)
    size = stream.seek(0, 2)
    stream.seek(max(0, size - _EDGE_CHARACTERS))
    closing = stream.read()
    stream.seek(0)
    refuse_brief(opening.decode("utf-8", "replace") + "\n\n" + closing.decode("utf-8", "replace"), name)


def few_problems(items: Contents, name: str) -> Contents:
    """The same, the first problems each and the others counted."""
    problems = 0
    for item in items:
        problems += isinstance(item, SourceError)
        if not isinstance(item, SourceError) or problems <= MAX_REPORTED:
            yield item
    if problems > MAX_REPORTED:
        yield SourceError(f"{name}: {problems - MAX_REPORTED:,} more problems of this kind in its other parts")


def joined(parts: Iterable[tuple[str, BlockRole, object]]) -> tuple[str, tuple[Block, ...]]:
    """Pieces of text, their roles, and of a cell its table, as one text and its blocks.

    Blocks are separated by blank lines, the cells of a table by line ends; pieces without text are left out.
    """
    pieces: list[str] = []
    blocks: list[Block] = []
    length, table = 0, None
    for text, role, cell_of in parts:
        if not text:
            continue
        gap = "" if not blocks else "\n" if role is BlockRole.TABLE and cell_of is table else "\n\n"
        start = length + len(gap)
        length = start + len(text)
        pieces += [gap, text]
        blocks.append(Block(start, length, role))
        table = cell_of
    return "".join(pieces), tuple(blocks)
