"""Fitting the model of roles: weights of words, and two passes of boosted trees, each on what it has not seen.

Needs scikit-learn, which nothing else of the project does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.roles_data import Labelled, furnished, load_furniture
from summarize.segmentation.roles.candidate import Candidate
from summarize.segmentation.roles.chain import BEFORE, BEHIND, INSIDE, INTERRUPTION
from summarize.segmentation.roles.evidence import Weights, evidence, word_features
from summarize.segmentation.roles.features import Floats, renumbered, shape_and_place
from summarize.segmentation.roles.forest import Forest
from summarize.segmentation.roles.mark import mark_rules
from summarize.segmentation.roles.model import BODY, BOILERPLATE, HEADING, RoleModel, with_context

FURNITURE_FILE = Path("benchmarks/data/roles/furniture.txt")
INNER = 3
"""Folds inside a fit: the second pass learns from what the first says of documents it was not fitted on."""
COMPOSED = 200
"""Pages made of the frame of one and the article of another, and as many pieces of articles."""
SOURCE_WEIGHT = {
    "pages": 1.0,
    "articles": 1.5,
    "real": 3.0,
    "invented": 1.5,
    "tests": 1.5,
    "about": 3.0,
    "furniture": 1.0,
    "composed": 0.5,
}
FRAMED, EXCERPTED = (0.5, 0.3, 0.15, 0.0, 0.05), (0.0, 0.35, 0.3, 0.2, 0.15)
"""How often the article is one of a page, of real news, of invented news, alone, of news about newsletters."""
CLEAN, FURNISHED = 0.5, 0.6
"""Share of the pieces of articles that hold no line of a page; of the others' lines, share of those written for this."""
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
RARE, PENALTY, SMALLEST = 4, 0.5, 0.15
"""Documents that a word must stand in; inverse strength of the ridge; the smallest weight that is kept."""

Ints = NDArray[np.int64]
Columns = Callable[[Floats], Floats]


@dataclass(frozen=True, eq=False)
class Row:
    """A document with all that does not depend on the fit. n sentences."""

    labelled: Labelled
    candidates: tuple[Candidate, ...]
    """Marked by the rules."""
    shape: Floats
    block_of: Ints
    weight: NDArray[np.float64]
    """*Shape:* (n,); 0 for what is not learnt from."""
    stretch: Ints
    """*Shape:* (n,); what the first pass should say."""

    @property
    def labels(self) -> Ints:
        return self.labelled.labels

    @property
    def english(self) -> bool:
        return self.labelled.language.code == "en"


def row_of(labelled: Labelled) -> Row:
    fresh = tuple(Candidate(c.text, c.block, c.tokens, c.block_role) for c in labelled.candidates)
    mark_rules(fresh, labelled.document.title, labelled.language)
    labels, n = labelled.labels, len(fresh)
    number = np.arange(n)
    weight = np.full(n, SOURCE_WEIGHT[labelled.source]) * (labels >= 0)
    # Of what there is plenty of, a part is enough.
    if labelled.source in ("pages", "composed"):
        plenty = (labels == BOILERPLATE) & (np.array([c.words for c in fresh]) < 6)
        weight *= np.where(plenty, np.where(number % 6 == 0, 6.0, 0.0), 1.0)
    elif labelled.source in ("invented", "tests"):
        weight *= np.where((labels == BODY) & (number % 3 > 0), 0.0, 1.0)
    article = (labels == BODY) | (labels == HEADING)
    at = np.flatnonzero(article)
    stretch = np.where(article, INSIDE, INTERRUPTION)
    if len(at):
        stretch = np.where(~article & (number < at[0]), BEFORE, np.where(~article & (number > at[-1]), BEHIND, stretch))
    else:
        stretch = np.full(n, BEFORE)
    block_of = renumbered(np.array([c.block for c in fresh], dtype=np.int64))
    return Row(labelled, fresh, shape_and_place(fresh), block_of, weight, stretch)


FURNITURE = [(group.place, row_of(furnished(group))) for group in load_furniture(FURNITURE_FILE)]


def fit_words(rows: Sequence[Row]) -> dict[str, list[float]]:
    """Weights of words for the article and for what follows it, by logistic regression on English rows."""
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression

    english = [row for row in rows if row.english]
    candidates = [c for row in english for c in row.candidates]
    weight = np.concatenate([row.weight for row in english])
    stretch = np.concatenate([row.stretch for row in english])
    used = np.flatnonzero(weight > 0)
    counter = CountVectorizer(analyzer=lambda c: sorted(word_features(c.tokens)), binary=True, min_df=RARE)
    counts = counter.fit_transform([candidates[i] for i in used])
    sides = []
    for kind in (INSIDE, BEHIND):
        model = LogisticRegression(C=PENALTY, solver="liblinear", max_iter=200)
        model.fit(counts, stretch[used] == kind, weight[used])
        sides.append(np.r_[model.intercept_, model.coef_[0]])
    both = np.stack(sides, axis=1)
    names = ["", *counter.get_feature_names_out()]
    return {n: w.round(2).tolist() for n, w in zip(names, both, strict=True) if not n or np.abs(w).max() >= SMALLEST}


def base_of(row: Row, weights: Weights) -> Floats:
    found = evidence(row.candidates, row.block_of, weights if row.english else {})
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

    words: dict[str, list[float]]
    model: RoleModel
    columns: NDArray[np.intp] | slice
    """Which of the first features are used."""

    def stretches(self, row: Row) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """As `RoleModel.shares`, for a row."""
        base = base_of(row, self.words)[:, self.columns]
        first = self.model.first.probabilities(base)
        return first, self.model.second.probabilities(with_context(base, row.candidates, row.block_of, first))

    def roles(self, row: Row) -> NDArray[np.float64]:
        return self.stretches(row)[1]


def folds_of(rows: Sequence[Row], count: int, seed: int) -> Ints:
    """A fold for each row, the same for all of one site or event."""
    groups = sorted({row.labelled.group for row in rows})
    order = np.random.default_rng(seed).permutation(len(groups))
    fold = {groups[at]: number % count for number, at in enumerate(order)}
    return np.array([fold[row.labelled.group] for row in rows])


def fit(
    rows: Sequence[Row], seed: int = 0, columns: NDArray[np.intp] | slice = slice(None), composed: int = COMPOSED
) -> Fit:
    """The model fitted on these rows, and on pages composed of them."""
    inner = folds_of(rows, INNER, seed + 1)
    words = [fit_words([row for row, fold in zip(rows, inner, strict=True) if fold != left]) for left in range(INNER)]
    made, made_in = compose(rows, inner, composed, seed)
    rows, inner = [*rows, *made], np.r_[inner, made_in].astype(np.int64)
    bases = [base_of(row, words[fold])[:, columns] for row, fold in zip(rows, inner, strict=True)]
    base = np.concatenate(bases)
    of = np.repeat(inner, [len(row.candidates) for row in rows])
    weight = np.concatenate([row.weight for row in rows])
    stretch = np.concatenate([row.stretch for row in rows])
    labels = np.concatenate([row.labels for row in rows])
    shares = np.zeros((len(base), 4))
    for left in range(INNER):
        forest = fit_trees(base[of != left], stretch[of != left], weight[of != left])
        shares[of == left] = forest.probabilities(base[of == left])
    first = fit_trees(base, stretch, weight)
    parts = np.split(shares, np.cumsum([len(row.candidates) for row in rows])[:-1])
    second = np.concatenate(
        [with_context(b, row.candidates, row.block_of, p) for b, row, p in zip(bases, rows, parts, strict=True)]
    )
    model = RoleModel(first, fit_trees(second, labels, weight))
    return Fit(fit_words(rows[: len(rows) - len(made)]), model, columns)


def compose(rows: Sequence[Row], fold: Ints, count: int, seed: int) -> tuple[list[Row], Ints]:
    """Documents made of parts of others of the same fold and language: the article of one in the frame of another page,
    and pieces of articles, with lines that stood around or in other articles put between them.
    """
    random = np.random.default_rng(seed)
    enough = [i for i, row in enumerate(rows) if (row.stretch == INSIDE).sum() > 3]
    pages = [i for i in enough if rows[i].labelled.source == "pages"]
    by_source = {
        name: [i for i in enough if rows[i].labelled.source == name]
        for name in ("pages", "real", "invented", "articles", "about")
    }
    made: list[Row] = []
    where: list[int] = []
    for number in range(2 * count if pages else 0):
        frame = int(random.choice(pages))
        name = str(random.choice(list(by_source), p=FRAMED if number < count else EXCERPTED))
        partners = [
            i
            for i in by_source[name]
            if fold[i] == fold[frame] and i != frame and rows[i].english == rows[frame].english
        ]
        if partners:
            build = _composed if number < count else _excerpt
            made.append(build(rows[frame], rows[int(random.choice(partners))], random))
            where.append(int(fold[frame]))
    return made, np.array(where, dtype=np.int64)


def _excerpt(frame: Row, article: Row, random: np.random.Generator) -> Row:
    """Three to twelve paragraphs of an article, most with one to three lines of the page between or behind them."""
    inside = np.unique(article.block_of[article.stretch == INSIDE])
    size = int(random.integers(3, 13))
    first = int(random.integers(max(1, len(inside) - size + 1)))
    low, high = inside[first], inside[min(len(inside), first + size) - 1]
    keeps = (article.block_of >= low) & (article.block_of <= high)
    pieces = [(article, list(np.flatnonzero(keeps & (article.block_of == block)))) for block in range(low, high + 1)]
    lines = [int(i) for i in np.flatnonzero(frame.labels == BOILERPLATE) if frame.candidates[i].words >= 3]
    strangers = [int(i) for i in np.flatnonzero(frame.labels == BODY) if frame.candidates[i].finished]
    # A sentence on something else is the article's own where nothing of a page stands around.
    clean = random.random() < CLEAN
    for _ in range(int(random.integers(2)) if clean else int(random.integers(1, 4))):
        if not clean and article.english and random.random() < FURNISHED:
            place, row = FURNITURE[int(random.integers(len(FURNITURE)))]
            inside_it = int(random.integers(1, len(pieces) + 1))
            at = {"before": 0, "behind": len(pieces)}.get(place, inside_it)
            pieces.insert(at, (row, list(range(len(row.candidates)))))
        elif chosen := strangers if clean else lines:
            at = len(pieces) if random.random() < 0.3 else int(random.integers(1, len(pieces) + 1))
            pieces.insert(at, (frame, [int(random.choice(chosen))]))
    return _joined(pieces, frame)


def _composed(frame: Row, article: Row, random: np.random.Generator) -> Row:
    a, b = np.flatnonzero(frame.stretch == INSIDE), np.flatnonzero(article.stretch == INSIDE)
    before, behind = list(range(a[0])), list(range(a[-1] + 1, len(frame.candidates)))
    if random.random() < 0.3:
        before = before[int(random.integers(len(before) + 1)) :]
    if random.random() < 0.3:
        behind = behind[: int(random.integers(len(behind) + 1))]
    page = article.labelled.source == "pages"
    middle = list(range(b[0], b[-1] + 1)) if page else list(range(len(article.candidates)))
    return _joined([(frame, before), (article, middle), (frame, behind)], frame)


def _joined(pieces: Sequence[tuple[Row, list[int]]], like: Row) -> Row:
    """A document of these sentences; what stood in one paragraph does so again."""
    candidates: list[Candidate] = []
    labels: list[int] = []
    block = -1
    for row, chosen in pieces:
        last = None
        for i in chosen:
            c = row.candidates[i]
            block += c.block != last
            last = c.block
            candidates.append(Candidate(c.text, block, c.tokens, c.block_role))
            labels.append(int(row.labels[i]))
    document = replace(like.labelled.document, title=None)
    return row_of(
        Labelled("composed", "composed", document, like.labelled.language, (), tuple(candidates), np.array(labels))
    )


__all__ = ["Fit", "Row", "fit", "folds_of", "row_of"]
