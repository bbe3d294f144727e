"""How the roles that ship do on lines and sentences that no fit sees, each put into short articles.

    python -m benchmarks.roles_measured [--show]

Printed: of lines of furniture (benchmarks/data/roles/measured), how many are quotable in how many articles; of
sentences of news that stand alone or last, how many are kept; of the articles' own sentences, how many are lost; of all
other languages than English together, and of each language.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.roles_rows import Piece, Row, joined, row_of
from benchmarks.roles_written import load_articles, load_furniture, load_sentences
from summarize.segmentation.roles.candidate import Candidate
from summarize.segmentation.roles.mark import mark_roles

MEASURED = Path("benchmarks/data/roles/measured")
ARTICLES = 3
"""Articles that each line is put into, where there are so many in its language."""


@dataclass(frozen=True, eq=False)
class Put:
    """A line in an article."""

    text: str
    place: str
    row: Row
    of_line: tuple[bool, ...]
    """Which of the document's sentences are the line's."""


def measuring_set() -> list[Put]:
    """Every line of the measuring set in its articles."""
    lines = (*load_furniture([MEASURED / "furniture.txt"], drawn=1), *load_sentences(MEASURED / "sentences.txt"))
    return put([row_of(line) for line in lines], [row_of(each) for each in load_articles(MEASURED / "articles.txt")])


def put(lines: Sequence[Row], articles: Sequence[Row], seed: int = 0) -> list[Put]:
    """Every line in articles of its language, where it belongs; sentences of news half of the time at the end."""
    random = np.random.default_rng(seed)
    found: list[Put] = []
    for line in lines:
        among = [row for row in articles if row.code == line.code]
        for at in random.permutation(len(among))[:ARTICLES]:
            found.append(_put(line, among[int(at)], random))
    return found


def _put(line: Row, article: Row, random: np.random.Generator) -> Put:
    blocks = np.unique(article.block_of)
    pieces: list[Piece] = [(article, np.flatnonzero(article.block_of == block).tolist()) for block in blocks]
    is_news = line.labelled.source == "sentences"
    place = "sentence" if is_news else line.labelled.document.id
    somewhere = len(pieces) if is_news and random.random() < 0.5 else int(random.integers(1, len(pieces) + 1))
    at = {"before": 0, "behind": len(pieces)}.get(place, somewhere)
    pieces.insert(at, (line, list(range(len(line.candidates)))))
    of_line = tuple(row is line for row, own in pieces for _ in own)
    return Put(line.labelled.document.text, place, joined(pieces, article, "short"), of_line)


def shipped(row: Row) -> Sequence[Candidate]:
    """The sentences of a document with the roles that the program gives them."""
    fresh = [Candidate(c.text, c.block, c.tokens, c.block_role) for c in row.candidates]
    mark_roles(fresh, None, row.labelled.language)
    return fresh


def measure(
    puts: Sequence[Put], roles: Callable[[Row], Sequence[Candidate]] = shipped
) -> Iterator[tuple[Put, bool, int]]:
    """Of each whether some of the line is quotable, and how many sentences of the article are not."""
    for each in puts:
        found = roles(each.row)
        line = any(c.body for c, own in zip(found, each.of_line, strict=True) if own)
        yield each, line, sum(not c.body for c, own in zip(found, each.of_line, strict=True) if not own)


def report(measured: Sequence[tuple[Put, bool, int]]) -> str:
    """What is left of the furniture, by place, and kept of the news."""
    lines = []
    for place in ("before", "inside", "behind", "caption", "sentence"):
        found = [quotable for each, quotable, _ in measured if each.place == place]
        lines.append(f"{place:9} {sum(found)} of {len(found)} quotable")
    furniture = [quotable for each, quotable, _ in measured if each.place != "sentence"]
    lost, own = sum(lost for *_, lost in measured), sum(not o for each, *_ in measured for o in each.of_line)
    return "\n".join(
        [*lines, f"furniture {sum(furniture)} of {len(furniture)}; articles {lost} of {own} sentences lost"]
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print what is wrong")
    show = parser.parse_args().show
    measured = list(measure(measuring_set()))
    codes = sorted({each.row.code for each, *_ in measured})
    for name, chosen in (("other languages", {*codes} - {"en"}), *((code, {code}) for code in codes)):
        print(f"{name}\n{report([each for each in measured if each[0].row.code in chosen])}")
    for each, quotable, _ in measured if show else ():
        if quotable == (each.place != "sentence"):
            print(f"{each.place:9} {each.text!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
