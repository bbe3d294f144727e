"""A page's bytes as a tree, within bounds: what is no page of an article is refused before it costs anything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.errors import SourceError
from summarize.reading.decoding import decode_text
from summarize.reading.looks import looks_like, looks_marked_up
from summarize.reading.pages.copies import drop_archive_bars, shown_source

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_PAGE_BYTES = 64 * 2**20
"""Browsers save pictures and fonts inside a page; most of so large a file is theirs."""
MAX_MARKUP_CHARACTERS = 2_500_000
"""What is left of a page without its scripts, styles and pictures. A long live report has a tenth of it."""
MAX_ELEMENTS = 15_000
"""A page of an article has a few thousand."""
MAX_DEPTH = 250
"""libxml2 stops reading at 256."""
_MAX_ATTRIBUTES = 1_000
"""Their names are compared with each other."""
_LONG_TAG = 4_000

_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE
)
_DECLARED_WITHIN = 4_096
"""Bytes; browsers look for it in the first thousand."""
_INLINED = re.compile(r"\bdata:[\w/+.-]{0,60}(?:;[\w=-]{1,40}){0,3},[\w+/=%.~-]*", re.IGNORECASE)
_RAW = tuple(
    (re.compile(f"<{tag}\\b", re.IGNORECASE), re.compile(f"</{tag}\\s*>", re.IGNORECASE), kept)
    for tag, kept in (("script", re.compile(r"[^>]{0,300}ld\+json", re.IGNORECASE)), ("style", None))
)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_QUOTED = re.compile("\"[^\"]*\"|'[^']*'")
_DROPPED = ("style", "template", "svg", "math", "canvas", "iframe", "object", "embed", "audio", "video", "map")


def read_markup(data: bytes, name: str) -> HtmlElement:
    """The tree of a page. No entity, DTD or link in it is followed. Raises SourceError for what cannot be read."""
    text = without_bulk(shown_source(_decoded(data, name)))
    if len(text) > MAX_MARKUP_CHARACTERS:
        raise SourceError(
            f"{name}: more than {MAX_MARKUP_CHARACTERS:,} characters of markup, no page of one article; "
            "save the article's text as .txt instead"
        )
    if _has_endless_tag(text):
        raise SourceError(f"{name}: holds a tag with more than {_MAX_ATTRIBUTES:,} attributes, no page of an article")
    tree = _parsed(text)
    if tree is None:
        raise SourceError(f"{name}: holds no HTML; if it is plain text, name it .txt")
    from lxml.etree import strip_elements

    strip_elements(tree, *_DROPPED, with_tail=False)
    drop_archive_bars(tree)
    elements, depth = _extent(tree)
    if elements > MAX_ELEMENTS:
        raise SourceError(
            f"{name}: more than {MAX_ELEMENTS:,} elements, no page of one article; save the article's text as .txt"
        )
    if depth > MAX_DEPTH:
        raise SourceError(
            f"{name}: its elements are nested more than {MAX_DEPTH} deep; save the article's text as .txt"
        )
    return tree


def without_bulk(text: str) -> str:
    """Markup without scripts (their data on the article aside), styles, pictures saved inside it and control
    characters.
    """
    text = _CONTROLS.sub("", _INLINED.sub("data:,", text))
    for opening, closing, kept in _RAW:
        parts: list[str] = []
        position = 0
        while found := opening.search(text, position):
            end = closing.search(text, found.end())
            if kept is not None and kept.match(text, found.end()):
                parts.append(text[position : end.end() if end else len(text)])
            else:
                parts.append(text[position : found.start()])
            position = end.end() if end else len(text)
        text = "".join(parts) + text[position:]
    return text


def _decoded(data: bytes, name: str) -> str:
    if (kind := looks_like(data)) and not looks_marked_up(data):
        raise SourceError(f"{name}: looks like {kind}")
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    text = decode_text(data, name, declared[1].decode("ascii") if declared else None)
    if not text.strip():
        raise SourceError(f"{name}: holds only white space")
    return text


def _has_endless_tag(text: str) -> bool:
    for part in text.split("<"):
        if len(part) > _LONG_TAG:
            inside = _QUOTED.sub('""', part).partition(">")[0]
            if len(inside.replace("=", " ").split()) > _MAX_ATTRIBUTES:
                return True
    return False


def _parsed(text: str) -> HtmlElement | None:
    from lxml.etree import ParserError, XMLSyntaxError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        collect_ids=False,
        default_doctype=False,
    )
    try:
        # As bytes: a text that declares an encoding of its own is refused.
        return document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (ParserError, XMLSyntaxError, ValueError):
        return None


def _extent(tree: HtmlElement) -> tuple[int, int]:
    """Elements of a tree, and how deep they are nested; counted no further than the bound."""
    elements = depth = 0
    level = [tree]
    while level and elements <= MAX_ELEMENTS:
        elements += len(level)
        depth += 1
        level = [child for element in level for child in element]
    return elements, depth
