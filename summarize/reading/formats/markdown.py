"""Markdown: the text a reader of the rendered page would read, and what each block of it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from summarize.errors import SourceError
from summarize.reading.authors import read_authors
from summarize.reading.formats.base import Format, Items, read_text
from summarize.reading.mending import Mending
from summarize.reading.metadata import bad_date, parse_published, split_front_matter
from summarize.records.document import Block, BlockRole, Document

if TYPE_CHECKING:
    from markdown_it.token import Token

_BREAKS = {"softbreak": " ", "hardbreak": "\n"}
_CONTAINERS = {
    "heading_open": BlockRole.HEADING,
    "list_item_open": BlockRole.LIST_ITEM,
    "blockquote_open": BlockRole.QUOTATION,
    "table_open": BlockRole.TABLE,
}


MAX_COLUMNS = 100
"""No table that a person reads is wider."""


class Page(NamedTuple):
    """A Markdown text without its markup."""

    text: str
    blocks: tuple[Block, ...]
    heading: str | None
    """The first heading of the first level."""


def read(stream: BinaryIO, name: str) -> Items:
    """The article in a Markdown file, and a note on a date that cannot be used."""
    mending = Mending()
    matter, body = split_front_matter(read_text(stream, name, mending, entities=False))
    page = parse(body)
    if not page.text.strip():
        raise SourceError(f"{name}: holds no text besides its markup; if it is plain text, name it .txt")
    published = parse_published(matter.published) if matter.published else None
    yield Document(
        id=name,
        text=page.text,
        title=matter.title or page.heading,
        url=matter.url,
        publisher=matter.publisher,
        author=read_authors(matter.author, matter.publisher),
        published=published,
        blocks=page.blocks,
        mends=mending.mends,
    )
    if matter.published and published is None:
        yield bad_date(name, "date", matter.published)


def parse(source: str) -> Page:
    """The text of a Markdown source and its blocks.

    Blocks are separated by blank lines, the cells of a table by line ends; a soft line break is a space. Kept:
    headings (the title too, as it is evidence), list items, quotations, the text of links, inline code, table cells.
    Dropped: images with their descriptions, fenced code, HTML, text struck through (its author took it back). Lines
    that are merely indented are text, not code.
    """
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("code")
    if any(line.count("|") > MAX_COLUMNS for line in source.splitlines()):
        parser.disable("table")  # which fills every short row up to the width of the head
    heading: str | None = None
    pieces: list[str] = []
    blocks: list[Block] = []
    length, in_table, tag = 0, False, ""
    open_roles = [BlockRole.PARAGRAPH]
    for token in parser.parse(source):
        if token.type in _CONTAINERS:
            open_roles.append(_CONTAINERS[token.type])
        elif token.type.removesuffix("_close") + "_open" in _CONTAINERS:
            open_roles.pop()
        if token.type != "inline":
            tag = token.tag
            in_table = in_table and token.type != "table_close"
            continue
        text = _inline(token.children or ()).strip()
        if not text:
            continue
        gap = "" if not blocks else "\n" if in_table else "\n\n"
        start = length + len(gap)
        pieces += [gap, text]
        length = start + len(text)
        blocks.append(Block(start, length, open_roles[-1]))
        in_table = open_roles[-1] is BlockRole.TABLE
        if tag == "h1" and heading is None:
            heading = " ".join(text.split())
    return Page("".join(pieces), tuple(blocks), heading)


def _inline(tokens: Iterable[Token]) -> str:
    parts: list[str] = []
    struck = 0
    for token in tokens:
        struck += token.nesting if token.tag == "s" else 0
        if struck:
            continue
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type == "html_inline" and token.content.lower().startswith("<br"):
            parts.append("\n")
        else:
            parts.append(_BREAKS.get(token.type, ""))
    return "".join(parts)


FORMAT = Format(suffixes=(".md", ".markdown"), media_types=("text/markdown",), read=read)
