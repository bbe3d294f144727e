"""Events whose sentences were annotated: what is clutter, what says the same, what contradicts, what matters.

The format is described in tests/data/README.md.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import Any

from summarize import Document
from summarize.records.sentence import Sentence


@dataclass(frozen=True, slots=True)
class KeyFact:
    """Something a good brief tells, and the sentences that tell it."""

    weight: int
    sentences: frozenset[int]


@dataclass(frozen=True)
class Event:
    """Articles about one event. Sentences are named by their index in `sentences`, pairs with the lower index first."""

    id: str
    documents: tuple[Document, ...]
    sentences: tuple[Sentence, ...]
    boilerplate: frozenset[int]
    groups: tuple[frozenset[int], ...]
    """Sentences whose main content is the same fact."""
    partial: tuple[frozenset[int], ...]
    """For each group, the sentences that state part of its fact, or it and more."""
    conflicts: tuple[tuple[int, int], ...]
    key_facts: tuple[KeyFact, ...]
    updates: tuple[tuple[int, int], ...] = ()
    """Of the conflicts those in which the later article replaces what the earlier one says: (former, current)."""

    @cached_property
    def same(self) -> frozenset[tuple[int, int]]:
        """Pairs that state the same fact."""
        return same_pairs(self.groups)

    @cached_property
    def overlapping(self) -> frozenset[tuple[int, int]]:
        """Pairs that share part of a fact: neither right nor wrong to put together, so not counted as either."""
        return overlapping_pairs(self.groups, self.partial)

    @cached_property
    def group_of(self) -> dict[int, int]:
        """The group of every sentence that is in one."""
        return {i: number for number, group in enumerate(self.groups) for i in group}

    def covered(self, document: int, start: int, end: int) -> frozenset[int]:
        """The sentences of which the span covers at least half."""
        return frozenset(
            index
            for index, s in enumerate(self.sentences)
            if s.document == document and 0 < (s.end - s.start) <= 2 * (min(end, s.end) - max(start, s.start))
        )


def same_pairs(groups: Iterable[Collection[int]]) -> frozenset[tuple[int, int]]:
    """Pairs of sentences of one group, the lower index first."""
    return frozenset(pair for group in groups for pair in combinations(sorted(group), 2))


def overlapping_pairs(
    groups: Sequence[Collection[int]], partial: Sequence[Collection[int]]
) -> frozenset[tuple[int, int]]:
    """Pairs of which one or both state a group's fact in part, the lower index first; none that are of one group."""
    pairs: set[tuple[int, int]] = set()
    for group, partly in zip(groups, partial, strict=True):
        pairs.update((min(i, p), max(i, p)) for i in group for p in partly)
        pairs.update(combinations(sorted(partly), 2))
    return frozenset(pairs) - same_pairs(groups)


def load_events(folder: Path, limit: int | None = None) -> list[Event]:
    """The events of a folder by file name, at most `limit` of them. Raises ValueError when there is none."""
    files = sorted(folder.glob("*.json"))[:limit]
    if not files:
        raise ValueError(f"{folder} holds no annotated events (*.json)")
    return [_event(json.loads(file.read_text(encoding="utf-8"))) for file in files]


def told(folder: Path) -> str:
    """The folder as a header names it: its path inside the project, elsewhere only its name."""
    return folder.name if folder.is_absolute() or ".." in folder.parts else folder.as_posix()


def corpus_digest(folder: Path) -> str:
    """SHA-256 of what the events of a folder say; line ends and spacing of the files do not count."""
    events = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json"))]
    return hashlib.sha256(json.dumps(events, sort_keys=True).encode()).hexdigest()


def _event(data: dict[str, Any]) -> Event:
    if [s["i"] for s in data["sentences"]] != list(range(len(data["sentences"]))):
        raise ValueError(f"{data['id']}: its sentences must be numbered from 0 in the order they are listed")
    return Event(
        id=data["id"],
        documents=tuple(_document(document) for document in data["documents"]),
        sentences=tuple(Sentence(s["doc"], s["start"], s["end"], s["text"]) for s in data["sentences"]),
        boilerplate=frozenset(data["boilerplate"]),
        groups=tuple(frozenset(group["ids"]) for group in data["groups"]),
        partial=tuple(frozenset(group.get("partial", ())) for group in data["groups"]),
        conflicts=tuple((conflict["a"], conflict["b"]) for conflict in data["conflicts"]),
        key_facts=tuple(KeyFact(fact["weight"], frozenset(fact["ids"])) for fact in data["key_facts"]),
        updates=tuple(_in_time(data, c["a"], c["b"]) for c in data["conflicts"] if c.get("update")),
    )


def _in_time(data: dict[str, Any], *sentences: int) -> tuple[int, int]:
    """Two sentences, that of the earlier article first."""
    documents = [data["documents"][data["sentences"][i]["doc"]] for i in sentences]
    dates = [datetime.fromisoformat(d["published"]) if d.get("published") else None for d in documents]
    one, other = sentences
    return (other, one) if dates[0] and dates[1] and dates[0] > dates[1] else (one, other)


def _document(data: dict[str, Any]) -> Document:
    published = data.get("published")
    return Document(
        id=data["id"],
        text=data["text"],
        title=data.get("title"),
        url=data.get("url"),
        published=datetime.fromisoformat(published) if published else None,
    )


def count_articles(events: Sequence[Event]) -> int:
    return sum(len(event.documents) for event in events)
