"""The sentences of a text, as the tests of where they end ask for them."""

from __future__ import annotations

from summarize.records.document import Document
from summarize.records.sentence import Sentence
from summarize.segmentation import split_documents


def split(text: str, title: str | None = None) -> list[Sentence]:
    return split_documents([Document(id="d", text=text, title=title)])


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in split(text)]
