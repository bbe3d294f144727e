"""A check as a compiler or a linter prints what it found: one line for each sentence that is not supported."""

from __future__ import annotations

from summarize.records.check import Check, Verdict
from summarize.rendering.checks import wording
from summarize.rendering.cleaning import clean

_QUIET = (Verdict.SUPPORTED, Verdict.NOT_CHECKABLE)


def render(check: Check) -> str:
    """`file:line:column: verdict: message`; nothing where all that can be checked is supported."""
    name = clean(check.draft)
    return "".join(
        f"{name}:{s.line}:{s.column}: {s.verdict}: {wording.message(s)}\n"
        for s in check.sentences
        if s.verdict not in _QUIET
    )
