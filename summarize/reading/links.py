"""Links as sources: what a link answered, as documents, and the links of feeds followed.

Nothing here opens a connection. What a link answers comes from `Answers`: the network (summarize/fetching) or a folder
that was kept (evidence.py), so that both are read alike.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Protocol
from urllib.parse import unquote, urlsplit

from summarize.errors import DocumentError, SourceError
from summarize.reading.decoding import decode_text
from summarize.reading.formats.feed import UnreadLinks
from summarize.reading.metadata import host_of
from summarize.reading.registry import SUFFIXES, read_stream
from summarize.records.document import Document

_LINK = re.compile(r"(?i)(?:[a-z][a-z0-9+.-]*://|https?:)")
_VIEW = re.compile(r"(?i)\A\s*view-source:(?=https?://)")
"""What browsers put before a link to show the source of its page."""
_NO_ARTICLE = re.compile(r"(?i)(?:about|blob|chrome|data|javascript|mailto|sms|tel|urn|view-source):")
"""Begins what is a link too, and leads to no article."""
_HOST = re.compile(r"(?i)(https?)://([^/?#\\@]+)")
_DEFAULT_PORTS = {"http": ":80", "https": ":443"}
_VAGUE = ("", "text/plain", "application/octet-stream", "binary/octet-stream")
"""Media types that servers give to files they do not know."""
_CHARSET = re.compile(r"(?i);\s*charset\s*=\s*[\"']?([\w:.-]{2,40})")
_DEPTH = 2
"""A list of feeds leads to feeds, a feed to articles; an article leads nowhere."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an answer came from, and what the server said about it."""

    link: str
    final_link: str
    """Where its redirects ended."""
    content_type: str | None = None
    """As the server gave it, with its charset."""
    etag: str | None = None
    last_modified: str | None = None
    read_at: str | None = None
    """When it was read, in ISO 8601."""
    confirmed_at: str | None = None
    """When the server last said that it still holds."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a link led to."""

    origin: Origin
    content: bytes = field(repr=False)


class Answers(Protocol):
    """Where answers come from."""

    def prepare(self, links: Iterable[str]) -> None:
        """Tells which links will be asked for, so that they may be fetched side by side."""

    def get(self, link: str) -> Answer:
        """Raises SourceError, whose message names the link."""
        ...


def is_link(source: str) -> bool:
    """Whether a source is written as a link, of whatever kind."""
    return _LINK.match(plain(source)) is not None


def is_no_article(source: str) -> bool:
    """Whether a source is written as a link that opens a program, or holds what it stands for itself: javascript:"""
    return _NO_ARTICLE.match(source.strip()) is not None


def plain(source: str) -> str:
    """A link as it is followed, without what browsers put before it; any other source as it is."""
    return _VIEW.sub("", source)


def address(link: str) -> str:
    """How a link is asked for: equal for links that differ only in what no server sees, or what goes without saying."""
    asked = link.strip().partition("#")[0]
    named = _HOST.match(asked)
    rest = asked[named.end() :].removesuffix("?") if named else ""
    if named is None or rest[:1] not in ("", "/", "?"):
        return asked
    scheme, host = named[1].lower(), named[2].lower()
    return f"{scheme}://{host.removesuffix(_DEFAULT_PORTS[scheme])}{rest if rest.startswith('/') else f'/{rest}'}"


def once(sources: Iterable[str]) -> list[str]:
    """The same, each link as it is followed, and of those that lead to one address the first."""
    found: dict[str, str] = {}
    for number, source in enumerate(sources):
        link = plain(source)
        found.setdefault(address(link) if is_link(link) else f"{number}", link)
    return list(found.values())


def addresses_of(sources: Iterable[str]) -> set[str]:
    """Where the links among the sources lead, which are as `once` gives them."""
    return {address(source) for source in sources if is_link(source)}


@dataclass(frozen=True, slots=True)
class Links:
    """How links are read."""

    answers: Answers
    follow: int = 0
    """How many links of each feed, or list of feeds, are read too."""

    def prepare(self, sources: Sequence[str]) -> None:
        """Tells of the links among the sources."""
        self.answers.prepare(source for source in sources if is_link(source))

    def read(self, link: str, seen: set[str]) -> Iterator[Document | SourceError]:
        """The documents a link leads to, named by the link, and what is wrong with others. Never raises SourceError.

        The addresses `seen` are not followed, as they are read elsewhere; those that are join them.
        """
        yield from self.followed(self._read(link, link), seen)

    def followed(
        self, items: Iterable[Document | SourceError], seen: set[str], depth: int = _DEPTH
    ) -> Iterator[Document | SourceError]:
        """The same items, with the first links of a feed read in place of what says that they were not."""
        for item in items:
            if not isinstance(item, UnreadLinks) or not self.follow or not depth:
                yield item
                continue
            first = {address(each.link): each for each in reversed(item.links[: self.follow])}
            chosen = [each for at, each in reversed(first.items()) if at not in seen]
            seen.update(first)
            self.answers.prepare(each.link for each in chosen)
            for each in chosen:
                yield from self.followed(map(each.completed, self._read(each.link, each.link)), seen, depth - 1)
            if left := [each for each in item.links if address(each.link) not in seen]:
                yield UnreadLinks(item.name, left, item.kind, len(item.links) - len(left))

    def _read(self, link: str, name: str) -> Iterator[Document | SourceError]:
        try:
            yield from read_answer(self.answers.get(link), name)
        except (SourceError, DocumentError) as error:
            yield SourceError(str(error))


def read_answer(answer: Answer, name: str) -> Iterator[Document | SourceError]:
    """The documents in an answer. Link and publisher of an article are those it was read from, unless it tells them.

    Raises SourceError.
    """
    media_type = (answer.origin.content_type or "").partition(";")[0].strip().lower()
    suffix = PurePath(unquote(urlsplit(answer.origin.final_link).path)).suffix.lower()
    known = suffix in SUFFIXES and media_type in _VAGUE
    content = io.BytesIO(_in_utf8(answer, media_type))
    for item in read_stream(content, name, suffix if known else "", media_type or None):
        if isinstance(item, Document) and item.media_type:  # the answer itself is the article
            url = item.url or answer.origin.final_link
            yield replace(item, url=url, publisher=item.publisher or host_of(url))
        else:
            yield item


def _in_utf8(answer: Answer, media_type: str) -> bytes:
    """The content, recoded where only the server's header tells its encoding. XML declares its own."""
    charset = _CHARSET.search(answer.origin.content_type or "")
    if charset is None or media_type not in ("text/html", "text/plain") or charset[1].lower() in ("utf-8", "utf8"):
        return answer.content
    try:
        return decode_text(answer.content, answer.origin.link, charset[1]).encode()
    except SourceError:  # whoever reads it tells better what it is
        return answer.content
