"""Are the dates of the timeline right? Prints its entries for reading, and the share right of those that were judged.

    python -m benchmarks.timeline EVENTS [EVENTS ...] [--judged FILE]

EVENTS is a folder of annotated events in the format of tests/data/README.md. An entry is printed with its date, the day
of the article it is quoted from, and the sentence. FILE holds judgements in the format of benchmarks/data/README.md, by
default benchmarks/data/timeline.jsonl; an entry counts as right or wrong where one of its sentences was judged with its
date, and else as not judged.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.annotated import Event, load_events
from summarize import summarize
from summarize.embedding import load_encoder
from summarize.models import Encoder
from summarize.records.views import TimelineEntry, View

JUDGED = Path(__file__).with_name("data") / "timeline.jsonl"


class Dated(NamedTuple):
    """A sentence and a date that an entry gives it."""

    event: str
    document: str
    start: int
    end: int
    date: str


def load_judgements(path: Path) -> dict[Dated, bool]:
    """Whether the dates of sentences are right. Raises ValueError for a line that says both of one."""
    found: dict[Dated, bool] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        key = Dated(*(row[field] for field in Dated._fields))
        if found.setdefault(key, row["right"]) is not row["right"]:
            raise ValueError(f"{path} judges {key} in two ways")
    return found


def entries_of(event: Event, encoder: Encoder) -> Sequence[TimelineEntry]:
    return summarize(event.documents, None, encoder, views=[View.TIMELINE]).timeline or ()


def sentences_of(event: Event, entry: TimelineEntry) -> Iterator[Dated]:
    for said in entry.said:
        yield Dated(event.id, event.documents[said.source - 1].id, said.start, said.end, entry.date)


def judge(event: Event, entry: TimelineEntry, judgements: Mapping[Dated, bool]) -> bool | None:
    """Whether an entry is right; None where no sentence of it was judged with its date."""
    told = [judgements[key] for key in sentences_of(event, entry) if key in judgements]
    return all(told) if told else None


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("events", type=Path, nargs="+", metavar="EVENTS")
    parser.add_argument("--judged", type=Path, default=JUDGED, metavar="FILE")
    options = parser.parse_args(arguments)
    judgements = load_judgements(options.judged) if options.judged.is_file() else {}
    encoder = load_encoder()
    counts: Counter[bool | None] = Counter()
    marks = {True: "right", False: "WRONG", None: ""}
    for event in (event for folder in options.events for event in load_events(folder)):
        print(event.id)
        for entry in entries_of(event, encoder):
            verdict = judge(event, entry, judgements)
            counts[verdict] += 1
            document = event.documents[entry.said[0].source - 1]
            published = document.published.date().isoformat() if document.published else "no date"
            told = f"{document.id}:{entry.said[0].start}-{entry.said[0].end}"
            print(
                f"  {entry.date:10} {marks[verdict]:5} {len(entry.said)} of {told} ({published}): {entry.said[0].quote}"
            )
    judged = counts[True] + counts[False]
    print(f"{judged + counts[None]} entries, {judged} judged, {counts[True]} right", end="")
    print(f" ({100 * counts[True] / judged:.1f} %)" if judged else "")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
