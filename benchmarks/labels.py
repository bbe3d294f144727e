"""Labels of sentences whose texts are not ours to give: which sentences of a set state the same fact.

A line of benchmarks/data/labels.jsonl is one set: `sentences`, each the hash of a text with the start and the end of
the sentence in it; `groups`, each with `ids`, the sentences whose main content is one fact, and `partial`, those that
state part of it or more. Whoever has the texts can find the sentences again; benchmarks/data/README.md says where they
come from.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.annotated import overlapping_pairs, same_pairs

HASH = 12
"""Hexadecimal digits by which a text is named."""


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """Sentences on one event. Pairs have the lower index first."""

    texts: tuple[str, ...]
    same: frozenset[tuple[int, int]]
    overlapping: frozenset[tuple[int, int]]
    """Pairs that share part of a fact."""


def text_hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:HASH]


def texts_in(folders: Iterable[Path]) -> dict[str, str]:
    """Every text in the JSON files of some folders, by its hash."""
    return {text_hash(text): text for folder in folders for row in _rows(folder) for text in strings_in(row)}


def _rows(folder: Path) -> Iterator[Any]:
    for file in sorted(folder.glob("*.jsonl")):
        yield from json_rows(file)
    for file in sorted(folder.glob("*.json")):
        yield json.loads(file.read_text(encoding="utf-8"))


def load_labels(labels: Path, folder: Path) -> list[LabelledSet]:
    """The sets of a file of labels, their texts looked up in the JSON files of a folder.

    Raises ValueError when a text is missing.
    """
    texts = texts_in([folder])
    rows = list(json_rows(labels))
    missing = [row["set"] for row in rows if any(text not in texts for text, _, _ in row["sentences"])]
    if missing:
        readme = labels.with_name("README.md")
        raise ValueError(
            f"{folder} lacks texts of {len(missing)} of {len(rows)} sets, the first of them {missing[0]}; "
            f"{readme} says where they come from"
        )
    return [_labelled(row, texts) for row in rows]


def json_rows(file: Path) -> Iterator[Any]:
    """What each line of a file of JSON lines holds."""
    with file.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def strings_in(value: Any) -> Iterator[str]:
    """Every string inside a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings_in(part)


def _labelled(row: dict[str, Any], texts: dict[str, str]) -> LabelledSet:
    groups = [group["ids"] for group in row["groups"]]
    partial = [group["partial"] for group in row["groups"]]
    sentences = tuple(texts[text][start:end] for text, start, end in row["sentences"])
    return LabelledSet(sentences, same_pairs(groups), overlapping_pairs(groups, partial))
