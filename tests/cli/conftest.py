"""A folder of three articles, and the command without its model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import summarize.models
from tests.cli.linked import FEED, HTML, page
from tests.conftest import COURIER, LATER, WIRE, WordEncoder
from tests.fetching.web import Page, Site, serving


@pytest.fixture(autouse=True)
def _no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    real = summarize.models.load_encoder
    monkeypatch.setattr(
        summarize.models, "load_encoder", lambda model, *how: real(model, *how) if model else WordEncoder()
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("wire.txt", WIRE), ("courier.txt", COURIER), ("later.txt", LATER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def site() -> Iterator[Site]:
    """A wire's page with a name in Latin-1, and a feed with one whole article, one link, and one that leads nowhere."""
    with serving({}) as site:
        at = f"http://127.0.0.1:{site.port}"
        feed = FEED.replace("LATER", f"{at}/later.txt").replace("GONE", f"{at}/gone")
        site.pages = {
            "/wire": Page(page(WIRE.replace("Skarra", "Skårra"), "Ferry strikes pier"), headers=HTML),
            "/feed.xml": Page(feed, headers={"Content-Type": "application/rss+xml", "ETag": '"f"'}),
            "/later.txt": Page(LATER, headers={"Content-Type": "text/plain"}),
        }
        yield site


@pytest.fixture
def links(site: Site) -> list[str]:
    return [f"http://127.0.0.1:{site.port}{path}" for path in ("/wire", "/feed.xml")]
