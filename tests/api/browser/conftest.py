"""A real browser before a real server. Skipped, with the reason, where there is no chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.api.serving import serving

AXE = Path(__file__).parents[1] / "axe" / "axe.min.js"
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}

Open = Callable[..., Any]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.exists():
        pytest.skip(f"there is no {CHROMIUM}; install Debian's package chromium")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), headless=True, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server() -> Iterator[httpx.Client]:
    with serving() as client:
        yield client


@pytest.fixture
def open_page(browser: Any, server: httpx.Client) -> Iterator[Open]:
    """Opens the page as some device would. Afterwards nothing may have been asked of another host, or gone wrong."""
    contexts, wrong = [], []

    def open_it(client: httpx.Client = server, path: str = "/", **device: Any) -> Any:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **device})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        own = str(client.base_url).rstrip("/")
        page.on("request", lambda r: None if r.url.startswith((own, "blob:" + own)) else wrong.append(r.url))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda m: wrong.append(m.text) if "Content Security Policy" in m.text else None)
        page.goto(own + path)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert not wrong


@pytest.fixture
def made(open_page: Open) -> Callable[..., Any]:
    """The page with the brief of these articles on it."""

    def make(*texts: str, **device: Any) -> Any:
        page = open_page(**device)
        paste(page, *texts)
        page.get_by_role("button", name="Make the brief").click()
        page.locator("#result").wait_for()
        return page

    return make


def paste(page: Any, *texts: str) -> None:
    """Puts a text into each article's field."""
    while page.locator(".card").count() < len(texts):
        page.get_by_role("button", name="Add an article").click()
    for number, text in enumerate(texts):
        page.get_by_label("Text", exact=True).nth(number).fill(text)


def no_faults(page: Any) -> None:
    """Fails with what axe finds wrong in the page as it is."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']})")
    assert [(v["id"], [node["html"][:120] for node in v["nodes"][:3]]) for v in found["violations"]] == []


def shown(page: Any) -> str:
    """What is highlighted in the source beside the brief."""
    return str(page.locator("#reader mark").first.inner_text())


def sentence(page: Any, number: int) -> Any:
    return page.locator("#brief ol.brief > li").nth(number)
