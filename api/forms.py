"""Forms (RFC 7578): the parts of a multipart body, found by searching for its boundary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from api.problems import Problem

_STRETCH = 512 * 1024
"""Bytes that are searched in one step: a millisecond, also where every line looks like a boundary."""
_LONGEST_BOUNDARY = 70  # RFC 2046
_LONGEST_HEAD = 4_096
_MOST_HEADERS = 20
_PARAMETER = re.compile(r';\s*([\w-]+\*?)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))')
_QUOTED = re.compile(r'\\(["\\])')
_CHARSETS = ("utf-8", "iso-8859-1")  # RFC 5987


@dataclass(frozen=True, slots=True)
class Part:
    """A field of a form; with a file's name, a file."""

    name: str
    file_name: str | None
    content: bytes


def parse_form(body: bytes | bytearray, content_type: str, most: int) -> Iterator[Part | None]:
    """The parts, `most` of them at most; None where there is none yet, so that no step is long.

    Raises Problem 400 for what is no form, or not all of one.
    """
    boundary = parameters(content_type).get("boundary", "")
    if not 0 < len(boundary) <= _LONGEST_BOUNDARY:
        raise _invalid(f"The Content-Type must give a boundary of 1 to {_LONGEST_BOUNDARY} characters.")
    delimiter = b"\r\n--" + boundary.encode("latin-1", "replace")
    begin, number = None, 0
    for place in _places(body, delimiter):
        if place is None:
            yield None
            continue
        if begin is not None:
            number += 1
            if number > most:
                raise _invalid(f"The form has more than the {most:,} parts allowed.")
            yield _part(bytes(body[begin:place]), number)
        begin = place + len(delimiter)
        if body.startswith(b"--", begin):
            return
    raise _invalid("The form ends before its closing boundary, so that its last part may be cut off.")


def _places(body: bytes | bytearray, delimiter: bytes) -> Iterator[int | None]:
    """Where the delimiter stands; None after each stretch without one. The first one needs no line before it."""
    if body.startswith(delimiter[2:]):
        yield -2
    start = 0
    while start < len(body):
        found = body.find(delimiter, start, start + _STRETCH + len(delimiter) - 1)
        yield found if found >= 0 else None
        start = found + len(delimiter) if found >= 0 else start + _STRETCH


def parameters(header: str) -> dict[str, str]:
    """The parameters of a header such as Content-Disposition. One in the form NAME*= stands for NAME as well."""
    found: dict[str, str] = {}
    for name, quoted, plain in _PARAMETER.findall(header):
        found.setdefault(name.lower(), _QUOTED.sub(r"\1", quoted) if quoted else plain)
    for name in [name for name in found if name.endswith("*")]:
        charset, _, value = found.pop(name).partition("'")
        if charset.lower() in _CHARSETS:
            found[name[:-1]] = unquote(value.partition("'")[2], charset, "replace")
    return found


def _part(piece: bytes, number: int) -> Part:
    line_end, end = piece.find(b"\r\n", 0, _LONGEST_HEAD), piece.find(b"\r\n\r\n", 0, _LONGEST_HEAD)
    if end < 0 or piece[:line_end].strip(b" \t"):
        raise _invalid(f"Part {number} of the form does not begin with its headers.")
    for line in piece[line_end + 2 : end].split(b"\r\n", _MOST_HEADERS):
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-disposition":
            given = parameters(value.decode("utf-8", "replace"))
            if "name" not in given:
                break
            return Part(given["name"], given.get("filename"), piece[end + 4 :])
    raise _invalid(f"Part {number} of the form has no Content-Disposition with a name.")


def _invalid(detail: str) -> Problem:
    return Problem(400, "invalid-form", detail)
