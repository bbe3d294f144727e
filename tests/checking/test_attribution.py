"""Which sources a draft means by its own citations."""

from __future__ import annotations

import time

import pytest

from summarize.checking import check
from summarize.checking.attribution import Sources
from summarize.checking.draft import Mention
from summarize.records.document import Document
from tests.conftest import WIRE, WordEncoder

DOCUMENTS = (
    Document(id="a.txt", text="x", title="Ferry hits mole", url="https://www.courier.example/ferry/?ref=1"),
    Document(id="folder/b.txt", text="y", publisher="The Ennick Mercury"),
    Document(id="c.txt", text="z", url="https://post.example/story", publisher="Ennick Post"),
)


def meant(mention: Mention, *references: tuple[int, str]) -> tuple[int, ...]:
    return Sources(DOCUMENTS, references).meant(mention)


def test_a_number_is_a_source_in_the_order_given() -> None:
    assert meant(Mention(0, 3, numbers=(1, 3))) == (1, 3)
    assert meant(Mention(0, 3, numbers=(4,))) == ()


def test_the_draft_s_own_list_goes_before_the_order_given() -> None:
    references = (1, "Ennick Post, https://post.example/story"), (2, "b.txt"), (3, "Elsewhere, https://other.example/1")
    assert meant(Mention(0, 3, numbers=(1,)), *references) == (3,)
    assert meant(Mention(0, 3, numbers=(2,)), *references) == (2,)
    assert meant(Mention(0, 3, numbers=(3,)), *references) == ()


def test_a_link_is_the_source_at_that_address() -> None:
    assert meant(Mention(0, 9, url="http://courier.example/ferry")) == (1,)
    assert meant(Mention(0, 9, url="http://courier.example/other")) == ()


def test_a_publisher_is_known_with_and_without_its_article() -> None:
    assert meant(Mention(0, 9, name="the Ennick Mercury")) == (2,)
    assert meant(Mention(0, 9, name="Ennick Post")) == (3,)
    assert meant(Mention(0, 9, name="Captain Haldane")) == ()


@pytest.mark.timed
def test_a_source_that_a_sentence_cites_ten_thousand_times_is_asked_once() -> None:
    draft = Document(id="draft", text="A passenger ferry struck the North Mole. " + "[1] [2] " * 5_000)
    begun = time.process_time()
    (sentence,) = check(draft, [Document(id="wire", text=WIRE)], WordEncoder()).sentences
    assert time.process_time() - begun < 6
    assert [len(citation.sources) for citation in sentence.own_citations] == 5_000 * [1, 0]
    assert len({citation.holds for citation in sentence.own_citations if citation.sources}) == 1
