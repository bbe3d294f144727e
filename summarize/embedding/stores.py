"""Where vectors are kept: in memory, or in an SQLite file."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from summarize.files import is_database_of

if TYPE_CHECKING:
    import sqlite3

CAPACITY = 100_000
"""Vectors kept in memory: 150 MB of 384 numbers each."""
DISK_CAPACITY = 1_000_000
"""Vectors kept on disk: 1.6 GB."""
_SCHEMA = {
    "vectors": "CREATE TABLE IF NOT EXISTS vectors "
    "(key BLOB PRIMARY KEY, vector BLOB NOT NULL, check_sum BLOB NOT NULL, used INTEGER NOT NULL)",
    "by_use": "CREATE INDEX IF NOT EXISTS by_use ON vectors (used)",
}
_APPLICATION = 0x53556D56
"""Stands in the header of each file made here, so that no other program's file is taken for one, or written into."""
_MAX_TICK = 2**62
_ASKED = 500
"""Keys in one question to the database; SQLite takes 999 and more."""


class Store(Protocol):
    """Keeps vectors, as bytes, under keys. A store may forget any of them at any time."""

    def get(self, keys: Sequence[bytes]) -> Mapping[bytes, bytes]:
        """What is kept under these keys, those without anything left out."""
        ...

    def put(self, vectors: Mapping[bytes, bytes]) -> None:
        """Keeps these too, at the cost of what was asked for longest ago."""
        ...


class MemoryStore:
    """The vectors asked for last, in memory."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._capacity = capacity
        self._kept: OrderedDict[bytes, bytes] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, keys: Sequence[bytes]) -> Mapping[bytes, bytes]:
        with self._lock:
            found = {key: self._kept[key] for key in keys if key in self._kept}
            for key in found:
                self._kept.move_to_end(key)
        return found

    def put(self, vectors: Mapping[bytes, bytes]) -> None:
        with self._lock:
            self._kept.update(vectors)
            while len(self._kept) > self._capacity:
                self._kept.popitem(last=False)


class DiskStore:
    """Vectors in an SQLite file, which processes may share.

    A file that is damaged, locked for long or not writable, that another program made, that holds anything besides what
    is kept here, or whose disk is full, is passed over: vectors are then made anew and not kept.
    """

    def __init__(
        self, path: Path, capacity: int = DISK_CAPACITY, say: Callable[[str], None] = lambda message: None
    ) -> None:
        """`say` is told once why the file is not used, now or from some moment on."""
        self._path, self._capacity, self._say = path, capacity, say
        self._lock = Lock()
        self._database: sqlite3.Connection | None = None
        self.problem: str | None = None
        """Why the file is not used, None while it is."""
        import sqlite3

        # What rows of other types or sizes than were written here raise, besides what the database does.
        self._faults = (sqlite3.Error, OSError, ValueError, TypeError, OverflowError)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _check_maker(path)
            self._database = sqlite3.connect(path, timeout=5, check_same_thread=False)
            self._database.execute("PRAGMA trusted_schema = OFF")
            _make_tables(self._database)
            _check_schema(self._database)
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = OFF")  # what a power cut takes is only made again
        except self._faults as error:
            self._give_up(error)

    def __len__(self) -> int:
        with self._lock:
            return int(self._database.execute("SELECT count(*) FROM vectors").fetchone()[0]) if self._database else 0

    def get(self, keys: Sequence[bytes]) -> Mapping[bytes, bytes]:
        found: dict[bytes, bytes] = {}
        with self._lock:
            if self._database is None:
                return found
            try:
                now = self._tick()
                with self._database:
                    for start in range(0, len(keys), _ASKED):
                        part = keys[start : start + _ASKED]
                        places = ",".join("?" * len(part))
                        rows = self._database.execute(
                            f"SELECT key, vector, check_sum FROM vectors WHERE key IN ({places})", part
                        ).fetchall()
                        found.update((key, vector) for key, vector, check in rows if _is_whole(key, vector, check))
                        self._database.execute(f"UPDATE vectors SET used = ? WHERE key IN ({places})", [now, *part])
            except self._faults as error:
                self._give_up(error)
        return found

    def put(self, vectors: Mapping[bytes, bytes]) -> None:
        with self._lock:
            if self._database is None:
                return
            try:
                now = self._tick()
                with self._database:
                    self._database.executemany(
                        "INSERT OR REPLACE INTO vectors VALUES (?, ?, ?, ?)",
                        ((key, vector, _check(key, vector), now) for key, vector in vectors.items()),
                    )
                    self._database.execute(
                        "DELETE FROM vectors WHERE key IN (SELECT key FROM vectors ORDER BY used, rowid "
                        "LIMIT max(0, (SELECT count(*) FROM vectors) - ?))",
                        (self._capacity,),
                    )
            except self._faults as error:
                self._give_up(error)

    def close(self) -> None:
        """Closes the file; the store keeps nothing from then on."""
        with self._lock:
            if self._database is not None:
                self._database.close()
                self._database = None

    def _tick(self) -> int:
        assert self._database is not None
        last = self._database.execute("SELECT coalesce(max(used), 0) FROM vectors").fetchone()[0]
        if not isinstance(last, int) or not 0 <= last < _MAX_TICK:
            raise ValueError("its clock is out of range")
        return last + 1

    def _give_up(self, error: Exception) -> None:
        self.problem = f"{self._path} is not used ({error})"
        self._say(self.problem)
        if self._database is not None:
            self._database.close()
            self._database = None


def _check_maker(path: Path) -> None:
    """Raises ValueError when there is a file that was not made here, before SQLite opens it and may write into it."""
    if not path.exists():
        return
    if not path.is_file():
        raise ValueError("it is no regular file")
    if not is_database_of(path, _APPLICATION):
        raise ValueError("it is not of this program's making")


def _make_tables(database: sqlite3.Connection) -> None:
    """Makes what a new file lacks, with the mark of its maker, in one step: whoever opens it finds all or nothing."""
    if database.execute("PRAGMA page_count").fetchone() != (0,):
        return
    with database:
        database.execute("BEGIN IMMEDIATE")
        database.execute(f"PRAGMA application_id = {_APPLICATION}")
        for statement in _SCHEMA.values():
            database.execute(statement)


def _check_schema(database: sqlite3.Connection) -> None:
    """Raises ValueError when the file holds anything but what is made here: a trigger or a view would be run."""
    for name, statement in database.execute("SELECT name, sql FROM sqlite_master"):
        expected = _SCHEMA.get(name, "").replace(" IF NOT EXISTS", "")
        if statement is not None and statement != expected:
            raise ValueError(f"it holds {name!r}, which is not of this program's making")


def _is_whole(key: object, vector: object, check: object) -> bool:
    return isinstance(key, bytes) and isinstance(vector, bytes) and check == _check(key, vector)


def _check(key: bytes, vector: bytes) -> bytes:
    return hashlib.blake2b(vector, key=key, digest_size=8).digest()
