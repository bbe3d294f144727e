"""The web page, the page about the API, and the files they are made of, all of it in memory."""

from __future__ import annotations

import hashlib
import json
from html import escape
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response

from api.problems import Problem
from api.schemas import EXAMPLE
from api.security import PAGE_POLICY
from summarize.reading.registry import MEDIA_TYPES, SUFFIXES

_TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "svg": "image/svg+xml",
    "json": "application/json",
}


def page_routes() -> APIRouter:
    """The routes of everything a browser loads."""
    router = APIRouter(include_in_schema=False)
    web = files("api.web")
    static: dict[str, Traversable] = {
        entry.name: entry for entry in web.iterdir() if entry.name.endswith(tuple(_TYPES))
    }
    static["brief.css"] = files("summarize.rendering").joinpath("brief.css")
    static["check.css"] = files("summarize.rendering.checks").joinpath("check.css")
    contents = {name: entry.read_bytes() for name, entry in static.items()}
    page, docs = contents.pop("index.html"), contents.pop("docs.html")
    page = page.replace(b"<!-- accepted -->", ",".join((*SUFFIXES, *MEDIA_TYPES)).encode())

    @router.get("/")
    async def index(request: Request) -> Response:
        return _file(request, page, "html")

    @router.get("/docs")
    async def documentation(request: Request) -> Response:
        filled = docs.replace(b"<!-- operations -->", operations(request.app).encode())
        filled = filled.replace(b"<!-- example -->", escape(pretty(EXAMPLE), quote=False).encode())
        return _file(request, filled, "html")

    @router.get("/favicon.ico")
    async def icon(request: Request) -> Response:
        return _file(request, contents["icon.svg"], "svg")

    @router.get("/static/{name}")
    async def static_file(request: Request, name: str) -> Response:
        if name not in contents:
            raise Problem(404, "not-found", "There is no such file.")
        return _file(request, contents[name], name.rpartition(".")[2])

    return router


def _file(request: Request, content: bytes, kind: str) -> Response:
    tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if kind == "html":
        headers["Content-Security-Policy"] = PAGE_POLICY
    known = {one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")}
    if known & {tag, "*"}:
        return Response(status_code=304, headers=headers)
    return Response(content, headers={**headers, "Content-Type": _TYPES[kind]})


def operations(app: FastAPI) -> str:
    """Each operation of the OpenAPI description as a section of HTML."""
    parts: list[str] = []
    for path, methods in app.openapi()["paths"].items():
        for method, operation in methods.items():
            parts.append(_operation(path, method.upper(), operation))
    return "\n".join(parts)


def _operation(path: str, method: str, operation: dict[str, Any]) -> str:
    body = operation.get("requestBody", {}).get("content", {})
    answers = "".join(
        f"<tr><th scope=row>{escape(status)}</th><td>{escape(answer.get('description', ''))}</td></tr>"
        for status, answer in operation["responses"].items()
    )
    takes = f"<p>Takes <code>{escape(', '.join(body))}</code>.</p>" if body else ""
    return (
        f"<section><h2><code>{method} {escape(path)}</code></h2><p>{escape(operation.get('summary', ''))}. "
        f"{escape(operation.get('description', ''))}</p>{takes}"
        f"<details><summary>Answers</summary><table>{answers}</table></details></section>"
    )


def pretty(example: object) -> str:
    """An example as it stands in the page."""
    return json.dumps(example, indent=2, ensure_ascii=False)
