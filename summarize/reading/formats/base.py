"""What a format is, and what every reader of text does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, TypeAlias

from summarize.errors import SourceError
from summarize.reading.decoding import decode
from summarize.reading.looks import looks_like
from summarize.reading.mending import mended
from summarize.records.document import MAX_CHARACTERS, Document

MAX_TEXT_BYTES = 4 * MAX_CHARACTERS + 4
"""No encoding read here takes more for the longest text: four bytes a character and a byte order mark."""

_BRIEF = re.compile(r"^[\d,]+ words? in [\d,]+ sentences?, taken word for word from [^\n]+\n?\s*\Z", re.MULTILINE)
"""The closing lines of a brief in Markdown or as text, as summarize/rendering writes them."""
_CLOSING_CHARACTERS = 1_000

Items: TypeAlias = Iterator[Document | SourceError]
"""Documents, and what is wrong with those that could not be read."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that holds articles."""

    suffixes: tuple[str, ...]
    """In small letters, with their dot."""
    media_types: tuple[str, ...]
    read: Callable[[BinaryIO, str], Items]
    """The documents of what stands in a file of this name. Raises SourceError where nothing of it can be read."""
    one_article: bool = True
    """Whether a file is one article, so that the first of its media types is the article's."""


def read_text(stream: BinaryIO, name: str, *, entities: bool = True) -> str:
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
    if is_brief(text):
        raise SourceError(f"{name}: is a brief that summarize made, not an article; left out")
    return mended(text, entities=entities)


def is_brief(text: str) -> bool:
    """Whether a text closes as a brief does that summarize wrote."""
    return _BRIEF.search(text[-_CLOSING_CHARACTERS:]) is not None
