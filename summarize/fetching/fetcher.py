"""Answers from the network, several hosts at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from summarize.errors import SourceError
from summarize.fetching.threads import Threads
from summarize.reading.links import Answer

if TYPE_CHECKING:
    from summarize.fetching.client import Client

AT_ONCE = 8
"""Links that are read at the same time, each from another host."""


class Fetcher:
    """Reads each link once, by a client that is made when there is a link. To be used in a `with`.

    `kept` gives the answer of before to a link, for the server to say whether it still holds.
    """

    def __init__(
        self,
        make_client: Callable[[], Client],
        kept: Callable[[str], Answer | None] = lambda link: None,
        progress: Callable[[str], None] = lambda link: None,
    ) -> None:
        self._make_client, self._kept, self._progress = make_client, kept, progress
        self._client: Client | None = None
        self._asked: dict[str, Future[Answer]] = {}
        self._threads = Threads(AT_ONCE, "fetching")
        self.answers: dict[str, Answer] = {}
        """What was read, in the order it was needed."""
        self.failed: dict[str, str] = {}
        """What could not be, and why."""

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *error: object) -> None:
        for future in self._asked.values():
            future.cancel()
        self._threads.close()

    def prepare(self, links: Iterable[str]) -> None:
        """Begins to read the links that were not asked for before."""
        for link in links:
            if link in self._asked:
                continue
            if self._client is None:
                self._client = self._make_client()
            self._asked[link] = self._threads.submit(partial(self._read, self._client, link))

    def get(self, link: str) -> Answer:
        """Raises SourceError, whose message names the link."""
        self.prepare([link])
        self._progress(link)
        try:
            answer = self.answers[link] = self._asked[link].result()
        except SourceError as error:
            self.failed[link] = str(error)
            raise
        return answer

    def _read(self, client: Client, link: str) -> Answer:
        return client.get(link, self._kept(link))
