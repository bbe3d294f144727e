"""A brief as Markdown, plain text, JSON or HTML, and on a terminal."""

from __future__ import annotations

from enum import StrEnum

from summarize.records.brief import Brief
from summarize.rendering import html, jsonform, markdown, text
from summarize.rendering.terminal import print_brief

__all__ = ["Format", "print_brief", "render"]


class Format(StrEnum):
    """The forms a brief can be written in."""

    MARKDOWN = "markdown"
    TEXT = "text"
    JSON = "json"
    HTML = "html"


_RENDERERS = {
    Format.MARKDOWN: markdown.render,
    Format.TEXT: text.render,
    Format.JSON: jsonform.render,
    Format.HTML: html.render,
}


def render(brief: Brief, format: Format) -> str:
    """The brief in one format, ending with exactly one newline; the same brief always gives the same characters.

    Also takes the name of a format. Raises ValueError for a name that is none.
    """
    return _RENDERERS[Format(format)](brief)
