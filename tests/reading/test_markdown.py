"""Markdown is read as the text its reader would see."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import explain
from summarize.reading import read_contents
from summarize.reading.formats.markdown import parse
from tests.reading.conftest import ReadBytes, only, problem

ARTICLE = """\
# Ferry strikes *pier* in fog

PORT ENNICK &mdash; A **passenger ferry** struck the
[North Mole](https://npa.example/mole) on Tuesday.
![The ferry at the quay](ferry.jpg)

> Nobody was killed.

- Four were seriously hurt.
- All sailings are
  cancelled.

| When | Hurt |
|------|------|
| Tuesday | ~~27~~ 31 |

<aside class="ad">Subscribe now!</aside>

```
tracking = true
```

Read <b>more</b> in `The Mercury`.<br>Or not.
"""

TEXT = """\
Ferry strikes pier in fog

PORT ENNICK — A passenger ferry struck the North Mole on Tuesday.

Nobody was killed.

Four were seriously hurt.

All sailings are cancelled.

When
Hurt
Tuesday
31

Read more in The Mercury.
Or not."""


@pytest.mark.parametrize("name", ["a.md", "a.markdown", "a.MD"])
def test_markup_goes_and_text_stays(read_bytes: ReadBytes, name: str) -> None:
    assert only(read_bytes(ARTICLE, name)).text == TEXT


def test_windows_line_endings_make_no_difference(read_bytes: ReadBytes) -> None:
    assert only(read_bytes(ARTICLE.replace("\n", "\r\n"), "a.md")).text == TEXT


def test_the_first_main_heading_is_the_title_and_stays_in_the_text(read_bytes: ReadBytes) -> None:
    document = only(read_bytes("## Harbour news\n\nFerry hits *pier*\n===\n\nFog.\n\n# Other\n", "a.md"))
    assert document.title == "Ferry hits pier"
    assert document.text == "Harbour news\n\nFerry hits pier\n\nFog.\n\nOther"


def test_without_a_main_heading_there_is_no_title(read_bytes: ReadBytes) -> None:
    assert only(read_bytes("## Harbour news\n\nFog.", "a.md")).title is None


def test_an_indented_paragraph_is_text_not_code(read_bytes: ReadBytes) -> None:
    assert only(read_bytes("Fog.\n\n    The ferry hit the pier.\n", "a.md")).text == "Fog.\n\nThe ferry hit the pier."


def test_an_indented_list_keeps_its_inner_items(read_bytes: ReadBytes) -> None:
    assert only(read_bytes("1. Fog\n   - thick\n\n   - cold\n2. Fire", "a.md")).text == "Fog\n\nthick\n\ncold\n\nFire"


def test_escaped_characters_lose_their_backslash(read_bytes: ReadBytes) -> None:
    assert only(read_bytes(r"2\. \*Fog\* costs \$5 &amp; more", "a.md")).text == "2. *Fog* costs $5 & more"


@pytest.mark.parametrize("text", ["![only a picture](a.png)", "---\ntitle: Ferry\n---\n", "<div>\nFog.\n</div>", "***"])
def test_markup_without_text_is_a_problem(read_bytes: ReadBytes, text: str) -> None:
    assert "holds no text besides its markup" in problem(read_bytes(text, "a.md"))


def test_front_matter_is_taken_and_no_part_of_the_text(read_bytes: ReadBytes) -> None:
    head = (
        "---\r\nTitle: 'The ferry''s last run'\r\ndate: 2029-11-13 10:42:00 +0000\r\nlink: https://npa.example/1\r\n"
        'source: "Northern Press"\r\ntags:\r\n  - ferry\r\n---\r\n'
    )
    document = only(read_bytes(head + "# Ferry hits pier\r\n\r\nFog.\r\n", "a.md"))
    assert document.text == "Ferry hits pier\n\nFog."
    assert (document.title, document.publisher) == ("The ferry's last run", "Northern Press")
    assert (document.url, document.published) == ("https://npa.example/1", datetime(2029, 11, 13, 10, 42, tzinfo=UTC))


@pytest.mark.parametrize(
    ("head", "publisher", "url"),
    [
        ("source: https://npa.example/1", None, "https://npa.example/1"),
        ("source: https://npa.example/1\npublisher: NPA", "NPA", "https://npa.example/1"),
        ("publisher: NPA\nsource: Coast Wire\nurl: https://npa.example/1", "NPA", "https://npa.example/1"),
    ],
)
def test_a_source_that_is_an_address_is_the_url(read_bytes: ReadBytes, head: str, publisher: str, url: str) -> None:
    document = only(read_bytes(f"---\n{head}\n---\nFog.", "a.md"))
    assert (document.publisher, document.url) == (publisher, url)


def test_a_bad_date_is_reported_and_the_article_kept(read_bytes: ReadBytes) -> None:
    reading = read_bytes("---\ndate: next week\n---\nFog.", "a.md")
    assert reading.documents[0].published is None
    assert 'a.md: "date" is no ISO 8601 date' in str(reading.problems[0])


@pytest.mark.parametrize(
    "text", ["---\n\nFog.\n\n---\n\nFire.", "---\nFog.\n\n---\n\nFire.", "---\ntitle: Fog\n\nFire."]
)
def test_a_rule_at_the_top_is_no_front_matter(read_bytes: ReadBytes, text: str) -> None:
    document = only(read_bytes(text, "a.md"))
    assert "Fog" in document.text
    assert "Fire." in document.text


def test_plain_paragraphs_come_back_word_for_word(read_bytes: ReadBytes) -> None:
    text = "“Fog,” she said — it’s Monday.\n\nThe ferry's captain, 52, left at 7:40 a.m."
    assert only(read_bytes(text, "a.md")).text == text


@pytest.mark.parametrize("nest", ["> " * 5000, "- " * 5000, "[" * 20_000, "*a" * 20_000, "<b>" * 5000, "`" * 20_000])
def test_deep_nesting_neither_crashes_nor_hangs(nest: str) -> None:
    assert isinstance(parse(nest + "Fog.").text, str)


words = st.text("abcdefghijklmnopqrstuvwxyzäöüß", min_size=1, max_size=8)


@given(st.lists(st.lists(words, min_size=1, max_size=6).map(" ".join), min_size=1, max_size=5))
def test_no_word_of_a_paragraph_is_lost(paragraphs: list[str]) -> None:
    page = parse("\n\n".join(paragraphs))
    assert (page.text, page.heading) == ("\n\n".join(paragraphs), None)


def test_every_block_comes_with_its_role_and_its_place_in_the_text() -> None:
    source = "# Ferry strikes pier\n\nIt was *foggy*.\n\n- One was hurt.\n\n> We saw it.\n\n|a|b|\n|-|-|\n|c|d|\n"
    page = parse(source)
    assert [(page.text[block.start : block.end], block.role.value) for block in page.blocks] == [
        ("Ferry strikes pier", "heading"),
        ("It was foggy.", "paragraph"),
        ("One was hurt.", "list item"),
        ("We saw it.", "quotation"),
        ("a", "table"),
        ("b", "table"),
        ("c", "table"),
        ("d", "table"),
    ]


def test_what_the_format_calls_a_heading_is_one_and_a_cell_of_a_table_is_never_quoted() -> None:
    source = (
        "The ferry struck the pier on Tuesday.\n\n## Nobody was hurt in the accident.\n\n"
        "|It sank at once.|\n|-|\n\nIt is raised today.\n"
    )
    (document,) = read_contents([("page.md", source.encode())]).documents
    roles = {sentence.text: sentence.role.value for sentence in explain([document])["page.md"]}
    assert roles == {
        "The ferry struck the pier on Tuesday.": "body",
        "Nobody was hurt in the accident.": "headline",
        "It sank at once.": "fragment",
        "It is raised today.": "body",
    }


@pytest.mark.parametrize(
    ("name", "media_type", "text"),
    [
        ("page", "text/markdown; charset=utf-8", "It was foggy."),
        ("page", "text/plain", "It was *foggy*."),
        ("page", None, "It was *foggy*."),
        ("page.md", "text/plain", "It was foggy."),
    ],
    ids=["by media type", "as plain text", "by its content", "the suffix goes before"],
)
def test_a_reader_is_chosen_by_suffix_or_media_type(name: str, media_type: str | None, text: str) -> None:
    (document,) = read_contents([(name, b"It was *foggy*.", media_type)]).documents
    assert document.text == text
