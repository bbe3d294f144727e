"""Documents as a fit sees them, and documents made of parts of others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from benchmarks.roles_data import Labelled
from summarize.segmentation.roles.candidate import Candidate
from summarize.segmentation.roles.chain import BEFORE, BEHIND, INSIDE, INTERRUPTION
from summarize.segmentation.roles.features import shape_and_place
from summarize.segmentation.roles.mark import mark_rules
from summarize.segmentation.roles.model import BODY, BOILERPLATE, HEADING
from summarize.segmentation.roles.series import Floats, Ints, renumbered

SOURCE_WEIGHT = {
    "pages": 1.0,
    "articles": 1.5,
    "real": 3.0,
    "invented": 1.5,
    "tests": 1.5,
    "about": 3.0,
    "furniture": 3.0,
    "composed": 1.0,
}
FRAMED, EXCERPTED = (0.5, 0.3, 0.15, 0.0, 0.05), (0.0, 0.35, 0.3, 0.2, 0.15)
"""How often the article is one of a page, of real news, of invented news, alone, of news about newsletters."""
CLEAN, FURNISHED, WALLS = 0.4, 0.7, 0.06
"""Share of the pieces of articles that hold no line of a page; of the lines in the others, share of furniture; and
pages without an article."""
MOST_LINES = 6
"""Fewer lines or groups of lines are put into a piece."""


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
    def code(self) -> str:
        """Its language."""
        return self.labelled.language.code


Piece: TypeAlias = tuple[Row, list[int]]
"""Sentences of a document."""


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
    return Row(labelled, fresh, shape_and_place(fresh, block_of), block_of, weight, stretch)


def compose(rows: Sequence[Row], fold: Ints, count: int, seed: int) -> tuple[list[Row], Ints]:
    """Documents made of parts of others of the same fold and language: the article of one in the frame of another page,
    pieces of articles with lines of pages and furniture put between them, and pages without an article.
    """
    random = np.random.default_rng(seed)
    pool = _Pool(rows, fold)
    made: list[Row] = []
    where: list[int] = []
    for number in range(2 * count if pool.pages else 0):
        at = int(random.choice(pool.pages))
        home, frame = int(fold[at]), rows[at]
        if number >= count and random.random() < WALLS:
            built: Row | None = _wall(pool.furniture.get((home, "en"), []), frame, random)
        elif number >= count:
            built = pool.excerpt(at, random)
        else:
            article = pool.partner(at, FRAMED, random)
            built = article and _composed(frame, article, random)
        if built:
            made.append(built)
            where.append(home)
    return made, np.array(where, dtype=np.int64)


def furnish(rows: Sequence[Row], count: int, seed: int) -> list[Row]:
    """Pieces of the articles of these documents, most with furniture or lines of pages of them put between."""
    random = np.random.default_rng(seed)
    pool = _Pool(rows, np.zeros(len(rows), dtype=np.int64))
    made = [pool.excerpt(int(random.choice(pool.pages)), random) for _ in range(count if pool.pages else 0)]
    return [replace(row, labelled=replace(row.labelled, source="furnished")) for row in made if row]


class _Pool:
    """What documents are composed of."""

    def __init__(self, rows: Sequence[Row], fold: Ints) -> None:
        enough = [i for i, row in enumerate(rows) if (row.stretch == INSIDE).sum() > 3]
        self.pages = [i for i in enough if rows[i].labelled.source == "pages"]
        self.articles = {
            name: [i for i in enough if rows[i].labelled.source == name]
            for name in ("pages", "real", "invented", "articles", "about")
        }
        self.furniture: dict[tuple[int, str], list[Row]] = {}
        for row, home in zip(rows, fold, strict=True):
            if row.labelled.source == "furniture":
                self.furniture.setdefault((int(home), row.code), []).append(row)
        self.rows, self.fold = rows, fold

    def partner(self, frame: int, shares: Sequence[float], random: np.random.Generator) -> Row | None:
        """The article of another document of the frame's fold and language."""
        rows, fold = self.rows, self.fold
        of_kind = self.articles[str(random.choice(list(self.articles), p=shares))]
        found = [i for i in of_kind if fold[i] == fold[frame] and rows[i].code == rows[frame].code and i != frame]
        return rows[int(random.choice(found))] if found else None

    def excerpt(self, frame: int, random: np.random.Generator) -> Row | None:
        """A piece of an article, with lines of the frame and furniture."""
        article = self.partner(frame, EXCERPTED, random)
        if article is None:
            return None
        furniture = self.furniture.get((int(self.fold[frame]), article.code), [])
        return _excerpt(self.rows[frame], article, furniture, random)


def _excerpt(frame: Row, article: Row, furniture: Sequence[Row], random: np.random.Generator) -> Row:
    """One to twelve paragraphs of an article, most with lines of the page or with furniture around and between them."""
    inside = np.unique(article.block_of[article.stretch == INSIDE])
    size = int(random.integers(1, 13))
    first = int(random.integers(max(1, len(inside) - size + 1)))
    low, high = inside[first], inside[min(len(inside), first + size) - 1]
    keeps = (article.block_of >= low) & (article.block_of <= high)
    pieces: list[Piece] = [
        (article, np.flatnonzero(keeps & (article.block_of == block)).tolist()) for block in range(low, high + 1)
    ]
    lines = [int(i) for i in np.flatnonzero(frame.labels == BOILERPLATE) if frame.candidates[i].words >= 3]
    strangers = [int(i) for i in np.flatnonzero(frame.labels == BODY) if frame.candidates[i].finished]
    # A sentence on something else is the article's own where nothing of a page stands around.
    clean = random.random() < CLEAN
    for _ in range(int(random.integers(2)) if clean else int(random.integers(1, MOST_LINES))):
        if not clean and furniture and random.random() < FURNISHED:
            row = furniture[int(random.integers(len(furniture)))]
            inside_it = int(random.integers(1, len(pieces) + 1))
            at = {"before": 0, "behind": len(pieces)}.get(row.labelled.document.id, inside_it)
            pieces.insert(at, (row, list(range(len(row.candidates)))))
        elif chosen := strangers if clean else lines:
            at = len(pieces) if random.random() < 0.3 else int(random.integers(1, len(pieces) + 1))
            pieces.insert(at, (frame, [int(random.choice(chosen))]))
    return _joined(pieces, article)


def _wall(furniture: Sequence[Row], frame: Row, random: np.random.Generator) -> Row:
    """A page that has no article: furniture, or what stood around one."""
    groups = [row for row in furniture if row.labelled.document.id in ("before", "behind")]
    if groups and random.random() < FURNISHED:
        chosen = [groups[int(i)] for i in random.integers(len(groups), size=int(random.integers(2, 7)))]
        return _joined([(row, list(range(len(row.candidates)))) for row in chosen], chosen[0])
    around = np.flatnonzero((frame.stretch == BEFORE) | (frame.stretch == BEHIND)).tolist()
    start = int(random.integers(max(1, len(around))))
    return _joined([(frame, around[start : start + int(random.integers(3, 60))] or around[:1] or [0])], frame)


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


def _joined(pieces: Sequence[Piece], like: Row) -> Row:
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
        Labelled("composed", "composed", document, like.labelled.language, tuple(candidates), np.array(labels))
    )
