"""POST /v1/stories: a mixed stream divided into events."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.bodies import read_request
from api.negotiation import wanted
from api.routes import Serving, answered, answers, documents_of, takes_json
from api.schemas import EXAMPLE, ArticlesIn, BriefOut, OptionsIn
from api.security import asker_of
from summarize.records.stories import Change, Joining, StoryStatus
from summarize.rendering.stories import StoriesFormat

router = APIRouter()


class StoriesRequest(ArticlesIn):
    """Articles on any events."""

    model_config = ConfigDict(json_schema_extra={"examples": [{**EXAMPLE, "briefs": False}]})

    options: OptionsIn = OptionsIn()
    briefs: bool = Field(default=True, description="Whether each story of several articles gets a brief.")


class StoryOut(BaseModel):
    """Articles on one event, and why each is among them."""

    id: str
    title: str | None
    documents: list[str]
    first: str | None
    last: str | None
    status: StoryStatus
    joinings: list[Joining]
    brief: BriefOut | None = None
    no_brief: str | None = None


class StoryDocument(BaseModel):
    """An article of a story, without its text."""

    id: str
    title: str | None
    url: str | None
    publisher: str | None
    author: str | None = None
    published: str | None
    sha256: str
    headline: str | None = Field(default=None, description="As its text shows it, where it has no title.")
    day: str | None = Field(default=None, description="That it is taken to be of, in its text where it has no date.")


class StoriesOut(BaseModel):
    """A stream divided into events, as `summarize stories --format json` prints it."""

    schema_: Literal["summarize.stories/1"] = Field(alias="schema")
    stories: list[StoryOut]
    changes: list[Change]
    documents: list[StoryDocument]
    wording: dict[str, Any] = Field(description="What every other form says of the stories, story by story.")


@router.post(
    "/v1/stories",
    summary="Divide articles into stories",
    responses=answers(StoriesOut, "The stories, in the form that Accept asks for."),
    response_class=Response,
    openapi_extra=takes_json("StoriesRequest"),
)
async def create_stories(request: Request, service: Serving) -> Response:
    """Articles on many events in; the stories out, with a brief each unless `briefs` is false: byte for byte what the
    command prints. Nothing is kept from request to request.
    """
    format = wanted(request.headers.get("accept"))
    asked = await read_request(request, service.settings, service.turns, StoriesRequest)
    documents = await documents_of(asked, request.receive, service, asker_of(request))
    form = StoriesFormat(format.value)
    stories = await service.stories(documents, asked.options.options(), asked.briefs, form, request.receive)
    return answered(stories, format)
