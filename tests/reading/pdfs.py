"""PDF files by hand: lines of text at places on pages, and what keeps text from being read."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from typing import NamedTuple

import pytest

needs_pdfium = pytest.mark.skipif(
    importlib.util.find_spec("pypdfium2") is None, reason="the extra docs is not installed; rules are tested without it"
)


class Line(NamedTuple):
    """A line of text on a page of 595 by 842 points."""

    x: float
    y: float
    """Of the line the letters stand on, from the foot of the page."""
    text: str
    size: float = 10


def column(text: str, x: float = 72, y: float = 760, size: float = 10, leading: float = 12) -> list[Line]:
    """Lines of a text below each other; an empty one leaves a gap."""
    return [Line(x, y - leading * n, line, size) for n, line in enumerate(text.split("\n")) if line]


def pdf(*pages: Sequence[Line], encrypted: bool = False, title: bytes = b"") -> bytes:
    """A file of such pages in Helvetica, `encrypted` with a password that nobody knows, with a `title` among its
    properties.
    """
    kids = b" ".join(b"%d 0 R" % (10 + 2 * n) for n in range(len(pages)))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    }
    for n, lines in enumerate(pages):
        drawn = b"\n".join(_drawn(line) for line in lines)
        objects[10 + 2 * n] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> "
            b"/Contents %d 0 R >>" % (11 + 2 * n)
        )
        objects[11 + 2 * n] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn)
    trailer = b""
    if title:
        objects[5] = b"<< /Title <%s> /CreationDate (D:20291113104200Z) >>" % title.hex().encode()
        trailer = b"/Info 5 0 R"
    if encrypted:
        key = b"<%s>" % (b"5a" * 32)
        objects[4] = b"<< /Filter /Standard /V 1 /R 2 /O %s /U %s /P -4 >>" % (key, key)
        trailer = b"/Encrypt 4 0 R /ID [<00> <00>]"
    written = b"%PDF-1.4\n"
    places = {}
    for number, content in objects.items():
        places[number] = len(written)
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(written)
    entries = b"".join(b"%d 1\n%010d 00000 n \n" % place for place in places.items())
    table = b"xref\n0 1\n0000000000 65535 f \n" + entries
    return written + table + b"trailer\n<< /Size 99 /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (trailer, start)


def _drawn(line: Line) -> bytes:
    text = line.text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
    return b"BT /F %g Tf %g %g Td (%s) Tj ET" % (line.size, line.x, line.y, text)
