"""Sentences that somebody says whom they do not name: the middle of a long quotation, the turns of an interview."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from summarize.records.sentence import Sentence
from summarize.selection.dependence import OPENING

_LABEL = re.compile(r"\s*(?P<label>[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){0,2})\s*(?::|(?<=\b[^\W\d_a-z])\.)\s")
"""A speaker's name or initials before a turn; a single letter may have a full stop behind it."""
MIN_SPEAKERS, MIN_TURNS = 2, 2
"""A conversation has so many speakers with so many turns each; other labels head the items of a list."""
_DIGITS = "0123456789"
"""Behind a label they number the turns: Q1, A1, Q2."""
_CLOSING = "”»"


def within_quotations(sentences: Sequence[Sentence]) -> set[int]:
    """Indices of the sentences that begin inside a quotation which an earlier sentence of their document opened."""
    within: set[int] = set()
    document, is_open = -1, False
    for indices in _paragraphs(sentences):
        first = sentences[indices[0]]
        texts = [sentences[index].text for index in indices]
        opens = first.text.lstrip()[:1]
        # A quotation of several paragraphs is opened anew in each and closed in the last.
        is_open = is_open and first.document == document and first.text.lstrip().startswith(tuple(OPENING))
        document = first.document
        is_straight = sum(text.count('"') for text in texts) % 2 == 0 or opens == '"'
        for index, text in zip(indices, texts, strict=True):
            if is_open and index != indices[0]:
                within.add(index)
            is_open = _is_open_after(text, is_open and index != indices[0], is_straight=is_straight)
    return within


def _is_open_after(text: str, is_open: bool, *, is_straight: bool) -> bool:
    low = "„" in text
    for mark in text:
        if mark == '"' and is_straight:
            is_open = not is_open
        elif mark == "“" and low and is_open:
            is_open = False
        elif mark in OPENING and mark != '"':
            is_open = True
        elif mark in _CLOSING:
            is_open = False
    return is_open


def turns(sentences: Sequence[Sentence]) -> set[int]:
    """Indices of the sentences of paragraphs that begin with the name of a speaker, in texts that are conversations."""
    said: set[int] = set()
    for _, own in groupby(_paragraphs(sentences), key=lambda indices: sentences[indices[0]].document):
        labelled = [
            (match["label"].rstrip(_DIGITS), indices)
            for indices in own
            if (match := _LABEL.match(sentences[indices[0]].text))
        ]
        spoken = Counter(label for label, _ in labelled)
        if sum(count >= MIN_TURNS for count in spoken.values()) >= MIN_SPEAKERS:
            said.update(index for _, indices in labelled for index in indices)
    return said


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[list[int]]:
    """The indices of the sentences of each paragraph, in order."""
    for _, own in groupby(enumerate(sentences), key=lambda pair: (pair[1].document, pair[1].paragraph)):
        yield [index for index, _ in own]
