"""What the routes ask for: a brief, or files as documents, within the limits."""

from __future__ import annotations

import asyncio
import json
import zlib
from collections.abc import Coroutine, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from starlette.types import Receive

from api import cache
from api.bodies import check_count
from api.jobs import (
    Answer,
    BriefJob,
    CheckJob,
    Crashed,
    Job,
    Linked,
    LinkJob,
    Made,
    Read,
    ReadJob,
    Refused,
    StoriesJob,
    WorkerFault,
)
from api.limits import ClientGone
from api.links import LinkFetcher
from api.metrics import Metrics
from api.pool import Pool
from api.problems import Fault, Problem
from api.settings import Settings
from api.turns import Turns
from summarize import Brief, Document, Options
from summarize.records.views import View
from summarize.rendering import Format, render
from summarize.rendering.checks import CheckFormat
from summarize.rendering.stories import StoriesFormat

_T = TypeVar("_T")

_STATUS = {
    "too-many-documents": 413,
    "too-many-values": 413,
    "too-many-characters": 413,
    "too-many-sentences": 413,
    "too-large": 413,
    "nothing-to-summarize": 422,
    "invalid-document": 422,
    "invalid-brief": 422,
}


class Service:
    """Everything the routes share, for as long as the server runs."""

    def __init__(self, settings: Settings, pool: Pool, metrics: Metrics, turns: Turns) -> None:
        self.settings, self.pool, self.metrics, self.turns = settings, pool, metrics, turns
        self._links = LinkFetcher(settings)
        self._cache = cache.BriefCache(settings.cache_bytes if settings.has_one_holder else 0)

    async def brief(
        self,
        documents: Sequence[Document],
        options: Options,
        format: Format,
        receive: Receive,
        since: Brief | None = None,
        views: Iterable[View] = (),
        query: str | None = None,
    ) -> str | bytes:
        """The brief in one form, made now or kept from before. Raises Problem, and ClientGone."""
        self.bound(documents)
        key = await self.turns.run(cache.key, documents, options, since, views, query)
        packed = self._cache.get(key)
        self.metrics.cache.labels("miss" if packed is None else "hit").inc()
        if packed is None:
            job = BriefJob(tuple(documents), options, self.settings.max_sentences, since, frozenset(views), query)
            packed = await self._make(job, receive)
            self._cache.put(key, packed)
        made = zlib.decompress(packed)
        return made if format is Format.JSON else await asyncio.to_thread(_render, made, format)

    async def stories(
        self, documents: Sequence[Document], options: Options, briefs: bool, format: StoriesFormat, receive: Receive
    ) -> bytes:
        """The stories of a stream in one form. Raises Problem, and ClientGone."""
        self.bound(documents)
        job = StoriesJob(tuple(documents), options, briefs, format, self.settings.max_sentences)
        return zlib.decompress(await self._make(job, receive))

    async def check(
        self, draft: Document, documents: Sequence[Document], format: CheckFormat, receive: Receive
    ) -> bytes:
        """The check of a draft in one form. Raises Problem, and ClientGone."""
        self.bound(documents, draft)
        job = CheckJob(draft, tuple(documents), format, self.settings.max_sentences)
        return zlib.decompress(await self._make(job, receive))

    async def read(self, files: Sequence[tuple[str, bytes]], receive: Receive) -> Read:
        """Files as documents, and what is wrong with those that are none. Raises Problem, and ClientGone."""
        check_count(len(files), self.settings.max_documents, "files")
        set_to = self.settings
        job = ReadJob(tuple(files), set_to.max_documents, set_to.max_characters, set_to.max_body_bytes)
        answer = await self._do(job, receive)
        assert isinstance(answer, Read)
        self.bound(answer.documents)
        return answer

    async def read_links(
        self, links: Mapping[int, str], receive: Receive, asker: str = ""
    ) -> dict[int, Document | str]:
        """What links lead to, by the number of their document, or why that is no article.

        Raises Problem, and ClientGone.
        """
        if not links:
            return {}
        fetched = await unless_gone(self._links.fetch(links, asker), receive)
        answers = {number: each for number, each in fetched.items() if not isinstance(each, str)}
        if not answers:
            return {number: each for number, each in fetched.items() if isinstance(each, str)}
        read = await self._do(LinkJob(tuple(answers.values())), receive)
        assert isinstance(read, Linked)
        documents = dict(zip(answers, read.documents, strict=True))
        return {number: each if isinstance(each, str) else documents[number] for number, each in fetched.items()}

    def close(self) -> None:
        """Lets go of what is being fetched."""
        self._links.close()

    async def _make(self, job: BriefJob | CheckJob | StoriesJob, receive: Receive) -> bytes:
        """What a worker makes, packed, and the metrics told of it."""
        answer = await self._do(job, receive)
        assert isinstance(answer, Made)
        for stage, seconds in answer.stages.items():
            self.metrics.stages.labels(stage).observe(seconds)
        self.metrics.sentences.inc(answer.sentences)
        self.metrics.vectors.labels("hit").inc(answer.asked - answer.encoded)
        self.metrics.vectors.labels("miss").inc(answer.encoded)
        return answer.packed

    async def _do(self, job: Job, receive: Receive) -> Answer:
        answer = await unless_gone(self.pool.run(job), receive)
        if isinstance(answer, Refused):
            raise Problem(_STATUS.get(answer.code, 500), answer.code, answer.detail)
        if isinstance(answer, Crashed):
            raise WorkerFault(answer)
        return answer

    def bound(self, documents: Sequence[Document], draft: Document | None = None) -> None:
        """Raises Problem 413 for more documents, or characters in them and the draft, than are allowed."""
        check_count(len(documents), self.settings.max_documents, "documents")
        total, most = 0, self.settings.max_characters
        named = () if draft is None else ((None, draft),)
        for number, document in (*named, *enumerate(documents, start=1)):
            total += len(document.text)
            if total > most:
                detail = f"The documents together hold more than the {most:,} characters allowed."
                at = Fault(
                    detail=f"the limit of {most:,} characters is reached here",
                    document=number,
                    id=document.id,
                    field="draft.text" if number is None else "text",
                )
                raise Problem(413, "too-many-characters", detail, faults=[at])


async def unless_gone(work: Coroutine[Any, Any, _T], receive: Receive) -> _T:
    """The result of `work`, which is cancelled when the client hangs up first. Raises ClientGone then."""
    working, hung_up = asyncio.ensure_future(work), asyncio.ensure_future(_hung_up(receive))
    try:
        await asyncio.wait({working, hung_up}, return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise ClientGone
        return working.result()
    finally:
        for task in (working, hung_up):
            task.cancel()
        await asyncio.gather(working, hung_up, return_exceptions=True)


async def _hung_up(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _render(made: bytes, format: Format) -> str:
    return render(Brief.from_dict(json.loads(made)), format)
