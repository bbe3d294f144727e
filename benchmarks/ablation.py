"""What each part of the selection adds: the figures without it.

    python -m benchmarks.ablation [DATA] [--rouge CLUSTERS.jsonl]

DATA holds annotated events, as for `benchmarks.quality`. Claims are found once; only the choice is made again.
"""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from benchmarks.annotated import Event, load_events
from benchmarks.outcome import outcome_of
from benchmarks.scoring import Figures, figures, score, total
from summarize import Brief, Options, summarize
from summarize.embedding import Memory
from summarize.models import Encoder, load_encoder

_candidates, _optimizer, _repeats, _salience = (
    importlib.import_module(f"summarize.selection.{name}")
    for name in ("candidates", "optimizer", "repeats", "salience")
)


def _never(text: str) -> bool:
    return False


WITHOUT: dict[str, tuple[Any, str, Any]] = {
    "the fact's salience (concepts alone)": (_optimizer, "CLAIM_SHARE", 0.0),
    "concepts (the fact's salience alone)": (_optimizer, "CLAIM_SHARE", 1.0),
    "length in the gain": (_optimizer, "LENGTH_EXPONENT", 0.0),
    "position": (_salience, "EARLINESS", 0.0),
    "closeness of the documents": (_salience, "CLOSENESS_EXPONENT", 0.0),
    "copies in the support": (_salience, "COPY_WEIGHT", 0.0),
    "copies counting less than independent sources": (_salience, "COPY_WEIGHT", 1.0),
    "doubt about doubtful pairs": (_salience, "CERTAINTY_EXPONENT", 1.0),
    "the rule on likely repeats": (_repeats, "MAX_SAME_FACT", 1.1),
    "the rule on contained sentences": (_repeats, "MAX_SHARED_WORDS", 1.1),
    "the rule on context-dependent sentences": (_candidates, "is_context_dependent", _never),
    "the rule on personal sentences": (_candidates, "is_personal", _never),
    "the rule on contrastive sentences": (_candidates, "is_contrastive", _never),
}
COLUMNS = ("key_fact_recall", "redundant_pairs", "citation_precision", "citation_recall")


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?", default=Path("tests/data/events"))
    parser.add_argument("--max-words", type=int, default=200)
    arguments = parser.parse_args(argv)
    events, encoder, memory = load_events(arguments.data), load_encoder(), Memory()
    print("| without | " + " | ".join(COLUMNS) + " |\n|---" * 1 + "|---" * len(COLUMNS) + "|")
    for name, part in {"(nothing)": None, **WITHOUT}.items():
        with _switched_off(part):
            found = _measure(events, lambda event: _brief(event, arguments.max_words, encoder, memory))
        print(f"| {name} | " + " | ".join(f"{found[column]:.1f}" for column in COLUMNS) + " |", flush=True)


def _brief(event: Event, max_words: int, encoder: Encoder, memory: Memory) -> Brief:
    return summarize(event.documents, Options(max_words=max_words), encoder, memory=memory)


def _measure(events: list[Event], make: Callable[[Event], Brief]) -> Figures:
    return figures(total(score(event, outcome_of(make(event))) for event in events))


@contextmanager
def _switched_off(part: tuple[Any, str, Any] | None) -> Iterator[None]:
    if part is None:
        yield
        return
    with mock.patch.object(*part):
        yield


if __name__ == "__main__":
    main()
