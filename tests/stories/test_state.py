"""Stories kept in a file from call to call."""

from __future__ import annotations

import json
import sqlite3
import threading
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarize import Document
from summarize.errors import StateError
from summarize.records.document import Block, Damage, Mend
from summarize.records.stories import StoryStatus
from summarize.stories import find_stories, open_state, state
from tests.stories.streams import BANK, FERRY, documents, stream


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A file with three stories."""
    path = tmp_path / "stories.sqlite"
    with open_state(path) as found:
        find_stories(stream(), found)
    return path


def test_a_later_call_finds_all_as_it_was(kept: Path) -> None:
    expected = find_stories(stream()).to_dict()
    with open_state(kept) as found:
        after = find_stories([], found)
    assert {story.status for story in after.stories} == {StoryStatus.UNCHANGED}
    data = after.to_dict()
    for story in (*data["stories"], *expected["stories"]):
        del story["status"]
    assert data == expected


def test_documents_come_back_whole(tmp_path: Path) -> None:
    document = Document(
        "a",
        FERRY[0],
        "Title",
        "https://a.example",
        "A",
        documents("b", BANK)[0].published,
        "en",
        (Block(0, 20),),
        "x/y",
        (0, 30),
    )
    for given in ([document], []):
        with open_state(tmp_path / "s") as found:
            stories = find_stories(given, found)
        assert stories.documents["a"] == document


def test_what_was_mended_when_a_file_was_read_is_not_kept_nor_read_from_an_older_state(tmp_path: Path) -> None:
    path = tmp_path / "s"
    with open_state(path) as found:
        find_stories([Document("a", FERRY[0], mends=(Mend(Damage.TOKENS, 3),))], found)
    with sqlite3.connect(path) as database:
        ((packed,),) = database.execute("SELECT document FROM documents").fetchall()
        assert "mends" not in json.loads(zlib.decompress(packed))
        older = _changed(packed, "mends", [["token set apart", 3]])
        database.execute("UPDATE documents SET document = ?", (older,))
    with open_state(path) as found:
        assert find_stories([], found).documents["a"].mends == ()


def test_a_later_call_adds_to_a_story_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "s"
    ids = []
    for document in documents("ferry", FERRY):
        with open_state(path) as found:
            stories = find_stories([document], found)
        ids.append(stories.of(document.id).id)
    assert len(set(ids)) == 1


def test_a_call_that_fails_leaves_the_file_as_it_was(kept: Path) -> None:
    before = kept.read_bytes()

    def fail() -> None:
        with open_state(kept) as found:
            find_stories([Document("new", f"{BANK[1]} More.")], found)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert kept.read_bytes() == before


def test_an_error_of_the_caller_is_not_taken_for_one_of_the_file(kept: Path) -> None:
    with pytest.raises(ValueError, match="mine"), open_state(kept):
        raise ValueError("mine")


@pytest.mark.parametrize("content", [b"not a database", b"SQLite format 3\0" + bytes(200)])
def test_a_file_of_another_program_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "s"
    path.write_bytes(content)
    with pytest.raises(StateError, match="no file in which stories were kept"), open_state(path):
        pass
    assert path.read_bytes() == content


def test_a_damaged_file_is_one_clear_error(kept: Path) -> None:
    whole = kept.read_bytes()
    kept.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(StateError, match="damaged"), open_state(kept):
        pass


def test_a_row_that_was_tampered_with_is_one_clear_error(kept: Path) -> None:
    with sqlite3.connect(kept) as database:
        database.execute("UPDATE texts SET profile = x'00'")
    with pytest.raises(StateError, match="damaged"), open_state(kept):
        pass


def _changed(packed: bytes, key: str, value: Any) -> bytes:
    return zlib.compress(json.dumps({**json.loads(zlib.decompress(packed)), key: value}).encode())


@pytest.mark.parametrize(
    ("table", "column", "change"),
    [
        ("texts", "story", lambda story: "../../elsewhere"),
        ("texts", "story", lambda story: b"story-000000000000"),
        ("texts", "story", lambda story: story + "\n"),
        ("texts", "profile", lambda packed: zlib.compress(b"[" * 100_000)),
        ("texts", "profile", lambda packed: zlib.compress(b" " * (state.MAX_UNPACKED + 1))),
        ("texts", "profile", lambda packed: packed[:-10]),
        ("texts", "profile", lambda packed: _changed(packed, "day", "Monday")),
        ("texts", "profile", lambda packed: _changed(packed, "language", None)),
        ("texts", "profile", lambda packed: _changed(packed, "words", {"a": "b"})),
        ("texts", "joining", lambda joining: "[" * 100_000),
        ("documents", "document", lambda packed: _changed(packed, "text", "\ud800")),
        ("documents", "document", lambda packed: _changed(packed, "published", 10**400)),
        (
            "documents",
            "document",
            lambda packed: _changed(packed, "blocks", [{"start": 0, "end": 10**9, "role": "list"}]),
        ),
    ],
)
def test_a_row_of_a_stranger_is_one_clear_error(
    kept: Path, table: str, column: str, change: Callable[[Any], Any]
) -> None:
    with sqlite3.connect(kept) as database:
        database.create_function("changed", 1, change)
        database.execute(f"UPDATE {table} SET {column} = changed({column})")
    with pytest.raises(StateError, match="damaged"), open_state(kept):
        pass


def test_a_file_of_a_newer_version_is_named_as_such(kept: Path) -> None:
    with sqlite3.connect(kept) as database:
        database.execute(f"PRAGMA user_version = {state.VERSION + 1}")
    with pytest.raises(StateError, match="newer version"), open_state(kept):
        pass


def test_of_two_calls_at_a_time_the_second_says_that_the_file_is_in_use(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state, "PATIENCE", 0.05)
    with open_state(kept) as found:
        find_stories([], found)
        errors: list[StateError] = []

        def second() -> None:
            try:
                with open_state(kept):
                    pass
            except StateError as error:
                errors.append(error)

        thread = threading.Thread(target=second)
        thread.start()
        thread.join()
    assert "another call is using it" in str(errors[0])


def test_stories_that_many_newer_texts_have_followed_are_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state, "MAX_OPEN", 2)
    path = tmp_path / "s"
    for texts, name in ((FERRY, "ferry"), (BANK, "bank")):
        with open_state(path) as found:
            find_stories(documents(name, texts), found)
    with open_state(path) as found:
        after = find_stories([], found)
    assert [set(story.documents) for story in after.stories] == [{"bank-0", "bank-1"}]


def test_an_article_of_a_closed_story_that_comes_again_opens_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state, "MAX_OPEN", 2)
    path = tmp_path / "s"
    ids = []
    for texts, name in ((FERRY, "ferry"), (BANK, "bank"), (FERRY, "ferry")):
        with open_state(path) as found:
            ids.append(find_stories(documents(name, texts), found).of(f"{name}-0").id)
    assert len(set(ids)) == 3


@pytest.mark.parametrize("where", ["no/such/folder/s", "."])
def test_a_place_where_no_file_can_be_is_an_error(tmp_path: Path, where: str) -> None:
    with pytest.raises(StateError), open_state(tmp_path / where):
        pass
