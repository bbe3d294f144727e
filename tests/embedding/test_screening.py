"""In a large collection the sentences that may be repeated are encoded, and those that open their documents."""

from __future__ import annotations

import random

import numpy as np

from summarize import Document
from summarize.embedding.screening import ENCODED_SHARE, LEAD_SENTENCES, MAX_ALL_ENCODED, choose_encoded
from summarize.records.sentence import Sentence
from summarize.segmentation import split_documents

WORDS = [f"{first}{second}{third}" for first in "bdfgk" for second in ("ar", "el", "or", "un") for third in "mnpst"]


def articles(count: int, length: int = 20, seed: int = 0) -> list[Document]:
    """Articles of sentences that stand alone, but for one fact that each tells in words of its own."""
    choose = random.Random(seed)
    made = []
    for number in range(count):
        lines = [" ".join(["The", *choose.choices(WORDS, k=9)]) + f" {number}-{k}." for k in range(length)]
        lines[length // 2] = f"The zeppelin moored at Quillfen after {choose.choice(WORDS)} {choose.choice(WORDS)}."
        made.append(Document(id=str(number), text=" ".join(lines)))
    return made


def told_by_all(sentence: Sentence) -> bool:
    return "zeppelin" in sentence.text


def test_a_collection_that_is_quickly_encoded_is_encoded_whole() -> None:
    sentences = split_documents(articles(MAX_ALL_ENCODED // 20))
    assert MAX_ALL_ENCODED - 100 < len(sentences) <= MAX_ALL_ENCODED
    assert choose_encoded(sentences).all()


def test_of_a_larger_one_no_more_than_its_share_is_encoded_and_what_is_told_twice_is_among_it() -> None:
    sentences = split_documents(articles(150))
    chosen = choose_encoded(sentences)
    assert len(sentences) == 3000
    share = ENCODED_SHARE * 3000
    assert share - 5 < chosen.sum() < share + 5  # a few sentences are equal, and one statement
    assert all(encoded for sentence, encoded in zip(sentences, chosen, strict=True) if told_by_all(sentence))
    assert all(encoded for s, encoded in zip(sentences, chosen, strict=True) if s.position < LEAD_SENTENCES)


def test_what_is_encoded_does_not_depend_on_the_order_of_the_documents() -> None:
    documents = articles(100)
    turned = documents[::-1]

    def chosen_texts(given: list[Document]) -> set[str]:
        sentences = split_documents(given)
        return {s.text for s, encoded in zip(sentences, choose_encoded(sentences), strict=True) if encoded}

    assert chosen_texts(documents) == chosen_texts(turned)


def test_copies_of_one_article_take_no_share_from_the_others() -> None:
    """A hundred copies are as many statements as one."""
    copies = [Document(id=f"copy-{k}", text=articles(1, seed=9)[0].text) for k in range(100)]
    assert choose_encoded(split_documents([*articles(60), *copies])).all()


def test_one_long_document_that_repeats_nothing_is_encoded_from_its_head() -> None:
    chosen = choose_encoded(split_documents(articles(1, length=4000)))
    assert np.array_equal(chosen, np.arange(4000) < ENCODED_SHARE * 4000)


def test_every_document_has_its_first_sentence_encoded_however_many_there_are() -> None:
    sentences = split_documents(articles(700, length=4))
    chosen = choose_encoded(sentences)
    assert not chosen.all()
    assert {s.document for s, encoded in zip(sentences, chosen, strict=True) if encoded} == set(range(700))
