"""Links read as a guest would read them: within bounds, politely, and with one clear line for what cannot be."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from summarize.fetching.client import Client, Limits
from tests.fetching.conftest import QUICK
from tests.fetching.web import PUBLIC, STORY, Net, Page, Site, moved, reason, serving


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


def packed(body: bytes) -> bytes:
    """The same bytes whenever it is packed, as they name a test."""
    return gzip.compress(body, mtime=0)


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", packed(b"a story")),
        ("x-gzip", packed(b"a story")),
        ("GZIP", packed(b"a story")),
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
        ("gzip, gzip", packed(packed(b"a")), "is packed in a way that was not asked for"),
        ("gzip", packed(b"a story" * 100)[:-20], "is cut off"),
        ("gzip", b"a story", "is damaged"),
        ("gzip", packed(bytes(5_000_000)), "more than 1 MiB"),
        ("deflate", zlib.compress(bytes(5_000_000)), "more than 1 MiB"),
        ("", bytes(1_500_000), "more than 1 MiB"),
    ],
)
def test_a_bomb_is_left_unexploded(
    encoding: str, body: bytes, told: str, site: Site, client: Callable[..., Client]
) -> None:
    site.pages = {"/story": Page(body, headers={"Content-Encoding": encoding})}
    assert told in reason(client(replace(QUICK, bytes=2**20)))


def test_what_is_no_http_is_told(site: Site, client: Callable[..., Client]) -> None:
    class Garbage(Page):
        def send(self, handler: BaseHTTPRequestHandler) -> None:
            handler.wfile.write(b"220 mail.example ESMTP\r\n")
            handler.close_connection = True

    site.pages = {"/story": Garbage()}
    assert reason(client()).startswith("cannot be reached (")


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
