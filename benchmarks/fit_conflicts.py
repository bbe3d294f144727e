"""Fit the weights of conflict detection and say how good it is on events it has not seen.

    python -m benchmarks.fit_conflicts EVENTS [MORE_EVENTS ...] [--write]

Every folder holds annotated events (tests/data/README.md describes their format); those of the first count most. What
is learnt is which differing figures, dates and times answer one question. All figures are of events left out of the
fit, an eighth of all at a time, and count every kind of conflict, also those that no figure is part of. With --write
the weights go into the package.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.annotated import Event, load_events, told
from benchmarks.logistic import fit_logistic
from benchmarks.outcome import Outcome, Span
from benchmarks.scoring import figures, score, total
from summarize.claims import Claims, find_claims
from summarize.conflicts import classifier as certainty
from summarize.conflicts import find_conflicts
from summarize.conflicts.clashes import possible_clashes
from summarize.conflicts.comparison import compare
from summarize.conflicts.parsing import ParsedSentences
from summarize.conflicts.records import FoundConflict
from summarize.embedding import embed
from summarize.models import Encoder, load_encoder
from summarize.provenance import Copies, find_copies
from summarize.records.corpus import Corpus
from summarize.segmentation import segment

FOLDS = 8
FURTHER_WEIGHT = 0.3
"""Of a pair of values of the further folders; those of the first are of the kind the package is for."""
RIDGE = 2.0
THRESHOLDS = (0.1, 0.125, 0.15, 0.175, 0.2, 0.22, 0.25, 0.3, 0.4)
THRESHOLD = 0.25
"""Above it recall on events left out falls, below it precision does."""


@dataclass(frozen=True, slots=True)
class Row:
    """Two differing values: what speaks for their answering one question, and whether the annotation says so."""

    pair: tuple[int, int]
    evidence: dict[str, float]
    is_conflict: bool


@dataclass(frozen=True, slots=True)
class Case:
    """An event as conflict detection sees it, and the differing values of it."""

    event: Event
    weight: float
    corpus: Corpus
    claims: Claims
    copies: Copies
    rows: list[Row]

    def conflicts(self, weights: certainty.Weights) -> tuple[FoundConflict, ...]:
        return find_conflicts(self.corpus, self.claims, self.copies, weights=weights)


def load_case(event: Event, encoder: Encoder, weight: float = 1.0) -> Case:
    """The sentences as the package finds them, not as they were annotated; the documents in the event's order."""
    numbers = tuple((number,) for number in range(1, len(event.documents) + 1))
    corpus = embed(segment(Corpus(event.documents, event.documents, numbers)), encoder)
    copies, claims = find_copies(corpus), find_claims(corpus)
    places = [event.covered(s.document, s.start, s.end) for s in corpus.sentences]
    facts = [{event.group_of.get(i, -1 - i) for i in place} for place in places]
    conflicts = [tuple(event.group_of.get(i, -1 - i) for i in pair) for pair in event.conflicts]
    comparison = compare(corpus, claims, copies, ParsedSentences(corpus))
    rows = [
        Row(
            (pair.left, pair.right),
            clash.evidence,
            any(
                (a in facts[pair.left] and b in facts[pair.right]) or (b in facts[pair.left] and a in facts[pair.right])
                for a, b in conflicts
            ),
        )
        for pair in comparison.pairs.where(lambda left, right: left != right)
        for clash in possible_clashes(comparison.parsed, pair)
    ]
    return Case(event, weight, corpus, claims, copies, rows)


def fit(cases: Sequence[Case], threshold: float = THRESHOLD) -> certainty.Weights:
    """Logistic regression with a ridge. The annotation names sentences, not values: of the values of a contradictory
    pair the likeliest are taken for those meant, by a first fit, and the others left out of the second.
    """
    rows = [(case.event.id, row) for case in cases for row in case.rows]
    names = sorted({name for _, row in rows for name in row.evidence})
    design = np.array([[row.evidence.get(name, 0.0) for name in names] for _, row in rows])
    target = np.array([float(row.is_conflict) for _, row in rows])
    weight = np.array([case.weight for case in cases for _ in case.rows])
    scores = design @ fit_logistic(design, target, weight, RIDGE)[0]
    meant: dict[tuple[str, tuple[int, int]], int] = {}
    for number in np.argsort(-scores, kind="stable").tolist():
        meant.setdefault((rows[number][0], rows[number][1].pair), number)
    kept = np.array([not r.is_conflict or meant[event, r.pair] == number for number, (event, r) in enumerate(rows)])
    weights, intercept = fit_logistic(design[kept], target[kept], weight[kept], RIDGE)
    return certainty.Weights(intercept, dict(zip(names, weights.tolist(), strict=True)), threshold)


def outcome(case: Case, weights: certainty.Weights) -> Outcome:
    """The conflicts alone, as the scorer wants them."""

    def spans(conflict: FoundConflict) -> tuple[Span, ...]:
        found = (case.corpus.sentences[side.sentence] for side in conflict.sides)
        return tuple(Span(s.document, s.start, s.end) for s in found)

    return Outcome(conflicts=tuple(spans(conflict) for conflict in case.conflicts(weights)))


def left_out(cases: Sequence[Case]) -> list[certainty.Weights]:
    """For each case the weights fitted without it."""
    folds = [fit([case for k, case in enumerate(cases) if k % FOLDS != fold]) for fold in range(FOLDS)]
    return [folds[k % FOLDS] for k in range(len(cases))]


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="put the weights into the package")
    options = parser.parse_args(arguments)
    encoder = load_encoder()
    sets = [
        [load_case(event, encoder, FURTHER_WEIGHT if number else 1.0) for event in load_events(folder)]
        for number, folder in enumerate(options.folders)
    ]
    cases = [case for folder in sets for case in folder]
    weights = left_out(cases)
    measured: dict[str, dict[str, float]] = {}
    for threshold in THRESHOLDS:
        for folder, own in zip(options.folders, sets, strict=True):
            counts = total(
                score(case.event, outcome(case, certainty.Weights(w.intercept, w.weights, threshold)))
                for case, w in zip(cases, weights, strict=True)
                if case in own
            )
            rates = {name: round(float(rate), 1) for name, rate in figures(counts).items() if "conflict" in name}
            print(f"{told(folder)} at {threshold:.3f}", rates, f"{counts['conflicts']} annotated")
            if threshold == THRESHOLD:
                measured[told(folder)] = rates
    final = fit(cases)
    print({name: round(weight, 2) for name, weight in final.weights.items()}, round(final.intercept, 2))
    if options.write:
        data = {
            "fitted": {
                "command": f"python -m benchmarks.fit_conflicts {' '.join(map(told, options.folders))} --write",
                "left_out": measured,
            },
            "threshold": THRESHOLD,
            "intercept": round(final.intercept, 4),
            "weights": {name: round(weight, 4) for name, weight in final.weights.items()},
        }
        target = Path(certainty.__file__).with_name(certainty.WEIGHTS)
        target.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
        print(f"written: {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
