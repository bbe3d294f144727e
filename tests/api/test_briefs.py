"""Briefs over HTTP are the briefs of the library, in the form that was asked for."""

from __future__ import annotations

import hashlib
from typing import Any

import httpx
import pytest

from api.schemas import EXAMPLE, BriefOut
from summarize import Document, Options, summarize
from summarize.models import Encoder
from summarize.reading.registry import SUFFIXES
from summarize.rendering import Format, render
from tests.reading.pdfs import column, needs_pdfium, pdf
from tests.reading.web_pages import FERRY, page, paragraphs


@pytest.mark.parametrize(
    ("accept", "format"),
    [
        ("application/json", Format.JSON),
        ("*/*", Format.JSON),
        ("text/markdown", Format.MARKDOWN),
        ("text/html", Format.HTML),
        ("text/html;q=0.5, text/markdown", Format.MARKDOWN),
        ("text/*;q=0.9, text/markdown;q=0, application/json;q=0.1", Format.HTML),
        ("image/png, application/*;q=0.2", Format.JSON),
    ],
)
def test_every_form_is_byte_for_byte_the_library_s(
    client: httpx.Client,
    request_body: dict[str, Any],
    articles: list[Document],
    encoder: Encoder,
    accept: str,
    format: Format,
) -> None:
    expected = render(summarize(articles, Options(max_words=60), encoder), format)
    answer = client.post("/v1/briefs", json=request_body, headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.content == expected.encode()


def test_json_is_what_the_openapi_description_says(client: httpx.Client, request_body: dict[str, Any]) -> None:
    answer = client.post("/v1/briefs", json=request_body)
    BriefOut.model_validate_json(answer.content)
    documented = {field.alias or name for name, field in BriefOut.model_fields.items()}
    assert answer.json().keys() <= documented


def test_a_form_there_is_none_of_is_refused(client: httpx.Client, request_body: dict[str, Any]) -> None:
    answer = client.post("/v1/briefs", json=request_body, headers={"Accept": "image/png"})
    assert answer.status_code == 406
    assert "text/markdown" in answer.json()["detail"]


def test_uploaded_files_give_what_the_same_documents_give(
    client: httpx.Client, articles: list[Document], encoder: Encoder
) -> None:
    documents = [Document(id=f"{a.id}.txt", text=a.text, media_type="text/plain") for a in articles]
    expected = render(summarize(documents, Options(max_sentences=3), encoder), Format.JSON)
    files = [("files", (d.id, d.text.encode())) for d in documents]
    answer = client.post("/v1/briefs/upload", files=files, data={"max_sentences": "3", "max_words": ""})
    assert (answer.status_code, answer.text) == (200, expected)


def test_files_are_read_as_the_command_reads_them(client: httpx.Client) -> None:
    files = [
        ("files", ("../../a.md", b"---\ntitle: Ferry\ndate: 2029-11-13\n---\n\n**A ferry** struck the pier.")),
        ("files", ("a.md", "Caf\u00e9 owners saw it.".encode("latin-1"))),
        ("files", ("b.pdf", b"%PDF-1.7")),
    ]
    read = client.post("/v1/documents", files=files).json()
    assert [(d["id"], d["text"], d["title"]) for d in read["documents"]] == [
        ("a.md", "A ferry struck the pier.", "Ferry"),
        ("a.md (2)", "Caf\u00e9 owners saw it.", None),
    ]
    assert read["documents"][0]["published"] == "2029-11-13T00:00:00"
    assert "looks like a" in read["problems"][0]


def test_a_brief_knows_its_files_by_kind_and_hash_also_where_they_were_read_before(client: httpx.Client) -> None:
    """As the web page does it: files to /v1/documents, and what comes back to /v1/briefs."""
    files = [("files", ("a.md", b"**A ferry** struck the pier on Tuesday, police said."))]
    read = client.post("/v1/documents", files=files).json()["documents"]
    documents = [{key: value for key, value in document.items() if value is not None} for document in read]
    posted = client.post("/v1/briefs", json={"documents": documents}).json()["sources"]
    uploaded = client.post("/v1/briefs/upload", files=files).json()["sources"]
    assert posted == uploaded
    (source,) = posted
    assert (source["language"], source["media_type"]) == ("en", "text/markdown")
    assert source["sha256"] == hashlib.sha256(b"A ferry struck the pier on Tuesday, police said.").hexdigest()


@needs_pdfium
def test_pages_go_from_the_file_to_the_citation_also_where_it_was_read_before(client: httpx.Client) -> None:
    told = ["A ferry struck the pier on Tuesday, police said.", "Nobody was killed in the fog, the mayor told them."]
    files = [("files", ("a.pdf", pdf(*map(column, told)))), ("files", ("b.txt", told[0].encode()))]
    paged, plain = client.post("/v1/documents", files=files).json()["documents"]
    assert paged["pages"] == [0, paged["text"].index(told[1])]
    assert "pages" not in plain
    documents = [{key: value for key, value in each.items() if value is not None} for each in (paged, plain)]
    posted = client.post("/v1/briefs", json={"documents": documents}).json()
    assert posted["sentences"] == client.post("/v1/briefs/upload", files=files).json()["sentences"]
    cited = [(c["source"], c.get("page")) for sentence in posted["sentences"] for c in sentence["citations"]]
    assert sorted(cited, key=str) == [(1, 1), (1, 2), (2, None)]


def test_pages_that_are_none_of_the_text_are_named(client: httpx.Client) -> None:
    for pages in ([3], [0, 9, 5], [0, 9_000]):
        documents = [{"text": "A ferry struck the pier on Tuesday.", "pages": pages}]
        answer = client.post("/v1/briefs", json={"documents": documents})
        assert answer.status_code == 422
        assert [(error["document"], error["field"]) for error in answer.json()["errors"]] == [(1, "pages")]


def test_of_a_saved_page_the_article_is_read(client: httpx.Client) -> None:
    files = [("files", ("a.html", page(paragraphs(FERRY)).encode())), ("files", ("b.html", b"<h1>404 Not Found</h1>"))]
    read = client.post("/v1/documents", files=files).json()
    (document,) = read["documents"]
    assert document["text"].endswith("\n\n".join(FERRY))
    assert document["publisher"] == "The Ennick Mercury"
    assert "b.html: is an error page" in read["problems"][0]


def test_the_page_offers_every_kind_of_file_that_is_read(client: httpx.Client) -> None:
    assert f'accept="{",".join(SUFFIXES)},' in client.get("/").text


def test_a_file_that_cannot_be_read_is_named(client: httpx.Client) -> None:
    files = [("files", ("good.txt", b"A ferry struck the pier on Tuesday.")), ("files", ("bad.pdf", b"%PDF-1.7"))]
    answer = client.post("/v1/briefs/upload", files=files)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["detail"].startswith("bad.pdf: looks like a ")


def test_the_documented_example_works(client: httpx.Client) -> None:
    schema = client.get("/openapi.json").json()["components"]["schemas"]["BriefRequest"]
    assert schema["examples"] == [EXAMPLE]
    brief = client.post("/v1/briefs", json=schema["examples"][0]).json()
    assert {source["id"] for source in brief["sources"]} == {"wire", "courier"}
    assert brief["sentences"]


def test_a_request_with_an_earlier_brief_is_told_what_is_new(
    client: httpx.Client, articles: list[Document], encoder: Encoder
) -> None:
    sent = [{"id": article.id, "text": article.text} for article in articles]
    earlier = client.post("/v1/briefs", json={"documents": sent[:2]}).json()
    given = [Document(id=article.id, text=article.text) for article in articles]
    expected = summarize(given, None, encoder, since=summarize(given[:2], None, encoder))
    answer = client.post("/v1/briefs", json={"documents": sent, "since": earlier})
    assert answer.content == render(expected, Format.JSON).encode()
    assert BriefOut.model_validate_json(answer.content).since is not None


@pytest.mark.parametrize("earlier", [{}, {"schema": "summarize.stories/1"}, {"schema": "summarize.brief/1"}])
def test_an_earlier_brief_that_is_none_is_refused(
    client: httpx.Client, request_body: dict[str, Any], earlier: dict[str, Any]
) -> None:
    answer = client.post("/v1/briefs", json=request_body | {"since": earlier})
    assert answer.status_code == 422
    assert answer.json()["type"].endswith("invalid-brief")
    assert answer.json()["errors"][0]["field"] == "since"


def test_views_are_told_where_they_are_asked_for(client: httpx.Client, request_body: dict[str, Any]) -> None:
    answer = client.post("/v1/briefs", json=request_body | {"views": ["coverage"]})
    assert BriefOut.model_validate_json(answer.content).coverage is not None
    assert "coverage" not in client.post("/v1/briefs", json=request_body).json()
    files = [("files", ("wire.txt", request_body["documents"][0]["text"].encode()))]
    assert "coverage" in client.post("/v1/briefs/upload", files=files, data={"views": "coverage"}).json()
    for refused in (
        client.post("/v1/briefs", json=request_body | {"views": ["gossip"]}),
        client.post("/v1/briefs/upload", files=files, data={"views": "gossip"}),
    ):
        assert refused.status_code == 422
