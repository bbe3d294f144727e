"""POST /v1/checks: a draft held against its sources."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from api.bodies import read_request
from api.negotiation import wanted
from api.routes import PROBLEMS, Serving, answered, as_document, documents_of, takes_json
from api.schemas import EXAMPLE, ArticlesIn, DocumentIn
from summarize.records.brief import Source
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


class CheckOut(BaseModel):
    """The check, as `summarize check --format json` prints it."""

    schema_: str = Field(alias="schema")
    sentences: list[dict[str, Any]] = Field(description="Each as CheckedSentence in summarize/records/check.py says.")
    sources: list[Source]
    draft: str
    sha256: str
    model: str
    is_read: bool
    holds: bool
    counts: dict[str, int]
    summary: str
    wording: dict[str, Any] = Field(description="Verdicts and roles as people call them, sentence by sentence.")


@router.post(
    "/v1/checks",
    summary="Check a draft against its sources",
    responses={
        200: {
            "model": CheckOut,
            "description": "What the sources say of every sentence, in the form that Accept asks for.",
            "content": {"text/markdown": {"schema": {"type": "string"}}, "text/html": {"schema": {"type": "string"}}},
        },
        **PROBLEMS,
    },
    response_class=Response,
    openapi_extra=takes_json("CheckRequest"),
)
async def create_check(request: Request, service: Serving) -> Response:
    """A draft and its sources in, a verdict on every sentence out: the same that `summarize check` prints."""
    format = wanted(request.headers.get("accept"))
    asked = await read_request(request, service.settings, service.turns, CheckRequest)
    documents = await documents_of(asked, request, service)
    draft = await service.turns.run(as_document, asked.draft.model_copy(update={"id": asked.draft.id or "draft"}), 0)
    made = await service.check(draft, documents, CheckFormat(format.value), request.receive)
    return answered(made, format)
