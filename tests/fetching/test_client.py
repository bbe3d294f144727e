"""Links read as a guest would read them: within bounds, politely, and with one clear line for what cannot be."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from summarize.errors import SourceError
from summarize.fetching.client import Client, Limits
from summarize.fetching.fetcher import Fetcher
from tests.fetching.conftest import QUICK
from tests.fetching.web import PUBLIC, Net, Page, Site, moved, serving

STORY = "http://news.example/story"


@pytest.fixture
def site(net: Net) -> Iterator[Site]:
    """news.example."""
    with serving({}) as site:
        net.name("news.example", [PUBLIC])
        net.serve(PUBLIC, 80, site)
        yield site


def reason(client: Client, link: str = STORY) -> str:
    """Why a link cannot be read."""
    with pytest.raises(SourceError) as told:
        client.get(link)
    message = str(told.value)
    assert message.startswith(f"{link}: ")
    assert "\n" not in message
    return message.removeprefix(f"{link}: ")


def test_a_page_is_read_with_what_the_server_says_of_it(site: Site, client: Callable[..., Client]) -> None:
    told = {"Content-Type": "text/html; charset=utf-8", "ETag": '"1"', "Last-Modified": "Tue, 13 Nov 2029 10:42:00 GMT"}
    site.pages = {"/story": moved("/new"), "/new": Page("a story", headers=told)}
    answer = client().get(STORY)
    assert answer.content == b"a story"
    assert (answer.origin.link, answer.origin.final_link) == (STORY, "http://news.example/new")
    assert [answer.origin.content_type, answer.origin.etag, answer.origin.last_modified] == list(told.values())


def test_the_client_says_who_it_is_and_what_it_can_unpack(site: Site, client: Callable[..., Client]) -> None:
    site.pages = {"/story": Page("a story")}
    client().get(STORY)
    assert site.asked == ["/robots.txt", "/story"]
    sent = site.headers[-1]
    assert sent["user-agent"].startswith("summarize/")
    assert sent["accept-encoding"] == "gzip, deflate"
    assert "cookie" not in sent


def test_a_cookie_lives_for_the_redirects_of_one_link(site: Site, client: Callable[..., Client]) -> None:
    site.pages = {
        "/story": Page(status=302, headers={"Location": "/in", "Set-Cookie": "seen=1"}),
        "/in": Page("a story"),
        "/other": Page("x"),
    }
    site.pages["/robots.txt"] = Page(headers={"Set-Cookie": "of=robots"})
    one = client()
    one.get(STORY)
    assert site.headers[-1]["cookie"] == "seen=1"
    one.get("http://news.example/other")
    assert "cookie" not in site.headers[-1]


def test_a_cookie_that_cannot_be_sent_back_is_left_out(site: Site, client: Callable[..., Client]) -> None:
    site.pages = {
        "/story": Page(status=302, headers={"Location": "/in", "Set-Cookie": "seen=\xe9"}),
        "/in": Page("a story"),
    }
    assert client().get(STORY).content == b"a story"
    assert "cookie" not in site.headers[-1]


@pytest.mark.parametrize("host", ["xn--" + "a" * 3_000, "a." * 3_000 + "example", "\xe9" * 3_000, "xn--\xe9"])
def test_a_redirect_to_a_name_that_is_none_is_told(host: str, site: Site, client: Callable[..., Client]) -> None:
    site.pages = {"/story": moved(f"http://{host}/")}
    assert reason(client())
    assert site.articles_asked == ["/story"]


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(b"a story")),
        ("x-gzip", gzip.compress(b"a story")),
        ("GZIP", gzip.compress(b"a story")),
        ("deflate", zlib.compress(b"a story")),
        ("deflate", zlib.compress(b"a story")[2:-4]),
        ("identity", b"a story"),
        ("", b"a story"),
    ],
)
def test_a_packed_page_is_unpacked(encoding: str, body: bytes, site: Site, client: Callable[..., Client]) -> None:
    site.pages = {"/story": Page(body, headers={"Content-Encoding": encoding})}
    assert client().get(STORY).content == b"a story"


@pytest.mark.parametrize(
    ("encoding", "body", "told"),
    [
        ("br", b"\x0b\x03\x80a", 'is packed in a way that was not asked for ("br")'),
        ("gzip, gzip", gzip.compress(gzip.compress(b"a")), "is packed in a way that was not asked for"),
        ("gzip", gzip.compress(b"a story" * 100)[:-20], "is cut off"),
        ("gzip", b"a story", "is damaged"),
        ("gzip", gzip.compress(bytes(5_000_000)), "more than 1 MiB"),
        ("deflate", zlib.compress(bytes(5_000_000)), "more than 1 MiB"),
        ("", bytes(1_500_000), "more than 1 MiB"),
    ],
)
def test_a_bomb_is_left_unexploded(
    encoding: str, body: bytes, told: str, site: Site, client: Callable[..., Client]
) -> None:
    site.pages = {"/story": Page(body, headers={"Content-Encoding": encoding})}
    assert told in reason(client(replace(QUICK, bytes=2**20)))


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
    assert reason(client(), "https://nowhere.example/") == "its host cannot be found"
    net.name("down.example", [PUBLIC])
    assert reason(client(), "https://down.example/") == "cannot be reached ([Errno 111] Connection refused)"


def test_the_second_address_is_tried_when_the_first_does_not_answer(
    site: Site, net: Net, client: Callable[..., Client]
) -> None:
    site.pages = {"/story": Page("a story")}
    net.name("news.example", ["8.8.8.8", PUBLIC])
    assert client().get(STORY).content == b"a story"


def test_what_is_no_http_is_told(site: Site, client: Callable[..., Client]) -> None:
    class Garbage(Page):
        def send(self, handler: BaseHTTPRequestHandler) -> None:
            handler.wfile.write(b"220 mail.example ESMTP\r\n")
            handler.close_connection = True

    site.pages = {"/story": Garbage()}
    assert reason(client()).startswith("cannot be reached (")


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


# TLS


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A file with the certificate of news.example, which vouches for itself, and its key."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("there is no openssl to make a certificate with")
    folder = tmp_path_factory.mktemp("tls")
    made = [str(folder / "key.pem"), str(folder / "cert.pem")]
    subject = ["-subj", "/CN=news.example", "-addext", "subjectAltName=DNS:news.example"]
    kind = ["-newkey", "rsa:2048", "-nodes", "-days", "2"]
    subprocess.run(
        [openssl, "req", "-x509", *kind, *subject, "-keyout", made[0], "-out", made[1]], check=True, capture_output=True
    )
    both = folder / "both.pem"
    both.write_text("".join(Path(path).read_text() for path in made))
    return str(both)


@pytest.fixture
def secure(net: Net, certificate: str) -> Iterator[Site]:
    """https://news.example and https://other.example, which has the same certificate."""
    with serving({"/story": Page("a story")}, certificate) as site:
        for host in ("news.example", "other.example"):
            net.name(host, [PUBLIC])
        net.serve(PUBLIC, 443, site)
        yield site


def test_a_certificate_counts_for_the_name_of_the_link(
    secure: Site, certificate: str, client: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", certificate)
    assert client().get("https://news.example/story").content == b"a story"
    told = reason(client(), "https://other.example/story")
    assert told == "its certificate does not hold: Hostname mismatch, certificate is not valid for 'other.example'"
    assert secure.asked == ["/robots.txt", "/story"]


def test_a_certificate_that_nobody_vouches_for_is_refused_at_once(secure: Site, client: Callable[..., Client]) -> None:
    slept: list[float] = []
    told = reason(client(replace(QUICK, pauses=(1, 4)), sleep=slept.append), "https://news.example/story")
    assert told.startswith("its certificate does not hold: self")
    assert (secure.asked, slept) == ([], [])


def test_a_server_without_tls_is_told(site: Site, net: Net, client: Callable[..., Client]) -> None:
    net.serve(PUBLIC, 443, site)
    assert reason(client(), "https://news.example/story").startswith("cannot be reached (")


def test_the_limits_are_those_of_a_reader() -> None:
    limits = Limits()
    assert (limits.seconds, limits.redirects, limits.bytes) == (30, 10, 32 * 2**20)
