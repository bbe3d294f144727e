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
from summarize.segmentation.roles.model import BODY, BOILERPLATE, ENGLISH, HEADING, OTHER_LANGUAGES
from summarize.segmentation.roles.series import Floats, Ints, renumbered

SOURCE_WEIGHT = {
    "pages": 1.0,
    "articles": 1.5,
    "real": 3.0,
    "invented": 1.5,
    "tests": 1.5,
    "about": 3.0,
    "furniture": 3.0,
    "sentences": 3.0,
    "short": 1.0,
    "composed": 1.0,
    "excerpts": 1.0,
    "languages": 1.0,
}
PLACES = {"inside": INTERRUPTION, "caption": INTERRUPTION, "behind": BEHIND}
"""Where furniture stands that does not stand before the article."""
ARTICLES = ("pages", "real", "invented", "articles", "about", "languages")
FRAMED, EXCERPTED = (0.45, 0.25, 0.1, 0.0, 0.2, 0.0), tuple(share / 85 for share in (0, 25, 25, 20, 15))
"""How often the article is one of each source; of pieces, of those in English."""
OTHERS = {ENGLISH: 0.15, OTHER_LANGUAGES: 0.7}
"""Share of the pieces that are in other languages than English, for each model."""
CLEAN, STRANGERS, FURNISHED = 0.35, 0.5, 0.8
"""Share of the pieces of articles that hold no line of a page, and that hold a sentence of other news; share of
furniture among such lines."""
SINGLE = ("furniture", "sentences")
"""Sources that are no documents by themselves, and are learnt from in those made of parts."""
SINGLES, LAST = 4, 0.4
"""Single sentences among which, and a sentence of a page and one of the news about pages, a piece's is chosen; how
often it stands last."""
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
        stretch = np.full(n, PLACES.get(labelled.document.id, BEFORE))
    block_of = renumbered(np.array([c.block for c in fresh], dtype=np.int64))
    return Row(labelled, fresh, shape_and_place(fresh, block_of), block_of, weight, stretch)


def compose(
    rows: Sequence[Row], fold: Ints, pages: int, excerpts: int, seed: int, others: float
) -> tuple[list[Row], Ints]:
    """Documents made of parts of others of the same fold and language: the article of one in the frame of another page,
    and pieces of articles with lines of pages and furniture put between them. Of the pieces `others` is the share in
    other languages than English.
    """
    random = np.random.default_rng(seed)
    pool = _Pool(rows, fold)
    made: list[Row] = []
    where: list[int] = []
    for number in range(pages + excerpts if pool.pages else 0):
        home, built = pool.framed(random) if number < pages else pool.excerpt(random, others)
        if built:
            made.append(built)
            where.append(home)
    return made, np.array(where, dtype=np.int64)


def furnish(rows: Sequence[Row], count: int, seed: int, others: float) -> list[Row]:
    """Pieces of the articles of these documents, most with furniture or lines of pages of them put between."""
    random = np.random.default_rng(seed)
    pool = _Pool(rows, np.zeros(len(rows), dtype=np.int64))
    made = [row for _, row in (pool.excerpt(random, others) for _ in range(count if pool.pages else 0)) if row]
    return [replace(row, labelled=replace(row.labelled, source="furnished")) for row in made]


class _Pool:
    """What documents are composed of."""

    def __init__(self, rows: Sequence[Row], fold: Ints) -> None:
        enough = [i for i, row in enumerate(rows) if (row.stretch == INSIDE).sum() > 3]
        self.pages = [i for i in enough if rows[i].labelled.source == "pages"]
        self.articles = {name: [i for i in enough if rows[i].labelled.source == name] for name in ARTICLES}
        self.furniture, self.sentences = (self._single(rows, fold, name) for name in SINGLE)
        self.rows, self.fold = rows, fold

    @staticmethod
    def _single(rows: Sequence[Row], fold: Ints, source: str) -> dict[tuple[int, str], list[Row]]:
        """Those of a source, by fold and language."""
        found: dict[tuple[int, str], list[Row]] = {}
        for row, home in zip(rows, fold, strict=True):
            if row.labelled.source == source:
                found.setdefault((int(home), row.code), []).append(row)
        return found

    def framed(self, random: np.random.Generator) -> tuple[int, Row | None]:
        """An article in the frame of another page, and its fold."""
        frame = int(random.choice(self.pages))
        article = self._like(self.articles[self._source(FRAMED, random)], frame, random)
        built = _composed(self.rows[frame], self.rows[article], random) if article is not None else None
        return int(self.fold[frame]), built

    def excerpt(self, random: np.random.Generator, others: float) -> tuple[int, Row | None]:
        """A piece of an article with lines of a page and furniture, and its fold."""
        of_kind = self.articles[self._source([*((1 - others) * share for share in EXCERPTED), others], random)]
        if not of_kind:
            return 0, None
        article = int(random.choice(of_kind))
        at = self._like(self.pages, article, random)
        frame = None if at is None else self.rows[at]
        home = int(self.fold[article])
        furniture = self.furniture.get((home, self.rows[article].code), [])
        sentences = self.sentences.get((home, self.rows[article].code), [])
        about = self._like(self.articles["about"], article, random)
        strangers = [row for row in (frame, None if about is None else self.rows[about]) if row]
        strangers += [sentences[int(random.integers(len(sentences)))] for _ in range(SINGLES if sentences else 0)]
        return home, _excerpt(frame, self.rows[article], strangers, furniture, random)

    def _source(self, shares: Sequence[float], random: np.random.Generator) -> str:
        return str(random.choice(list(self.articles), p=shares))

    def _like(self, among: Sequence[int], row: int, random: np.random.Generator) -> int | None:
        """Another document of the fold and language of this one."""
        rows, fold = self.rows, self.fold
        found = [i for i in among if fold[i] == fold[row] and rows[i].code == rows[row].code and i != row]
        return int(random.choice(found)) if found else None


def _excerpt(
    frame: Row | None, article: Row, strangers: Sequence[Row], furniture: Sequence[Row], random: np.random.Generator
) -> Row:
    """One to twelve paragraphs of an article, many with lines of the page or furniture around and between them. Some
    hold a sentence of other news, or two, as their own: what stands alone and shares no word is not yet furniture.
    """
    inside = np.unique(article.block_of[article.stretch == INSIDE])
    size = int(random.integers(1, 13))
    first = int(random.integers(max(1, len(inside) - size + 1)))
    low, high = inside[first], inside[min(len(inside), first + size) - 1]
    keeps = (article.block_of >= low) & (article.block_of <= high)
    pieces: list[Piece] = [
        (article, np.flatnonzero(keeps & (article.block_of == block)).tolist()) for block in range(low, high + 1)
    ]
    if strangers and random.random() < STRANGERS:
        row = strangers[int(random.integers(len(strangers)))]
        if own := [int(i) for i in np.flatnonzero(row.labels == BODY) if row.candidates[i].finished]:
            at = len(pieces) if random.random() < LAST else int(random.integers(1, len(pieces) + 1))
            whole = row.labelled.source == "sentences"
            pieces.insert(at, (row, own if whole else [int(random.choice(own))]))
    lines = _of_frame(frame, BOILERPLATE)
    for _ in range(0 if random.random() < CLEAN else int(random.integers(1, MOST_LINES))):
        if furniture and random.random() < FURNISHED:
            row = furniture[int(random.integers(len(furniture)))]
            inside_it = int(random.integers(1, len(pieces) + 1))
            at = {"before": 0, "behind": len(pieces)}.get(row.labelled.document.id, inside_it)
            pieces.insert(at, (row, list(range(len(row.candidates)))))
        elif frame and lines:
            at = len(pieces) if random.random() < 0.3 else int(random.integers(1, len(pieces) + 1))
            pieces.insert(at, (frame, [int(random.choice(lines))]))
    return joined(pieces, article, "excerpts")


def _of_frame(frame: Row | None, label: int) -> list[int]:
    """The lines of a page with a label, of three words and more."""
    return [int(i) for i in np.flatnonzero(frame.labels == label) if frame.candidates[i].words >= 3] if frame else []


def _composed(frame: Row, article: Row, random: np.random.Generator) -> Row:
    a, b = np.flatnonzero(frame.stretch == INSIDE), np.flatnonzero(article.stretch == INSIDE)
    before, behind = list(range(a[0])), list(range(a[-1] + 1, len(frame.candidates)))
    if random.random() < 0.3:
        before = before[int(random.integers(len(before) + 1)) :]
    if random.random() < 0.3:
        behind = behind[: int(random.integers(len(behind) + 1))]
    page = article.labelled.source == "pages"
    middle = list(range(b[0], b[-1] + 1)) if page else list(range(len(article.candidates)))
    return joined([(frame, before), (article, middle), (frame, behind)], frame, "composed")


def joined(pieces: Sequence[Piece], like: Row, source: str) -> Row:
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
    return row_of(Labelled(source, source, document, like.labelled.language, tuple(candidates), np.array(labels)))
