"""A body of JSON as a request, at a cost in proportion to its size whatever is in it."""

from __future__ import annotations

from pydantic import ValidationError
from pydantic_core import from_json

from api.problems import Fault, Problem, invalid
from api.schemas import BriefRequest

_MOST_FIELDS = 50
"""Fields of an object that are looked at one by one. The schema knows six at most."""


def parse(body: bytes, most_documents: int) -> BriefRequest:
    """What the client asks for. Raises Problem: 400, 413 or 422.

    What is counted here first is what pydantic would write an error each for: eight megabytes of ones in place of the
    documents would keep it, and with it every other client, for half a minute.
    """
    try:
        found = from_json(body)
    except ValueError as error:
        raise Problem(400, "invalid-json", f"The body is no JSON: {error}.") from None
    documents = found.get("documents") if isinstance(found, dict) else None
    if not isinstance(documents, list):
        documents = []
    check_count(len(documents), most_documents, "documents")
    for number, part in enumerate([found, *documents]):
        if isinstance(part, dict) and len(part) > _MOST_FIELDS:
            detail = f"{len(part):,} fields are more than there are."
            raise Problem(422, "invalid-request", detail, faults=[Fault(detail=detail, document=number or None)])
    try:
        return BriefRequest.model_validate_json(body)
    except ValidationError as error:
        ids = [document.get("id") if isinstance(document, dict) else None for document in documents]
        raise invalid(error, ids) from None


def check_count(count: int, most: int, what: str) -> None:
    """Raises Problem 413 when there are too many documents, or files."""
    if count > most:
        detail = f"{count:,} {what} are more than the {most:,} allowed."
        raise Problem(413, "too-many-documents", detail, faults=[Fault(detail=detail, field=what)])
