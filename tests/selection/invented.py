"""Sentences of invented articles and claims about them, put together by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from summarize.claims import Claims
from summarize.records.sentence import Sentence

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
CRASH, RADAR, KILLED, SAILINGS, ANGLERS, MASONS, INSPECTORS, PASSENGERS = FACTS
REWORDED = "The bow of a liner hit the harbour's outer wall, injuring many."
"""CRASH in other words."""
CONTEXT_DEPENDENT = (
    "He was found on the bridge.",
    "It had been repaired before.",
    "However, this may change.",
    "They denied it.",
)


def vectors_of(sentences: Sequence[Sentence]) -> NDArray[np.float32]:
    """Equal for equal texts; all others are a little alike, as sentences on one event are. *Shape:* (n, 32)."""
    texts = sorted({sentence.text for sentence in sentences})
    rows = np.stack([np.random.default_rng(list(text.encode())).normal(size=32) + 0.3 for text in texts])
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return rows[[texts.index(sentence.text) for sentence in sentences]].astype(np.float32)


def claims_of(
    sentences: Sequence[Sentence],
    claims: Sequence[Sequence[int]] = (),
    likely: Mapping[tuple[int, int], float] | None = None,
) -> Claims:
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
    groups = [tuple(np.flatnonzero(np.array(claim) == number).tolist()) for number in dict.fromkeys(claim)]
    return Claims(tuple(groups), statement, csr_matrix(same))


facts_only = st.lists(st.lists(st.sampled_from(FACTS), min_size=1, max_size=5, unique=True), min_size=1, max_size=4)
"""Articles of which every sentence stands by itself."""
collections = st.lists(
    st.lists(st.sampled_from(FACTS + CONTEXT_DEPENDENT), min_size=1, max_size=6, unique=True), min_size=1, max_size=4
)
