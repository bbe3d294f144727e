"""The example of the page with the real model, and the pictures of the docs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.worker import default_encoder
from tests.api.browser.conftest import PHONE, Open
from tests.api.serving import serving

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    with serving(load=default_encoder) as client:
        yield client


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """The folder of the docs' pictures: that which SUMMARIZE_SCREENSHOTS names."""
    return Path(os.environ.get("SUMMARIZE_SCREENSHOTS", tmp_path))


def example(open_page: Open, client: httpx.Client, **device: Any) -> Any:
    page = open_page(client, reduced_motion="reduce", **device)
    page.get_by_role("button", name="Try an example").click()
    page.get_by_role("status").get_by_text("The example is here").wait_for()
    return page


def test_the_example_shows_a_conflict_with_both_sides(open_page: Open, client: httpx.Client, pictures: Path) -> None:
    for name, device in (("light", {}), ("dark", {"color_scheme": "dark"}), ("phone", PHONE)):
        page = example(open_page, client, **device)
        page.get_by_role("button", name="Make the brief").click()
        page.locator("#result").wait_for()
        dispute = page.locator(".conflict").first
        assert dispute.locator(".newest").inner_text().startswith("newe")
        assert dispute.locator(".sides li").count() >= 2
        cite = dispute.get_by_role("button").first
        cite.tap() if name == "phone" else cite.hover()
        assert page.locator("#reader mark").count() == 1
        page.screenshot(path=pictures / f"page-{name}.png")


def test_its_coverage_shows_who_contradicts_whom(open_page: Open, client: httpx.Client, pictures: Path) -> None:
    page = example(open_page, client)
    page.get_by_role("button", name="Make the brief").click()
    page.get_by_role("tab", name="Coverage").click()
    against = page.locator(".coverage .contradicts button").first
    against.hover()
    assert page.locator("#reader mark").count() == 1
    page.screenshot(path=pictures / "page-coverage.png")


def test_a_question_to_it_is_answered_with_both_sides_or_not_at_all(
    open_page: Open, client: httpx.Client, pictures: Path
) -> None:
    page = example(open_page, client)
    page.get_by_label("Question").fill("Who won the parliamentary election?")
    page.keyboard.press("Enter")
    page.locator("#brief .since").get_by_text("The sources do not answer").wait_for()
    assert page.locator("#brief ol.brief > li, .conflict").count() == 0
    page.get_by_label("Question").fill("When will the sailings resume?")
    page.keyboard.press("Enter")
    page.locator("#brief .since").get_by_text("On the question “When will the sailings resume?”.").wait_for()
    older, newer = page.locator(".conflict .sides li").all_inner_texts()
    assert "Thursday" in older
    assert "Saturday" in newer
    page.locator("#brief ol.brief .sentence button").first.hover()
    assert "until Saturday" in page.locator("#reader mark").inner_text()
    page.locator(".kinds").evaluate("(kinds) => scrollTo(0, kinds.offsetTop - 24)")
    page.screenshot(path=pictures / "page-question.png")


def test_its_draft_is_checked_and_the_planted_errors_are_found(
    open_page: Open, client: httpx.Client, pictures: Path
) -> None:
    page = example(open_page, client)
    page.get_by_role("radio", name="Check of a draft").check()
    page.get_by_role("button", name="Check the draft").click()
    page.locator("#result").wait_for()
    for planted in ("72 people", "failed a breath test"):
        wrong = page.locator(".check > li", has_text=planted).first
        assert wrong.locator(".verdict").inner_text() == "contradicted"
    asked = page.locator(".check > li", has_text="Should the boat have sailed")
    assert asked.locator(".verdict").inner_text() == "not checkable"
    page.locator(".check > li", has_text="72 people").get_by_role("button").first.hover()
    assert "31 people" in page.locator("#reader mark").inner_text()
    page.screenshot(path=pictures / "page-check.png")
