"""On the narrowest of phones nothing is wider than the page, whatever the titles are made of."""

from __future__ import annotations

import pytest

from tests.api.browser.conftest import Open, paste
from tests.conftest import COURIER, WIRE

LONG_WORDS = {
    "letters": "Donaudampfschiffahrtselektrizit\u00e4tenhauptbetriebswerkbauunterbeamtengesellschaft" * 3,
    "no-break spaces": "the\u00a0ferry\u202fstruck\u2060the\u00a0pier" * 20,
    "marks": "a\u0301\u0323" * 300,
    "emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 80,
    "right to left": "\u202e\u0627\u0644\u0639\u0628\u0627\u0631\u0629" * 60,
    "dashes": "_-\u2014" * 200,
    "a link": "https://desk.example/" + "a/b?c=d&" * 200,
    "a template": "{{constructor.constructor('x')()}}<wbr>&shy;" * 30,
}


@pytest.mark.parametrize("title", LONG_WORDS.values(), ids=LONG_WORDS.keys())
def test_on_a_small_phone_a_title_of_one_long_word_is_broken_wherever_it_stands(open_page: Open, title: str) -> None:
    page = open_page(viewport={"width": 360, "height": 740})
    paste(page, WIRE, f"{COURIER}\n\nThe word {title[:400]} stood on the bow of the ferry on Tuesday.")
    for card in page.locator(".card").all():
        card.locator(".title").fill(title)
    page.get_by_role("button", name="Make the brief").click()
    page.locator("#result").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("#brief ol.brief > li").first.get_by_role("button").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate("document.querySelector('#reader').scrollWidth") <= 360
