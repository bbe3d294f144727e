"""POST /v1/checks gives what the library gives, in the form that was asked for."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from api.checks import CheckOut
from summarize import Document, check
from summarize.models import Encoder
from summarize.rendering.checks import CheckFormat, render_check

DRAFT = "Nobody was killed, a coastguard spokesman said. Sundvik Lines cancelled all sailings until Monday. Why?"


@pytest.fixture
def body(request_body: dict[str, Any]) -> dict[str, Any]:
    return {"draft": {"text": DRAFT}, "documents": request_body["documents"]}


@pytest.mark.parametrize(
    ("accept", "format"),
    [
        ("application/json", CheckFormat.JSON),
        ("text/markdown", CheckFormat.MARKDOWN),
        ("text/html", CheckFormat.HTML),
    ],
)
def test_every_form_is_byte_for_byte_the_library_s(
    client: httpx.Client,
    body: dict[str, Any],
    articles: list[Document],
    encoder: Encoder,
    accept: str,
    format: CheckFormat,
) -> None:
    expected = render_check(check(Document(id="draft", text=DRAFT), articles, encoder), format)
    answer = client.post("/v1/checks", json=body, headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.content == expected.encode()


def test_json_is_what_the_openapi_description_says(client: httpx.Client, body: dict[str, Any]) -> None:
    made = CheckOut.model_validate_json(client.post("/v1/checks", json=body).content)
    same, changed, asked = (sentence.verdict for sentence in made.sentences)
    assert (same, asked) == ("supported", "not_checkable")
    assert changed != "supported"
    assert not made.holds
    assert (made.wording["verdicts"][0], made.wording["verdicts"][2]) == ("supported", "not checkable")
    assert [len(roles) for roles in made.wording["roles"]] == [len(each.citations) for each in made.sentences]


def test_the_example_of_the_description_can_be_sent(client: httpx.Client) -> None:
    schema = client.get("/openapi.json").json()["components"]["schemas"]["CheckRequest"]
    assert client.post("/v1/checks", json=schema["examples"][0]).status_code == 200


@pytest.mark.parametrize("draft", [{}, {"text": ""}, {"text": "  "}, {"text": "x", "other": 1}])
def test_a_draft_that_is_none_is_refused(client: httpx.Client, body: dict[str, Any], draft: dict[str, Any]) -> None:
    answer = client.post("/v1/checks", json=body | {"draft": draft})
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_draft_that_is_too_long_is_refused_before_its_sources_are_read(client: httpx.Client) -> None:
    asked = {"draft": {"text": "Nobody was killed. " * 22_000}, "documents": [{"url": "https://a.example/"}]}
    answer = client.post("/v1/checks", json=asked)
    assert answer.status_code == 413
    (at,) = answer.json()["errors"]
    assert at["field"] == "draft.text"
    assert "at most 400,000 are checked" in at["detail"]


def test_a_check_is_counted_as_a_brief_is(client: httpx.Client, body: dict[str, Any]) -> None:
    def counted() -> dict[str, float]:
        lines = client.get("/metrics").text.splitlines()
        return {line.rpartition(" ")[0]: float(line.rpartition(" ")[2]) for line in lines if not line.startswith("#")}

    before = counted()
    assert client.post("/v1/checks", json=body).status_code == 200
    after = counted()
    assert after["summarize_sentences_total"] > before["summarize_sentences_total"]
    stage = 'summarize_stage_seconds_count{stage="verdicts"}'
    assert after[stage] == before.get(stage, 0) + 1
