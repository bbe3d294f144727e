"""The web page, from the first paste to the last download."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarize import Document
from tests.api.browser.conftest import PHONE, Open, no_faults, paste, sentence, shown
from tests.conftest import COURIER, LATER, WIRE

Made = Callable[..., Any]


def test_from_paste_to_the_cited_words(made: Made) -> None:
    page = made(WIRE, COURIER, LATER)
    for number in range(page.locator("#brief ol.brief > li").count()):
        item = sentence(page, number)
        item.get_by_role("button").first.hover()
        assert shown(page) == item.locator(".sentence > span").first.inner_text()
        assert item.locator(".voices").inner_text().endswith(("source", "sources", "report"))


def test_the_same_sentence_is_shown_in_each_source_that_reports_it(made: Made) -> None:
    page = made(WIRE, COURIER)
    several = page.locator("#brief ol.brief > li", has=page.locator(".cite:nth-of-type(2)")).first
    several.locator(".cite").nth(0).hover()
    quoted, first = shown(page), page.locator("#reader").get_attribute("aria-label")
    several.locator(".cite").nth(1).hover()
    assert page.locator("#reader").get_attribute("aria-label") != first
    assert shown(page) != quoted
    assert "injuring 27 people" in quoted
    assert "injuring 27 people" in shown(page)


def test_the_words_are_right_after_emoji_too(made: Made) -> None:
    page = made("🚢🌫️ A ferry struck the North Mole at Port Ennick. 👩‍🚒 Nobody was killed on Tuesday morning.")
    for number in range(2):
        item = sentence(page, number)
        item.get_by_role("button").first.hover()
        assert shown(page) == item.locator(".sentence > span").first.inner_text()


def test_markup_in_an_article_stays_text(open_page: Open) -> None:
    page = open_page()
    attack = "<img src=x onerror=alert(1)><script>alert(1)</script><b>Police</b> said so."
    paste(page, f"{attack}\n\nThe ferry struck the North Mole & the pier at Port Ennick on Tuesday, police said.")
    page.get_by_label("Title").first.fill(attack)
    page.get_by_label("Link").first.fill("javascript:alert(1)")
    page.get_by_role("button", name="Make the brief").click()
    sentence(page, 0).get_by_role("button").first.hover()
    assert attack in page.locator("#reader .words").inner_text()
    assert attack in page.locator("#brief .sources").inner_text()
    assert page.locator("#result img, #result b, #result script, #result a").count() == 0


def test_a_shorter_length_makes_a_shorter_brief(made: Made) -> None:
    page = made(WIRE, COURIER, LATER)
    long = page.locator("#brief ol.brief > li").count()
    page.get_by_label("Length").fill("50")
    page.get_by_role("button", name="Make the brief").click()
    sentence(page, long - 1).wait_for(state="detached")
    assert page.locator("#words-shown").inner_text() == "50 words"


def test_what_was_left_out_can_be_opened(made: Made) -> None:
    page = made(WIRE, COURIER, LATER)
    page.get_by_label("Length").fill("50")
    page.get_by_role("button", name="Make the brief").click()
    page.get_by_text("What was left out, by weight").click()
    first = page.locator(".left li").first
    first.get_by_role("button").first.click()
    assert shown(page) == first.locator("span").first.inner_text()


def test_the_keyboard_is_enough(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.get_by_label("Text", exact=True).first.focus()
    page.keyboard.insert_text(WIRE)
    page.keyboard.press("Control+Enter")
    page.locator("#result").wait_for()
    assert page.evaluate("document.activeElement.id") == "brief"
    for _ in range(5):  # past the three ways to take it along and the tabs
        page.keyboard.press("Tab")
    assert "cite" in page.evaluate("document.activeElement.className")
    assert shown(page) == sentence(page, 0).locator(".sentence > span").first.inner_text()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "reader"
    page.keyboard.press("Escape")
    assert "cite" in page.evaluate("document.activeElement.className")


def test_on_a_phone_a_tap_opens_the_source_and_close_closes_it(made: Made) -> None:
    page = made(WIRE, COURIER, LATER, **PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("#reader").is_hidden()
    cite = sentence(page, 1).get_by_role("button").first
    cite.tap()
    assert shown(page) == sentence(page, 1).locator(".sentence > span").first.inner_text()
    box, sheet = cite.bounding_box(), page.locator("#reader").bounding_box()
    assert box["y"] + box["height"] <= sheet["y"], "the sheet covers the citation"
    page.get_by_role("button", name="Close").tap()
    assert page.locator("#reader").is_hidden()


def test_files_are_read_as_the_command_reads_them(open_page: Open) -> None:
    page = open_page()
    files = [
        {"name": "a.md", "mimeType": "text/markdown", "buffer": b"# Ferry\n\n**A ferry** struck the pier."},
        {"name": "b.txt", "mimeType": "text/plain", "buffer": "Caf\u00e9 owners saw it.".encode("latin-1")},
        {"name": "c.txt", "mimeType": "text/plain", "buffer": b"%PDF-1.7"},
    ]
    page.locator("#files").set_input_files(files)
    page.get_by_role("alert").get_by_text("c.txt").wait_for()
    assert "A ferry struck the pier." in page.get_by_label("Text", exact=True).nth(0).input_value()
    assert page.get_by_label("Title").nth(0).input_value() == "Ferry"
    assert page.get_by_label("Text", exact=True).nth(1).input_value() == "Caf\u00e9 owners saw it."


def test_a_dropped_file_becomes_an_article(open_page: Open) -> None:
    page = open_page()
    drop = page.evaluate_handle(
        """() => { const data = new DataTransfer();
        data.items.add(new File(["A ferry struck the pier."], "a.txt", {type: "text/plain"})); return data; }"""
    )
    page.dispatch_event("body", "dragenter", {"dataTransfer": drop})
    assert page.evaluate("document.body.classList.contains('dropping')")
    page.dispatch_event("body", "drop", {"dataTransfer": drop})
    page.get_by_role("status").get_by_text("1 article read.").wait_for()
    assert page.get_by_label("Text", exact=True).first.input_value() == "A ferry struck the pier."


def test_the_brief_can_be_taken_along(made: Made, tmp_path: Path, articles: list[Document]) -> None:
    page = made(WIRE, COURIER, permissions=["clipboard-read", "clipboard-write"], accept_downloads=True)
    page.get_by_role("button", name="Copy as Markdown").click()
    page.get_by_role("status").get_by_text("Copied as Markdown.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").startswith("# ")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download JSON").click()
    brief = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert brief["schema"] == "summarize.brief/1"
    with page.expect_download() as download:
        page.get_by_role("button", name="Download HTML").click()
    assert download.value.suggested_filename == "brief.html"
    assert Path(download.value.path()).read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong(made: Made, open_page: Open, scheme: str) -> None:
    before = open_page(color_scheme=scheme)
    before.get_by_role("button", name="Make the brief").click()
    brief = made(WIRE, COURIER, LATER, color_scheme=scheme)
    brief.get_by_text("What was left out, by weight").click()
    phone = made(WIRE, COURIER, color_scheme=scheme, **PHONE)
    sentence(phone, 0).get_by_role("button").first.tap()
    for page in (before, brief, phone, open_page(path="/docs", color_scheme=scheme)):
        no_faults(page)


def test_the_api_page_sends_its_example(open_page: Open) -> None:
    page = open_page(path="/docs")
    page.get_by_role("button", name="Send").click()
    page.get_by_text("200 application/json").wait_for()
    assert json.loads(page.locator("#answer").inner_text())["sentences"]


def dated(open_page: Open, **device: Any) -> Any:
    """The page with the brief of an article of Wednesday, 14 November 2029, that speaks of Tuesday."""
    page = open_page(**device)
    text = "\U0001f6a2 A ferry struck the North Mole at Port Ennick on Tuesday. Nobody was killed in the fog."
    article = json.dumps({"id": "one", "text": text, "published": "2029-11-14"}).encode()
    page.locator("#files").set_input_files({"name": "a.jsonl", "mimeType": "application/jsonl", "buffer": article})
    page.get_by_role("status").get_by_text("1 article read.").wait_for()
    page.get_by_role("button", name="Make the brief").click()
    page.locator("#result").wait_for()
    return page


def test_which_day_it_was_shows_when_its_name_is_pointed_at_or_reached(open_page: Open) -> None:
    page = dated(open_page)
    day, tip = page.locator(".term"), page.locator(".tip")
    assert (day.inner_text(), tip.is_visible()) == ("Tuesday", False)
    day.hover()
    assert tip.inner_text() == "13 November 2029 [1]"
    page.mouse.move(0, 0)
    assert not tip.is_visible()
    day.focus()
    assert tip.is_visible()


def test_on_a_phone_a_tap_shows_which_day_it_was_within_the_screen(open_page: Open) -> None:
    page = dated(open_page, **PHONE)
    page.locator(".term").tap()
    box = page.locator(".tip").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    no_faults(page)
