"""Addresses to which links may not lead, by name or by redirect, and that nothing is ever asked of them."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable

import pytest

from summarize.fetching.client import Client
from summarize.fetching.guard import Guard, NotPublic, kind_of, resolve
from tests.fetching.web import PUBLIC, Net, Page, moved, serving

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


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("ftp://news.example/story", "is no http or https link"),
        ("http://169.254.169.254/latest/", "leads to an address that is not public (link-local)"),
        ("http://inside.example/x", "leads to an address that is not public (private)"),
        ("http://news.example:8080/x", "asks for port 8080; web pages are on 80 and 443"),
        ("http://me@news.example/x", "carries a user name; links with one are not followed"),
    ],
)
def test_a_redirect_that_is_refused_is_told_as_one_and_nobody_is_advised_to_allow_it(
    location: str, reason: str, net: Net
) -> None:
    net.name("news.example", [PUBLIC])
    net.name("inside.example", ["192.168.0.10"])
    guard = Guard(resolve=net.resolve, hint="; --allow-host HOST allows it")
    pages = {"/story": moved(location), "/hop": moved("/story"), "/robots.txt": Page("")}
    with serving(pages) as site:
        net.serve(PUBLIC, 80, site)
        for link in ("http://news.example/story", "http://news.example/hop"):
            with pytest.raises(NotPublic) as told:
                Client(guard).get(link)
            assert str(told.value) == f"{link}: redirects to {location}, which {reason}"
        pages["/robots.txt"] = moved(location)
        with pytest.raises(NotPublic) as told:
            Client(guard).get("http://news.example/story")
        assert str(told.value) == f"http://news.example/story: its robots.txt redirects to {location}, which {reason}"


@pytest.mark.parametrize("host", ["169.254.169.254", "[fe80::1]", "168.63.129.16"])
def test_nobody_is_advised_to_read_what_a_machine_tells_of_itself(host: str) -> None:
    guard = Guard(hint="; --allow-host HOST allows it")
    with pytest.raises(NotPublic) as told:
        guard.addresses(host.strip("[]"), 80)
    assert "allow-host" not in str(told.value)
