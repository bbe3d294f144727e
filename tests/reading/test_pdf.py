"""An article in a PDF is read as its paragraphs, and what cannot be read is named as what it is."""

from __future__ import annotations

import io
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import DocumentError
from summarize.reading import read_sources
from summarize.reading.formats import pdf as reader
from summarize.reading.formats.pdflayout import Line as LaidLine
from summarize.reading.formats.pdflayout import Page, lay_out
from summarize.records.document import BlockRole, Document, are_pages
from tests.reading.conftest import ReadBytes, only, problem
from tests.reading.pdfs import Line, column, needs_pdfium, pdf

FULL = """The ferry struck the North Mole in dense fog on Tuesday,
injuring at least 27 people, as the coastguard said in a
"""
"""Two lines of a paragraph, as wide as their column."""


def laid_out(*pages: list[Line]) -> list[str]:
    """The paragraphs of pages whose letters are all half as wide as high."""
    boxes = [
        Page(842, tuple(LaidLine(t, x, x + len(t) * s / 2, y - s / 5, y + s * 0.8) for x, y, t, s in lines))
        for lines in pages
    ]
    laid = lay_out(boxes)
    assert "\n\n".join(laid.text[block.start : block.end] for block in laid.blocks) == laid.text
    assert len(laid.pages) == len(pages)
    assert are_pages(laid.pages, len(laid.text))
    return laid.text.split("\n\n")


def test_lines_become_paragraphs_at_gaps() -> None:
    assert laid_out(column(f"{FULL}statement.\n\nNobody was killed.")) == [
        "The ferry struck the North Mole in dense fog on Tuesday, injuring at least 27 people, as the coastguard said "
        "in a statement.",
        "Nobody was killed.",
    ]


def test_lines_become_paragraphs_at_indents() -> None:
    first = column(f"{FULL}statement that went to the newspapers on Tuesday night.", y=736)
    second = [Line(84, 700, "Nobody was killed, it said, and before the evening the"), Line(72, 688, "boat was towed.")]
    paragraphs = ["Nobody was killed, it said, and before the evening the boat was towed."]
    assert laid_out([*first, *second])[1:] == paragraphs


def test_a_line_ends_a_paragraph_where_the_next_word_would_have_found_room() -> None:
    lines = column(f"{FULL}statement.\nNobody was killed, a spokesman told the newspapers, and\nthe boat was towed.")
    assert laid_out(lines)[1] == "Nobody was killed, a spokesman told the newspapers, and the boat was towed."


def test_a_line_that_ends_a_little_early_ends_no_paragraph() -> None:
    lines = column(f"{FULL}statement on the collision that was sent to\nnewspapers.")
    assert len(laid_out(lines)) == 1


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("on the colli-\nsion", "on the collision"),
        ("on the colli\u00ad\nsion", "on the collision"),
        ("in Anglo-\nAmerican", "in Anglo-American"),
        ("since 2028-\n29", "since 2028-29"),
        ("well-\nknown, as any well-known man", "well-known, as any well-known man"),
        ("ferry-\nboats, not a ferry or boats", "ferry-boats, not a ferry or boats"),
        ("the fog –\nthick", "the fog – thick"),
    ],
)
def test_a_word_divided_at_a_line_end_is_whole_again(broken: str, whole: str) -> None:
    assert laid_out(column(broken)) == [whole]


def test_columns_are_read_one_after_the_other_below_the_headline_that_spans_them() -> None:
    left = column("The ferry struck the North Mole in\ndense fog on Tuesday, injuring at\nleast 27 people.", y=700)
    right = column("Nobody was killed, the coastguard\nsaid. All sailings are cancelled\nuntil Thursday.", x=300, y=700)
    rows = [line for row in zip(left, right, strict=True) for line in row]
    assert laid_out([Line(72, 740, "Ferry strikes the pier in dense fog", 24), *rows]) == [
        "Ferry strikes the pier in dense fog",
        "The ferry struck the North Mole in dense fog on Tuesday, injuring at least 27 people.",
        "Nobody was killed, the coastguard said. All sailings are cancelled until Thursday.",
    ]


def test_a_paragraph_goes_on_over_the_page_where_no_sentence_has_ended() -> None:
    one, two = column(FULL, y=200), column("statement. Nobody was killed.")
    assert len(laid_out(one, two)) == 1
    ended = column(FULL.replace("said in a", "said so."), y=200)
    assert laid_out(ended, column("Nobody was killed."))[1:] == ["Nobody was killed."]


def test_running_heads_and_page_numbers_are_left_out_and_their_words_inside_a_page_are_not() -> None:
    pages = []
    for number in (1, 2, 3):
        body = column(f"Report {number} begins.\n\nThe Ennick Mercury says so.")
        pages.append(
            [Line(72, 810, "The Ennick Mercury"), *body, Line(290, 30, str(number)), Line(72, 30, f"{number}/3")]
        )
    said = [f"Report {number} begins. The Ennick Mercury says so.".split(". ") for number in (1, 2, 3)]
    assert laid_out(*pages) == [part for first, second in said for part in (f"{first}.", second)]


def test_what_a_browser_prints_in_the_margin_of_its_only_page_is_left_out() -> None:
    margins = [Line(30, 825, "11/14/29, 8:02 AM", 7), Line(30, 15, "https://mercury.example/ferry", 7)]
    (paragraph,) = laid_out([*margins, *column(f"{FULL}statement.")])
    assert paragraph.startswith("The ferry")


places = st.builds(
    Line,
    st.integers(0, 600),
    st.integers(100, 740),
    st.sampled_from(["fog", "27", "kil-", "led.", "The ferry struck the pier", "Nobody was", "é ∑ 🚢"]),
    st.sampled_from([6, 10, 10.4, 24]),
)


@given(st.lists(st.lists(places, max_size=30), min_size=1, max_size=4))
def test_wherever_lines_stand_all_their_letters_come_out(pages: list[list[Line]]) -> None:
    """Between the edges, where nothing is left out; `laid_out` looks at the blocks."""
    written = sorted(letter for page in pages for line in set(page) for letter in line.text if letter.isalnum())
    told = sorted(letter for paragraph in laid_out(*map(list, map(set, pages))) for letter in paragraph)
    assert [letter for letter in told if letter.isalnum()] == written


@needs_pdfium
def test_a_pdf_becomes_a_document_with_title_and_blocks(read_bytes: ReadBytes) -> None:
    page = [Line(72, 790, "Ferry strikes pier", 20), *column(f"{FULL}statement (“Café”).\n\nNobody was kil-\nled.")]
    document = only(read_bytes(pdf(page), "a.pdf"))
    assert document.text.split("\n\n")[0] == document.title == "Ferry strikes pier"
    assert document.text.split("\n\n")[1].endswith("in a statement (“Café”).")
    assert document.text.split("\n\n")[2] == "Nobody was killed."
    assert [block.role for block in document.blocks] == [
        BlockRole.HEADING,
        BlockRole.PARAGRAPH,
        BlockRole.PARAGRAPH,
    ]
    assert document.media_type == "application/pdf"


def page_of(words: str, document: Document) -> int | None:
    return document.page_of(document.text.index(words))


@needs_pdfium
def test_every_word_of_a_pdf_has_its_page(read_bytes: ReadBytes) -> None:
    """Also in a paragraph that goes on over the page, and of a word that is divided there."""
    first = [Line(72, 790, "Ferry strikes pier", 20), *column(f"{FULL}statement on the colli-")]
    second = [Line(290, 810, "2"), *column("sion. Nobody was killed.\n\nAll sailings were cancelled.")]
    document = only(read_bytes(pdf(first, second, [], column("Repairs will take a week.")), "a.pdf"))
    assert "statement on the collision. Nobody was killed." in document.text
    assert page_of("Ferry", document) == page_of("collision", document) == 1
    assert page_of("sion.", document) == page_of("Nobody", document) == page_of("All sailings", document) == 2
    assert page_of("Repairs", document) == 4
    assert document.page_of(0) == 1


@needs_pdfium
def test_pages_that_hold_no_text_are_counted_wherever_they_stand(read_bytes: ReadBytes) -> None:
    document = only(read_bytes(pdf([], column("Nobody was killed."), []), "a.pdf"))
    assert {document.page_of(place) for place in range(len(document.text))} == {2}
    assert len(document.pages) == 3


def test_a_source_without_pages_has_none() -> None:
    assert Document("a", "Nobody was killed.").page_of(0) is None


@pytest.mark.parametrize("pages", [[0], (1,), (0, 9, 3), (0, 99), (0, 1.0), (0, True), ("0",)])
def test_pages_that_are_none_of_the_text_are_refused(pages: Any) -> None:
    with pytest.raises(DocumentError, match="pages"):
        Document("a", "Nobody was killed.", pages=pages)


@needs_pdfium
@pytest.mark.parametrize(
    ("called", "title"),
    [
        (b"Ferry strikes the North Mole in dense fog", "Ferry strikes the North Mole in dense fog"),
        (b"Ferry strikes North Mole in  dense fog | Ennick", "Ferry strikes North Mole in dense fog | Ennick"),
        ("Ferry strikes “North Mole” in dense fog".encode("utf-16"), "Ferry strikes “North Mole” in dense fog"),
        (b"Microsoft Word - ferry strikes north mole.doc", None),
        (b"Microsoft Word - Ferry strikes North Mole", None),
        (b"ferry strikes north mole final.indd", None),
        (b"ferry-strikes-north-mole", None),
        (b"Untitled document", None),
        (b"Quarterly report of the harbour board", None),
        (b"Ferry", None),
        (b"\xff\xfe\x00\xd8A\x00", None),
        (b"Ferry strikes North Mole in dense fog " * 20, None),
    ],
)
def test_what_a_pdf_calls_itself_is_its_title_where_its_text_agrees(
    read_bytes: ReadBytes, called: bytes, title: str | None
) -> None:
    document = only(read_bytes(pdf(column(f"{FULL.replace('struck', 'strikes')}statement."), title=called), "a.pdf"))
    assert document.title == title


@needs_pdfium
def test_a_headline_on_the_page_counts_more_than_what_the_file_calls_itself(read_bytes: ReadBytes) -> None:
    page = [Line(72, 790, "Ferry strikes pier", 20), *column(f"{FULL}statement.")]
    assert only(read_bytes(pdf(page, title=b"Ferry struck North Mole in fog"), "a.pdf")).title == "Ferry strikes pier"


@needs_pdfium
def test_the_day_a_pdf_was_made_is_not_taken_for_that_of_the_report(read_bytes: ReadBytes) -> None:
    """It may have been printed a year later."""
    assert only(read_bytes(pdf(column(FULL), title=b"Ferry struck North Mole in fog"), "a.pdf")).published is None


@needs_pdfium
def test_a_pdf_is_known_by_its_first_bytes_too(read_bytes: ReadBytes) -> None:
    assert only(read_bytes(pdf(column("Nobody was killed.")), "download")).text == "Nobody was killed."
    stdin = io.BytesIO(pdf(column("Nobody was killed.")))
    assert only(read_sources(["-"], stdin)).text == "Nobody was killed."


@needs_pdfium
@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pdf(column("Nobody was killed."), encrypted=True), "an encrypted PDF"),
        (pdf([]), "a scanned PDF"),
        (b"%PDF-1.7\nThe rest is missing.", "a damaged PDF"),
        (pdf(column("Nobody was killed."))[:300], "a damaged PDF"),
    ],
)
def test_what_cannot_be_read_is_named_as_what_it_is(read_bytes: ReadBytes, data: bytes, said: str) -> None:
    assert f"a.pdf: looks like {said}" in problem(read_bytes(data, "a.pdf"))


@needs_pdfium
def test_a_pdf_of_too_many_pages_bytes_or_characters_is_refused(
    read_bytes: ReadBytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = pdf(*[column("Nobody was killed.")] * 3)
    for limit, value, said in (
        ("MAX_PAGES", 2, "3 pages"),
        ("MAX_BYTES", 1000, "MiB"),
        ("MAX_CHARACTERS", 40, "40 characters"),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(reader, limit, value)
            assert said in problem(read_bytes(data, "a.pdf"))
    assert only(read_bytes(data, "a.pdf"))


def test_without_the_library_the_message_says_how_to_install_it(
    read_bytes: ReadBytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert "pip install 'summarize[docs]'" in problem(read_bytes(pdf(column("Fog.")), "a.pdf"))
