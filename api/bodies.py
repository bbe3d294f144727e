"""Bodies as requests, at a cost in proportion to their size whatever is in them, and without touching the disk."""

from __future__ import annotations

from fastapi import Request
from pydantic import ValidationError
from pydantic_core import from_json
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from api.problems import Fault, Problem, invalid
from api.schemas import BriefRequest

_MOST_FIELDS = 50
"""Fields of an object that are looked at one by one. The schema knows six at most."""


async def read_request(request: Request, most_documents: int) -> BriefRequest:
    """What is asked for in JSON. Raises Problem: 400, 413, 415 or 422."""
    _check_type(request, "application/json")
    return _parse(await request.body(), most_documents)


async def read_form(request: Request, most: int, *names: str) -> tuple[list[tuple[str, bytes]], dict[str, str]]:
    """The files of a form by name, and its other fields, each given once; empty ones count as absent.

    Raises Problem: 400, 415 or 422.
    """
    _check_type(request, "multipart/form-data")
    files: list[tuple[str, bytes]] = []
    fields: dict[str, str] = {}
    parser = _InMemory(request.headers, request.stream(), max_files=most, max_fields=len(names) + 1)
    try:
        form = await parser.parse()
    except (MultiPartException, ValueError, KeyError, UnicodeError):
        raise Problem(400, "invalid-form", f"The body is no form of at most {most:,} files.") from None
    for name, value in form.multi_items():
        if name == "files" and isinstance(value, UploadFile):
            files.append((value.filename or "file", await value.read()))
        elif name in names and isinstance(value, str) and name not in fields:
            if value:
                fields[name] = value
        else:
            raise Problem(422, "invalid-request", f"The form takes files and {', '.join(names) or 'no other field'}.")
    if not files:
        raise Problem(422, "invalid-request", "There is no file.", faults=[Fault(detail="is required", field="files")])
    return files, fields


class _InMemory(MultiPartParser):
    spool_max_size = 2**31  # never to a file: the whole body is in memory by then, within its limit


def _check_type(request: Request, expected: str) -> None:
    given = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if given != expected:
        detail = f"The body must be {expected}, with a Content-Type that says so."
        raise Problem(415, "unknown-type", detail, headers={"Accept": expected})


def _parse(body: bytes, most_documents: int) -> BriefRequest:
    """What is asked for. Raises Problem.

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
    options = found.get("options") if isinstance(found, dict) else None
    for number, part in [(None, found), (None, options), *enumerate(documents, start=1)]:
        if isinstance(part, dict) and len(part) > _MOST_FIELDS:
            detail = f"{len(part):,} fields are more than there are."
            raise Problem(422, "invalid-request", detail, faults=[Fault(detail=detail, document=number)])
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
