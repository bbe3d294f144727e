"""Links as sources of the command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarize.cli import run
from tests.cli.linked import ALLOW, HTML, made
from tests.fetching.web import Page, Site


def test_a_brief_is_made_of_links_beside_files(
    links: list[str], folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out, err = made([links[0], str(folder / "later.txt"), *ALLOW], capfd)
    sources = json.loads(out)["sources"]
    assert [source["id"] for source in sources] == [links[0], str(folder / "later.txt")]
    assert sources[0]["url"] == links[0]
    assert (sources[0]["title"], sources[0]["media_type"]) == ("Ferry strikes pier", "text/html")
    assert err == []


def test_a_link_that_is_not_public_is_one_line_and_the_rest_goes_on(
    site: Site, links: list[str], folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    by_name = f"http://localhost:{site.port}/wire"
    out, err = made([links[0], by_name, "http://127.0.0.1/", "file:///etc/passwd", str(folder / "wire.txt")], capfd)
    assert len(json.loads(out)["sources"]) == 1
    asks = f"asks for port {site.port}; web pages are on 80 and 443; --allow-host HOST allows it"
    assert err == [
        f"summarize: {links[0]}: {asks}",
        f"summarize: {by_name}: {asks}",
        "summarize: http://127.0.0.1/: leads to an address that is not public (loopback); --allow-host HOST allows it",
        "summarize: file:///etc/passwd: is no http or https link",
    ]
    assert site.asked == []
    assert run([links[0], str(folder), "--strict"]) == 1


def test_a_page_without_an_article_is_named(site: Site, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    site.pages["/wall"] = Page(
        "<html><title>Log in</title><body><form>Log in to read</form></body></html>", headers=HTML
    )
    wall = f"http://127.0.0.1:{site.port}/wall"
    _, err = made([wall, str(folder / "wire.txt"), *ALLOW], capfd)
    assert len(err) == 1
    assert err[0].startswith(f"summarize: {wall}: ")


def test_articles_of_a_feed_are_followed_when_asked(
    site: Site, links: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    out, err = made([links[1], *ALLOW], capfd)
    assert [source["id"] for source in json.loads(out)["sources"]] == ["courier"]
    assert err == [f"summarize: {links[1]}: links to 2 articles without the text; --follow 2 reads them"]
    out, err = made([links[1], *ALLOW, "--follow", "2"], capfd)
    assert [source["publisher"] for source in json.loads(out)["sources"]] == ["Skarra Post"] * 2
    assert err == [f"summarize: http://127.0.0.1:{site.port}/gone: is not there (404)"]
