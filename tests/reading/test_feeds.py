"""Feeds: what carries its text is an article, what only announces it is a link, and nobody else's name is taken."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from summarize import Document
from summarize.errors import SourceError
from summarize.reading import Reading, read_contents, read_sources
from summarize.reading.formats.feed import UnreadLinks
from summarize.reading.links import Answer, Links, Origin
from summarize.records.document import BlockRole

FERRY = (
    "A passenger ferry struck the North Mole at Port Ennick in dense fog on Tuesday, injuring 27 people, the "
    "coastguard said. Nobody was killed."
)
LONG = " ".join([FERRY] * 8)


def rss(*items: str, head: str = "<title>Ennick Post</title><link>https://www.post.example/</link>") -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel>{head}{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"
    ).encode()


def item(path: str, content: str = "", description: str = "", **more: str) -> str:
    fields = {"title": "Ferry hits mole", "link": f"https://www.post.example/{path}", **more}
    parts = [f"<{name}>{value}</{name}>" for name, value in fields.items() if value]
    if description:
        parts.append(f"<description><![CDATA[{description}]]></description>")
    if content:
        parts.append(f"<content:encoded><![CDATA[{content}]]></content:encoded>")
    return "".join(parts)


def read(data: bytes, name: str = "feed.xml") -> Reading:
    return read_contents([(name, data)])


def only(reading: Reading) -> Document:
    assert not reading.problems
    (document,) = reading.documents
    return document


def unread(reading: Reading) -> list[str]:
    """The links that a feed only gives."""
    return [link.link for problem in reading.problems if isinstance(problem, UnreadLinks) for link in problem.links]


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


def json_feed(*items: dict[str, object], **more: object) -> bytes:
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Post", "home_page_url": "https://post.example/"}
    return json.dumps({**feed, **more, "items": list(items)}).encode()


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


# Lists of feeds, and links followed


class Told:
    """Answers from memory, in place of the network."""

    def __init__(self, **pages: bytes) -> None:
        self.pages, self.asked = pages, list[str]()

    def prepare(self, links: Iterable[str]) -> None:
        pass

    def get(self, link: str) -> Answer:
        self.asked.append(link)
        name = link.rpartition("/")[2]
        if name not in self.pages:
            raise SourceError(f"{link}: is not there (404)")
        return Answer(
            Origin(link, link, "text/xml" if b"<?xml" in self.pages[name] else "text/plain"), self.pages[name]
        )


def opml(*links: str) -> bytes:
    outlines = "".join(f'<outline text="f"><outline type="rss" xmlUrl="{link}"/></outline>' for link in links)
    return f'<?xml version="1.0"?><opml version="2.0"><body>{outlines}</body></opml>'.encode()


def follow(source: bytes, pages: Told, number: int, tmp_path: Path) -> Reading:
    path = tmp_path / "feed.xml"
    path.write_bytes(source)
    return read_sources([path], links=Links(pages, number))


def test_the_first_articles_that_a_feed_links_to_are_followed_when_asked(tmp_path: Path) -> None:
    pages = Told(**{"1": FERRY.encode(), "3": LONG.encode()})
    feed = rss(*(item(str(number), source="Coast Radio") for number in range(1, 5)), item("5", FERRY))
    date = "Tue, 13 Nov 2029 10:42:00 GMT"
    feed = feed.replace(b"</item>", f"<pubDate>{date}</pubDate></item>".encode(), 1)
    reading = follow(feed, pages, 3, tmp_path)
    assert [document.id[-1] for document in reading.documents] == ["5", "1", "3"]
    followed = reading.documents[1]
    assert (followed.title, followed.publisher, followed.published) == (
        "Ferry hits mole",
        "Coast Radio",
        datetime(2029, 11, 13, 10, 42, tzinfo=UTC),
    )
    assert [str(problem).removeprefix(f"{tmp_path}/") for problem in reading.problems] == [
        "https://www.post.example/2: is not there (404)",
        "feed.xml: links to 1 more article without the text; --follow 4 reads it",
    ]
    assert pages.asked == [f"https://www.post.example/{number}" for number in (1, 2, 3)]


def test_nothing_is_followed_that_was_not_asked_for(tmp_path: Path) -> None:
    pages = Told(**{"1": FERRY.encode()})
    reading = follow(rss(item("1")), pages, 0, tmp_path)
    assert (pages.asked, unread(reading)) == ([], ["https://www.post.example/1"])


def test_a_list_of_feeds_leads_to_feeds_and_their_articles_and_no_further(tmp_path: Path) -> None:
    pages = Told(feed=rss(item("a"), item("loop")), a=FERRY.encode(), loop=rss(item("b")), b=LONG.encode())
    listed = opml("https://post.example/feed", "https://post.example/feed", "javascript:x")
    reading = follow(listed, pages, 5, tmp_path)
    assert [document.text for document in reading.documents] == [FERRY]
    assert unread(reading) == ["https://www.post.example/b"]
    assert unread(follow(listed, pages, 0, tmp_path)) == ["https://post.example/feed"]


def test_a_feed_that_links_to_itself_comes_to_an_end(tmp_path: Path) -> None:
    pages = Told()
    pages.pages["1"] = rss(item("1"), item("2"))
    pages.pages["2"] = rss(item("1"), item("2"))
    follow(rss(item("1")), pages, 9, tmp_path)
    assert len(pages.asked) == 2


# Feeds that mean no good


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"<?xml version='1.0'?><note><to>you</to></note>", "is no feed"),
        (b"<?xml version='1.0'?><opml><body/></opml>", "a list of feeds (OPML) without any"),
        (b"<rss", "a feed without articles"),
        (b"<rss></rss>", "a feed without articles"),
        (rss(), "a feed without articles"),
        (b"\x00\x01\x02", "is no feed"),
        (b"http://127.0.0.1:9/feed", "is no feed"),
        (b"/etc/passwd", "is no feed"),
    ],
)
def test_what_is_no_feed_is_told(data: bytes, told: str) -> None:
    (problem,) = read(data, "feed.rss").problems
    assert told in str(problem)


@pytest.mark.parametrize("data", [b'{"version": "https://jsonfeed.org/version/1"', json_feed(items=3), json_feed()])
def test_a_json_feed_without_items_is_told(data: bytes) -> None:
    data = data.replace(b'"items": []', b'"items": 3')
    reading = read(data, "feed")
    assert not reading.documents
    assert len(reading.problems) == 1


def test_no_entity_is_followed_or_blown_up() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    doctype = f'<!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}<!ENTITY file SYSTEM "file:///etc/passwd">]>'
    feed = rss(item("1", FERRY, title="&l11; &file;")).replace(b"<rss", doctype.encode() + b"<rss")
    begun = time.monotonic()
    reading = read(feed)
    assert time.monotonic() - begun < 20
    for document in reading.documents:
        assert len(document.text) < 10_000
        assert "root:" not in document.text
    lists = opml("https://post.example/&l11;").replace(b"<opml", doctype.encode() + b"<opml")
    assert all(len(str(problem)) < 10_000 for problem in read(lists).problems)


def test_of_a_feed_without_end_the_beginning_is_read() -> None:
    feed = rss(*(item(str(number)) for number in range(3_000)))
    reading = read(feed)
    assert len(unread(reading)) == 1_000
    assert str(reading.problems[-1]) == "feed.xml: holds 3,000 items; the first 1,000 were read"


@pytest.mark.parametrize("part", [b"<item><title>a<b>", b"&#x", b"<![CDATA["])
def test_what_is_all_markup_is_refused_before_it_costs_anything(part: bytes) -> None:
    begun = time.monotonic()
    (problem,) = read(b"<rss><channel>" + part * 500_000).problems
    assert str(problem) == "feed.xml: more than 250,000 tags and entities, no feed"
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("cut", [200, 300, 400, 500])
def test_a_feed_that_was_cut_off_gives_what_is_there_or_a_reason(cut: int) -> None:
    reading = read(rss(item("1", FERRY), item("2", LONG))[:cut])
    assert reading.documents or reading.problems


def test_a_feed_in_another_encoding_is_read() -> None:
    feed = rss(item("1", FERRY.replace("Port Ennick", "Pört Ennick"))).decode()
    document = only(read(feed.replace('encoding="utf-8"', 'encoding="iso-8859-1"').encode("latin-1")))
    assert "Pört Ennick" in document.text
