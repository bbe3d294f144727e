"""Each sentence is read once, in its place among all lines of its document, and in a language that was taught."""

from __future__ import annotations

import pytest

from summarize import Document
from summarize.quotability import Judged
from summarize.records.corpus import Corpus, collect
from summarize.segmentation import segment
from tests.quotability.saying import Says

FERRY = """The ferry struck the pier at dawn on Friday. It was towed to a yard.

Sign up for our free newsletter here.

Divers will look at the hull on Monday, the harbour master said."""


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return segment(collect([Document("ferry", FERRY)]))


def test_a_sentence_is_read_with_its_neighbours_among_them_what_is_no_part_of_the_article(corpus: Corpus) -> None:
    assert len(corpus.boilerplate) == 1
    model = Says()
    Judged(model, corpus).read([1])
    ((text, around),) = model.asked
    assert text == "It was towed to a yard."
    assert around == f"{corpus.sentences[0].text} [MASK] | Sign up for our free newsletter here."


def test_no_sentence_is_read_twice(corpus: Corpus) -> None:
    model = Says()
    judged = Judged(model, corpus)
    judged.read([0, 1, 0])
    judged.read([1, 2])
    assert len(model.asked) == len(corpus.sentences) == 3


def test_of_what_was_not_read_nothing_is_said(corpus: Corpus) -> None:
    judged = Judged(Says(furniture="ferry", leaning="It", opinion="Divers"), corpus)
    judged.read([1])
    assert judged.leaning().tolist() == [False, True, False]
    assert not judged.of_pages().any()
    assert judged.reporting().tolist() == [1, 1, 1]


def test_what_was_read_is_known_by_kind(corpus: Corpus) -> None:
    judged = Judged(Says(furniture="ferry", leaning="It", opinion="Divers"), corpus)
    judged.read(range(3))
    assert judged.of_pages().tolist() == [True, False, False]
    assert judged.leaning().tolist() == [False, True, False]
    assert judged.reporting().tolist() == [0, 1, 0.5]


def test_a_language_that_was_not_taught_is_not_read() -> None:
    model = Says(furniture="Die")
    judged = Judged(model, segment(collect([Document("de", "Die Fähre rammte am Freitag die Mole.", language="de")])))
    judged.read([0])
    assert judged.known.all()
    assert not model.asked
    assert not judged.of_pages().any()


NOTE = """The Herald named the wrong hall on Friday. The fire was at Linden Hall. The Herald regrets the mistake.

The fire began in a kitchen and burned for six hours. It was put out by forty firefighters. The Herald was there."""


def test_what_reads_as_news_is_of_the_note_that_most_of_its_paragraph_is() -> None:
    judged = Judged(Says(furniture="The Herald"), segment(collect([Document("fire", NOTE)])))
    judged.read_paragraphs([1])
    assert judged.was_read.tolist() == [True] * 3 + [False] * 3
    judged.read_paragraphs([4])
    assert judged.of_pages().tolist() == [True] * 3 + [False, False, True]
