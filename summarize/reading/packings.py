"""How a single file may be packed: by which suffix, media type or first bytes it is told, and what unpacks it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

from summarize.reading.unpacking import Allowance, bunzipped, gunzipped, unxzed


@dataclass(frozen=True, slots=True)
class Packing:
    """One way to pack a file."""

    suffixes: Mapping[str, str]
    """Each with that of what comes out; "" where the rest of the name tells."""
    beginning: bytes
    media_types: tuple[str, ...]
    unpack: Callable[[BinaryIO, Allowance, str], BinaryIO]

    def inner_suffix(self, name: str, suffix: str) -> str:
        """The suffix of what comes out of a file of this name, whose own suffix may be none of this packing."""
        return self.suffixes.get(suffix) or PurePath(PurePath(name).stem).suffix.lower()


PACKINGS = (
    Packing({".gz": "", ".tgz": ".tar"}, b"\x1f\x8b", ("application/gzip", "application/x-gzip"), gunzipped),
    Packing({".bz2": "", ".tbz2": ".tar", ".tbz": ".tar"}, b"BZh", ("application/x-bzip2",), bunzipped),
    Packing({".xz": "", ".txz": ".tar"}, b"\xfd7zXZ\x00", ("application/x-xz",), unxzed),
)
BY_SUFFIX = {suffix: packing for packing in PACKINGS for suffix in packing.suffixes}
BY_MEDIA_TYPE = {media_type: packing for packing in PACKINGS for media_type in packing.media_types}
_LONGEST = max(len(packing.beginning) for packing in PACKINGS)


def packing_of(stream: BinaryIO, suffix: str, media_type: str, *, look: bool) -> Packing | None:
    """How a file is packed, by its suffix, its media type, or, if asked to `look`, its first bytes."""
    if suffix in BY_SUFFIX:
        return BY_SUFFIX[suffix]
    if media_type in BY_MEDIA_TYPE or not look or not stream.seekable():
        return BY_MEDIA_TYPE.get(media_type)
    beginning = stream.read(_LONGEST)
    stream.seek(0)
    return next((packing for packing in PACKINGS if beginning.startswith(packing.beginning)), None)
