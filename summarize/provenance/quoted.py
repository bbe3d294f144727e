"""Which words of a document are its own, and which it quotes: speech, statements set off as a block, embedded posts.

Two reporters who quote one statement word for word have it from whoever made it, not from each other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarize.languages import get
from summarize.languages.general import SIGNED_POST
from summarize.lexical.tokens import Tokenizer
from summarize.records.document import BlockRole, Document
from summarize.records.sentence import Sentence
from summarize.segmentation.blocks import guess_blocks
from summarize.segmentation.quotations import find_quotations

MIN_QUOTED = 3
"""Words of the shortest quotation. Fewer are a word or a name in quotation marks, and the document's own."""
_MARKS = "“”«»„\"「『‘'"
_OPENS = re.compile(r"(?:^|(?<=[\s(\[—–-]))[“«„\"「『‘'](?=\w)")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a sentence by whose they are, in runs of neighbouring ones."""

    own: tuple[tuple[str, ...], ...]
    quoted: tuple[tuple[str, ...], ...] = ()


def wordings(documents: Sequence[Document], sentences: Sequence[Sentence]) -> list[Wording]:
    """The wording of each sentence, in their order. Linear in the text."""
    spans: dict[int, list[Span]] = {}
    tokenizers: dict[str, Tokenizer] = {}
    found: list[Wording] = []
    for sentence in sentences:
        if sentence.document not in spans:
            spans[sentence.document] = list(_quotations(documents[sentence.document]))
        inside = list(_inside(spans[sentence.document], sentence))
        if not inside:
            found.append(Wording((sentence.tokens,)))
            continue
        stemmer = get(sentence.language).stemmer
        tokenize = tokenizers.setdefault(stemmer, Tokenizer(stemmer))
        found.append(_divided(sentence, inside, tokenize))
    return found


def _quotations(document: Document) -> Iterator[Span]:
    """Where a document quotes, in order."""
    text = document.text
    blocks = document.blocks or guess_blocks(text)
    for number, block in enumerate(blocks):
        words = text[block.start : block.end]
        if block.role is BlockRole.QUOTATION or SIGNED_POST.search(words):
            yield block.start, block.end
        elif any(mark in words for mark in _MARKS):
            last = 0
            for start, end in find_quotations(words):
                if words[start] in _MARKS:
                    yield block.start + start, block.start + end + 1
                    last = end
            following = blocks[number + 1].start if number + 1 < len(blocks) else len(text)
            if _OPENS.match(text, following):
                # Each paragraph of a speech that goes on is opened by a mark, and only the last one is closed.
                opened = [match.start() for match in _OPENS.finditer(words, last)]
                if opened:
                    yield block.start + opened[0], block.end


def _inside(spans: Sequence[Span], sentence: Sentence) -> Iterator[Span]:
    """The parts of a sentence that are quoted, counted from its beginning."""
    at = max(bisect_right(spans, (sentence.start, sentence.start)) - 1, 0)
    for start, end in spans[at:]:
        if start >= sentence.end:
            break
        if end > sentence.start:
            yield max(start, sentence.start) - sentence.start, min(end, sentence.end) - sentence.start


def _divided(sentence: Sentence, inside: Sequence[Span], tokenize: Tokenizer) -> Wording:
    quoted = [(span, words) for span in inside if len(words := tokenize(sentence.text[slice(*span)])) >= MIN_QUOTED]
    edges = [0, *(edge for span, _ in quoted for edge in span), len(sentence.text)]
    own = (tokenize(sentence.text[start:end]) for start, end in list(pairwise(edges))[::2])
    return Wording(tuple(words for words in own if words), tuple(words for _, words in quoted))
