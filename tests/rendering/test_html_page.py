"""The HTML page: well formed, self-contained, and every number on it leads somewhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from summarize.records.brief import Brief
from summarize.rendering import Format, render
from summarize.rendering.htmlparts import foreign

VOID = {"meta", "br", "hr", "img", "input", "link"}


class Page(HTMLParser):
    """Elements with their attributes, and the text outside the style sheet."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()
        assert not self.open, f"never closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data

    def all(self, attribute: str) -> list[str]:
        return [attributes[attribute] or "" for _, attributes in self.elements if attribute in attributes]


@pytest.fixture
def page(sample: Brief) -> Page:
    return Page(render(sample, Format.HTML))


def test_every_element_is_closed_where_it_should_be(page: Page) -> None:
    tags = {tag for tag, _ in page.elements}
    assert {"html", "head", "title", "main", "article", "h1", "ol", "details", "summary", "blockquote"} <= tags


def test_every_link_within_the_page_leads_to_an_element(page: Page) -> None:
    targets = {href[1:] for href in page.all("href") if href.startswith("#")}
    assert targets
    assert targets <= set(page.all("id"))


def test_no_two_elements_have_the_same_id(page: Page) -> None:
    assert len(set(page.all("id"))) == len(page.all("id"))


def test_links_out_of_the_page_lead_to_the_web_only(page: Page) -> None:
    out = [href for href in page.all("href") if not href.startswith("#")]
    assert out
    assert all(href.startswith(("http://", "https://")) for href in out)


def test_the_page_loads_nothing(sample: Brief) -> None:
    html = render(sample, Format.HTML)
    tags = {tag for tag, _ in Page(html).elements}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "video", "audio", "base", "form"}
    assert not {"src", "srcset", "background", "style"} & {a for _, attrs in Page(html).elements for a in attrs}
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style
    assert not re.search(r"@import|url\(|expression|//", style[1])


def test_no_attribute_runs_code(page: Page) -> None:
    assert not {name for _, attributes in page.elements for name in attributes if name.startswith("on")}


def test_markup_in_a_source_is_shown_as_it_was_written(hostile: Brief) -> None:
    text = Page(render(hostile, Format.HTML)).text
    assert "<script>alert('x')</script> & <b>bold</b> &copy; \"quoted\"" in text
    assert "# [Title](x) with `ticks` <script>" in text
    assert "<i>Paper</i>" in text


def test_a_sentence_opens_to_the_words_of_every_source_that_states_it(ferry: Brief) -> None:
    html = render(ferry, Format.HTML)
    for number, sentence in enumerate(ferry.sentences, start=1):
        item = re.search(rf'<li id="sentence-{number}">.*?</details>', html, re.DOTALL)
        assert item
        shown = Page(item[0] + "</li>").text
        assert all(" ".join(citation.quote.split()) in shown for citation in sentence.citations)


def test_every_sentence_cites_in_the_order_of_its_citations(ferry: Brief) -> None:
    html = render(ferry, Format.HTML)
    cited = re.findall(r'<p class="sentence".*?</p>', html)
    numbers = [re.findall(r'href="#source-(\d+)"', sentence) for sentence in cited]
    assert numbers == [["1", "2"], ["1", "4"], ["5", "1", "2", "3"], ["3", "1", "2", "5"], ["3"]]


def test_a_source_leads_back_to_the_sentences_that_cite_it(ferry: Brief) -> None:
    source = re.search(r'<li id="source-3">.*?</li>', render(ferry, Format.HTML), re.DOTALL)
    assert source
    assert re.findall(r'href="#sentence-(\d+)"', source[0]) == ["3", "4", "5"]


def test_the_page_says_its_language_and_sources_keep_their_own_direction(page: Page) -> None:
    attributes = dict(page.elements)
    assert attributes["html"]["lang"] == "en"
    quotes = [attributes for tag, attributes in page.elements if tag == "blockquote"]
    assert quotes
    assert all(quote["dir"] == "auto" and quote["lang"] == "" for quote in quotes)


def test_the_value_in_dispute_is_marked_as_a_word() -> None:
    assert foreign("In 1927, 27 came", marked="27") == '<span dir="auto" lang="">In 1927, <mark>27</mark> came</span>'
    assert "<mark>" not in foreign("twenty-seven", marked="27")
    assert foreign("a <b> c", marked="<b>") == '<span dir="auto" lang="">a <mark>&lt;b&gt;</mark> c</span>'
