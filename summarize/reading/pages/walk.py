"""The visible text of a page, cut where a browser breaks lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from summarize.languages.text import listed
from summarize.records.document import BlockRole

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SKIPPED = frozenset(
    listed(
        "script style noscript template svg math iframe object embed canvas audio video map head title button select"
        " input textarea option datalist dialog"
    )
)
_BLOCKS = frozenset(
    listed(
        "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer"
        " form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot"
        " th thead tr ul"
    )
)
_ROLES = {
    **{f"h{level}": BlockRole.HEADING for level in range(1, 7)},
    **dict.fromkeys(("li", "dd", "dt"), BlockRole.LIST_ITEM),
    "blockquote": BlockRole.QUOTATION,
    **dict.fromkeys(("figcaption", "caption"), BlockRole.CAPTION),
    **dict.fromkeys(("td", "th"), BlockRole.TABLE),
    "pre": BlockRole.CODE,
}
_STRESSED = frozenset(listed("b strong i em u"))
_PLACES = frozenset(listed("nav aside footer header form figure article main"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_POP_UPS = frozenset(listed("dialog alertdialog tooltip"))
"""Roles of what is shown when a reader asks for it."""
_UNSEEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|screen-reader-(?:text|only)|screenreader-only|(?:u-)?visually-?hidden|element-invisible"
    r"|off-?screen)(?:\s|$)"
)
"""What style sheets commonly call a text that is there for readers aloud alone."""
_LEAST_LINKS = 2
_SPACE = re.compile(r"\s+")
SENTENCE_END = re.compile(r"[.!?:;…。！？।۔؟][\"'”’»)\]]*\s*$")
_JOINT = re.compile(r"[^\W\d_]{2}[.!?][\"'”’»)\]]*$")
_BEGINS = re.compile(r"[\"'“‘«(\[]*[^\W\d_a-z]")
_UNSEEN = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")
TOKEN = re.compile(r"\w+")
LINK = "a"
"""The tag of a piece that is a link behind a sentence, such as "Read more"."""
MAX_CELL_WORDS = 60
"""A longer cell of a table is a column of the page: some pages are laid out as a table."""


@dataclass(slots=True)
class Piece:
    """A stretch of text without a line break in it, and where on the page it stands."""

    text: str
    role: BlockRole
    tag: str
    places: frozenset[str]
    """Names of the parts of a page it stands in: nav, aside ..."""
    parent: HtmlElement = field(repr=False)
    """The element that holds the one it is the text of: pieces of one parent are siblings."""
    linked: float
    """Share of its characters that are links, 0 to 1."""
    stressed: float
    """Share that is bold, italic or underlined."""
    table: HtmlElement | None = field(default=None, repr=False)
    """The table it is a cell of."""
    tokens: list[str] = field(init=False, repr=False)
    """Its words, numbers and the like in their order."""

    def __post_init__(self) -> None:
        self.tokens = TOKEN.findall(self.text)


def pieces_of(root: HtmlElement) -> list[Piece]:
    """The text of a page from top to bottom, without what a browser does not show and without its controls."""
    walk = _Walk()
    walk.over(root)
    return walk.pieces


def lineage(piece: Piece) -> list[HtmlElement]:
    """The elements around the one it is the text of, the innermost first."""
    return [piece.parent, *piece.parent.iterancestors()]


class _Walk:
    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._parts: list[tuple[str, bool]] = []
        """Texts, and whether each is that of a link."""
        self._open: list[HtmlElement] = []
        self._cells: dict[HtmlElement, int] = {}
        """Words of the cells of tables met so far."""
        self._links = self._stresses = 0
        self._stressed = self._breaks = 0

    def over(self, element: HtmlElement) -> None:
        """An element and all in it; it is nested no deeper than markup.py allows."""
        tag = element.tag
        is_block, is_link, is_stressed = tag in _BLOCKS, tag == "a", tag in _STRESSED
        if is_block:
            self._flush()
            self._open.append(element)
        elif tag == "br":
            if self._breaks or SENTENCE_END.search(self._parts[-1][0] if self._parts else ""):
                self._flush()
            self._add(" ")
            self._breaks += 1
        self._links += is_link
        self._stresses += is_stressed
        self._add(element.text, begins=not is_block)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _SKIPPED and not self._is_unseen(child):
                self.over(child)
            self._add(child.tail)
        if is_block:
            self._flush()
            self._open.pop()
        self._links -= is_link
        self._stresses -= is_stressed

    def _is_unseen(self, element: HtmlElement) -> bool:
        if _is_hidden(element):
            return True
        if element.tag == "a" or element.tag in _BLOCKS or not self._parts or not self._parts[-1][0][-1:].isalnum():
            return False
        # Hung onto a word without a space, and nothing but links: a card on what the word names, no part of a sentence.
        links = [link for each in element.iter("a") if (link := _letters(each.itertext()))]
        return len(links) >= _LEAST_LINKS and sum(map(len, links)) == len(_letters(element.itertext()))

    def _add(self, text: str | None, *, begins: bool = False) -> None:
        """`begins`: it is the first of an element that breaks no line."""
        if not text:
            return
        if self._parts:
            last = self._parts[-1][0]
            # Elements that the page's style sets on lines of their own.
            if (_BEGINS.match(text) and _JOINT.search(last)) or (
                begins and _ends_small(last) and text[:1].isupper() and _ends_small(text[1:3])
            ):
                text = f" {text}"
        self._parts.append((text, self._links > 0))
        length = len(text.strip())
        if length:
            self._breaks = 0
            self._stressed += length * (self._stresses > 0)

    def _flush(self) -> None:
        """What was collected, a link behind its last sentence, such as "Read more", on its own."""
        parts, self._parts = self._parts, []
        if any(not part.isspace() for part, _ in parts):
            cut = len(parts)
            while cut and (parts[cut - 1][1] or not parts[cut - 1][0].strip()):
                cut -= 1
            before, behind = (_plain(part for part, _ in half) for half in (parts[:cut], parts[cut:]))
            if before and behind and SENTENCE_END.search(before) and not SENTENCE_END.search(behind):
                self.pieces.append(self._piece(before, parts[:cut]))
                self.pieces.append(replace(self._piece(behind, parts[cut:]), tag=LINK))
            elif text := _plain(part for part, _ in parts):
                self.pieces.append(self._piece(text, parts))
        self._stressed = self._breaks = 0

    def _words_in(self, cell: HtmlElement) -> int:
        if cell not in self._cells:
            self._cells[cell] = len(" ".join(cell.itertext()).split())
        return self._cells[cell]

    def _piece(self, text: str, parts: Sequence[tuple[str, bool]]) -> Piece:
        own = self._open[-1]
        role, table = BlockRole.PARAGRAPH, None
        for element in reversed(self._open):
            found = _ROLES.get(element.tag)
            if found is BlockRole.TABLE and self._words_in(element) > MAX_CELL_WORDS:
                break
            if found is not None:
                role = found
                if role is BlockRole.TABLE:
                    table = next((each for each in reversed(self._open) if each.tag == "table"), None)
                break
        parent = own.getparent()
        length = max(1, sum(len(part.strip()) for part, _ in parts))
        return Piece(
            text=text,
            role=role,
            tag=own.tag,
            places=frozenset(element.tag for element in self._open if element.tag in _PLACES),
            parent=own if parent is None else parent,
            linked=sum(len(part.strip()) for part, linked in parts if linked) / length,
            stressed=min(1.0, self._stressed / length),
            table=table,
        )


def _is_hidden(element: HtmlElement) -> bool:
    get = element.get
    if get("hidden") is not None or get("aria-hidden") == "true" or get("popover") is not None:
        return True
    if get("role") in _POP_UPS or _UNSEEN_CLASS.search(get("class") or ""):
        return True
    style = get("style")
    return style is not None and _HIDDEN.search(style.lower()) is not None


def _ends_small(text: str) -> bool:
    return text[-2:].isalpha() and text[-2:].islower()


def _letters(parts: Iterable[str]) -> str:
    return "".join(filter(str.isalnum, "".join(parts)))


def _plain(parts: Iterable[str]) -> str:
    return _SPACE.sub(" ", "".join(parts).translate(_UNSEEN)).strip()
