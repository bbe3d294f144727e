"""What a link answered, as a document: by its media type, in its encoding, under its own name."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize import Document
from summarize.reading import read_sources
from summarize.reading.links import Answer, Origin, address, is_link, once, read_answer
from tests.conftest import WIRE
from tests.reading.conftest import only, problem

LINK = "https://www.wire.example/story"
PAGE = "<html><head><title>Ferry</title>{}</head><body><article>{}</article></body></html>"
BODY = "".join(f"<p>{line}</p>" for line in WIRE.splitlines() if line)


def document(content: bytes, content_type: str | None, link: str = LINK) -> Document:
    (found,) = read_answer(Answer(Origin(LINK, link, content_type), content), LINK)
    assert isinstance(found, Document)
    return found


@pytest.mark.parametrize(
    "source", ["http://a.example", "HTTPS://a.example/x", "ftp://a.example", "http:a", "file:///a"]
)
def test_a_source_that_is_written_as_a_link_is_one(source: str) -> None:
    assert is_link(source)


@pytest.mark.parametrize("source", ["a.txt", "./http", "C:\\a.txt", "a.example/story", "-", "", "mail: to"])
def test_a_path_is_none(source: str) -> None:
    assert not is_link(source)


@pytest.mark.parametrize(
    ("content_type", "end", "media_type"),
    [
        ("text/html", "", "text/html"),
        ("Text/HTML;charset=utf-8", ".php", "text/html"),
        ("application/xhtml+xml", "", "text/html"),
        ("text/plain", ".html", "text/html"),
        ("application/octet-stream", ".html", "text/html"),
        (None, ".htm?print=1", "text/html"),
        (None, "", "text/html"),
        ("text/html", ".txt", "text/html"),
        ("text/html", ".pdf", "text/html"),
        ("nonsense", "", "text/html"),
    ],
)
def test_the_media_type_tells_what_it_is_and_the_end_of_the_link_where_that_is_vague(
    content_type: str | None, end: str, media_type: str
) -> None:
    found = document(PAGE.format("", BODY).encode(), content_type, LINK + end)
    assert found.media_type == media_type
    assert "27 hurt" in found.text


@pytest.mark.parametrize(
    ("encoding", "header", "meta"),
    [
        ("cp1251", "windows-1251", ""),
        ("cp1251", "WINDOWS-1251", "<meta charset='utf-8'>"),
        ("cp1251", None, "<meta charset='windows-1251'>"),
        ("cp1251", "utf-8", "<meta charset='windows-1251'>"),
        ("utf-8", "iso-8859-1", ""),
        ("utf-8", None, "<meta charset='iso-8859-1'>"),
        ("utf-16", "utf-16", ""),
    ],
)
def test_an_encoding_is_told_by_the_header_and_the_page_unless_it_is_plainly_another(
    encoding: str, header: str | None, meta: str
) -> None:
    page = PAGE.format(meta, BODY + "<p>Капитан сказал, что туман был слишком густым.</p>").encode(encoding)
    found = document(page, f'text/html; charset="{header}"' if header else "text/html")
    assert "Капитан сказал, что туман был слишком густым." in found.text


def test_link_and_publisher_are_where_it_was_read_unless_it_says_so_itself() -> None:
    plain = document(WIRE.encode(), "text/plain", "https://www.wire.example/new")
    assert (plain.id, plain.url, plain.publisher) == (LINK, "https://www.wire.example/new", "wire.example")
    told = '<meta property="og:site_name" content="The Wire"><link rel="canonical" href="https://wire.example/1">'
    page = document(PAGE.format(told, BODY).encode(), "text/html")
    assert (page.url, page.publisher) == ("https://wire.example/1", "The Wire")


def test_who_publishes_a_collection_wrote_none_of_its_articles() -> None:
    lines = (
        b'{"id": "1", "text": "A ferry struck the pier.", "publisher": "Post"}\n{"id": "2", "text": "Nobody died."}\n'
    )
    found = list(read_answer(Answer(Origin(LINK, LINK, "application/x-ndjson"), lines), LINK))
    assert [(each.id, each.url, each.publisher) for each in found if isinstance(each, Document)] == [
        ("1", None, "Post"),
        ("2", None, None),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://post.example/story", "https://post.example/story#comments"),
        ("https://post.example", "HTTPS://Post.Example/"),
        ("http://post.example/a?b", "http://post.example:80/a?b#c"),
        ("https://post.example:443/a", "https://post.example/a?"),
        ("https://post.example/a", " view-source:https://post.example/a"),
    ],
)
def test_links_that_are_asked_for_alike_are_one(one: str, other: str) -> None:
    assert once([one, other, "a.txt"]) == [one, "a.txt"]


@pytest.mark.parametrize(
    "link",
    ["https://post.example/?page=view-source:https://wire.example/a", "https://post.example/view-source:http://a"],
)
def test_what_browsers_put_before_a_link_is_left_as_it_is_inside_of_one(link: str) -> None:
    assert once([link, f"view-source:{link}"]) == [link]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://post.example/a", "http://post.example/a"),
        ("https://post.example/a", "https://post.example/A"),
        ("https://post.example/a", "https://post.example/a/"),
        ("https://post.example/a?b=1", "https://post.example/a?b=2"),
        ("http://post.example:443/", "http://post.example/"),
        ("https://a@post.example/", "https://a/@post.example/"),
        ("a.txt", "a.txt"),
        ("-", "-"),
    ],
)
def test_other_sources_stay_two(one: str, other: str) -> None:
    assert once([one, other]) == [one, other]
    assert not is_link(one) or address(one) != address(other)


@pytest.mark.parametrize(
    "source",
    [
        "javascript:alert(1)",
        "mailto:desk@post.example",
        "data:text/html,Fog",
        "about:blank",
        f"javascript:void('{'fog' * 100}')",
        f"data:text/html,{'fog/' * 2000}",
    ],
)
def test_a_link_that_leads_to_no_article_is_said_to_be_one(source: str) -> None:
    kind = source.partition(":")[0]
    assert problem(read_sources([source])).startswith(f"{source}: is a {kind}: link, which leads to no article")


def test_a_file_whose_name_looks_like_such_a_link_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("data:fog").write_text("Fog in the harbour.", encoding="utf-8")
    assert only(read_sources(["data:fog"])).text == "Fog in the harbour."


def test_an_address_without_its_beginning_is_no_file_however_long_it_is() -> None:
    for source in ("www.post.example/a", f"www.post.example/{'fog-' * 100}"):
        assert problem(read_sources([source])) == f"{source}: no such file or folder; a link begins with https://"
