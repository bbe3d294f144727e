"""How good the briefs are, beside peers in the same run.

    python -m benchmarks.quality [DATA] [--briefs FOLDER ...] [--rouge FILE] [--limit N] [--write docs]

DATA holds folders of annotated events (tests/data/README.md describes their format) and, for ROUGE, a file
multi_news_dev.jsonl with {"documents": [text, ...], "summary": text} a line. Its folder `cases` and its file
`pairs/relations_dev.jsonl` are described in benchmarks/cases.py. What is not there is not measured.
Prints the tables; with --write they become the page quality.md of that folder, with its picture quality.svg.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.annotated import count_articles, load_events
from benchmarks.cases import measure_cases, measure_pairs
from benchmarks.chart import draw
from benchmarks.page import page, tables
from benchmarks.peers import SYSTEMS
from benchmarks.pool import Encoders, Pool, load_encoders
from benchmarks.results import EventResults, Results, RougeResults
from benchmarks.rouge import load_clusters, score_clusters
from benchmarks.scoring import Counts, score
from summarize.models import adapter, load_encoder
from summarize.options import DEFAULT_MAX_WORDS

EVENT_FOLDERS = ("events", "authored")
ROUGE_FILE = "multi_news_dev.jsonl"
CASES, PAIRS = "cases", "pairs/relations_dev.jsonl"
ROUGE_WORDS = 300
"""Usual for Multi-News, whose summaries have 260 words in the mean."""


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="?", type=Path, default=Path("tests/data"), help="default: %(default)s")
    parser.add_argument("--briefs", action="append", metavar="FOLDER", help="folder of events in DATA; may be repeated")
    parser.add_argument("--rouge", metavar="FILE", help=f"clusters with summaries in DATA; default: {ROUGE_FILE}")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N events and clusters")
    parser.add_argument("--max-words", type=int, default=DEFAULT_MAX_WORDS, help="of a brief; default: %(default)s")
    parser.add_argument("--rouge-words", type=int, default=ROUGE_WORDS, help="the same for ROUGE; default: %(default)s")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="write quality.md and quality.svg here")
    options = parser.parse_args(arguments)

    folders = options.briefs or [name for name in EVENT_FOLDERS if (options.data / name).is_dir()]
    rouge = options.rouge or (ROUGE_FILE if (options.data / ROUGE_FILE).is_file() else None)
    if not folders and not rouge:
        parser.error(f"{options.data} has none of: {', '.join((*EVENT_FOLDERS, ROUGE_FILE))}")
    for name in folders:
        if not any((options.data / name).glob("*.json")):
            parser.error(f"no annotated events (*.json) in {options.data / name}")
    if rouge and not (options.data / rouge).is_file():
        parser.error(f"there is no file {options.data / rouge}")

    encoders = load_encoders()
    encoder = load_encoder()
    cases, pairs = options.data / CASES, options.data / PAIRS
    results = Results(
        events=[measure_events(options.data / name, encoders, options.max_words, options.limit) for name in folders],
        rouge=measure_rouge(options.data / rouge, encoders, options.rouge_words, options.limit) if rouge else None,
        cases=measure_cases(cases, encoder) if cases.is_dir() else None,
        pairs=measure_pairs(pairs, encoder) if pairs.is_file() else None,
    )
    print(tables(results))
    if options.write:
        options.write.mkdir(parents=True, exist_ok=True)
        (options.write / "quality.md").write_text(page(results), encoding="utf-8")
        (options.write / "quality.svg").write_text(draw(results), encoding="utf-8")
    return 0


def measure_events(folder: Path, encoders: Encoders, max_words: int, limit: int | None) -> EventResults:
    """Every system on every event of the folder, in one run; not on events that the adapter was trained on."""
    trained_on = adapter.events()
    events = [event for event in load_events(folder) if event.id not in trained_on][:limit]
    counts: dict[str, list[Counts]] = {name: [] for name in SYSTEMS}
    progress = _progress(folder.name)
    for done, event in enumerate(events):
        progress(done, len(events))
        pool = Pool(event.documents, encoders)
        for name, system in SYSTEMS.items():
            counts[name].append(score(event, system(pool, max_words)))
    return EventResults(
        invented=all(event.id.startswith("authored-") for event in events),
        events=len(events),
        articles=count_articles(events),
        sentences=sum(len(event.sentences) for event in events),
        max_words=max_words,
        counts=counts,
    )


def measure_rouge(file: Path, encoders: Encoders, max_words: int, limit: int | None) -> RougeResults:
    """Every system on every cluster of the file, in one run."""
    clusters = load_clusters(file, limit)
    return RougeResults(
        clusters=len(clusters),
        articles=sum(len(cluster.documents) for cluster in clusters),
        max_words=max_words,
        scores=score_clusters(clusters, SYSTEMS, encoders, max_words, _progress(file.name)),
    )


def _progress(name: str) -> Callable[[int, int], None]:
    def show(done: int, of: int) -> None:
        if sys.stderr.isatty():
            print(f"\r{name}: {done + 1} of {of}", end="\n" if done + 1 == of else "", file=sys.stderr, flush=True)

    return show


if __name__ == "__main__":
    sys.exit(main())
