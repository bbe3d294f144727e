"""Lines and sentences written for the fit of roles, and pieces of news, whose sentences have known roles."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np

from benchmarks.roles_data import Labelled, split
from summarize.records.document import Document
from summarize.segmentation.roles.model import BODY, BOILERPLATE, CAPTION, HEADING

_ALTERNATIVES = re.compile(r"\{([^{}]*)\}")
DRAWN = 8
"""Times that a group of lines with alternatives is drawn; the same drawn twice counts once."""


def load_furniture(files: Iterable[Path], drawn: int = DRAWN) -> Iterator[Labelled]:
    """Lines that pages put around and into articles, a group a document: in the files the groups are a blank line
    apart, each headed by where it stands (before, inside, behind, or caption) and, if it is not English, its language.
    Of a group with alternatives, "{a|b}", some are drawn.
    """
    random = np.random.default_rng(0)
    for file in files:
        for number, group in enumerate(file.read_text(encoding="utf-8").strip().split("\n\n")):
            head, *lines = group.split("\n")
            place, *code = head.removeprefix("# ").split()
            text = "\n\n".join(lines)
            draws = [_ALTERNATIVES.sub(lambda match: _one_of(match[1], random), text) for _ in range(drawn)]
            for written in dict.fromkeys(draws):
                document = Document(id=place, text=written, language=code[0] if code else "en")
                language, _, candidates = split(document)
                labels = np.full(len(candidates), CAPTION if place == "caption" else BOILERPLATE)
                yield Labelled("furniture", f"{file.stem}-{number}", document, language, tuple(candidates), labels)


def _one_of(alternatives: str, random: np.random.Generator) -> str:
    return str(random.choice(alternatives.split("|")))


def load_about(file: Path) -> Iterator[Labelled]:
    """Invented news about newsletters, cookies, captions and the like: articles a blank line apart, a title first."""
    for number, text in enumerate(file.read_text(encoding="utf-8").strip().split("\n\n")):
        document = Document(id=f"about-{number}", text=text)
        language, _, candidates = split(document)
        labels = np.full(len(candidates), BODY)
        labels[0] = HEADING
        yield Labelled("about", document.id, document, language, tuple(candidates), labels)


NEIGHBOURS = 4
"""Sentences of news of a group, as two neighbours of one make a paragraph."""


def load_sentences(file: Path, pairs: bool = False) -> Iterator[Labelled]:
    """Single sentences of news, a line each, a blank line between languages; a first line "# de" names the language if
    it is not English. With `pairs` also paragraphs of two of them: what is short is no less news beside another.
    """
    for place, part in enumerate(file.read_text(encoding="utf-8").strip().split("\n\n")):
        code, lines = _headed(part)
        neighbours = [lines[low : low + NEIGHBOURS] for low in range(0, len(lines), NEIGHBOURS)]
        for number, group in enumerate(neighbours):
            for text in (*group, *(map(" ".join, pairwise(group)) if pairs else ())):
                document = Document(id=f"sentence-{place}-{number}", text=text, language=code)
                language, _, candidates = split(document)
                labels = np.full(len(candidates), BODY)
                yield Labelled("sentences", document.id, document, language, tuple(candidates), labels)


def load_articles(file: Path) -> Iterator[Labelled]:
    """Short articles, a paragraph a line, a blank line apart, each headed by its language as in `load_sentences`."""
    for number, part in enumerate(file.read_text(encoding="utf-8").strip().split("\n\n")):
        code, lines = _headed(part)
        document = Document(id=f"short-{number}", text="\n\n".join(lines), language=code)
        language, _, candidates = split(document)
        yield Labelled("short", document.id, document, language, tuple(candidates), np.full(len(candidates), BODY))


def _headed(part: str) -> tuple[str, list[str]]:
    lines = part.split("\n")
    return (lines[0].removeprefix("# "), lines[1:]) if lines[0].startswith("# ") else ("en", lines)


def load_languages(file: Path) -> Iterator[Labelled]:
    """Pieces of news in several languages, of `lang`, `id` and `text` each."""
    for row in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
        if row["lang"] != "en":
            document = Document(id=row["id"], text=row["text"], language=row["lang"])
            language, _, candidates = split(document)
            labels = np.full(len(candidates), BODY)
            yield Labelled("languages", document.id, document, language, tuple(candidates), labels)
