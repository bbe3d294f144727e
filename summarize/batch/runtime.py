"""What results depend on besides documents and options: the files of this package, what runs its models, and libraries.

It is part of the key of each result, and the same wherever results of one batch are made.
"""

from __future__ import annotations

import hashlib
import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from summarize.models.machine import int8_kind

Runtime = dict[str, str]
"""What runs, by its name, and in which version or form."""

_DECIDING = frozenset({".py", ".json", ".safetensors", ".txt"})
"""Of the package's files: its rules, what was fitted, what was trained, and words."""
_LIBRARIES = ("numpy", "onnxruntime", "tokenizers", "PyStemmer")
_TORCH = ("torch", "sentence-transformers", "transformers")
"""Beside them, where torch runs the encoder."""


def libraries(*, torch: bool) -> Runtime:
    """The versions of what computes, and of this package a hash."""
    return {"package": package_digest(), **_versions((*_LIBRARIES, *(_TORCH if torch else ())))}


def surroundings() -> Runtime:
    """What else a result was made with. Results depend on none of it, but for the last digits on the processor."""
    return {"processor": int8_kind(), **versions()}


def versions() -> Runtime:
    """The versions of Python and of the libraries that a batch may use, those that are not installed left out."""
    return {"python": platform.python_version(), **_versions((*_LIBRARIES, *_TORCH, "ray"))}


@cache
def package_digest() -> str:
    """SHA-256 of the names and contents of the package's files, in hexadecimal digits."""
    root = Path(__file__).parent.parent
    digest = hashlib.sha256()
    for path in sorted(path for path in root.rglob("*") if path.suffix in _DECIDING):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.relative_to(root).as_posix()}\0{content}\n".encode())
    return digest.hexdigest()


def _versions(names: tuple[str, ...]) -> Runtime:
    found: Runtime = {}
    for name in names:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found
