"""The application: routes inside, and around them the layers every request passes."""

from __future__ import annotations

import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp

from api import checks, stories
from api.edge import Answers, Edge, fault
from api.intake import Budget, Intake
from api.limits import RateLimit
from api.logs import log
from api.metrics import Metrics
from api.pages import page_routes
from api.pool import Pool
from api.problems import Problem, ProblemDocument
from api.routes import router
from api.schemas import BriefRequest
from api.security import Doors
from api.service import Service
from api.settings import Settings
from api.turns import Turns
from api.worker import LoadEncoder, default_encoder
from summarize import __version__
from summarize.models.machine import usable_cpus

_DESCRIPTION = """Several articles about one event go in; one brief comes out. Every sentence of it is taken word for \
word from a source, and cited. Errors are problem documents (RFC 9457)."""


def create_app(settings: Settings, load: LoadEncoder = default_encoder) -> ASGIApp:
    """The service as an ASGI application. `load` makes the encoder, in each worker process."""
    metrics, turns = Metrics(), Turns()

    def tell(event: str, fields: dict[str, object]) -> None:
        metrics.workers.labels(event).inc()
        log(logging.INFO if event == "worker-ready" else logging.WARNING, event, **fields)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        pool = Pool(
            load,
            settings.model,
            size=settings.workers or usable_cpus(),
            queue=settings.queue,
            timeout=settings.request_timeout,
            remembered_sentences=settings.remembered_sentences if settings.has_one_holder else 0,
            tell=tell,
        )
        app.state.service = Service(settings, pool, metrics, turns)
        pool.start()
        gc.freeze()  # what is here by now stays: to go through all of it again and again would hold up the loop
        try:
            yield
        finally:
            app.state.service.close()
            await pool.close()

    app = FastAPI(
        title="summarize",
        version=__version__,
        description=_DESCRIPTION,
        lifespan=lifespan,
        docs_url=None,  # its page loads its scripts from elsewhere; ours is in pages.py
        redoc_url=None,
        redirect_slashes=False,
        exception_handlers={HTTPException: _http_problem, Problem: _problem, Exception: _fault},
    )
    app.include_router(router)
    app.include_router(checks.router)
    app.include_router(stories.router)
    app.include_router(page_routes())
    _describe(app, keyed=bool(settings.digests))
    routes = frozenset(app.openapi()["paths"]) | {"/", "/docs", "/openapi.json", "/favicon.ico"}

    inner: ASGIApp = Intake(
        app,
        most=settings.max_body_bytes,
        seconds=settings.body_timeout,
        budget=Budget(settings.max_bodies_bytes),
        turns=turns,
    )
    rate = RateLimit(settings.rate_per_minute, settings.rate_burst)
    inner = Doors(
        inner,
        digests=settings.digests,
        metrics=settings.metrics_digests,
        rate=rate,
        origins=settings.cors_origins,
        local=settings.is_loopback and not (settings.digests or settings.allow_no_keys),
    )
    inner = Answers(inner, most_connections=settings.max_connections)
    if settings.cors_origins:
        inner = CORSMiddleware(
            inner,
            allow_origins=settings.cors_origins,
            allow_methods=["GET", "POST"],
            allow_headers=["Authorization", "Content-Encoding", "Content-Type", "X-API-Key", "X-Request-ID"],
            expose_headers=["X-Request-ID", "Retry-After", "WWW-Authenticate", "Accept-Encoding"],
        )
    return Edge(inner, metrics=metrics, routes=routes)


def _describe(app: FastAPI, *, keyed: bool) -> None:
    """Adds to the OpenAPI description what the routes read by themselves."""
    description = app.openapi()
    schemas = description.setdefault("components", {}).setdefault("schemas", {})
    for model in (BriefRequest, checks.CheckRequest, stories.StoriesRequest, ProblemDocument):
        schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas.update(schema.pop("$defs", {}))
        schemas[model.__name__] = schema
    # A time without a zone stays without one, and then it is no date-time of JSON Schema.
    schemas["Source"]["properties"]["published"]["anyOf"][0] = {"type": "string", "description": "ISO 8601"}
    if keyed:
        description["components"]["securitySchemes"] = {"key": {"type": "http", "scheme": "bearer"}}
        description["security"] = [{"key": []}]
        for path in ("/livez", "/readyz"):
            description["paths"][path]["get"]["security"] = []


def _request_id(request: Request) -> str | None:
    request_id: str | None = request.scope.get("summarize.request_id")
    return request_id


async def _problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return error.response(_request_id(request))


async def _http_problem(request: Request, error: Exception) -> Response:
    """What the framework refuses: paths and methods there are none of."""
    assert isinstance(error, HTTPException)
    codes = {404: ("not-found", "There is nothing at this path."), 405: ("method", "This path takes another method.")}
    code, detail = codes.get(error.status_code, ("refused", "The request cannot be answered."))
    return Problem(error.status_code, code, detail, headers=error.headers).response(_request_id(request))


async def _fault(request: Request, error: Exception) -> Response:
    return fault().response(_request_id(request))
