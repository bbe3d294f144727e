"""Sentences of invented articles and findings about them, put together by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from summarize.lexical.tokens import Tokenizer
from summarize.records.sentence import SentenceRole, Sentence
from summarize.selection import Findings

FACTS = (
    "A passenger ferry struck the North Mole at Port Ennick in dense fog.",
    "Captain Joren Haldane told officers that his radar had gone dark.",
    "Nobody was killed, a coastguard spokesman reported afterwards.",
    "Sundvik Lines cancelled every sailing until Thursday evening.",
    "Four anglers ran for their lives when the bow came out of the mist.",
    "Masons will inspect the damaged harbour wall next week.",
    "The Marine Accident Board sends four inspectors with a diver.",
    "Passengers spent a night in the town's sports hall.",
)
LEANING = (
    "He was found on the bridge.",
    "It had been repaired before.",
    "However, this may change.",
    "They denied it.",
)


def sentences_of(*articles: Sequence[str], headlines: Sequence[str] = ()) -> list[Sentence]:
    """Document by document; texts among `headlines` are headlines, everything else can be quoted."""
    tokenizer = Tokenizer()
    return [
        Sentence(
            document,
            1000 * position,
            1000 * position + len(text),
            text,
            position=position,
            role=SentenceRole.HEADLINE if text in headlines else SentenceRole.BODY,
            tokens=tokenizer(text),
        )
        for document, article in enumerate(articles)
        for position, text in enumerate(article)
    ]


def vectors_of(sentences: Sequence[Sentence]) -> NDArray[np.float32]:
    """Equal for equal texts; all others are a little alike, as sentences on one event are. *Shape:* (n, 32)."""
    texts = sorted({sentence.text for sentence in sentences})
    rows = np.stack([np.random.default_rng(list(text.encode())).normal(size=32) + 0.3 for text in texts])
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return rows[[texts.index(sentence.text) for sentence in sentences]].astype(np.float32)


def findings_of(
    sentences: Sequence[Sentence],
    claims: Sequence[Sequence[int]] = (),
    likely: Mapping[tuple[int, int], float] | None = None,
    voices: Sequence[int] | None = None,
    apart: Set[tuple[int, int]] = frozenset(),
) -> Findings:
    """Sentences of equal words are one claim, and so are those of `claims`; `likely` holds for pairs of sentences how
    likely they are one fact.
    """
    texts = list(dict.fromkeys(sentence.text for sentence in sentences))
    statement = np.array([texts.index(sentence.text) for sentence in sentences], dtype=np.int64)
    same = np.eye(len(texts))
    for (one, other), probability in (likely or {}).items():
        same[statement[one], statement[other]] = same[statement[other], statement[one]] = probability
    claim = list(statement)
    for members in claims:
        joined = {claim[index] for index in members}
        claim = [min(joined) if number in joined else number for number in claim]
    return Findings(
        claims=[tuple(np.flatnonzero(np.array(claim) == number).tolist()) for number in dict.fromkeys(claim)],
        statement=statement,
        same=csr_matrix(same),
        voices=voices or range(1 + max(sentence.document for sentence in sentences)),
        apart=apart,
    )


facts_only = st.lists(st.lists(st.sampled_from(FACTS), min_size=1, max_size=5, unique=True), min_size=1, max_size=4)
"""Articles of which every sentence stands by itself."""
collections = st.lists(
    st.lists(st.sampled_from(FACTS + LEANING), min_size=1, max_size=6, unique=True), min_size=1, max_size=4
)
