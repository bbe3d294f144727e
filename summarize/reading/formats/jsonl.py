"""JSON lines: one article a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, BinaryIO

from summarize.errors import DocumentError, SourceError
from summarize.reading.decoding import decode
from summarize.reading.formats.base import Format, Items
from summarize.reading.mending import mended
from summarize.reading.metadata import bad_date, parse_published
from summarize.records.document import MAX_CHARACTERS, Document

MAX_LINE_BYTES = 6 * MAX_CHARACTERS + 100_000
"""Room for the longest text with every character written as an escape, and for the other fields."""
MAX_LINES = 200_000
"""Lines of one file that are read, blank ones among them: many more articles than one brief is made of."""
_MAX_REPORTED = 20
"""Line problems reported one by one; a file of another kind would otherwise fill the screen."""

_BLANK = b"\xef\xbb\xbf \t\r\n"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
JSON_NAMES = {
    str: "a string",
    int: "a number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "an object",
    type(None): "null",
}


def read(stream: BinaryIO, name: str) -> Items:
    """Each line as a document, or what is wrong with it; blank lines and unknown keys are passed over.

    A document without an id is called NAME:LINE. A field other than the text that cannot be used is reported, and the
    document is kept without it.
    """
    found, problems = 0, 0
    for item in _items(stream, name):
        if isinstance(item, Document):
            found += 1
            yield item
        else:
            problems += 1
            if problems <= _MAX_REPORTED:
                yield item
    if problems > _MAX_REPORTED:
        yield SourceError(f"{name}: {problems - _MAX_REPORTED:,} more problems of this kind in its other lines")
    if not found and not problems:
        yield SourceError(f'{name}: holds no articles; write one JSON object with a "text" a line')


def is_article(line: bytes) -> bool:
    """Whether a line is a JSON object with a "text"."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(data, dict) and "text" in data


def _items(stream: BinaryIO, name: str) -> Items:
    for number, line in numbered_lines(stream):
        where = f"{name}, line {number}"
        if number > MAX_LINES:
            yield SourceError(f"{where}: the rest was not read; one brief is made of at most {MAX_LINES:,} lines")
            return
        try:
            if number == 1 and (refusal := not_json_lines(line)):
                yield SourceError(f"{name}: {refusal}")
                return
            if line.strip(_BLANK):
                yield from _read_line(line, where, f"{name}:{number}")
        except SourceError as error:
            yield error
        except DocumentError as error:
            yield SourceError(f"{where}: {error}")


def numbered_lines(stream: BinaryIO, longest: int = MAX_LINE_BYTES) -> Iterator[tuple[int, bytes]]:
    """Lines with their numbers from 1; of one with more bytes than the `longest` its beginning, one byte too long."""
    number = 0
    while line := stream.readline(longest + 1):
        number += 1
        yield number, line
        while len(line) > longest and not line.endswith(b"\n"):
            line = stream.readline(longest + 1) or b"\n"


def not_json_lines(first: bytes) -> str | None:
    """Why a file that begins with this line can hold no JSON lines at all; None where it can."""
    if first.startswith(_UTF16_MARKS):
        return "JSON lines in UTF-16 cannot be read; save it as UTF-8"
    if first.lstrip(_BLANK).startswith(b"["):
        return "is a JSON array, not JSON lines; write one object a line, for example with jq -c '.[]'"
    return None


def _read_line(line: bytes, where: str, default_id: str) -> Items:
    if len(line) > MAX_LINE_BYTES:
        raise SourceError(f"{where}: longer than {MAX_LINE_BYTES:,} bytes; an article has a few thousand")
    yield from article(parse(decode(line, where), where), where, default_id)


def article(data: Mapping[str, Any], where: str, default_id: str) -> Items:
    """The document of an object with a "text", and what is wrong with its other fields; `where` is for messages.

    Raises SourceError where there is no text, and DocumentError for a text that cannot be used.
    """
    text = data.get("text")
    if text is None:
        raise SourceError(f'{where}: no "text"; every article needs one')
    if not isinstance(text, str):
        raise SourceError(f'{where}: "text" is {JSON_NAMES[type(text)]}, not a string')
    if not text.strip():
        raise SourceError(f'{where}: "text" is empty')
    fields: dict[str, Any] = {}
    notes = []
    for key in ("title", "url", "publisher", "published", "language", "media_type"):
        value = data.get(key)
        if value is None or value == "":
            continue
        if not isinstance(value, str):
            notes.append(SourceError(f'{where}: "{key}" is {JSON_NAMES[type(value)]}, not a string; kept without it'))
        elif key != "published":
            fields[key] = value
        elif (moment := parse_published(value)) is not None:
            fields[key] = moment
        else:
            notes.append(bad_date(where, key, value))
    identity = data.get("id")
    if isinstance(identity, bool) or not isinstance(identity, str | int | float | None):
        notes.append(SourceError(f'{where}: "id" is {JSON_NAMES[type(identity)]}, not a string; kept without it'))
        identity = None
    document = Document(id=default_id if identity in (None, "") else str(identity), text=text, **fields)
    # A line that vouches for its text with its hash, as kept evidence does, is taken as it was read before.
    yield document if data.get("sha256") == document.sha256 else replace(document, text=mended(text))
    yield from notes


def parse(text: str, where: str, needed: str = "text") -> dict[str, Any]:
    """The object that a line holds. Raises SourceError, which tells that it `needed` a field of this name."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise SourceError(f"{where}: not JSON ({error.msg} at character {error.pos + 1})") from None
    except (ValueError, RecursionError):
        raise SourceError(f"{where}: JSON with a number too long or lists too deep to read") from None
    if not isinstance(data, dict):
        raise SourceError(f'{where}: {JSON_NAMES[type(data)]}, not an object with a "{needed}"')
    return data


FORMAT = Format(
    suffixes=(".jsonl",), media_types=("application/jsonl", "application/x-ndjson"), read=read, one_article=False
)
