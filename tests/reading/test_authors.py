"""Who wrote an article is told as its source tells it, by name, and nobody is invented."""

from __future__ import annotations

import json

import pytest

from summarize.reading import read_contents
from summarize.reading.authors import read_authors
from summarize.records.document import Document
from tests.reading import feeds
from tests.reading.conftest import only
from tests.reading.web_pages import FERRY, LINKED, page, paragraphs, read


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ("By Ann Marsh, staff writer", "Ann Marsh"),
        ("Written by Ann Marsh", "Ann Marsh"),
        ("BY ANN MARSH", "ANN MARSH"),
        ("Ann Marsh and Joe Roe", "Ann Marsh, Joe Roe"),
        ("Von Anna Schmidt und Karl Roth", "Anna Schmidt, Karl Roth"),
        ("ann@courier.example (Ann Marsh)", "Ann Marsh"),
        ("Ann Marsh ann.marsh@courier.example", "Ann Marsh"),
        ("Ann Marsh | Courier", "Ann Marsh"),
        ("Ann Marsh for the Daily Courier", "Ann Marsh"),
        ("Ann Marsh (Reuters)", "Ann Marsh"),
        ("Ann Marsh. Northern Wire", "Ann Marsh"),
        (["Ann Marsh", "Ann Marsh", {"@type": "Person", "name": "Ana de la Cruz"}], "Ann Marsh, Ana de la Cruz"),
        ("Ludwig van der Meer", "Ludwig van der Meer"),
        ("Von Trapp", "Von Trapp"),
        ("J.K. O’Neil-Smith", "J.K. O’Neil-Smith"),
        ("王小明", "王小明"),
    ],
)
def test_names_are_told_without_what_stands_around_them(given: object, named: str) -> None:
    assert read_authors(given, "Harbour Courier") == named
    assert read_authors(named) == named


@pytest.mark.parametrize(
    "given",
    [
        *("admin", "Reuters", "Associated Press", "Courier staff", "Harbour Courier", "Courier Sport", "Ann"),
        *("https://courier.example/ann", "@annmarsh", "Updated 3 May 2029", "Editorial Team", "The Fog Letter", ""),
        *(None, 17, True, [], {}, {"name": 3}, "\ud800", "x" * 100_000),
    ],
)
def test_what_is_nobody_is_no_author(given: object) -> None:
    assert read_authors(given, "Harbour Courier") is None


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta name="author" content="Ann Marsh">', ""),
        (
            '<meta name="article:author" content="https://ennick.example/ann"><meta name="byl" content="By Ann Marsh">',
            "",
        ),
        (LINKED.replace('"publisher"', '"author": [{"@type": "Person", "name": "Ann Marsh"}], "publisher"'), ""),
        (
            LINKED.replace('"publisher"', '"author": {"@id": "#ann"}, "publisher"').replace(
                '{"@type": "WebSite"', '{"@type": "Person", "@id": "#ann", "name": "Ann Marsh"}, {"@type": "WebSite"'
            ),
            "",
        ),
        ("", '<p>By <a rel="author" href="/ann">Ann Marsh</a></p>'),
        ("", '<p itemprop="author">By Ann Marsh</p>'),
    ],
)
def test_a_page_says_who_wrote_it_in_one_of_several_places(head: str, body: str) -> None:
    assert read(page(body + paragraphs(FERRY), head=head)).author == "Ann Marsh"


def test_a_page_whose_author_is_the_paper_has_none() -> None:
    assert read(page(paragraphs(FERRY), head='<meta name="author" content="Ennick Mercury">')).author is None


def test_feeds_name_the_author_of_an_item() -> None:
    text = f"<content:encoded><![CDATA[{paragraphs(FERRY)}]]></content:encoded>"
    by = "<author>a@post.example (Ann Marsh)</author>"
    whole = f"<item><title>Fog</title><link>https://www.post.example/1</link>{by}{text}</item>"
    assert feeds.only(feeds.read(feeds.rss(whole))).author == "Ann Marsh"
    item = {"id": "1", "content_html": paragraphs(FERRY), "authors": [{"name": "Ann Marsh"}, {"name": "Joe Roe"}]}
    assert feeds.only(feeds.read(feeds.json_feed(item), "feed.json")).author == "Ann Marsh, Joe Roe"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", f"Title: Fog\nAuthor: Ann Marsh\n\n{FERRY[0]}"),
        ("a.md", f"---\ntitle: Fog\nbyline: By Ann Marsh\n---\n{FERRY[0]}"),
        ("a.json", json.dumps({"maintext": FERRY[0], "authors": ["Ann Marsh"]})),
        ("a.jsonl", json.dumps({"text": FERRY[0], "author": {"name": "Ann Marsh"}})),
        ("a.csv", f'text,byline\n"{FERRY[0]}",By Ann Marsh\n'),
    ],
)
def test_heads_of_files_and_named_fields_do(name: str, content: str) -> None:
    assert only(read_contents([(name, content.encode())])).author == "Ann Marsh"


def test_a_document_written_down_and_read_again_has_the_author_that_was_given() -> None:
    document = Document("a", FERRY[0], author="The Courier's night desk")
    again = only(read_contents([("a.jsonl", json.dumps(document.to_dict()).encode())]))
    assert again.author == document.author
