"""The check of a draft on the page: verdicts in words, and the sources where they say so or otherwise."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.api.browser.conftest import PHONE, Open, no_faults, paste
from tests.api.serving import CRASH
from tests.conftest import COURIER, LATER, WIRE

Checked = Callable[..., Any]

DRAFT = (
    "Nobody was killed, a coastguard spokesman said. The ferry was built by Norwegian dwarfs in Bergen. "
    "A passenger ferry struck the North Mole at Port Ennick in dense fog on Tuesday, injuring 72 people, the "
    "coastguard said. Why?"
)


@pytest.fixture
def checked(open_page: Open) -> Checked:
    """The page with the check of a draft against three articles on it."""

    def check(draft: str = DRAFT, **device: Any) -> Any:
        page = open_page(**device)
        paste(page, WIRE, COURIER, LATER)
        page.get_by_role("radio", name="Check of a draft").check()
        page.get_by_label("Draft", exact=True).fill(draft)
        page.get_by_role("button", name="Check the draft").click()
        page.locator("#result").wait_for()
        return page

    return check


def verdicts(page: Any) -> list[str]:
    return [str(each) for each in page.locator("#brief .verdict").all_inner_texts()]


def test_every_sentence_of_the_draft_has_its_verdict_in_words(checked: Checked) -> None:
    page = checked()
    shown = page.locator("#brief .check > li .sentence > span").all_inner_texts()
    assert " ".join(shown) == DRAFT
    first, second, third, last = verdicts(page)
    assert (first, second, last) == ("supported", "not in the sources", "not checkable")
    assert third in ("contradicted", "partly supported")
    assert page.locator("#brief .extent").first.inner_text().startswith("4 sentences: 1 supported")


def test_a_citation_opens_the_source_at_the_words_that_support_or_contradict(checked: Checked) -> None:
    page = checked()
    items = page.locator("#brief .check > li")
    items.nth(0).get_by_role("button").first.click()
    assert page.locator("#reader mark").first.inner_text() == "Nobody was killed, a coastguard spokesman said."
    items.nth(2).get_by_role("button").first.click()
    assert "27 people" in page.locator("#reader mark").first.inner_text()
    assert items.nth(1).get_by_role("button").count() == 0


def test_the_keyboard_goes_to_the_source_and_comes_back(checked: Checked) -> None:
    page = checked()
    page.locator("#brief .check button.cite").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "reader"
    page.keyboard.press("Escape")
    assert "cite" in page.evaluate("document.activeElement.className")


def test_without_a_draft_it_says_what_to_do_and_asks_nothing_of_the_server(open_page: Open) -> None:
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    paste(page, WIRE)
    page.get_by_role("radio", name="Check of a draft").check()
    page.get_by_role("button", name="Check the draft").click()
    assert "There is no draft yet" in page.get_by_role("alert").inner_text()
    assert page.evaluate("document.activeElement.id") == "draft"
    assert not [url for url in asked if url.endswith("/v1/checks")]


def test_a_problem_of_the_service_is_told_and_the_draft_stays(open_page: Open) -> None:
    page = open_page()
    paste(page, f"The ferry struck the North Mole on Tuesday {CRASH}.", WIRE)
    page.get_by_role("radio", name="Check of a draft").check()
    page.get_by_label("Draft", exact=True).fill(DRAFT)
    page.get_by_role("button", name="Check the draft").click()
    page.get_by_role("alert").get_by_text("The worker ended").wait_for()
    assert page.locator("#result").is_hidden()
    page.reload()
    assert page.get_by_label("Draft", exact=True).input_value() == DRAFT
    assert page.get_by_role("radio", name="Check of a draft").is_checked()


def test_a_draft_in_a_file_is_taken_as_it_is_written(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("radio", name="Check of a draft").check()
    written = "# Ferry\n\nNobody was [killed](https://courier.example/ferry)."
    page.locator("#draft-file").set_input_files(
        {"name": "draft.md", "mimeType": "text/markdown", "buffer": written.encode()}
    )
    page.get_by_role("status").get_by_text("draft.md is the draft.").wait_for()
    assert page.get_by_label("Draft", exact=True).input_value() == written
    page.locator("#draft-file").set_input_files(
        {"name": "draft.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
    )
    page.get_by_role("alert").get_by_text("draft.pdf").wait_for()
    assert page.get_by_label("Draft", exact=True).input_value() == written


def test_a_file_dropped_on_the_draft_is_the_draft_and_elsewhere_a_source(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("radio", name="Check of a draft").check()
    for target, text in (("#draft", "A draft of Monday."), ("h1", WIRE)):
        drop = page.evaluate_handle(
            """(text) => { const data = new DataTransfer();
            data.items.add(new File([text], "a.txt", {type: "text/plain"})); return data; }""",
            text,
        )
        page.dispatch_event(target, "drop", {"dataTransfer": drop})
    page.get_by_role("status").get_by_text("1 article read.").wait_for()
    assert page.get_by_label("Draft", exact=True).input_value() == "A draft of Monday."
    assert page.get_by_label("Text", exact=True).first.input_value() == WIRE


def test_markup_in_a_draft_stays_text(checked: Checked) -> None:
    attack = "<img src=x onerror=alert(1)> struck <b>the North Mole</b> at Port Ennick on Tuesday."
    page = checked(attack)
    assert attack in page.locator("#brief").inner_text()
    assert page.locator("#brief img, #brief b").count() == 0


def test_the_check_can_be_taken_along(open_page: Open, checked: Checked) -> None:
    page = checked(accept_downloads=True)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download JSON").click()
    assert download.value.suggested_filename == "check.json"
    assert json.loads(Path(download.value.path()).read_text(encoding="utf-8"))["schema"] == "summarize.check/1"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", [{}, PHONE], ids=["desk", "phone"])
def test_axe_finds_nothing_wrong_in_a_check(checked: Checked, scheme: str, device: dict[str, Any]) -> None:
    page = checked(color_scheme=scheme, **device)
    no_faults(page)
    page.locator("#brief .check button.cite").first.click()
    no_faults(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
