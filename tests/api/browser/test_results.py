"""What the page makes beside the brief: its views, what is new, and stories."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.api.browser.conftest import PHONE, Open, no_faults, paste
from tests.conftest import COURIER, LATER, WIRE

Made = Callable[..., Any]

PARKING = """Parking to cost double on Harbour Street

Drivers will pay two crowns an hour to park on Harbour Street from January, twice the present charge, after \
councillors voted by nine to six. Baker Lucan Threll handed in a petition with 612 signatures against the new meters.
"""


def marked(page: Any) -> str:
    return str(page.locator("#reader mark").first.inner_text())


def tab(page: Any, name: str) -> Any:
    page.get_by_role("tab", name=name).click()
    return page.get_by_role("tabpanel", name=name)


def dated(open_page: Open, *texts: str, **device: Any) -> Any:
    """The page with these as articles of Wednesday, 14 November 2029, and their brief."""
    page = open_page(**device)
    paste(page, *texts)
    for number in range(len(texts)):
        page.get_by_label("Date").nth(number).fill("2029-11-14")
    page.get_by_role("button", name="Make the brief").click()
    page.locator("#result").wait_for()
    return page


def test_coverage_is_a_table_of_claims_by_sources(made: Made) -> None:
    page = made(WIRE, COURIER, LATER)
    table = tab(page, "Coverage").get_by_role("table")
    sentences = page.locator("#brief ol.brief .sentence > span:first-child").all_text_contents()
    assert table.get_by_role("rowheader").all_inner_texts() == sentences
    assert table.get_by_role("columnheader").all_inner_texts()[:2] == ["Claim", "[1]"]
    for row in table.locator("tbody tr").all():
        assert row.get_by_role("button").count() >= 1
        assert set(row.locator("td button").all_inner_texts()) <= {"yes", "in part", "contradicts"}


def test_a_cell_of_the_coverage_opens_the_source_at_what_it_says(made: Made) -> None:
    page = made(WIRE, COURIER, LATER)
    table = tab(page, "Coverage")
    row = table.locator("tbody tr").first
    for cell in row.locator("td button").all():
        cell.click()
        assert "North Mole" in marked(page)
        assert cell.get_attribute("aria-pressed") == "true"
    silent = table.locator("td.leaves-out")
    assert silent.first.text_content() == "–leaves out"
    assert silent.get_by_role("button").count() == 0


def test_arrow_keys_go_through_the_coverage_and_over_what_cannot_be_opened(made: Made) -> None:
    page = made(WIRE, COURIER, LATER)
    panel = tab(page, "Coverage")
    panel.locator("thead button").first.focus()
    where = """(() => { const cell = document.activeElement.closest("td, th");
        return [cell.parentElement.rowIndex, cell.cellIndex]; })()"""
    for _ in range(3):
        before = page.evaluate(where)
        page.keyboard.press("ArrowDown")
        row, column = page.evaluate(where)
        assert column == 1
        assert row >= before[0]
    assert page.evaluate(where)[0] > 0
    page.keyboard.press("ArrowLeft")  # the claim is no button: stays
    assert page.evaluate(where)[1] == 1
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "reader"
    page.keyboard.press("Escape")
    assert page.evaluate(where)[1] == 1


def test_on_a_phone_a_cell_of_the_coverage_opens_a_sheet_that_leaves_it_in_sight(made: Made) -> None:
    page = made(WIRE, COURIER, LATER, **PHONE)
    cell = tab(page, "Coverage").locator("td button").first
    assert page.locator("#reader").is_hidden()
    cell.tap()
    assert page.locator("#reader mark").count() == 1
    box, sheet = cell.bounding_box(), page.locator("#reader").bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= sheet["y"]
    page.get_by_role("button", name="Close").tap()
    assert page.locator("#reader").is_hidden()


def test_tabs_are_chosen_by_arrow_keys_and_one_panel_shows_at_a_time(made: Made) -> None:
    page = made(WIRE, COURIER)
    page.get_by_role("tab", name="Brief").focus()
    shown = []
    for _ in range(4):
        page.keyboard.press("ArrowRight")
        shown.append(page.get_by_role("tab", selected=True).inner_text())
        assert page.get_by_role("tabpanel").count() == 1
    assert shown == ["Coverage", "Timeline", "Figures", "Brief"]


def test_the_timeline_tells_days_in_their_order(open_page: Open) -> None:
    page = dated(
        open_page,
        "The board published its report on the ferry on Monday. A passenger ferry struck the North Mole at Port Ennick "
        "on Tuesday. Masons repaired the stones of the mole in 2019.",
    )
    panel = tab(page, "Timeline")
    days = panel.locator("time").evaluate_all("all => all.map((one) => one.dateTime)")
    assert days == sorted(days)
    assert "2029-11-13" in days
    entry = panel.locator("li", has=page.locator("time[datetime='2029-11-13']"))
    assert entry.locator("time").inner_text() == "13 November 2029"
    entry.get_by_role("button").first.click()
    assert "on Tuesday" in marked(page)


def test_a_timeline_of_nothing_dated_says_so(made: Made) -> None:
    page = made("The ferry was late again. Nobody was told why it was late.")
    panel = tab(page, "Timeline")
    assert panel.get_by_text("No source says with certainty when anything happened.").is_visible()
    assert panel.locator("li").count() == 0


def test_figures_are_a_table_and_a_citation_opens_the_sentence_that_gives_them(made: Made) -> None:
    page = made(WIRE, COURIER, LATER)
    table = tab(page, "Figures").get_by_role("table")
    row = table.locator("tbody tr", has_text="27 people").first
    row.get_by_role("button").first.click()
    assert "27" in marked(page)
    assert table.get_by_role("columnheader").all_inner_texts() == [
        "Figure",
        "Counted",
        "Status",
        "As of",
        "Who says so",
    ]


def test_what_is_taken_along_has_the_view_that_is_looked_at_and_no_other(made: Made) -> None:
    page = made(WIRE, COURIER, accept_downloads=True)

    def taken() -> dict[str, Any]:
        with page.expect_download() as download:
            page.get_by_role("button", name="Download JSON").click()
        assert download.value.suggested_filename == "brief.json"
        brief: dict[str, Any] = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
        return brief

    assert not taken().keys() & {"coverage", "timeline", "figures"}
    tab(page, "Timeline")
    assert taken().keys() & {"coverage", "timeline", "figures"} == {"timeline"}


# ---------------------------------------------------------------- what is new


def earlier(made: Made, *texts: str) -> Path:
    """The file of the brief of these articles, as the page downloads it."""
    page = made(*texts, accept_downloads=True)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download JSON").click()
    return Path(download.value.path())


def choose(page: Any, path: Path) -> None:
    page.get_by_role("radio", name="What is new").check()
    page.locator("#earlier").set_input_files(
        {"name": "morning.json", "mimeType": "application/json", "buffer": path.read_bytes()}
    )


def test_what_is_new_is_told_against_the_earlier_brief(made: Made, open_page: Open) -> None:
    before = earlier(made, WIRE, COURIER)
    page = open_page()
    paste(page, WIRE, COURIER, LATER)
    choose(page, before)
    page.get_by_role("status").get_by_text("morning.json is the earlier brief.").wait_for()
    page.get_by_role("button", name="Tell what is new").click()
    page.locator("#result").wait_for()
    assert "since" in page.locator("#brief .since").inner_text()
    told = page.locator("#brief ol.brief > li")
    assert told.count() >= 1
    assert all(re.match("New|Changed|Confirmed", one) for one in told.all_inner_texts())
    assert "31" in " ".join(told.all_inner_texts())
    assert page.get_by_role("alert").is_hidden()
    no_faults(page)


@pytest.mark.parametrize("texts", [(WIRE, COURIER), (WIRE, WIRE, COURIER)], ids=["reports", "copies"])
def test_nothing_new_is_an_answer_too(made: Made, open_page: Open, texts: tuple[str, ...]) -> None:
    before = earlier(made, *texts)
    page = open_page()
    paste(page, *texts)
    choose(page, before)
    page.get_by_role("button", name="Tell what is new").click()
    page.locator("#brief").get_by_text("Nothing new").wait_for()
    assert page.locator("#brief ol.brief > li").count() == 0
    assert page.locator("#brief .sources li").count() == len(texts)
    no_faults(page)


def test_sources_of_the_earlier_brief_that_are_not_given_are_told(made: Made, open_page: Open) -> None:
    before = earlier(made, WIRE, COURIER)
    page = open_page()
    paste(page, WIRE, LATER)
    choose(page, before)
    page.get_by_role("button", name="Tell what is new").click()
    page.locator("#result").wait_for()
    assert "morning.json: 1 of its sources are not given now" in page.get_by_role("alert").inner_text()


def test_what_is_no_brief_is_refused_with_the_reason(made: Made, open_page: Open) -> None:
    before = earlier(made, WIRE, COURIER)
    page = open_page()
    paste(page, WIRE, COURIER)
    page.get_by_role("radio", name="What is new").check()
    page.get_by_role("button", name="Tell what is new").click()
    assert "There is no earlier brief yet" in page.get_by_role("alert").inner_text()
    page.locator("#earlier").set_input_files({"name": "a.json", "mimeType": "application/json", "buffer": b"{}"})
    page.get_by_role("alert").get_by_text("a.json is no brief in JSON").wait_for()
    edited = before.with_name("edited.json")
    edited.write_text(before.read_text(encoding="utf-8").replace('"quote": "', '"quote": "Not '), encoding="utf-8")
    choose(page, edited)
    page.get_by_role("button", name="Tell what is new").click()
    page.get_by_role("alert").get_by_text("The earlier brief cannot be used").wait_for()
    assert page.locator("#result").is_hidden()


def test_a_brief_that_is_dropped_is_the_earlier_one_and_no_source(made: Made, open_page: Open) -> None:
    before = earlier(made, WIRE, COURIER)
    page = open_page()
    drop = page.evaluate_handle(
        """(text) => { const data = new DataTransfer();
        data.items.add(new File([text], "morning.json", {type: "application/json"})); return data; }""",
        before.read_text(encoding="utf-8"),
    )
    page.dispatch_event("body", "drop", {"dataTransfer": drop})
    page.get_by_role("status").get_by_text("morning.json is the earlier brief.").wait_for()
    assert page.get_by_role("radio", name="What is new").is_checked()
    assert page.get_by_label("Text", exact=True).first.input_value() == ""


# ---------------------------------------------------------------- stories


def stories(open_page: Open, **device: Any) -> Any:
    page = open_page(**device)
    paste(page, WIRE, PARKING, COURIER)
    page.get_by_role("radio", name="Stories").check()
    page.get_by_role("button", name="Find the stories").click()
    page.locator("#result").wait_for()
    return page


def test_stories_part_the_events_and_each_opens_the_brief_of_its_articles_alone(open_page: Open) -> None:
    page = stories(open_page)
    assert "1 story of several articles, 1 reported once" in page.locator("#brief .extent").inner_text()
    assert page.locator("#reader").is_hidden()
    page.get_by_text("Articles, and why they are here").click()
    assert page.locator(".stories details li").count() == 2
    no_faults(page)
    page.locator("ol.stories button").first.click()
    page.locator("#brief ol.brief").wait_for()
    sources = page.locator("#brief .sources").inner_text()
    assert "Fog ferry hits mole" in sources
    assert "Parking" not in sources
    page.get_by_role("button", name="Back to the stories").click()
    page.locator("ol.stories").wait_for()
    page.get_by_role("button", name="Parking to cost double").click()
    page.locator("#brief ol.brief").wait_for()
    assert page.locator("#brief .sources li").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", [{}, PHONE], ids=["desk", "phone"])
def test_axe_finds_nothing_wrong_in_any_view(open_page: Open, scheme: str, device: dict[str, Any]) -> None:
    page = dated(open_page, WIRE, COURIER, LATER, color_scheme=scheme, **device)
    for name in ("Coverage", "Timeline", "Figures"):
        tab(page, name)
        no_faults(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Leave out article 1").click()
    no_faults(page)
