"""Compressed bodies, unpacked a piece at a time."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from api.problems import Problem

_PIECE = 64 * 1024
_MOST_MEMBERS = 1_000
"""A gzip body may be several put together, as tools that pack in parallel do; each costs something, however short."""

_GZIP = 16 + zlib.MAX_WBITS
_KINDS = {"": None, "identity": None, "gzip": _GZIP, "x-gzip": _GZIP, "deflate": zlib.MAX_WBITS}


def kind(encoding: str) -> int | None:
    """How to unpack a body of this Content-Encoding; None when it is as it is. Raises Problem 415."""
    try:
        return _KINDS[encoding.strip().lower()]
    except KeyError:
        detail = "The body may be compressed with gzip or deflate, with nothing else."
        raise Problem(415, "unknown-encoding", detail, headers={"Accept-Encoding": "gzip, deflate"}) from None


def unpacked(packed: bytes | bytearray, kind: int) -> Iterator[bytes]:
    """What is in it, in pieces of 64 KiB at most. Raises Problem 400."""
    unpack, members = zlib.decompressobj(kind), 1
    for start in range(0, len(packed), _PIECE):
        rest = bytes(packed[start : start + _PIECE])
        while rest or not unpack.eof:
            if unpack.eof:
                unpack, members = zlib.decompressobj(kind), members + 1
                if kind != _GZIP:
                    raise _damaged("Something follows the end of the compressed body.")
                if members > _MOST_MEMBERS:
                    raise _damaged(f"The compressed body is put together of more than {_MOST_MEMBERS:,} parts.")
            try:
                found = unpack.decompress(rest, _PIECE)
            except zlib.error:
                raise _damaged("The body is not compressed as its Content-Encoding says.") from None
            yield found
            rest = unpack.unused_data if unpack.eof else unpack.unconsumed_tail
            if not rest and len(found) < _PIECE:
                break
    if not unpack.eof:
        raise _damaged("The compressed body ends too early.")


def _damaged(detail: str) -> Problem:
    return Problem(400, "damaged-body", detail)
