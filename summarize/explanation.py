"""What was made of every line of the sources, and by which rule."""

from __future__ import annotations

from collections.abc import Iterable

from summarize.records.corpus import collect
from summarize.records.document import Document
from summarize.records.sentence import Sentence
from summarize.segmentation import segment


def explain(documents: Iterable[Document]) -> dict[str, tuple[Sentence, ...]]:
    """The sentences of every document by its id, in their order, boilerplate too.

    `role` says what a sentence is good for, `reason` which rule made it that; a reason is empty where the sentence may
    be quoted. Needs no model. Raises DocumentError and NothingToSummarize as `summarize` does.
    """
    corpus = segment(collect(documents))
    found: dict[int, list[Sentence]] = {document: [] for document in range(len(corpus.documents))}
    for sentence in (*corpus.sentences, *corpus.boilerplate):
        found[sentence.document].append(sentence)
    lines = {
        number: tuple(sorted(found[document], key=lambda sentence: sentence.start))
        for document, numbers in enumerate(corpus.numbers)
        for number in numbers
    }
    return {document.id: lines[number] for number, document in enumerate(corpus.given, start=1)}
