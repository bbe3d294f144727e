"""Pieces of the HTML page: escaped text, links between sentences and sources, quotations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape
from types import MappingProxyType

from summarize.records.brief import Brief, Source
from summarize.rendering import wording
from summarize.rendering.cleaning import clean, web_address
from summarize.rendering.sections import Cell, Section


def foreign(text: str, tag: str = "span", attributes: str = "", marked: str = "") -> str:
    """Text of a source in an element of its own, in its own direction and of unknown language.

    The first place where `marked` stands in it as a word is highlighted.
    """
    shown, marked = clean(text), clean(marked)
    found = re.search(rf"(?<!\w){re.escape(marked)}(?!\w)", shown) if marked and marked != shown else None
    if found:
        before, after = escape(shown[: found.start()]), escape(shown[found.end() :])
        inner = f"{before}<mark>{escape(found[0])}</mark>{after}"
    else:
        inner = escape(shown)
    return f'<{tag}{attributes} dir="auto" lang="">{inner}</{tag}>'


def citations(numbers: Iterable[int], brief: Brief, on: Mapping[int, int | None] = MappingProxyType({})) -> str:
    """Citation numbers with the pages they are `on`, each a link to its place in the list of sources."""
    links = "".join(_citation(brief.source(number), on.get(number)) for number in numbers)
    return f'<span class="citations">{links}</span>'


def _citation(source: Source, page: int | None) -> str:
    name, mark = escape(wording.source_short(source)), wording.mark(source.number, page)
    return f'<a href="#source-{source.number}" title="{name}" aria-label="{mark} {name}">{mark}</a>'


def quotation(text: str, source: Source, note: str = "", marked: str = "", page: int | None = None) -> str:
    """The words of a source, who says them and on which page, and a note such as "quoted above"."""
    address = web_address(source.url)
    cite = f' cite="{escape(address)}"' if address else ""
    details = [date(source), escape(note)]
    shown = f"{wording.mark(source.number, page)} {foreign(wording.source_short(source))}"
    said = f'<a href="#source-{source.number}">{shown}</a>'
    by = " · ".join([said, *(detail for detail in details if detail)])
    return f'{foreign(text, "blockquote", cite, marked)}\n<p class="by">{by}</p>'


def term(words: str, note: str, name: str) -> str:
    """Words with a note on them, which is shown when they are pointed at, tapped or reached by keyboard."""
    tip = f'<span class="tip" role="tooltip" id="{name}" hidden>{escape(note)}</span>'
    return f'<span class="term" tabindex="0" aria-describedby="{name}">{escape(words)}</span>{tip}'


def title(source: Source) -> str:
    """The title of a source, a link where its address can safely be one; it has no direction of its own."""
    shown, address = escape(wording.source_name(source)), web_address(source.url)
    if not address:
        return f'<span lang="">{shown}</span>'
    return f'<a href="{escape(address)}" rel="external noopener noreferrer" lang="">{shown}</a>'


def date(source: Source) -> str:
    """When the source was published, or nothing."""
    if not source.published:
        return ""
    return f'<time datetime="{source.published.isoformat()}">{wording.moment(source.published)}</time>'


def shown(section: Section, brief: Brief) -> str:
    """A section as a list, or as a table with a header for every column and row."""
    parts = [f'<section class="{section.name}" aria-labelledby="{section.name}">']
    parts += [f'<h2 id="{section.name}">{section.title}</h2>']
    if section.note:
        parts.append(f'<p class="about">{escape(section.note)}</p>')
    if not section.rows:
        return "\n".join([*parts, "</section>"])
    if not section.columns:
        rows = (" ".join(_cell(cell, brief) for cell in row) for row in section.rows)
        return "\n".join([*parts, "<ul>", *(f"<li>{row}</li>" for row in rows), "</ul>", "</section>"])
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in section.columns)
    parts += [f'<div class="wide" role="region" tabindex="0" aria-labelledby="{section.name}">']
    parts += ["<table>", f"<thead><tr>{head}</tr></thead>", "<tbody>"]
    for first, *others in section.rows:
        cells = "".join(f"<td>{_cell(cell, brief)}</td>" for cell in others)
        parts.append(f'<tr><th scope="row">{_cell(first, brief)}</th>{cells}</tr>')
    return "\n".join([*parts, "</tbody>", "</table>", "</div>", "</section>"])


def _cell(cell: Cell, brief: Brief) -> str:
    told = (
        foreign(cell.words) if cell.words else "",
        escape(cell.said),
        citations(cell.sources, brief) if cell.sources else "",
    )
    return " ".join(filter(None, told))
