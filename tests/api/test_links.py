"""Documents given as links: only where whoever runs the service said so, and then only public ones."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from summarize.cli import run
from tests.api.serving import serving
from tests.api.test_problems import assert_problem
from tests.conftest import COURIER, LATER, WIRE
from tests.fetching.web import Page, Site, moved
from tests.fetching.web import serving as web

ROOT = Path(__file__).parents[2]
TEXT = {"Content-Type": "text/plain"}


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with web({}) as site:
        yield site


@pytest.fixture(autouse=True)
def _pages(site: Site) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in WIRE.splitlines() if line)
    page = f"<html><head><title>Ferry strikes pier</title></head><body><article>{paragraphs}</article></body></html>"
    site.asked.clear()
    site.pages = {
        "/wire": Page(page, headers={"Content-Type": "text/html"}),
        "/courier": Page(COURIER, headers=TEXT),
        "/feed": Page(
            "<?xml version='1.0'?><rss><channel>"
            + "".join(f"<item><link>/{n}</link><description>{LATER * 4}{n}</description></item>" for n in range(2))
            + "</channel></rss>",
            headers={"Content-Type": "application/rss+xml"},
        ),
        "/picture": Page(b"\x89PNG\r\n\x1a\n" + bytes(100), headers={"Content-Type": "image/png"}),
        "/inside": moved("http://127.0.0.2/secret"),
        "/wall": Page(
            "<html><title>Log in</title><form>Log in to read</form></html>", headers={"Content-Type": "text/html"}
        ),
    }


@pytest.fixture(scope="module")
def reader() -> Iterator[httpx.Client]:
    """A service that reads links, of 127.0.0.1 too."""
    with serving(fetch=True, fetch_hosts=("127.0.0.1",), max_links=3) as client:
        yield client


def ask(client: httpx.Client, *documents: dict[str, Any]) -> httpx.Response:
    return client.post("/v1/briefs", json={"documents": list(documents), "options": {"max_words": 60}})


def link(site: Site, path: str, **more: str) -> dict[str, Any]:
    return {"url": f"http://127.0.0.1:{site.port}{path}", **more}


def test_documents_may_be_links_beside_texts(reader: httpx.Client, site: Site) -> None:
    answer = ask(reader, {"text": LATER}, link(site, "/wire"), link(site, "/courier", id="courier", title="In fog"))
    assert answer.status_code == 200
    told = {source["id"]: source for source in answer.json()["sources"]}
    assert set(told) == {"document-1", "document-2", "courier"}
    assert told["document-2"]["title"] == "Ferry strikes pier"
    assert told["document-2"]["url"] == f"http://127.0.0.1:{site.port}/wire"
    assert told["courier"]["title"] == "In fog"
    assert told["document-2"]["media_type"] == "text/html"


def test_what_links_lead_to_can_be_looked_at_before_the_brief_is_made(reader: httpx.Client, site: Site) -> None:
    documents = [link(site, "/wire"), link(site, "/none"), {"text": LATER}, link(site, "/courier", publisher="Courier")]
    read = reader.post("/v1/documents", json={"documents": documents})
    assert read.status_code == 200
    found = read.json()["documents"]
    assert [each["id"] for each in found] == ["document-1", "document-3", "document-4"]
    assert (found[0]["title"], found[0]["media_type"]) == ("Ferry strikes pier", "text/html")
    assert found[2]["publisher"] == "Courier"
    assert read.json()["problems"] == [f"http://127.0.0.1:{site.port}/none: is not there (404)."]
    site.asked.clear()
    assert ask(reader, *found).status_code == 200
    assert site.asked == []


def test_a_service_says_whether_it_reads_links(client: httpx.Client, reader: httpx.Client) -> None:
    assert [each.get("/v1/version").json()["reads_links"] for each in (client, reader)] == [False, True]
    problem = client.post("/v1/documents", json={"documents": [{"url": "http://wire.example/"}]})
    assert_problem(problem, 422, "links-not-read")


def test_the_brief_is_that_of_the_command(
    reader: httpx.Client, site: Site, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    import summarize.models
    from tests.conftest import WordEncoder

    monkeypatch.setattr(summarize.models, "load_encoder", lambda *how: WordEncoder())
    links = [f"http://127.0.0.1:{site.port}{path}" for path in ("/wire", "/courier")]
    answer = ask(reader, *({"id": each, "url": each} for each in links))
    assert run([*links, "--allow-host", "127.0.0.1", "-w", "60", "-f", "json"]) == 0
    assert answer.content == capfdbinary.readouterr().out


def test_without_leave_no_link_is_read(client: httpx.Client, site: Site) -> None:
    problem = assert_problem(ask(client, {"text": WIRE}, link(site, "/wire")), 422, "links-not-read")
    assert problem["errors"] == [{"detail": "needs its text", "document": 2, "field": "text"}]
    assert site.asked == []


def test_a_document_needs_a_text_or_a_link(client: httpx.Client, reader: httpx.Client) -> None:
    for each in (client, reader):
        problem = assert_problem(ask(each, {"title": "Ferry"}, {"url": ""}), 422, "invalid-request")
        assert [fault["field"] for fault in problem["errors"]] == ["text", "text"]


def test_a_document_with_its_text_is_taken_at_its_word(reader: httpx.Client, site: Site) -> None:
    assert ask(reader, link(site, "/wire", text=WIRE)).status_code == 200
    assert site.asked == []


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/none", "is not there (404)"),
        ("/picture", "looks like an image; there is no text in it to read"),
        ("/feed", "leads to several articles; give the link of each"),
        ("/wall", None),
        ("/inside", "leads to no public web page"),
    ],
)
def test_a_link_that_cannot_be_read_is_an_error_that_names_its_document(
    path: str, told: str | None, reader: httpx.Client, site: Site
) -> None:
    problem = assert_problem(ask(reader, {"text": WIRE}, link(site, path)), 422, "unreadable-link")
    (fault,) = problem["errors"]
    assert (fault["document"], fault["field"]) == (2, "url")
    assert told is None or fault["detail"] == told
    assert str(site.port) not in fault["detail"]


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.2/", "http://[::1]/", "http://localhost/", "file:///etc/passwd", "http://nowhere.invalid/", "x"],
)
def test_nothing_is_told_of_what_lies_inside(url: str, reader: httpx.Client) -> None:
    problem = assert_problem(ask(reader, {"url": url}), 422, "unreadable-link")
    assert [fault["detail"] for fault in problem["errors"]] == ["leads to no public web page"]


def test_there_may_be_so_many_links_and_no_more(reader: httpx.Client, site: Site) -> None:
    problem = assert_problem(ask(reader, *(link(site, "/wire") for _ in range(4))), 413, "too-many-links")
    assert problem["errors"] == [{"detail": "is link 4", "document": 4, "field": "url"}]
    assert site.asked == []


def test_the_service_answers_others_while_a_link_keeps_it_waiting(site: Site) -> None:
    enough = threading.Event()
    site.pages["/slow"] = Page(lambda handler: enough.wait(60), headers=TEXT)
    with (
        serving(fetch=True, fetch_hosts=("127.0.0.1",), request_timeout=6) as client,
        ThreadPoolExecutor(1) as others,
    ):
        waiting = others.submit(ask, client, link(site, "/slow"))
        while "/slow" not in site.asked:
            time.sleep(0.02)
        with httpx.Client(base_url=client.base_url, timeout=30, trust_env=False) as another:
            assert ask(another, {"text": WIRE}, {"text": COURIER}).status_code == 200
        assert not waiting.done()
        assert_problem(waiting.result(), 504, "timeout")
        enough.set()


@pytest.mark.parametrize(
    ("connecting", "passes"),
    [
        ("Client(Guard(['127.0.0.1'])).get(f'http://127.0.0.1:{port}/story')", True),
        ("socket.create_connection(('127.0.0.1', port))", False),
        ("urllib.request.urlopen(f'http://127.0.0.1:{port}/story')", False),
    ],
)
def test_only_what_the_guard_has_checked_is_connected_to(connecting: str, passes: bool, site: Site) -> None:
    site.pages["/story"] = Page("a story")
    code = (
        "import socket, urllib.request; from api.offline import forbid_all_but_links\n"
        "from summarize.fetching.client import Client; from summarize.fetching.guard import Guard\n"
        f"forbid_all_but_links(True); port = {site.port}\n"
        f"{connecting}"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert (done.returncode == 0) is passes, done.stderr
    assert passes or "OutgoingConnectionError" in done.stderr
