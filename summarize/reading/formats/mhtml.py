"""MHTML: a web page saved with its pictures in one file, which is a mail. The page is read as any other."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from summarize.errors import SourceError
from summarize.reading.formats import html
from summarize.reading.formats.base import Format, Items
from summarize.reading.unpacking import read_whole

if TYPE_CHECKING:
    from email.message import EmailMessage, MIMEPart

_PAGES = ("text/html", "application/xhtml+xml")
_LINK = re.compile(r"https?://\S{1,2000}$", re.IGNORECASE)


def read(stream: BinaryIO, name: str) -> Items:
    """The article of the page. Raises SourceError for an archive without a page, and for a page without an article."""
    from summarize.reading.formats.mime import content, header, parse

    message = parse(read_whole(stream, name), name)
    page = _page(message)
    if page is None:
        raise SourceError(f"{name}: is a web archive without a page")
    document = html.parse(content(page, name).encode("utf-8-sig", "replace"), name)
    links = (header(message, "snapshot-content-location"), header(page, "content-location"))
    saved = next((link for link in links if _LINK.match(link)), None)
    yield replace(document, url=document.url or saved)


def _page(message: EmailMessage) -> MIMEPart | None:
    """The first page; those behind it are frames inside it."""
    return next((part for part in message.walk() if part.get_content_type() in _PAGES), None)


FORMAT = Format(
    suffixes=(".mhtml", ".mht"),
    media_types=("multipart/related", "application/x-mimearchive"),
    read=read,
    beginning=re.compile(rb"From: <?Saved by ", re.IGNORECASE),
)
