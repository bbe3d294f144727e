"""The check on a terminal: what is wrong in colour, with the words of the sources beneath it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarize.records.check import Check, CheckedSentence, EvidenceRole, Verdict
from summarize.rendering.checks import wording
from summarize.rendering.cleaning import clean
from summarize.rendering.terminal import Line, print_lines
from summarize.rendering.wording import mark as mark_of
from summarize.rendering.wording import marks_suffix, source_details

if TYPE_CHECKING:
    from rich.console import Console

_STYLES = {
    Verdict.SUPPORTED: ("✓", "green"),
    Verdict.PARTLY: ("~", "yellow"),
    Verdict.CONTRADICTED: ("✗", "bold red"),
    Verdict.UNSUPPORTED: ("?", "magenta"),
    Verdict.NOT_CHECKABLE: ("·", "dim"),
}
"""A mark and a colour, as colour alone does not reach everybody."""


def print_check(check: Check, console: Console) -> None:
    """Print the check for a person to read."""
    print_lines(_lines(check), console)


def _lines(check: Check) -> Iterator[Line]:
    yield 0, [(f"Check of {clean(check.draft)}", "bold")]
    for sentence in check.sentences:
        yield from _sentence(sentence)
    yield 0, []
    yield 0, [("Sources", "bold")]
    for source in check.sources:
        yield 0, [(f"[{source.number}]", "cyan"), (f" {' · '.join(source_details(source))}{marks_suffix(source)}", "")]
    yield 0, []
    yield 0, [(wording.summary(check), "bold")]
    if not check.is_read:
        yield 0, [(wording.UNREAD, "yellow")]


def _sentence(sentence: CheckedSentence) -> Iterator[Line]:
    mark, style = _STYLES[sentence.verdict]
    quiet = sentence.verdict is Verdict.NOT_CHECKABLE
    yield 0, []
    yield 0, [(f"{mark} {wording.NAMES[sentence.verdict]}  ", style), (clean(sentence.text), "dim" if quiet else "")]
    yield 4, [(wording.message(sentence), "dim" if sentence.verdict is Verdict.SUPPORTED or quiet else "")]
    if sentence.verdict in (Verdict.CONTRADICTED, Verdict.PARTLY):
        for citation in sentence.citations:
            against = citation.role is EvidenceRole.CONTRADICTS
            shown = f" {wording.ROLES[citation.role]}: {clean(citation.quote)}"
            yield 4, [(mark_of(citation.source, citation.page), "red" if against else "cyan"), (shown, "dim")]
