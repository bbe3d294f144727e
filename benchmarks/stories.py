"""How well streams are divided into stories, and what an article costs as they grow.

    python -m benchmarks.stories [DATA] [--sizes N ...] [--stream FILE] [--no-quality] [--no-scale]

DATA is as for benchmarks.fit_stories, and may hold multi_news_dev.jsonl, on which nothing is fitted. B-cubed F1 (with
precision and recall) of each set as one stream: at once, and one article at a time in order of date, each a call of its
own. The packaged weights have seen the sets but Multi-News; what they reach on events left out stands in
summarize/stories/model.json.

For the cost, streams of a size are made of the invented events, or with --stream of those of a file such as
multi_news_dev.jsonl, repeated with their names, numbers and most of their longer words changed, so that each is another
event. Everything from text to stories is timed, briefs excluded; beside the mean stands what each article beyond the
size before took, by which the cost of an article is flat or not. Sizes are run in rising order.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np

from benchmarks.annotated import load_events
from benchmarks.fit_stories import grouped, one_by_one
from benchmarks.stories_data import OWN, b_cubed, load_lines, mixed_sets
from summarize import Document
from summarize.stories import find_stories
from summarize.stories.model import default_model
from summarize.stories.profile import Vocabulary
from summarize.stories.vectors import weigh

SIZES = (1_000, 3_000, 10_000)
CHANGED = 0.8
"""Of the longer words: with fewer, the many events made of one are as alike as articles on one event."""
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")
_WORD = re.compile(r"\b[a-z]{5,}\b")
_TOKEN = re.compile(r"\w+")
_BEGIN = datetime(2030, 1, 1)


class Changer:
    """Any number of events out of a few; the same seed gives the same stream."""

    def __init__(self, events: Sequence[Sequence[Document]]) -> None:
        self._events = events
        texts = [document.text for event in events for document in event]
        self._names: list[str] = sorted({name for text in texts for name in _NAME.findall(text)})
        self._words: list[str] = sorted({word for text in texts for word in _WORD.findall(text)})

    def stream(self, articles: int) -> tuple[list[Document], dict[str, int]]:
        """So many articles, and the event of each by its id."""
        documents: list[Document] = []
        event_of: dict[str, int] = {}
        number = 0
        while len(documents) < articles:
            for document in self._event(number)[: articles - len(documents)]:
                documents.append(document)
                event_of[document.id] = number
            number += 1
        return documents, event_of

    def _event(self, number: int) -> list[Document]:
        own = random.Random(number)
        event = self._events[number % len(self._events)]
        texts = [document.text for document in event]
        names = sorted({name for text in texts for name in _NAME.findall(text)})
        words = sorted({word for text in texts for word in _WORD.findall(text)})
        changed: dict[str, str] = {name: self._name(own) for name in names}
        changed |= {word: own.choice(self._words) for word in words if own.random() < CHANGED}

        def change(match: re.Match[str]) -> str:
            word: str = match[0]
            if word.isdigit() and len(word) > 1:
                return changed.setdefault(word, str(own.randrange(10 ** (len(word) - 1), 10 ** len(word))))
            return changed.get(word, word)

        return [
            Document(
                f"{number:05}/{place}",
                _TOKEN.sub(change, text),
                published=_BEGIN + timedelta(hours=number / 4 + 5 * place),
            )
            for place, text in enumerate(texts)
        ]

    def _name(self, own: random.Random) -> str:
        first, second = own.choice(self._names), own.choice(self._names)
        return first[: (len(first) + 1) // 2] + second[len(second) // 2 :]


def quality(data: Path) -> str:
    """A table of B-cubed F1, a row a set."""
    vocabulary = Vocabulary()
    lines = ["| set | events | articles | at once | one at a time |", "|---|---:|---:|---:|---:|"]
    for found in mixed_sets(data, vocabulary):
        if not len(found.events):
            continue
        articles = weigh(found.profiles, vocabulary)
        scores = [b_cubed(found.events, way(articles, default_model())) for way in (grouped, one_by_one)]
        lines.append(f"| {found.name} | {found.events.max() + 1} | {len(found.events)} | {scores[0]} | {scores[1]} |")
    return "\n".join(lines)


def scale(sizes: Sequence[int], events: Sequence[Sequence[Document]]) -> str:
    """A table of what streams of these sizes take, made of the articles on some events."""
    changer = Changer(events)
    lines = [
        "| articles | seconds | ms an article | of it dividing | ms of each further one | stories | B-cubed F1 |",
        "|---:|---:|---:|---:|---:|---:|---:|",
    ]
    before, took = 0, 0.0
    for size in sorted({*sizes}):
        documents, event_of = changer.stream(size)
        marks: dict[str, float] = {}
        begun = time.perf_counter()

        def mark(stage: str, marks: dict[str, float] = marks) -> None:
            marks[stage] = time.perf_counter()

        stories = find_stories(documents, on_stage=mark)
        ended = time.perf_counter()
        story_of = {name: number for number, story in enumerate(stories.stories) for name in story.documents}
        names = sorted(story_of)
        score = b_cubed(np.array([event_of[name] for name in names]), np.array([story_of[name] for name in names]))
        divided = marks["explanation"] - marks["stories"]
        further = 1000 * (ended - begun - took) / (size - before)
        lines.append(
            f"| {size:,} | {ended - begun:.0f} | {1000 * (ended - begun) / size:.1f} | {1000 * divided / size:.1f} "
            f"| {further:.1f} | {len(stories.stories):,} | {score} |"
        )
        before, took = size, ended - begun
        print(lines[-1], file=sys.stderr, flush=True)
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="?", type=Path, default=Path("tests/data"), help="default: %(default)s")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="default: %(default)s")
    parser.add_argument("--stream", type=Path, metavar="FILE", help="events whose articles are repeated with changes")
    parser.add_argument("--no-quality", action="store_true", help="only the cost")
    parser.add_argument("--no-scale", action="store_true", help="only the quality")
    options = parser.parse_args(arguments)
    if not options.no_quality:
        print(quality(options.data))
    if not options.no_scale:
        own = (event.documents for folder in OWN if folder.is_dir() for event in load_events(folder))
        print(scale(options.sizes, list(own if options.stream is None else load_lines(options.stream))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
