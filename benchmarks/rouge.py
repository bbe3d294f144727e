"""ROUGE against human summaries, with paired margins.

Lin (2004). ROUGE: A Package for Automatic Evaluation of Summaries. F1 with stemming, by Google's rouge-score; the
sentences of a brief are joined by line breaks.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.peers import System
from benchmarks.pool import Encoders, Pool
from benchmarks.scoring import RESAMPLES
from summarize import Document

MEASURES = ("rouge1", "rouge2", "rougeL")


@dataclass(frozen=True, slots=True)
class Cluster:
    """Articles about one event and what a person wrote of them."""

    documents: tuple[Document, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class RougeScores:
    """What one system reached on every cluster."""

    f1: NDArray[np.float64]
    """In per cent. *Shape:* (clusters, len(MEASURES))."""
    words: NDArray[np.float64]
    """Length of each brief. *Shape:* (clusters,)."""


def load_clusters(file: Path, limit: int | None = None) -> list[Cluster]:
    """Clusters of a JSON lines file: {"documents": [text, ...], "summary": text} a line."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()[:limit] if line.strip()]
    return [
        Cluster(tuple(Document(id=str(k), text=text) for k, text in enumerate(row["documents"])), row["summary"])
        for row in rows
    ]


def score_clusters(
    clusters: list[Cluster],
    systems: Mapping[str, System],
    encoders: Encoders,
    max_words: int,
    on_progress: Callable[[int, int], None] = lambda done, of: None,
) -> dict[str, RougeScores]:
    """Every system on every cluster, in one run."""
    from rouge_score.rouge_scorer import RougeScorer

    scorer = RougeScorer(list(MEASURES), use_stemmer=True)
    f1: dict[str, list[list[float]]] = {name: [] for name in systems}
    words: dict[str, list[int]] = {name: [] for name in systems}
    for done, cluster in enumerate(clusters):
        on_progress(done, len(clusters))
        pool = Pool(cluster.documents, encoders)
        for name, system in systems.items():
            told = [sentence.text for sentence in system(pool, max_words).told]
            result = scorer.score(cluster.summary, "\n".join(told))
            f1[name].append([100 * result[measure].fmeasure for measure in MEASURES])
            words[name].append(sum(len(text.split()) for text in told))
    return {name: RougeScores(np.array(f1[name]), np.array(words[name], dtype=float)) for name in systems}


def rouge_margin(ours: RougeScores, theirs: RougeScores, measure: int) -> tuple[float, float, float]:
    """How much higher our F1 is, with the ends of its 95 % interval: a paired bootstrap over clusters."""
    difference = ours.f1[:, measure] - theirs.f1[:, measure]
    draws = np.random.default_rng(0).integers(0, len(difference), (RESAMPLES, len(difference)))
    low, high = np.percentile(difference[draws].mean(axis=1), [2.5, 97.5])
    return float(difference.mean()), float(low), float(high)
