"""Pages that were copied before they were saved: as the source that a browser shows, or by a web archive."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from summarize.reading.looks import looks_marked_up

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BODY = re.compile(r"<body\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_LINE_END = re.compile(r"</(?:td|tr|pre|div|p|li)>|<br\b[^<>]*>", re.IGNORECASE)
_LOOKED_AT = 20_000
"""Characters of the body in which the source that a page shows begins."""
_ARCHIVED = re.compile(
    r"https?://(?:web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/|archive\.(?:ph|today|is|li|md|vn|fo)/[\w./-]{0,40}?/)"
    r"(?=https?://)",
    re.IGNORECASE,
)
_BARS = '//*[@id="wm-ipp-base" or @id="wm-ipp" or @id="wm-ipp-print" or @id="donato"]'
"""What the Wayback Machine puts above a page."""


def shown_source(text: str) -> str:
    """The markup that a page shows to be read, as "view source" of browsers does; or the page itself."""
    body = _BODY.search(text) if "&lt;" in text else None
    if body is None:
        return text
    beginning = html.unescape(_TAG.sub("", text[body.end() : body.end() + _LOOKED_AT]))
    if not looks_marked_up(beginning.encode("utf-8", "replace")):
        return text
    return html.unescape(_TAG.sub("", _LINE_END.sub("\n", text[body.end() :])))


def original_link(link: str) -> str:
    """Where a page was before a web archive copied it; or the link itself."""
    archived = _ARCHIVED.match(link)
    return link[archived.end() :] if archived else link


def drop_archive_bars(tree: HtmlElement) -> None:
    """Takes away what a web archive says on a page it copied."""
    for element in tree.xpath(_BARS):
        if element.getparent() is not None:
            element.drop_tree()
