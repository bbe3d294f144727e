"""Beyond the size at which all sentences are encoded: the same truths, fewer encoded."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest

from summarize import Document, summarize
from summarize.embedding.screening import ENCODED_SHARE, MIN_ENCODED
from tests.conftest import WordEncoder
from tests.embedding.test_imputation import PieceEncoder
from tests.test_collections import invented

FACT = (
    "A fire damaged the roof of the Skarra museum on Monday.",
    "On Monday the roof of the museum in Skarra was damaged by a fire.",
    "The Skarra museum lost part of its roof to a fire on Monday.",
)


def collection(count: int = 120) -> list[Document]:
    """Articles of 20 sentences, every tenth of which tells one fact too."""
    lines = invented(count * 20, seed=5)
    texts = [lines[k : k + 20] for k in range(0, len(lines), 20)]
    for number in range(0, count, 10):
        texts[number][10] = FACT[number // 10 % 3]
    return [Document(id=f"d{number}", text=" ".join(text)) for number, text in enumerate(texts)]


def test_a_share_is_encoded_and_all_who_tell_a_fact_are_one_claim() -> None:
    encoder, documents = PieceEncoder(), collection()
    brief = summarize(documents, encoder=encoder)
    assert MIN_ENCODED <= len(encoder.seen) < 1.1 * ENCODED_SHARE * 2400
    text = {source.number: document.text for source, document in zip(brief.sources, documents, strict=True)}
    tellers = [
        {text[member.source][member.start : member.end] for member in claim.members}
        for claim in brief.claims
        if len(claim.members) == 12
    ]
    assert tellers == [set(FACT)]


def test_the_brief_does_not_depend_on_the_order_of_many_sources() -> None:
    documents = collection()
    turned = list(documents)
    random.Random(1).shuffle(turned)
    first, second = (summarize(given, encoder=PieceEncoder()) for given in (documents, turned))
    assert [s.text for s in first.sentences] == [s.text for s in second.sentences]
    assert [[first.source(c.source).id for c in s.citations] for s in first.sentences]
    assert sorted((len(c.members), c.score) for c in first.claims) == sorted(
        (len(c.members), c.score) for c in second.claims
    )


def test_an_encoder_whose_vectors_cannot_be_imputed_encodes_everything() -> None:
    class Counting(WordEncoder):
        seen = 0

        def encode(self, texts):  # type: ignore[no-untyped-def]
            self.seen += len(texts)
            return super().encode(texts)

    encoder = Counting()
    summarize(collection(), encoder=encoder)
    assert encoder.seen > 2300


@pytest.mark.parametrize("outliers", [1, 3])
def test_articles_about_something_else_are_still_found(outliers: int) -> None:
    """Imputed vectors are learnt from the other documents, so an outlier is judged by what was encoded of it."""
    pudding = [
        "Bake the apples for an hour and serve them with cream.",
        "Children love this pudding with a little cinnamon.",
        "Peel four large pears while the oven is getting hot.",
        "Butter and sugar melt slowly into brown caramel.",
        "Whisk eggs until stiff, then fold in flour.",
    ]
    others = [Document(id=f"other-{k}", text=" ".join([*pudding[k:], *pudding[:k]])) for k in range(outliers)]
    brief = summarize([*collection(), *others], encoder=PieceEncoder())
    assert {source.id for source in brief.sources if source.off_topic} == {document.id for document in others}


LINES = " ".join(invented(12, seed=3))
ALIKE: dict[str, Callable[[int], str]] = {
    "the same article": lambda number: LINES,
    "another number at its end": lambda number: f"{LINES} It was edition {number} of the report.",
    "another figure": lambda number: f"{LINES} The storm killed {number} people in Skarra on Monday, police said.",
    "another date": lambda number: f"{LINES} The trial opens on {1 + number % 28} March {1900 + number // 28}.",
    "a name a letter apart": lambda number: f"{LINES} Mayor Smit{chr(0x4E00 + number)}h resigned on Monday.",
    "a denial in every other": lambda number: f"Mayor Lind did {'not ' * (number % 2)}resign, paper {number} said.",
    "another headline": lambda number: f"Ferry hits pier {number}\n\n{LINES}",
}


@pytest.mark.timed
@pytest.mark.parametrize("alike", ALIKE.values(), ids=ALIKE.keys())
def test_time_grows_in_step_with_very_many_articles_that_are_nearly_equal(alike: Callable[[int], str]) -> None:
    def seconds(count: int) -> float:
        documents = [Document(id=str(number), text=alike(number)) for number in range(count)]
        begun = time.process_time()
        summarize(documents, encoder=WordEncoder())
        return time.process_time() - begun

    seconds(50)  # what is done once
    assert seconds(600) < max(9 * seconds(150), 0.5)
