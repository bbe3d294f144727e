"""Markdown is read back with a CommonMark parser: a source's text must come out as text and as nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from summarize.records.brief import Brief
from summarize.rendering import Format, render
from summarize.rendering.cleaning import clean
from summarize.rendering.markdown import escape

PARSER = MarkdownIt("commonmark").enable(["strikethrough", "table"])

markup = st.text(st.sampled_from(list("ab1 .)\n\t#*_`~[]()<>!&;:\\|=+-\"'/x")) | st.characters(codec="utf-8"))


def inline(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from token.children or ()


def parsed(brief: Brief) -> list[Token]:
    return PARSER.parse(render(brief, Format.MARKDOWN))


@given(markup)
@example("- - -")
@example("1) one")
@example("## two")
@example("=== three")
@example("&amp; &#35; &#x23;")
@example("[a]: https://a.example")
@example("+ plus")
@example("~~struck~~ | a | b")
def test_any_text_in_a_bullet_is_read_as_that_text(text: str) -> None:
    expected = clean(text)
    tokens = PARSER.parse(f"- {escape(text)} [1]")
    kinds = [token.type for token in tokens]
    assert kinds == [
        "bullet_list_open",
        "list_item_open",
        "paragraph_open",
        "inline",
        "paragraph_close",
        "list_item_close",
        "bullet_list_close",
    ]
    assert {token.type for token in inline(tokens)} == {"text"} or {token.type for token in inline(tokens)} == {
        "text",
        "text_special",
    }
    assert "".join(token.content for token in inline(tokens)) == f"{expected} [1]".lstrip()


def test_nothing_in_a_source_becomes_markup(hostile: Brief) -> None:
    kinds = {token.type for token in [*parsed(hostile), *inline(parsed(hostile))]}
    assert not kinds & {"html_block", "html_inline", "code_inline", "fence", "code_block", "em_open", "image"}


def test_links_lead_to_the_web_addresses_of_the_sources_only(ferry: Brief, hostile: Brief) -> None:
    def links(brief: Brief) -> list[str]:
        return [str(token.attrs["href"]) for token in inline(parsed(brief)) if token.type == "link_open"]

    assert links(ferry) == [
        "https://npa.example/2029/11/13/skarra-ferry",
        "https://ennickcoast.example/news/4711?from=home&page=2",
        "https://blazon.example/ferry_%28skarra%29",
    ]
    assert links(hostile) == ["https://example.org/a%20b%22%3E%3Cscript%3E%281%29&copy;"]


@pytest.mark.parametrize("name", ["ferry", "hostile"])
def test_citation_numbers_are_the_numbers_of_the_source_list(name: str, request: pytest.FixtureRequest) -> None:
    """A Markdown reader counts the list on by itself, so it must begin at 1 and leave no number out."""
    brief: Brief = request.getfixturevalue(name)
    listed = [int(number) for number in re.findall(r"^(\d+)\. ", render(brief, Format.MARKDOWN), re.MULTILINE)]
    assert listed[0] == 1
    assert all(after == before + 1 for before, after in pairwise(listed))
    assert {citation.source for sentence in brief.sentences for citation in sentence.citations} <= set(listed)


def test_plain_prose_is_not_littered_with_backslashes() -> None:
    prose = "The 7.55am boat (3-4 decks) cost $5m & more; temperatures fell to -5 at snake_case.example - again."
    assert escape(prose) == prose
    assert escape("7.55am") == "7.55am"
    assert escape("-5 degrees") == "-5 degrees"
