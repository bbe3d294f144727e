"""Fit the weights by which stories are told apart, and say how good they are on events that were left out.

    python -m benchmarks.fit_stories DATA [--write]

DATA holds clusters.jsonl.xz, neus_dev.jsonl and authored/, whatever of them there is; the invented events of the
project are read too. What is learnt is whether two groups of articles report one event: groups drawn from the same
event, and groups of different events that are nearest in words. A sixth of the events is left out at a time, from the
weights and from the table of words; all articles stay in the stream, and those of the events left out are scored. The
intercept, and then the weight of days apart, is the one with the best mean of B-cubed F1 over the sets there. With
--write weights and table go into the package.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import summarize
from benchmarks.logistic import fit_logistic
from benchmarks.stories_data import BCubed, Mixed, b_cubed, count_frequencies, mixed_sets
from summarize.languages.frequencies import Frequencies
from summarize.stories.grouping import group_articles
from summarize.stories.groups import Groups
from summarize.stories.model import WEIGHTS, Evidence, Model
from summarize.stories.profile import Vocabulary
from summarize.stories.vectors import Article, weigh

FITTED = {"clusters": 1.0, "invented": 0.5, "neus": 0.3}
"""Sets that are learnt from, and what they count: whole articles more than the excerpts of NeuS."""
FOLDS = 6
DRAWN = 6
"""Groups drawn from each event, and pairs of groups of it; each is held against the nearest of so many other events."""
RIDGE = 1.0
SHIFTS = (1.5, 1.75, 2.0)
"""Added to the fitted intercept: a mean over pairs asks less of groups than of articles."""
FEATURES = ("words", "names", "smaller")
APARTS = (-4.0, -2.0, 0.0)
"""Weights of groups whose days lie apart. Not learnt with the others, as parts drawn from one event are seldom as far
apart as two events: chosen by what comes of them, of equals the first."""
SEASONS = -6.0
"""Weight of dates that lie a season apart. Set, not learnt: no set has an event that comes again, such as the results
of two quarters, and wrong dates that agree make it cost half a point on news."""
TABLE = Path(summarize.__file__).parent / "languages" / "en" / "frequencies.txt"
LEAST_EVENTS = 2


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Pairs of groups. *Shapes:* (n, features), (n,), (n,)"""

    features: NDArray[np.float64]
    same: NDArray[np.float64]
    weights: NDArray[np.float64]


def draw(found: Mixed, articles: Sequence[Article], events: Sequence[int], seed: int = 0) -> Rows:
    """Groups of these events against parts of the same event, and against the nearest groups of other events.

    Every pair with dates stands there a second time without, for half as much: many pages have none.
    """
    random = np.random.default_rng(seed)
    sample = _Sample(found, articles)
    rows: list[tuple[NDArray[np.float64], float, float]] = []
    groups, owner = [], []
    for event in events:
        members = np.flatnonzero(found.events == event)
        for _ in range(DRAWN):
            groups.append(random.permutation(members)[: random.integers(1, len(members) + 1)])
            owner.append(event)
        for _ in range(DRAWN if len(members) > 1 else 0):
            mixed = random.permutation(members)
            first = int(random.integers(1, len(members)))
            last = int(random.integers(first + 1, len(members) + 1))
            rows += sample.rows(mixed[:first], mixed[first:last], 1.0, len(members) / DRAWN)
    means = sample.means(groups)
    owners = np.array(owner)
    for number, group in enumerate(groups):
        size = int((found.events == owners[number]).sum())
        nearest = (j for j in np.argsort(-means[number], kind="stable").tolist() if owners[j] != owners[number])
        seen: set[int] = set()
        for other in nearest:
            if owners[other] not in seen:
                seen.add(int(owners[other]))
                rows += sample.rows(group, groups[other], 0.0, size / DRAWN)
            if len(seen) == DRAWN:
                break
    features, same, weights = (np.array(column) for column in zip(*rows, strict=True))
    return Rows(features, same, weights / weights[same == 1].sum())


class _Sample:
    """The products of all articles of a set, from which those of groups are summed."""

    def __init__(self, found: Mixed, articles: Sequence[Article]) -> None:
        self.words = _products([article.words for article in articles])
        self.names = _products([article.names for article in articles])
        self.days = np.array([np.nan if article.day is None else article.day for article in articles])

    def means(self, groups: Sequence[NDArray[np.int64]]) -> NDArray[np.float64]:
        member = np.zeros((len(groups), len(self.words)))
        for row, group in enumerate(groups):
            member[row, group] = 1 / len(group)
        product: NDArray[np.float64] = member @ self.words @ member.T
        return product

    def rows(
        self, one: NDArray[np.int64], other: NDArray[np.int64], same: float, weight: float
    ) -> Iterator[tuple[NDArray[np.float64], float, float]]:
        middles = [
            np.median(days[~np.isnan(days)]) if (~np.isnan(days)).any() else np.nan
            for days in (self.days[one], self.days[other])
        ]
        gap = abs(middles[0] - middles[1])
        for told, share in ((gap, 1.0), (np.nan, 0.5)) if not np.isnan(gap) else ((gap, 1.0),):
            evidence = Evidence(
                words=self.words[np.ix_(one, other)].mean(keepdims=True)[0],
                names=self.names[np.ix_(one, other)].mean(keepdims=True)[0],
                smaller=np.array([min(len(one), len(other))]),
                gap=np.array([told]),
                believed=np.zeros(1, dtype=bool),
            )
            features = evidence.features()
            yield np.array([features[name][0] for name in FEATURES]), same, weight * share


def _products(bags: Sequence[object]) -> NDArray[np.float64]:
    from scipy.sparse import csr_matrix

    rows = np.repeat(np.arange(len(bags)), [len(bag) for bag in bags])  # type: ignore[arg-type]
    columns = np.concatenate([bag.stems for bag in bags])  # type: ignore[attr-defined]
    matrix = csr_matrix((np.concatenate([bag.counts for bag in bags]), (rows, columns)))  # type: ignore[attr-defined]
    dense: NDArray[np.float64] = (matrix @ matrix.T).toarray()
    return dense


def fit(rows: Sequence[Rows], features: Sequence[str] = FEATURES) -> Model:
    """The model of these rows of several sets; `features` are those it may use."""
    chosen = [FEATURES.index(name) for name in features]
    weights, intercept = fit_logistic(
        np.concatenate([part.features[:, chosen] for part in rows]),
        np.concatenate([part.same for part in rows]),
        np.concatenate([part.weights for part in rows]),
        RIDGE,
    )
    return Model(intercept, dict(zip(features, weights.tolist(), strict=True)))


def grouped(articles: Sequence[Article], model: Model) -> NDArray[np.int64]:
    """The story of every article of a stream taken at once."""
    groups = Groups(articles, model)
    group_articles(groups, range(len(articles)))
    return np.array([groups.of[article] for article in range(len(articles))], dtype=np.int64)


def one_by_one(articles: Sequence[Article], model: Model) -> NDArray[np.int64]:
    """The same, each article a call of its own."""
    groups = Groups(articles, model)
    for article in range(len(articles)):
        group_articles(groups, [article])
    return np.array([groups.of[article] for article in range(len(articles))], dtype=np.int64)


def folds_of(found: Mixed) -> NDArray[np.int64]:
    """The fold of every event of a set."""
    count = int(found.events.max()) + 1
    return np.random.default_rng(0).permutation(count) % FOLDS


def learn(
    sets: Sequence[Mixed], vocabulary: Vocabulary, fold: int | None, features: Sequence[str] = FEATURES
) -> tuple[Model, Frequencies]:
    """What is learnt of all events but those of a fold."""
    table = count_frequencies(
        sets, vocabulary, LEAST_EVENTS, lambda found, event: fold is not None and folds_of(found)[event] == fold
    )
    rows = []
    for found in sets:
        articles = weigh(found.profiles, vocabulary, lambda language: table)
        events = np.flatnonzero(folds_of(found) != (-1 if fold is None else fold)).tolist()
        part = draw(found, articles, events)
        rows.append(Rows(part.features, part.same, part.weights * FITTED[found.name] * 300))
    return fit(rows, features), table


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen by what comes of it: what is added to the intercept, and the weight of days apart."""

    shift: float
    apart: float = APARTS[0]

    def of(self, model: Model) -> Model:
        return Model(model.intercept + self.shift, {**model.weights, "apart": self.apart, "season": SEASONS})


def cross_validate(
    sets: Sequence[Mixed],
    vocabulary: Vocabulary,
    learned: Sequence[tuple[Model, Frequencies]],
    choices: Sequence[Choice],
) -> dict[Choice, dict[str, list[BCubed]]]:
    """B-cubed of every set by the choice, a figure a fold; `learned` is what was learnt without each fold."""
    scores: dict[Choice, dict[str, list[BCubed]]] = {choice: {s.name: [] for s in sets} for choice in choices}
    for fold, (model, table) in enumerate(learned):
        for found in sets:
            articles = weigh(found.profiles, vocabulary, lambda language, table=table: table)  # type: ignore[misc]
            rows = np.flatnonzero(folds_of(found)[found.events] == fold)
            for choice in choices:
                stories = grouped(articles, choice.of(model))
                scores[choice][found.name].append(b_cubed(found.events, stories, rows))
    return scores


def mean_f1(scores: dict[str, list[BCubed]]) -> float:
    """Over the sets, by what they count."""
    return sum(FITTED[name] * float(np.mean([s.f1 for s in found])) for name, found in scores.items())


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true", help="put the weights and the table into the package")
    options = parser.parse_args(arguments)
    vocabulary = Vocabulary()
    sets = [found for found in mixed_sets(options.data, vocabulary) if found.name in FITTED]
    learned = [learn(sets, vocabulary, fold) for fold in range(FOLDS)]
    scores = cross_validate(sets, vocabulary, learned, [Choice(shift) for shift in SHIFTS])
    best = max(scores, key=lambda choice: mean_f1(scores[choice]))
    dated = [found for found in sets if any(profile.day is not None for profile in found.profiles)]
    aparts = cross_validate(dated, vocabulary, learned, [Choice(best.shift, apart) for apart in APARTS])
    best = max(aparts, key=lambda choice: mean_f1(aparts[choice]))
    for choice, told in (*scores.items(), *aparts.items()):
        print(f"{choice}: B-cubed F1 left out: {', '.join(f'{name} {_spread(found)}' for name, found in told.items())}")
    model, table = learn(sets, vocabulary, None)
    print(best, best.of(model))
    if options.write:
        undated = next(found for choice, found in scores.items() if choice.shift == best.shift)
        _write(best.of(model), table, {**undated, **aparts[best]}, sets, best)
    return 0


def _spread(scores: Sequence[BCubed]) -> str:
    """Mean and standard deviation over the folds."""
    return f"{100 * np.mean([s.f1 for s in scores]):.1f} ± {100 * np.std([s.f1 for s in scores]):.1f}"


def _write(
    model: Model, table: Frequencies, scores: dict[str, list[BCubed]], sets: Sequence[Mixed], best: Choice
) -> None:
    told = {
        "fitted": {
            "command": "python -m benchmarks.fit_stories DATA --write",
            "events": {found.name: int(found.events.max()) + 1 for found in sets},
            "seed": 0,
            "shift": best.shift,
            "left_out_b_cubed_f1": {name: _spread(found) for name, found in scores.items()},
        },
        "intercept": round(model.intercept, 4),
        "weights": {name: round(weight, 4) for name, weight in model.weights.items()},
    }
    path = Path(summarize.__file__).parent / "stories" / WEIGHTS
    path.write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    by_count: dict[int, list[str]] = {}
    for stem, count in table.of.items():
        by_count.setdefault(count, []).append(stem)
    lines = (f"{count} {' '.join(sorted(stems))}" for count, stems in sorted(by_count.items(), reverse=True))
    TABLE.write_text("\n".join([str(table.events), *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
