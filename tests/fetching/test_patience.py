"""What never ends is cut, what is slow is given up, and what fails is tried again, as often as it may be."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler

import pytest

from summarize.fetching.client import Client
from tests.fetching.conftest import QUICK
from tests.fetching.web import PUBLIC, STORY, Net, Page, Site, moved, reason


def endless(handler: BaseHTTPRequestHandler) -> None:
    while True:
        handler.wfile.write(b"and so on " * 1_000)


def one_byte_at_a_time(handler: BaseHTTPRequestHandler) -> None:
    for _ in range(100):
        handler.wfile.write(b".")
        time.sleep(0.1)


def one_header_at_a_time(handler: BaseHTTPRequestHandler) -> None:
    for number in range(100):
        handler.wfile.write(b"X-Header-%d: 1\r\n" % number)
        time.sleep(0.1)


class Headless(Page):
    """Sends the first line and then whatever `body` writes."""

    def send(self, handler: BaseHTTPRequestHandler) -> None:
        assert callable(self.body)
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        self.body(handler)


def test_an_answer_without_end_is_cut(site: Site, client: Callable[..., Client]) -> None:
    site.pages = {"/story": Page(endless)}
    assert "more than 1 MiB" in reason(client(replace(QUICK, bytes=2**20)))


@pytest.mark.parametrize("page", [Page(one_byte_at_a_time), Headless(one_header_at_a_time)])
def test_an_answer_that_trickles_in_is_given_up(page: Page, site: Site, client: Callable[..., Client]) -> None:
    site.pages = {"/story": page}
    begun = time.monotonic()
    assert reason(client(replace(QUICK, seconds=0.6))) == "takes longer than 0.6 seconds"
    assert time.monotonic() - begun < 4


def test_a_site_that_takes_its_time_over_each_redirect_is_given_up(site: Site, client: Callable[..., Client]) -> None:
    class Slow(Page):
        def send(self, handler: BaseHTTPRequestHandler) -> None:
            time.sleep(0.3)
            super().send(handler)

    site.pages = {"/story": Slow(status=302, headers={"Location": "/story"})}
    assert reason(client(replace(QUICK, link_seconds=0.5))) == "takes longer than 0.5 seconds to redirect"
    assert len(site.articles_asked) == 2
    site.asked.clear()
    site.pages["/robots.txt"] = Slow(status=302, headers={"Location": "/robots.txt"})
    assert "to redirect" in reason(client(replace(QUICK, link_seconds=0.5)))
    assert len(site.asked) == 2


def test_waiting_for_ones_turn_is_not_held_against_a_redirect(site: Site, client: Callable[..., Client]) -> None:
    site.pages = {
        "/robots.txt": Page("User-agent: *\nCrawl-delay: 0.4"),
        "/story": moved("/new"),
        "/new": Page("a story"),
    }
    assert client(replace(QUICK, link_seconds=0.3)).get(STORY).content == b"a story"


def test_redirects_in_a_circle_come_to_an_end(site: Site, client: Callable[..., Client]) -> None:
    site.pages = {"/story": moved("/other"), "/other": moved("/story")}
    assert reason(client()) == "leads through more than 10 redirects"
    assert len(site.articles_asked) == 11


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (401, "asks for a log-in (401)"),
        (403, "refuses to be read by this program (403)"),
        (404, "is not there (404)"),
        (410, "is not there any more (410)"),
        (451, "is barred for legal reasons (451)"),
        (500, "cannot be read: the server answers 500 Internal Server Error"),
        (418, "cannot be read: the server answers 418 I'm a Teapot"),
        (204, "cannot be read: the server answers 204 No Content"),
        (304, "cannot be read: the server answers 304 Not Modified"),
        (300, "cannot be read: the server answers 300 Multiple Choices"),
        (599, "cannot be read: the server answers 599"),
    ],
)
def test_a_refusal_is_told(status: int, told: str, site: Site, client: Callable[..., Client]) -> None:
    site.pages = {"/story": Page(status=status)}
    assert reason(client()) == told


def test_an_empty_answer_is_told(site: Site, client: Callable[..., Client]) -> None:
    site.pages = {"/story": Page("")}
    assert reason(client()) == "answers with nothing"


def test_a_server_that_is_busy_is_asked_again_when_it_says(site: Site, client: Callable[..., Client]) -> None:
    slept: list[float] = []
    busy = Page(status=429, headers={"Retry-After": "7"})
    site.pages = {"/story": [busy, Page(status=503), Page("a story")]}
    patient = client(replace(QUICK, pauses=(1, 4)), sleep=slept.append)
    assert patient.get(STORY).content == b"a story"
    assert slept == [7, 4]


def test_it_is_not_asked_more_often_than_it_may_be(site: Site, client: Callable[..., Client]) -> None:
    slept: list[float] = []
    patient = client(replace(QUICK, pauses=(1, 4)), sleep=slept.append)
    site.pages = {"/story": Page(status=503), "/later": Page(status=429, headers={"Retry-After": "86400"})}
    assert reason(patient) == "cannot be read: the server answers 503 Service Unavailable"
    assert (site.articles_asked, slept) == (["/story"] * 3, [1, 4])
    told = reason(patient, "http://news.example/later")
    assert told == "has been asked for too often (429), and asks to come back in 86400 seconds"
    assert site.articles_asked[3:] == ["/later"]


def test_the_time_to_come_back_may_be_a_date_or_nonsense(site: Site, client: Callable[..., Client]) -> None:
    slept: list[float] = []
    patient = client(replace(QUICK, pauses=(1, 1, 1)), sleep=slept.append)
    dates = [formatdate(time.time() + 20, usegmt=True), formatdate(0, usegmt=True), "tomorrow"]
    busy: list[Page] = [Page(status=503, headers={"Retry-After": date}) for date in dates]
    site.pages = {"/story": [*busy, Page("a story")]}
    assert patient.get(STORY).content == b"a story"
    assert 15 < slept[0] <= 20
    assert slept[1:] == [1, 1]


def test_a_connection_that_breaks_is_tried_again(site: Site, client: Callable[..., Client]) -> None:
    class Broken(Page):
        def send(self, handler: BaseHTTPRequestHandler) -> None:
            handler.close_connection = True

    short = Page("a st", headers={"Content-Length": "7"})
    site.pages = {"/story": [Broken(), short, Page("a story")]}
    patient = client(replace(QUICK, pauses=(0, 0)), sleep=lambda seconds: None)
    assert patient.get(STORY).content == b"a story"


def test_a_host_that_is_not_there_is_told(net: Net, client: Callable[..., Client]) -> None:
    assert reason(client(), "https://nowhere.example/") == "names a host that cannot be found"
    net.name("down.example", [PUBLIC])
    assert reason(client(), "https://down.example/") == "cannot be reached ([Errno 111] Connection refused)"


def test_the_second_address_is_tried_when_the_first_does_not_answer(
    site: Site, net: Net, client: Callable[..., Client]
) -> None:
    site.pages = {"/story": Page("a story")}
    net.name("news.example", ["8.8.8.8", PUBLIC])
    assert client().get(STORY).content == b"a story"
