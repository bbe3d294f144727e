"""What a page shows only when it is asked for is no text of the article, and glues itself to no word of it."""

from __future__ import annotations

import pytest

from tests.reading.web_pages import FERRY, page, paragraphs, read

ENDS = "Sundvik Lines"
TOLD = FERRY[3]


def beside(pop_up: str) -> str:
    """The text of a page with something behind a name in one of its sentences."""
    sentence = TOLD.replace(ENDS, f'<a href="/sundvik">{ENDS}</a>{pop_up}')
    return read(page(paragraphs(FERRY[:3]) + f"<p>{sentence}</p>" + paragraphs(FERRY[4:]))).text


@pytest.mark.parametrize(
    "attributes",
    [
        'role="tooltip"',
        'role="dialog"',
        'role="alertdialog"',
        "popover",
        'popover="manual"',
        "hidden",
        'aria-hidden="true"',
        'style="Display: none"',
        'class="sr-only"',
        'class="note screen-reader-text"',
        'class="visually-hidden"',
    ],
)
def test_what_markup_hides_is_no_text(attributes: str) -> None:
    text = beside(f"<span {attributes}>The ferry company, founded in 1921 on the island of Skarra.</span>")
    assert TOLD in text
    assert "1921" not in text


def test_a_card_of_links_hung_onto_a_name_is_no_part_of_the_sentence() -> None:
    card = (
        '<span class="card"><span><img src="s.jpg"><a href="/sundvik">Sundvik Lines Ltd</a>'
        '<a href="/a">Ferry company doubles its fares</a> <a href="/b">Harbour dues rise again</a></span></span>'
    )
    text = beside(card)
    assert TOLD in text
    assert "fares" not in text


def test_links_that_a_sentence_names_stay_in_it() -> None:
    named = '<span class="links"><a href="/a">Sundvik</a> <a href="/b">Lines</a></span>'
    text = read(page(paragraphs(FERRY[:3]) + f"<p>{TOLD.replace(ENDS, named)}</p>" + paragraphs(FERRY[4:]))).text
    assert TOLD in text


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<span>Fog lay over the harbour</span><span>Photo by Jon Arvid</span>", "the harbour Photo by Jon Arvid"),
        ("Fog lay over the harbour<em>Photo by Jon Arvid</em>", "the harbour Photo by Jon Arvid"),
        ("The <b>f</b><i>erry</i> hit the <b>N</b>orth Mole", "The ferry hit the North Mole"),
        ("Men of <b>Mac</b>Donald said it", "Men of MacDonald said it"),
        ("Паром в ту<b>мане</b> ударил пирс", "Паром в тумане ударил пирс"),
        ("渡轮在浓雾中<b>撞上码头</b>北端", "渡轮在浓雾中撞上码头北端"),
    ],
)
def test_only_what_begins_like_a_line_of_its_own_is_set_apart(markup: str, expected: str) -> None:
    figure = f"<figure><figcaption>{markup}</figcaption></figure>"
    assert expected in read(page(paragraphs(FERRY[:3]) + figure + paragraphs(FERRY[3:]))).text
