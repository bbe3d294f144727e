"""The names of result files: an id where it can be one, and else what is left of it with a hash."""

from __future__ import annotations

import hashlib
import re

_SAFE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,99}(?<!\.)")
_SAFE_ANYWHERE = re.compile(r"[a-z0-9_][a-z0-9._-]{0,99}(?<!\.)")
"""Also where large and small letters are one."""
_RESERVED = re.compile(r"manifest.*|(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE | re.DOTALL)
"""What the batch itself writes, and what Windows keeps for devices."""
_UNSAFE = re.compile(r"[^A-Za-z0-9-]+")
_SHOWN = 60


def file_name(identity: str, *, case_sensitive: bool = True) -> str:
    """The name of a result's file, without its suffix: different for every id, and safe on every file system.

    An id of letters, digits, dots, hyphens and underscores is its own name. Any other keeps what can be kept of it
    before "~", which no id that is its own name has, and 64 bits of its SHA-256.
    """
    safe = _SAFE if case_sensitive else _SAFE_ANYWHERE
    if safe.fullmatch(identity) and not _RESERVED.fullmatch(identity):
        return identity
    shown = _UNSAFE.sub("_", identity[: 2 * _SHOWN]).strip("_")[:_SHOWN]
    return f"{shown}~{hashlib.sha256(identity.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
