"""What the coverage of a brief says of each source, beside what annotators found in it; and which copies are found.

    python -m benchmarks.coverage EVENTS [EVENTS ...] [--words N]

EVENTS is a folder of annotated events in the format of tests/data/README.md. A cell is a source on a sentence that is
quoted from another one. Annotated as "same" it has a sentence of a group with the quoted one, as "part" one that states
a part of such a group's fact or more than it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from benchmarks.annotated import Event, load_events
from summarize import Brief, Options, summarize
from summarize.embedding import load_encoder
from summarize.provenance import find_copies
from summarize.records.corpus import collect
from summarize.records.views import Stance, View
from summarize.segmentation import segment

ANNOTATED = ("same", "part", "none")


def cells(event: Event, brief: Brief) -> Iterator[tuple[str, str]]:
    """What the brief and what the annotation says of each cell; then of each row without another source."""
    for row in brief.coverage.rows if brief.coverage else ():
        quoted = brief.sentences[row.sentence - 1].citations[0]
        truth = _annotated(event, event.covered(quoted.source - 1, quoted.start, quoted.end))
        others = [cell for cell in row.cells if cell.source != quoted.source]
        yield from ((cell.stance, truth.get(cell.source, "none")) for cell in others)
        if not any(cell.stance in (Stance.REPORTS, Stance.PARTLY) for cell in others):
            stated = {truth.get(cell.source, "none") for cell in others}
            yield "rows: no other found", next((kind for kind in ANNOTATED if kind in stated), "none")


def _annotated(event: Event, quoted: frozenset[int]) -> dict[int, str]:
    """The sources, by number, that say the same as the quoted sentences or a part of it."""
    same, part = set[int](), set[int]()
    for group, partial in zip(event.groups, event.partial, strict=True):
        same |= group if quoted & group else set()
        part |= group | partial if quoted & (group | partial) else set()
    number = [sentence.document + 1 for sentence in event.sentences]
    return {**dict.fromkeys((number[i] for i in part), "part"), **dict.fromkeys((number[i] for i in same), "same")}


def copies(event: Event, copy_of: Sequence[int | None]) -> Iterator[str]:
    """For every two articles whether they are copies, by the annotation and as they are found."""
    corpus = segment(collect(event.documents))
    found = find_copies(corpus).originals
    place = {number - 1: index for index, numbers in enumerate(corpus.numbers) for number in numbers}
    root = [number if original is None else original for number, original in enumerate(copy_of)]
    for one, other in combinations(range(len(root)), 2):
        told = found[place[one]] == found[place[other]]
        yield ("found" if told else "missed") if root[one] == root[other] else ("invented" if told else "apart")


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("events", type=Path, nargs="+", metavar="EVENTS")
    parser.add_argument("--words", type=int, default=200, metavar="N")
    options = parser.parse_args(arguments)
    encoder = load_encoder()
    for folder in options.events:
        told, pairs = Counter[tuple[str, str]](), Counter[str]()
        events = load_events(folder)
        for event, file in zip(events, sorted(folder.glob("*.json")), strict=True):
            brief = summarize(event.documents, Options(max_words=options.words), encoder, views=[View.COVERAGE])
            told.update(cells(event, brief))
            written = json.loads(file.read_text(encoding="utf-8"))["documents"]
            pairs.update(copies(event, [document.get("copy_of") for document in written]))
        print(f"{folder.name}: {len(events)} events")
        for kind in dict.fromkeys(kind for kind, _ in sorted(told)):
            print(f"  {kind}: " + ", ".join(f"{told[kind, truth]} {truth}" for truth in ANNOTATED))
        if pairs["found"] or pairs["missed"]:
            print(
                "  copies: " + ", ".join(f"{pairs[kind]} {kind}" for kind in ("found", "missed", "invented", "apart"))
            )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
