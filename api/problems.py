"""Every error as a problem document (RFC 9457), which says what to do and never repeats what a client sent as text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from pydantic import BaseModel, Field, ValidationError
from starlette.responses import Response

MEDIA_TYPE = "application/problem+json"
LONGEST_NAME = 80
"""Characters of a name that a client chose, such as an unknown field's, that are repeated to it."""


class Fault(BaseModel):
    """One thing wrong with a request."""

    detail: str
    document: int | None = Field(default=None, description="Which document, counted from 1.")
    id: str | None = Field(default=None, description="The document's id or the file's name, where it has one.")
    field: str | None = Field(default=None, description="Which field, such as text or options.max_words.")


class ProblemDocument(BaseModel):
    """The body of every answer that is an error, as RFC 9457 has it."""

    type: str = Field(examples=["urn:summarize:problem:invalid-request"])
    title: str
    status: int
    detail: str
    request_id: str | None = None
    errors: list[Fault] | None = None


class Problem(Exception):
    """An error with its answer. `code` is the stable name of its kind, for programs."""

    def __init__(
        self,
        status: int,
        code: str,
        detail: str,
        *,
        faults: Iterable[Fault] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.code = code
        self.detail = detail
        self.faults = tuple(faults)
        self.headers = dict(headers or {})

    def response(self, request_id: str | None) -> Response:
        content: dict[str, Any] = {
            "type": f"urn:summarize:problem:{self.code}",
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.detail,
            "request_id": request_id,
        }
        if self.faults:
            content["errors"] = [fault.model_dump(exclude_none=True) for fault in self.faults]
        headers = {"Cache-Control": "no-store", **self.headers}
        return Response(json.dumps(content), self.status, headers, MEDIA_TYPE)


def too_busy(detail: str, *, seconds: int, code: str = "busy") -> Problem:
    """503: come back in some seconds."""
    return Problem(503, code, detail, headers={"Retry-After": str(seconds)})


def invalid(error: ValidationError, ids: Sequence[object] = ()) -> Problem:
    """The problem of a body that is not what the schema asks for; `ids` are what its documents give as theirs."""
    errors = error.errors(include_url=False, include_context=False, include_input=False)
    faults = [_fault(one["loc"], one["msg"], ids) for one in errors[:20]]
    count = f"{len(errors)} things are" if len(errors) > 1 else "One thing is"
    return Problem(422, "invalid-request", f"{count} wrong with the request; see errors.", faults=faults)


def _fault(loc: tuple[int | str, ...], message: str, ids: Sequence[object]) -> Fault:
    path = list(loc)
    document = given = None
    if len(path) >= 2 and path[0] == "documents" and isinstance(path[1], int):
        document, path = path[1] + 1, path[2:]
        given = ids[document - 1]
    name = ".".join(str(part) for part in path)
    return Fault(
        detail=message.removeprefix("Value error, "),
        document=document,
        id=_shortened(given) if isinstance(given, str) else None,
        field=_shortened(name),
    )


def _shortened(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[:LONGEST_NAME] + "…"
