"""What a host asks of programs is kept: robots.txt, its delays, and one request at a time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pytest

from summarize.errors import SourceError
from summarize.fetching.client import Client
from summarize.fetching.fetcher import Fetcher
from tests.fetching.web import STORY, Net, Page, Site, moved, reason, serving


def test_what_robots_txt_bars_is_left_alone_unless_told_otherwise(site: Site, client: Callable[..., Client]) -> None:
    site.pages = {
        "/robots.txt": Page("User-agent: *\nDisallow: /\n\nUser-agent: summarize\nDisallow: /story\nAllow: /"),
        "/story": Page("a story"),
        "/free": Page("free"),
        "/way": moved("/story"),
    }
    polite = client()
    barred = "is barred to programs by the site's robots.txt"
    assert reason(polite) == barred
    assert reason(polite, "http://news.example/way") == barred
    assert polite.get("http://news.example/free").content == b"free"
    assert site.asked == ["/robots.txt", "/way", "/free"]
    assert client(obey_robots=False).get(STORY).content == b"a story"
    assert site.asked[3:] == ["/story"]


@pytest.mark.parametrize(("status", "is_read"), [(404, True), (403, True), (503, False), (429, False)])
def test_without_robots_txt_all_may_be_read_but_not_while_it_cannot_be(
    status: int, is_read: bool, site: Site, client: Callable[..., Client]
) -> None:
    site.pages = {"/robots.txt": Page("Disallow: /", status), "/story": Page("a story")}
    if is_read:
        assert client().get(STORY).content == b"a story"
    else:
        assert reason(client()).startswith("its robots.txt cannot be read: ")
        assert site.articles_asked == []


def test_robots_txt_may_be_any_bytes(site: Site, client: Callable[..., Client]) -> None:
    site.pages = {"/robots.txt": Page(bytes(range(256)) * 4_000), "/story": Page("a story")}
    assert client().get(STORY).content == b"a story"


def test_a_delay_that_robots_txt_asks_for_is_kept(site: Site, client: Callable[..., Client]) -> None:
    slept: list[float] = []
    site.pages = {"/robots.txt": Page("User-agent: *\nCrawl-delay: 3"), "/a": Page("a"), "/b": Page("b")}
    polite = client(sleep=slept.append)
    for path in ("/a", "/b"):
        polite.get(f"http://news.example{path}")
    assert [round(seconds) for seconds in slept] == [3, 3]


def test_one_request_at_a_time_to_a_host_and_several_hosts_at_once(net: Net, client: Callable[..., Client]) -> None:
    meeting = threading.Barrier(2, timeout=10)
    busy, most = {"a": 0, "b": 0}, {"a": 0, "b": 0}

    def page(host: str, meet: bool) -> Page:
        def body(handler: BaseHTTPRequestHandler) -> None:
            busy[host] += 1
            most[host] = max(most[host], busy[host])
            if meet:
                meeting.wait()  # passes only while the other host is being read too
            time.sleep(0.05)
            busy[host] -= 1
            handler.wfile.write(b"a story")

        return Page(body)

    with (
        serving({f"/{n}": page("a", n == 0) for n in range(4)}) as a,
        serving({f"/{n}": page("b", n == 0) for n in range(4)}) as b,
    ):
        for number, (host, site) in enumerate((("a", a), ("b", b))):
            net.name(f"{host}.example", [f"93.184.216.{number + 1}"])
            net.serve(f"93.184.216.{number + 1}", 80, site)
        links = [f"http://{host}.example/{n}" for n in range(4) for host in "ab"]
        with Fetcher(client) as fetcher:
            fetcher.prepare(links)
            assert [fetcher.get(link).content for link in links] == [b"a story"] * 8
    assert most == {"a": 1, "b": 1}


def test_a_link_is_read_once_however_often_it_is_asked_for(site: Site, client: Callable[..., Client]) -> None:
    site.pages = {"/story": Page("a story")}
    with Fetcher(client) as fetcher:
        assert fetcher.get(STORY) is fetcher.get(STORY)
        for _ in range(2):
            with pytest.raises(SourceError):
                fetcher.get("http://news.example/none")
    assert site.articles_asked == ["/story", "/none"]
    assert fetcher.failed == {"http://news.example/none": "http://news.example/none: is not there (404)"}


def test_what_is_kept_is_asked_for_only_if_it_has_changed(site: Site, client: Callable[..., Client]) -> None:
    site.pages = {
        "/story": [Page("a story", headers={"ETag": '"1"'}), Page(status=304), Page("a new story")],
    }
    first = client().get(STORY)
    second = client().get(STORY, first)
    assert site.headers[-1]["if-none-match"] == '"1"'
    assert second.content == b"a story"
    assert second.origin.read_at == first.origin.read_at
    assert second.origin.confirmed_at is not None
    assert client().get(STORY, second).content == b"a new story"


def test_a_mark_of_a_version_that_cannot_be_sent_back_is_left_out(site: Site, client: Callable[..., Client]) -> None:
    site.pages = {"/story": [Page("a story", headers={"ETag": '"\xe9"'}), Page("a new story")]}
    first = client().get(STORY)
    assert first.origin.etag == '"\xe9"'
    assert client().get(STORY, first).content == b"a new story"
    assert "if-none-match" not in site.headers[-1]
