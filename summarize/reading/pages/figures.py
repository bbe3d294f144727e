"""Captions and tables of an article: no rule that finds prose finds them, so they are told by where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarize.reading.pages.walk import Piece, lineage
from summarize.records.document import BlockRole
from summarize.records.length import count_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BODY_SHARE = 0.9
"""Share of an article's words that stand in its body; others may be a headline or a note above it."""
_LEAST_COLUMNS = 2
_MOST_LINKED = 0.5
"""Share of links from which a caption leads to another article, and a table is a menu."""
_BESIDE = frozenset(("nav", "aside", "footer", "form"))


def with_figures(pieces: Sequence[Piece], article: Sequence[Piece]) -> list[Piece]:
    """The article's pieces with the captions and the whole tables that stand in its body, each once, in the order of
    the page. `pieces` are all of the page.
    """
    body = _body(article)
    if body is None:
        return list(article)
    own = set(map(id, article))
    places = [i for i, piece in enumerate(pieces) if id(piece) in own]
    beside = _BESIDE.difference(*(piece.places for piece in article))
    siblings = {piece.parent for piece in article}
    told = {piece.text for piece in article}
    tables = _data_tables(pieces)
    kept = []
    for i, piece in enumerate(pieces):
        figure = _figure_of(piece)
        if id(piece) in own or (
            figure is not None
            and (figure in tables if piece.role is BlockRole.TABLE else piece.linked < _MOST_LINKED)
            and (piece.role is BlockRole.TABLE or piece.text not in told)
            and body in lineage(piece)
            and not beside & piece.places
            and (i < places[-1] or figure.getparent() in siblings)
        ):
            kept.append(piece)
            told.add(piece.text)
    return kept


def _body(article: Sequence[Piece]) -> HtmlElement | None:
    """The innermost element with nearly all of an article."""
    words: Counter[HtmlElement] = Counter()
    for piece in article:
        count = count_words(piece.text)
        for element in lineage(piece):
            words[element] += count
    total = sum(count_words(piece.text) for piece in article)
    inside = [element for element, count in words.items() if count >= _BODY_SHARE * total]
    return max(inside, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)


def _figure_of(piece: Piece) -> HtmlElement | None:
    """The table of a cell, and what a caption is the caption of; None for other pieces."""
    if piece.role is BlockRole.TABLE:
        return piece.table
    if piece.role is not BlockRole.CAPTION:
        return None
    return next((element for element in lineage(piece) if element.tag in ("figure", "table")), piece.parent)


def _data_tables(pieces: Sequence[Piece]) -> set[HtmlElement]:
    """Tables of several columns that are no menus, each once of those with the same cells."""
    cells: dict[HtmlElement, list[Piece]] = {}
    for piece in pieces:
        if piece.role is BlockRole.TABLE and piece.table is not None:
            cells.setdefault(piece.table, []).append(piece)
    found: dict[tuple[str, ...], HtmlElement] = {}
    for table, own in cells.items():
        rows = Counter(next(element for element in lineage(piece) if element.tag in ("tr", "table")) for piece in own)
        length = sum(len(piece.text) for piece in own)
        linked = sum(piece.linked * len(piece.text) for piece in own) / length
        if max(rows.values()) >= _LEAST_COLUMNS and linked < _MOST_LINKED:
            found.setdefault(tuple(piece.text for piece in own), table)
    return set(found.values())
