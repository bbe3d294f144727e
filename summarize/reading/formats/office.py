"""What DOCX, ODT and EPUB have in common: XML in a ZIP, read within bounds and without what it refers to."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from summarize.errors import SourceError
from summarize.reading.formats.base import Context
from summarize.reading.unpacking import open_part, open_zip, read_whole, seekable
from summarize.records.document import BlockRole

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAX_XML_BYTES = 32 * 2**20
"""A long novel in DOCX has some twenty."""
_MAX_TAGS = 600_000
"""In all parts that are read. Each takes a few microseconds and some two hundred bytes."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of Office begin that are old, or encrypted."""
MAX_CELL_WORDS = 60
"""A longer cell of a table is a column of the page: some pages are laid out as a table."""


class Paragraph(NamedTuple):
    """A paragraph of a document, with what it is."""

    text: str
    role: BlockRole
    table: object
    """The table it is a cell of."""
    is_title: bool
    """Whether it is set in the style of the title of the whole."""


class Package:
    """The parts of a document that is a ZIP, by their paths."""

    def __init__(self, file: zipfile.ZipFile, name: str, context: Context, most_tags: int) -> None:
        self.name = name
        self._file, self._context = file, context
        self._tags, self._most_tags = 0, most_tags
        self._parts = {part.filename: part for part in file.infolist()}

    def __contains__(self, path: str) -> bool:
        return path in self._parts

    def read(self, path: str) -> bytes:
        """The bytes of a part, none where it is missing. Raises SourceError."""
        if path not in self._parts:
            return b""
        with open_part(self._file, self._parts[path], self._context.allowance, self.name) as part:
            if part.peek(1):  # type: ignore[attr-defined] # a BufferedReader
                return self._counted(read_whole(part, self.name, _MAX_XML_BYTES))
        return b""

    def _counted(self, data: bytes) -> bytes:
        self._tags += data.count(b"<")
        if self._tags > self._most_tags:
            raise SourceError(f"{self.name}: holds more markup than an article has; save it as plain text first")
        return data

    def xml(self, path: str) -> _Element | None:
        """A part as a tree, None where it is missing or empty. Raises SourceError for what is no XML."""
        data = self.read(path)
        return parse_xml(data, self.name) if data else None


@contextmanager
def opened(stream: BinaryIO, name: str, context: Context, most_tags: int = _MAX_TAGS) -> Iterator[Package]:
    """The document in a stream. Raises SourceError for what is none."""
    stream = seekable(stream, name)
    beginning = stream.read(len(OLE))
    if beginning == OLE:
        raise SourceError(f"{name}: is encrypted, or an old Office document; save it anew, without a password")
    if not beginning:
        raise SourceError(f"{name}: is empty")
    with open_zip(stream, name) as file:
        yield Package(file, name, context, most_tags)


def parse_xml(data: bytes, name: str) -> _Element:
    """A tree. No entity, DTD or link in it is followed, nothing in it multiplied. Raises SourceError."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        tree: Any = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise SourceError(f"{name}: is damaged; its text cannot be read") from None
    return tree


def local(tag: object) -> str:
    """The name of an element or an attribute without its namespace; "" for what is no element."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: _Element, name: str) -> str:
    """The value of an attribute in any namespace, "" where it is missing."""
    return next((str(value) for key, value in element.attrib.items() if local(key) == name), "")


def child(element: _Element, name: str) -> _Element | None:
    """The first child of this name, in any namespace."""
    return next((each for each in element if local(each.tag) == name), None)


def plain(text: str) -> str:
    """A paragraph without the space around its lines, and without lines that are empty."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def cells(inside: Sequence[Paragraph], table: object) -> Iterator[Paragraph]:
    """What stands in a cell of a table, as cells of it, unless it is so much that the table is a layout."""
    is_cell = sum(len(paragraph.text.split()) for paragraph in inside) <= MAX_CELL_WORDS
    for paragraph in inside:
        yield paragraph._replace(role=BlockRole.TABLE, table=table) if is_cell else paragraph


def title_of(paragraphs: Sequence[Paragraph]) -> str | None:
    """What is set as the title, or a heading that everything stands under; None without either."""
    titles = [paragraph.text for paragraph in paragraphs if paragraph.is_title]
    if not titles and paragraphs[0].role is BlockRole.HEADING:
        titles = [paragraphs[0].text]
    return " ".join(titles[0].split()) if titles else None
