"""Fit the roles of sentences and say how good they are on sites and events left out of the fit.

    python -m benchmarks.fit_roles --pages PAGES.jsonl HTML_FOLDER [--real EVENTS] [--languages PIECES.jsonl] [--write]
                                   [--models NAME...] [--ablation]

PAGES.jsonl and the folder beside it are scrapinghub's article-extraction-benchmark: pages with the text of their
article as somebody wrote it out. Each page is learnt from twice, as a whole page pasted as text and as its article
alone. EVENTS are annotated events of real news (tests/data/README.md describes the format); the invented events of the
project, its news about newsletters, its furniture of pages and its single sentences of news (benchmarks/data/roles) are
always learnt from, and PIECES of news in other languages if given. What is left out is left out with all pages and
articles of its site.

There is a model for English and one for all other languages, which differ in how many of the pieces of articles they
learn from are in English; each is measured on documents that it will read, and writes the weights of words it reads.
"furnished" are pieces of articles with furniture between, both left out of the fit; "lines" is furniture and sentences
of news that stand alone, each in up to three short articles ("around").

Printed per cent: of pages, quotable sentences that are boilerplate, and words of the article's sentences (eight words
and more) that are not quotable; of annotated articles, quotable sentences that are annotated as boilerplate, and
sentences of content, eight words and more, that are taken for boilerplate; of lines, furniture of which something is
quotable and sentences of news that are not, and of the articles around them, sentences that are not.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.annotated import told
from benchmarks.roles_data import Labelled, grams, load_annotated, load_pages, words
from benchmarks.roles_fit import Fit, fit, folds_of
from benchmarks.roles_measured import measure, put
from benchmarks.roles_rows import OTHERS, SINGLE, Row, furnish, row_of
from benchmarks.roles_written import (
    load_about,
    load_articles,
    load_furniture,
    load_languages,
    load_sentences,
)
from summarize import languages
from summarize.languages.text import PAGE_WORDS
from summarize.records.sentence import SentenceRole
from summarize.segmentation.roles import evidence, features, learned, model
from summarize.segmentation.roles.candidate import Candidate
from summarize.segmentation.roles.headings import mark_fragments
from summarize.segmentation.roles.mark import mark_rules

OUTER = 4
SEEDS = (0,)
"""Ways of dividing the sites into folds; the spread is over all folds of all of them."""
LONG = 8
SHORT = ("about", "languages")
"""Sources of short articles."""
FURNISHED = 150
"""Pieces of articles, with furniture, of each fold that is left out."""
INVENTED = (Path("benchmarks/data/events"), Path("tests/data/events"))
ROLES = Path("benchmarks/data/roles")
ABLATIONS = {
    "shape": features.SHAPE,
    "place": features.PLACE,
    "what stands around": features.AROUND,
    "words shared with the document": features.SHARED,
    "weights of words": evidence.WORDS,
    "rules": evidence.RULES,
}
NAMES = (*features.NAMES, *evidence.NAMES)


@dataclass(frozen=True)
class Score:
    """Counts of one document."""

    source: str
    left: int
    quotable: int
    lost: int
    content: int


def roles_of(row: Row, fitted: Fit) -> list[Candidate]:
    """The sentences of a document with the roles that a fit gives them."""
    fresh = [Candidate(c.text, c.block, c.tokens, c.block_role) for c in row.candidates]
    blocks = mark_rules(fresh, row.labelled.document.title, row.labelled.language)
    learned.decide(fresh, *fitted.stretches(row), learned.LIMITS[model.name_of(row.labelled.language)])
    mark_fragments(blocks, row.labelled.language)
    return fresh


def score(row: Row, marked: Sequence[Candidate]) -> Score:
    return _page(row.labelled, marked) if row.labelled.source == "pages" else _annotated(row.labelled, marked)


def _page(page: Labelled, marked: Sequence[Candidate]) -> Score:
    gold = set(grams(words(page.article)))
    left = quotable = 0
    found: set[tuple[str, ...]] = set()
    for candidate in marked:
        if candidate.body:
            own = grams(words(candidate.text))
            quotable += 1
            left += sum(gram in gold for gram in own) < 0.5 * len(own)
            found |= set(own) & gold
    lost = content = 0
    for sentence in re.split(r"(?<=[.!?])\s+|\n+", page.article):
        length = len(words(sentence))
        if length >= LONG:
            own = grams(words(sentence))
            content += length
            lost += length * (sum(gram in found for gram in own) < 0.5 * len(own))
    return Score(page.source, left, quotable, lost, content)


def _annotated(labelled: Labelled, marked: Sequence[Candidate]) -> Score:
    left = quotable = lost = content = 0
    for candidate, label in zip(marked, labelled.labels, strict=True):
        quotable += candidate.body
        left += candidate.body and label in (model.CAPTION, model.BOILERPLATE)
        if label == model.BODY and candidate.words >= LONG:
            content += 1
            lost += candidate.role is SentenceRole.BOILERPLATE
    return Score(labelled.source, left, quotable, lost, content)


def score_lines(held: Sequence[Row], fitted: Fit) -> Iterable[Score]:
    """Each group of furniture, once, and each sentence of news, put into the short articles among these rows."""
    furniture = {row.labelled.group: row for row in held if row.labelled.source == "furniture"}
    news = [row for row in held if row.labelled.source == "sentences" and len(row.candidates) == 1]
    articles = [row for row in held if row.labelled.source in SHORT]
    puts = put([*furniture.values(), *news], articles)
    for each, quotable, lost in measure(puts, lambda row: roles_of(row, fitted)):
        is_news = each.place == "sentence"
        yield Score("lines", not is_news and quotable, not is_news, is_news and not quotable, is_news)
        yield Score("around", 0, 0, lost, len(each.of_line) - sum(each.of_line))


def told_of(scores: Iterable[Score]) -> dict[str, tuple[float, float]]:
    """Per cent left and lost, by source."""
    by: dict[str, NDArray[np.float64]] = {}
    for s in scores:
        by.setdefault(s.source, np.zeros(4))
        by[s.source] += (s.left, s.quotable, s.lost, s.content)
    return {k: (100 * v[0] / max(1, v[1]), 100 * v[2] / max(1, v[3])) for k, v in by.items()}


def left_out(
    rows: Sequence[Row], name: str, seed: int, columns: NDArray[np.intp] | slice = slice(None), **how: int
) -> tuple[list[Score], list[list[Score]]]:
    """Scores of all documents that the model of this name will read, each by a fit without its site; and the same by
    fold.
    """
    folds = folds_of(rows, OUTER, seed)
    by_fold: list[list[Score]] = []
    for left in range(OUTER):
        fitted = fit(
            [row for row, f in zip(rows, folds, strict=True) if f != left], seed, columns, others=OTHERS[name], **how
        )
        held = [row for row, f in zip(rows, folds, strict=True) if f == left]
        pieces = furnish(held, FURNISHED, seed, others=float(name == model.OTHER_LANGUAGES))
        read = read_by(name, held)
        shown = [row for row in read if row.labelled.source not in SINGLE] + pieces
        by_fold.append([*(score(row, roles_of(row, fitted)) for row in shown), *score_lines(read, fitted)])
    return [s for scores in by_fold for s in scores], by_fold


def read_by(name: str, rows: Iterable[Row]) -> list[Row]:
    """The documents that the model of this name reads."""
    return [row for row in rows if model.name_of(row.labelled.language) == name]


def line(name: str, scores: Iterable[Score]) -> str:
    return f"{name:32}" + "".join(f"| {k} {a:5.2f} {b:5.2f} " for k, (a, b) in told_of(scores).items())


def columns_without(names: Sequence[str]) -> NDArray[np.intp]:
    return np.array([i for i, name in enumerate(NAMES) if name not in set(names)])


def rules_alone(rows: Sequence[Row]) -> list[Score]:
    """What the rules do by themselves."""
    found = []
    for row in rows:
        fresh = [Candidate(c.text, c.block, c.tokens, c.block_role) for c in row.candidates]
        mark_fragments(mark_rules(fresh, row.labelled.document.title, row.labelled.language), row.labelled.language)
        found.append(score(row, fresh))
    return found


def write(rows: Sequence[Row], name: str, arguments: argparse.Namespace, results: dict[str, object]) -> None:
    from safetensors.numpy import save_file

    fitted = fit(rows, others=OTHERS[name])
    folder = Path(model.__file__).parent
    arrays = fitted.model.first.written("first") | fitted.model.second.written("second")
    save_file(arrays, folder / f"{name}.safetensors")
    about = {
        "command": "python -m benchmarks.fit_roles --pages zyte.jsonl zyte"
        + (f" --real {told(arguments.real)}" if arguments.real else "")
        + (f" --languages {arguments.languages.name}" if arguments.languages else "")
        + f" --models {name} --write",
        "others": OTHERS[name],
        "limits": asdict(learned.LIMITS[name]),
        "documents": {
            s: sum(row.labelled.source == s for row in rows) for s in dict.fromkeys(r.labelled.source for r in rows)
        },
        "left_out": results,
    }
    (folder / f"{name}.json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")
    for code in (code for code in fitted.words if model.name_of(languages.get(code)) == name):
        named = fitted.words[code]
        lines = ",\n".join(f"{json.dumps(k, ensure_ascii=False)}: {json.dumps(v)}" for k, v in sorted(named.items()))
        (Path(languages.__file__).parent / code / PAGE_WORDS).write_text("{\n" + lines + "\n}\n", encoding="utf-8")


def load(arguments: argparse.Namespace) -> list[Row]:
    documents = list(load_pages(*arguments.pages))
    if arguments.real:
        documents += load_annotated(arguments.real, "real")
    for folder, name in zip(INVENTED, ("invented", "tests"), strict=True):
        documents += load_annotated(folder, name)
    documents += load_about(ROLES / "about.txt")
    documents += load_furniture(sorted((ROLES / "furniture").glob("*.txt")))
    documents += load_sentences(ROLES / "sentences.txt", pairs=True)
    documents += (replace(each, source="languages") for each in load_articles(ROLES / "articles.txt"))
    if arguments.languages:
        documents += load_languages(arguments.languages)
    return [row_of(document) for document in documents if document.candidates]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", nargs=2, type=Path, required=True, metavar=("PAGES.jsonl", "HTML_FOLDER"))
    parser.add_argument("--real", type=Path, metavar="EVENTS")
    parser.add_argument("--languages", type=Path, metavar="PIECES.jsonl")
    parser.add_argument(
        "--models", nargs="+", choices=OTHERS, default=list(OTHERS), help="those to fit; both by default"
    )
    parser.add_argument("--write", action="store_true", help="put the models into the package")
    parser.add_argument("--ablation", action="store_true", help="leave out each group of features in turn")
    arguments = parser.parse_args()
    rows = load(arguments)
    for name in arguments.models:
        print(line(f"{name}: rules alone", rules_alone(read_by(name, rows))), flush=True)
        results = cross_validated(rows, name)
        if arguments.ablation:
            ablate(rows, name)
        if arguments.write:
            write(rows, name, arguments, results)
    return 0


def cross_validated(rows: Sequence[Row], name: str) -> dict[str, object]:
    """Mean and spread over the folds that were left out, by source; printed as they are had."""
    folds: list[list[Score]] = []
    for seed in SEEDS:
        scores, by_fold = left_out(rows, name, seed)
        folds += by_fold
        print(line(f"{name}: left out, seed {seed}", scores), flush=True)
    results: dict[str, object] = {}
    for source in told_of(s for fold in folds for s in fold):
        pairs = np.array([told_of(fold)[source] for fold in folds if source in told_of(fold)])
        mean, spread = pairs.mean(axis=0).round(2).tolist(), pairs.std(axis=0, ddof=1).round(2).tolist()
        results[source] = {"left": mean[0], "left_spread": spread[0], "lost": mean[1], "lost_spread": spread[1]}
        print(source, results[source], flush=True)
    return results


def ablate(rows: Sequence[Row], name: str) -> None:
    for left, group in ABLATIONS.items():
        scores, _ = left_out(rows, name, SEEDS[0], columns_without(group))
        print(line(f"without {left}", scores), flush=True)
    print(line("without composed pages", left_out(rows, name, SEEDS[0], composed=0, excerpts=0)[0]), flush=True)


if __name__ == "__main__":
    sys.exit(main())
