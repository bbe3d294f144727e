"""What was read before the conflicts are looked for changes none of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from summarize.conflicts import FoundConflict, find, find_conflicts
from summarize.quotability import Judged
from summarize.relations import CONTRADICTS, DIFFERENT, LABELS, Reader
from tests.conflicts.invented import claims_of
from tests.corpora import corpus_of, no_copies, sentences_of
from tests.quotability.saying import Says

TEXTS = (
    "The quarry at Venn employs 40 masons.",
    "The quarry at Venn employs 52 masons.",
    "The bridge over the Aune is 610 metres long.",
    "The bridge over the Aune is 480 metres long.",
    "The library stays shut.",
    "Pupils sang in the square.",
)
CORPUS = corpus_of(sentences_of(*([text] for text in TEXTS)), np.eye(6)[[0, 0, 1, 1, 2, 3]])
CLAIMS = claims_of([(0, 1), (2, 3), (4,), (5,)], same=0.0)


class Finds:
    """A relation model to which a library and a choir contradict each other, and the rest is of different things."""

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        labels = [CONTRADICTS if "library" in "".join(pair) else DIFFERENT for pair in pairs]
        return np.eye(len(LABELS), dtype=np.float32)[labels]


def conflicts(reader: Reader | None = None, judged: Judged | None = None) -> tuple[FoundConflict, ...]:
    return find_conflicts(CORPUS, CLAIMS, no_copies(CORPUS), reader, judged)


def test_a_contradiction_that_was_read_for_something_else_is_no_conflict() -> None:
    reader = Reader(Finds(), CORPUS)
    assert conflicts(reader) == ()
    reader = Reader(Finds(), CORPUS)
    reader.read([4], [5])
    assert conflicts(reader) == ()


@pytest.mark.parametrize("pair", [(0, 1), (2, 3)])
def test_what_was_read_is_no_cheaper_to_confirm(pair: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "budget", lambda sentences: 1)
    expected = conflicts(Reader(Finds(), CORPUS))
    assert len(expected) == 1
    reader = Reader(Finds(), CORPUS)
    reader.read(*([index] for index in pair))
    assert conflicts(reader) == expected


def test_what_was_judged_is_believed_where_it_is_not_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "budget", lambda sentences: 2)
    expected = conflicts(judged=Judged(Says(furniture="bridge"), CORPUS))
    assert len(expected) == 2
    judged = Judged(Says(furniture="bridge"), CORPUS)
    judged.read([2, 3])
    assert conflicts(judged=judged) == expected
