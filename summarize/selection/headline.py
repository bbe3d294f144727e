"""The brief's title: the headline of a source that says best what the brief says."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.document import Document, Kind, Sentence
from summarize.selection.records import Selection


def find_headlines(documents: Sequence[Document], sentences: Sequence[Sentence]) -> list[str]:
    """The headlines of the documents, each once: their title, or a headline line at their head."""
    found: dict[int, str] = {
        index: " ".join(document.title.split()) for index, document in enumerate(documents) if document.title
    }
    for sentence in sentences:
        if sentence.kind is Kind.HEADLINE and sentence.position == 0:
            found.setdefault(sentence.document, " ".join(sentence.text.split()))
    return sorted({headline for headline in found.values() if headline})


def choose_title(
    headlines: Sequence[str],
    headline_vectors: NDArray[np.float32],
    vectors: NDArray[np.float32],
    selection: Selection,
) -> str | None:
    """The headline nearest to the sentences of the brief, the first counting double; None when there is none.

    *Shapes:* `headline_vectors` (len(headlines), d), `vectors` (sentences, d).
    """
    if not headlines:
        return None
    told = vectors[[choice.sentence for choice in selection.choices]]
    fit = headline_vectors @ (told.sum(axis=0) + told[0])
    return headlines[int(np.argmax(np.round(fit, 4)))]
