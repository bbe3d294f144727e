"""What goes wrong is told on the page, and nothing that was typed is lost."""

from __future__ import annotations

import json
from pathlib import Path

import httpx

from api.security import digest, new_key
from tests.api.browser.conftest import Open, paste, sentence
from tests.api.serving import CRASH, SLOW, serving
from tests.conftest import COURIER, WIRE


def test_nothing_is_lost_when_the_page_is_loaded_again(open_page: Open) -> None:
    page = open_page()
    paste(page, WIRE, COURIER)
    page.get_by_label("Title").first.fill("Ferry strikes pier")
    page.reload()
    assert page.get_by_label("Text", exact=True).nth(1).input_value() == COURIER
    assert page.get_by_label("Title").first.input_value() == "Ferry strikes pier"


def test_without_an_article_it_says_what_to_do(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("button", name="Make the brief").click()
    assert "There is no article yet" in page.get_by_role("alert").inner_text()


def test_a_failure_is_told_and_the_articles_stay(open_page: Open, server: httpx.Client) -> None:
    page = open_page()
    paste(page, f"The ferry struck the North Mole on Tuesday {CRASH}.", WIRE)
    page.get_by_role("button", name="Make the brief").click()
    page.get_by_role("alert").get_by_text("The worker ended").wait_for()
    assert page.get_by_label("Text", exact=True).nth(1).input_value() == WIRE
    page.get_by_label("Text", exact=True).first.fill(COURIER)
    page.get_by_role("button", name="Make the brief").click()  # waits by itself until a worker is back
    page.locator("#result").wait_for(timeout=20_000)
    assert page.get_by_role("alert").is_hidden()


def test_the_article_at_fault_is_marked(open_page: Open) -> None:
    page = open_page()
    paste(page, WIRE, COURIER)
    page.get_by_label("Title").nth(1).fill("x" * 2001)
    page.get_by_role("button", name="Make the brief").click()
    page.locator(".card.wrong").wait_for()
    assert page.locator(".card").nth(1).locator("p.wrong").inner_text().startswith("title: ")


def test_what_is_taken_along_is_the_brief_that_is_shown(open_page: Open) -> None:
    page = open_page(accept_downloads=True)
    paste(page, WIRE, COURIER)
    page.get_by_role("button", name="Make the brief").click()
    page.locator("#result").wait_for()
    page.get_by_label("Title").nth(1).fill("x" * 2001)
    page.get_by_role("button", name="Make the brief").click()
    page.locator(".card.wrong").wait_for()
    assert "stands below it" in page.get_by_role("alert").inner_text()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download JSON").click()
    brief = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert brief["sentences"][0]["text"] == sentence(page, 0).locator(".sentence > span").first.inner_text()


def test_a_draft_too_large_to_be_kept_is_not_lost_unasked(open_page: Open) -> None:
    page = open_page()
    paste(page, WIRE)
    assert page.evaluate("window.onbeforeunload") is None
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') } }")
    page.get_by_label("Text", exact=True).nth(1).fill(COURIER)
    assert page.evaluate("typeof window.onbeforeunload") == "function"
    page.evaluate("window.onbeforeunload = null")


def test_a_server_that_is_gone_is_told(open_page: Open) -> None:
    page = open_page()
    paste(page, WIRE)
    page.route("**/v1/briefs", lambda route: route.abort())
    page.get_by_role("button", name="Make the brief").click()
    page.get_by_role("alert").get_by_text("The server does not answer").wait_for()
    assert page.get_by_label("Text", exact=True).first.input_value() == WIRE


def test_while_it_works_it_says_so_and_can_be_stopped(open_page: Open) -> None:
    page = open_page()
    paste(page, f"The ferry struck the North Mole on Tuesday {SLOW}3 .")
    page.get_by_role("button", name="Make the brief").click()
    page.get_by_role("status").get_by_text("Making the brief … 1 s").wait_for()
    page.get_by_role("button", name="Stop").click()
    page.get_by_role("status").get_by_text("Stopped.").wait_for()
    assert page.get_by_role("button", name="Make the brief").is_enabled()


def test_a_key_is_asked_for_when_one_is_needed(open_page: Open) -> None:
    key = new_key()
    with serving(keys=(f"desk:{digest(key)}",)) as client:
        page = open_page(client)
        paste(page, WIRE)
        page.get_by_role("button", name="Make the brief").click()
        page.get_by_role("alert").get_by_text("needs an access key").wait_for()
        page.get_by_label("Access key").fill(key)
        page.get_by_role("button", name="Make the brief").click()
        page.locator("#result").wait_for()
