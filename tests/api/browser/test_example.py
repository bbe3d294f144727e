"""The example of the page with the real model, and the pictures of the docs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from api.worker import default_encoder
from tests.api.browser.conftest import PHONE, Open
from tests.api.serving import serving


@pytest.mark.model
def test_the_example_shows_a_conflict_with_both_sides(open_page: Open, tmp_path: Path) -> None:
    """Also takes the pictures of the docs, into the folder that SUMMARIZE_SCREENSHOTS names."""
    pictures = Path(os.environ.get("SUMMARIZE_SCREENSHOTS", tmp_path))
    with serving(load=default_encoder) as client:
        for name, device in (("light", {}), ("dark", {"color_scheme": "dark"}), ("phone", PHONE)):
            page = open_page(client, reduced_motion="reduce", **device)
            page.get_by_role("button", name="Try an example").click()
            page.get_by_role("status").get_by_text("The example is here").wait_for()
            page.get_by_role("button", name="Make the brief").click()
            page.locator("#result").wait_for()
            dispute = page.locator(".conflict").first
            assert dispute.locator(".newest").inner_text().startswith("newe")
            assert dispute.locator(".sides li").count() >= 2
            cite = dispute.get_by_role("button").first
            cite.tap() if name == "phone" else cite.hover()
            assert page.locator("#reader mark").count() == 1
            page.screenshot(path=pictures / f"page-{name}.png")
