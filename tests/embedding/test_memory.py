"""Vectors are remembered, within bounds, and a remembered vector is the one that would be made."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from summarize.embedding import Memory, open_memory
from summarize.embedding.stores import DiskStore, MemoryStore, Store
from summarize.models import load_encoder
from summarize.models.cache import FOLDER_VARIABLE
from tests.conftest import WordEncoder


class CountingEncoder(WordEncoder):
    def __init__(self, identity: str | None = "test/words 1") -> None:
        self.identity = identity
        self.seen: list[str] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.seen += texts
        return super().encode(texts)


@pytest.fixture(params=["memory", "disk"])
def make_store(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[int], Store]:
    if request.param == "memory":
        return MemoryStore
    return lambda capacity: DiskStore(tmp_path / "vectors.sqlite", capacity)


def test_a_text_is_encoded_once_and_then_remembered(make_store: Callable[[int], Store]) -> None:
    encoder, memory = CountingEncoder(), Memory(make_store(10))
    first = memory.encode(encoder, ["a ferry", "the pier"])
    again = memory.encode(encoder, ["the pier", "fog", "a ferry", "the pier"])
    assert encoder.seen == ["a ferry", "the pier", "fog"]
    assert again[[2, 0]].tobytes() == first.tobytes()
    assert (memory.hits.asked, memory.hits.encoded, memory.hits.rate) == (6, 3, 0.5)


def test_no_more_is_kept_than_allowed_and_what_was_asked_for_longest_ago_goes_first(
    make_store: Callable[[int], Store],
) -> None:
    encoder, store = CountingEncoder(), make_store(2)
    memory = Memory(store)
    for text in ("one", "two", "one", "three"):
        memory.encode(encoder, [text])
    assert len(store) == 2  # type: ignore[arg-type]
    encoder.seen.clear()
    memory.encode(encoder, ["one", "three"])
    assert encoder.seen == []
    memory.encode(encoder, ["two"])
    assert encoder.seen == ["two"]


def test_models_never_take_each_others_vectors(make_store: Callable[[int], Store]) -> None:
    memory, other = Memory(make_store(10)), CountingEncoder("other")
    memory.encode(CountingEncoder("one"), ["fog"])
    memory.encode(other, ["fog"])
    assert other.seen == ["fog"]


def test_a_model_without_identity_is_known_by_its_weights() -> None:
    memory, one, same, other = Memory(), *(CountingEncoder(None) for _ in range(3))
    one.weights = same.weights = "one"
    other.weights = "other"
    for encoder in (one, same, other):
        memory.encode(encoder, ["fog"])
    assert (one.seen, same.seen, other.seen) == (["fog"], [], ["fog"])


def test_what_cannot_be_told_from_another_model_is_not_remembered_and_that_is_said_once() -> None:
    said: list[str] = []
    encoder, memory = CountingEncoder(None), Memory(say=said.append)
    for _ in range(2):
        assert np.array_equal(memory.encode(encoder, ["fog"]), WordEncoder().encode(["fog"]))
    assert encoder.seen == ["fog", "fog"]
    assert memory.hits.asked == 0
    assert said == ["vectors are not kept, because the files of the model test/words cannot be read"]


@given(st.lists(st.lists(st.text(max_size=4), max_size=6), max_size=5))
def test_remembered_or_not_the_vectors_are_the_same(asked: list[list[str]]) -> None:
    memory = Memory(MemoryStore(3))
    for texts in asked:
        assert memory.encode(CountingEncoder(), texts).tobytes() == WordEncoder().encode(texts).tobytes()


def test_vectors_on_disk_outlive_the_process_that_made_them(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "vectors.sqlite"
    Memory(DiskStore(path)).encode(CountingEncoder(), ["fog"])
    encoder = CountingEncoder()
    open_memory(path).encode(encoder, ["fog"])
    assert encoder.seen == []


def test_a_changed_vector_on_disk_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "vectors.sqlite"
    store = DiskStore(path)
    expected = Memory(store).encode(CountingEncoder(), ["fog"])
    store.close()
    with sqlite3.connect(path) as database:
        database.execute("UPDATE vectors SET vector = zeroblob(512)")
    database.close()
    encoder = CountingEncoder()
    assert np.array_equal(Memory(DiskStore(path)).encode(encoder, ["fog"]), expected)
    assert encoder.seen == ["fog"]


@pytest.mark.parametrize("content", [b"not a database", b"SQLite format 3\x00" + b"\xff" * 4096])
def test_a_file_that_is_no_database_is_left_alone_and_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "vectors.sqlite"
    path.write_bytes(content)
    said: list[str] = []
    memory = open_memory(path, said.append)
    assert np.array_equal(memory.encode(CountingEncoder(), ["fog"]), WordEncoder().encode(["fog"]))
    (problem,) = said
    assert str(path) in problem
    assert path.read_bytes() == content


def test_a_file_that_fails_after_it_was_opened_is_named_too(tmp_path: Path) -> None:
    path, said = tmp_path / "vectors.sqlite", list[str]()
    store = DiskStore(path)
    Memory(store).encode(CountingEncoder(), ["fog"])
    store.close()
    with sqlite3.connect(path) as database:
        database.execute("UPDATE vectors SET used = 'x'")
    database.close()
    memory = open_memory(path, said.append)
    assert said == []
    assert np.array_equal(memory.encode(CountingEncoder(), ["fog"]), WordEncoder().encode(["fog"]))
    (problem,) = said
    assert str(path) in problem


def test_a_folder_in_place_of_the_file_is_named(tmp_path: Path) -> None:
    assert str(tmp_path) in (DiskStore(tmp_path).problem or "")


def test_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    program = (
        "import sys, numpy as np\n"
        "from pathlib import Path\n"
        "from summarize.embedding.stores import DiskStore\n"
        "store = DiskStore(Path(sys.argv[1]))\n"
        "for i in range(40): store.put({bytes([int(sys.argv[2]), i]): b'vector'})\n"
        "sys.exit(store.problem or 0)\n"
    )
    path = tmp_path / "vectors.sqlite"
    running = [subprocess.Popen([sys.executable, "-c", program, str(path), str(n)]) for n in range(3)]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert len(DiskStore(path)) == 120


@pytest.mark.model
def test_compiled_vectors_from_disk_are_byte_for_byte_fresh_ones(
    default_cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(default_cache))
    texts = ["A ferry struck the pier.", "fog", "The ferry company cancelled all sailings until Thursday."]
    path = tmp_path / "vectors.sqlite"
    open_memory(path).encode(load_encoder(), texts[:2])
    memory = open_memory(path)
    assert memory.encode(load_encoder(), texts[::-1]).tobytes() == load_encoder().encode(texts[::-1]).tobytes()
    assert memory.hits.encoded == 1


@pytest.mark.model
def test_the_command_says_how_much_it_remembered(default_cache: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A ferry struck the pier on Tuesday. Nobody was hurt, the coastguard said.")
    command = [sys.executable, "-m", "summarize", str(tmp_path / "a.txt"), "--verbose"]
    command += ["--vectors", str(tmp_path / "vectors.sqlite")]
    said = [
        subprocess.run(
            command, check=True, capture_output=True, text=True, env={**os.environ, FOLDER_VARIABLE: str(default_cache)}
        )
        for _ in range(2)
    ]
    assert "0 of 2 remembered" in said[0].stderr
    assert "2 of 2 remembered" in said[1].stderr
    assert said[0].stdout == said[1].stdout
