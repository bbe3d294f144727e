"""Links that hide where they lead, however they are written, are refused."""

from __future__ import annotations

import socket
from collections.abc import Callable
from ipaddress import IPv4Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import SourceError
from summarize.fetching.client import Client
from summarize.fetching.guard import Guard, NotPublic
from tests.fetching.web import PUBLIC, Net, Page, moved, serving

DISGUISED = {
    # an address of this machine, in other words
    "octal": "http://0177.0.0.1/",
    "octal in one number": "http://017700000001/",
    "hexadecimal": "http://0x7f.0.0.1/",
    "hexadecimal in one number": "http://0x7f000001/",
    "hexadecimal in capitals": "http://0X7F.0X0.0X0.0X1/",
    "one number": "http://2130706433/",
    "one number beyond 32 bits": "http://6425673729/",
    "two parts": "http://127.1/",
    "three parts": "http://127.0.1/",
    "parts of several kinds": "http://0x7f.1/",
    "leading zeros": "http://127.000.000.001/",
    "too large a part": "http://127.0.0.257/",
    "five parts": "http://127.0.0.0.1/",
    "a dot at the end": "http://127.0.0.1./",
    "two dots at the end": "http://localhost../",
    "zero": "http://0/",
    "percent-encoded digits": "http://%31%32%37.0.0.1/",
    "a percent-encoded dot": "http://127%2e0.0.1/",
    "full-width digits": "http://１２７.０.０.１/",
    "digits in circles": "http://①②⑦.⓪.⓪.①/",
    "letters in circles": "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/",
    "full-width letters": "http://ｌｏｃａｌｈｏｓｔ/",
    "Arabic digits": "http://١٢٧.٠.٠.١/",
    "a soft hyphen": "http://local\u00adhost/",
    "a space without width": "http://local\u200bhost/",
    "a zone": "http://[fe80::1%25eth0]/",
    "a zone, not encoded": "http://[fe80::1%eth0]/",
    "an address of the future": "http://[v1.127]/",
    "IPv6 without brackets": "http://::1/",
    "a bracket left open": "http://[::1/",
    # another host than it seems
    "a user name": "http://news.example@127.0.0.1/",
    "a user name and password": "http://news.example:80@127.0.0.1/",
    "an empty user name": "http://:@127.0.0.1/",
    "an encoded @": "http://news.example%40127.0.0.1/",
    "a backslash before @": "http://news.example\\@127.0.0.1/",
    "backslashes for slashes": "http:\\\\127.0.0.1/",
    "a backslash in the path": "http://news.example/\\127.0.0.1",
    "no slashes": "http:127.0.0.1",
    "three slashes": "http:///127.0.0.1/",
    "no host": "http://",
    "a line end": "http://127.0.0.1\r\nHost: news.example/",
    "a tab": "http://127.0\t.0.1/",
    "a null": "http://127.0.0.1\x00.news.example/",
    "a host as a parameter": "http://127.0.0.1;.news.example/",
    "a comma": "http://127.0.0.1,news.example/",
    # other schemes and ports
    "file": "file:///etc/passwd",
    "file with a host": "file://127.0.0.1/etc/passwd",
    "ftp": "ftp://news.example/a.txt",
    "gopher": "gopher://127.0.0.1:6379/_FLUSHALL",
    "dict": "dict://127.0.0.1:11211/stats",
    "a socket": "unix:///var/run/docker.sock",
    "a jar": "jar:http://127.0.0.1!/",
    "web socket": "ws://news.example/",
    "secure web socket": "wss://news.example/",
    "data": "data:text/html,secret",
    "script": "javascript:alert(1)",
    "ssh": "http://news.example:22/",
    "mail": "http://news.example:25/",
    "a database": "http://news.example:6379/",
    "a development server": "http://news.example:8080/",
    "port 0": "http://news.example:0/",
    "a port in hexadecimal": "http://news.example:0x50/",
    "a port too large": "http://news.example:65616/",
    "a negative port": "http://news.example:-80/",
    "a longer link than any": "http://news.example/" + "a" * 10_000,
}


@pytest.mark.parametrize("link", DISGUISED.values(), ids=DISGUISED)
def test_a_link_in_disguise_is_refused_before_anything_is_looked_up(
    link: str, net: Net, client: Callable[..., Client]
) -> None:
    net.name("news.example", [PUBLIC])
    with pytest.raises(NotPublic):
        client().get(link)
    assert not net.asked
    assert not net.connected


@pytest.mark.parametrize("name", sorted(DISGUISED.keys() - {"three slashes", "no host"}))
def test_nor_does_a_redirect_lead_there(name: str, net: Net, client: Callable[..., Client]) -> None:
    location = DISGUISED[name].replace("\r\n", " ").replace("\x00", "%00").encode().decode("latin-1")
    with serving({"/story": moved(location)}) as site:
        net.name("news.example", [PUBLIC])
        net.serve(PUBLIC, 80, site)
        with pytest.raises(SourceError, match=r"^http://news\.example/story: "):
            client().get("http://news.example/story")
        assert site.articles_asked == ["/story"]
    assert set(net.connected) == {(PUBLIC, 80)}


def test_a_redirect_that_names_no_host_stays_on_the_host(net: Net, client: Callable[..., Client]) -> None:
    net.name("news.example", [PUBLIC])
    pages = {"/story": moved("http:///127.0.0.1/"), "/127.0.0.1/": Page("only a path")}
    with serving(pages) as site:  # type: ignore[arg-type]
        net.serve(PUBLIC, 80, site)
        assert client().get("http://news.example/story").content == b"only a path"
    assert net.connected
    assert set(net.connected) == {(PUBLIC, 80)}


def test_what_stands_behind_a_fragment_is_no_host(net: Net, client: Callable[..., Client]) -> None:
    net.name("news.example", [PUBLIC])
    with serving({"/": Page("a story")}) as site:
        net.serve(PUBLIC, 80, site)
        answer = client().get("http://news.example/#@127.0.0.1/")
    assert answer.origin.final_link == "http://news.example/"
    with pytest.raises(NotPublic, match="loopback"):
        client().get("http://127.0.0.1#@news.example/")


def _part(number: int) -> st.SearchStrategy[str]:
    return st.sampled_from([str(number), hex(number), oct(number).replace("o", ""), f"0{oct(number).replace('o', '')}"])


@st.composite
def _spellings(draw: st.DrawFn) -> str:
    """An IPv4 address of this machine or its network, as the system's own resolver would still understand it."""
    number = int(draw(st.sampled_from(["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254"]).map(IPv4Address)))
    whole = draw(st.integers(0, 3))  # parts of one byte, before one that holds the rest
    parts = [number >> (24 - 8 * index) & 0xFF for index in range(whole)]
    parts.append(number & (1 << (32 - 8 * whole)) - 1)
    return ".".join(draw(_part(part)) for part in parts) + draw(st.sampled_from(["", "."]))


@given(_spellings())
def test_no_spelling_of_an_inner_address_gets_past(host: str) -> None:
    guard = Guard(resolve=lambda host, port: [socket.inet_ntoa(socket.inet_aton(host))])
    with pytest.raises(NotPublic):
        guard.addresses(guard.check_link(f"http://{host}/").host, 80)


@given(st.text(st.sampled_from("htpsfile:/\\@#?[]%.-_0123456789abcdefx \t\r\n\x00１。①ⓛüß"), max_size=60))
def test_whatever_is_given_is_refused_or_a_link_of_the_web(text: str) -> None:
    guard = Guard()
    for link in (text, f"http://{text}", f"https://a.example{text}"):
        try:
            url = guard.check_link(link)
        except NotPublic:
            continue
        assert url.scheme in ("http", "https")
        assert not url.userinfo
        assert not url.fragment
        assert url.port in (None, 80, 443)
        assert guard.check_link(str(url)) == url
