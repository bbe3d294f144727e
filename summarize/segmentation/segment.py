"""From documents to their sentences: paragraphs, heads, boundaries, roles, tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from summarize.errors import TooManySentences
from summarize.languages import Language, get
from summarize.languages.detect import detect
from summarize.languages.patterns import Rule
from summarize.lexical.tokens import Tokenizer
from summarize.reading.metadata import split_front_matter
from summarize.records.corpus import Corpus
from summarize.records.document import Block, Document
from summarize.records.sentence import Sentence, SentenceRole
from summarize.segmentation.blocks import guess_blocks, unbroken
from summarize.segmentation.boundaries import sentence_spans
from summarize.segmentation.datelines import HEAD_CHARACTERS, entry_lengths, head_length
from summarize.segmentation.ends import small_words
from summarize.segmentation.furniture import mark_furniture
from summarize.segmentation.publication import find_reports
from summarize.segmentation.roles.candidate import Candidate
from summarize.segmentation.roles.mark import mark_roles
from summarize.segmentation.titles import find_headlines
from summarize.segmentation.wholeness import mark_unwhole

FILE_HEAD = Rule("head of the file")
PLAIN_EDGES = 2
"""Those of a head without a title."""
_TOO_MANY = (
    "the documents {} the {:,} sentences that one brief is made of; "
    "give fewer documents, or divide them by event or by day"
)


def segment(corpus: Corpus, max_sentences: int | None = None, *, apart: bool = False) -> Corpus:
    """The corpus with its sentences and headlines; `apart` when its documents are to tell nothing of each other.

    Raises TooManySentences when there is more to compare than `max_sentences`: as soon as that is known, which for
    text of single words on lines is before they are looked at.
    """
    languages = tuple(document.language or detect(document.text) for document in corpus.documents)
    sentences = _split_all(corpus.documents, languages, max_sentences)
    if not apart:
        sentences = mark_furniture(sentences, corpus.documents, languages)
    content = tuple(sentence for sentence in sentences if sentence.role is not SentenceRole.BOILERPLATE)
    if max_sentences is not None and len(content) > max_sentences:
        raise TooManySentences(_TOO_MANY.format(f"have {len(content):,} sentences in all, more than", max_sentences))
    boilerplate = tuple(sentence for sentence in sentences if sentence.role is SentenceRole.BOILERPLATE)
    return replace(
        corpus,
        languages=languages,
        sentences=content,
        boilerplate=boilerplate,
        reports=find_reports(corpus.documents, boilerplate),
        headlines=find_headlines(corpus.documents, languages, content),
    )


def split_documents(documents: Sequence[Document]) -> list[Sentence]:
    """All sentences of all documents in order of (document, start), each with its role, offsets and tokens.

    Sentences do not overlap, and `text == documents[i].text[start:end]` for each. Time is linear in the text.
    """
    return _split_all(documents, [document.language or detect(document.text) for document in documents])


def _split_all(
    documents: Sequence[Document], languages: Sequence[str], max_blocks: int | None = None
) -> list[Sentence]:
    tokenizers: dict[str, Tokenizer] = {}
    sentences: list[Sentence] = []
    count = 0
    for number, (document, language) in enumerate(zip(documents, map(get, languages), strict=True)):
        blocks = document.blocks or guess_blocks(document.text)
        count += len(blocks)
        if max_blocks is not None and count > max_blocks:
            raise TooManySentences(_TOO_MANY.format("have more paragraphs than", max_blocks))
        if language.stemmer not in tokenizers:
            tokenizers[language.stemmer] = Tokenizer(language.stemmer)
        sentences.extend(_split(number, document, blocks, language, tokenizers[language.stemmer]))
    return sentences


def _split(
    number: int, document: Document, blocks: Sequence[Block], language: Language, tokenize: Tokenizer
) -> list[Sentence]:
    file_head = [] if document.blocks else _file_head(document.text, tokenize)
    begin = file_head[-1][1] if file_head else 0
    starts, candidates = cut_into_candidates(document, blocks, language, tokenize, begin)
    mark_roles(candidates, document.title, language)
    mark_unwhole(candidates, language)
    candidates[:0] = [candidate for candidate, _ in file_head]
    starts[:0] = [end - len(candidate.text) for candidate, end in file_head]
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
                role=candidate.role,
                reason=candidate.reason,
                language=language.code,
                tokens=candidate.tokens,
            )
        )
        position += candidate.role is not SentenceRole.BOILERPLATE
    return sentences


def _file_head(text: str, tokenize: Tokenizer) -> list[tuple[Candidate, int]]:
    """What a plain text says of itself before it begins, and where each piece ends: its title is its headline."""
    head, rest = split_front_matter(text)
    end, title = len(text) - len(rest), head.title or ""
    edges = [0, end]
    if title and (place := text.find(title, 0, end)) >= 0:
        edges[1:1] = [place, place + len(title)]
    found: list[tuple[Candidate, int]] = []
    for number, (start, stop) in enumerate(pairwise(edges)):
        piece = text[start:stop].rstrip()
        if body := piece.lstrip():
            candidate = Candidate(body, 0, tokenize(body))
            is_title = len(edges) > PLAIN_EDGES and number == 1
            candidate.mark(SentenceRole.HEADLINE if is_title else SentenceRole.BOILERPLATE, FILE_HEAD)
            found.append((candidate, start + len(piece)))
    return found


def cut_into_candidates(
    document: Document, blocks: Sequence[Block], language: Language, tokenize: Tokenizer, begin: int = 0
) -> tuple[list[int], list[Candidate]]:
    """The sentences of a document from `begin` on before they have roles, and where each starts."""
    text = document.text
    small = small_words(text)
    candidates: list[Candidate] = []
    starts: list[int] = []
    clocks = entry_lengths((text[max(block.start, begin) : block.end] for block in blocks), language)
    for index, (block, clock) in enumerate(zip(blocks, clocks, strict=True)):
        opening = max(block.start, begin)
        if opening >= block.end:
            continue
        paragraph = unbroken(text[opening : block.end])
        head = head_length(paragraph[:HEAD_CHARACTERS], language, index, clock)
        for start, end in sentence_spans(paragraph[head:], language, small):
            first = opening + head + start
            starts.append(first)
            raw = text[first : first + end - start]
            candidates.append(Candidate(raw, index, tokenize(raw), block.role))
    return starts, candidates
