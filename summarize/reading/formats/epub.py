"""EPUB: the chapters of an e-book, or the articles of an issue, in the order they are read."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import unquote

from summarize.errors import SourceError
from summarize.reading.authors import read_authors
from summarize.reading.formats.base import Context, Format, Items, joined
from summarize.reading.formats.office import Package, attribute, child, local, opened
from summarize.reading.metadata import read_moment
from summarize.records.document import MAX_CHARACTERS, BlockRole, Document

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAX_CHAPTERS, _MAX_TAGS = 2_000, 300_000
"""Of a book; a long novel has a tenth of so many tags. Those of pages take twice the time of other documents'."""
_PAGES = ("application/xhtml+xml", "text/html")
_BOOK = "META-INF/container.xml"
_KEYS = "META-INF/encryption.xml"


def read(stream: BinaryIO, name: str, context: Context) -> Items:
    """The book as one document, and what is wrong with chapters that cannot be read.

    Raises SourceError for one that is protected, damaged or without text.
    """
    problems: list[SourceError] = []
    parts: list[tuple[str, BlockRole, object]] = []
    with opened(stream, name, context, _MAX_TAGS) as package:
        path, book = _book(package)
        length = 0
        for chapter in _chapters(package, path, book):
            try:
                found = list(_blocks(package.read(chapter), f"{name}, {posixpath.basename(chapter)}"))
            except SourceError as error:
                problems.append(error)
                continue
            length += sum(len(text) for text, _, _ in found)
            if length > MAX_CHARACTERS:
                raise SourceError(f"{name}: more than {MAX_CHARACTERS:,} characters; save the chapters wanted alone")
            parts += found
    text, blocks = joined(parts)
    if not text:
        yield from problems
        raise SourceError(f"{name}: an e-book without text")
    yield Document(
        id=name,
        text=text,
        title=_about(book, "title"),
        publisher=_about(book, "publisher"),
        author=read_authors(_about(book, "creator")),
        published=read_moment(_about(book, "date")),
        language=_about(book, "language"),
        blocks=blocks,
    )
    yield from problems


def _book(package: Package) -> tuple[str, _Element]:
    """Where the description of the book stands, and itself."""
    container = package.xml(_BOOK)
    roots = () if container is None else container.iter()
    path = next((attribute(each, "full-path") for each in roots if local(each.tag) == "rootfile"), "")
    book = package.xml(path)
    if book is None:
        raise SourceError(f"{package.name}: is no EPUB; it holds no description of a book")
    return path, book


def _chapters(package: Package, path: str, book: _Element) -> Iterator[str]:
    """Paths of the pages in the order of the spine, but what only leads to others."""
    manifest, spine = child(book, "manifest"), child(book, "spine")
    if manifest is None or spine is None:
        raise SourceError(f"{package.name}: is no EPUB; it lists no chapters")
    pages = {attribute(each, "id"): each for each in manifest if attribute(each, "media-type") in _PAGES}
    protected = _protected(package)
    for entry in list(spine)[:_MAX_CHAPTERS]:
        page = pages.get(attribute(entry, "idref"))
        if page is None or attribute(entry, "linear") == "no" or "nav" in attribute(page, "properties").split():
            continue
        chapter = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(attribute(page, "href"))))
        if chapter in protected:
            raise SourceError(f"{package.name}: is protected against copying; its text cannot be read")
        yield chapter


def _protected(package: Package) -> frozenset[str]:
    """Paths of what is encrypted; often it is fonts alone."""
    tree = package.xml(_KEYS)
    if tree is None:
        return frozenset()
    return frozenset(unquote(attribute(each, "URI")) for each in tree.iter() if local(each.tag) == "CipherReference")


def _blocks(page: bytes, name: str) -> Iterator[tuple[str, BlockRole, object]]:
    from summarize.reading.pages.markup import read_markup
    from summarize.reading.pages.walk import pieces_of

    if page.strip():
        for piece in pieces_of(read_markup(page, name)):
            yield piece.text, piece.role, piece.table


def _about(book: _Element, name: str) -> str | None:
    metadata = child(book, "metadata")
    found = None if metadata is None else child(metadata, name)
    return None if found is None else " ".join((found.text or "").split()) or None


FORMAT = Format(suffixes=(".epub",), media_types=("application/epub+zip",), read=read, asks=True)
