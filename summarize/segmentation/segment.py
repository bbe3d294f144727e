"""From documents to their sentences: paragraphs, heads, boundaries, kinds, tokens."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.languages.detect import guess_language
from summarize.lexical.tokens import Tokenizer
from summarize.records.document import Document
from summarize.records.sentence import Kind, Sentence
from summarize.segmentation.blocks import find_blocks, unbroken
from summarize.segmentation.boundaries import sentence_spans
from summarize.segmentation.datelines import HEAD_CHARACTERS, head_length
from summarize.segmentation.roles.boilerplate import mark_kinds
from summarize.segmentation.roles.candidate import Candidate


def split_documents(documents: Sequence[Document]) -> list[Sentence]:
    """All sentences of all documents in order of (document, start), each with its kind, offsets and tokens.

    Sentences do not overlap, and `text == documents[i].text[start:end]` for each. Time is linear in the text.
    """
    tokenize = Tokenizer()
    sentences: list[Sentence] = []
    for number, document in enumerate(documents):
        sentences.extend(_split(number, document, tokenize))
    return sentences


def _split(number: int, document: Document, tokenize: Tokenizer) -> list[Sentence]:
    text = document.text
    candidates: list[Candidate] = []
    starts: list[int] = []
    language = guess_language(text)
    for index, block in enumerate(find_blocks(text)):
        paragraph = unbroken(text[block.start : block.end])
        head = head_length(paragraph[:HEAD_CHARACTERS], index)
        for start, end in sentence_spans(paragraph[head:], language):
            first = block.start + head + start
            starts.append(first)
            raw = text[first : first + end - start]
            candidates.append(Candidate(raw, index, tokenize(raw)))
    mark_kinds(candidates, document.title)
    sentences: list[Sentence] = []
    position = 0
    for start, candidate in zip(starts, candidates, strict=True):
        sentences.append(
            Sentence(
                document=number,
                start=start,
                end=start + len(candidate.text),
                text=candidate.text,
                position=position,
                paragraph=candidate.block,
                kind=candidate.kind,
                tokens=candidate.tokens,
            )
        )
        position += candidate.kind is not Kind.BOILERPLATE
    return sentences
