"""POST /v1/checks: a draft held against its sources."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from api.bodies import read_request
from api.negotiation import wanted
from api.problems import Fault, Problem
from api.routes import Serving, answered, answers, documents_of, takes_json, unusable
from api.schemas import EXAMPLE, ArticlesIn, DocumentIn
from api.security import asker_of
from summarize import Document
from summarize.checking import refuse_long
from summarize.errors import DocumentError
from summarize.records.brief import Source
from summarize.records.check import Detail, Difference, Evidence, OwnCitation, Verdict
from summarize.rendering.checks import CheckFormat

router = APIRouter()

CHECK_EXAMPLE: dict[str, Any] = {
    "draft": {"text": "A ferry struck the North Mole in fog, and 31 people were hurt. Two of them died."},
    "documents": EXAMPLE["documents"],
}


class CheckRequest(ArticlesIn):
    """A draft, and the articles it is held against."""

    model_config = ConfigDict(json_schema_extra={"examples": [CHECK_EXAMPLE]})

    draft: DocumentIn = Field(description="The draft, with its text.")

    @field_validator("draft")
    @classmethod
    def _with_text(cls, draft: DocumentIn) -> DocumentIn:
        if draft.text is None:
            raise PydanticCustomError("missing", "A draft needs its text")
        return draft


class SentenceOut(BaseModel):
    """A sentence of the draft, `draft.text[start:end]`, and what the sources say of it."""

    text: str
    start: int
    end: int
    line: int
    column: int
    verdict: Verdict
    citations: list[Evidence]
    voices: int
    reason: str
    differs: list[Difference]
    missing: list[Detail]
    own_citations: list[OwnCitation]
    message: str = Field(description="What is wrong, in words; empty where nothing is.")


class CheckOut(BaseModel):
    """The check, as `summarize check --format json` prints it."""

    schema_: Literal["summarize.check/1"] = Field(alias="schema")
    sentences: list[SentenceOut]
    sources: list[Source]
    draft: str
    sha256: str
    model: str
    is_read: bool
    holds: bool
    counts: dict[Verdict, int]
    summary: str
    wording: dict[str, Any] = Field(description="Verdicts and roles as people call them, sentence by sentence.")


@router.post(
    "/v1/checks",
    summary="Check a draft against its sources",
    responses=answers(CheckOut, "What the sources say of every sentence, in the form that Accept asks for."),
    response_class=Response,
    openapi_extra=takes_json("CheckRequest"),
)
async def create_check(request: Request, service: Serving) -> Response:
    """A draft and its sources in, a verdict on every sentence out: the same that `summarize check` prints."""
    format = wanted(request.headers.get("accept"))
    asked = await read_request(request, service.settings, service.turns, CheckRequest)
    draft = await service.turns.run(_as_draft, asked.draft)
    documents = await documents_of(asked, request.receive, service, asker_of(request))
    made = await service.check(draft, documents, CheckFormat(format.value), request.receive)
    return answered(made, format)


def _as_draft(given: DocumentIn) -> Document:
    """The draft as a document, called "draft" if nothing else. Raises Problem where it cannot be used."""
    try:
        draft = given.model_copy(update={"id": given.id or "draft"}).document(0)
    except DocumentError as error:
        raise unusable(given, error, None) from None
    try:
        refuse_long(draft)
    except DocumentError as error:
        at = Fault(detail=str(error), id=given.id, field="draft.text")
        raise Problem(413, "too-many-characters", str(error), faults=[at]) from None
    return draft
