"""Where links may not lead, however they are written, and that nothing is ever asked of it."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from ipaddress import IPv4Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import SourceError
from summarize.fetching.client import Client
from summarize.fetching.guard import Guard, NotPublic, kind_of, resolve
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

ADDRESSES = {
    "127.0.0.1": "loopback",
    "127.255.255.254": "loopback",
    "0.0.0.0": "unspecified",
    "0.1.2.3": "unspecified",
    "10.0.0.1": "private",
    "172.16.0.1": "private",
    "172.31.255.255": "private",
    "192.168.1.1": "private",
    "100.64.0.1": "carrier-grade NAT",
    "100.100.100.200": "carrier-grade NAT",  # metadata at Alibaba
    "169.254.169.254": "link-local",  # metadata at most clouds
    "169.254.170.2": "link-local",  # of containers
    "168.63.129.16": "cloud metadata",
    "192.0.0.192": "protocol assignment",  # metadata at Oracle
    "192.88.99.1": "protocol assignment",
    "192.0.2.1": "documentation",
    "198.51.100.7": "documentation",
    "203.0.113.9": "documentation",
    "198.18.0.1": "benchmarking",
    "224.0.0.251": "multicast",
    "240.0.0.1": "reserved",
    "255.255.255.255": "reserved",
    "::": "unspecified",
    "::1": "loopback",
    "0:0:0:0:0:0:0:1": "loopback",
    "::ffff:127.0.0.1": "IPv4 inside IPv6",
    "::ffff:7f00:1": "IPv4 inside IPv6",
    "::ffff:0:127.0.0.1": "IPv4 inside IPv6",
    f"::ffff:{PUBLIC}": "IPv4 inside IPv6",
    "::127.0.0.1": "IPv4 inside IPv6",
    "2002:7f00:1::": "IPv4 inside IPv6",  # 6to4
    "2002:a00:1::1": "IPv4 inside IPv6",
    "64:ff9b::127.0.0.1": "loopback",  # NAT64
    "64:ff9b::a9fe:a9fe": "link-local",
    "64:ff9b:1::a00:1": "IPv4 inside IPv6",
    "2001:0:53aa:64c:0:fbff:80ff:fffe": "protocol assignment",  # Teredo
    "2001:db8::1": "documentation",
    "3fff::1": "documentation",
    "100::1": "discard",
    "fc00::1": "private",
    "fd00:ec2::254": "private",  # metadata at Amazon
    "fec0::1": "private",
    "fe80::1": "link-local",
    "fe80::1%eth0": "link-local",
    "ff02::1": "multicast",
    "4000::1": "reserved",
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


@pytest.mark.parametrize(("address", "kind"), ADDRESSES.items())
def test_an_address_that_is_not_public_is_refused_by_itself_and_behind_a_name(
    address: str, kind: str, net: Net, client: Callable[..., Client]
) -> None:
    assert kind_of(address) == kind
    net.name("news.example", [address])
    net.name("mixed.example", [PUBLIC, address])
    literal = f"[{address}]" if ":" in address else address
    for link in (f"http://{literal}/", "https://news.example/story", "http://mixed.example/", "http://news.example./"):
        with pytest.raises(NotPublic):
            client().get(link)
    assert not net.connected


@pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "172.32.0.1", "192.169.0.1", "2606:2800:220:1::1"])
def test_a_public_address_is_none_of_these(address: str) -> None:
    assert kind_of(address) is None


def test_on_a_network_without_ipv4_the_address_inside_decides() -> None:
    assert kind_of(f"64:ff9b::{PUBLIC}") is None
    assert kind_of("64:ff9b::192.168.0.1") == "private"


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST", "localhost.", "metadata.google.internal", "db", "127.0.0.1.nip.example"]
)
def test_a_name_inside_is_looked_up_and_refused_for_its_address(
    host: str, net: Net, client: Callable[..., Client]
) -> None:
    net.name(host.lower().removesuffix("."), ["127.0.0.1"])
    with pytest.raises(NotPublic, match=r"leads to an address that is not public \(loopback\)"):
        client().get(f"http://{host}/")
    assert not net.connected


def test_what_stands_behind_a_fragment_is_no_host(net: Net, client: Callable[..., Client]) -> None:
    net.name("news.example", [PUBLIC])
    with serving({"/": Page("a story")}) as site:
        net.serve(PUBLIC, 80, site)
        answer = client().get("http://news.example/#@127.0.0.1/")
    assert answer.origin.final_link == "http://news.example/"
    with pytest.raises(NotPublic, match="loopback"):
        client().get("http://127.0.0.1#@news.example/")


def test_a_name_is_looked_up_once_for_each_connection_which_goes_where_it_said(
    net: Net, client: Callable[..., Client]
) -> None:
    """A name that leads elsewhere a moment later finds nobody who asks again."""
    net.name("rebinding.example", [PUBLIC], ["127.0.0.1"])
    with serving({"/secret": Page("secret")}) as inside, serving({"/secret": Page("public")}) as outside:
        net.serve("127.0.0.1", 80, inside)
        net.serve(PUBLIC, 80, outside)
        answer = client(obey_robots=False).get("http://rebinding.example/secret")
        assert (answer.content, net.asked) == (b"public", ["rebinding.example"])
        with pytest.raises(NotPublic, match="loopback"):
            client(obey_robots=False).get("http://rebinding.example/secret")
        assert inside.asked == []


def test_a_name_that_changes_between_robots_txt_and_the_page_is_refused(
    net: Net, client: Callable[..., Client]
) -> None:
    net.name("rebinding.example", [PUBLIC], ["10.0.0.1"])
    with serving({"/secret": Page("secret")}) as outside:
        net.serve(PUBLIC, 80, outside)
        with pytest.raises(NotPublic, match="private"):
            client().get("http://rebinding.example/secret")
        assert outside.asked == ["/robots.txt"]
    assert net.connected == [(PUBLIC, 80)]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(
    "location",
    ["http://127.0.0.1/secret", "http://inside.example/secret", "//127.0.0.1/secret", "https://[::1]/secret"],
)
def test_a_redirect_to_where_links_may_not_lead_is_refused(
    status: int, location: str, net: Net, client: Callable[..., Client]
) -> None:
    net.name("news.example", [PUBLIC])
    net.name("inside.example", ["192.168.0.10"])
    with serving({"/story": moved(location, status)}) as site, serving({"/secret": Page("secret")}) as inside:
        net.serve(PUBLIC, 80, site)
        net.serve("127.0.0.1", 80, inside)
        with pytest.raises(NotPublic, match="not public"):
            client().get("http://news.example/story")
        assert inside.asked == []


def test_neither_does_robots_txt_lead_there(net: Net, client: Callable[..., Client]) -> None:
    net.name("news.example", [PUBLIC])
    with serving({"/robots.txt": moved("http://127.0.0.1/secret"), "/story": Page("x")}) as site:
        net.serve(PUBLIC, 80, site)
        with pytest.raises(NotPublic, match="loopback"):
            client().get("http://news.example/story")
    assert set(net.connected) == {(PUBLIC, 80)}


def test_a_host_that_is_named_as_allowed_may_be_anywhere_and_on_any_port(
    net: Net, client: Callable[..., Client]
) -> None:
    net.name("intranet.example", ["127.0.0.1"])
    with serving({"/story": Page("a story"), "/away": moved("http://127.0.0.1:9/")}) as site:
        allowed = client(allowed=("Intranet.Example",))
        assert allowed.get(f"http://intranet.example:{site.port}/story").content == b"a story"
        with pytest.raises(NotPublic):
            allowed.get(f"http://intranet.example:{site.port}/away")
        with pytest.raises(NotPublic):
            client(allowed=("other.example",)).get(f"http://intranet.example:{site.port}/story")


def test_an_allowed_address_is_written_as_in_links() -> None:
    assert Guard(["::1"]).addresses("::1", 80) == ["::1"]
    assert Guard(["[::1]"]).addresses("::1", 80) == ["::1"]
    umlaut = Guard(["Bücher.example"], lambda host, port: ["10.0.0.1"])
    assert umlaut.addresses(umlaut.check_link("http://bücher.example:81/").raw_host.decode(), 81) == ["10.0.0.1"]
    with pytest.raises(NotPublic, match="user name"):
        Guard(["127.0.0.1"]).check_link("http://a@127.0.0.1/")


def test_the_reason_says_what_lifts_it_and_no_address_inside(net: Net) -> None:
    net.name("intranet.example", ["10.20.30.40"])
    guard = Guard(resolve=net.resolve, hint="; --allow-host HOST allows it")
    with pytest.raises(NotPublic) as told:
        guard.addresses("intranet.example", 80)
    assert str(told.value) == "leads to an address that is not public (private); --allow-host HOST allows it"


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


def test_a_name_server_that_is_silent_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    done = threading.Event()

    def silent(*asked: object, **how: object) -> list[object]:
        done.wait(20)
        return []

    monkeypatch.setattr("socket.getaddrinfo", silent)
    begun = time.monotonic()
    with pytest.raises(TimeoutError):
        resolve("a.example", 80, seconds=0.1)
    assert time.monotonic() - begun < 2
    done.set()


def test_a_name_that_is_not_there_is_an_error_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*asked: object, **how: object) -> list[object]:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr("socket.getaddrinfo", unknown)
    with pytest.raises(OSError, match="not known"):
        resolve("a.example", 80)
