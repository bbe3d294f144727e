"""Fit what tells whether a source that supports a quoted sentence states all of its main fact or a part of it.

    python -m benchmarks.fit_citations FOLDER [MORE_FOLDERS ...] [--write]

The folders hold the texts of benchmarks/data/relations/citations.jsonl. Figures are of events left out of the fit, an
eighth at a time. With --write the weights go into the package, beside those of the classifier of claims.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.labels import json_rows, texts_in
from benchmarks.logistic import fit_standardised
from benchmarks.relation_data import DATA
from summarize.claims import classifier as shipped
from summarize.claims.classifier import Logistic
from summarize.claims.support import wholeness
from summarize.languages import get
from summarize.lexical.tokens import Tokenizer
from summarize.relations import PART, SAME, RelationModel, load_relations
from summarize.selection.citations import MIN_SHARES, MIN_WHOLE

FOLDS, RIDGE = 8, 10.0
FEATURES = ("same", "part", "covered", "covering")
STATES = ("whole", "part")
"""What annotators call a sentence that may be cited."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A quoted sentence with one of another source: how much of the quoted one's fact that states."""

    event: str
    quoted: str
    other: str
    label: str


def load_judged(folders: Sequence[Path], file: Path = DATA / "relations" / "citations.jsonl") -> list[Judged]:
    """Raises KeyError when a text is missing."""
    texts = texts_in(folders)

    def span(named: Sequence[int | str]) -> str:
        text, start, end = named
        return texts[str(text)][int(start) : int(end)]

    return [
        Judged(row["set"], span(row["quoted"]), span(row["other"]), max(row["labels"], key=row["labels"].__getitem__))
        for row in json_rows(file)
    ]


def evidence(judged: Sequence[Judged], relations: NDArray[np.float32]) -> NDArray[np.float64]:
    """*Shape:* (len(judged), len(FEATURES))"""
    tokens, stop = Tokenizer("english"), get("en").words.stop
    found = [
        wholeness(relation[None], frozenset(tokens(pair.quoted)) - stop, [frozenset(tokens(pair.other)) - stop])
        for pair, relation in zip(judged, relations, strict=True)
    ]
    return np.array([[each[name][0] for name in FEATURES] for each in found])


def read(judged: Sequence[Judged], model: RelationModel) -> NDArray[np.float32]:
    """How the sentences relate, read in the order of their words as the pipeline reads them. *Shape:* (n, 4)"""
    pairs = [sorted((" ".join(pair.quoted.split()), " ".join(pair.other.split()))) for pair in judged]
    return model.probabilities([(one, other) for one, other in pairs])


def fit(features: NDArray[np.float64], target: NDArray[np.bool_]) -> Logistic:
    raw, constant = fit_standardised(features, target.astype(np.float64), np.ones(len(target)), RIDGE)
    return Logistic(constant, dict(zip(FEATURES, raw.tolist(), strict=True)))


def left_out(features: NDArray[np.float64], target: NDArray[np.bool_], events: Sequence[str]) -> NDArray[np.float64]:
    """What weights fitted without its event say of every pair. *Shape:* (n,)"""
    distinct = sorted(set(events))
    fold_of = dict(zip(distinct, np.random.default_rng(0).permutation(len(distinct)) % FOLDS, strict=True))
    fold = np.array([fold_of[event] for event in events])
    said = np.zeros(len(target))
    for number in range(FOLDS):
        weights = fit(features[fold != number], target[fold != number])
        columns = dict(zip(FEATURES, features[fold == number].T, strict=True))
        said[fold == number] = weights.probabilities(columns)
    return said


def report(name: str, found: NDArray[np.bool_], target: NDArray[np.bool_]) -> str:
    right = found & target
    return (
        f"{name:28}{100 * (found == target).mean():7.1f} told rightly; whole: "
        f"{100 * right.sum() / max(1, found.sum()):5.1f} right,{100 * right.sum() / max(1, target.sum()):6.1f} found"
        f" of {len(target)}"
    )


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--write", action="store_true", help="put the weights into the package")
    options = parser.parse_args(arguments)
    model = load_relations(lambda message: print(message, file=sys.stderr))
    if model is None:
        return 1
    judged = load_judged(options.folders)
    relations = read(judged, model)
    states = np.array([pair.label in STATES for pair in judged])
    may_be_cited = relations[:, SAME] + relations[:, PART] >= MIN_SHARES
    print(f"{states[may_be_cited].mean():.1%} of {may_be_cited.sum()} that read as the same or a part state it")
    chosen = np.flatnonzero(may_be_cited & states).tolist()
    kept = [judged[i] for i in chosen]
    features, target = evidence(kept, relations[chosen]), np.array([pair.label == "whole" for pair in kept])
    said = left_out(features, target, [pair.event for pair in kept])
    likelier = relations[chosen, SAME] >= relations[chosen, PART]
    for name, prefix in (("real events", "cluster"), ("sets of NeuS", "neus")):
        of = np.array([pair.event.startswith(prefix) for pair in kept])
        print(report(f"{name}, the same is likelier", likelier[of], target[of]))
        print(report(f"{name}, fitted", (said >= MIN_WHOLE)[of], target[of]))
    if options.write:
        file = Path(shipped.__file__).with_name(shipped.COEFFICIENTS)
        data = json.loads(file.read_text(encoding="utf-8"))
        weights = fit(features, target)
        rounded = {name: round(weight, 4) for name, weight in weights.weights.items()}
        data["whole"] = {"intercept": round(weights.intercept, 4), "weights": rounded}
        file.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
