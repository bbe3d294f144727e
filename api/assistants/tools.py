"""The four tools: what the service makes for its routes, made for an assistant."""

from __future__ import annotations

import asyncio
import io
import json
from dataclasses import asdict, dataclass, replace
from typing import Any, NoReturn

from starlette.types import Message

from api.assistants import wording
from api.assistants.calls import BriefCall, Call, CheckCall, StoriesCall, VerifyCall
from api.assistants.roots import RootError, Roots, printable
from api.bodies import check_count
from api.jobs import Read
from api.problems import Fault, Problem
from api.routes import as_document, documents_of, earlier_of
from api.schemas import DocumentIn
from api.service import Service
from summarize import Brief, Document, verify
from summarize.errors import BriefError, SourceError
from summarize.reading.drafts import is_written, written_draft
from summarize.rendering import Format
from summarize.rendering.checks import CheckFormat
from summarize.rendering.stories import StoriesFormat
from summarize.verification import brief_of

VERIFICATION_SCHEMA = "summarize.verification/1"


@dataclass(frozen=True, slots=True)
class Told:
    """The answer of a tool."""

    data: dict[str, Any]
    """By its schema."""
    text: str
    """The same, short, to be read."""


class Tools:
    """The tools over one running service and the files below some folders. Each raises Problem."""

    def __init__(self, service: Service, roots: Roots) -> None:
        self._service, self._roots = service, roots

    async def brief(self, asked: BriefCall) -> Told:
        """One brief of articles on one event."""
        if asked.since_file is not None:
            asked = asked.model_copy(update={"since": await self._json(asked.since_file, "since_file")})
        documents, problems = await self._documents(asked)
        earlier = await asyncio.to_thread(earlier_of, asked)
        options = asked.options.options()
        made = await self._service.brief(documents, options, Format.JSON, _never, earlier, asked.views, asked.query)
        data = json.loads(made)
        return Told(data, wording.with_problems(wording.brief(Brief.from_dict(data)), problems))

    async def check(self, asked: CheckCall) -> Told:
        """What the sources say of every sentence of a draft."""
        draft = await self._draft(asked)
        documents, problems = await self._documents(asked)
        data = json.loads(await self._service.check(draft, documents, CheckFormat.JSON, _never))
        return Told(data, wording.with_problems(wording.check(data), problems))

    async def stories(self, asked: StoriesCall) -> Told:
        """Articles divided into events."""
        documents, problems = await self._documents(asked)
        options = asked.options.options()
        data = json.loads(await self._service.stories(documents, options, asked.briefs, StoriesFormat.JSON, _never))
        return Told(data, wording.with_problems(wording.stories(data), problems))

    async def verify(self, asked: VerifyCall) -> Told:
        """Whether every span of a brief stands in its sources."""
        data = asked.brief if asked.brief_file is None else await self._json(asked.brief_file, "brief_file")
        try:
            brief = await asyncio.to_thread(brief_of, data)
        except BriefError as error:
            told = f"The brief cannot be used: {error}."
            raise Problem(422, "invalid-brief", told, faults=[Fault(detail=str(error), field="brief")]) from None
        documents, problems = await self._documents(asked)
        self._service.bound(documents)
        found = await asyncio.to_thread(verify, brief, documents)
        answer = {
            "schema": VERIFICATION_SCHEMA,
            "holds": found.holds,
            "spans": found.spans,
            "failures": [asdict(failure) for failure in found.failures],
        }
        return Told(answer, wording.with_problems(wording.verification(brief, found), problems))

    async def _documents(self, asked: Call) -> tuple[list[Document], tuple[str, ...]]:
        """The articles given, those of files last, and what is wrong with files in folders that are no articles."""
        documents = await documents_of(asked, _never, self._service) if asked.documents else []
        if not asked.files:
            return documents, ()
        read = await self._service.read(await asyncio.to_thread(self._contents, asked.files), _never)
        taken = {document.id for document in documents}
        for document in read.documents:
            documents.append(document if document.id not in taken else replace(document, id=f"{document.id} (file)"))
        if not documents:
            _refuse(read)
        return documents, read.problems

    def _contents(self, paths: list[str]) -> list[tuple[str, bytes]]:
        """What files hold, by their paths, together no more than the body of a request may."""
        settings = self._service.settings
        left, contents = settings.max_body_bytes, []
        try:
            names = [name for path in paths for name in self._roots.files(path)]
            check_count(len(names), settings.max_documents, "files")
            for name in names:
                content = self._roots.read(name, left)
                left -= len(content)
                contents.append((printable(name), content))
        except RootError as error:
            raise _unreadable(error, "files") from None
        return contents

    async def _content(self, path: str, field: str) -> bytes:
        try:
            return await asyncio.to_thread(self._roots.read, path, self._service.settings.max_body_bytes)
        except RootError as error:
            raise _unreadable(error, field) from None

    async def _json(self, path: str, field: str) -> Any:
        try:
            return json.loads(await self._content(path, field))
        except (ValueError, RecursionError):
            raise _unreadable(SourceError(f"{printable(path)}: holds no JSON"), field) from None

    async def _draft(self, asked: CheckCall) -> Document:
        """The draft; a page or a PDF as the article it holds, which a worker reads."""
        if asked.draft_file is None:
            return await asyncio.to_thread(as_document, DocumentIn(id="draft", text=asked.draft), 0)
        name, content = printable(asked.draft_file), await self._content(asked.draft_file, "draft_file")
        if is_written(name):
            try:
                return await asyncio.to_thread(written_draft, io.BytesIO(content), name)
            except SourceError as error:
                raise _unreadable(error, "draft_file") from None
        read = await self._service.read([(name, content)], _never)
        if len(read.documents) > 1:
            raise _unreadable(SourceError(f"{name}: a draft is one article, not several"), "draft_file")
        return read.documents[0] if read.documents else _refuse(read)


def _unreadable(error: Exception, field: str) -> Problem:
    faults = [Fault(detail=str(error), field=field)]
    return Problem(422, "unreadable-file", "A file cannot be read.", faults=faults)


def _refuse(read: Read) -> NoReturn:
    faults = [Fault(detail=problem, field="files") for problem in read.problems[:20]]
    raise Problem(422, "unreadable-file", "No file could be read as an article.", faults=faults)


async def _never() -> Message:
    """In place of a connection that may be closed: an assistant that gives a call up cancels it."""
    await asyncio.Event().wait()
    raise AssertionError
