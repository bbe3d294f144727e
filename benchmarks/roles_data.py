"""Documents whose sentences have known roles: whole pages with the text of their article, and annotated events."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlparse

import numpy as np
from numpy.typing import NDArray

from benchmarks.annotated import Event, load_events
from summarize.languages import Language, get
from summarize.languages.detect import detect
from summarize.languages.text import listed
from summarize.lexical.tokens import Tokenizer
from summarize.records.document import Block, Document
from summarize.segmentation.blocks import guess_blocks
from summarize.segmentation.roles.candidate import CAPTION as CAPTION_RULE
from summarize.segmentation.roles.candidate import Candidate
from summarize.segmentation.roles.mark import mark_rules
from summarize.segmentation.roles.model import BODY, BOILERPLATE, CAPTION, HEADING
from summarize.segmentation.segment import cut_into_candidates

_BLOCKS = frozenset(
    listed(
        "address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
        "header hr li main nav ol option p pre section select table tbody td tfoot th thead title tr ul button label"
    )
)
_SKIPPED = frozenset(listed("script style noscript template svg iframe head"))
_HEADINGS = frozenset(listed("h1 h2 h3 h4 h5 h6"))
_EMPTY = frozenset(listed("br img input hr meta link source wbr area col embed"))
_HEADING_WORDS = 18


@dataclass(frozen=True)
class Labelled:
    """A document, its sentences before they have roles, and the role each should get."""

    source: str
    """What kind of data it is of."""
    group: str
    """Site or event; a group is left out of a fit as a whole."""
    document: Document
    language: Language
    candidates: tuple[Candidate, ...]
    labels: NDArray[np.int64]
    """*Shape:* (n,); the role of every candidate, -1 where it is not known."""
    article: str = ""
    """Of a page: the text of its article, as written by hand."""


class _Lines(HTMLParser):
    """The visible lines of a page, block elements on lines of their own, with what each is marked as."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[tuple[str, bool, bool]] = []
        self._skipped = 0
        self._open: list[tuple[str, bool, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = " ".join(value or "" for name, value in attrs if name in ("class", "itemprop"))
        self._open.append((tag, tag in _HEADINGS, tag == "figcaption" or bool(re.search(r"(?i)caption", names))))
        if tag in _EMPTY:
            self._open.pop()
        if tag in _SKIPPED:
            self._skipped += 1
        elif tag in _BLOCKS:
            self.pieces.append(("\n", False, False))

    def handle_endtag(self, tag: str) -> None:
        for index in range(len(self._open) - 1, max(-1, len(self._open) - 12), -1):
            if self._open[index][0] == tag:
                del self._open[index:]
                break
        if tag in _SKIPPED:
            self._skipped = max(0, self._skipped - 1)
        elif tag in _BLOCKS:
            self.pieces.append(("\n", False, False))

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            heading = any(entry[1] for entry in self._open)
            self.pieces.append((re.sub(r"\s+", " ", data), heading, any(entry[2] for entry in self._open)))


def visible_lines(html: str) -> tuple[str, list[tuple[int, bool, bool]]]:
    """The text of a page as somebody pastes it, and where each of its lines starts, if a heading, if a caption."""
    parser = _Lines()
    parser.feed(re.sub(r"(?is)<head\b.*?</head>", "", html))
    lines: list[tuple[str, bool, bool]] = []
    parts: list[str] = []
    heading = caption = 0
    for piece, in_heading, in_caption in [*parser.pieces, ("\n", False, False)]:
        if piece != "\n":
            parts.append(piece)
            heading += len(piece) * in_heading
            caption += len(piece) * in_caption
            continue
        whole = "".join(parts)
        lines.append((re.sub(" +", " ", whole).strip(), 2 * heading > len(whole), 2 * caption > len(whole)))
        parts, heading, caption = [], 0, 0
    text = ""
    marks: list[tuple[int, bool, bool]] = []
    out: list[str] = []
    length = 0
    for line, in_heading, in_caption in lines:
        if not line and (len(out) < 1 or not out[-1]):
            continue
        if line:
            marks.append((length, in_heading, in_caption))
        out.append(line)
        length += len(line) + 1
    text = "\n".join(out).rstrip()
    return text, marks


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def grams(tokens: Sequence[str], n: int = 4) -> list[tuple[str, ...]]:
    return [tuple(tokens[i : i + n]) for i in range(max(1, len(tokens) - n + 1))]


_tokenizers: dict[str, Tokenizer] = {}


def split(document: Document) -> tuple[Language, list[int], list[Candidate]]:
    language = get(document.language or detect(document.text))
    tokenize = _tokenizers.setdefault(language.stemmer, Tokenizer(language.stemmer))
    blocks: Sequence[Block] = document.blocks or guess_blocks(document.text)
    starts, candidates = cut_into_candidates(document, blocks, language, tokenize)
    return language, starts, candidates


def inside(text: str, gold: set[tuple[str, ...]]) -> bool:
    """Whether most of a sentence's words stand in the article."""
    own = grams(words(text))
    return sum(gram in gold for gram in own) >= 0.5 * len(own)


def site_of(url: str | None) -> str:
    host = urlparse(url or "").netloc.lower()
    parts = host.split(".")
    return ".".join(parts[-3:] if len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) == 2 else parts[-2:])


def load_pages(file: Path, folder: Path) -> Iterator[Labelled]:
    """Whole pages as text, and the text of their article alone."""
    for row in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
        path = folder / Path(row["html"]).name
        text, marks = visible_lines(path.read_text(encoding="utf-8", errors="replace"))
        article = row["text"]
        if not text or len(words(article)) < 60:
            continue
        group = site_of(row["url"])
        headings = {text[start : text.find("\n", start) % (len(text) + 1)] for start, heading, _ in marks if heading}
        yield _page(row["id"], group, text, marks, article)
        yield _article(row["id"], group, article, headings)


def _page(name: str, group: str, text: str, marks: list[tuple[int, bool, bool]], article: str) -> Labelled:
    document = Document(id=f"page-{name}", text=text)
    language, starts, candidates = split(document)
    gold_words = words(article)
    gold = set(grams(gold_words))
    run = " " + " ".join(gold_words) + " "
    lines = np.array([mark[0] for mark in marks])
    of = [marks[int(np.searchsorted(lines, start, side="right")) - 1] for start in starts]
    content = np.array([inside(c.text, gold) for c in candidates])
    around = content.copy()
    for i, candidate in enumerate(candidates):
        own = words(candidate.text)
        if 0 < len(own) < 4 and f" {' '.join(own)} " in run:
            around[i] = bool(content[max(0, i - 3) : i].any() and content[i + 1 : i + 4].any())
    at = np.flatnonzero(around)
    first, last = (at[0], at[-1]) if len(at) else (len(candidates), -1)
    labels = np.full(len(candidates), BOILERPLATE)
    for i, (candidate, (_, heading, caption)) in enumerate(zip(candidates, of, strict=True)):
        if around[i]:
            labels[i] = HEADING if heading and candidate.words <= 2 * _HEADING_WORDS else BODY
        elif caption:
            labels[i] = CAPTION if first <= i <= last or i < first else BOILERPLATE
        elif heading and (first <= i <= last or (i < first and first - i <= 40 and candidate.words >= 4)):
            labels[i] = HEADING
    return Labelled("pages", group, document, language, tuple(candidates), labels, article)


def _article(name: str, group: str, article: str, headings: set[str]) -> Labelled:
    document = Document(id=f"article-{name}", text=article)
    language, _, candidates = split(document)
    labels = np.full(len(candidates), BODY)
    for i, candidate in enumerate(candidates):
        if candidate.text in headings and not candidate.finished:
            labels[i] = HEADING
    return Labelled("articles", group, document, language, tuple(candidates), labels, article)


def load_annotated(folder: Path, source: str) -> Iterator[Labelled]:
    """The documents of annotated events, one group a site where there are sites, else one an event."""
    for event in load_events(folder):
        for number, document in enumerate(event.documents):
            yield _annotated(event, number, document, source)


def _annotated(event: Event, number: int, document: Document, source: str) -> Labelled:
    language, starts, candidates = split(document)
    marked = [Candidate(c.text, c.block, c.tokens, c.block_role) for c in candidates]
    mark_rules(marked, document.title, language)
    own = [(i, s) for i, s in enumerate(event.sentences) if s.document == number]
    labels = np.full(len(candidates), -1)
    for k, (start, candidate) in enumerate(zip(starts, candidates, strict=True)):
        end = start + len(candidate.text)
        best = max(own, key=lambda entry: min(end, entry[1].end) - max(start, entry[1].start), default=None)
        if best is None or 2 * (min(end, best[1].end) - max(start, best[1].start)) < end - start:
            continue
        if best[0] in event.boilerplate:
            labels[k] = CAPTION if marked[k].rule is CAPTION_RULE else BOILERPLATE
        else:
            alone = sum(c.block == candidate.block for c in candidates) == 1
            labels[k] = HEADING if alone and not candidate.finished and candidate.words <= _HEADING_WORDS else BODY
    group = site_of(document.url) or event.id
    return Labelled(source, group, document, language, tuple(candidates), labels)
