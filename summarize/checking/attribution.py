"""Which sources a draft means by what it cites itself: a number, a link, the name of a publisher."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from urllib.parse import urlsplit

from summarize.checking.draft import Mention
from summarize.languages.general import ARTICLES
from summarize.records.document import Document

_SUFFIX = re.compile(r"\.(?:com|org|net|co|info|news|example|[a-z]{2})(?:\.[a-z]{2})?$")


class Sources:
    """The sources as a draft may name them."""

    def __init__(self, documents: Sequence[Document], references: Sequence[tuple[int, str]]) -> None:
        """`documents` in the order given, `references` the draft's own list."""
        self._addresses = [_address(document.url or document.id) for document in documents]
        self._files = [PurePath(document.id).name.casefold() for document in documents]
        self._names = [_names(document) for document in documents]
        self._titles = [_letters(document.title or "") for document in documents]
        self._listed = {number: self._told(told) for number, told in references}
        self._count = len(documents)

    def meant(self, mention: Mention) -> tuple[int, ...]:
        """Numbers of the sources that are meant, rising; none where none of those given is."""
        if mention.url:
            return self._at(mention.url)
        if mention.name:
            return self._called(mention.name)
        found = {source for number in mention.numbers for source in self._numbered(number)}
        return tuple(sorted(found))

    def _numbered(self, number: int) -> tuple[int, ...]:
        if number in self._listed:
            return self._listed[number]
        return (number,) if 1 <= number <= self._count and not self._listed else ()

    def _told(self, told: str) -> tuple[int, ...]:
        """The sources that a line of the draft's own list speaks of: by address, else by title, else by name."""
        if address := re.search(r"(?:https?://|www\.)[^\s<>()\[\]\"]+", told):
            return self._at(address[0].rstrip(".,;"))
        letters = _letters(told)
        by_title = tuple(n for n, title in enumerate(self._titles, start=1) if title and title in letters)
        return by_title or self._called(told.strip(" .")) or self._in_file(told)

    def _in_file(self, told: str) -> tuple[int, ...]:
        name = PurePath(told.strip()).name.casefold()
        return tuple(number for number, known in enumerate(self._files, start=1) if known == name)

    def _at(self, url: str) -> tuple[int, ...]:
        address = _address(url)
        return tuple(number for number, known in enumerate(self._addresses, start=1) if known and known == address)

    def _called(self, name: str) -> tuple[int, ...]:
        wanted = _letters(ARTICLES.sub("", name))
        return tuple(number for number, names in enumerate(self._names, start=1) if wanted in names)


def _address(url: str) -> str:
    """An address without what differs between two links to one page."""
    try:
        parts = urlsplit(url if "://" in url else f"//{url}")
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    except ValueError:
        return ""
    return f"{host}{parts.path.rstrip('/').removesuffix('/amp')}".lower()


def _names(document: Document) -> frozenset[str]:
    """What a draft may call who published a document, in plain letters."""
    found = {_letters(ARTICLES.sub("", document.publisher or ""))}
    if document.url:
        host = _address(document.url).partition("/")[0]
        found |= {_letters(host), _letters(_SUFFIX.sub("", host))}
    return frozenset(found - {""})


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
