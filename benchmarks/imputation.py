"""What encoding only a share of a large collection does to its claims and its brief.

    python -m benchmarks.imputation [FOLDER ...] [--sizes N ...] [--fewest N] [--write docs]

Each folder of annotated events becomes one collection, and its brief may have 200 words an event; a pair of sentences
of different events that share a claim counts as wrong. The same for synthetic collections, whose facts are known. Every
collection is summarised once with all sentences encoded and once as a larger one would be. Prints the table; with
--write it becomes the block "imputed" of performance.md in that folder.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.annotated import Event, KeyFact, load_events
from benchmarks.blocks import replace_block
from benchmarks.neighbours import b_cubed
from benchmarks.outcome import outcome_of
from benchmarks.scoring import SHOWN, figures, score
from benchmarks.synthetic import Recombiner
from summarize import Brief, Document, Options, summarize
from summarize.embedding import screening
from summarize.models import Encoder, load_encoder
from summarize.models.encoder import KnowsSubwords
from summarize.records.sentence import Sentence

FOLDERS = (Path("tests/data/events"),)
SIZES = (2_100, 10_000)
WORDS = 200
"""Of the brief, an event."""
HEAD = """\
| collection | encoded | claims: precision | recall | F1 | citations: precision | recall | key facts | said twice |
|---|---|---|---|---|---|---|---|---|"""


class Watched:
    """An encoder whose work is counted; nothing can be imputed with it, so all there is has to be encoded."""

    def __init__(self, encoder: Encoder) -> None:
        self.name = encoder.name
        self._encoder = encoder
        self.encoded = 0

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.encoded += len(texts)
        return self._encoder.encode(texts)


class WatchedWithSubwords(Watched):
    """The same, which tells what the encoder inside knows of subwords."""

    @property
    def unknown_piece(self) -> int | None:
        assert isinstance(self._encoder, KnowsSubwords)
        return self._encoder.unknown_piece

    def subword_embeddings(self) -> NDArray[np.generic] | None:
        assert isinstance(self._encoder, KnowsSubwords)
        return self._encoder.subword_embeddings()

    def pieces(self, texts: Sequence[str]) -> list[NDArray[np.int64]]:
        assert isinstance(self._encoder, KnowsSubwords)
        return self._encoder.pieces(texts)


def both_ways(encoder: Encoder, documents: Sequence[Document], options: Options) -> Iterator[tuple[Brief, float]]:
    """The brief with all sentences encoded and with a share, and that share."""
    whole, part = Watched(encoder), WatchedWithSubwords(encoder)
    yield summarize(documents, options, whole), 1.0
    brief = summarize(documents, options, part)
    yield brief, part.encoded / whole.encoded


def joined(events: Sequence[Event]) -> Event:
    """All events as one."""
    sizes, articles = [len(event.sentences) for event in events], [len(event.documents) for event in events]
    places = list(zip(events, _starts(sizes), _starts(articles), strict=True))

    def moved(start: int, indices: frozenset[int]) -> frozenset[int]:
        return frozenset(start + index for index in indices)

    return Event(
        id="+".join(event.id for event in events),
        documents=tuple(
            Document(f"{event.id}/{d.id}", d.text, d.title, d.url, d.publisher, d.published)
            for event in events
            for d in event.documents
        ),
        sentences=tuple(
            Sentence(first + s.document, s.start, s.end, s.text) for event, _, first in places for s in event.sentences
        ),
        boilerplate=frozenset().union(*(moved(start, event.boilerplate) for event, start, _ in places)),
        groups=tuple(moved(start, group) for event, start, _ in places for group in event.groups),
        partial=tuple(moved(start, group) for event, start, _ in places for group in event.partial),
        conflicts=tuple((start + a, start + b) for event, start, _ in places for a, b in event.conflicts),
        key_facts=tuple(
            KeyFact(fact.weight, moved(start, fact.sentences)) for event, start, _ in places for fact in event.key_facts
        ),
    )


def _starts(sizes: Sequence[int]) -> Iterator[int]:
    return accumulate([0, *sizes[:-1]])


def annotated_rows(folder: Path, encoder: Encoder) -> Iterator[str]:
    """Two lines of the table, for all encoded and for a share."""
    events = load_events(folder)
    event = joined(events)
    what = f"{len(events)} events of {folder.parent.name}/{folder.name}"
    for brief, share in both_ways(encoder, event.documents, Options(max_words=WORDS * len(events))):
        found = {name: float(value) for name, value in figures(score(event, outcome_of(brief))).items()}
        cells = [f"{found[name]:.1f}" for name in SHOWN]
        yield _row(what, len(event.sentences), share, *cells, f"{found['redundant_pairs']:.0f}")


def synthetic_rows(size: int, encoder: Encoder) -> Iterator[str]:
    """The same for a synthetic collection: B-cubed F1 of its claims against the facts it was made of."""
    made = Recombiner()
    documents = made.documents(size)
    for brief, share in both_ways(encoder, documents, Options()):
        yield _row("synthetic", size, share, "–", "–", f"{_b_cubed(brief, documents, made.facts):.1f}", *"––––")


def _b_cubed(brief: Brief, documents: Sequence[Document], facts: dict[str, int]) -> float:
    number: dict[str, int] = {}
    groups = []
    for claim in brief.claims:
        texts = {documents[m.source - 1].text[m.start : m.end] for m in claim.members}
        groups.append([number.setdefault(text, len(number)) for text in texts if text not in number])
    return 100 * b_cubed(groups, [facts.get(text, -1 - index) for text, index in number.items()])


def _row(what: str, size: int, share: float, *cells: str) -> str:
    return "| " + " | ".join([f"{what}, {size:,} sentences", f"{100 * share:.0f} %", *cells]) + " |"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="*", default=list(FOLDERS), help="default: tests/data/events")
    parser.add_argument("--sizes", type=int, nargs="*", default=list(SIZES), help="default: %(default)s")
    parser.add_argument(
        "--fewest", type=int, default=screening.MIN_ENCODED, help="sentences to encode; default: %(default)s"
    )
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="put the table into performance.md here")
    options = parser.parse_args(arguments)
    encoder = load_encoder()
    # As they are, annotated collections are too small for anything to be imputed.
    screening.MAX_ALL_ENCODED, screening.MIN_ENCODED = 0, options.fewest
    rows = [row for folder in options.folders for row in annotated_rows(folder, encoder)]
    rows += [row for size in options.sizes for row in synthetic_rows(size, encoder)]
    table = "\n".join([HEAD, *rows])
    print(table)
    if options.write:
        replace_block(options.write / "performance.md", "imputed", table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
