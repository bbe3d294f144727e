"""ODT, of LibreOffice and others: paragraphs, headings, lists, quotations and tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, BinaryIO

from summarize.errors import SourceError
from summarize.reading.formats.base import Context, Format, Items, joined
from summarize.reading.formats.office import Package, Paragraph, attribute, cells, child, local, opened, plain, title_of
from summarize.reading.mending import Mending
from summarize.records.document import BlockRole, Document

if TYPE_CHECKING:
    from lxml.etree import _Element

_DROPPED = {
    "tracked-changes",
    "note",
    "annotation",
    "frame",
    "forms",
    "table-of-content",
    "sequence-decls",
    "ruby-text",
}
"""What was deleted, told elsewhere, or is no text of the article."""
_SIGNS = {"tab": " ", "line-break": "\n"}
_TITLE = "Title"
_STYLES = {
    _TITLE: BlockRole.HEADING,
    "Subtitle": BlockRole.HEADING,
    "Quotations": BlockRole.QUOTATION,
    "Caption": BlockRole.CAPTION,
}
"""Names of styles, which are the same in every language."""
_MOST_SPACES = 100


def read(stream: BinaryIO, name: str, context: Context) -> Items:
    """The document's text. Raises SourceError for one that is encrypted, damaged or without text."""
    with opened(stream, name, context) as package:
        if b"encryption-data" in package.read("META-INF/manifest.xml"):
            raise SourceError(f"{name}: is encrypted; save it without its password first")
        tree = package.xml("content.xml")
        body = None if tree is None else child(tree, "body")
        text_body = None if body is None else child(body, "text")
        if tree is None or text_body is None:
            raise SourceError(f"{name}: is no ODT; it holds no text of a document")
        given_title = _title(package)
    mending = Mending()
    found = [each for each in _paragraphs(text_body, _styles(tree), mending) if each.text]
    if not found:
        raise SourceError(f"{name}: holds no text")
    text, blocks = joined(paragraph[:3] for paragraph in found)
    yield Document(id=name, text=text, title=title_of(found) or given_title, blocks=blocks, mends=mending.mends)


def _title(package: Package) -> str | None:
    """What the document's properties call it."""
    tree = package.xml("meta.xml")
    found = None if tree is None else next((each for each in tree.iter() if local(each.tag) == "title"), None)
    return None if found is None else found.text


def _styles(tree: _Element) -> Mapping[str, str]:
    """Styles made for single paragraphs, and those they are made from."""
    automatic = child(tree, "automatic-styles")
    return (
        {}
        if automatic is None
        else {attribute(each, "name"): attribute(each, "parent-style-name") for each in automatic}
    )


def _paragraphs(
    element: _Element,
    styles: Mapping[str, str],
    mending: Mending,
    role: BlockRole = BlockRole.PARAGRAPH,
    table: object = None,
) -> Iterator[Paragraph]:
    for each in element:
        tag = local(each.tag)
        if tag in ("p", "h"):
            style = attribute(each, "style-name")
            style = styles.get(style) or style
            own = BlockRole.HEADING if tag == "h" else _STYLES.get(style, role)
            text = mending.mend(plain("".join(_text(each))), entities=False)
            yield Paragraph(text, own, None, style == _TITLE)
        elif tag == "table-cell":
            yield from cells(list(_paragraphs(each, styles, mending)), table)
        elif tag and tag not in _DROPPED:
            inner = BlockRole.LIST_ITEM if tag == "list-item" else role
            yield from _paragraphs(each, styles, mending, inner, each if tag == "table" else table)


def _text(element: _Element) -> Iterator[str]:
    yield element.text or ""
    for each in element:
        tag = local(each.tag)
        if tag == "s":
            spaces = attribute(each, "c")
            yield " " * min(int(spaces) if spaces.isdecimal() else 1, _MOST_SPACES)
        elif tag in _SIGNS:
            yield _SIGNS[tag]
        elif tag and tag not in _DROPPED:
            yield from _text(each)
        yield each.tail or ""


FORMAT = Format(suffixes=(".odt",), media_types=("application/vnd.oasis.opendocument.text",), read=read, asks=True)
