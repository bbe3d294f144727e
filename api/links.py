"""Links as documents, where whoever runs the service allows it: fetched in threads beside the loop, within bounds."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from api.limits import RateLimit
from api.linkcache import LinkCache
from api.problems import Fault, Problem, too_busy
from api.settings import Settings
from summarize import Document
from summarize.errors import SourceError
from summarize.fetching.threads import Threads
from summarize.reading.links import Answer

if TYPE_CHECKING:
    from summarize.fetching.client import Client

AT_ONCE = 16
"""Links that are fetched at the same time, of all requests."""
_WAITING = 200
"""Links that may be fetched or wait for it; a request with more gets 503."""
_SECONDS, _LINK_SECONDS, _REDIRECTS, _BYTES = 10, 20, 5, 4 * 2**20
"""What one link may cost: less than in the command, as anybody's request pays with everybody's threads."""


class LinkFetcher:
    """Fetches the links of requests. Made when the service starts; makes its client with the first link."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._threads = Threads(AT_ONCE, "fetching")
        self._client: Client | None = None
        self._cache = LinkCache(settings.link_cache_bytes if settings.has_one_holder else 0)
        self._rate = RateLimit(settings.links_per_minute, settings.links_per_minute, "links")
        self._taken = 0

    def close(self) -> None:
        """Fetches no more; nobody waits for what is being fetched."""
        self._threads.close()

    async def fetch(self, links: Mapping[int, str], asker: str = "") -> dict[int, Answer | str]:
        """The answers to links, by the number of their document, or why there is none.

        Raises Problem: 422 where links are not read, 413 for too many, 429 for too many of one asker in a minute, 503
        when too many wait already, 504 when it takes too long.
        """
        self._check(links)
        self._rate.take(asker, count=len(links))
        self._taken += len(links)
        try:
            async with asyncio.timeout(self._settings.request_timeout):
                asked = [self._threads.submit(partial(self._get, link)) for link in links.values()]
                found = await asyncio.gather(*map(asyncio.wrap_future, asked))
        except TimeoutError:
            raise Problem(504, "timeout", "It took too long to read the links; give the texts instead.") from None
        finally:
            self._taken -= len(links)
        return dict(zip(links, found, strict=True))

    def _check(self, links: Mapping[int, str]) -> None:
        if not self._settings.fetch:
            faults = [Fault(detail="needs its text", document=number, field="text") for number in list(links)[:20]]
            detail = "This service does not read links; give each document's text."
            raise Problem(422, "links-not-read", detail, faults=faults)
        if len(links) > (most := self._settings.max_links):
            at = Fault(detail=f"is link {most + 1}", document=list(links)[most], field="url")
            detail = f"{len(links):,} documents are links, more than the {most:,} allowed; give the texts of some."
            raise Problem(413, "too-many-links", detail, faults=[at])
        if self._taken + len(links) > _WAITING:
            raise too_busy("Too many links are being read; try again shortly.", seconds=_SECONDS)

    def _get(self, link: str) -> Answer | str:
        """The answer, or why there is none. Nothing is said about names and addresses inside, which would map them."""
        from summarize.fetching.guard import NotPublic

        try:
            return self._cache.get(link, self._made_client().get)
        except NotPublic:
            return "leads to no public web page"
        except SourceError as error:
            return str(error).removeprefix(f"{link}: ")

    def _made_client(self) -> Client:
        if self._client is None:
            from summarize.fetching.client import Client, Limits
            from summarize.fetching.guard import Guard

            limits = Limits(_SECONDS, _LINK_SECONDS, _BYTES, _REDIRECTS, pauses=())
            self._client = Client(Guard(self._settings.fetch_hosts), limits)
        return self._client


def refuse_unread(read: Mapping[int, Document | str]) -> None:
    """Raises Problem 422 where a link was read as no document."""
    unread = {number: each for number, each in read.items() if isinstance(each, str)}
    faults = [Fault(detail=reason, document=number, field="url") for number, reason in unread.items()]
    if faults:
        raise Problem(422, "unreadable-link", "Some of the links cannot be read; see errors.", faults=faults[:20])
