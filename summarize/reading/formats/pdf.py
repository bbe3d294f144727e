"""PDF: the text of its pages in reading order, as paragraphs and headings.

A PDF holds places of letters, not paragraphs. PDFium tells the letters and their places; pdflayout.py puts them
together.
"""

from __future__ import annotations

import ctypes
import math
import re
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from summarize.errors import SourceError
from summarize.reading.formats.base import Format, Items
from summarize.reading.formats.pdflayout import Line, Page, lay_out
from summarize.records.document import MAX_CHARACTERS, Document

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MAX_BYTES = 64 * 2**20
SIGN = b"%PDF-"
"""At the beginning of a file, or soon behind it."""
MAX_PAGES = 500
"""Of a longer file nothing is read: it is a book, not an article."""
_MAX_TITLE = 500
"""Characters; what is longer is no title."""
_MIN_SHARED, _MIN_SHARE = 2, 0.6
"""Long words, and share of them, that the title among a file's properties has in common with the text."""
_LONG_WORD = re.compile(r"\w{4,}")
_OF_A_FILE = re.compile(r"Microsoft \w+ - |\S+$|.*\.\w{2,5}$")
"""How programs call what they make when nobody has given it a title: after the file, or in one word for machines."""
_COLUMN_GAP = 2.0
"""In heights of the letters: what stands farther right on the same line belongs to another column."""
_WORD_GAP = 0.12
"""In heights of the letters; between words there is twice as much."""
_SMALLEST = 0.5
"""In points, the height of letters that anybody could read."""
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_ONE_AT_A_TIME = threading.Lock()
"""PDFium may not be called from two threads at once."""


def read(stream: BinaryIO, name: str) -> Items:
    """The article in a PDF. Raises SourceError for one that is encrypted, scanned, damaged or too large."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise SourceError(
            f"{name}: looks like a PDF of more than {MAX_BYTES // 2**20} MiB; save the article's pages alone"
        )
    with _ONE_AT_A_TIME:
        pages, called = _opened(data, name)
    text, blocks, title, starts = lay_out(pages)
    if not text:
        raise SourceError(
            f"{name}: looks like a scanned PDF: it holds no text; recognise it first, with an OCR program"
        )
    yield Document(id=name, text=text, title=title or _title(called, text), blocks=blocks, pages=starts)


def _title(called: str, text: str) -> str | None:
    """The title among the properties of a file, if it is one of the article: often it is that of a template, a program
    or the file. The day on which a file was made is not read at all, as that may be the day of an export or a print.
    """
    title = " ".join(_UNPRINTABLE.sub("", called).split())
    if len(title) > _MAX_TITLE or _OF_A_FILE.match(title):
        return None
    words = set(_LONG_WORD.findall(title.casefold()))
    shared = len(words & set(_LONG_WORD.findall(text.casefold())))
    return title if shared >= _MIN_SHARED and shared >= _MIN_SHARE * len(words) else None


def _opened(data: bytes, name: str) -> tuple[list[Page], str]:
    """The pages of a file, and the title among its properties, "" where there is none."""
    try:
        from pypdfium2 import PdfDocument, PdfiumError, raw
    except ImportError:
        raise SourceError(
            f"{name}: looks like a PDF; to read it, install pypdfium2: pip install 'summarize[docs]'"
        ) from None
    try:
        file = PdfDocument(data)
    except PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise SourceError(f"{name}: looks like an encrypted PDF; save it without its password first") from None
        raise SourceError(f"{name}: looks like a damaged PDF; it cannot be opened") from None
    try:
        if len(file) > MAX_PAGES:
            raise SourceError(
                f"{name}: looks like a PDF of {len(file):,} pages, more than {MAX_PAGES}; save the article's alone"
            )
        return list(_read_pages(file, name)), _called(file)
    except PdfiumError:
        raise SourceError(f"{name}: looks like a damaged PDF; a page cannot be read") from None
    finally:
        file.close()


def _called(file: PdfDocument) -> str:
    try:
        return str(file.get_metadata_value("Title"))
    except UnicodeDecodeError:
        return ""


def _read_pages(file: PdfDocument, name: str) -> Iterator[Page]:
    characters = 0
    for page in file:
        text = page.get_textpage()
        characters += text.count_chars()
        if characters > MAX_CHARACTERS:
            raise SourceError(
                f"{name}: looks like a PDF of more than {MAX_CHARACTERS:,} characters; save the article's pages alone"
            )
        yield Page(page.get_height(), tuple(_lines(text)))
        text.close()
        page.close()


def _lines(page: Any) -> Iterator[Line]:
    """The lines of a page as they were drawn; parts far apart on one line are two."""
    from pypdfium2 import raw

    letters: list[str] = []
    line_end = False
    left = right = bottom = top = 0.0
    box = raw.FS_RECTF()
    for index in range(page.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(page, index))
        if letter in "\r\n":  # PDFium's opinion that a line ends; after every letter, in some files
            line_end = True
            continue
        if letter.isspace():
            letters.append(" ")
            continue
        if raw.FPDFText_IsHyphen(page, index) == 1:
            letter = "-"
        if not raw.FPDFText_GetLooseCharBox(page, index, ctypes.byref(box)):
            continue
        height = box.top - box.bottom
        if not (_SMALLEST < height < math.inf and math.isfinite(box.right - box.left)):
            continue
        apart = abs(box.bottom - bottom) > height / 2 or not -height < box.left - right < _COLUMN_GAP * height
        if apart:
            if text := _joined(letters):
                yield Line(text, left, right, bottom, top)
            letters, left, bottom, top = [], box.left, box.bottom, box.top
        elif line_end and box.left - right > _WORD_GAP * height:
            letters.append(" ")
        letters.append(letter)
        right, line_end = box.right, False
    if text := _joined(letters):
        yield Line(text, left, right, bottom, top)


def _joined(letters: list[str]) -> str:
    """Letters as a text: halves of surrogate pairs put together, signs without a character left out."""
    text = "".join(letters).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return " ".join(_UNPRINTABLE.sub("", text).split())


FORMAT = Format(suffixes=(".pdf",), media_types=("application/pdf",), read=read, beginning=re.compile(SIGN))
