"""Collections for the measurements of a batch."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.synthetic import ARTICLE, Recombiner

_SMALL = (
    "A ferry struck the pier of {place} on Tuesday, the coastguard said. Nobody was hurt, and {count} went home.",
    "On Tuesday the ferry hit the pier of {place}. The coastguard counted {count} people, none of them hurt.",
)


def five_articles(count: int, articles: int = 5, sentences: int = ARTICLE) -> Iterator[dict[str, Any]]:
    """Collections of so many articles of so many sentences each."""
    recombiner = Recombiner()
    for number in range(count):
        documents = recombiner.documents(sentences * articles, sentences)
        yield {"id": f"event-{number:06}", "documents": [{"id": d.id, "text": d.text} for d in documents]}


def small(count: int) -> Iterator[dict[str, Any]]:
    """Collections of two articles of two sentences."""
    for number in range(count):
        texts = [text.format(place=f"Port {number % 97}", count=number) for text in _SMALL]
        yield {"id": f"event-{number:06}", "documents": [{"text": text} for text in texts]}


def write(collections: Iterable[dict[str, Any]], path: Path) -> Path:
    """As JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        for collection in collections:
            file.write(json.dumps(collection) + "\n")
    return path
