"""A small internet on loopback: servers that answer as told, names that lead to them, and no way anywhere else."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from summarize.errors import SourceError
from summarize.fetching.client import Client

PUBLIC = "93.184.216.34"
"""What stands for any public address."""
STORY = "http://news.example/story"


@dataclass
class Page:
    """An answer; `body` may also write for itself to the handler."""

    body: bytes | str | Callable[[BaseHTTPRequestHandler], None] = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)

    def send(self, handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(self.status)
        for name, value in self.headers.items():
            handler.send_header(name, value)
        if callable(self.body):
            handler.end_headers()
            self.body(handler)
            return
        body = self.body.encode() if isinstance(self.body, str) else self.body
        if "Content-Length" not in self.headers:
            handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)


def moved(location: str, status: int = 302) -> Page:
    return Page(status=status, headers={"Location": location})


@dataclass
class Site:
    """A server: its pages by path, and the requests it got."""

    pages: dict[str, Page | list[Page]]
    port: int = 0
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    @property
    def articles_asked(self) -> list[str]:
        return [path for path in self.asked if path != "/robots.txt"]

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        self.asked.append(handler.path)
        self.headers.append({name.lower(): value for name, value in handler.headers.items()})
        page = self.pages.get(handler.path, Page(status=404))
        if isinstance(page, list):
            page = page.pop(0) if len(page) > 1 else page[0]
        page.send(handler)


@contextmanager
def serving(pages: dict[str, Page | list[Page]], certificate: str | None = None) -> Iterator[Site]:
    """A site on loopback."""
    site = Site(pages)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            try:
                site.answer(self)
            except OSError:
                self.close_connection = True  # the client had enough

        def log_message(self, *told: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


class Net:
    """Names and addresses: what each name leads to, one answer a question, and where each address is served."""

    def __init__(self) -> None:
        self.names: dict[str, list[list[str]]] = {}
        self.served: dict[tuple[str, int], int] = {}
        self.asked: list[str] = []
        self.connected: list[tuple[str, int]] = []
        self._connect = socket.create_connection

    def name(self, host: str, *answers: list[str]) -> None:
        """What a name leads to the first time it is asked for, the second ...; the last holds from then on."""
        self.names[host] = list(answers)

    def serve(self, address: str, port: int, site: Site) -> None:
        self.served[address, port] = site.port

    def resolve(self, host: str, port: int) -> list[str]:
        self.asked.append(host)
        answers = self.names.get(host.removesuffix("."))
        if not answers:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def connect(self, address: tuple[str, int], *how: object, **more: object) -> socket.socket:
        """In place of socket.create_connection."""
        self.connected.append(address)
        if address in self.served:
            address = ("127.0.0.1", self.served[address])
        elif address[0] not in ("127.0.0.1", "::1"):
            raise ConnectionRefusedError(111, "Connection refused")
        return self._connect(address, 5)


def reason(client: Client, link: str = STORY) -> str:
    """Why a link cannot be read."""
    with pytest.raises(SourceError) as told:
        client.get(link)
    message = str(told.value)
    assert message.startswith(f"{link}: ")
    assert "\n" not in message
    return message.removeprefix(f"{link}: ")
