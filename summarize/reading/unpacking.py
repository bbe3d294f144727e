"""Bytes out of packed bytes, in memory alone and within bounds: what unpacks to far more than it is stops at once."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, Protocol, cast

from summarize.errors import SourceError

_MIB = 2**20
MAX_PART_BYTES = 64 * _MIB
"""Of a file inside another that has to be held as a whole."""
_MAX_DIRECTORY_BYTES = 16 * _MIB
"""Of the list of files at the end of a ZIP, which zipfile reads as a whole: 200,000 names."""
_MAX_XZ_BYTES = 128 * _MIB
"""Memory that unpacking an .xz may take: its head may ask for gigabytes, and `xz -9` for 65 MiB."""
_RATIO_FROM = 16 * _MIB
"""Bytes up to which nobody asks how small they were packed."""
_BUFFER = 256 * 1024
_ENCRYPTED = 0x1

DAMAGED = (EOFError, OSError, ValueError, RuntimeError, zlib.error, zipfile.BadZipFile)
"""What readers of the standard library raise for bytes that are none of theirs, and for less than all of them."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What may come out of one source that is packed."""

    max_bytes: int = 512 * _MIB
    max_ratio: int = 200
    """Bytes for each packed one. Text packs to a third or a tenth, pages of one site to a fiftieth."""
    max_members: int = 10_000
    max_depth: int = 2
    """Files inside a file inside a file."""


NO_BOMBS = Limits()


class Exhausted(SourceError):
    """A source holds more than may come out of it, so that nothing more of it is read."""


class Allowance:
    """What of the limits is left to a source, over all that is packed in it."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._bytes = self._members = 0

    def meter(self, packed: Callable[[], int], name: str) -> Callable[[int], None]:
        """Counts the bytes that come out of `packed` ones; called with each lot of them it raises Exhausted."""
        came = 0

        def spend(size: int) -> None:
            nonlocal came
            came += size
            self._bytes += size
            if self._bytes > self._limits.max_bytes:
                raise Exhausted(f"{name}: unpacks to more than {_size(self._limits.max_bytes)}; left out")
            if came > _RATIO_FROM and came > self._limits.max_ratio * packed():
                raise Exhausted(f"{name}: unpacks to more than {self._limits.max_ratio} times its size; left out")

        return spend

    def enter(self, depth: int, name: str) -> None:
        """Counts a file inside another, `depth` levels below what was named. Raises SourceError, and Exhausted."""
        self._members += 1
        if self._members > self._limits.max_members:
            raise Exhausted(f"{name}: the rest was not read; at most {self._limits.max_members:,} files are")
        if depth > self._limits.max_depth:
            raise SourceError(f"{name}: is packed more than {self._limits.max_depth} times; unpack it first")


def _size(count: int) -> str:
    return f"{count // _MIB:,} MiB" if count >= _MIB else f"{count:,} bytes"


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


class _Counted(io.RawIOBase):
    """A stream that knows how much was read of it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        self.taken += len(data)
        buffer[: len(data)] = data
        return len(data)


class _Checked(io.RawIOBase):
    """What a reader unpacks, its faults said as SourceError; `spend` is told how much each time."""

    def __init__(
        self, stream: _Readable, name: str, spend: Callable[[int], None], faults: tuple[type[Exception], ...]
    ) -> None:
        self._stream, self._name, self._spend, self._faults = stream, name, spend, faults

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._stream.read(len(buffer))
        except self._faults:
            raise SourceError(f"{self._name}: is damaged or cut short; what it packs cannot be read") from None
        self._spend(len(data))
        buffer[: len(data)] = data
        return len(data)


def gunzipped(stream: BinaryIO, allowance: Allowance, name: str) -> BinaryIO:
    """What gzip packed, as a stream that cannot seek."""
    import gzip

    counted = _Counted(stream)
    unpacked = gzip.GzipFile(fileobj=counted, mode="rb")
    return checked(unpacked, name, allowance.meter(lambda: counted.taken, name))


class _Decompressor(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


class _Unpacked:
    """What a decompressor of the standard library makes of a stream, of which several may be put together."""

    def __init__(self, stream: BinaryIO, new: Callable[[], _Decompressor]) -> None:
        self._stream, self._new = stream, new
        self._decompressor = new()

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end. Raises EOFError where the stream ends too early."""
        while True:
            data = b""
            if self._decompressor.eof:
                data = self._decompressor.unused_data.lstrip(b"\0") or self._stream.read(_BUFFER).lstrip(b"\0")
                if not data:
                    return b""
                self._decompressor = self._new()
            elif self._decompressor.needs_input:
                data = self._stream.read(_BUFFER)
                if not data:
                    raise EOFError("what it packs ends too early")
            if unpacked := self._decompressor.decompress(data, size):
                return unpacked


def bunzipped(stream: BinaryIO, allowance: Allowance, name: str) -> BinaryIO:
    """What bzip2 packed, as a stream that cannot seek."""
    import bz2

    counted = cast(BinaryIO, _Counted(stream))
    return checked(_Unpacked(counted, bz2.BZ2Decompressor), name, _metered(counted, allowance, name))


def unxzed(stream: BinaryIO, allowance: Allowance, name: str) -> BinaryIO:
    """What xz packed, as a stream that cannot seek."""
    import lzma

    counted = cast(BinaryIO, _Counted(stream))
    faults = (*DAMAGED, lzma.LZMAError)
    return checked(_Unpacked(counted, _new_xz), name, _metered(counted, allowance, name), faults)


def open_xz(stream: BinaryIO) -> BinaryIO:
    """What xz packed, however much that is, as a stream that cannot seek. Reading it raises EOFError and LZMAError."""
    return checked(_Unpacked(stream, _new_xz), "", faults=())


def _new_xz() -> _Decompressor:
    import lzma

    return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_MAX_XZ_BYTES)


def _metered(counted: BinaryIO, allowance: Allowance, name: str) -> Callable[[int], None]:
    return allowance.meter(lambda: cast(_Counted, counted).taken, name)


def checked(
    stream: _Readable,
    name: str,
    spend: Callable[[int], None] = lambda size: None,
    faults: tuple[type[Exception], ...] = DAMAGED,
) -> BinaryIO:
    """A stream out of others that cannot seek, and raises SourceError where they raise one of the `faults`."""
    return io.BufferedReader(_Checked(stream, name, spend, faults), _BUFFER)


def seekable(stream: BinaryIO, name: str, most: int = MAX_PART_BYTES) -> BinaryIO:
    """The stream itself where it can seek, else its bytes in memory. Raises SourceError for more than `most`."""
    return stream if stream.seekable() else io.BytesIO(read_whole(stream, name, most))


def read_whole(stream: BinaryIO, name: str, most: int = MAX_PART_BYTES) -> bytes:
    """All bytes. Raises SourceError where there are none, or more than `most`."""
    data = stream.read(most + 1)
    if not data:
        raise SourceError(f"{name}: is empty")
    if len(data) > most:
        raise SourceError(f"{name}: more than {most // _MIB} MiB; save the article's text as .txt instead")
    return data


class _InLots:
    """A ZIP as zipfile reads it, where nothing is ever read in larger lots than a list of files may be.

    How long that list is stands in several places of a file, which may contradict each other: what is read decides.
    """

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._stream, self._name = stream, name
        self.seek, self.tell, self.seekable = stream.seek, stream.tell, stream.seekable

    def read(self, size: int = -1) -> bytes:
        most = _MAX_DIRECTORY_BYTES + 1
        data = self._stream.read(most if size < 0 else min(size, most))
        if len(data) == most:
            raise SourceError(f"{self._name}: lists too many files; unpack it first")
        return data


def open_zip(stream: BinaryIO, name: str) -> zipfile.ZipFile:
    """A ZIP that can be looked into. Raises SourceError for one that is damaged, or lists too many files."""
    try:
        return zipfile.ZipFile(cast(BinaryIO, _InLots(stream, name)))
    except DAMAGED:
        raise SourceError(f"{name}: is damaged or cut short; it cannot be opened") from None


def open_part(file: zipfile.ZipFile, part: zipfile.ZipInfo, allowance: Allowance, name: str) -> BinaryIO:
    """What a ZIP holds under a name, as a stream that cannot seek. Raises SourceError."""
    if part.flag_bits & _ENCRYPTED:
        raise SourceError(f"{name}: is encrypted; save it without its password first")
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise SourceError(f"{name}: is packed in a rare way; unpack it first")
    try:
        unpacked = file.open(part)
    except DAMAGED:
        raise SourceError(f"{name}: is damaged or cut short; what it packs cannot be read") from None
    return checked(unpacked, name, allowance.meter(lambda: part.compress_size, name))
