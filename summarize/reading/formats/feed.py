"""Feeds: RSS, Atom, JSON Feed, and OPML, which lists feeds. Items with their text are documents, others are links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from summarize.errors import DocumentError, SourceError
from summarize.reading.formats.base import Format, Items
from summarize.reading.metadata import host_of
from summarize.records.document import Document

if TYPE_CHECKING:
    from summarize.reading.formats.feeditems import Item

MAX_FEED_BYTES = 16 * 2**20
MAX_MARKS = 250_000
"""Beginnings of tags and of entities: what costs time. A hundred long articles have ten thousand."""
MAX_ITEMS = 1_000
"""Of one feed: the newest stand first, and an event has fewer."""
_LEAST_CONTENT = 100
"""Letters and digits of what a format calls the whole content of an item."""
_LEAST_SUMMARY = 600
"""Of what it calls a summary, or what ends in a link to the rest: so many make an article, not a teaser."""
_CUT = ("…", "...", "[…]", "[...]", "(…)", "(...)")
_BEGINNING = re.compile(
    rb"[\xef\xbb\xbf\s]*(?:\{.{0,500}jsonfeed\.org\\?/version\\?/|(?:<\?xml.{0,1000})?<(?:rss|feed|rdf:rdf|opml)\b)",
    re.DOTALL | re.IGNORECASE,
)
_OPML = re.compile(rb".{0,2000}<opml\b", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A link in a feed, and what the feed says about the page behind it."""

    link: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: datetime | None = None

    def completed(self, item: Document | SourceError) -> Document | SourceError:
        """A document of that page, with what the page itself does not tell. A host is no publisher's name."""
        if not isinstance(item, Document):
            return item
        named = item.publisher if item.publisher != host_of(item.url or "") else None
        return replace(
            item,
            title=item.title or self.title,
            publisher=named or self.publisher or item.publisher,
            author=item.author or self.author,
            published=item.published or self.published,
        )


class UnreadLinks(SourceError):
    """What of a feed was not read, as it holds only links to it. `followed` of its links were."""

    def __init__(self, name: str, links: Sequence[FeedLink], kind: str = "article", followed: int = 0) -> None:
        more, plural = " more" * (followed > 0), "s" * (len(links) > 1)
        super().__init__(
            f"{name}: links to {len(links):,}{more} {kind}{plural} without the text; "
            f"--follow {followed + len(links)} reads {'them' if plural else 'it'}"
        )
        self.name, self.links, self.kind = name, tuple(links), kind


def is_feed(beginning: bytes) -> bool:
    """Whether a file that begins so is a feed, or a list of feeds."""
    return _BEGINNING.match(beginning) is not None


def read(stream: BinaryIO, name: str) -> Items:
    """The items of a feed that hold their text, and last the links of the others. Each item is named by its link.

    Raises SourceError for what is no feed.
    """
    from summarize.reading.formats.feeditems import read_items, read_opml

    data = stream.read(MAX_FEED_BYTES + 1)
    if len(data) > MAX_FEED_BYTES:
        raise SourceError(f"{name}: more than {MAX_FEED_BYTES // 2**20} MiB, no feed")
    if data.count(b"<") + data.count(b"&") > MAX_MARKS:
        raise SourceError(f"{name}: more than {MAX_MARKS:,} tags and entities, no feed")
    if not data.strip():
        raise SourceError(f"{name}: is empty")
    if not is_feed(data):
        raise SourceError(f"{name}: is no feed; if it is a web page, name it .html")
    if _OPML.match(data):
        yield UnreadLinks(name, [FeedLink(link) for link in read_opml(data, name)], "feed")
        return
    items = read_items(data, name)
    yield from _documents(_once(items[:MAX_ITEMS]), name)
    if len(items) > MAX_ITEMS:
        yield SourceError(f"{name}: holds {len(items):,} items; the first {MAX_ITEMS:,} were read")


def _documents(items: Iterator[Item], name: str) -> Items:
    links, found = [], False
    for number, item in enumerate(items, start=1):
        document = _document(item, item.link or item.identity or f"{name}#{number}")
        if document is not None:
            found = True
            yield document
        elif item.link:
            links.append(FeedLink(item.link, item.title, item.publisher, item.author, item.published))
    if links:
        yield UnreadLinks(name, links)
    elif not found:
        yield SourceError(f"{name}: a feed without articles")


def _once(items: Sequence[Item]) -> Iterator[Item]:
    """Each item once: some feeds repeat one, under its link or its identity."""
    seen: set[str] = set()
    for item in items:
        names = {name for name in (item.link, item.identity) if name}
        if not names & seen:
            yield item
        seen |= names


def _document(item: Item, name: str) -> Document | None:
    """An item with its whole text; None for one that only announces it."""
    from summarize.reading.formats.html import read_fragment

    for markup, least in ((item.content, _LEAST_CONTENT), (item.summary, _LEAST_SUMMARY)):
        if not markup:
            continue
        try:
            fragment = read_fragment(markup, name, item.title)
            if fragment.letters < (max(least, _LEAST_SUMMARY) if fragment.reads_on else least):
                continue
            if fragment.text.rstrip().endswith(_CUT):
                continue
            return Document(
                id=name,
                text=fragment.text,
                title=item.title,
                url=item.link,
                publisher=item.publisher,
                author=item.author,
                published=item.published,
                language=item.language,
                blocks=fragment.blocks,
            )
        except (SourceError, DocumentError):
            continue
    return None


FORMAT = Format(
    suffixes=(".rss", ".atom", ".opml"),  # of .xml the content tells what it is
    media_types=(
        *("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"),
        *("text/x-opml", "text/x-opml+xml"),
    ),
    read=read,
    one_article=False,
    beginning=_BEGINNING,
)
