"""A folder of results: what is there, what of it still fits, and how more is put in.

A result and the key of what it was made from are one file that appears at once, so that nothing has to be kept beside
it: whenever and however a run ends, what is in the folder is whole and says what it is.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

from summarize.batch.names import file_name
from summarize.errors import BatchError
from summarize.files import in_place_of

try:
    import fcntl
except ImportError:  # Windows, where nothing can be told of other runs
    fcntl = None  # type: ignore[assignment]

_KEY = re.compile(rb'"key": "([0-9a-f]{64})"\s*\}\s*\}\s*\Z')
_SEAL = re.compile(rb'"content": "([0-9a-f]{64})",\s*\Z')
"""Before the key, the hash of all that stands before itself: by it a result that was changed since is told."""
_END = 200
"""Bytes at the end of a result among which its key stands."""
_PART = ".{}-{}.part"
_LOCK = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
"""How a file is opened of which only the lock counts: nothing that a link laid there leads to is emptied."""


class State(Enum):
    """What the folder holds of a collection."""

    ABSENT = "absent"
    CURRENT = "current"
    OTHER = "other"
    """A result of another input, other options or another version, or one that was changed since it was made."""
    FOREIGN = "foreign"
    """A file of this name that is no result, and is never replaced."""


class ResultFolder:
    """FOLDER/<id>.json. Only one process of a run writes, so workers need no access to it.

    Several runs may share a folder, each under a name of its own.
    """

    def __init__(self, path: Path, run: str = "batch") -> None:
        """Makes the folder where it is not there. Raises BatchError when it cannot be written to."""
        self.path, self._run = path, run
        try:
            path.mkdir(parents=True, exist_ok=True)
            probe = path / _PART.format(run, os.urandom(8).hex())
            probe.touch()
            self._case_sensitive = not probe.with_name(probe.name.upper()).exists()
            probe.unlink()
        except (FileExistsError, NotADirectoryError):
            raise BatchError(f"cannot write to {path}: it is a file, not a folder") from None
        except OSError as error:
            raise _unwritable(path, error) from None

    def place(self, identity: str) -> Path:
        """Where the result of a collection of this id stands."""
        return self.path / f"{file_name(identity, case_sensitive=self._case_sensitive)}.json"

    def state(self, identity: str, key: str) -> State:
        """What there is of a collection. Raises BatchError."""
        path = self.place(identity)
        if not path.exists():
            return State.ABSENT
        end = self._end(path)
        found = _KEY.search(end)
        if found is None:
            return State.OTHER if not end and path.is_file() else State.FOREIGN  # empty: what a loss of power leaves
        return State.CURRENT if found[1].decode() == key and self._is_as_made(path) else State.OTHER

    def is_result(self, path: Path) -> bool:
        """Whether a file ends as results do. Raises BatchError."""
        return _KEY.search(self._end(path)) is not None

    def _is_as_made(self, path: Path) -> bool:
        try:
            content = path.read_bytes()
        except OSError as error:
            raise BatchError(f"cannot read {path}: {error.strerror or error}") from None
        key = _KEY.search(content)
        seal = _SEAL.search(content, 0, key.start()) if key else None
        return seal is not None and hashlib.sha256(content[: seal.start()]).hexdigest() == seal[1].decode()

    def _end(self, path: Path) -> bytes:
        """The last bytes of a file, none of what is no regular one: a pipe would be waited for."""
        try:
            if not path.is_file():
                return b""
            with path.open("rb") as file:
                size = file.seek(0, os.SEEK_END)
                file.seek(max(0, size - _END))
                return file.read()
        except OSError as error:
            raise BatchError(f"cannot read {path}: {error.strerror or error}") from None

    def put(self, identity: str, result: bytes) -> None:
        """Writes a result in one step, with a hash of it. Raises BatchError when the disk does not take it."""
        self.write(self.place(identity), _sealed(result))

    def drop(self, identity: str) -> None:
        """Removes a result that no longer fits. Raises BatchError."""
        try:
            self.place(identity).unlink(missing_ok=True)
        except OSError as error:
            raise _unwritable(self.place(identity), error) from None

    def write(self, path: Path, content: bytes) -> None:
        """Puts a file in the place of what stood there in one step. Raises BatchError."""
        try:
            with in_place_of(path, f".{self._run}") as part:
                part.write_bytes(content)
        except OSError as error:
            raise _unwritable(path, error) from None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keeps a second run of this name out, and removes what one that was killed left half written.

        Raises BatchError where there is another.
        """
        with os.fdopen(os.open(self.path / f".{self._run}.lock", _LOCK, 0o666), "wb") as file:
            if fcntl is not None:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    raise BatchError(f"another run is writing to {self.path}; wait for it, or end it") from None
                except OSError:
                    pass  # a file system without locks
            for part in self.path.glob(_PART.format(self._run, "*")):
                part.unlink(missing_ok=True)
            yield


def _sealed(result: bytes) -> bytes:
    """A result with the hash of what stands before its key."""
    key = _KEY.search(result)
    assert key is not None
    before = result[: key.start()]
    space = before[len(before.rstrip()) :]
    return b"".join(
        (before, b'"content": "', hashlib.sha256(before).hexdigest().encode(), b'",', space, result[key.start() :])
    )


def _unwritable(path: Path, error: OSError) -> BatchError:
    return BatchError(f"cannot write {path}: {error.strerror or error}")
