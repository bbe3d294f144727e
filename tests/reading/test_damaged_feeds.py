"""Feeds that are none, are cut off, or mean no good, are told or read as far as they go."""

from __future__ import annotations

import time

import pytest

from tests.reading.feeds import FERRY, LONG, item, json_feed, opml, read, rss, unread


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
