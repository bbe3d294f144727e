"""summarize verify BRIEF SOURCE...: whether a brief still holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from summarize.cli import NOTHING_SUMMARIZED
from summarize.cli.briefs import read_brief
from summarize.cli.console import new_app, say, say_nothing, write_stdout
from summarize.cli.naming import Lists, TextColumn, named_sources
from summarize.reading import Settings, read_sources
from summarize.records.brief import Brief
from summarize.rendering.cleaning import clean
from summarize.verification import Failure, Fault, Verification
from summarize.verification import verify as verify_brief

app = new_app()

_SHOWN_BEFORE, _SHOWN = 20, 60
"""Characters of a quotation that are shown, of which so many before the place where it differs."""


@app.command(no_args_is_help=True)
def command(
    brief: Annotated[
        str, typer.Argument(metavar="BRIEF", help="A brief that summarize -f json wrote, or - for standard input.")
    ],
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE",
            help="The articles it was made from, as for summarize but without links, wherever they lie now.",
        ),
    ] = None,
    input_list: Lists = None,
    text_column: TextColumn = None,
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", help="Print nothing but errors: the exit status says whether it holds.")
    ] = False,
) -> None:
    """Check that a brief still holds: look up each of its spans in its sources.

    Every source must be there, with the text it had (SHA-256); every citation, claim and conflict must stand in it
    at its place, word for word, and on its page where it has one. What does not is printed, one line each: where in
    the brief, where in which source, and what stands there now. A source that lies elsewhere now is known by its
    text. Titles, dates, counts and scores are not checked.

    Exit status: 0 all of it holds, 1 something does not, 2 wrong usage, or no brief of schema summarize.brief/1.
    """
    sources = named_sources(sources, input_list, "summarize verify", ("the BRIEF", brief))
    made = read_brief(brief)
    reading = read_sources(sources, settings=Settings(text_column))
    tell = say_nothing if quiet else say
    for problem in reading.problems:
        tell(str(problem))
    verification = verify_brief(made, reading.documents)
    if not quiet:
        write_stdout("".join(f"{line}\n" for line in told(made, verification)))
    if not verification.holds:
        raise typer.Exit(NOTHING_SUMMARIZED)


def told(brief: Brief, verification: Verification) -> Iterator[str]:
    """What does not hold, a line each, and the outcome."""
    names = {source.number: f"[{source.number}] {clean(source.id)}" for source in brief.sources}
    for failure in verification.failures:
        at = "" if failure.start is None else f", {failure.start}-{failure.end}"
        source = names.get(failure.source or 0, f"[{failure.source}]")
        place = source if failure.place.startswith("source") else f"{failure.place}: {source}{at}"
        yield f"{place}: {_reason(failure)}"
    failed = len(verification.failures)
    outcome = "all hold" if verification.holds else f"{failed:,} failure{'s' * (failed > 1)}"
    yield f"{verification.spans:,} spans in {len(brief.sources):,} sources: {outcome}"


def _reason(failure: Failure) -> str:
    match failure.fault:
        case Fault.MISSING:
            return "missing: no source given has this name or this text"
        case Fault.CHANGED:
            return "its text is not the one the brief was made from"
        case Fault.OUTSIDE:
            return "there is no such place"
        case Fault.DIFFERENT:
            stands, cited = _around(failure.found or "", failure.expected or "")
            return f"{stands} stands there now, not {cited}"
        case Fault.PAGE:
            stands = "no page" if failure.found is None else f"page {failure.found}"
            return f"it stands on {stands}, not on page {failure.expected}"
        case Fault.UNQUOTED:
            says, cited = _around(failure.expected or "", failure.found or "")
            return f"the brief says {says}, and quotes {cited}"


def _around(one: str, other: str) -> tuple[str, str]:
    """Two texts, cut to where they differ."""
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    start = max(0, same - _SHOWN_BEFORE)
    return _cut(one, start), _cut(other, start)


def _cut(text: str, start: int) -> str:
    shown = text[start : start + _SHOWN]
    return f'"{"…" if start else ""}{clean(shown)}{"…" if start + _SHOWN < len(text) else ""}"'
