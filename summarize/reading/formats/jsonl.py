"""JSON lines: one article a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from summarize.errors import DocumentError, SourceError
from summarize.reading.decoding import decode
from summarize.reading.fields import JSON_NAMES, has_text, read_fields
from summarize.reading.formats.base import Contents, Context, Format, Items, few_problems
from summarize.records.document import MAX_CHARACTERS

MAX_LINE_BYTES = 6 * MAX_CHARACTERS + 100_000
"""Room for the longest text with every character written as an escape, and for the other fields."""
MAX_LINES = 200_000
"""Lines of one file that are read, blank ones among them: many more articles than one brief is made of."""

_BLANK = b"\xef\xbb\xbf \t\r\n"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read(stream: BinaryIO, name: str, context: Context) -> Contents:
    """Each line as a document, or what is wrong with it; blank lines and unknown keys are passed over.

    A document without an id is called NAME:LINE. A field other than the text that cannot be used is reported, and the
    document is kept without it.
    """
    empty = True
    for item in few_problems(_items(stream, name, context.text_column), name):
        empty = False
        yield item
    if empty:
        yield SourceError(f'{name}: holds no articles; write one JSON object with a "text" a line')


def is_article(line: bytes) -> bool:
    """Whether a line is a JSON object with the text of an article."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(data, dict) and has_text(data)


def _items(stream: BinaryIO, name: str, text_column: str | None) -> Items:
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
                yield from _read_line(line, where, f"{name}:{number}", text_column)
        except SourceError as error:
            yield error
        except DocumentError as error:
            yield SourceError(f"{where}: {error}")


def numbered_lines(stream: BinaryIO, most: int = MAX_LINE_BYTES) -> Iterator[tuple[int, bytes]]:
    """The lines of a stream, counted from 1; of one that is longer than `most` bytes, its first `most` + 1."""
    number = 0
    while line := stream.readline(most + 1):
        number += 1
        yield number, line
        while len(line) > most and not line.endswith(b"\n"):
            line = stream.readline(most + 1) or b"\n"


def not_json_lines(first: bytes) -> str | None:
    """Why a file with this first line is read as no JSON lines."""
    if first.startswith(_UTF16_MARKS):
        return "JSON lines in UTF-16 cannot be read; save it as UTF-8"
    if first.lstrip(_BLANK).startswith(b"["):
        return "is a JSON array, not JSON lines; name it .json"
    return None


def _read_line(line: bytes, where: str, default_id: str, text_column: str | None) -> Items:
    if len(line) > MAX_LINE_BYTES:
        raise SourceError(f"{where}: longer than {MAX_LINE_BYTES:,} bytes; an article has a few thousand")
    yield from read_fields(parse_object(decode(line, where), where), where, default_id, text_column)


def parse_object(text: str, where: str) -> dict[str, Any]:
    """The JSON object of an article. Raises SourceError for anything else."""
    data = parse_json(text, where)
    if not isinstance(data, dict):
        raise SourceError(f'{where}: {JSON_NAMES[type(data)]}, not an object with a "text"')
    return data


def parse_json(text: str, where: str) -> Any:
    """What JSON holds. Raises SourceError."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise SourceError(f"{where}: not JSON ({error.msg} at character {error.pos + 1})") from None
    except (ValueError, RecursionError):
        raise SourceError(f"{where}: JSON with a number too long or lists too deep to read") from None


FORMAT = Format(
    suffixes=(".jsonl", ".ndjson"),
    media_types=("application/jsonl", "application/x-ndjson"),
    read=read,
    one_article=False,
    asks=True,
)
