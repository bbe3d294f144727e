"""Captions and tables of an article are kept as what they are, and those of everything else on a page are not."""

from __future__ import annotations

import pytest

from summarize import explain
from summarize.records.document import BlockRole, Document
from tests.reading.web_pages import BUDGET, FERRY, page, paragraphs, read

CAPTION = "The Maid of Skarra leaves Dunmarrick in June, two months before she was painted anew."
FIGURE = f"<figure><img src='ferry.jpg' alt=''><figcaption>{CAPTION}</figcaption></figure>"
CELLS = ("Hour", "Hurt", "Eight", "Nineteen", "Noon", "Twenty-seven")
TABLE = "<table>{}</table>".format(
    "".join(f"<tr><td>{left}</td><td>{right}</td></tr>" for left, right in zip(CELLS[::2], CELLS[1::2], strict=True))
)


def told(document: Document, role: BlockRole) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.role is role]


@pytest.mark.parametrize("above", [0, 1, 3, len(FERRY)])
def test_captions_and_tables_are_kept_wherever_they_stand_in_the_article(above: int) -> None:
    document = read(page(paragraphs(FERRY[:above]) + FIGURE + TABLE + paragraphs(FERRY[above:])))
    assert told(document, BlockRole.CAPTION) == [CAPTION]
    assert told(document, BlockRole.TABLE) == list(CELLS)
    assert told(document, BlockRole.PARAGRAPH) == list(FERRY)


def test_a_table_of_one_row_and_the_caption_of_a_table_are_kept() -> None:
    table = "<table><caption>Hurt by noon on Tuesday</caption><tr><th>Passengers</th><td>27</td></tr></table>"
    document = read(page(paragraphs(FERRY[:3]) + table + paragraphs(FERRY[3:])))
    assert told(document, BlockRole.CAPTION) == ["Hurt by noon on Tuesday"]
    assert told(document, BlockRole.TABLE) == ["Passengers", "27"]


def test_captions_and_cells_are_never_quoted() -> None:
    document = read(page(paragraphs(FERRY[:2]) + FIGURE + TABLE + paragraphs(FERRY[2:])))
    roles = {sentence.text: sentence.role.value for sentence in explain([document])["page.html"]}
    assert {roles[text] for text in (CAPTION, *CELLS)} == {"fragment"}
    assert {roles[text] for text in FERRY} == {"body"}


def test_a_caption_that_leads_elsewhere_and_a_table_of_links_are_left_out() -> None:
    teaser = f'<figure><img src="a.jpg"><figcaption><a href="/budget">{BUDGET[0]}</a></figcaption></figure>'
    menu = '<table><tr><td><a href="/1">Harbour</a></td><td><a href="/2">Council</a></td></tr></table>'
    document = read(page(paragraphs(FERRY[:3]) + teaser + menu + paragraphs(FERRY[3:])))
    assert {block.role for block in document.blocks[1:]} == {BlockRole.PARAGRAPH}


def test_captions_and_tables_beside_and_below_the_article_are_left_out() -> None:
    beside = f"<aside>{FIGURE}{TABLE}</aside>"
    below = f"<section><h2>More from the harbour</h2><div>{FIGURE}{TABLE}</div></section>"
    document = read(page(paragraphs(FERRY[:3]) + beside + paragraphs(FERRY[3:]), after=below))
    assert {block.role for block in document.blocks[1:]} == {BlockRole.PARAGRAPH}


def test_a_picture_shown_twice_has_one_caption() -> None:
    document = read(page(FIGURE + paragraphs(FERRY[:3]) + FIGURE + TABLE + TABLE + paragraphs(FERRY[3:])))
    assert told(document, BlockRole.CAPTION) == [CAPTION]
    assert told(document, BlockRole.TABLE) == list(CELLS)
