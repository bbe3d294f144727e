"""Fitting the model of roles: weights of words, and two passes of boosted trees, each on what it has not seen.

Needs scikit-learn, which nothing else of the project does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from benchmarks.roles_rows import OTHERS, SINGLE, Row, compose
from summarize.languages import packs
from summarize.languages.text import WordOrPair, word_weights
from summarize.segmentation.roles.chain import BEHIND, INSIDE
from summarize.segmentation.roles.evidence import Weights, evidence, word_features
from summarize.segmentation.roles.forest import Forest
from summarize.segmentation.roles.model import ENGLISH, RoleModel, with_context
from summarize.segmentation.roles.series import Floats, Ints

INNER = 3
"""Folds inside a fit: the second pass learns from what the first says of documents it was not fitted on."""
COMPOSED, EXCERPTS = 120, 3_000
"""Pages made of the frame of one and the article of another, and pieces of articles with furniture."""
TREES = {
    "max_iter": 60,
    "learning_rate": 0.15,
    "max_leaf_nodes": 15,
    "max_depth": 6,
    "min_samples_leaf": 40,
    "max_features": 0.3,
    "l2_regularization": 5.0,
    "max_bins": 48,
}
Named: TypeAlias = dict[str, list[float]]
"""Weights of words and, with a space between, of pairs."""
RARE, PENALTY, SMALLEST = 3, 0.3, 0.2
"""English sentences that a word must stand in; inverse strength of the ridge; the smallest weight that is kept."""
TALK = 4.0
"""What a line of furniture counts for in the words with which pages speak of themselves."""


def fit_words(rows: Sequence[Row]) -> dict[str, Named]:
    """For each language with furniture the weights of words for the article and for what follows it."""
    codes = sorted({row.code for row in rows if row.labelled.source == "furniture"} & set(packs()))
    return {code: _fit_words([row for row in rows if row.code == code], RARE if code == "en" else 1) for code in codes}


def _fit_words(rows: Sequence[Row], rare: int) -> Named:
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression

    # Captions tell news in the words of news: what they are shows in their shape.
    rows = [row for row in rows if row.labelled.document.id != "caption"]
    candidates = [c for row in rows for c in row.candidates]
    weight = np.concatenate([row.weight for row in rows])
    stretch = np.concatenate([row.stretch for row in rows])
    is_page = np.concatenate([np.full(len(row.candidates), row.labelled.source == "pages") for row in rows])
    is_furniture = np.concatenate([np.full(len(row.candidates), row.labelled.source == "furniture") for row in rows])
    used = np.flatnonzero(weight > 0)
    counter = CountVectorizer(analyzer=lambda c: sorted(map(_name, word_features(c.text))), binary=True, min_df=rare)
    counts = counter.fit_transform([candidates[i] for i in used])
    inside = stretch == INSIDE
    # On pages most of what is no article is headlines of other news, in the words of news.
    talk = np.where(is_page & ~inside, 0.0, weight * np.where(is_furniture, TALK, 1.0))
    sides = []
    for target, by in ((inside, weight), (stretch == BEHIND, weight), (~inside, talk)):
        own, share = target[used], by[used]
        if len(np.unique(own[share > 0])) < 2:
            sides.append(np.zeros(1 + counts.shape[1]))
            continue
        model = LogisticRegression(C=PENALTY, solver="liblinear", max_iter=200)
        model.fit(counts[share > 0], own[share > 0], share[share > 0])
        sides.append(np.r_[model.intercept_, model.coef_[0]])
    both = np.stack(sides, axis=1)
    names = ["", *counter.get_feature_names_out()]
    return {n: w.round(2).tolist() for n, w in zip(names, both, strict=True) if not n or np.abs(w).max() >= SMALLEST}


def _keyed(words: Mapping[str, Named]) -> dict[str, Weights]:
    return {code: word_weights(named) for code, named in words.items()}


def _name(word: WordOrPair) -> str:
    return word if isinstance(word, str) else " ".join(word)


def base_of(row: Row, weights: Mapping[str, Weights]) -> Floats:
    found = evidence(row.candidates, row.block_of, weights.get(row.code, {}))
    return np.concatenate([row.shape, found], axis=1)


def fit_trees(features: Floats, target: Ints, weight: NDArray[np.float64]) -> Forest:
    from sklearn.ensemble import HistGradientBoostingClassifier

    used = weight > 0
    model = HistGradientBoostingClassifier(**TREES, early_stopping=False, random_state=0)
    model.fit(features[used], target[used], sample_weight=weight[used])
    return _exported(model)


def _exported(model: object) -> Forest:
    trees = [tree.nodes for step in model._predictors for tree in step]  # type: ignore[attr-defined]
    parts: dict[str, list[float]] = {name: [] for name in ("feature", "threshold", "left", "value")}
    roots = []
    for nodes in trees:
        roots.append(len(parts["left"]))
        _lay_out(nodes, parts)
    exact = np.array(parts["threshold"])
    near = exact.astype(np.float32)
    # Features are single precision: the largest such number not above the limit divides them as the limit does.
    near = np.where(near > exact, np.nextafter(near, np.float32(-np.inf)), near)
    return Forest(
        feature=np.array(parts["feature"], dtype=np.int64),
        threshold=near.astype(np.float32),
        left=np.array(parts["left"], dtype=np.int64),
        value=np.array(parts["value"], dtype=np.float32),
        roots=np.array(roots, dtype=np.int64),
        baseline=np.asarray(model._baseline_prediction, dtype=np.float32).ravel(),  # type: ignore[attr-defined]
        depth=max(int(nodes["depth"].max()) for nodes in trees),
    )


def _lay_out(nodes: NDArray[np.void], parts: dict[str, list[float]]) -> None:
    """Appends the nodes of a tree, level by level, so that two children stand side by side."""
    order, at = [0], 0
    while at < len(order):
        node = nodes[order[at]]
        if not node["is_leaf"]:
            order += [int(node["left"]), int(node["right"])]
        at += 1
    offset, place = len(parts["left"]), {number: index for index, number in enumerate(order)}
    for index, number in enumerate(order):
        node = nodes[number]
        leaf = bool(node["is_leaf"])
        parts["feature"].append(0 if leaf else int(node["feature_idx"]))
        parts["threshold"].append(np.inf if leaf else float(node["num_threshold"]))
        parts["left"].append(offset + (index if leaf else place[int(node["left"])]))
        parts["value"].append(float(node["value"]) if leaf else 0.0)


@dataclass(frozen=True, eq=False)
class Fit:
    """All that is fitted."""

    words: dict[str, Named]
    """Weights of words in each language, as they are written to its file."""
    weights: dict[str, Weights]
    """The same for `evidence`."""
    model: RoleModel
    columns: NDArray[np.intp] | slice
    """Which of the first features are used."""

    def stretches(self, row: Row) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """As `RoleModel.shares`, for a row."""
        base = base_of(row, self.weights)[:, self.columns]
        first = self.model.first.probabilities(base)
        return first, self.model.second.probabilities(with_context(base, row.candidates, row.block_of, first))


def folds_of(rows: Sequence[Row], count: int, seed: int) -> Ints:
    """A fold for each row, the same for all of one site or event."""
    groups = sorted({row.labelled.group for row in rows})
    order = np.random.default_rng(seed).permutation(len(groups))
    fold = {groups[at]: number % count for number, at in enumerate(order)}
    return np.array([fold[row.labelled.group] for row in rows])


def fit(
    rows: Sequence[Row],
    seed: int = 0,
    columns: NDArray[np.intp] | slice = slice(None),
    composed: int = COMPOSED,
    excerpts: int = EXCERPTS,
    others: float = OTHERS[ENGLISH],
) -> Fit:
    """The model fitted on these rows, and on pages composed of them; of the pieces, `others` are not English."""
    inner = folds_of(rows, INNER, seed + 1)
    words = [fit_words([row for row, fold in zip(rows, inner, strict=True) if fold != left]) for left in range(INNER)]
    weights = [_keyed(named) for named in words]
    made, made_in = compose(rows, inner, composed, excerpts, seed, others)
    own = [(row, fold) for row, fold in zip(rows, inner, strict=True) if row.labelled.source not in SINGLE]
    learnt = [row for row, _ in own] + made
    inner = np.array([fold for _, fold in own] + made_in.tolist(), dtype=np.int64)
    bases = [base_of(row, weights[fold])[:, columns] for row, fold in zip(learnt, inner, strict=True)]
    base = np.concatenate(bases)
    of = np.repeat(inner, [len(row.candidates) for row in learnt])
    weight = np.concatenate([row.weight for row in learnt])
    stretch = np.concatenate([row.stretch for row in learnt])
    labels = np.concatenate([row.labels for row in learnt])
    shares = np.zeros((len(base), 4))
    for left in range(INNER):
        forest = fit_trees(base[of != left], stretch[of != left], weight[of != left])
        shares[of == left] = forest.probabilities(base[of == left])
    first = fit_trees(base, stretch, weight)
    parts = np.split(shares, np.cumsum([len(row.candidates) for row in learnt])[:-1])
    second = np.concatenate(
        [with_context(b, row.candidates, row.block_of, p) for b, row, p in zip(bases, learnt, parts, strict=True)]
    )
    model = RoleModel(first, fit_trees(second, labels, weight))
    final = fit_words(rows)
    return Fit(final, _keyed(final), model, columns)
