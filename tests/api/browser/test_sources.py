"""Sources of the page: what was read of each is seen, can be edited and left out, before anything is made of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from api.security import digest, new_key
from tests.api.browser.conftest import Open, no_faults, paste
from tests.api.serving import serving
from tests.conftest import COURIER, LATER, WIRE
from tests.fetching.web import Page, Site
from tests.fetching.web import serving as web
from tests.reading.pdfs import column, needs_pdfium, pdf

HTML = {"Content-Type": "text/html"}


def card(page: Any, number: int) -> Any:
    return page.locator(".card").nth(number)


def give(page: Any, **files: str) -> None:
    """Chooses files; `_` in a name stands for the dot."""
    chosen = [
        {"name": name.replace("_", "."), "mimeType": "text/html", "buffer": text.encode()}
        for name, text in files.items()
    ]
    page.locator("#files").set_input_files(chosen)
    page.get_by_role("status").get_by_text(f"{len(files)} article").wait_for()


def article(title: str, text: str) -> str:
    head = f'<title>{title}</title><meta property="og:site_name" content="The Courier">'
    head += '<meta property="article:published_time" content="2029-11-14T08:00:00Z">'
    paragraphs = "".join(f"<p>{line}</p>" for line in text.splitlines() if line)
    return f"<html><head>{head}</head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>"


def sent(page: Any) -> list[dict[str, Any]]:
    """The articles of the request for the brief."""
    with page.expect_request("**/v1/briefs") as request:
        page.get_by_role("button", name="Make the brief").click()
    documents: list[dict[str, Any]] = json.loads(request.value.post_data)["documents"]
    return documents


def test_of_a_file_it_shows_what_was_read(open_page: Open) -> None:
    page = open_page()
    give(page, courier_html=article("Ferry hits mole", COURIER))
    length, name = card(page, 0).locator(".read").inner_text().split(" · ")
    assert length == f"{len(card(page, 0).get_by_label('Text').input_value().split())} words"
    assert name == "courier.html"
    assert card(page, 0).get_by_label("Title").input_value() == "Ferry hits mole"
    assert card(page, 0).get_by_label("Publisher").input_value() == "The Courier"
    assert card(page, 0).get_by_label("Date").input_value().startswith("2029-11-14 08:00")


@needs_pdfium
def test_of_a_pdf_every_citation_tells_its_page(open_page: Open) -> None:
    page = open_page()
    told = ["A ferry struck the pier on Tuesday, police said.", "Nobody was killed in the fog, the mayor told them."]
    content = pdf(*map(column, told))
    page.locator("#files").set_input_files({"name": "a.pdf", "mimeType": "application/pdf", "buffer": content})
    page.get_by_role("status").get_by_text("1 article").wait_for()
    assert sent(page)[0]["pages"] == [0, len(told[0]) + 2]
    page.locator("#result").wait_for()
    cites = page.locator("#brief ol.brief .cite")
    assert sorted(cites.all_inner_texts()) == ["[1, p. 1]", "[1, p. 2]"]
    cites.filter(has_text="p. 2").hover()
    assert "p. 2" in page.locator("#reader .about").inner_text()
    assert "p. 2" in cites.filter(has_text="p. 2").get_attribute("aria-label")
    no_faults(page)


def test_what_was_read_wrongly_is_sent_as_it_was_edited(open_page: Open) -> None:
    page = open_page()
    give(page, courier_html=article("Ferry hits mole", COURIER))
    card(page, 0).get_by_label("Title").fill("Fog ferry")
    card(page, 0).get_by_label("Publisher").fill("")
    card(page, 0).get_by_label("Date").fill("2029-11-13")
    (document,) = sent(page)
    assert (document["title"], document["published"]) == ("Fog ferry", "2029-11-13")
    assert "publisher" not in document
    assert document["media_type"] == "text/html"


def test_an_edited_text_is_no_longer_that_of_the_file(open_page: Open) -> None:
    page = open_page()
    give(page, courier_html=article("Ferry hits mole", COURIER))
    card(page, 0).get_by_label("Text").fill(WIRE)
    assert "courier.html" not in card(page, 0).locator(".read").inner_text()
    (document,) = sent(page)
    assert "media_type" not in document
    assert "blocks" not in document


def test_what_is_left_out_is_not_sent_until_it_is_taken_in_again(open_page: Open) -> None:
    page = open_page()
    paste(page, WIRE, COURIER, LATER)
    page.get_by_role("button", name="Leave out article 2").click()
    assert card(page, 1).get_by_label("Text").is_hidden()
    assert [document["text"] for document in sent(page)] == [WIRE, LATER]
    page.reload()
    assert card(page, 1).get_by_label("Text").is_hidden()
    page.get_by_role("button", name="Take in article 2").click()
    assert [document["text"] for document in sent(page)] == [WIRE, COURIER, LATER]


def test_a_wrong_date_is_told_at_its_article(open_page: Open) -> None:
    page = open_page()
    paste(page, WIRE, COURIER)
    card(page, 1).get_by_label("Date").fill("yesterday")
    page.get_by_role("button", name="Make the brief").click()
    wrong = card(page, 1).locator("p.wrong")
    wrong.wait_for()
    assert wrong.inner_text().startswith("published: ")
    assert page.locator("#result").is_hidden()


def test_a_file_without_an_article_is_named_and_the_others_are_read(open_page: Open) -> None:
    page = open_page()
    wall = "<html><title>Log in</title><form>Log in to read</form></html>"
    files = [("wall.html", wall), ("courier.html", article("Ferry hits mole", COURIER))]
    page.locator("#files").set_input_files(
        [{"name": name, "mimeType": "text/html", "buffer": text.encode()} for name, text in files]
    )
    page.get_by_role("alert").get_by_text("wall.html").wait_for()
    assert card(page, 0).get_by_label("Title").input_value() == "Ferry hits mole"
    assert card(page, 1).get_by_label("Title").input_value() == ""


def test_a_server_that_reads_no_links_is_given_none(open_page: Open) -> None:
    page = open_page()
    page.wait_for_load_state("networkidle")
    assert page.get_by_label("Links").is_hidden()


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    pages = {
        "/courier": Page(article("Ferry hits mole", COURIER), headers=HTML),
        "/wire": Page(article("Ferry strikes pier", WIRE), headers=HTML),
    }
    with web(pages) as site:
        yield site


@pytest.fixture(scope="module")
def reader() -> Iterator[httpx.Client]:
    with serving(fetch=True, fetch_hosts=("127.0.0.1",), max_links=3) as client:
        yield client


def test_links_are_read_and_those_that_cannot_be_stay_with_the_reason(
    open_page: Open, reader: httpx.Client, site: Site
) -> None:
    page = open_page(reader)
    courier, none, wire = (f"http://127.0.0.1:{site.port}/{name}" for name in ("courier", "none", "wire"))
    page.get_by_label("Links").fill("\n".join((courier, none, wire)))
    page.get_by_role("button", name="Read the links").click()
    page.get_by_role("alert").get_by_text(none).wait_for()
    assert "404" in page.get_by_role("alert").inner_text()
    assert [card(page, n).get_by_label("Title").input_value() for n in range(2)] == [
        "Ferry hits mole",
        "Ferry strikes pier",
    ]
    assert card(page, 0).get_by_label("Link").input_value() == courier
    assert page.get_by_label("Links").input_value() == none
    no_faults(page)
    site.asked.clear()
    assert [document["url"] for document in sent(page)] == [courier, wire]
    assert site.asked == []


def test_where_a_key_is_needed_links_are_offered_with_it(open_page: Open) -> None:
    key = new_key()
    with serving(keys=(f"desk:{digest(key)}",), fetch=True) as client:
        page = open_page(client)
        paste(page, WIRE)
        page.get_by_role("button", name="Make the brief").click()
        page.get_by_label("Access key").fill(key)
        page.get_by_role("button", name="Make the brief").click()
        page.get_by_label("Links").wait_for()


def test_too_many_links_are_refused_and_stay(open_page: Open, reader: httpx.Client, site: Site) -> None:
    page = open_page(reader)
    links = "\n".join(f"http://127.0.0.1:{site.port}/{number}" for number in range(4))
    page.get_by_label("Links").fill(links)
    page.get_by_role("button", name="Read the links").click()
    page.get_by_role("alert").get_by_text("4 documents are links, more than the 3 allowed").wait_for()
    assert page.get_by_label("Links").input_value() == links
    assert page.get_by_label("Text", exact=True).first.input_value() == ""
