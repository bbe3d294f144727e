"""Articles whose events are known, mixed: what stories are fitted on, and measured by.

A set is all the articles of many events in one stream. Every article is in the event it is listed under, so an article
that a set's makers put wrongly counts as an error.
"""

from __future__ import annotations

import json
import lzma
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.annotated import load_events
from summarize import Document
from summarize.languages.frequencies import Frequencies
from summarize.records.corpus import collect
from summarize.stories.profile import Profile, Vocabulary, profiles

OWN = (Path(__file__).with_name("data") / "events", Path("tests/data/events"))


@dataclass(frozen=True, slots=True, eq=False)
class Mixed:
    """A stream of articles and the event of each. *Shape of* `events`*:* (n,), numbers from 0"""

    name: str
    documents: tuple[Document, ...]
    profiles: tuple[Profile, ...]
    events: NDArray[np.int64]


def mixed_sets(data: Path, vocabulary: Vocabulary) -> list[Mixed]:
    """Every set that the folder has the files of, and the invented events of the project and of its folder `authored`.

    Multi-News is for measuring alone.
    """
    readers: dict[str, Callable[[], Iterable[Sequence[Document]]]] = {
        "clusters": lambda: _lines(data / "clusters.jsonl.xz"),
        "multi_news": lambda: _lines(data / "multi_news_dev.jsonl"),
        "neus": lambda: _lines(data / "neus_dev.jsonl"),
        "invented": lambda: _invented(data),
    }
    return [_mixed(name, list(read()), vocabulary) for name, read in readers.items()]


def _mixed(name: str, events: Sequence[Sequence[Document]], vocabulary: Vocabulary) -> Mixed:
    of = {document.text: number for number, documents in enumerate(events) for document in documents}
    corpus = collect(document for documents in events for document in documents)
    return Mixed(
        name,
        corpus.documents,
        tuple(profiles(corpus, vocabulary)),
        np.array([of[document.text] for document in corpus.documents], dtype=np.int64),
    )


def _lines(path: Path) -> Iterator[list[Document]]:
    return load_lines(path) if path.is_file() else iter(())


def load_lines(path: Path) -> Iterator[list[Document]]:
    """The articles on each event of a file of JSON lines, which may be packed (.xz)."""
    packed = path.read_bytes()
    for line in (lzma.decompress(packed) if path.suffix == ".xz" else packed).decode().split("\n"):
        if not line:
            continue
        row = json.loads(line)
        titles = row.get("titles") or [None] * len(row["documents"])
        yield [
            _document(f"{row['id']}/{number}", document, title)
            for number, (document, title) in enumerate(zip(row["documents"], titles, strict=True))
        ]


def _document(name: str, found: Any, title: str | None) -> Document:
    if isinstance(found, str):
        return Document(name, found, title=title)
    published = found.get("published")
    return Document(
        name,
        found["text"],
        title=found.get("title"),
        published=datetime.fromisoformat(published) if published else None,
    )


def _invented(data: Path) -> Iterator[list[Document]]:
    seen = set()
    for folder in (*OWN, data / "authored"):
        for event in load_events(folder) if folder.is_dir() else ():
            if event.id not in seen:
                seen.add(event.id)
                yield [Document(f"{event.id}/{d.id}", d.text, d.title, published=d.published) for d in event.documents]


def count_frequencies(
    sets: Iterable[Mixed], vocabulary: Vocabulary, least: int = 2, without: Callable[[Mixed, int], bool] | None = None
) -> Frequencies:
    """In how many events each stem stands, of those in at least so many; some events left out."""
    used: Counter[int] = Counter()
    total = 0
    for found in sets:
        for event in range(int(found.events.max(initial=-1)) + 1):
            if without and without(found, event):
                continue
            rows = np.flatnonzero(found.events == event).tolist()
            used.update({stem for row in rows for stem in found.profiles[row].words.stems.tolist()})
            total += 1
    return Frequencies(total, {vocabulary.stems[stem]: count for stem, count in used.items() if count >= least})


@dataclass(frozen=True, slots=True)
class BCubed:
    """Of every article: the share of its story that is on its event, and the share of its event that is in its story;
    means over articles. Bagga and Baldwin (1998). Algorithms for scoring coreference chains.
    """

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)

    def __str__(self) -> str:
        return f"{100 * self.f1:.1f} ({100 * self.precision:.1f}, {100 * self.recall:.1f})"


def b_cubed(events: NDArray[np.int64], stories: NDArray[np.int64], rows: NDArray[np.int64] | None = None) -> BCubed:
    """Of these articles, all unless given; the others count as members of stories."""
    both: Counter[tuple[int, int]] = Counter(zip(events.tolist(), stories.tolist(), strict=True))
    of_event, of_story = Counter(events.tolist()), Counter(stories.tolist())
    chosen = range(len(events)) if rows is None else rows.tolist()
    shared = [(both[int(events[row]), int(stories[row])], int(events[row]), int(stories[row])) for row in chosen]
    return BCubed(
        float(np.mean([count / of_story[story] for count, _, story in shared])),
        float(np.mean([count / of_event[event] for count, event, _ in shared])),
    )
