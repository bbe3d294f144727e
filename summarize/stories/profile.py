"""What articles are compared by: their words, the names among them, and the day they were published."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from summarize.languages import get
from summarize.lexical.tokens import Tokenizer
from summarize.records.corpus import Corpus
from summarize.records.document import Document
from summarize.records.sentence import Sentence
from summarize.segmentation import segment

TITLE_COUNTS = 2.0
"""A word of the headline counts as often."""
LEAST_COUNTS, FADES = 0.3, 15
"""What a word counts falls from 1 in the first sentence towards the least, by e in so many sentences: news tells first
what it is about. Neither adds a point to the figures of `python -m benchmarks.stories`; both lower none."""
_CHUNK = 200
"""Documents whose sentences are held at once: bounds memory."""
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SECONDS = 86_400
_EPOCH = datetime(1970, 1, 1)


@dataclass(frozen=True, slots=True, eq=False)
class Bag:
    """Stems by their numbers in a vocabulary, and how much each counts. *Shape:* each (k,), numbers rising."""

    stems: NDArray[np.int64]
    counts: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.stems)


class Vocabulary:
    """Numbers for stems, in the order in which they are first seen."""

    def __init__(self) -> None:
        self._number: dict[str, int] = {}
        self.stems: list[str] = []
        """Every stem, by its number."""

    def __len__(self) -> int:
        return len(self.stems)

    def bag(self, counts: Mapping[str, float]) -> Bag:
        """A bag of these stems, the unseen ones numbered now."""
        for stem in counts:
            if stem not in self._number:
                self._number[stem] = len(self.stems)
                self.stems.append(stem)
        numbers = np.array([self._number[stem] for stem in counts], dtype=np.int64)
        order = np.argsort(numbers)
        return Bag(numbers[order], np.array(list(counts.values()), dtype=np.float64)[order])

    def counts(self, bag: Bag) -> dict[str, float]:
        """What `bag` was made from."""
        return dict(zip((self.stems[number] for number in bag.stems.tolist()), bag.counts.tolist(), strict=True))


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """One article, as far as stories are concerned."""

    words: Bag
    names: Bag
    """Those of the words that it writes with a capital inside sentences, and never small."""
    day: float | None
    """When it was published, in days since 1970; None where that is not known."""
    language: str
    headline: str | None


def profiles(corpus: Corpus, vocabulary: Vocabulary, max_sentences: int | None = None) -> Iterator[Profile]:
    """The profile of every document of a corpus, which need not be segmented.

    Raises TooManySentences for more than `max_sentences` in all, where that is given.
    """
    found = 0
    for start in range(0, len(corpus.documents), _CHUNK):
        documents = corpus.documents[start : start + _CHUNK]
        left = None if max_sentences is None else max(0, max_sentences - found)
        part = segment(replace(corpus, given=documents, documents=documents), left, apart=True)
        found += len(part.sentences)
        sentences: dict[int, list[Sentence]] = defaultdict(list)
        for sentence in part.sentences:
            sentences[sentence.document].append(sentence)
        for number, document in enumerate(documents):
            words, names = _counted(document, part.headlines.get(number), sentences[number], part.language(number))
            published = part.reports[number].day if number in part.reports else None
            yield Profile(
                words=vocabulary.bag(words),
                names=vocabulary.bag(names),
                day=None if published is None else _days(published),
                language=part.language(number),
                headline=part.headlines.get(number),
            )


def _days(moment: datetime) -> float:
    return moment.replace(tzinfo=moment.tzinfo or UTC).timestamp() / _SECONDS


def day_of(days: float) -> date:
    """The day in UTC of a moment in days since 1970."""
    return (_EPOCH + timedelta(days=days)).date()


def _counted(
    document: Document, headline: str | None, sentences: Sequence[Sentence], language: str
) -> tuple[dict[str, float], dict[str, float]]:
    """How much each stem counts, and each name."""
    tokenize = Tokenizer(get(language).stemmer)
    words: dict[str, float] = defaultdict(float)
    names: Counter[str] = Counter()
    small = {word for word in _WORD.findall(document.text) if word[0].islower()}
    for token in tokenize(headline or ""):
        words[token] += TITLE_COUNTS
    for position, sentence in enumerate(sentences):
        counts = LEAST_COUNTS + (1 - LEAST_COUNTS) * math.exp(-position / FADES)
        for token in sentence.tokens:
            words[token] += counts
        for written in _WORD.findall(sentence.text)[1:]:  # any word has a capital at the beginning
            if written[0].isupper() and written.lower() not in small:
                names.update(tokenize(written))
    for written in _WORD.findall(headline or ""):  # all words of some headlines have capitals: only what is known
        if written.lower() not in small:
            names.update(token for token in tokenize(written) if names[token])
    return words, {name: float(count) for name, count in names.items() if count}


def written_forms(text: str, stems: Sequence[str], language: str) -> list[str]:
    """How a text writes each of these stems where it first does; the stem itself where it is not found."""
    tokenize = Tokenizer(get(language).stemmer)
    wanted, found = set(stems), {}
    for written in _WORD.findall(text):
        for token in tokenize(written):
            if token in wanted:
                wanted.remove(token)
                found[token] = written
        if not wanted:
            break
    return [found.get(stem, stem) for stem in stems]
