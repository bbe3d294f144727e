"""Collections of any size, recombined from the articles of examples/.

A fact is the head of one sentence with the tail of another, most of its longer words changed for others, under names
and numbers of its own: no sense, but the word frequencies of news. Two in five sentences
of an article report one of the facts that the collection shares, a few of which are in most articles and many in a few;
every second report gives the fact another tail. The other sentences stand in their article alone.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from summarize import Document
from summarize.reading import read_sources
from summarize.records.sentence import SentenceRole
from summarize.segmentation import split_documents

EXAMPLES = Path(__file__).parent.parent / "examples"
ARTICLE = 25
"""Sentences of an article."""
SHARED = 0.4
"""How many of them report a fact that the collection shares."""
FACTS = 0.1
"""Shared facts for each sentence of the collection."""
CONCENTRATION = 2
"""Fact number `facts * random() ** CONCENTRATION` is reported: the higher, the more do a few facts draw."""

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")
_MARKED = re.compile(r'["“”\[\]]')
_NUMBER = re.compile(r"\b\d{2,3}\b")
_CUT = re.compile(r"(?:,|;| and| that| when| after| while| because) (?=\w)")
_WORD = re.compile(r"(?<= )[a-z]{4,}")
CHANGED = 0.8
"""How many of the longer words are changed: with none, a hundred thousand sentences would share a few hundred heads."""
_SHORTEST = 4
"""Words of the shortest head or tail."""


class Recombiner:
    """Articles out of heads and tails of sentences; the same seed gives the same articles."""

    def __init__(self, folder: Path = EXAMPLES, seed: int = 0) -> None:
        reading = read_sources(sorted(path for path in folder.iterdir() if path.is_dir() and path.name != "briefs"))
        sentences = [
            s.text
            for s in split_documents(reading.documents)
            if s.role is SentenceRole.BODY and not _MARKED.search(s.text)
        ]
        cuts = [(text, match) for text in sentences for match in _CUT.finditer(text)]
        self._heads = _long_enough(text[: match.start()] for text, match in cuts)
        self._tails = _long_enough(text[match.start() :] for text, match in cuts)
        self._names = sorted({name for text in sentences for name in _NAME.findall(text)})
        self._words = [word for text in sentences for word in _WORD.findall(text)]
        self._random = random.Random(seed)
        self.facts: dict[str, int] = {}
        """The shared fact that each sentence made so far reports."""

    def documents(self, sentences: int, article: int = ARTICLE) -> list[Document]:
        """Articles on one event with so many sentences in all, `article` in each."""
        facts = [self._fact() for _ in range(max(1, int(sentences * FACTS)))]
        documents = []
        for start in range(0, sentences, article):
            length = min(article, sentences - start)
            told = dict.fromkeys(self._sentence(facts) for _ in range(length))
            while len(told) < length:  # a fact that the article has told in the same words
                told[self._renamed(*self._fact())] = None
            documents.append(Document(id=f"article-{start // article:05}", text=_paragraphs(list(told))))
        return documents

    def _fact(self) -> tuple[str, str, int]:
        return self._pick(self._heads), self._pick(self._tails), self._random.getrandbits(32)

    def _sentence(self, facts: Sequence[tuple[str, str, int]]) -> str:
        if self._random.random() >= SHARED:
            return self._renamed(*self._fact())
        number = int(len(facts) * self._random.random() ** CONCENTRATION)
        head, tail, seed = facts[number]
        text = self._renamed(head, tail if self._random.random() < 0.5 else self._pick(self._tails), seed)
        self.facts[text] = number
        return text

    def _renamed(self, head: str, tail: str, seed: int) -> str:
        own = random.Random(seed)
        named: dict[str, str] = {}

        def name(match: re.Match[str]) -> str:
            first, second = own.choice(self._names), own.choice(self._names)
            return named.setdefault(match[0], first[: (len(first) + 1) // 2] + second[len(second) // 2 :])

        def number(match: re.Match[str]) -> str:
            return named.setdefault(match[0], str(own.randrange(11, 990)))

        def word(match: re.Match[str]) -> str:
            return named.setdefault(match[0], own.choice(self._words) if own.random() < CHANGED else match[0])

        # The head first, so that it stays the same before another tail.
        return "".join(_WORD.sub(word, _NUMBER.sub(number, _NAME.sub(name, part))) for part in (head, tail))

    def _pick(self, parts: Sequence[str]) -> str:
        return parts[int(self._random.random() * len(parts))]


def _long_enough(parts: Iterable[str]) -> list[str]:
    return sorted({part for part in parts if len(part.split()) >= _SHORTEST})


def _paragraphs(sentences: Sequence[str]) -> str:
    return "\n\n".join(" ".join(sentences[start : start + 5]) for start in range(0, len(sentences), 5)) + "\n"
