"""How much of an article the reader of web pages finds, and how little else; and the fit of its weights.

    python -m benchmarks.pages PAGES [--write]

PAGES is a .jsonl file with {"html": path beside it, "url", "text": the article's text as a person marked it} a line,
such as scrapinghub/article-extraction-benchmark. Printed are F1, precision and recall over runs of four tokens, a mean
over pages, by the definition of that benchmark (https://github.com/scrapinghub/article-extraction-benchmark): of the
extraction by rules alone, of the reader, and of the reader with weights fitted on other sites, in ten folds of sites,
shuffled four times. --write fits the weights on all pages and writes summarize/reading/pages/article.json.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import NamedTuple
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from benchmarks.labels import json_rows
from benchmarks.logistic import fit_logistic
from summarize.reading.pages import article
from summarize.reading.pages.article import Model, choose, extract_by_rules, load_model
from summarize.reading.pages.evidence import count_words, measure, overlap
from summarize.reading.pages.figures import with_figures
from summarize.reading.pages.markup import read_markup
from summarize.reading.pages.walk import Piece, pieces_of

RIDGE, THRESHOLD = 3.0, 0.5
FOLDS, SHUFFLES = 10, 4
_MOST_WEIGHT = 50.0
_TOKEN = re.compile(r"\w+")


class Match(NamedTuple):
    """Runs of four tokens found, found wrongly, and missed."""

    right: int
    wrong: int
    missed: int


class Score(NamedTuple):
    f1: float
    precision: float
    recall: float

    def __str__(self) -> str:
        return f"F1 {self.f1:.4f}  precision {self.precision:.4f}  recall {self.recall:.4f}"


@dataclass(frozen=True)
class Page:
    site: str
    gold: str
    pieces: list[Piece]
    extracted: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--write", action="store_true", help="fit the weights on all pages and write them")
    options = parser.parse_args()
    pages = load_pages(options.pages)
    print(f"{len(pages)} pages of {len({page.site for page in pages})} sites")
    print("rules alone     ", score(pages, [page.extracted for page in pages]))
    left_out = [score(pages, left_out_texts(pages, seed)) for seed in range(SHUFFLES)]
    for each in left_out:
        print("site left out   ", each)
    if options.write:
        write(fit(pages), pages, left_out)
        load_model.cache_clear()
    print("as shipped      ", score(pages, [text_of(page, load_model()) for page in pages]))


def load_pages(file: Path) -> list[Page]:
    """Raises OSError, and SourceError for a page that cannot be read."""
    return [_load(row, file.parent) for row in json_rows(file)]


def _load(row: dict[str, str], folder: Path) -> Page:
    tree = read_markup((folder / row["html"]).read_bytes(), row["html"])
    return Page(_site(row["url"]), row["text"], pieces_of(tree), extract_by_rules(tree))


def _site(url: str) -> str:
    """Pages of one publisher stay on one side of a split."""
    parts = urlsplit(url).netloc.removeprefix("www.").split(".")
    return ".".join(parts[-2:] if len(parts[-2]) > 3 else parts[-3:])


def text_of(page: Page, model: Model) -> str:
    chosen = with_figures(page.pieces, choose(page.pieces, page.extracted, model))
    return "\n".join(piece.text for piece in chosen)


def score(pages: Sequence[Page], texts: Iterable[str]) -> Score:
    matches = [match(page.gold, text) for page, text in zip(pages, texts, strict=True)]
    precision = mean(m.right / (m.right + m.wrong) for m in matches if m.right + m.wrong)
    recall = mean(m.right / (m.right + m.missed) for m in matches if m.right + m.missed)
    return Score(2 * precision * recall / (precision + recall), precision, recall)


def match(gold: str, found: str) -> Match:
    expected, got = _grams(gold), _grams(found)
    right = (expected & got).total()
    return Match(right, got.total() - right, expected.total() - right)


def _grams(text: str) -> Counter[tuple[str, ...]]:
    tokens = _TOKEN.findall(text)
    return Counter(tuple(tokens[i : i + 4]) for i in range(max(1, len(tokens) - 3)) if tokens)


def fit(pages: Sequence[Page]) -> Model:
    """Every page weighs the same: a word of it in proportion to the words of its article."""
    names = sorted(measure(pages[0].pieces, overlap(pages[0].pieces, pages[0].extracted)))
    rows, targets, weights = [], [], []
    for page in pages:
        words = count_words(page.pieces)
        target = (overlap(page.pieces, page.gold) >= 0.5).astype(np.float64)
        rows.append(_matrix(page, names))
        targets.append(target)
        weights.append(np.clip(100 * words / max(1.0, float(words @ target)), 0, _MOST_WEIGHT))
    solution, intercept = fit_logistic(np.vstack(rows), np.concatenate(targets), np.concatenate(weights), RIDGE)
    return Model(intercept, dict(zip(names, solution.tolist(), strict=True)), THRESHOLD)


def _matrix(page: Page, names: Sequence[str]) -> NDArray[np.float64]:
    features = measure(page.pieces, overlap(page.pieces, page.extracted))
    return np.column_stack([features[name] for name in names])


def left_out_texts(pages: Sequence[Page], seed: int) -> list[str]:
    """The texts of all pages, each with weights fitted on pages of other sites."""
    sites = sorted({page.site for page in pages})
    np.random.default_rng(seed).shuffle(sites)
    fold = {site: number % FOLDS for number, site in enumerate(sites)}
    models = [fit([page for page in pages if fold[page.site] != number]) for number in range(FOLDS)]
    return [text_of(page, models[fold[page.site]]) for page in pages]


def write(model: Model, pages: Sequence[Page], left_out: Sequence[Score]) -> None:
    data = {
        "fitted": {
            "command": "python -m benchmarks.pages zyte.jsonl --write",
            "data": "scrapinghub/article-extraction-benchmark (MIT), whose text is no part of this",
            "pages": len(pages),
            "seed": "none: Newton's method from zero",
            "site_left_out_f1": [round(each.f1, 4) for each in left_out],
        },
        "threshold": model.threshold,
        "intercept": round(model.intercept, 3),
        "weights": {name: round(weight, 3) for name, weight in model.weights.items()},
    }
    file = Path(article.__file__).with_name(article.WEIGHTS)
    file.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
