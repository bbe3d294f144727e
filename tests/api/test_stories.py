"""Stories over HTTP are the stories of the library."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from api.stories import StoriesOut
from summarize import Options
from summarize.models import Encoder
from summarize.rendering.stories import StoriesFormat, render_stories
from summarize.stories import brief_stories, find_stories
from tests.stories.streams import stream


@pytest.fixture
def stories_body() -> dict[str, Any]:
    documents = [
        {"id": d.id, "text": d.text, "published": d.published.isoformat() if d.published else None} for d in stream()
    ]
    return {"documents": documents, "options": {"max_words": 60}}


@pytest.mark.parametrize("format", list(StoriesFormat))
def test_every_form_is_byte_for_byte_the_library_s(
    client: httpx.Client, stories_body: dict[str, Any], encoder: Encoder, format: StoriesFormat
) -> None:
    expected = render_stories(brief_stories(find_stories(stream()), Options(max_words=60), encoder), format)
    accept = "application/json" if format is StoriesFormat.JSON else f"text/{format}"
    answer = client.post("/v1/stories", json=stories_body, headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.content == expected.encode()


def test_json_is_what_the_openapi_description_says(client: httpx.Client, stories_body: dict[str, Any]) -> None:
    found = StoriesOut.model_validate_json(client.post("/v1/stories", json=stories_body).content)
    assert all(story.brief is not None for story in found.stories)


def test_the_example_of_the_description_can_be_sent(client: httpx.Client) -> None:
    schema = client.get("/openapi.json").json()["components"]["schemas"]["StoriesRequest"]
    assert client.post("/v1/stories", json=schema["examples"][0]).status_code == 200


def test_without_briefs_there_are_none(client: httpx.Client, stories_body: dict[str, Any]) -> None:
    answer = client.post("/v1/stories", json={**stories_body, "briefs": False}).json()
    assert len(answer["stories"]) == 3
    assert not any("brief" in story for story in answer["stories"])


def test_a_request_for_a_brief_may_not_ask_for_briefs(client: httpx.Client, stories_body: dict[str, Any]) -> None:
    assert client.post("/v1/briefs", json={**stories_body, "briefs": True}).status_code == 422


def test_the_limits_of_briefs_hold(client: httpx.Client, stories_body: dict[str, Any]) -> None:
    many = [{"text": f"Article {number} says little."} for number in range(101)]
    assert client.post("/v1/stories", json={"documents": many}).status_code == 413
    assert client.post("/v1/stories", json={"documents": []}).status_code == 422
    assert client.post("/v1/stories", json=stories_body, headers={"Accept": "image/png"}).status_code == 406
