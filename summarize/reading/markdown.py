"""The text of a Markdown file without its markup."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def plain_text(source: str) -> tuple[str, str | None]:
    """The text a reader of the rendered page would read, and the first heading of the first level.

    Blocks are separated by blank lines; a soft line break is a space. Kept: headings (the title too, as it is
    evidence), list items, quotations, the text of links, inline code, each table cell on a line of its own.
    Dropped: images with their descriptions, fenced code, HTML, text struck through (its author took it back). Lines
    that are merely indented are text, not code.
    """
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("code")
    title: str | None = None
    blocks: list[list[str]] = []
    in_table, opened_by = False, ""
    for token in parser.parse(source):
        if token.type in ("table_open", "table_close"):
            in_table = token.type == "table_open"
            blocks.append([])
        elif token.type != "inline":
            opened_by = token.tag
        elif text := _inline(token.children or ()).strip():
            if in_table:
                blocks[-1].append(text)
            else:
                blocks.append([text])
            if opened_by == "h1" and title is None:
                title = " ".join(text.split())
    return "\n\n".join("\n".join(lines) for lines in blocks if lines), title


def _inline(tokens: Iterable[Token]) -> str:
    parts: list[str] = []
    struck = 0
    for token in tokens:
        struck += token.nesting if token.tag == "s" else 0
        if struck:
            continue
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type == "html_inline" and token.content.lower().startswith("<br"):
            parts.append("\n")
        else:
            parts.append(_BREAKS.get(token.type, ""))
    return "".join(parts)
