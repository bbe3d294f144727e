"""Bodies as requests, at a cost in proportion to their size whatever is in them, and without touching the disk."""

from __future__ import annotations

import codecs
import json
from typing import Any, TypeVar

from fastapi import Request
from pydantic import BaseModel, ValidationError

from api.forms import parse_form
from api.intake import BODY
from api.problems import Fault, Problem, invalid
from api.settings import Settings
from api.tally import Tally, TooMuch, pieces
from api.turns import Turns

_MARKS = 100
"""Of a document: one with all its fields has 38, so there is room to be told of those that it should not have."""
_FIELDS_LENGTH = 7_100
"""Characters of a document besides its text, each field as long as the schema lets it be."""
_Asked = TypeVar("_Asked", bound=BaseModel)
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)  # with which the marks of UTF-32 begin, or end


async def read_request(request: Request, settings: Settings, turns: Turns, model: type[_Asked]) -> _Asked:
    """What is asked for in JSON, as this model. Raises Problem: 400, 413, 415 or 422."""
    _check_type(request, "application/json")
    body: bytearray = request.scope[BODY]
    most = settings.max_documents
    most_characters = settings.max_characters + _FIELDS_LENGTH * most
    tally = Tally(most, _MARKS, most_characters if len(body) > most_characters else None)  # a byte or more each
    try:
        for piece in () if tally.has_room_for(len(body)) else pieces(body):
            await turns.run(tally.feed, piece)
    except TooMuch as much:
        raise Problem(413, much.code, str(much)) from None
    found = await turns.run(_json, await turns.run(_text, body))
    return await turns.run(_validated, found, most, model)


async def read_form(
    request: Request, turns: Turns, most: int, *names: str
) -> tuple[list[tuple[str, bytes]], dict[str, str]]:
    """The files of a form by name, and its other fields, each given once; empty ones count as absent.

    Raises Problem: 400, 415 or 422.
    """
    _check_type(request, "multipart/form-data")
    files: list[tuple[str, bytes]] = []
    fields: dict[str, str] = {}
    content_type = request.headers["content-type"]
    async for part in turns.each(parse_form(request.scope[BODY], content_type, most + len(names))):
        if part is None:
            continue
        if part.name == "files" and part.file_name is not None:
            files.append((_bare(part.file_name), part.content))
        elif part.name == "files":
            raise Problem(422, "invalid-request", "Each of the files needs a filename in its Content-Disposition.")
        elif part.name in names and part.file_name is None and part.name not in fields:
            fields[part.name] = part.content.decode("utf-8", "replace")
        else:
            takes = ", ".join(("files", *(f"{name} once" for name in names)))
            raise Problem(422, "invalid-request", f"The form takes {takes}, and no other field.")
    if not files:
        raise Problem(422, "invalid-request", "There is no file.", faults=[Fault(detail="is required", field="files")])
    return files, {name: value for name, value in fields.items() if value}


def _bare(name: str) -> str:
    """A file's name without folders and without what cannot be printed."""
    return "".join(c for c in name.replace("\\", "/").rpartition("/")[2] if c.isprintable())[-200:] or "file"


def is_json(request: Request) -> bool:
    """Whether a request says that its body is JSON."""
    return _type(request) == "application/json"


def _type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def _check_type(request: Request, expected: str) -> None:
    if _type(request) != expected:
        detail = f"The body must be {expected}, with a Content-Type that says so."
        raise Problem(415, "unknown-type", detail, headers={"Accept": expected})


def _text(body: bytearray) -> str:
    try:
        return body.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        seen = " but UTF-16 or UTF-32" if body[:4].endswith(_WIDE) or body.startswith(_WIDE) else ""
        detail = f"JSON must be UTF-8, and the body is not{seen}, from byte {error.start + 1:,} on."
        raise Problem(400, "invalid-json", detail) from None


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        detail = f"The body is no JSON: {error.msg} at line {error.lineno:,}, column {error.colno:,}."
    except (ValueError, RecursionError):
        detail = "The body is no JSON that can be read: a number is too long or lists are too deep in one another."
    raise Problem(400, "invalid-json", detail)


def _validated(found: Any, most_documents: int, model: type[_Asked]) -> _Asked:
    documents = found.get("documents") if isinstance(found, dict) else None
    if not isinstance(documents, list):
        documents = []
    check_count(len(documents), most_documents, "documents")
    try:
        return model.model_validate(found)
    except ValidationError as error:
        ids = [document.get("id") if isinstance(document, dict) else None for document in documents]
        raise invalid(error, ids) from None


def check_count(count: int, most: int, what: str) -> None:
    """Raises Problem 413 when there are too many documents, or files."""
    if count > most:
        detail = f"{count:,} {what} are more than the {most:,} allowed."
        raise Problem(413, "too-many-documents", detail, faults=[Fault(detail=detail, field=what)])
