"""What stands in a feed, whatever its format: RSS and Atom by feedparser, JSON Feed, and OPML."""

from __future__ import annotations

import html
import json
import re
from calendar import timegm
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from summarize.errors import SourceError
from summarize.reading.authors import read_authors
from summarize.reading.metadata import host_of, parse_published

MAX_FEEDS = 1_000
"""Of one OPML file."""
_TAG = re.compile("</?[a-zA-Z][^<>]{0,300}>")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a feed. Texts are HTML."""

    identity: str | None
    link: str | None
    title: str | None
    content: str = field(repr=False)
    """What the format calls the whole content."""
    summary: str = field(repr=False)
    published: datetime | None
    publisher: str | None
    author: str | None
    language: str | None


def read_items(data: bytes, name: str) -> list[Item]:
    """The items of a feed, in its order. Raises SourceError."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return list(_json_items(data, name))
    return list(_xml_items(data, name))


def read_opml(data: bytes, name: str) -> list[str]:
    """The links of the feeds that an OPML file lists, each once. Raises SourceError."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    outlines = () if root is None else root.iter("outline")
    found = dict.fromkeys(_web_link(outline.get("xmlUrl"), name) for outline in outlines)
    links = [link for link in found if link][:MAX_FEEDS]
    if not links:
        raise SourceError(f"{name}: a list of feeds (OPML) without any")
    return links


def _xml_items(data: bytes, name: str) -> Iterator[Item]:
    import feedparser

    # As a stream: what is given as text or bytes would be opened where it happens to be a path or a link.
    base = {"content-location": name} if _web_link(name, "") else {}
    try:
        parsed = feedparser.parse(
            BytesIO(data), response_headers=base, sanitize_html=False, resolve_relative_uris=False
        )
    except (ValueError, LookupError, AssertionError, RecursionError, AttributeError, TypeError) as error:
        raise SourceError(f"{name}: a feed too damaged to be read ({type(error).__name__})") from None
    feed = parsed.feed
    for entry in parsed.entries:
        contents = [each.get("value", "") for each in entry.get("content", ())]
        content = max(contents, key=len, default="")
        # Without a summary feedparser makes one of the content, but not the details of one.
        summary = entry.get("summary", "") if "summary_detail" in entry else ""
        link = _web_link(entry.get("feedburner_origlink") or entry.get("link"), name)
        source = entry.get("source") or {}
        yield Item(
            identity=entry.get("id") or None,
            link=link,
            title=_plain(entry.get("title")),
            content=_markup(content) if content != summary else "",
            summary=_markup(summary),
            published=_moment(entry.get("published_parsed") or entry.get("updated_parsed")),
            publisher=_publisher(source.get("title"), feed.get("title"), link, feed.get("link")),
            author=read_authors([entry.get("author"), *entry.get("authors", ())], feed.get("title")),
            language=(entry.get("language") or feed.get("language") or None),
        )


def _json_items(data: bytes, name: str) -> Iterator[Item]:
    try:
        feed = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise SourceError(f"{name}: a JSON Feed too damaged to be read") from None
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise SourceError(f"{name}: a JSON Feed without items")
    home = _text(feed, "home_page_url")
    for item in items:
        if not isinstance(item, dict):
            continue
        link = _web_link(_text(item, "url") or _text(item, "external_url"), home or name)
        date = _text(item, "date_published") or _text(item, "date_modified")
        yield Item(
            identity=_text(item, "id"),
            link=link,
            title=_plain(_text(item, "title")),
            content=_text(item, "content_html") or _paragraphs(_text(item, "content_text") or ""),
            summary=_paragraphs(_text(item, "summary") or ""),
            published=parse_published(date) if date else None,
            publisher=_publisher(None, _text(feed, "title"), link, home),
            author=read_authors([item.get("author"), item.get("authors")], _text(feed, "title")),
            language=_text(item, "language") or _text(feed, "language"),
        )


def _publisher(source: str | None, title: str | None, link: str | None, home: str | None) -> str | None:
    """Who published an item: the source that it names, or the feed itself, unless it collects what others published."""
    if source:
        return _plain(source)
    own, theirs = host_of(home or ""), host_of(link or "")
    if own and theirs and not (own == theirs or own.endswith(f".{theirs}") or theirs.endswith(f".{own}")):
        return theirs
    return _plain(title)


def _web_link(link: str | None, base: str) -> str | None:
    """A link to a web page, made whole by where it stands; None for any other."""
    try:
        whole = urljoin(base, (link or "").strip())
    except ValueError:
        return None
    return whole if link and whole.lower().startswith(("http://", "https://")) else None


def _text(data: Mapping[str, Any], key: str) -> str | None:
    value = data.get(key)
    return value if isinstance(value, str) and value.strip() else None


def _plain(title: str | None) -> str | None:
    """A title without markup."""
    return " ".join(html.unescape(_TAG.sub("", title or "")).split()) or None


def _markup(text: str) -> str:
    return text if "<" in text else _paragraphs(html.unescape(text))


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line.strip())


def _moment(parsed: Any) -> datetime | None:
    """A time of feedparser, which is in UTC."""
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC) if parsed else None
    except (ValueError, OverflowError, TypeError):
        return None
