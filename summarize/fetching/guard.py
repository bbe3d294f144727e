"""Which links are read, and which addresses connected to: public web servers, and hosts that were named as allowed.

A link can be made to reach what only this machine can reach (server-side request forgery): a router, a database, the
metadata service of a cloud. Names tell nothing about that, so it is addresses that are checked, all of a name, each
time a connection is made, and the connection goes to the very address that was checked (backend.py).
"""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Collection
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from queue import Empty, SimpleQueue
from threading import Thread

import httpx

from summarize.errors import SourceError

MAX_LINK_CHARACTERS = 8_000
WEB_PORTS = (80, 443)
_SHOWN_CHARACTERS = 200
LOOK_UP_SECONDS = 5.0
"""In which a name has to be found."""

_NOT_PUBLIC = {
    "unspecified": "0.0.0.0/8 ::/128",
    "loopback": "127.0.0.0/8 ::1/128",
    "private": "10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 fc00::/7 fec0::/10",
    "carrier-grade NAT": "100.64.0.0/10",
    "link-local": "169.254.0.0/16 fe80::/10",
    "cloud metadata": "168.63.129.16/32",
    "protocol assignment": "192.0.0.0/24 192.88.99.0/24 192.31.196.0/24 192.52.193.0/24 192.175.48.0/24 2001::/23",
    "documentation": "192.0.2.0/24 198.51.100.0/24 203.0.113.0/24 2001:db8::/32 3fff::/20",
    "benchmarking": "198.18.0.0/15",
    "multicast": "224.0.0.0/4 ff00::/8",
    "reserved": "240.0.0.0/4",
    "IPv4 inside IPv6": "::ffff:0:0/96 ::ffff:0:0:0/96 ::/96 64:ff9b:1::/48 2002::/16",
    "discard": "100::/64",
}
"""The registries of special addresses (https://www.iana.org/assignments/iana-ipv4-special-registry, and -ipv6-), and
the one metadata service that has an address of its own. Written down here, as what Python's `is_global` holds differs
from version to version.
"""
_NEVER_A_SITE = ("link-local", "cloud metadata")
"""Where what a machine tells of itself lies, its keys too: nobody is advised to read there."""
_RANGES = [(ip_network(block), kind) for kind, blocks in _NOT_PUBLIC.items() for block in blocks.split()]
_GLOBAL_UNICAST = ip_network("2000::/3")
_NAT64 = ip_network("64:ff9b::/96")
"""How networks without IPv4 write every IPv4 address, so that the one inside decides (RFC 6052)."""
_NAME = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.){0,30}[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?\.?")
"""A name in letters of DNS. Its last label begins with a letter: what ends in a number is an address in disguise."""

Resolve = Callable[[str, int], Collection[str]]


class NotPublic(SourceError):
    """A link that leads where links may not lead. The message is the reason alone."""


class RedirectedThere(NotPublic):
    """A link that was redirected there, and is well itself."""


def kind_of(address: str) -> str | None:
    """What an address is, where it is none of a public server: "loopback", "private" ... Raises ValueError."""
    parsed = ip_address(address)
    if isinstance(parsed, IPv6Address):
        if parsed.scope_id is not None:
            return "link-local"
        if parsed in _NAT64:
            parsed = IPv4Address(int(parsed) & 0xFFFF_FFFF)
    for network, kind in _RANGES:
        if parsed.version == network.version and parsed in network:
            return kind
    return "reserved" if isinstance(parsed, IPv6Address) and parsed not in _GLOBAL_UNICAST else None


def resolve(host: str, port: int, seconds: float = LOOK_UP_SECONDS) -> Collection[str]:
    """The addresses of a name, as the system knows them. Raises OSError, after so many seconds too.

    In a thread of its own: the system's own patience cannot be set, and is half a minute where a name server is silent.
    """
    found: SimpleQueue[list[str] | OSError | UnicodeError] = SimpleQueue()
    Thread(target=_look_up, args=(host, port, found.put), name="name look-up", daemon=True).start()
    try:
        answer = found.get(timeout=seconds)
    except Empty:
        raise TimeoutError("the name look-up takes too long") from None
    if isinstance(answer, Exception):
        raise answer
    return answer


def _look_up(host: str, port: int, tell: Callable[[list[str] | OSError | UnicodeError], None]) -> None:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        tell(error)
    else:
        tell(list(dict.fromkeys(str(address[0]) for *_, address in found)))


class Guard:
    """Decides about links and addresses. `allowed` are hosts that may lead anywhere, on any port."""

    def __init__(self, allowed: Collection[str] = (), resolve: Resolve = resolve, hint: str = "") -> None:
        self._allowed = {_plain(host) for host in allowed}
        self._resolve, self._hint = resolve, hint

    def redirected(self, link: str, refused: NotPublic) -> RedirectedThere:
        """The reason where not the link that was named leads there. Nobody is advised to allow what a site chose."""
        shown = link if len(link) <= _SHOWN_CHARACTERS else f"{link[:_SHOWN_CHARACTERS]}…"
        return RedirectedThere(f"redirects to {shown}, which {str(refused).removesuffix(self._hint)}")

    def check_link(self, link: str) -> httpx.URL:
        """The link as it is going to be asked for. Raises NotPublic for one that is none of a web page.

        It is judged as the client that connects takes it apart, so that the two cannot differ.
        """
        if len(link) > MAX_LINK_CHARACTERS:
            raise NotPublic(f"is longer than {MAX_LINK_CHARACTERS:,} characters; no link of an article is")
        if "\\" in link:
            raise NotPublic("holds a backslash, which programs read in different ways")
        try:
            url = httpx.URL(link.strip()).copy_with(fragment=None)
            host = url.raw_host.decode("ascii")
        except (httpx.InvalidURL, ValueError):
            raise NotPublic("is no link: its host or port cannot be read") from None
        if url.scheme not in ("http", "https"):
            raise NotPublic("is no http or https link")
        if url.userinfo:
            raise NotPublic("carries a user name; links with one are not followed")
        if not host:
            raise NotPublic("names no host")
        if not _is_address(host) and not _NAME.fullmatch(host):
            raise NotPublic("names its host in a way that is neither a name nor a plain address")
        port = url.port
        if port is not None and port not in WEB_PORTS and not self._allows(host):
            raise NotPublic(f"asks for port {port}; web pages are on {' and '.join(map(str, WEB_PORTS))}{self._hint}")
        return url

    def addresses(self, host: str, port: int) -> Collection[str]:
        """Where to connect for a host: all its addresses, asked for once. Raises NotPublic when one of them is not
        public, or there is none.
        """
        try:
            found = [str(ip_address(host))] if _is_address(host) else self._resolve(host, port)
        except (OSError, UnicodeError):
            found = ()
        if not found:
            raise NotPublic("names a host that cannot be found")
        if not self._allows(host):
            for address in found:
                if kind := kind_of(address):
                    hint = "" if kind in _NEVER_A_SITE else self._hint
                    raise NotPublic(f"leads to an address that is not public ({kind}){hint}")
        return found

    def _allows(self, host: str) -> bool:
        return _plain(host) in self._allowed


def _is_address(host: str) -> bool:
    try:
        return ip_address(host) is not None
    except ValueError:
        return False


def _plain(host: str) -> str:
    """A host as links name it when they are asked for."""
    host = host.lower().removesuffix(".").strip("[]")
    try:
        return host if host.isascii() else httpx.URL(f"http://{host}/").raw_host.decode("ascii")
    except httpx.InvalidURL:
        return host
