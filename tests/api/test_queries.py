"""Questions over HTTP: answered as the command answers them."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from api.schemas import BriefOut
from summarize import Document, summarize
from summarize.models import Encoder
from summarize.rendering import Format, render

RADAR = "What did Captain Joren Haldane tell officers about his radar screen?"


def test_a_request_with_a_question_is_answered_as_the_library_answers(
    client: httpx.Client, articles: list[Document], encoder: Encoder
) -> None:
    given = [Document(id=article.id, text=article.text) for article in articles]
    sent = [{"id": article.id, "text": article.text} for article in articles]
    answer = client.post("/v1/briefs", json={"documents": sent, "query": RADAR})
    assert answer.content == render(summarize(given, None, encoder, query=RADAR), Format.JSON).encode()
    asked = BriefOut.model_validate_json(answer.content).query
    assert asked is not None
    assert asked.answered
    assert "query" not in client.post("/v1/briefs", json={"documents": sent}).json()


def test_files_are_asked_too(client: httpx.Client, articles: list[Document]) -> None:
    files = [("files", (f"{article.id}.txt", article.text.encode())) for article in articles]
    answer = client.post("/v1/briefs/upload", files=files, data={"query": RADAR})
    assert answer.json()["query"]["answered"]
    silent = client.post("/v1/briefs/upload", files=files, data={"query": "Who won the parliamentary election?"})
    assert silent.status_code == 200
    assert silent.json()["sentences"] == []


@pytest.mark.parametrize("asked", ["", " ", "?!", "x" * 20_001])
def test_a_question_without_a_word_or_without_end_is_refused(
    client: httpx.Client, request_body: dict[str, Any], asked: str
) -> None:
    answer = client.post("/v1/briefs", json=request_body | {"query": asked})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "query"
    answer = client.post("/v1/briefs/upload", files=[("files", ("a.txt", b"Words."))], data={"query": asked})
    assert answer.status_code == 422
