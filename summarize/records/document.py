"""The record that comes in: one article."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from itertools import pairwise
from typing import Any, NamedTuple

from summarize.errors import DocumentError

DEFAULT_LANGUAGE = "en"
"""What a text is read as when nothing tells its language."""
MAX_CHARACTERS = 2_000_000
"""Longest text of one document. An article has a few thousand characters, a long novel about this many."""
YEARS = range(1600, 2400)
"""In which an article can have been published: outside them are dates that programs write where they know none."""

_TEXTS = ("title", "url", "publisher", "author", "language", "media_type")
"""Fields that hold text or nothing."""
SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a surrogate pair, which is no character and cannot be written as UTF-8."""


class BlockRole(StrEnum):
    """What a block of a document is, where its format says so."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    QUOTATION = "quotation"
    CAPTION = "caption"
    TABLE = "table"
    """One cell of it."""
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document's text, `text[start:end]`, that no sentence crosses."""

    start: int
    end: int
    role: BlockRole = BlockRole.PARAGRAPH

    def __post_init__(self) -> None:
        if not all(isinstance(edge, int) for edge in (self.start, self.end)) or self.role not in set(BlockRole):
            raise DocumentError(f"a block goes from one whole number to another and has a BlockRole, unlike {self!r}")


class Damage(StrEnum):
    """What befell a text on its way, and was undone when it was read."""

    ENCODING = "encoding"
    """Characters that had been read in a wrong encoding."""
    ENTITY = "character entity"
    SOFT_HYPHEN = "soft hyphen"
    TOKENS = "token set apart"
    """A mark or a part of a word that a tokeniser had taken off."""
    LINE_END = "word broken at a line"


class Mend(NamedTuple):
    """In how many places of a text one kind of damage was undone."""

    damage: Damage
    places: int


@dataclass(frozen=True, slots=True)
class Document:
    """One article. Offsets everywhere count characters (code points) of `text` as given here.

    Raises DocumentError when the text is no text, is too long, or cannot be written as UTF-8.
    """

    id: str
    text: str = field(repr=False)
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: datetime | None = None
    language: str | None = None
    """ISO 639 code, such as "en"; of a tag such as "en-GB" the first part counts. Told from the text unless given."""
    blocks: tuple[Block, ...] = field(default=(), repr=False)
    """Its paragraphs, headings and the like, in order, where the format tells; guessed from line ends unless given."""
    media_type: str | None = None
    """Of the file that was the article, such as "text/markdown"; None where its text was given as such."""
    pages: tuple[int, ...] = field(default=(), repr=False)
    """Where in the text each page of the file begins; empty where it has none."""
    mends: tuple[Mend, ...] = field(default=(), repr=False, compare=False)
    """What was undone in `text` when it was read, by kind."""
    author: str | None = None
    """Who wrote it: names of people, separated by commas."""

    def __post_init__(self) -> None:
        if not isinstance(self.id, str) or not self.id:
            raise DocumentError(f"a document needs an id that is a non-empty string, not {self.id!r}")
        if not isinstance(self.text, str):
            raise DocumentError(f"document {self.id!r}: text must be a string, not {type(self.text).__name__}")
        if len(self.text) > MAX_CHARACTERS:
            raise DocumentError(
                f"document {self.id!r} has {len(self.text):,} characters, more than the {MAX_CHARACTERS:,} "
                "of the longest article this is made for; split it into its articles first"
            )
        for name in _TEXTS:
            value = getattr(self, name)
            if value is not None and not isinstance(value, str):
                raise DocumentError(f"document {self.id!r}: {name} must be a string, not {type(value).__name__}")
        if self.published is not None and not isinstance(self.published, datetime):
            raise DocumentError(
                f"document {self.id!r}: published must be a datetime, not {type(self.published).__name__}"
            )
        if not isinstance(self.blocks, tuple) or not all(isinstance(block, Block) for block in self.blocks):
            raise DocumentError(f"document {self.id!r}: blocks must be a tuple of Block")
        edges = [edge for block in self.blocks for edge in (block.start, block.end)]
        if edges and any(left > right for left, right in pairwise([0, *edges, len(self.text)])):
            raise DocumentError(f"document {self.id!r}: blocks must lie inside the text, in order and without overlap")
        if not isinstance(self.pages, tuple) or not are_pages(self.pages, len(self.text)):
            raise DocumentError(f"document {self.id!r}: pages must be offsets inside the text that rise from 0")
        if self.language is not None:
            object.__setattr__(
                self, "language", self.language.strip().lower().replace("_", "-").partition("-")[0] or None
            )
        for name in ("id", "text", *_TEXTS):
            bad = SURROGATE.search(getattr(self, name) or "")
            if bad:
                raise DocumentError(
                    f"document {self.id!r}: {name} holds half a surrogate pair at character {bad.start()}, "
                    "which is no valid Unicode text"
                )

    @property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, in 64 small hexadecimal digits: of that in which offsets count."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def to_dict(self) -> dict[str, Any]:
        """The document as data for JSON, without what is not known; from such a line it is read again as it is."""
        told = {
            "id": self.id,
            "sha256": self.sha256,
            "title": self.title,
            "url": self.url,
            "publisher": self.publisher,
            "author": self.author,
            "published": self.published.isoformat() if self.published else None,
            "language": self.language,
            "media_type": self.media_type,
            "pages": list(self.pages) or None,
            "blocks": [[block.start, block.end, str(block.role)] for block in self.blocks] or None,
            "text": self.text,
        }
        return {name: value for name, value in told.items() if value is not None}

    def page_of(self, place: int) -> int | None:
        """The page on which this character of the text stands, counted from 1 whatever is printed on it; None where
        there are no pages.
        """
        return bisect_right(self.pages, place) or None

    @property
    def published_utc(self) -> datetime | None:
        """`published` as an instant that compares with any other; a time without a zone is read as UTC. None also where
        it is no date of an article, as 0001-01-01 is.
        """
        if self.published is None or self.published.year not in YEARS:
            return None
        if self.published.utcoffset() is not None:
            return self.published
        return self.published.replace(tzinfo=UTC)


def are_pages(starts: Sequence[object], length: int) -> bool:
    """Whether pages of a text of this length may begin at these places; an empty one begins where the next one does."""
    places = [start for start in starts if type(start) is int]
    return (
        len(places) == len(starts) and places[:1] in ([], [0]) and sorted(places) == places and places[-1:] <= [length]
    )
