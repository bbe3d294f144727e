"""What the product does on real events that none of its fits has seen.

    python -m benchmarks.left_out EVENTS [MORE_EVENTS ...] [--folds 12]

Every folder holds annotated events (tests/data/README.md describes their format); those of the first are left out fold
by fold, the further ones only help to fit. All that is fitted on events is fitted anew for every fold: the classifier
of claims, its threshold, what it makes of pairs that were read together, and the classifier of conflicts. The vectors
and the relation model have learnt from none of these events. Prints the figures of all events together, and mean and
spread over events.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from unittest import mock

import numpy as np

from benchmarks import fit_conflicts
from benchmarks.annotated import load_events
from benchmarks.claims_data import Case, load_cases
from benchmarks.fit_claims import FURTHER_WEIGHT, fit_whole
from benchmarks.outcome import outcome_of
from benchmarks.scoring import SHOWN, Counts, figures, score, total
from summarize import Options, summarize
from summarize.models import Encoder, load_encoder
from summarize.relations import RelationModel, load_relations

COUNTED = ("redundant_pairs", "stale_updates", "boilerplate_sentences", "conflict_precision", "conflict_recall")


def left_out(
    folders: Sequence[Path], folds: int, encoder: Encoder, relations: RelationModel | None, max_words: int = 200
) -> list[Counts]:
    """The counts of every event of the first folder."""
    events = load_events(folders[0])
    cases: list[list[tuple[Case, float]]] = [
        [(case, FURTHER_WEIGHT if number else 1.0) for case in load_cases(folder, encoder)]
        for number, folder in enumerate(folders)
    ]
    clashes = [
        [fit_conflicts.load_case(event, encoder, FURTHER_WEIGHT if number else 1.0) for event in load_events(folder)]
        for number, folder in enumerate(folders)
    ]
    counts: list[Counts] = [Counts()] * len(events)
    for fold in range(folds):
        seen = [case for k, case in enumerate(cases[0]) if k % folds != fold]
        fitted = fit_whole([seen, *cases[1:]], relations)
        told_apart = [case for k, case in enumerate(clashes[0]) if k % folds != fold]
        weights = fit_conflicts.fit([*told_apart, *(case for further in clashes[1:] for case in further)])
        with (
            mock.patch("summarize.claims.grouping.default_classifier", return_value=fitted),
            mock.patch("summarize.conflicts.find.default_weights", return_value=weights),
        ):
            for k in range(fold, len(events), folds):
                brief = summarize(
                    events[k].documents, Options(max_words=max_words), encoder, relations=lambda _: relations
                )
                counts[k] = score(events[k], outcome_of(brief))
    return counts


def table(counts: Sequence[Counts]) -> str:
    """All events together, and mean and standard deviation over those where the figure is defined."""
    together = figures(total(counts))
    each = [figures(one) for one in counts]
    lines = [f"{'':24}{'together':>9}{'mean':>8}{'spread':>8}{'events':>8}"]
    for name in (*SHOWN, *COUNTED):
        values = np.array([float(one[name]) for one in each])
        known = values[~np.isnan(values)]
        mean, spread = (known.mean(), known.std()) if len(known) else (np.nan, np.nan)
        lines.append(f"{name:24}{float(together[name]):9.1f}{mean:8.1f}{spread:8.1f}{len(known):8}")
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--folds", type=int, default=12)
    options = parser.parse_args(arguments)
    relations = load_relations(lambda message: print(message, file=sys.stderr))
    print(table(left_out(options.folders, options.folds, load_encoder(), relations)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
