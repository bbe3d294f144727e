"""Saved web pages: the article on the page, what each block of it is, and what the page says about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from summarize.errors import BriefAsSource, SourceError
from summarize.reading.formats.base import Format, Items, is_brief, joined
from summarize.records.document import Block, BlockRole, Document

if TYPE_CHECKING:
    from summarize.reading.pages.walk import Piece


def read(stream: BinaryIO, name: str) -> Items:
    """The article of a page. Raises SourceError for a page without one, such as a log-in, or with several."""
    from summarize.reading.pages.markup import MAX_PAGE_BYTES

    data = stream.read(MAX_PAGE_BYTES + 1)
    if not data:
        raise SourceError(f"{name}: is empty")
    if len(data) > MAX_PAGE_BYTES:
        raise SourceError(f"{name}: more than {MAX_PAGE_BYTES // 2**20} MiB; save the article's text as .txt instead")
    yield parse(data, name)


def parse(data: bytes, name: str) -> Document:
    """A page as a document. Blocks are separated by blank lines, the cells of a table by line ends; the headline comes
    first. Raises SourceError.
    """
    from summarize.reading.pages.about import read_about
    from summarize.reading.pages.article import choose, extract_by_rules
    from summarize.reading.pages.figures import with_figures
    from summarize.reading.pages.markup import read_markup
    from summarize.reading.pages.refusal import first_article, why_no_article, without_walls
    from summarize.reading.pages.walk import pieces_of

    tree = read_markup(data, name)
    pieces = pieces_of(tree)
    if any(is_brief(piece.text) for piece in pieces):
        raise BriefAsSource(f"{name}: is a brief that summarize made, not an article; left out")
    about = read_about(tree)
    chosen = choose(pieces, extract_by_rules(tree))
    if reason := why_no_article(pieces, chosen, tree, about):
        raise SourceError(f"{name}: is {reason}; left out")
    try:
        chosen = without_walls(first_article(pieces, chosen, tree, about.title))
    except ValueError as several:
        raise SourceError(
            f"{name}: holds {several} articles and none of them under the page's own title; save the page of each"
        ) from None
    text, blocks = _joined(with_figures(pieces, chosen), about.title)
    return Document(
        id=name,
        text=text,
        title=about.title,
        url=about.url,
        publisher=about.publisher,
        author=about.author,
        published=about.published,
        language=_language(about.language, text),
        blocks=blocks,
    )


@dataclass(frozen=True, slots=True)
class Fragment:
    """Markup that is an article by itself, as feeds carry it."""

    text: str
    blocks: tuple[Block, ...]
    letters: int
    """And digits, without the headline."""
    reads_on: bool
    """Whether it ends in a link, as what is continued elsewhere does."""


def read_fragment(markup: str, name: str, title: str | None) -> Fragment:
    """All of some markup, under its title, without the links at its end. Raises SourceError."""
    from summarize.reading.pages.markup import read_markup
    from summarize.reading.pages.walk import pieces_of

    pieces = pieces_of(read_markup(f"<html><body>{markup}</body></html>".encode("utf-8", "replace"), name))
    whole = len(pieces)
    while whole and pieces[whole - 1].linked > _MOSTLY:
        whole -= 1
    text, blocks = _joined(pieces[:whole], title)
    letters = sum(character.isalnum() for piece in pieces[:whole] for character in piece.text)
    return Fragment(text, blocks, letters, reads_on=any(piece.linked > _WHOLLY for piece in pieces[whole:]))


def _joined(chosen: Sequence[Piece], title: str | None) -> tuple[str, tuple[Block, ...]]:
    """Pieces under their headline, which is told once."""
    head = " ".join((title or "").split())
    own = ((piece.text, piece.role, piece.table) for piece in chosen if _told(piece.text) != _told(head))
    return joined([(head, BlockRole.HEADING, None), *own])


def _told(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def _language(declared: str | None, text: str) -> str | None:
    """What a page declares, unless its text speaks against it: many pages are sent with the language of the system
    that makes them.
    """
    from summarize.languages import get
    from summarize.languages.detect import detect

    code = (declared or "").strip().lower().replace("_", "-").partition("-")[0]
    if not (2 <= len(code) <= 3 and code.isascii() and code.isalpha()):
        return None
    told = detect(text)
    if told == code:
        return code
    words = text.lower().split()
    known = sum(word in get(told).small_words for word in words)
    return None if not get(told).small_words or known > _SURE_SHARE * len(words) else code


_SURE_SHARE = 0.12
"""Share of a language's smallest words among all, from which a text is in it."""

_MOSTLY, _WHOLLY = 0.5, 0.9
"""Shares of a paragraph that are links: a note on where else it stands, and a link to the rest."""

FORMAT = Format(suffixes=(".html", ".htm", ".xhtml"), media_types=("text/html", "application/xhtml+xml"), read=read)
