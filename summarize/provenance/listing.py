"""The sources of a corpus as results list them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from summarize.provenance.copies import Copies
from summarize.records.brief import Source
from summarize.records.corpus import Corpus
from summarize.records.sentence import Sentence


def list_sources(
    corpus: Corpus, copies: Copies, sentences: Iterable[Sentence], cited: Mapping[int, int]
) -> Iterator[Source]:
    """Every document given, by its number: with how many of these `sentences` are its own, and how many cite it.

    `cited` counts by source number; what it lacks is 0.
    """
    length = Counter(sentence.document for sentence in sentences)
    index_of = {number: index for index, numbers in enumerate(corpus.numbers) for number in numbers}
    for number, document in enumerate(corpus.given, start=1):
        index = index_of[number]
        original = corpus.numbers[copies.originals[index]][0]
        yield Source(
            number=number,
            id=document.id,
            title=document.title or corpus.headlines.get(index),
            url=document.url,
            publisher=document.publisher,
            published=document.published if document.published_utc else None,
            sentences=length[index],
            cited=cited.get(number, 0),
            copy_of=original if original != number else None,
            off_topic=index in corpus.outliers,
            language=corpus.language(index),
            sha256=document.sha256,
            media_type=document.media_type,
            author=document.author,
        )
