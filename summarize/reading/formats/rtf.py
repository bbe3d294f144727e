r"""RTF: a text between control words such as \par, in groups such as {\b bold}. Only what tells text is looked at.

Source: Rich Text Format (RTF) Specification, version 1.9.1, Microsoft 2008.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from summarize.errors import SourceError
from summarize.reading.formats.base import Format, Items, joined
from summarize.reading.formats.office import Paragraph, plain, title_of
from summarize.reading.mending import Mending
from summarize.reading.unpacking import read_whole
from summarize.records.document import BlockRole, Document

_MAX_TOKENS = 2_000_000
_MAX_DEPTH = 1_000
_MAX_TITLE = 500
_TOKEN = re.compile(
    rb"""\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?
      | \\'(?P<byte>[0-9a-fA-F]{2})
      | \\(?P<sign>[^a-zA-Z])
      | (?P<brace>[{}])
      | (?P<text>[^\\{}\r\n]+)
      | [\r\n]+ | \\""",
    re.VERBOSE | re.DOTALL,
)
_SKIPPED = {
    *("colortbl", "stylesheet", "listtable", "listoverridetable", "rsidtbl", "revtbl", "filetbl", "generator", "pict"),
    *("object", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "footnote"),
    *("annotation", "listtext", "pntext", "fldinst", "shpinst", "nonshppict", "themedata", "xe", "tc", "bkmkstart"),
}
"""Groups that hold no text of the article."""
_SIGNS = {
    **{"tab": " ", "line": "\n", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•"},
    **{"emdash": "—", "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " "},
    **{"~": "\u00a0", "_": "\u2011", "{": "{", "}": "}", "\\": "\\"},
}
_PARAGRAPH_ENDS = {"par", "sect", "page", "\n", "\r"}
_CODE_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_CHARSETS = {
    **{77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5", 161: "cp1253", 162: "cp1254"},
    **{163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250"},
}
"""Encodings by the numbers that a font gives its characters."""


@dataclass(slots=True)
class _Group:
    """What holds until its brace closes."""

    skipped: bool = False
    hidden: bool = False
    in_fonts: bool = False
    in_title: bool = False
    encoding: str | None = None
    """None is that of the document."""
    fallback: int = 1
    """Characters behind each in Unicode that stand there for readers without it."""


@dataclass(slots=True)
class _Reader:
    groups: list[_Group] = field(default_factory=lambda: [_Group()])
    encoding: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    font: int = 0
    paragraphs: list[Paragraph] = field(default_factory=list)
    title: str = ""
    mending: Mending = field(default_factory=Mending)
    _parts: list[str] = field(default_factory=list)
    _bytes: bytearray = field(default_factory=bytearray)
    _role: BlockRole = BlockRole.PARAGRAPH
    _in_table: bool = False
    _table: int = 0
    _pass_over: int = 0

    def read(self, data: bytes, name: str) -> None:
        """Collects paragraphs and title. Raises SourceError for more groups and words than a document has."""
        position = count = 0
        while found := _TOKEN.match(data, position):
            position = found.end()
            count += 1
            if count > _MAX_TOKENS or len(self.groups) > _MAX_DEPTH:
                raise SourceError(f"{name}: holds more markup than an article has; save it as plain text first")
            word, number, byte, sign, brace, text = found.groups()
            if word is not None:
                if word == b"bin":
                    position += max(0, int(number or 0))
                    continue
                self._word(word.decode("ascii"), None if number is None else int(number))
            elif sign is not None:
                self._sign(sign.decode("latin-1"))
            elif brace is not None:
                self._brace(opens=brace == b"{")
            elif byte is not None or text is not None:
                self._add(bytes.fromhex(byte.decode("ascii")) if byte is not None else text)
        self._end_paragraph()

    def _brace(self, *, opens: bool) -> None:
        self._flush()
        self._pass_over = 0
        if opens:
            self.groups.append(replace(self.groups[-1]))
        elif len(self.groups) > 1:
            self.groups.pop()

    def _add(self, data: bytes) -> None:
        passed = min(self._pass_over, len(data))
        self._pass_over -= passed
        group = self.groups[-1]
        if group.in_fonts or ((group.skipped or group.hidden) and not group.in_title):
            return
        self._bytes += data[passed:]

    def _flush(self) -> None:
        if self._bytes:
            encoding = self.groups[-1].encoding or self.encoding
            self._say(self._bytes.decode(encoding, "replace"))
            self._bytes.clear()

    def _say(self, text: str) -> None:
        group = self.groups[-1]
        if group.in_title:
            self.title = (self.title + text)[:_MAX_TITLE]
        elif not (group.skipped or group.hidden):
            self._parts.append(text)

    def _sign(self, sign: str) -> None:
        self._flush()
        if sign == "*":
            self.groups[-1].skipped = True
        elif sign in _PARAGRAPH_ENDS:
            self._end_paragraph()
        else:
            self._say(_SIGNS.get(sign, ""))

    def _word(self, word: str, number: int | None) -> None:
        self._flush()
        group = self.groups[-1]
        if word == "u" and number is not None:
            self._say(chr(number % 65_536))
            self._pass_over = group.fallback
            return
        self._pass_over = 0
        if word in _SIGNS:
            self._say(_SIGNS[word])
        elif word == "title":
            group.in_title = True
        elif group.skipped and not group.in_fonts:
            return
        elif word in _PARAGRAPH_ENDS or word in ("cell", "nestcell"):
            self._end_paragraph(is_cell=word.endswith("cell"))
        elif word in _SKIPPED or word == "info":
            group.skipped = True
        else:
            self._set(word, number)

    def _set(self, word: str, number: int | None) -> None:
        """Takes what a word says of the characters and the paragraph that follow."""
        group = self.groups[-1]
        if word == "fonttbl":
            group.in_fonts = group.skipped = True
        elif word == "f" and number is not None:
            self.font = number
            group.encoding = self.fonts.get(number)
        elif word == "fcharset" and number in _CHARSETS:
            self.fonts[self.font] = _CHARSETS[number]
        elif word == "ansicpg":
            self.encoding = _known(f"cp{number}") or self.encoding
        elif word in _CODE_PAGES:
            self.encoding = _CODE_PAGES[word]
        elif word == "uc" and number is not None:
            group.fallback = min(max(number, 0), 10)
        elif word in ("v", "deleted"):
            group.hidden = number != 0
        elif word == "plain":
            group.hidden, group.encoding = False, None
        elif word == "pard":
            self._role, self._in_table = BlockRole.PARAGRAPH, False
        elif word == "intbl":
            self._in_table = True
        elif word == "outlinelevel" and number is not None and number < 9:
            self._role = BlockRole.HEADING
        elif word == "ls" and number:
            self._role = BlockRole.LIST_ITEM

    def _end_paragraph(self, *, is_cell: bool = False) -> None:
        self._flush()
        text = "".join(self._parts).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        self._parts.clear()
        text = self.mending.mend(plain(text), entities=False)
        in_table = is_cell or self._in_table
        if not text:
            return
        self._table += not in_table
        role = BlockRole.TABLE if in_table else self._role
        self.paragraphs.append(Paragraph(text, role, self._table if in_table else None, False))


def _known(encoding: str) -> str | None:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return None


def read(stream: BinaryIO, name: str) -> Items:
    """The document's text. Raises SourceError for what is no RTF, or holds no text."""
    data = read_whole(stream, name)
    if not data.lstrip().startswith(b"{\\rtf"):
        raise SourceError(f"{name}: is no RTF; name it as what it is")
    reader = _Reader()
    reader.read(data, name)
    if not reader.paragraphs:
        raise SourceError(f"{name}: holds no text")
    text, blocks = joined(paragraph[:3] for paragraph in reader.paragraphs)
    title = title_of(reader.paragraphs) or " ".join(reader.title.split()) or None
    yield Document(id=name, text=text, title=title, blocks=blocks, mends=reader.mending.mends)


FORMAT = Format(
    suffixes=(".rtf",),
    media_types=("application/rtf", "text/rtf"),
    read=read,
    beginning=re.compile(rb"\s*\{\\rtf"),
)
