"""What the quotability model adds to the rules, on pages and sentences that it has not learnt from.

    python -m benchmarks.quotability [TEXTS EVENTS] [--show]

Printed of forty invented pages (benchmarks/data/quotability/pages.jsonl): how many lines of the page are quotable and
how many sentences of the article are not, by the roles alone and once they were read; and the same of paragraphs of
pages that read like an article's own, and of news in the same words (doubles.jsonl). With the texts that
benchmarks/data/README.md names, of labelled sentences of documents held back: how well leaning and opinion are told by
the rules and by the model.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.labels import texts_in
from benchmarks.quotability_data import (
    Example,
    Page,
    load_doubles,
    load_labelled,
    load_measured_pages,
    pages_of_doubles,
)
from summarize.languages import get
from summarize.quotability import Judged, QuotabilityModel, load_quotability
from summarize.quotability.judged import MIN_LEANS
from summarize.quotability.labels import LEANS, OPINION
from summarize.records.corpus import collect
from summarize.records.document import Document
from summarize.records.sentence import SentenceRole
from summarize.segmentation import segment
from summarize.selection.dependence import is_context_dependent
from summarize.selection.personal import is_personal


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a page: what it is, whether the roles and whether the model let it be quoted."""

    kind: str
    text: str
    by_role: bool
    when_read: bool


def lines_of(page: Page, model: QuotabilityModel) -> Iterator[Line]:
    """The sentences of a page."""
    corpus = segment(collect([Document(page.name, page.text)]))
    judged = Judged(model, corpus)
    judged.read(range(len(corpus.sentences)))
    ends = np.cumsum([len(text) + 2 for _, text in page.lines])
    for sentence, of_page in zip(corpus.sentences, judged.of_pages().tolist(), strict=True):
        kind = page.lines[int(np.searchsorted(ends, sentence.start, side="right"))][0]
        is_body = sentence.role is SentenceRole.BODY
        yield Line(kind, sentence.text, is_body, is_body and not of_page)
    for sentence in corpus.boilerplate:
        kind = page.lines[int(np.searchsorted(ends, sentence.start, side="right"))][0]
        yield Line(kind, sentence.text, by_role=False, when_read=False)


def report_pages(lines: Sequence[Line]) -> str:
    counts = Counter(line.kind for line in lines)
    rows = [f"{'':10}{'sentences':>10}{'quotable':>10}{'read':>10}"]
    for kind, count in counts.most_common():
        by_role = sum(line.by_role for line in lines if line.kind == kind)
        rows.append(f"{kind:10}{count:10}{by_role:10}{sum(line.when_read for line in lines if line.kind == kind):10}")
    return "\n".join(rows)


def report_labels(examples: Sequence[Example], model: QuotabilityModel) -> str:
    """Precision and recall of what leans and of opinions, by the rules and by the model."""
    told = model.probabilities([(e.text, e.around) for e in examples])
    english = get("en")
    rows = []
    for name, column, least, rule, true in (
        ("leaning", LEANS, MIN_LEANS, is_context_dependent, [e.leans for e in examples]),
        ("opinion", OPINION, 0.5, is_personal, [e.manner if e.manner < 0 else e.manner == OPINION for e in examples]),
    ):
        truth = np.array(true)
        known = truth >= 0
        by_rule = np.array([rule(e.text, english) for e in examples])[known]
        for by, found in (("rules", by_rule), ("read", told[known, column] >= least)):
            rows.append(f"{name} by {by:6}{_precision_recall(found, truth[known] == 1)}")
    return "\n".join(rows)


def _precision_recall(found: NDArray[np.bool_], true: NDArray[np.bool_]) -> str:
    right = (found & true).sum()
    return (
        f"{100 * right / max(1, found.sum()):6.1f} right, {100 * right / max(1, true.sum()):5.1f} found of {true.sum()}"
    )


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument(
        "folders", nargs="*", type=Path, metavar="FOLDER", help="texts and events of labelled sentences"
    )
    parser.add_argument("--show", action="store_true", help="print the lines of pages that are wrong once read")
    options = parser.parse_args(arguments)
    model = load_quotability(lambda message: print(message, file=sys.stderr))
    if model is None:
        return 1
    for pages in (load_measured_pages(), pages_of_doubles(load_doubles(held_back=True))):
        lines = [line for page in pages for line in lines_of(page, model) if line.kind != "beside"]
        print(report_pages(lines))
        for line in lines if options.show else ():
            is_news = line.kind in ("body", "news")
            if (is_news and line.by_role and not line.when_read) or (not is_news and line.when_read):
                print(f"{line.kind:10}{line.text}")
    if options.folders:
        print(report_labels(load_labelled(texts_in(options.folders), held_back=True), model))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
