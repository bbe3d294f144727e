"""Feeds as servers give them, and what is read of one."""

from __future__ import annotations

import json

from summarize import Document
from summarize.reading import Reading, read_contents
from summarize.reading.formats.feed import UnreadLinks

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


def json_feed(*items: dict[str, object], **more: object) -> bytes:
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Post", "home_page_url": "https://post.example/"}
    return json.dumps({**feed, **more, "items": list(items)}).encode()


def opml(*links: str) -> bytes:
    outlines = "".join(f'<outline text="f"><outline type="rss" xmlUrl="{link}"/></outline>' for link in links)
    return f'<?xml version="1.0"?><opml version="2.0"><body>{outlines}</body></opml>'.encode()
