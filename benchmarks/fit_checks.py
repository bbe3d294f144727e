"""Fit the weights by which a draft's sentences are judged, and say how good they are on events they have not seen.

    python -m benchmarks.fit_checks DRAFTS EVENTS [EVENTS ...] [--write]

Every file of DRAFTS is a draft on an annotated event (benchmarks/checks.py describes it). All figures are of events
left out of the fit, one at a time. With --write the weights go into the package.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.annotated import told
from benchmarks.checks import JUDGED, Draft, load_drafts
from summarize.checking import classifier as verdicts
from summarize.checking.classifier import CLASSES, Classifier
from summarize.checking.features import Finder
from summarize.checking.reading import read_draft
from summarize.checking.verdict import least_contradicted, ruled_out
from summarize.lexical.tokens import Tokenizer
from summarize.models import Encoder, load_encoder
from summarize.records.check import Verdict
from summarize.records.corpus import collect
from summarize.records.document import Document
from summarize.records.sentence import Sentence
from summarize.relations import RelationModel, load_relations
from summarize.segmentation import segment

RIDGES = (5.0, 10.0, 20.0)
RIDGE = 20.0
LIMITS = (0.1, 0.15, 0.2, 0.25, 1.0)
MAX_CONTRADICTED = 0.15
"""Probability of being contradicted above which nothing is called supported; chosen by the figures printed here."""


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of a draft: its event, the verdict of a reader, and what was found."""

    event: str
    label: Verdict
    features: dict[str, float]
    ruled_out: tuple[Verdict, ...]
    least_contradicted: float


def rows_of(draft: Draft, encoder: Encoder, relations: RelationModel | None) -> list[Row]:
    """The sentences of a draft as they stand in its file."""
    tokenizer, start, sentences = Tokenizer("english"), 0, []
    for text in draft.sentences:
        sentences.append(Sentence(0, start, start + len(text), text, tokens=tokenizer(text)))
        start += len(text) + 2
    document = Document(id="draft", text="\n\n".join(draft.sentences), language="en")
    reading = read_draft(segment(collect(draft.documents)), document, sentences, encoder, relations)
    finder = Finder(reading)
    found = (finder.find(k) for k in range(len(draft.labels)))
    return [
        Row(draft.event, label, dict(one.features), tuple(ruled_out(one)), least_contradicted(one))
        for label, one in zip(draft.labels, found, strict=True)
    ]


def fit(rows: Sequence[Row], ridge: float = RIDGE) -> Classifier:
    """Logistic regression of several classes with a ridge on standardised features."""
    from scipy.optimize import minimize

    names = sorted(rows[0].features)
    found = np.array([[row.features[name] for name in names] for row in rows])
    mean, spread = found.mean(axis=0), found.std(axis=0) + 1e-6
    design, count = (found - mean) / spread, len(CLASSES)
    target = np.eye(count)[[CLASSES.index(row.label) for row in rows]]

    def loss(solution: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        weights, constants = solution[:-count].reshape(-1, count), solution[-count:]
        logits = design @ weights + constants
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        likely = powers / powers.sum(axis=1, keepdims=True)
        apart = likely - target
        value = -float((target * np.log(likely + 1e-12)).sum()) + ridge * float(np.square(weights).sum()) / 2
        return value, np.r_[(design.T @ apart + ridge * weights).ravel(), apart.sum(axis=0)]

    solution = minimize(loss, np.zeros(count * (len(names) + 1)), jac=True, method="L-BFGS-B").x
    weights = solution[:-count].reshape(-1, count) / spread[:, None]
    constants = solution[-count:] - mean @ weights
    return Classifier(
        {str(verdict): round(float(constants[k]), 4) for k, verdict in enumerate(CLASSES)},
        {
            str(verdict): {name: round(float(weights[n, k]), 4) for n, name in enumerate(names)}
            for k, verdict in enumerate(CLASSES)
        },
        MAX_CONTRADICTED,
    )


def left_out(rows: Sequence[Row], ridge: float = RIDGE) -> list[Classifier]:
    """For every row the classifier fitted without its event."""
    fitted = {event: fit([r for r in rows if r.event != event], ridge) for event in sorted({r.event for r in rows})}
    return [fitted[row.event] for row in rows]


def given(row: Row, classifier: Classifier, limit: float) -> Verdict:
    """The verdict where nothing more than `limit` likely to be contradicted is called supported."""
    return replace(classifier, max_contradicted=limit).verdict(row.features, row.ruled_out, row.least_contradicted)


def figures(rows: Sequence[Row], verdicts: Sequence[Verdict]) -> dict[str, float]:
    """F1 of each verdict and their mean, and the share of the contradicted that is called supported, in per cent."""
    counted = [(r.label, v) for r, v in zip(rows, verdicts, strict=True) if r.label is not Verdict.PARTLY]
    each = {}
    for verdict in JUDGED:
        both = sum(label is found is verdict for label, found in counted)
        each[str(verdict)] = 200 * both / max(1, sum((label is verdict) + (v is verdict) for label, v in counted))
    labels = Counter(label for label, _ in counted)
    wrong = sum(label is Verdict.CONTRADICTED and v is Verdict.SUPPORTED for label, v in counted)
    mean = sum(each.values()) / len(each)
    return {**each, "mean": mean, "wrongly_supported": 100 * wrong / max(1, labels[Verdict.CONTRADICTED])}


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("drafts", type=Path)
    parser.add_argument("events", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="put the weights into the package")
    options = parser.parse_args(arguments)
    encoder, relations = load_encoder(), load_relations(lambda message: print(message, file=sys.stderr))
    drafts = load_drafts(options.drafts, options.events)
    rows = [row for draft in drafts for row in rows_of(draft, encoder, relations)]
    measured = {}
    for ridge in RIDGES:
        fitted = left_out(rows, ridge)
        for limit in LIMITS:
            rates = {
                k: round(v, 1)
                for k, v in figures(
                    rows, [given(row, one, limit) for row, one in zip(rows, fitted, strict=True)]
                ).items()
            }
            print(f"ridge {ridge:g}, limit {limit:g}: {rates}")
            if (ridge, limit) == (RIDGE, MAX_CONTRADICTED):
                measured = rates
    final = fit(rows)
    if options.write:
        folders = (options.drafts, *options.events)
        data = {
            "fitted": {
                "command": f"python -m benchmarks.fit_checks {' '.join(map(told, folders))} --write",
                "sentences": len(rows),
                "left_out": measured,
            },
            "max_contradicted": MAX_CONTRADICTED,
            "intercepts": final.intercepts,
            "weights": final.weights,
        }
        target = Path(verdicts.__file__).with_name(verdicts.WEIGHTS)
        target.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
        print(f"written: {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
