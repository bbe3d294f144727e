"""Links of feeds and lists of feeds are followed as far as was asked for, and no further."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from summarize.errors import SourceError
from summarize.reading import Reading, read_sources
from summarize.reading.links import Answer, Links, Origin
from tests.reading.feeds import FERRY, LONG, item, opml, rss, unread


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


def test_a_link_that_is_given_twice_and_stands_in_feeds_is_read_once_in_its_place() -> None:
    at = "https://www.post.example"
    pages = Told(
        feed=rss(*(item(number) for number in ("1", "2", "3"))),
        other=rss(item("2"), item("3"), item("4")),
        **{number: f"{FERRY}\n\nNo. {number}.".encode() for number in "1234"},
    )
    given = [f"{at}/feed", f"{at}/2", f"{at}/2#top", f"{at}/other", f"{at}/feed", f"view-source:{at}/4"]
    reading = read_sources(given, links=Links(pages, 2))
    assert [document.id for document in reading.documents] == [f"{at}/{number}" for number in "1234"]
    assert sorted(pages.asked) == sorted(f"{at}/{name}" for name in ("feed", "other", *"1234"))
    assert unread(reading) == [f"{at}/3"]


def test_what_of_a_feed_was_not_followed_is_told_with_the_number_that_reads_it() -> None:
    at = "https://www.post.example"
    pages = Told(feed=rss(*map(item, "1234")), **{"1": FERRY.encode(), "2": LONG.encode()})
    reading = read_sources([f"{at}/1", f"{at}/feed"], links=Links(pages, 2))
    assert [document.id[-1] for document in reading.documents] == ["1", "2"]
    assert [str(each) for each in reading.problems] == [
        f"{at}/feed: links to 2 more articles without the text; --follow 4 reads them"
    ]
