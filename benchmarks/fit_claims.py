"""Fit the same-fact classifier and say how good it is on events it has not seen.

    python -m benchmarks.fit_claims EVENTS [MORE_EVENTS ...] [--model NAME] [--write]

Every folder holds annotated events (tests/data/README.md describes their format). The classifier is for texts like
those of the first folder; further folders help with less weight, and so do collections made of one article of each of
several of their events, in which nothing repeats. All figures are of events left out of the fit: one at a time, or a
sixth of a folder at a time where it has many. With --write the coefficients go into the package.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.annotated import told
from benchmarks.claims_data import DIFFERENT, PARTLY, SAME, Case, load_cases, load_strangers, pair_counts
from benchmarks.logistic import fit_standardised
from summarize.claims import classifier as shipped
from summarize.claims.classifier import Classifier, Logistic
from summarize.claims.grouping import group_statements
from summarize.claims.support import evidence
from summarize.models import adapter, load_encoder
from summarize.relations import RelationModel, budget, load_relations, loading

Counts = NDArray[np.int64]
GROUPS = {
    "meaning": ["meaning"],
    "closeness": ["closeness"],
    "words": ["words"],
    "numbers": ["numbers_shared", "numbers_clash"],
    "same document": ["same_document"],
    "rank among rivals": ["margin_low", "margin_high", "mutual_best", "short_of_best"],
    "sentences around": ["around"],
    "place in the article": ["apart", "both_lead"],
}
FEATURES = [name for group in GROUPS.values() for name in group]
FURTHER_WEIGHT = 0.3
"""Of a pair of the further folders. Between .1 and .5 the F1 of the first folder moves by less than a point."""
RIDGE = 10.0
MOST_COPIES = 4
"""Pairs of sentences that a pair of statements counts for at most in what reading adds."""
THRESHOLDS = np.arange(0.2, 0.81, 0.05).round(2)
PRECISION = 86.0
"""The threshold is the one of best F1 among those that keep this precision on the events it is chosen on. On events
left out it is some nine points less (docs/method.md)."""
FOLDS = 6
Set = list[tuple[Case, float]]
"""Cases, each with the weight of its pairs."""


def fit(cases: Set, names: Sequence[str]) -> Classifier:
    """Logistic regression, penalised on standardised features, by Newton's method from zero."""
    features = np.concatenate([case.matrix(names) for case, _ in cases])
    labels = np.concatenate([case.pair_labels for case, _ in cases])
    weight = np.concatenate([share * case.copies for case, share in cases]) * (labels != PARTLY)
    target = (labels == SAME).astype(np.float64)
    raw, constant = fit_standardised(features, target, weight, RIDGE)
    prior = float(np.average(target, weights=weight))
    return Classifier(constant, dict(zip(names, raw.tolist(), strict=True)), threshold=0.5, prior=prior)


def fit_whole(sets: Sequence[Set], relations: RelationModel | None) -> Classifier:
    """The classifier as it ships, threshold and all: what vectors and words say, and what reading adds for support."""
    cases = [case for each in sets for case in each]
    unread = fit(cases, FEATURES)
    total = np.sum([curve(case, unread) for case, _ in sets[0]], axis=0)
    unread = replace(unread, threshold=float(THRESHOLDS[best(total)]))
    if relations is None:
        return unread
    rows = [_read(case, weight, unread, relations) for case, weight in cases]
    return replace(unread, support=_fit_support(rows))


@dataclass(frozen=True, slots=True)
class Read:
    """The pairs of a case that are read, and what that says. m pairs, *shape* of arrays (m,)"""

    case: Case
    chosen: NDArray[np.int64]
    evidence: dict[str, NDArray[np.float64]]
    labels: NDArray[np.int8]
    disputed: NDArray[np.bool_]
    weight: NDArray[np.float64]


def _read(case: Case, weight: float, classifier: Classifier, relations: RelationModel) -> Read:
    probabilities = classifier.probabilities(case.compared.features)
    pairs, texts = case.compared.pairs, case.texts
    chosen = np.sort(np.argsort(-probabilities, kind="stable")[: budget(len(case.labels))])
    told = relations.probabilities([(texts[a], texts[b]) for a, b in zip(*(p[chosen] for p in pairs), strict=True)])
    copies = np.minimum(case.copies[chosen], MOST_COPIES) * weight
    found = evidence(probabilities[chosen], told)
    return Read(case, chosen, found, case.pair_labels[chosen], case.disputed[chosen], copies)


def _fit_support(rows: Sequence[Read]) -> Logistic:
    """Whether a pair shares a fact, wholly or in part, and does not contradict in it."""
    names = list(rows[0].evidence)
    features = np.concatenate([np.stack([row.evidence[name] for name in names], axis=1) for row in rows])
    wanted = np.concatenate([(row.labels != DIFFERENT) & ~row.disputed for row in rows]).astype(np.float64)
    weight = np.concatenate([row.weight for row in rows])
    raw, constant = fit_standardised(features, wanted, weight, RIDGE)
    return Logistic(constant, dict(zip(names, raw.tolist(), strict=True)))


def curves_left_out(cases: Set, others: Set, names: Sequence[str]) -> list[Counts]:
    """Pair counts of every case at all thresholds, by a classifier fitted without it. *Shape:* each (thresholds, 3)"""
    folds = len(cases) if len(cases) <= 12 else FOLDS
    curves: list[Counts] = [np.zeros((0, 3), dtype=np.int64)] * len(cases)
    for fold in range(folds):
        classifier = fit([case for k, case in enumerate(cases) if k % folds != fold] + others, names)
        for k in range(fold, len(cases), folds):
            curves[k] = curve(cases[k][0], classifier)
    return curves


def curve(case: Case, classifier: Classifier) -> Counts:
    """True, false and missed pairs of sentences. *Shape:* (thresholds, 3)"""
    probabilities = classifier.probabilities(case.compared.features)
    rows = []
    for threshold in THRESHOLDS.tolist():
        groups = group_statements(case.members, case.compared.pairs, probabilities, threshold)
        rows.append(pair_counts(case, [[i for k in group for i in case.members[k]] for group in groups]))
    return np.array(rows)


def rates(counts: Counts) -> tuple[float, float, float]:
    """Precision, recall and F1, per cent."""
    true, false, missed = counts.tolist()
    precision, recall = 100 * true / max(1, true + false), 100 * true / max(1, true + missed)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def best(total: Counts) -> int:
    """Index of the threshold to use, given pair counts at all of them; neighbours are averaged against noise."""
    f1 = np.convolve([rates(c)[2] for c in total], [0.25, 0.5, 0.25], "same")
    inner = range(1, len(total) - 1)
    good = [k for k in inner if rates(total[k])[0] >= PRECISION]
    return max(good or inner, key=lambda k: f1[k])


def nested(curves: Sequence[Counts]) -> Counts:
    """Pair counts where the threshold, too, was chosen without the event."""
    total = np.sum(curves, axis=0)
    return np.asarray(np.sum([c[best(total - c)] for c in curves], axis=0))


def line(label: str, *counts: Counts) -> str:
    return f"{label:28}" + "   ".join("{:6.1f} {:6.1f} {:6.1f}".format(*rates(c)) for c in counts)


def report(folders: Sequence[Path], sets: Sequence[Set], strangers: Set) -> tuple[float, list[float]]:
    """Prints the tables; gives the threshold to use and the figures of the first folder at it."""
    print(f"{'precision, recall, F1':28}{'one threshold':23}threshold chosen without the event")
    chosen = 0
    figures: list[float] = []
    for number, (folder, cases) in enumerate(zip(folders, sets, strict=True)):
        others = [case for other in sets if other is not cases for case in other]
        others += strangers if number == 0 else []  # made of the further folders' events
        curves = curves_left_out(cases, others, FEATURES)
        total = np.sum(curves, axis=0)
        if number == 0:
            chosen = best(total)
            figures = [round(rate, 1) for rate in rates(total[chosen])]
        for k in range(0, len(THRESHOLDS), 2):
            print(line(f"{told(folder)}, at {THRESHOLDS[k]:.2f}", total[k]))
        print(line(f"{told(folder)}, at {THRESHOLDS[chosen]:.2f}", total[chosen], nested(curves)))
        if number == 0:
            for (case, _), counts in zip(cases, curves, strict=True):
                print(line(f"  {case.name}", counts[chosen]))
            for label, group in GROUPS.items():
                without = curves_left_out(cases, others, [name for name in FEATURES if name not in group])
                total = np.sum(without, axis=0)
                print(line(f"  without {label}", total[best(total)], nested(without)))
    return float(THRESHOLDS[chosen]), figures


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--model", help="sentence-transformers model; the default model when not given")
    parser.add_argument("--write", action="store_true", help="put the coefficients into the package")
    options = parser.parse_args(arguments)
    encoder = load_encoder(options.model)
    sets = [
        [(case, FURTHER_WEIGHT if number else 1.0) for case in load_cases(folder, encoder)]
        for number, folder in enumerate(options.folders)
    ]
    strangers = [(case, FURTHER_WEIGHT) for folder in options.folders[1:] for case in load_strangers(folder, encoder)]
    _, figures = report(options.folders, sets, strangers)
    classifier = fit_whole([*sets, strangers], load_relations(print))
    data: dict[str, Any] = {
        "fitted": {
            "command": f"python -m benchmarks.fit_claims {' '.join(map(told, options.folders))} --write",
            "model": encoder.name,
            "adapter": None if options.model else adapter.sha256(),
            "events": {told(folder): len(cases) for folder, cases in zip(options.folders, sets, strict=True)},
            "seed": "none: Newton's method from zero",
            "left_out_unread": dict(zip(("precision", "recall", "f1"), figures, strict=True)),
            "relations": loading.SHA256,
        },
        "threshold": classifier.threshold,
        "prior": classifier.prior and round(classifier.prior, 5),
        "intercept": round(classifier.intercept, 4),
        "weights": _rounded(classifier.weights),
    }
    if classifier.support is not None:
        support = classifier.support
        data["support"] = {"intercept": round(support.intercept, 4), "weights": _rounded(support.weights)}
    file = Path(shipped.__file__).with_name(shipped.COEFFICIENTS)
    if whole := json.loads(file.read_text(encoding="utf-8")).get("whole"):
        data["whole"] = whole  # of benchmarks.fit_citations
    text = json.dumps(data, indent=2) + "\n"
    print("\n" + text, end="")
    if options.write:
        file.write_text(text, encoding="utf-8")
    return 0


def _rounded(weights: Mapping[str, float]) -> dict[str, float]:
    return {name: round(weight, 4) for name, weight in weights.items()}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
