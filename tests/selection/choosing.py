"""The choice from invented articles, as the tests of it ask for it."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Any

from numpy.typing import NDArray

from summarize import Options
from summarize.conflicts import FoundConflict
from summarize.records.sentence import Sentence
from summarize.selection import Selection, select
from tests.corpora import corpus_of, no_copies
from tests.selection.invented import claims_of, vectors_of

ALL = Options(max_sentences=50)


def chosen(
    sentences: Sequence[Sentence],
    options: Options = ALL,
    vectors: NDArray[Any] | None = None,
    apart: Set[tuple[int, int]] = frozenset(),
    **claims: Any,
) -> Selection:
    corpus = corpus_of(sentences, vectors_of(sentences) if vectors is None else vectors)
    conflicts = [FoundConflict("number", (), (), frozenset(apart))] if apart else []
    return select(corpus, claims_of(sentences, **claims), no_copies(corpus), conflicts, options)


def texts(sentences: Sequence[Sentence], selection: Selection) -> list[str]:
    return [sentences[choice.sentence].text for choice in selection.choices]


def cited(sentences: Sequence[Sentence], selection: Selection, text: str) -> list[str]:
    (choice,) = (choice for choice in selection.choices if sentences[choice.sentence].text == text)
    return [sentences[index].text for index in choice.support]
