"""The server: which tools there are, and how a call becomes an answer or an error that an assistant can act on."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from mcp import MCPError, stdio_server
from mcp.server import Server, ServerRequestContext
from mcp.types import (
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
    Tool,
    ToolAnnotations,
)
from pydantic import BaseModel, ValidationError

from api.assistants import wording
from api.assistants.calls import BriefCall, Call, CheckCall, StoriesCall, VerifyCall
from api.assistants.roots import Roots, printable
from api.assistants.tools import Told, Tools
from api.bodies import check_count
from api.checks import CheckOut
from api.jobs import WorkerFault
from api.metrics import Metrics
from api.pool import Pool
from api.problems import Problem, invalid
from api.schemas import BriefOut
from api.service import Service
from api.settings import Settings
from api.stories import StoriesOut
from api.turns import Turns
from api.worker import LoadEncoder, default_encoder, where
from summarize import __version__

LOADING_SECONDS = 300
"""A call waits so long for the model: compiling it the first time takes a slow machine minutes."""
_EXACT = "Every sentence is taken word for word from a source: cite it with the quotation and the source as given."


@dataclass(frozen=True, slots=True)
class _Kind:
    """A tool: what it takes, and what does it."""

    title: str
    description: str
    takes: type[Call]
    does: Callable[[Tools, Any], Awaitable[Told]]
    gives: type[BaseModel] | None = None


_TOOLS = {
    "brief": _Kind(
        "Brief of several articles",
        "Makes one brief of several articles about one event: each fact once, with all sources that report it, and "
        f"where they contradict each other. {_EXACT} With since, what is new against an earlier brief; with query, "
        "only what answers that question, and nothing where the articles do not.",
        BriefCall,
        Tools.brief,
        BriefOut,
    ),
    "check": _Kind(
        "Check of a draft against sources",
        "Holds a draft, also one that you wrote, against articles, sentence by sentence: supported, partly, "
        "contradicted, unsupported or not checkable, with the spans of the sources that say so.",
        CheckCall,
        Tools.check,
        CheckOut,
    ),
    "stories": _Kind(
        "Stories in a mixed stream",
        "Divides articles on many events into stories, with a brief of each story of several articles. " + _EXACT,
        StoriesCall,
        Tools.stories,
        StoriesOut,
    ),
    "verify": _Kind(
        "Verification of a brief",
        "Looks up every citation of a brief in the articles it was made from: whether each still stands there, word "
        "for word.",
        VerifyCall,
        Tools.verify,
    ),
}


async def serve(settings: Settings, roots: Roots, load: LoadEncoder = default_encoder) -> None:
    """Answers calls on stdin and stdout until stdin ends. `load` makes the encoder, in the worker process."""
    async with stdio_server() as (reading, writing), _running(settings, load) as service:
        server = _server(service, roots)
        await server.run(reading, writing, server.create_initialization_options())


@asynccontextmanager
async def _running(settings: Settings, load: LoadEncoder) -> AsyncIterator[Service]:
    """The service without its routes. The worker loads the model once, from now on."""
    pool = Pool(
        load,
        settings.model,
        size=settings.workers or 1,
        queue=settings.queue,
        timeout=settings.request_timeout,
        remembered_sentences=settings.remembered_sentences,
        tell=_tell,
    )
    service = Service(settings, pool, Metrics(), Turns())
    pool.start()
    try:
        yield service
    finally:
        service.close()
        await pool.close()


def _server(service: Service, roots: Roots) -> Server[Any]:
    tools = Tools(service, roots)

    async def list_tools(context: ServerRequestContext[Any], asked: PaginatedRequestParams | None) -> ListToolsResult:
        return ListToolsResult(tools=[_described(name, service.settings) for name in _TOOLS])

    async def call_tool(context: ServerRequestContext[Any], asked: CallToolRequestParams) -> CallToolResult:
        kind = _TOOLS.get(asked.name)
        if kind is None:
            raise MCPError(INVALID_PARAMS, f"there is no tool {printable(asked.name)[:80]!r}, only {', '.join(_TOOLS)}")
        try:
            call = await asyncio.to_thread(_validated, asked.arguments or {}, kind.takes, service.settings)
            await _loaded(service.pool)
            told = await kind.does(tools, call)
        except Problem as problem:
            return _error(wording.refusal(problem))
        except WorkerFault as fault:
            _say(f"a fault in {asked.name}: {fault.crashed.error} at {fault.crashed.where}")
            return _error(f"The program failed ({fault.crashed.error}).")
        except Exception as error:
            _say(f"a fault in {asked.name}: {type(error).__name__} at {where(error)}")
            return _error(f"The program failed ({type(error).__name__}).")
        return CallToolResult(content=[TextContent(text=told.text)], structured_content=told.data)

    return Server(
        "summarize",
        version=__version__,
        instructions=_instructions(roots),
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def _described(name: str, settings: Settings) -> Tool:
    kind = _TOOLS[name]
    return Tool(
        name=name,
        title=kind.title,
        description=kind.description,
        input_schema=kind.takes.model_json_schema(),
        output_schema=kind.gives.model_json_schema() if kind.gives else None,
        annotations=ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=settings.fetch),
    )


def _instructions(roots: Roots) -> str:
    folders = ", ".join(printable(str(root.named)) for root in roots.folders)
    files = f"Files may be read below: {folders}." if folders else "No files may be read; give the texts."
    return f"Briefs, stories and checks of news articles, with exact citations. {files}"


def _validated(arguments: dict[str, Any], takes: type[Call], settings: Settings) -> Call:
    """Raises Problem for arguments that are too many, too long, or not as the tool takes them."""
    if len(json.dumps(arguments, ensure_ascii=False)) > settings.max_body_bytes:
        raise Problem(413, "too-large", f"The call is longer than the {settings.max_body_bytes:,} characters allowed.")
    documents = arguments.get("documents")
    documents = documents if isinstance(documents, list) else []
    check_count(len(documents), settings.max_documents, "documents")
    try:
        return takes.model_validate(arguments)
    except ValidationError as error:
        raise invalid(error, [d.get("id") if isinstance(d, dict) else None for d in documents]) from None


async def _loaded(pool: Pool) -> None:
    """Waits for a worker with the model, the first or the next after one died.

    Raises Problem where the model cannot be loaded, or that takes too long.
    """
    for _ in range(20 * LOADING_SECONDS):
        if pool.is_ready:
            return
        if pool.failure:
            raise Problem(503, "no-model", f"The model cannot be loaded: {pool.failure}.")
        await asyncio.sleep(0.05)
    raise Problem(503, "not-ready", "The model is still being loaded; try again in a minute.")


def _error(text: str) -> CallToolResult:
    return CallToolResult(content=[TextContent(text=text)], is_error=True)


def _tell(event: str, fields: dict[str, object]) -> None:
    if event != "worker-ready":
        _say(f"{event}: {fields.get('reason')}")


def _say(message: str) -> None:
    print(f"summarize-mcp: {message}", file=sys.stderr, flush=True)
