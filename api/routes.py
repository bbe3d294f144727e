"""The API: briefs, documents out of files, and what operators ask for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, ValidationError
from starlette.types import Receive

from api.bodies import is_json, read_form, read_request
from api.jobs import Read, unusable_earlier
from api.links import refuse_unread
from api.metrics import CONTENT_TYPE
from api.negotiation import MEDIA_TYPES, wanted
from api.problems import MEDIA_TYPE, Fault, Problem, invalid, too_busy
from api.schemas import (
    MAX_QUERY,
    ArticlesIn,
    BriefOut,
    BriefRequest,
    DocumentIn,
    DocumentOut,
    Documents,
    FieldsIn,
    VersionOut,
)
from api.security import BRIEF_POLICY, asker_of
from api.service import Service
from summarize import Brief, Document, __version__
from summarize.errors import BriefError, DocumentError
from summarize.records.brief import SCHEMA
from summarize.records.document import MAX_CHARACTERS
from summarize.records.views import View
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
        413: "The body, the documents, their links, characters or sentences are too many.",
        415: "The body is of another type or packed in another way.",
        422: "A field is wrong, a link cannot be read, or nothing in the documents could be quoted.",
        429: "Too many requests from this key or address; see Retry-After.",
        503: "Every worker is busy or the model is being loaded; see Retry-After.",
        504: "It took too long.",
    }.items()
}
_BRIEF = "The brief, in the form that Accept asks for."
_FILES = {"type": "array", "items": {"type": "string", "format": "binary"}, "minItems": 1}
_VIEWS = {"type": "string", "description": f"Of {', '.join(View)}, with commas between them."}
_QUERY = {"type": "string", "minLength": 1, "maxLength": MAX_QUERY}
_LENGTH = {"type": "integer", "minimum": 1, "maximum": 100_000}


def answers(model: type[BaseModel], description: str) -> dict[int | str, dict[str, Any]]:
    """What a route answers with in three forms, and its problems, for its description."""
    text = {"schema": {"type": "string"}}
    content = {"text/markdown": text, "text/html": text}
    return {200: {"model": model, "description": description, "content": content}, **PROBLEMS}


def _form(**fields: object) -> dict[str, Any]:
    schema = {"type": "object", "required": ["files"], "properties": {"files": _FILES, **fields}}
    return {"multipart/form-data": {"schema": schema}}


def _json(schema: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}


def _takes(content: dict[str, Any]) -> dict[str, Any]:
    return {"requestBody": {"required": True, "content": content}}


def takes_json(schema: str) -> dict[str, Any]:
    """What a route reads, for its description: JSON of a model that api/app.py describes."""
    return _takes(_json(schema))


@router.post(
    "/v1/briefs",
    summary="Make a brief of articles",
    responses=answers(BriefOut, _BRIEF),
    response_class=Response,
    openapi_extra=takes_json("BriefRequest"),
)
async def create_brief(request: Request, service: Serving) -> Response:
    """Several articles on one event in, one brief out: the same, byte for byte, that the command prints."""
    format = wanted(request.headers.get("accept"))
    asked = await read_request(request, service.settings, service.turns, BriefRequest)
    documents = await documents_of(asked, request.receive, service, asker_of(request))
    earlier = await service.turns.run(earlier_of, asked)
    options = asked.options.options()
    brief = await service.brief(documents, options, format, request.receive, earlier, asked.views, asked.query)
    return answered(brief, format)


@router.post(
    "/v1/briefs/upload",
    summary="Make a brief of files",
    responses=answers(BriefOut, _BRIEF),
    response_class=Response,
    openapi_extra=_takes(_form(max_words=_LENGTH, max_sentences=_LENGTH, views=_VIEWS, query=_QUERY)),
)
async def create_brief_of_files(request: Request, service: Serving) -> Response:
    """The same for files of any format the command reads. One that cannot be read is an error, as with --strict."""
    format = wanted(request.headers.get("accept"))
    files, fields = await read_form(
        request, service.turns, service.settings.max_documents, "max_words", "max_sentences", "views", "query"
    )
    views = views_of(fields.pop("views", ""))
    try:
        asked = FieldsIn.model_validate_strings(fields)
    except ValidationError as error:
        raise invalid(error) from None
    read = await service.read(files, request.receive)
    if read.problems:
        faults = [Fault(detail=problem, field="files") for problem in read.problems[:20]]
        raise Problem(422, "unreadable-file", "Some of the files cannot be read; see errors.", faults=faults)
    brief = await service.brief(
        read.documents, asked.options(), format, request.receive, views=views, query=asked.query
    )
    return answered(brief, format)


@router.post(
    "/v1/documents",
    summary="Read files, or links, as documents",
    responses={200: {"model": Documents}, **PROBLEMS},
    response_class=Response,
    openapi_extra=_takes({**_form(), **_json("BriefRequest")}),
)
async def read_documents(request: Request, service: Serving) -> Response:
    """What the command would read of files in a form, or of documents given as links in JSON, ready to be sent to
    /v1/briefs.
    """
    if is_json(request):
        asked = await read_request(request, service.settings, service.turns, BriefRequest)
        linked = await service.read_links(asked.links, request.receive, asker_of(request))
        read = await service.turns.run(_linked, asked, linked)
        service.bound(read.documents)
    else:
        files, _ = await read_form(request, service.turns, service.settings.max_documents)
        read = await service.read(files, request.receive)
    return Response(await service.turns.run(_read, read), media_type="application/json")


@router.get("/v1/version", summary="Which program and model answer", response_model=VersionOut)
async def version(service: Serving) -> VersionOut:
    return VersionOut(version=__version__, schema_=SCHEMA, model=service.pool.model, reads_links=service.settings.fetch)


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


async def documents_of(asked: ArticlesIn, receive: Receive, service: Service, asker: str = "") -> list[Document]:
    """The articles of a request, what its links lead to among them. Raises Problem for one that cannot be used."""
    read = await service.read_links(asked.links, receive, asker)
    refuse_unread(read)
    return await service.turns.run(_documents, asked, read)


def _documents(asked: ArticlesIn, read: Mapping[int, Document | str]) -> list[Document]:
    """The documents of a request, without those whose link was read as none."""
    taken = {article.id for article in asked.documents if article.id}
    found = []
    for number, article in enumerate(asked.documents, start=1):
        linked = read.get(number)
        if not isinstance(linked, str):
            found.append(as_document(article, number, taken, linked))
    return found


def _linked(asked: ArticlesIn, read: Mapping[int, Document | str]) -> Read:
    problems = (f"{asked.links[number]}: {each}." for number, each in read.items() if isinstance(each, str))
    return Read(tuple(_documents(asked, read)), tuple(problems))


def views_of(written: str) -> list[View]:
    """Views as a field of a form names them. Raises Problem 422 for a name that is none."""
    names = [name.strip() for name in written.split(",") if name.strip()]
    if unknown := [name for name in names if name not in set(View)]:
        detail = f"{unknown[0][:40]!r} is none of {', '.join(View)}."
        raise Problem(422, "invalid-request", detail, faults=[Fault(detail=detail, field="views")])
    return [View(name) for name in names]


def earlier_of(asked: BriefRequest) -> Brief | None:
    """The earlier brief of a request. Raises Problem 422 for what is none."""
    try:
        return asked.earlier()
    except BriefError as error:
        refused = unusable_earlier(error)
        faults = [Fault(detail=str(error), field="since")]
        raise Problem(422, refused.code, refused.detail, faults=faults) from None


def as_document(
    article: DocumentIn, number: int, taken: Collection[str] = (), read: Document | None = None
) -> Document:
    """The document of this number, of what its link was `read` as. Raises Problem where it cannot be used."""
    try:
        return article.document(number, taken, read)
    except DocumentError as error:
        raise unusable(article, error, number) from None


def unusable(article: DocumentIn, error: DocumentError, number: int | None) -> Problem:
    """The problem of an article that makes no document; the draft of a check has no number."""
    before = "" if number else "draft."
    if len(article.text or "") > MAX_CHARACTERS:
        detail = f"An article may hold {MAX_CHARACTERS:,} characters; split it into its articles."
        at = Fault(detail=detail, document=number, id=article.id, field=f"{before}text")
        return Problem(413, "too-many-characters", detail, faults=[at])
    # Of what else the schema lets through, only the blocks can be wrong.
    at = Fault(detail=str(error), document=number, id=article.id, field=f"{before}blocks")
    return Problem(422, "invalid-document", str(error), faults=[at])


def _read(read: Read) -> str:
    found = Documents(documents=[_out(document) for document in read.documents], problems=list(read.problems))
    without_pages = {number: {"pages"} for number, document in enumerate(read.documents) if not document.pages}
    return found.model_dump_json(exclude={"documents": without_pages} if without_pages else None)


def _out(document: Document) -> DocumentOut:
    published = document.published.isoformat() if document.published else None
    return DocumentOut(
        id=document.id,
        text=document.text,
        title=document.title,
        url=document.url,
        publisher=document.publisher,
        author=document.author,
        published=published,
        language=document.language,
        blocks=list(document.blocks),
        media_type=document.media_type,
        pages=list(document.pages),
    )


def answered(brief: str | bytes, format: Format) -> Response:
    """What was made, in its form."""
    headers = {"Cache-Control": "no-store", "Vary": "Accept"}
    if format is Format.HTML:
        headers["Content-Security-Policy"] = BRIEF_POLICY
    return Response(brief, headers=headers, media_type=MEDIA_TYPES[format])
