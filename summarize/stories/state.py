"""A stream kept in an SQLite file from call to call.

The whole call is one transaction: a call that fails or is ended leaves the file as it was, and of two at a time the
second waits, then says that the file is locked. What cannot be used is an error rather than passed over: stories that
quietly began anew would have other ids.
"""

from __future__ import annotations

import json
import re
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from summarize.errors import StateError, SummarizeError
from summarize.files import is_database_of
from summarize.records.document import Block, BlockRole, Document
from summarize.records.stories import Joining
from summarize.stories.profile import Profile
from summarize.stories.stream import MAX_OPEN, Known, Stream

VERSION = 1
"""Of the tables below; a file of a newer one is not touched."""
PATIENCE = 5.0
"""Seconds to wait for another call that has the file."""
_APPLICATION = 0x53556D53
"""Stands in the header of each file made here, so that no other program's file is taken for one, or written into."""
_STORY = re.compile(r"story-[0-9a-f]{12}(?:-[1-9][0-9]{0,8})?")
"""As naming.py makes it: its brief is a file of that name."""
MAX_UNPACKED = 64 * 2**20
"""Bytes of one row: the longest text there is, with all that is known of it, has less."""
_TABLES = (
    "CREATE TABLE texts (number INTEGER PRIMARY KEY, story TEXT NOT NULL, profile BLOB NOT NULL, joining TEXT)",
    "CREATE TABLE documents (id TEXT PRIMARY KEY, text INTEGER NOT NULL, document BLOB NOT NULL)",
    "CREATE TABLE stories (id TEXT PRIMARY KEY)",
    "CREATE INDEX by_story ON texts (story)",
    "CREATE INDEX by_text ON documents (text)",
)


_DAMAGED = (ValueError, KeyError, TypeError, AttributeError, OverflowError)
"""What rows of other types or contents than were written here raise."""


@contextmanager
def open_state(path: Path) -> Iterator[Stream]:
    """The stream kept in a file, empty for a new one; written back at the end unless an error ends the block.

    Raises StateError for a file that is damaged, locked, of a newer version, or of another program.
    """
    with _told(path):
        _check_header(path)
        # Nothing is committed but by hand: the file is held from the first question to the last answer.
        database = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    with closing(database):
        with _told(path):
            database.execute("PRAGMA trusted_schema = OFF")
            database.execute("BEGIN IMMEDIATE")
            _prepare(database, path)
            stream = _load(database)
            before = [_Row(known.story, known.joining, len(known.documents)) for known in stream.known]
        yield stream
        with _told(path):
            _save(database, stream, before)
            database.execute("COMMIT")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tells in one message what is wrong with the file, whatever it is that fails over it."""
    try:
        yield
    except sqlite3.OperationalError as error:
        locked = "locked" in str(error)
        told = "another call is using it; try again when that is done" if locked else f"it cannot be used ({error})"
        raise StateError(f"{path}: {told}") from None
    except StateError:
        raise
    except OSError as error:
        raise StateError(f"{path}: {error.strerror or error}") from None
    except (sqlite3.Error, zlib.error, SummarizeError, RecursionError, *_DAMAGED) as error:
        raise StateError(f"{path}: it is damaged ({error}); give another file to begin anew") from None


def _check_header(path: Path) -> None:
    """Before SQLite opens the file, and may write into it."""
    if not path.exists():
        if not path.parent.is_dir():
            raise StateError(f"{path}: there is no folder {path.parent}")
        return
    if not path.is_file():
        raise StateError(f"{path}: it is no regular file")
    if not is_database_of(path, _APPLICATION):
        raise StateError(f"{path}: it is no file in which stories were kept")


def _prepare(database: sqlite3.Connection, path: Path) -> None:
    """Makes the tables of a new file, and checks those of any other."""
    held = {statement for (statement,) in database.execute("SELECT sql FROM sqlite_master") if statement}
    ((version,),) = database.execute("PRAGMA user_version").fetchall()
    if not held and not version:
        database.execute(f"PRAGMA application_id = {_APPLICATION}")
        database.execute(f"PRAGMA user_version = {VERSION}")
        for table in _TABLES:
            database.execute(table)
        return
    if version > VERSION:
        raise StateError(f"{path}: it was written by a newer version of this program (schema {version}, not {VERSION})")
    if held != set(_TABLES):
        raise ValueError("its tables are not those that are made here")


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands in the file of a text."""

    story: str | None
    joining: Joining | None
    documents: int


def _load(database: sqlite3.Connection) -> Stream:
    """The open stories."""
    stream = Stream(taken={name for (name,) in database.execute("SELECT id FROM stories")})
    ((last,),) = database.execute("SELECT coalesce(max(number), 0) FROM texts").fetchall()
    rows = database.execute(
        "SELECT number, story, profile, joining FROM texts "
        "WHERE story IN (SELECT story FROM texts WHERE number > ?) ORDER BY number",
        (last - MAX_OPEN,),
    ).fetchall()
    for number, story, profile, joining in rows:
        found = database.execute("SELECT document FROM documents WHERE text = ? ORDER BY rowid", (number,)).fetchall()
        documents = [_document(_unpacked(packed)) for (packed,) in found]
        if not documents:
            raise ValueError("a text has no document")
        if not _STORY.fullmatch(story):
            raise ValueError("a story has a name that none has")
        joined = None if joining is None else _joining(json.loads(joining))
        stream.known.append(Known(documents, _profile(_unpacked(profile), stream), story, joined, number))
    return stream


def _save(database: sqlite3.Connection, stream: Stream, before: list[_Row]) -> None:
    """Writes what a call has changed; `before` is what the file holds of the first texts of the stream."""
    ((last,),) = database.execute("SELECT coalesce(max(number), 0) FROM texts").fetchall()
    for place, known in enumerate(stream.known):
        if known.story is None:
            raise ValueError("a text is in no story")
        row = before[place] if place < len(before) else _Row(None, None, 0)
        joining = None if known.joining is None else json.dumps(asdict(known.joining))
        if known.number is None:
            known.number = last = last + 1
            packed = _packed(_profile_data(known.profile, stream))
            database.execute("INSERT INTO texts VALUES (?, ?, ?, ?)", (known.number, known.story, packed, joining))
        elif (known.story, known.joining) != (row.story, row.joining):
            changed = (known.story, joining, known.number)
            database.execute("UPDATE texts SET story = ?, joining = ? WHERE number = ?", changed)
        database.executemany(
            "INSERT OR REPLACE INTO documents VALUES (?, ?, ?)",
            ((d.id, known.number, _packed(_document_data(d))) for d in known.documents[row.documents :]),
        )
    database.executemany("INSERT OR IGNORE INTO stories VALUES (?)", ((name,) for name in sorted(stream.taken)))


def _packed(data: dict[str, Any]) -> bytes:
    return zlib.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), 6)


def _unpacked(packed: bytes) -> dict[str, Any]:
    unpacker = zlib.decompressobj()
    written = unpacker.decompress(packed, MAX_UNPACKED)
    if not unpacker.eof:
        raise ValueError("a row is cut short, or longer than any")
    data: dict[str, Any] = json.loads(written)
    return data


def _profile_data(profile: Profile, stream: Stream) -> dict[str, Any]:
    counts = stream.vocabulary.counts
    return {
        "words": counts(profile.words),
        "names": counts(profile.names),
        "day": profile.day,
        "language": profile.language,
        "headline": profile.headline,
    }


def _profile(data: dict[str, Any], stream: Stream) -> Profile:
    words, names = stream.vocabulary.bag(data["words"]), stream.vocabulary.bag(data["names"])
    day, language, headline = data["day"], data["language"], data["headline"]
    if not isinstance(day, int | float | None) or not isinstance(language, str):
        raise TypeError("a profile is not as they are written here")
    return Profile(words, names, day, language, headline)


def _document_data(document: Document) -> dict[str, Any]:
    data = asdict(document)
    data["published"] = document.published.isoformat() if document.published else None
    del data["mends"]  # told when a file is read
    for name in ("pages", "author"):
        if not data[name]:
            del data[name]
    return data


def _document(data: dict[str, Any]) -> Document:
    published = datetime.fromisoformat(data["published"]) if data["published"] else None
    blocks = tuple(Block(block["start"], block["end"], BlockRole(block["role"])) for block in data["blocks"])
    kept = {**data, "published": published, "blocks": blocks, "pages": tuple(data.get("pages", ())), "mends": ()}
    return Document(**kept)


def _joining(data: dict[str, Any]) -> Joining:
    return Joining(**{**data, "names": tuple(data["names"]), "words": tuple(data["words"])})
