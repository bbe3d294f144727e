"""Where the search for pairs worth comparing stops being exact, and what that costs in pairs and in claims.

    python -m benchmarks.neighbours [--sizes N ...] [--write docs]

Both searches on one collection, one after the other. A pair of statements is of one fact when both report the same
shared fact of the synthetic collection and the classifier, given all exact pairs, finds it likely. Prints the table;
with --write it becomes the block "neighbours" of performance.md in that folder.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.blocks import replace_block
from benchmarks.synthetic import Recombiner
from summarize.claims.candidates import candidate_pairs
from summarize.claims.classifier import default_classifier
from summarize.claims.features import Pairs, centred, pair_features
from summarize.claims.grouping import group_statements
from summarize.embedding.embed import encode_sentences
from summarize.lexical.distinct import distinct_statements
from summarize.lexical.tfidf import bags, weighted
from summarize.models import load_encoder
from summarize.records.sentence import SentenceRole
from summarize.segmentation import split_documents

SIZES = (2_000, 4_000, 8_000, 20_000)
HEAD = """| statements | exact, s | clusters, s | same-fact pairs kept | claims, exact | claims, clusters |
|---|---|---|---|---|---|"""


def row(size: int) -> str:
    """One line of the table: processor time, pairs kept, and B-cubed F1 of the claims against the facts made."""
    made = Recombiner()
    sentences = [s for s in split_documents(made.documents(size)) if s.role is not SentenceRole.BOILERPLATE]
    vectors = encode_sentences(load_encoder(), [s.text for s in sentences])
    statements = distinct_statements(sentences)
    facts = [made.facts.get(s.text, -1 - k) for k, s in enumerate(statements.sentences)]
    found = bags(statements.sentences)
    vectors = vectors[[group[0] for group in statements.members]]
    meaning, words = centred(vectors), weighted(found)
    classifier = default_classifier()

    def search(exact: int) -> tuple[float, Pairs, NDArray[np.float64], float]:
        start = time.process_time()
        pairs = candidate_pairs(meaning, words, exact=exact)
        seconds = time.process_time() - start
        likely = classifier.probabilities(pair_features(statements, found, vectors, meaning, words, pairs))
        groups = group_statements(statements.members, pairs, likely, classifier.threshold)
        return seconds, pairs, likely, b_cubed(groups, facts)

    slow, all_pairs, likely, full = search(exact=size)
    quick, some_pairs, _, part = search(exact=0)
    number = np.array(facts)
    same = (likely >= classifier.threshold) & (number[all_pairs[0]] == number[all_pairs[1]])
    n = len(facts)
    kept = np.isin((all_pairs[0] * n + all_pairs[1])[same], some_pairs[0] * n + some_pairs[1]).mean()
    return f"| {n:,} | {slow:.2f} | {quick:.2f} | {100 * kept:.1f} % | {100 * full:.1f} | {100 * part:.1f} |"


def b_cubed(groups: Iterable[Sequence[int]], facts: Sequence[int]) -> float:
    """Bagga and Baldwin (1998): for the mean statement, how pure its claim is and how much of its fact it holds; F1."""
    claim = {statement: number for number, group in enumerate(groups) for statement in group}
    both = Counter((claim[statement], fact) for statement, fact in enumerate(facts))
    claims, wholes = Counter(claim.values()), Counter(facts)
    precision = sum(n * n / claims[number] for (number, _), n in both.items()) / len(facts)
    recall = sum(n * n / wholes[fact] for (_, fact), n in both.items()) / len(facts)
    return 2 * precision * recall / (precision + recall)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="default: %(default)s")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="put the table into performance.md here")
    options = parser.parse_args(arguments)
    candidate_pairs(np.eye(100, 8, dtype=np.float32), _no_words(100), nearest=5, exact=0)  # faiss is imported by now
    table = "\n".join([HEAD, *map(row, options.sizes)])
    print(table)
    if options.write:
        replace_block(options.write / "performance.md", "neighbours", table)
    return 0


def _no_words(n: int) -> object:
    from scipy.sparse import csr_matrix

    return csr_matrix((n, 1))


if __name__ == "__main__":
    sys.exit(main())
