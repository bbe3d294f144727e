"""The visible text of a page, cut where a browser breaks lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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
_SPACE = re.compile(r"\s+")
SENTENCE_END = re.compile(r"[.!?:;…。！？।۔؟][\"'”’»)\]]*\s*$")
_JOINT = re.compile(r"[^\W\d_]{2}[.!?][\"'”’»)\]]*$")
_BEGINS = re.compile(r"[\"'“‘«(\[]*[^\W\d_a-z]")
_UNSEEN = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")
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


def pieces_of(root: HtmlElement) -> list[Piece]:
    """The text of a page from top to bottom, without what a browser does not show and without its controls."""
    return list(_Walk().over(root))


class _Walk:
    def __init__(self) -> None:
        self._parts: list[tuple[str, bool]] = []
        """Texts, and whether each is that of a link."""
        self._open: list[HtmlElement] = []
        self._cells: dict[HtmlElement, int] = {}
        """Words of the cells of tables met so far."""
        self._links = self._stresses = 0
        self._stressed = self._breaks = 0

    def over(self, root: HtmlElement) -> Iterator[Piece]:
        from lxml.etree import iterwalk

        walk = iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                if not tag or tag in _SKIPPED or _is_hidden(element):
                    walk.skip_subtree()
                    continue
                if tag in _BLOCKS:
                    yield from self._flush()
                    self._open.append(element)
                elif tag == "br":
                    if self._breaks or SENTENCE_END.search(self._parts[-1][0] if self._parts else ""):
                        yield from self._flush()
                    self._add(" ")
                    self._breaks += 1
                self._links += tag == "a"
                self._stresses += tag in _STRESSED
                self._add(element.text)
                continue
            if tag and tag not in _SKIPPED and not _is_hidden(element):
                if tag in _BLOCKS:
                    yield from self._flush()
                    self._open.pop()
                self._links -= tag == "a"
                self._stresses -= tag in _STRESSED
            if element is not root:
                self._add(element.tail)

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if self._parts and _JOINT.search(self._parts[-1][0]) and _BEGINS.match(text):
            text = f" {text}"  # elements that the page's style sets on lines of their own
        self._parts.append((text, self._links > 0))
        length = len(text.strip())
        if length:
            self._breaks = 0
            self._stressed += length * (self._stresses > 0)

    def _flush(self) -> Iterator[Piece]:
        """What was collected, a link behind its last sentence, such as "Read more", on its own."""
        cut = len(self._parts)
        while cut and (self._parts[cut - 1][1] or not self._parts[cut - 1][0].strip()):
            cut -= 1
        before, behind = (_plain(part for part, _ in parts) for parts in (self._parts[:cut], self._parts[cut:]))
        glued = before and behind and SENTENCE_END.search(before) and not SENTENCE_END.search(behind)
        if glued:
            yield self._piece(before, self._parts[:cut])
            yield replace(self._piece(behind, self._parts[cut:]), tag=LINK)
        elif text := _plain(part for part, _ in self._parts):
            yield self._piece(text, self._parts)
        self._parts = []
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
    if "hidden" in element.attrib or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return style is not None and _HIDDEN.search(style.lower()) is not None


def _plain(parts: Iterable[str]) -> str:
    return _SPACE.sub(" ", "".join(parts).translate(_UNSEEN)).strip()
