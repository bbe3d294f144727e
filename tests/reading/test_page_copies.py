"""A page is the same page as the source a browser shows, or as a web archive keeps it."""

from __future__ import annotations

import html

from tests.reading.web_pages import FERRY, LINKED, page, paragraphs, read, refusal

OWN = page(paragraphs(FERRY), head=LINKED)


def shown_by_chrome(markup: str) -> str:
    """A copy of "view source", with colours for tags and a row a line."""
    rows = "".join(
        f'<tr><td class="line-number" value="{number}"></td><td class="line-content"><span class="html-tag">'
        f"{html.escape(line)}</span></td></tr>"
        for number, line in enumerate(markup.split("\n"), start=1)
    )
    return f"<html><head><title>view-source:x</title></head><body><table><tbody>{rows}</tbody></table></body></html>"


def shown_by_firefox(markup: str) -> str:
    lines = "".join(f'<span id="line{n}"></span>{html.escape(line)}\n' for n, line in enumerate(markup.split("\n")))
    return f'<!DOCTYPE html><html><head><title>x</title></head><body id="viewsource"><pre>{lines}</pre></body></html>'


def test_the_source_of_a_page_is_read_as_the_page() -> None:
    assert read(shown_by_chrome(OWN)) == read(shown_by_firefox(OWN)) == read(OWN)


def test_a_long_source_in_colours_is_read_too() -> None:
    coloured = shown_by_chrome(page(paragraphs(FERRY * 1_000))).replace("&lt;", "<span>&lt;</span>")
    assert FERRY[4] in read(coloured).text


def test_an_article_that_shows_markup_is_an_article() -> None:
    tutorial = paragraphs((*FERRY, "A page begins with <!DOCTYPE html> and goes on with <html>."))
    assert read(page(tutorial)).text.endswith("and goes on with <html>.")
    assert "is a page without an article" in refusal(shown_by_chrome("<html><body><p>Fog.</p></body></html>"))


def test_a_page_from_a_web_archive_is_told_by_its_own_link_and_without_the_bar_above_it() -> None:
    link = "https://mercury.example/ferry"
    bar = '<div id="wm-ipp-base"><p>The Wayback Machine has 12 captures of this page from 2029 to 2031.</p></div>'
    for archived in (
        f"https://web.archive.org/web/20291114080000/{link}",
        f"https://archive.ph/2029.11.14-080000/{link}",
    ):
        copied = OWN.replace("<body>", f"<body>{bar}").replace(link, archived)
        assert read(copied) == read(OWN)
    assert read(OWN.replace(link, "https://archive.ph/about")).url == "https://archive.ph/about"
