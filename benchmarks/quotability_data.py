"""Sentences in their places, with what is known of them: of a page or of the article, and what annotators said."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np

from benchmarks.labels import json_rows, text_hash
from benchmarks.roles_rows import OTHERS, SINGLE, Row, compose, row_of
from benchmarks.roles_written import load_articles, load_furniture, load_sentences
from summarize.quotability.labels import ARTICLE, BACKGROUND, CAPTION, EMPTY, FURNITURE, OPINION, REPORT
from summarize.quotability.place import place
from summarize.records.document import Document
from summarize.records.sentence import Sentence
from summarize.segmentation import split_documents
from summarize.segmentation.roles import model as roles

DATA = Path("benchmarks/data/quotability")
LABELS_FILE, ROWS_FILE, WRITTEN_FILE = DATA / "labels.jsonl", DATA / "rows.jsonl", DATA / "written.jsonl"
DOUBLES_FILE, MEASURED_DOUBLES = DATA / "doubles.jsonl", frozenset({1})
"""Paragraphs of pages beside news in the same words, and the writers who are measured on."""
UNKNOWN = -1
_PAGE = {"n": ARTICLE, "c": CAPTION, "f": FURNITURE, "h": UNKNOWN}
_LEANS = {"y": 0, "k": 0, "p": 1, "d": 1, "s": 1, "x": 1, "t": 1}
_MANNER = {"r": REPORT, "o": OPINION, "b": BACKGROUND, "e": EMPTY}
_PAGE_OF_ROLE = {roles.BODY: ARTICLE, roles.CAPTION: CAPTION, roles.BOILERPLATE: FURNITURE}
KEPT = {"pages": 0.3, "composed": 0.3, "articles": 0.3, "invented": 0.3, "real": 0.3, "tests": 0.3, "excerpts": 0.35}
"""Share of the lines of a source that is learnt from; of all but pages, of what is news. There is plenty of it."""
COMPOSED, EXCERPTS = 60, 6_000
"""Pages and pieces of articles that are made of parts of others (`roles_rows.compose`)."""
REPEATS = 6
"""How often the short articles are there."""
HELD_BACK = 7
"""One labelled document, and one event of rows, in so many is measured on and not learnt from."""
NEAR = 600
"""Characters before a sentence within which what stands in its row may be what it needs."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence in its place. What is not known of it is UNKNOWN."""

    text: str
    around: str
    page: int
    leans: int = UNKNOWN
    manner: int = UNKNOWN
    told: tuple[float, ...] = ()
    """The probability of each of LABELS that a model gave, for what is not known."""


def load_lines(rows: Sequence[Row], seed: int) -> list[Example]:
    """Lines of documents as the roles are learnt from, and of documents made of parts of them (English alone)."""
    rows = [row for row in rows if row.code == "en"]
    made, _ = compose(rows, np.zeros(len(rows), dtype=np.int64), COMPOSED, EXCERPTS, seed, OTHERS[roles.ENGLISH])
    random = np.random.default_rng(seed)
    examples = []
    for row in (*made, *rows):
        source = row.labelled.source
        if source in SINGLE:
            continue  # seen in the documents that are made of them
        for at, (label, weight) in enumerate(zip(row.labels.tolist(), row.weight.tolist(), strict=True)):
            page = _PAGE_OF_ROLE.get(label, UNKNOWN)
            kept = KEPT.get(source, 1.0) if page == ARTICLE or source in ("pages", "composed") else 1.0
            if weight > 0 and page != UNKNOWN and row.candidates[at].words > 1 and random.random() < kept:
                examples.append(Example(row.candidates[at].text, around(row, at), page))
    return examples


def around(row: Row, at: int) -> str:
    lines, last = row.candidates, len(row.candidates) - 1
    begins = at == 0 or lines[at - 1].block != lines[at].block
    ends = at == last or lines[at + 1].block != lines[at].block
    return place(lines[at - 1].text if at else "", lines[at + 1].text if at < last else "", begins, ends)


def load_written() -> list[Row]:
    """Furniture, single sentences of news and short articles that were written for this model; the articles several
    times.
    """
    written = [*load_furniture(sorted(DATA.glob("furniture_*.txt"))), *load_sentences(DATA / "sentences.txt")]
    articles = [replace(article, source="articles") for article in load_articles(DATA / "articles.txt")]
    return [row_of(line) for line in (*written, *articles * REPEATS)]


def load_labelled(texts: Mapping[str, str], held_back: bool, labels: Path = LABELS_FILE) -> list[Example]:
    """What annotators said of sentences of real news, the `texts` given by their hashes. Raises KeyError when one
    is missing.
    """
    examples: list[Example] = []
    for row in json_rows(labels):
        if (int(row["text"], 16) % HELD_BACK == 0) == held_back:
            examples += _labelled(texts[row["text"]], row["sentences"])
    return examples


def load_rows(texts: Mapping[str, str], held_back: bool, rows: Path = ROWS_FILE) -> list[Example]:
    """What annotators said of sentences of several articles in a row: what cannot be understood there needs the one
    before it in its article, and what can does not, unless that one, or another near it, stands before it in the row.
    Raises KeyError when one of the `texts` is missing.
    """
    examples: list[Example] = []
    for row in json_rows(rows):
        if (int(text_hash(row["event"]), 16) % HELD_BACK == 0) != held_back:
            continue
        told: list[tuple[str, int]] = []
        for text, start, end, marks in row["sentences"]:
            is_led = any(other == text and 0 <= start - stop < NEAR for other, stop in told)
            told.append((text, end))
            if _LEANS[marks[0]] or not is_led:
                examples += _in_place(texts[text], [(start, end, UNKNOWN, _LEANS[marks[0]], UNKNOWN)])
    return examples


def load_marked(held_back: bool, written: Path = WRITTEN_FILE) -> list[Example]:
    """The sentences of articles that were written with a mark on each, but for the headlines."""
    examples: list[Example] = []
    for number, row in enumerate(json_rows(written)):
        if (number % HELD_BACK == 0) != held_back:
            continue
        lines = [(at, code, text) for at, paragraph in enumerate(row["paragraphs"]) for code, text in paragraph]
        for n, (at, (page, *marks), text) in enumerate(lines):
            before, after = lines[n - 1] if n else None, lines[n + 1] if n + 1 < len(lines) else None
            around = place(
                before[-1] if before else "",
                after[-1] if after else "",
                before is None or before[0] != at,
                after is None or after[0] != at,
            )
            leans, manner = (_LEANS[marks[0]], _MANNER[marks[1]]) if marks else (UNKNOWN, UNKNOWN)
            if _PAGE[page] != UNKNOWN:
                examples.append(Example(text, around, _PAGE[page], leans, manner))
    return examples


@dataclass(frozen=True, slots=True)
class Double:
    """A paragraph of a page (note, page), or one of news that looks like it, between what stands around it."""

    kind: str
    before: str
    paragraph: str
    after: str


def load_doubles(held_back: bool, file: Path = DOUBLES_FILE) -> list[Double]:
    """Paragraphs of the writers who are measured on, or of the others."""
    return [
        Double(row["kind"], row["before"], row["paragraph"], row["after"])
        for row in json_rows(file)
        if (row["writer"] in MEASURED_DOUBLES) == held_back
    ]


def of_doubles(doubles: Iterable[Double]) -> list[Example]:
    """The sentences of the paragraphs, in their places."""
    examples: list[Example] = []
    for double in doubles:
        text = "\n\n".join(part for part in (double.before, double.paragraph, double.after) if part)
        first = text.index(double.paragraph)
        page = ARTICLE if double.kind == "news" else FURNITURE
        inside = (s for s in _split(text) if first <= s.start and s.end <= first + len(double.paragraph))
        examples += _in_place(text, [(s.start, s.end, page, UNKNOWN, UNKNOWN) for s in inside])
    return examples


def _labelled(text: str, marked: Iterable[tuple[int, int, str]]) -> Iterator[Example]:
    answers = []
    for start, end, marks in marked:
        page, leans, manner = marks.split()[:3]
        known = (_LEANS[leans], _MANNER[manner]) if page == "n" else (UNKNOWN, UNKNOWN)
        answers.append((start, end, _PAGE[page], *known))
    return _in_place(text, answers)


def _in_place(text: str, answers: Iterable[tuple[int, int, int, int, int]]) -> Iterator[Example]:
    """Spans of a text with what is known of each (`page`, `leans`, `manner`), in their places."""
    sentences = _split(text)
    starts = np.array([sentence.start for sentence in sentences])
    for start, end, page, leans, manner in answers:
        at = int(np.abs(starts - start).argmin())
        before = sentences[at - 1] if at else None
        after = sentences[at + 1] if at + 1 < len(sentences) else None
        here = sentences[at].paragraph
        around = place(
            before.text if before else "",
            after.text if after else "",
            before is None or before.paragraph != here,
            after is None or after.paragraph != here,
        )
        yield Example(text[start:end], around, page, leans, manner)


@lru_cache(maxsize=4096)
def _split(text: str) -> Sequence[Sentence]:
    return split_documents([Document("labelled", text, language="en")])


@dataclass(frozen=True, slots=True)
class Page:
    """An invented page that nothing is learnt from: its paragraphs, and what each is (body, heading, caption,
    furniture).
    """

    name: str
    lines: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        return "\n\n".join(text for _, text in self.lines)


def load_measured_pages(file: Path = DATA / "pages.jsonl") -> list[Page]:
    rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return [Page(row["id"], tuple((kind, text) for kind, text in row["lines"])) for row in rows]


def pages_of_doubles(doubles: Iterable[Double]) -> list[Page]:
    """A page each, of the paragraph and what stands around it ("beside")."""
    return [
        Page(
            f"double {number}",
            tuple(
                (kind, text)
                for kind, text in (("beside", each.before), (each.kind, each.paragraph), ("beside", each.after))
                if text
            ),
        )
        for number, each in enumerate(doubles)
    ]
