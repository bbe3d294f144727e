"""Whatever a vectors file holds, the brief is the one that would be made without it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from summarize.embedding import Memory
from summarize.embedding.stores import DiskStore, _check
from tests.conftest import WordEncoder

TEXTS = ["a ferry struck", "the pier", "in fog", "on Tuesday"]


class Known(WordEncoder):
    identity = "test/words 1"
    dimension: int | None = 128


def make(path: Path) -> None:
    store = DiskStore(path)
    Memory(store).encode(Known(), TEXTS)
    store.close()


def encode(path: Path) -> tuple[NDArray[np.float32], str | None]:
    store = DiskStore(path)
    vectors = Memory(store).encode(Known(), TEXTS)
    problem = store.problem
    store.close()
    return vectors, problem


def forged(vector: bytes) -> Callable[[sqlite3.Connection], None]:
    """Puts one vector in place of all, its checksum right."""

    def change(database: sqlite3.Connection) -> None:
        for (key,) in database.execute("SELECT key FROM vectors").fetchall():
            database.execute(
                "UPDATE vectors SET vector = ?, check_sum = ? WHERE key = ?", (vector, _check(key, vector), key)
            )

    return change


def statement(sql: str, *values: object) -> Callable[[sqlite3.Connection], None]:
    def change(database: sqlite3.Connection) -> None:
        database.execute(sql, values)

    return change


NAN = np.full(128, np.nan, dtype="<f4").tobytes()
CHANGES = {
    "vectors of another length": forged(np.full(16, 0.25, dtype="<f4").tobytes()),
    "vectors cut short": forged(b"\x00" * 511),
    "vectors that are no numbers": forged(NAN),
    "vectors of infinite length": forged(np.full(128, np.inf, dtype="<f4").tobytes()),
    "vectors of no length": forged(b"\x00" * 512),
    "empty vectors": forged(b""),
    "text in place of vectors": statement("UPDATE vectors SET vector = 'fog'"),
    "numbers in place of vectors": statement("UPDATE vectors SET vector = 7"),
    "checksums of another type": statement("UPDATE vectors SET check_sum = 1.5"),
    "a clock at its end": statement("UPDATE vectors SET used = ?", 2**63 - 1),
    "a clock that is infinite": statement("UPDATE vectors SET used = 9e999"),
    "a clock that is text": statement("UPDATE vectors SET used = 'late'"),
    "a clock before its beginning": statement("UPDATE vectors SET used = -5"),
    "a trigger": statement(
        "CREATE TRIGGER hang AFTER UPDATE ON vectors BEGIN SELECT (WITH RECURSIVE n(i) AS "
        "(SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n); END"
    ),
    "a view": statement("CREATE VIEW extra AS SELECT 1"),
    "another table": statement("CREATE TABLE extra (a)"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_file_that_somebody_changed_changes_no_vector(
    tmp_path: Path, change: Callable[[sqlite3.Connection], None]
) -> None:
    path = tmp_path / "vectors.sqlite"
    make(path)
    with closing(sqlite3.connect(path)) as database, database:
        change(database)
    assert encode(path)[0].tobytes() == Known().encode(TEXTS).tobytes()


def test_a_file_with_more_than_the_vectors_in_it_is_not_used_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "vectors.sqlite"
    make(path)
    assert encode(path)[1] is None
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE VIEW extra AS SELECT 1")
    assert "extra" in (encode(path)[1] or "")


@pytest.mark.parametrize("place", range(0, 20_000, 977))
def test_flipped_bytes_change_no_vector(tmp_path: Path, place: int) -> None:
    path = tmp_path / "vectors.sqlite"
    make(path)
    data = bytearray(path.read_bytes())
    for offset in range(place % len(data), min(place % len(data) + 40, len(data))):
        data[offset] ^= 0xFF
    path.write_bytes(data)
    assert encode(path)[0].tobytes() == Known().encode(TEXTS).tobytes()


def test_an_encoder_that_changed_its_length_under_its_old_name_gets_vectors_of_its_own(tmp_path: Path) -> None:
    class Shorter(Known):
        dimension = None

        def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
            vectors = super().encode(texts)[:, :64]
            return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)

    path = tmp_path / "vectors.sqlite"
    make(path)
    store = DiskStore(path)
    assert Memory(store).encode(Shorter(), [*TEXTS, "new"]).shape == (5, 64)


FOREIGN = {
    "with a table": ["CREATE TABLE notes (a)"],
    "with a table of our name": ["CREATE TABLE vectors (key BLOB PRIMARY KEY, vector BLOB)"],
    "without a table": ["PRAGMA user_version = 7"],
    "without a table, in its log": ["PRAGMA journal_mode = WAL", "PRAGMA user_version = 7"],
    "emptied": ["CREATE TABLE notes (a)", "DROP TABLE notes", "VACUUM"],
}


@pytest.mark.parametrize("statements", FOREIGN.values(), ids=FOREIGN.keys())
def test_a_database_of_another_program_is_named_and_nothing_is_written_into_it(
    tmp_path: Path, statements: list[str]
) -> None:
    path = tmp_path / "notes.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        for one in statements:
            database.execute(one)
    before, stamp = path.read_bytes(), path.stat().st_mtime_ns
    vectors, problem = encode(path)
    assert vectors.tobytes() == Known().encode(TEXTS).tobytes()
    assert "not of this program's making" in (problem or "")
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, stamp)
    assert list(tmp_path.iterdir()) == [path]


def test_a_database_that_another_program_has_open_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "notes.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE TABLE notes (a)")
        before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
        assert encode(path)[1] is not None
        assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_an_empty_file_made_for_the_vectors_is_used(tmp_path: Path) -> None:
    path = tmp_path / "vectors.sqlite"
    path.touch()
    assert encode(path)[1] is None
    assert encode(path)[1] is None
    assert path.stat().st_size > 0
