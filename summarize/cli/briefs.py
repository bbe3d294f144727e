"""Briefs that were made before, given to a command, and what is said about them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from summarize.cli import USAGE
from summarize.cli.console import fail
from summarize.errors import BriefError, OptionsError
from summarize.records.brief import Brief
from summarize.rendering.wording import since_notes
from summarize.selection import read_question
from summarize.verification import load_brief

MAX_BRIEF_BYTES = 2**30
"""The brief of the largest collection there can be, with every claim in it, is smaller."""


def read_brief(name: str) -> Brief:
    """The brief in a file, or on standard input for `-`. Ends the command where there is none."""
    shown = "stdin" if name == "-" else name
    try:
        if name == "-":
            written = sys.stdin.buffer.read(MAX_BRIEF_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                written = file.read(MAX_BRIEF_BYTES + 1)
        if len(written) > MAX_BRIEF_BYTES:
            raise BriefError("larger than any brief")
        return load_brief(written)
    except BriefError as error:
        fail(f"{shown}: {error}", USAGE)
    except (OSError, ValueError) as error:
        fail(f"{shown}: cannot be read ({getattr(error, 'strerror', None) or error})", USAGE)


def tell_since(brief: Brief, name: str, tell: Callable[[str], None]) -> None:
    """Says what of the earlier brief of this name was not found as it was, and that nothing is new where it is so."""
    for note in since_notes(brief):
        tell(f"{name}: {note}")


def check_query(query: str) -> None:
    """Ends the command before any work where the query asks nothing."""
    try:
        read_question(query)
    except OptionsError as error:
        fail(f"--query: {error}", USAGE)


def tell_query(brief: Brief, tell: Callable[[str], None]) -> None:
    """Says how the question was understood where that is not as it was meant."""
    if brief.query is None:
        return
    if brief.query.cut:
        tell(f"the question is long; its first {len(brief.query.text.split())} words were read")
    if brief.query.foreign:
        tell(f"the question seems to be in another language ({brief.query.language}) than the sources: less is found")
