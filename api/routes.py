"""The API: briefs, documents out of files, and what operators ask for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from pydantic import ValidationError

from api.bodies import read_form, read_request
from api.jobs import Read
from api.metrics import CONTENT_TYPE
from api.negotiation import MEDIA_TYPES, wanted
from api.problems import MEDIA_TYPE, Fault, Problem, invalid, too_busy
from api.schemas import BriefOut, BriefRequest, DocumentIn, DocumentOut, Documents, OptionsIn, VersionOut
from api.security import BRIEF_POLICY
from api.service import Service
from summarize import Document, __version__
from summarize.errors import DocumentError
from summarize.records.brief import SCHEMA
from summarize.records.document import MAX_CHARACTERS
from summarize.rendering import Format

router = APIRouter()


async def get_service(request: Request) -> Service:  # if it were not, a thread would do it
    service: Service = request.app.state.service
    return service


Serving = Annotated[Service, Depends(get_service)]

PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {
        "description": meaning,
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemDocument"}}},
    }
    for status, meaning in {
        400: "The body is no JSON, or no form.",
        401: "An access key is needed.",
        403: "The access key is unknown, or a page of another site asks.",
        406: "None of the forms there are is accepted.",
        408: "The request arrived too slowly.",
        413: "The body, the documents, their characters or their sentences are too many.",
        415: "The body is of another type or packed in another way.",
        422: "A field is wrong, or nothing in the documents could be quoted.",
        429: "Too many requests from this key or address; see Retry-After.",
        503: "Every worker is busy or the model is being loaded; see Retry-After.",
        504: "It took too long.",
    }.items()
}
_BRIEF: dict[int | str, dict[str, Any]] = {
    200: {
        "model": BriefOut,
        "description": "The brief, in the form that Accept asks for.",
        "content": {"text/markdown": {"schema": {"type": "string"}}, "text/html": {"schema": {"type": "string"}}},
    },
    **PROBLEMS,
}
_FILES = {"type": "array", "items": {"type": "string", "format": "binary"}, "minItems": 1}
_LENGTH = {"type": "integer", "minimum": 1, "maximum": 100_000}


def _form(**fields: object) -> dict[str, Any]:
    schema = {"type": "object", "required": ["files"], "properties": {"files": _FILES, **fields}}
    return {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": schema}}}}


@router.post(
    "/v1/briefs",
    summary="Make a brief of articles",
    responses=_BRIEF,
    response_class=Response,
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/BriefRequest"}}},
        }
    },
)
async def create_brief(request: Request, service: Serving) -> Response:
    """Several articles on one event in, one brief out: the same, byte for byte, that the command prints."""
    format = wanted(request.headers.get("accept"))
    asked = await read_request(request, service.settings, service.turns, BriefRequest)
    documents = await service.turns.run(as_documents, asked.documents)
    brief = await service.brief(documents, asked.options.options(), format, request.receive)
    return answered(brief, format)


@router.post(
    "/v1/briefs/upload",
    summary="Make a brief of files",
    responses=_BRIEF,
    response_class=Response,
    openapi_extra=_form(max_words=_LENGTH, max_sentences=_LENGTH),
)
async def create_brief_of_files(request: Request, service: Serving) -> Response:
    """The same for text, Markdown and JSON lines files. One that cannot be read is an error, as with --strict."""
    format = wanted(request.headers.get("accept"))
    files, fields = await read_form(
        request, service.turns, service.settings.max_documents, "max_words", "max_sentences"
    )
    try:
        options = OptionsIn.model_validate_strings(fields).options()
    except ValidationError as error:
        raise invalid(error) from None
    read = await service.read(files, request.receive)
    if read.problems:
        faults = [Fault(detail=problem, field="files") for problem in read.problems[:20]]
        raise Problem(422, "unreadable-file", "Some of the files cannot be read; see errors.", faults=faults)
    return answered(await service.brief(read.documents, options, format, request.receive), format)


@router.post(
    "/v1/documents",
    summary="Read files as documents",
    responses={200: {"model": Documents}, **PROBLEMS},
    response_class=Response,
    openapi_extra=_form(),
)
async def read_documents(request: Request, service: Serving) -> Response:
    """What the command would read of text, web pages, Markdown and JSON lines, ready to be sent to /v1/briefs."""
    files, _ = await read_form(request, service.turns, service.settings.max_documents)
    read = await service.read(files, request.receive)
    return Response(await service.turns.run(_read, read), media_type="application/json")


@router.get("/v1/version", summary="Which program and model answer", response_model=VersionOut)
async def version(service: Serving) -> VersionOut:
    return VersionOut(version=__version__, schema_=SCHEMA, model=service.pool.model)


@router.get("/livez", summary="Whether the server runs")
async def livez() -> dict[str, str]:
    return {"status": "ok"}


@router.get("/readyz", summary="Whether it can make briefs", responses={503: PROBLEMS[503]})
async def readyz(service: Serving) -> dict[str, str]:
    if not service.pool.is_ready:
        raise too_busy(service.pool.failure or "The model is being loaded.", seconds=5, code="not-ready")
    return {"status": "ok"}


@router.get("/metrics", summary="Figures for Prometheus", response_class=Response)
async def metrics(service: Serving) -> Response:
    service.metrics.busy.set(service.pool.busy)
    service.metrics.waiting.set(service.pool.waiting)
    return Response(service.metrics.render(), headers={"Content-Type": CONTENT_TYPE})


def as_documents(articles: Sequence[DocumentIn]) -> list[Document]:
    """The documents of a request. Raises Problem for one that cannot be used."""
    taken = {article.id for article in articles if article.id}
    return [as_document(article, number, taken) for number, article in enumerate(articles, start=1)]


def as_document(article: DocumentIn, number: int, taken: Collection[str]) -> Document:
    """The document of this number. Raises Problem where it cannot be used."""
    try:
        return article.document(number, taken)
    except DocumentError as error:
        if len(article.text) <= MAX_CHARACTERS:  # of what else the schema lets through, only the blocks can be wrong
            told = str(error)
            at = Fault(detail=told, document=number, id=article.id, field="blocks")
            raise Problem(422, "invalid-document", told, faults=[at]) from None
        detail = f"An article may hold {MAX_CHARACTERS:,} characters; split it into its articles."
        at = Fault(detail=detail, document=number, id=article.id, field="text")
        raise Problem(413, "too-many-characters", detail, faults=[at]) from None


def _read(read: Read) -> str:
    found = Documents(documents=[_out(document) for document in read.documents], problems=list(read.problems))
    return found.model_dump_json()


def _out(document: Document) -> DocumentOut:
    published = document.published.isoformat() if document.published else None
    return DocumentOut(
        id=document.id,
        text=document.text,
        title=document.title,
        url=document.url,
        publisher=document.publisher,
        published=published,
        language=document.language,
        blocks=list(document.blocks),
        media_type=document.media_type,
    )


def answered(brief: str | bytes, format: Format) -> Response:
    """What was made, in its form."""
    headers = {"Cache-Control": "no-store", "Vary": "Accept"}
    if format is Format.HTML:
        headers["Content-Security-Policy"] = BRIEF_POLICY
    return Response(brief, headers=headers, media_type=MEDIA_TYPES[format])
