"""A check of a draft as JSON, Markdown, HTML or lines for a build, and on a terminal."""

from __future__ import annotations

from enum import StrEnum

from summarize.records.check import Check
from summarize.rendering.checks import html, jsonform, lines, markdown
from summarize.rendering.checks.terminal import print_check

__all__ = ["CheckFormat", "print_check", "render_check"]


class CheckFormat(StrEnum):
    """The forms a check can be written in."""

    MARKDOWN = "markdown"
    LINES = "lines"
    JSON = "json"
    HTML = "html"


_RENDERERS = {
    CheckFormat.MARKDOWN: markdown.render,
    CheckFormat.LINES: lines.render,
    CheckFormat.JSON: jsonform.render,
    CheckFormat.HTML: html.render,
}


def render_check(check: Check, format: CheckFormat) -> str:
    """The check in one format; the same check always gives the same characters.

    Also takes the name of a format. Raises ValueError for a name that is none.
    """
    return _RENDERERS[CheckFormat(format)](check)
