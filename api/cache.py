"""Briefs already made, so that a request sent again costs nothing."""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Iterable

from summarize import Brief, Document, Options
from summarize.records.views import View


class BriefCache:
    """Briefs, packed as they come from a worker; the least recently asked go first beyond `capacity` bytes."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._kept: OrderedDict[bytes, bytes] = OrderedDict()
        self.size = 0

    def get(self, key: bytes) -> bytes | None:
        packed = self._kept.get(key)
        if packed is not None:
            self._kept.move_to_end(key)
        return packed

    def put(self, key: bytes, packed: bytes) -> None:
        if len(packed) > self._capacity:
            return
        self.size += len(packed) - len(self._kept.pop(key, b""))
        self._kept[key] = packed
        while self.size > self._capacity:
            self.size -= len(self._kept.popitem(last=False)[1])


def key(
    documents: Iterable[Document],
    options: Options,
    since: Brief | None = None,
    views: Iterable[View] = (),
    query: str | None = None,
) -> bytes:
    """The same for equal requests only: the order of the documents counts, as it numbers the sources."""
    digest = hashlib.sha256(repr((options, sorted(views), query)).encode())
    if since is not None:
        digest.update(json.dumps(since.to_dict(), sort_keys=True).encode())
    for document in documents:
        for part in (document.id, document.text, document.title, document.url, document.publisher):
            written = b"-" if part is None else part.encode()
            digest.update(b"%d:" % (-1 if part is None else len(written)) + written)
        told = (document.published, document.language, document.author)
        rest = (*told, document.blocks, document.media_type, document.pages)
        digest.update(repr(rest).encode())
    return digest.digest()
