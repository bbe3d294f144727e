"""Pages that hold no article, or several: named with the reason, and never quoted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarize.languages import get
from summarize.languages.detect import detect
from summarize.reading.pages.about import About
from summarize.reading.pages.evidence import overlap
from summarize.reading.pages.walk import SENTENCE_END, Piece, lineage
from summarize.records.document import DEFAULT_LANGUAGE, BlockRole
from summarize.records.length import count_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LEAST_WORDS = 25
"""Fewer in whole sentences are no article: the shortest of 181 news pages has 66."""
_SHORT_PAGE = 300
"""Words up to which an error page may hold text of its own; with more, its title is what an article is about."""
_WALL_SHARE = 0.5
_LEAST_TEASERS = 6
_TEASER_WORDS = 60
"""Words for each headline that links elsewhere, below which a page is a list of articles."""
_SAME_TITLE = 0.6
_ARTICLE_WORDS = 40
_PARAGRAPH_WORDS = 20
"""With so many a paragraph is prose, however it ends."""


def is_wall(text: str) -> str | None:
    """What a line of a page stands there instead of, such as "a log-in page"; None for other lines."""
    words = count_words(text)
    for code in dict.fromkeys((DEFAULT_LANGUAGE, detect(text, min_hits=1))):
        language = get(code)
        row = language.walls.match(text, words, language.reported)
        if row is not None:
            return row.name
    return None


def why_no_article(pieces: Sequence[Piece], chosen: Sequence[Piece], tree: HtmlElement, about: About) -> str | None:
    """Why a page is left out, to be said behind "is"; None for a page with an article.

    `pieces` are all of the page, `chosen` those taken for its article.
    """
    words = sum(count_words(piece.text) for piece in chosen if _is_prose(piece))
    total = sum(count_words(piece.text) for piece in chosen)
    told = Counter[str]()
    for piece in chosen:
        if kind := is_wall(piece.text):
            told[kind] += count_words(piece.text)
    if told and told.total() >= _WALL_SHARE * total:
        return told.most_common(1)[0][0]
    opening = [about.title or "", *(piece.text for piece in pieces if piece.role is BlockRole.HEADING)][:2]
    if not about.is_article and words < _SHORT_PAGE:
        for line in opening:
            for part in (line, *re.split(r"\s+[|\-–—]\s+", line)):
                if kind := is_wall(part):
                    return kind
    if (total if about.is_article else words) < LEAST_WORDS:
        lines = [kind for piece in pieces if (kind := is_wall(piece.text))]
        if lines:
            return Counter(lines).most_common(1)[0][0]
        return "a page that needs JavaScript" if _asks_for_script(tree) else "a page without an article"
    teasers = sum(piece.role is BlockRole.HEADING and piece.linked > 0.9 for piece in pieces)
    if not about.is_article and teasers >= _LEAST_TEASERS and words < _TEASER_WORDS * teasers:
        return "a list of articles; save the page of each"
    return None


def _asks_for_script(tree: HtmlElement) -> bool:
    """Whether readers without scripts are told of them, in whatever language: the name is the same in all."""
    return any("javascript" in "".join(each.itertext()).lower() for each in tree.iter("noscript"))


def without_walls(chosen: Sequence[Piece]) -> list[Piece]:
    """Pieces without those that a wall put among them."""
    return [piece for piece in chosen if not is_wall(piece.text)]


def first_article(
    pieces: Sequence[Piece], chosen: Sequence[Piece], tree: HtmlElement, title: str | None
) -> list[Piece]:
    """Of a page with whole articles one below the other those chosen pieces that belong to the one in its title.

    Raises ValueError where several are whole articles and none has the title of the page.
    """
    whole = _whole_articles(tree, pieces, chosen)
    if len(whole) < 2:
        return list(chosen)
    headed = [pair for pair in whole if title and any(_heads(piece, title) for piece in pair[1])]
    if not headed:
        inside = {article for article, _ in whole}
        outside = sum(count_words(piece.text) for piece in chosen if not inside.intersection(lineage(piece)))
        if 2 * outside > sum(count_words(piece.text) for piece in chosen):
            return list(chosen)
        raise ValueError(len(whole))
    own = headed[0][0]
    others = {article for article, _ in whole if article is not own}
    return [piece for piece in chosen if not any(each in others for each in lineage(piece))]


def _whole_articles(
    tree: HtmlElement, pieces: Sequence[Piece], chosen: Sequence[Piece]
) -> list[tuple[HtmlElement, list[Piece]]]:
    """The <article> elements with a headline and much chosen text, none inside another; with their headings."""
    words: Counter[HtmlElement] = Counter()
    headings: dict[HtmlElement, list[Piece]] = {}
    for piece in chosen:
        for element in lineage(piece):
            if element.tag == "article":
                words[element] += count_words(piece.text) * _is_prose(piece)
    for piece in pieces:
        if piece.role is BlockRole.HEADING:
            for element in lineage(piece):
                if element.tag == "article":
                    headings.setdefault(element, []).append(piece)
    found = [article for article in tree.iter("article") if words[article] >= _ARTICLE_WORDS and article in headings]
    outer = [article for article in found if not any(each in found for each in article.iterancestors("article"))]
    return [(article, headings[article]) for article in outer]


def _heads(piece: Piece, title: str) -> bool:
    heading = Piece(title, BlockRole.HEADING, "h1", frozenset(), piece.parent, 0.0, 0.0)
    return float(overlap([heading], piece.text)[0]) >= _SAME_TITLE


def _is_prose(piece: Piece) -> bool:
    """A paragraph with a whole sentence in it, no link as a whole."""
    words = count_words(piece.text)
    return piece.linked < 0.5 and (words >= _PARAGRAPH_WORDS or (words >= 4 and bool(SENTENCE_END.search(piece.text))))
