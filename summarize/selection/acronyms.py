"""What an acronym is short for: "the National Transportation Safety Board (NTSB)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from summarize.languages import get
from summarize.records.corpus import Corpus
from summarize.records.sentence import Sentence
from summarize.selection.names import is_title_case

_ACRONYM = re.compile(r"(?<![\w.&/@#-])(?:[A-Z]\.){2,5}(?!\w)|(?<![\w.&/@#-])[A-Z][A-Z&]{0,4}[A-Z](?![\w&@/-]|\.\w)")
MIN_FREE = 3
"""Letters of an acronym from which a name with these initials is its long form though the two never stand together."""


@dataclass(frozen=True, slots=True)
class Expansion:
    """The long form where a document has it."""

    document: int
    start: int
    end: int
    text: str


class Acronyms:
    """The long forms of acronyms in a corpus, looked up one by one."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._known: dict[tuple[str, int], Expansion | None] = {}

    def in_text(self, sentence: Sentence) -> Iterator[re.Match[str]]:
        """The acronyms of a sentence that not every reader knows. A sentence that shouts has none."""
        names = get(sentence.language).names
        if not names.link_words or sentence.text.isupper():
            return
        for match in _ACRONYM.finditer(sentence.text):
            if match[0].replace(".", "") not in names.known_acronyms:
                yield match

    def expansion(self, acronym: str, document: int) -> Expansion | None:
        """The one long form that the documents give, that of the document itself first; None if there is any doubt."""
        key = acronym, document
        if key not in self._known:
            self._known[key] = self._find(acronym, document)
        return self._known[key]

    def _find(self, acronym: str, document: int) -> Expansion | None:
        beside, free = self._sightings(acronym)
        may_be_free = len(re.sub(r"[.&]", "", acronym)) >= MIN_FREE
        for is_near in (lambda e: e.document == document, lambda e: True):
            found = [e for e in beside if is_near(e)] or [e for e in free if may_be_free and is_near(e)]
            if found:
                is_one = len({e.text.lower() for e in found}) == 1
                return min(found, key=lambda e: (e.document != document, e.document, e.start)) if is_one else None
        return None

    def _sightings(self, acronym: str) -> tuple[list[Expansion], list[Expansion]]:
        """The names with these initials that stand beside the acronym, and those that stand elsewhere."""
        found: tuple[list[Expansion], list[Expansion]] = [], []
        for sentence in self._corpus.sentences:
            names = get(sentence.language).names
            if not names.link_words:
                continue
            for kind, pattern in zip(found, _patterns(acronym, names.link_words), strict=True):
                for match in pattern.finditer(sentence.text):
                    if is_title_case(sentence.text):
                        break
                    start, end = match.span("long")
                    words = " ".join(match["long"].split())
                    kind.append(Expansion(sentence.document, sentence.start + start, sentence.start + end, words))
        return found


@lru_cache(maxsize=64)
def _patterns(acronym: str, link_words: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Finds the long form beside its acronym, and alone."""
    letters = re.sub(r"[.&]", "", acronym)
    gap = rf"(?: (?:{'|'.join(sorted(map(re.escape, link_words)))}))*[ -]"
    any_case = gap.join(rf"[{letter}{letter.lower()}][\w’'.]*" for letter in letters)
    capital = gap.join(rf"{letter}[\w’']+" for letter in letters)
    beside = rf"(?<![\w-])(?P<long>{any_case}) [(\[][“\"‘']?{re.escape(acronym)}(?!\w)"
    return re.compile(beside), re.compile(rf"(?<![\w-])(?P<long>{capital})(?![\w-]| [A-Z])")
