"""Fits what makes a sentence an answer to a question, and says how well it does on events left out.

    python -m benchmarks.fit_queries benchmarks/data/queries/questions.jsonl EVENTS [EVENTS ...] [--write]

EVENTS are folders of annotated events in the format of tests/data/README.md.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.annotated import Event, load_events, told
from benchmarks.logistic import fit_logistic
from benchmarks.questions import Asked, answering, load_questions
from summarize.claims import Claims, find_claims
from summarize.claims.classifier import Logistic
from summarize.embedding import embed, load_encoder
from summarize.embedding.embed import encode_sentences
from summarize.models import Encoder
from summarize.provenance import without_outliers
from summarize.records.corpus import Corpus, collect
from summarize.records.sentence import SentenceRole
from summarize.relations import RelationModel, load_relations
from summarize.segmentation import segment
from summarize.selection.relevance import read_question, relevance
from summarize.selection.relevance.evidence import Features, gather
from summarize.selection.relevance.relevance import MIN_PROBABILITY, READ, UNREAD

RIDGES = (3.0, 10.0, 30.0)
RIDGE = 10.0
THRESHOLDS = (0.3, 0.4, 0.5, 0.6)


@dataclass(frozen=True, slots=True)
class Row:
    """A question, and the sentences near to it."""

    event: str
    answerable: bool
    features: Features
    is_answer: NDArray[np.bool_]
    quotable: NDArray[np.bool_]


def prepared(event: Event, encoder: Encoder) -> tuple[Corpus, Claims]:
    corpus = without_outliers(embed(segment(collect(event.documents)), encoder), encoder)
    return corpus, find_claims(corpus)


def row_of(asked: Asked, corpus: Corpus, claims: Claims, encoder: Encoder, model: RelationModel) -> Row:
    question = read_question(asked.question)
    vector = encode_sentences(encoder, [question.text])[0]
    found, features = gather(question, corpus, claims, vector, model)
    quotable = np.array([corpus.sentences[index].role is SentenceRole.BODY for index in found.tolist()])
    return Row(asked.event, bool(asked.answers), features, answering(asked, corpus, found), quotable)


def rows_of(questions: Sequence[Asked], events: Sequence[Event], encoder: Encoder, model: RelationModel) -> list[Row]:
    rows = []
    for event in events:
        mine = [asked for asked in questions if asked.event == event.id]
        if mine:
            corpus, claims = prepared(event, encoder)
            rows += [row_of(asked, corpus, claims, encoder, model) for asked in mine]
    return rows


def fit(rows: Sequence[Row], names: Sequence[str], ridge: float = RIDGE) -> Logistic:
    """Over these features of the sentences that can be told, standardised for the ridge."""
    found = np.vstack([np.column_stack([row.features[name] for name in names])[row.quotable] for row in rows])
    target = np.concatenate([row.is_answer[row.quotable] for row in rows]).astype(np.float64)
    mean, spread = found.mean(axis=0), found.std(axis=0) + 1e-6
    weights, constant = fit_logistic((found - mean) / spread, target, np.ones(len(target)), ridge)
    weights = weights / spread
    told = {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)}
    return Logistic(round(float(constant - weights @ mean), 4), told)


def left_out(rows: Sequence[Row], names: Sequence[str], ridge: float = RIDGE) -> list[NDArray[np.float64]]:
    """The probabilities of every row by a model fitted without its event."""
    fitted = {
        event: fit([row for row in rows if row.event != event], names, ridge) for event in {r.event for r in rows}
    }
    return [fitted[row.event].probabilities(row.features) for row in rows]


def figures(
    rows: Sequence[Row], probabilities: Sequence[NDArray[np.float64]], threshold: float = MIN_PROBABILITY
) -> dict[str, float]:
    """In per cent: sentences taken that answer, questions with an answer that get one, others that get none."""
    taken = [row.quotable & (found >= threshold) for row, found in zip(rows, probabilities, strict=True)]
    right = [int((row.is_answer & chosen).sum()) for row, chosen in zip(rows, taken, strict=True)]
    answered = [bool(hits) for row, hits in zip(rows, right, strict=True) if row.answerable]
    abstained = [not chosen.any() for row, chosen in zip(rows, taken, strict=True) if not row.answerable]
    return {
        "taken": sum(int(chosen.sum()) for chosen in taken),
        "right": round(100 * sum(right) / max(1, sum(int(chosen.sum()) for chosen in taken)), 1),
        "answered": round(100 * float(np.mean(answered)), 1),
        "abstained": round(100 * float(np.mean(abstained)), 1),
    }


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("questions", type=Path)
    parser.add_argument("events", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="put the weights into the package")
    options = parser.parse_args(arguments)
    encoder, model = load_encoder(), load_relations(lambda message: print(message, file=sys.stderr))
    if model is None:
        raise SystemExit("there is no relation model to read questions with")
    events = [event for folder in options.events for event in load_events(folder)]
    rows = rows_of(load_questions(options.questions, events), events, encoder, model)
    every = sorted(rows[0].features)
    named = {READ: every, UNREAD: [name for name in every if not name.startswith("read_")]}
    models: dict[str, Mapping[str, object]] = {}
    for kind, names in named.items():
        for ridge in RIDGES:
            found = left_out(rows, names, ridge)
            for threshold in THRESHOLDS:
                print(f"{kind}, ridge {ridge:g}, threshold {threshold:g}: {figures(rows, found, threshold)}")
        final = fit(rows, names)
        measured = figures(rows, left_out(rows, names))
        models[kind] = {"left_out": measured, "intercept": final.intercept, "weights": final.weights}
    for name in ("cosine", "shared_words"):
        best = [row.features[name][row.quotable].max(initial=0) for row in rows if not row.answerable]
        print(f"{name} alone: nine in ten questions without an answer stay below {np.quantile(best, 0.9):.3f}")
    if options.write:
        folders = " ".join(map(told, options.events))
        command = f"python -m benchmarks.fit_queries {told(options.questions)} {folders} --write"
        data = {
            "fitted": {"command": command, "questions": len(rows), "unanswerable": sum(not r.answerable for r in rows)},
            "models": models,
        }
        target = Path(relevance.__file__).with_name(relevance.WEIGHTS)
        target.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
        print(f"written: {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
