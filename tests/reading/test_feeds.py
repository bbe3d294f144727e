"""Feeds: what carries its text is an article, what only announces it is a link, and nobody else's name is taken."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from summarize.reading import read_sources
from summarize.records.document import BlockRole
from tests.reading.feeds import FERRY, LONG, item, json_feed, only, read, rss, unread


def test_an_item_of_rss_with_its_text_is_an_article() -> None:
    text = f"<h2>In fog</h2><p>{FERRY}</p><ul><li>All sailings are cancelled.</li></ul>"
    date = "Tue, 13 Nov 2029 10:42:00 +0100"
    document = only(
        read(rss(item("1", text, "A ferry.", pubDate=date, title="Ferry &amp;amp; &lt;i&gt;mole&lt;/i&gt;")))
    )
    assert document.text == f"Ferry & mole\n\nIn fog\n\n{FERRY}\n\nAll sailings are cancelled."
    assert [block.role for block in document.blocks] == [
        BlockRole.HEADING,
        BlockRole.HEADING,
        BlockRole.PARAGRAPH,
        BlockRole.LIST_ITEM,
    ]
    assert (document.id, document.url) == ("https://www.post.example/1",) * 2
    assert (document.title, document.publisher) == ("Ferry & mole", "Ennick Post")
    assert document.published == datetime(2029, 11, 13, 9, 42, tzinfo=UTC)


def test_an_entry_of_atom_too() -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://post.example/x/" xml:lang="en"><title>Post</title>'
        '<link href="/"/><entry><title type="html">Ferry &amp;amp; mole</title><link href="one"/><id>tag:1</id>'
        "<updated>2029-11-13T10:42:00+01:00</updated>"
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{FERRY}</p></div></content>'
        f"</entry></feed>"
    )
    document = only(read(feed.encode(), "feed.atom"))
    assert document.text == f"Ferry & mole\n\n{FERRY}"
    assert (document.id, document.publisher, document.language) == ("https://post.example/x/one", "Post", "en")
    assert document.published == datetime(2029, 11, 13, 9, 42, tzinfo=UTC)


@pytest.mark.parametrize("text", [{"content_html": f"<p>{FERRY}</p>"}, {"content_text": f"{FERRY}\n"}])
def test_an_item_of_json_feed_too(text: dict[str, object]) -> None:
    told = {"id": 7, "url": "/one", "title": "Ferry", "date_published": "2029-11-13T10:42:00Z", "language": "en-GB"}
    assert read(json_feed({**told, **text}), "feed.json") == read(json_feed({**told, **text}), "feed")
    document = only(read(json_feed({**told, **text}), "feed"))
    assert document.text == f"Ferry\n\n{FERRY}"
    assert (document.id, document.publisher, document.language) == ("https://post.example/one", "Post", "en")
    assert document.published == datetime(2029, 11, 13, 10, 42, tzinfo=UTC)


def test_a_feed_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    for name, data in {"a": rss(item("1", FERRY)), "b": json_feed({"id": "1", "content_text": FERRY})}.items():
        (tmp_path / name).write_bytes(data)
        assert len(read_sources([tmp_path / name]).documents) == 1


@pytest.mark.parametrize(
    ("content", "description"),
    [
        ("", "A ferry hit the mole in fog."),
        ("", FERRY),  # a summary, as long as summaries are
        ("", f"{LONG[:-1]}…"),
        (f"<p>{FERRY[:-1]} [...]</p>", ""),
        (f"<p>{FERRY}</p><p><a href='https://www.post.example/1'>Continue reading</a></p>", ""),
        (f"<p>{FERRY}</p>", f"<p>{FERRY}</p>"),  # the summary once more
        ("<p>Ferry.</p>", ""),
        ("<img src='a.jpg'>", ""),
        ("", ""),
    ],
)
def test_a_teaser_is_a_link_and_no_article(content: str, description: str) -> None:
    reading = read(rss(item("1", content, description)))
    assert not reading.documents
    assert unread(reading) == ["https://www.post.example/1"]
    assert str(reading.problems[0]) == "feed.xml: links to 1 article without the text; --follow 1 reads it"


@pytest.mark.parametrize(
    ("content", "description"),
    [
        ("", LONG),
        (f"<p>{FERRY}</p>", "A ferry hit the mole…"),
        (f"<p>{LONG}</p><p><a href='/more'>All on the accident</a></p>", ""),
        (
            f"<p>{FERRY}</p><p>The post <a href=x>Ferry hits mole</a> first stood in <a href=y>Ennick Post</a>.</p>",
            "",
        ),
    ],
)
def test_a_whole_text_is_an_article_whatever_it_ends_in(content: str, description: str) -> None:
    document = only(read(rss(item("1", content, description))))
    assert document.text.endswith("Nobody was killed.")


def test_the_source_that_an_aggregator_names_is_the_publisher() -> None:
    head = "<title>Ferry news - Collector</title><link>https://collector.example/</link>"
    named = item("1", FERRY, link="https://collector.example/go/1", source="Ennick &amp; Coast")
    known_by_link = item("2", FERRY)
    own = item("3", FERRY, link="https://blog.collector.example/3")
    publishers = [document.publisher for document in read(rss(named, known_by_link, own, head=head)).documents]
    assert publishers == ["Ennick & Coast", "post.example", "Ferry news - Collector"]


def test_an_item_twice_is_one() -> None:
    once, again = item("1", FERRY, guid="a"), item("1?from=feed", FERRY, guid="a")
    same_link = item("2", FERRY), item("2", LONG)
    reading = read(rss(once, again, *same_link, item("3"), item("3")))
    assert [document.id for document in reading.documents] == [f"https://www.post.example/{n}" for n in (1, 2)]
    assert unread(reading) == ["https://www.post.example/3"]


def test_an_item_without_a_link_has_a_name_of_its_own() -> None:
    reading = read(rss(item("", FERRY, link="", guid="tag:post,1"), item("", LONG, link="")))
    assert [document.id for document in reading.documents] == ["tag:post,1", "feed.xml#2"]
    assert [document.url for document in reading.documents] == [None, None]


def test_links_that_are_none_of_the_web_are_no_links() -> None:
    links = ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"]
    reading = read(rss(*(item("", link=link) for link in links)))
    assert [str(problem) for problem in reading.problems] == ["feed.xml: a feed without articles"]


def test_scripts_and_what_is_hidden_are_no_text() -> None:
    content = f"<script>alert(1)</script><p>{FERRY}</p><p style='display:none'>Buy now, hidden.</p><style>p{{}}</style>"
    document = only(read(rss(item("1", content, title="&lt;script&gt;alert(1)&lt;/script&gt; Ferry"))))
    assert document.text == f"alert(1) Ferry\n\n{FERRY}"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"<?xml version='1.0'?>\n<!DOCTYPE html><html><body><p>" + LONG.encode() + b"</p></body></html>", None),
        (b"<?xml version='1.0'?>\n<note><to>you</to></note>", "looks like an XML file"),
    ],
)
def test_an_xml_file_may_be_a_page_or_neither(data: bytes, told: str | None) -> None:
    reading = read(data, "page.xml")
    assert len(reading.documents) == (told is None)
    assert all(told is not None and told in str(problem) for problem in reading.problems)


def test_a_feed_in_another_encoding_is_read() -> None:
    feed = rss(item("1", FERRY.replace("Port Ennick", "Pört Ennick"))).decode()
    document = only(read(feed.replace('encoding="utf-8"', 'encoding="iso-8859-1"').encode("latin-1")))
    assert "Pört Ennick" in document.text
