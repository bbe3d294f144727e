"""The brief's title: the headline of a source that says best what the brief says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.document import Document, Kind, Sentence
from summarize.selection.records import Selection


def find_headlines(documents: Sequence[Document], sentences: Sequence[Sentence]) -> dict[int, str]:
    """The headline of each document that has one: its title, or a headline line at its head."""
    found = {index: " ".join(document.title.split()) for index, document in enumerate(documents) if document.title}
    for sentence in sentences:
        if sentence.kind is Kind.HEADLINE and sentence.position == 0:
            found.setdefault(sentence.document, " ".join(sentence.text.split()))
    return {document: headline for document, headline in sorted(found.items()) if headline}


def choose_title(
    headlines: Mapping[int, str],
    headline_vectors: Mapping[int, NDArray[np.float32]],
    vectors: NDArray[np.float32],
    selection: Selection,
) -> str | None:
    """The headline nearest to the sentences of the brief, the first counting double; None when there is none.

    Both mappings go by document. *Shapes:* headline vectors (d,), `vectors` (sentences, d).
    """
    told = vectors[[choice.sentence for choice in selection.choices]]
    centre = told.sum(axis=0) + told[0]
    fit = {document: round(float(headline_vectors[document] @ centre), 4) for document in headlines}
    return min((-fit[document], headline) for document, headline in headlines.items())[1] if headlines else None
