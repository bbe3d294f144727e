"""Pages are kept for a while, within bounds, and no longer than their servers say that they hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from api.limits import RateLimit
from api.linkcache import FRESH, KEPT, LinkCache
from api.problems import Problem
from summarize.errors import SourceError
from summarize.reading.links import Answer, Origin


class Web:
    """Pages of which the server says by their etag whether they still hold, with a clock that is set by hand."""

    def __init__(self, capacity: int = 100) -> None:
        self.now = 0.0
        self.pages: dict[str, bytes] = {}
        self.asked: list[tuple[str, bool]] = []
        self.cache = LinkCache(capacity, clock=lambda: self.now)

    def get(self, link: str) -> bytes:
        return self.cache.get(link, self._fetch).content

    def _fetch(self, link: str, kept: Answer | None) -> Answer:
        self.asked.append((link, kept is not None))
        if link not in self.pages:
            raise SourceError("is not there (404)")
        if kept is not None and kept.content == self.pages[link]:
            return replace(kept)
        return Answer(Origin(link, link, "text/plain", "e", None, "now"), self.pages[link])


def test_a_page_is_asked_for_once_while_it_is_fresh() -> None:
    web = Web()
    web.pages = {"a": b"one"}
    assert web.get("a") == b"one"
    web.now, web.pages = FRESH - 1, {"a": b"two"}
    assert web.get("a") == b"one"
    assert web.asked == [("a", False)]


def test_later_its_server_is_asked_whether_it_still_holds() -> None:
    web = Web()
    web.pages = {"a": b"one"}
    web.get("a")
    web.now = FRESH + 1
    assert web.get("a") == b"one"
    web.now, web.pages = 2 * FRESH + 2, {"a": b"two"}
    assert web.get("a") == b"two"
    assert web.asked == [("a", False), ("a", True), ("a", True)]


def test_after_an_hour_it_is_forgotten() -> None:
    web = Web()
    web.pages = {"a": b"one"}
    web.get("a")
    web.now = KEPT
    web.get("a")
    assert web.asked == [("a", False), ("a", False)]


def test_what_fails_is_not_kept_and_fails_each_time() -> None:
    web = Web()
    for _ in range(2):
        with pytest.raises(SourceError, match="404"):
            web.get("a")
    assert len(web.asked) == 2


def test_memory_is_bounded_and_the_page_not_asked_for_longest_goes() -> None:
    web = Web(capacity=10)
    web.pages = {"a": b"aaaa", "b": b"bbbb", "c": b"cccc", "long": b"l" * 11}
    for link in ("a", "b", "a", "c", "long"):
        web.get(link)
    assert web.cache.size == 8
    web.asked.clear()
    for link in ("a", "c", "b", "long"):
        web.get(link)
    assert [link for link, _ in web.asked] == ["b", "long"]


def test_nothing_is_kept_without_room() -> None:
    web = Web(capacity=0)
    web.pages = {"a": b"one"}
    web.get("a")
    web.get("a")
    assert len(web.asked) == 2


def test_links_are_counted_all_or_none_by_whoever_asks() -> None:
    rate = RateLimit(60, 60, "links")
    rate.take("a", now=0.0, count=50)
    with pytest.raises(Problem) as refused:
        rate.take("a", now=0.0, count=20)
    assert refused.value.status == 429
    assert "More than 60 links a minute; try again in 10 s." in refused.value.detail
    rate.take("a", now=0.0, count=10)
    rate.take("b", now=0.0, count=50)
    rate.take("a", now=20.0, count=20)
