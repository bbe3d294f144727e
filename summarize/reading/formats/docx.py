"""DOCX, of Word and others: paragraphs, headings, lists, quotations and tables, with all its changes accepted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from summarize.errors import SourceError
from summarize.reading.formats.base import Context, Format, Items, joined
from summarize.reading.formats.office import Package, Paragraph, attribute, cells, child, local, opened, plain, title_of
from summarize.reading.mending import Mending
from summarize.records.document import BlockRole, Document

if TYPE_CHECKING:
    from lxml.etree import _Element

_DROPPED = {"del", "moveFrom", "txbxContent", "Fallback", "pPr", "rPr", "rt"}
"""Taken back, or told once more. Frames with a text of their own hold pull quotes and notes of the layout."""
_TEXT = "t"
_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_TITLE = "title"
_STYLES = {
    _TITLE: BlockRole.HEADING,
    "subtitle": BlockRole.HEADING,
    "caption": BlockRole.CAPTION,
    "quote": BlockRole.QUOTATION,
    "intense quote": BlockRole.QUOTATION,
}
"""Names of styles; styles.xml has them in English whatever language Word speaks."""
_HEADING = "heading "
_BODY_LEVEL = "9"
"""The outline level of what is no heading."""
_MOST_PARENTS = 20


class _Style(NamedTuple):
    name: str
    role: BlockRole | None


def read(stream: BinaryIO, name: str, context: Context) -> Items:
    """The document's text. Raises SourceError for one that is encrypted, damaged or without text."""
    with opened(stream, name, context) as package:
        tree = package.xml("word/document.xml")
        if tree is None:
            raise SourceError(f"{name}: is no DOCX; it holds no text of a document")
        styles = _styles(package)
        about = package.xml("docProps/core.xml")
    mending = Mending()
    found = [paragraph for paragraph in _paragraphs(tree, styles, mending) if paragraph.text]
    if not found:
        raise SourceError(f"{name}: holds no text")
    text, blocks = joined(paragraph[:3] for paragraph in found)
    given = None if about is None else child(about, _TITLE)
    title = title_of(found) or (None if given is None else given.text)
    yield Document(id=name, text=text, title=title, blocks=blocks, mends=mending.mends)


def _styles(package: Package) -> Mapping[str, _Style]:
    """What paragraphs of each style are, by the style's id."""
    tree = package.xml("word/styles.xml")
    given = {} if tree is None else {attribute(each, "styleId"): each for each in tree if local(each.tag) == "style"}
    found: dict[str, _Style] = {}
    for identity in given:
        lineage = [identity]
        while len(lineage) < _MOST_PARENTS and (parent := _value(given.get(lineage[-1]), "basedOn")):
            lineage.append(parent)
        styles = [given[each] for each in lineage if each in given]
        roles = (_role(style, _value(style, "name").lower()) for style in styles)
        role = next((role for role in roles if role is not None), None)
        found[identity] = _Style(_value(styles[0], "name").lower(), role)
    return found


def _role(element: _Element, name: str = "") -> BlockRole | None:
    """What the properties of a style or a paragraph make of it."""
    if name in _STYLES:
        return _STYLES[name]
    properties = child(element, "pPr")
    level = _value(properties, "outlineLvl")
    if name.startswith(_HEADING) or (level and level != _BODY_LEVEL):
        return BlockRole.HEADING
    numbering = None if properties is None else child(properties, "numPr")
    return BlockRole.LIST_ITEM if numbering is not None and _value(numbering, "numId") != "0" else None


def _value(element: _Element | None, name: str) -> str:
    found = None if element is None else child(element, name)
    return "" if found is None else attribute(found, "val")


def _paragraphs(
    element: _Element, styles: Mapping[str, _Style], mending: Mending, table: object = None
) -> Iterator[Paragraph]:
    for each in element:
        tag = local(each.tag)
        if tag == "p":
            style = styles.get(_value(child(each, "pPr"), "pStyle"), _Style("", None))
            role = _role(each) or style.role or BlockRole.PARAGRAPH
            text = mending.mend(plain("".join(_text(each))), entities=False)
            yield Paragraph(text, role, None, style.name == _TITLE)
        elif tag == "tc":
            yield from cells(list(_paragraphs(each, styles, mending)), table)
        elif tag and tag not in _DROPPED:
            yield from _paragraphs(each, styles, mending, each if tag == "tbl" else table)


def _text(element: _Element) -> Iterator[str]:
    for each in element:
        tag = local(each.tag)
        if tag == _TEXT:
            yield each.text or ""
        elif tag in _SIGNS:
            yield _SIGNS[tag]
        elif tag == "r" and _is_hidden(each):
            continue
        elif tag and tag not in _DROPPED:
            yield from _text(each)


def _is_hidden(run: _Element) -> bool:
    properties = child(run, "rPr")
    hidden = None if properties is None else child(properties, "vanish")
    return hidden is not None and attribute(hidden, "val") not in ("0", "false")


FORMAT = Format(
    suffixes=(".docx", ".docm"),
    media_types=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    read=read,
    asks=True,
)
