"""The body of an answer, unpacked, within bounds."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from summarize.errors import SourceError

MAX_BYTES = 32 * 2**20
"""Of one answer: the longest PDF of an article is smaller."""


def unpacked(parts: Iterable[bytes], encoding: str, most: int = MAX_BYTES) -> bytes:
    """The bytes in a body of this Content-Encoding. Raises SourceError for more than `most` of them.

    Packed twice, as bombs are, or in a way that was not asked for, it is refused.
    """
    body = bytearray()
    packing = encoding.strip().lower()
    if packing in ("", "identity"):
        for part in parts:
            body += part
            _check(len(body), most)
        return bytes(body)
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise SourceError(f'is packed in a way that was not asked for ("{encoding[:40]}")')
    received = 0
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)  # gzip or zlib, as its first bytes say
    try:
        for part in parts:
            received += len(part)
            _check(received, most)
            if not body and packing == "deflate" and received == len(part) and not _is_zlib(part):
                unpacker = zlib.decompressobj(-zlib.MAX_WBITS)  # what some servers mean by deflate
            body += unpacker.decompress(part, most + 1 - len(body))
            _check(len(body), most)
    except zlib.error:
        raise SourceError("is damaged: it cannot be unpacked") from None
    if not unpacker.eof:
        raise SourceError("is cut off: its packing does not end")
    return bytes(body)


def _check(length: int, most: int) -> None:
    if length > most:
        raise SourceError(f"answers with more than {most / 2**20:g} MiB; no article is so long")


def _is_zlib(beginning: bytes) -> bool:
    return len(beginning) >= 2 and beginning[0] & 0x0F == 8 and int.from_bytes(beginning[:2], "big") % 31 == 0
