"""A question on the page: what answers it is told, and where nothing does the page says so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.api.browser.conftest import PHONE, Open, no_faults, paste, sentence, shown
from tests.conftest import COURIER, LATER, WIRE

RADAR = "What did Captain Joren Haldane tell officers about his radar screen?"
BUDGET = "Which ministers praised the parliamentary vote on the budget?"
SMALL = {**PHONE, "viewport": {"width": 360, "height": 740}}


def ask(open_page: Open, question: str, *texts: str, **device: Any) -> Any:
    """The page with the answer to a question of these articles."""
    page = open_page(**device)
    paste(page, *(texts or (WIRE, COURIER, LATER)))
    page.get_by_label("Question").fill(question)
    page.get_by_role("button", name="Make the brief").click()
    page.locator("#result").wait_for()
    return page


def sent(page: Any, button: str = "Make the brief") -> dict[str, Any]:
    """What the page asks of the server when this is pressed."""
    with page.expect_request(lambda request: request.method == "POST") as asked:
        page.get_by_role("button", name=button).click()
    body: dict[str, Any] = asked.value.post_data_json
    return body


def test_what_answers_is_told_under_the_question_and_cited(open_page: Open) -> None:
    page = ask(open_page, RADAR)
    assert page.locator("#brief .since").inner_text() == f"On the question “{RADAR}”."
    told = page.locator("#brief ol.brief > li").all_inner_texts()
    assert "radar" in told[0]
    assert not any("anglers" in one for one in told)
    sentence(page, 0).get_by_role("button").first.hover()
    assert "radar" in shown(page)


def test_where_no_source_answers_the_page_says_so_and_tells_nothing_else(open_page: Open) -> None:
    page = ask(open_page, BUDGET, accept_downloads=True)
    silent = f"The sources do not answer “{BUDGET}”."
    assert page.locator("#brief .since").inner_text() == silent
    assert silent in page.locator("#status").inner_text()
    assert page.get_by_role("tabpanel", name="Brief").inner_text() == "No sentence, from 3 sources."
    assert page.get_by_role("tab", name="Coverage").count() == 0
    assert page.locator("#brief .sources li").count() == 3
    with page.expect_download() as download:
        page.get_by_role("button", name="Download JSON").click()
    assert json.loads(Path(download.value.path()).read_text(encoding="utf-8"))["query"]["answered"] is False


def test_copies_that_do_not_answer_are_shown_like_any_source(open_page: Open) -> None:
    page = ask(open_page, BUDGET, WIRE, WIRE, COURIER)
    assert "copy of [1]" in page.locator("#brief .sources").inner_text()


def test_what_is_new_can_be_asked_too(open_page: Open) -> None:
    page = ask(open_page, "", WIRE, COURIER, accept_downloads=True)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download JSON").click()
    page.get_by_role("radio", name="What is new").check()
    brief = Path(download.value.path()).read_bytes()
    page.locator("#earlier").set_input_files({"name": "a.json", "mimeType": "application/json", "buffer": brief})
    page.get_by_role("status").get_by_text("is the earlier brief.").wait_for()
    page.get_by_label("Question").fill(RADAR)
    body = sent(page, "Tell what is new")
    assert (body["query"], body["since"]["schema"]) == (RADAR, "summarize.brief/1")
    page.locator("#brief .since").nth(1).wait_for()
    asked, since = page.locator("#brief .since").all_inner_texts()
    assert asked.endswith(f"“{RADAR}”.")
    assert " since " in since


def test_a_question_is_sent_as_typed_and_an_empty_one_is_not_sent(open_page: Open) -> None:
    page = open_page()
    paste(page, WIRE, COURIER)
    assert "query" not in sent(page)
    page.locator("#result").wait_for()
    assert page.locator("#brief .since").count() == 0
    page.get_by_label("Question").fill("   ")
    assert "query" not in sent(page)
    page.get_by_label("Question").fill(f" {RADAR} ")
    assert sent(page)["query"] == RADAR


def test_only_briefs_are_asked(open_page: Open) -> None:
    page = open_page()
    paste(page, WIRE, COURIER)
    page.get_by_label("Question").fill(RADAR)
    for kind, button in (("Stories", "Find the stories"), ("Check of a draft", "Check the draft")):
        page.get_by_role("radio", name=kind).check()
        assert page.get_by_label("Question").is_hidden()
        if kind != "Stories":
            page.get_by_label("Draft", exact=True).fill("A ferry struck the North Mole.")
        assert "query" not in sent(page, button)
    page.get_by_role("radio", name="What is new").check()
    assert page.get_by_label("Question").input_value() == RADAR


def test_enter_asks_and_the_question_outlives_a_reload(open_page: Open) -> None:
    page = open_page()
    paste(page, WIRE, COURIER)
    page.get_by_role("radio", name="Brief").focus()
    page.keyboard.press("Tab")
    page.keyboard.insert_text(RADAR)
    page.keyboard.press("Enter")
    page.locator("#brief .since").wait_for()
    assert page.evaluate("document.activeElement.id") == "brief"
    page.reload()
    assert page.get_by_label("Question").input_value() == RADAR


@pytest.mark.parametrize(("asked", "told"), [("word " * 4_001, "at most 20000"), ("?!", "the query is empty")])
def test_a_question_that_cannot_be_asked_is_told_at_its_field(open_page: Open, asked: str, told: str) -> None:
    page = open_page()
    paste(page, WIRE, COURIER)
    field = page.get_by_label("Question")
    field.fill(asked.strip())
    page.get_by_role("button", name="Make the brief").click()
    page.get_by_role("alert").get_by_text("The question cannot be used as it is").wait_for()
    assert told in page.locator(".question .wrong").inner_text()
    assert page.evaluate("document.activeElement.id") == "question"
    assert told in page.evaluate(
        "document.getElementById(document.activeElement.getAttribute('aria-describedby')).innerText"
    )
    no_faults(page)
    field.fill(RADAR)
    page.get_by_role("button", name="Make the brief").click()
    page.locator("#result").wait_for()
    assert page.locator(".wrong").count() == 0
    assert field.get_attribute("aria-invalid") is None


def test_an_article_and_a_question_at_fault_are_told_each_in_its_place(open_page: Open) -> None:
    page = open_page()
    paste(page, WIRE, COURIER)
    page.get_by_label("Title").nth(1).fill("x" * 2001)
    page.get_by_label("Question").fill("?!")
    page.get_by_role("button", name="Make the brief").click()
    page.locator(".card.wrong").wait_for()
    assert page.locator(".question .wrong").is_visible()
    assert page.get_by_role("alert").locator("li").count() == 0


def test_of_a_long_question_the_page_says_that_it_was_cut(open_page: Open) -> None:
    page = ask(open_page, f"{RADAR} {'harbour ' * 100}")
    assert page.locator("#brief .since").inner_text().endswith("Of the question only its beginning was read.")


def test_a_question_in_markup_stays_text(open_page: Open) -> None:
    attack = "<img src=x onerror=alert(1)> Who praised the vote on the budget?"
    page = ask(open_page, attack)
    assert attack in page.locator("#brief .since").inner_text()
    assert page.locator("#result img").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", [{}, SMALL], ids=["desk", "phone"])
@pytest.mark.parametrize("question", [RADAR, BUDGET], ids=["answered", "not answered"])
def test_axe_finds_nothing_wrong_and_nothing_is_wider_than_the_page(
    open_page: Open, scheme: str, device: dict[str, Any], question: str
) -> None:
    page = ask(open_page, question, color_scheme=scheme, **device)
    no_faults(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
