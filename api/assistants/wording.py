"""Answers of the tools as short texts, whose citations are numbers of the sources listed below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from api.problems import Problem
from summarize import Brief
from summarize.cli.verify import told
from summarize.records.check import Verdict
from summarize.rendering import Format, render
from summarize.rendering.cleaning import clean
from summarize.rendering.wording import references
from summarize.verification import Verification


def brief(made: Brief) -> str:
    """The brief in Markdown."""
    return render(made, Format.MARKDOWN)


def check(data: dict[str, Any]) -> str:
    """The outcome, each sentence that is not supported, and the sources."""
    lines = [
        f'- {sentence["verdict"]}: "{clean(sentence["text"])}" ({clean(sentence["message"])})'
        for sentence in data["sentences"]
        if sentence["verdict"] not in (Verdict.SUPPORTED, Verdict.NOT_CHECKABLE)
    ]
    sources = [f"[{source['number']}] {clean(source['title'] or source['id'])}" for source in data["sources"]]
    return "\n\n".join(part for part in (data["summary"], "\n".join(lines), "\n".join(sources)) if part)


def stories(data: dict[str, Any]) -> str:
    """Each story with its articles and, where it has one, the sentences of its brief."""
    return "\n\n".join("\n".join(_story(story)) for story in data["stories"])


def _story(story: dict[str, Any]) -> Iterator[str]:
    yield f"{story['id']}: {clean(story['title'] or 'no title')} ({', '.join(map(clean, story['documents']))})"
    if "brief" in story:
        made = Brief.from_dict(story["brief"])
        yield from (f"- {clean(sentence.text)} {references(sentence)}" for sentence in made.sentences)
        yield from (f"  [{source.number}] {clean(source.id)}" for source in made.sources)


def verification(made: Brief, found: Verification) -> str:
    """What does not hold, a line each, and the outcome."""
    return "\n".join(told(made, found))


def with_problems(text: str, problems: Sequence[str]) -> str:
    """The same, with what could not be read of the files."""
    return "\n".join((text.rstrip("\n"), *(f"Not read: {clean(problem)}" for problem in problems)))


def refusal(problem: Problem) -> str:
    """What is wrong with a call, and where."""
    lines = [problem.detail]
    for fault in problem.faults:
        document = (
            f"document {fault.document}" + (f" ({clean(fault.id)})" if fault.id else "") if fault.document else ""
        )
        at = ", ".join(part for part in (document, clean(fault.field or "")) if part)
        if fault.detail != problem.detail:
            lines.append(f"- {at}: {clean(fault.detail)}" if at else f"- {clean(fault.detail)}")
    return "\n".join(lines)
