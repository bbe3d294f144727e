"""What is cited was read against what is quoted: a denial is never support, a part is called a part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from summarize import Brief, Document, Options, summarize
from summarize.conflicts.parsing import ParsedSentences
from summarize.records.brief import CitationRole
from summarize.records.corpus import collect
from summarize.relations import LABELS, Reader, budget
from summarize.rendering import Format, render
from summarize.segmentation import segment
from summarize.selection.citations import Witnesses
from tests.conftest import WordEncoder
from tests.selection.invented import claims_of

TOLD = "Norvex will close its plant in Halden in March, the company said on Tuesday."
SAID = {
    "same": "The company said on Tuesday that Norvex will close its plant in Halden in March.",
    "part": "Norvex, which will close its plant in Halden, said on Tuesday that its profit fell in March.",
    "contradicts": "Norvex denied on Tuesday that it will close its plant in Halden in March, the company said.",
    "different": "Norvex will open its plant museum in Halden in March, the company said on Tuesday.",
}
OWN = (
    "Two hundred people work there and make valves for ships. The mayor has asked the owners for talks next week. "
    "A union man spoke of a black day for families who had trusted every promise since the war.",
    "Farmers in the valley fear for their harvest after a month without rain. A choir sang in the square at noon. "
    "The bridge over the old canal stays shut until engineers have looked at each of its eleven arches.",
)


class Told:
    """A relation model that knows one answer for every pair."""

    def __init__(self, label: str, sure: float = 0.97) -> None:
        self.row = np.zeros(len(LABELS), dtype=np.float32)
        self.row[LABELS.index("different")] = 1 - sure
        self.row[LABELS.index(label)] = sure
        self.read: list[tuple[str, str]] = []
        self.known = {TOLD, *SAID.values()}

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        self.read += pairs
        rows = [self.row if self.known >= set(pair) else (0, 0, 0, 1) for pair in pairs]
        return np.array(rows, dtype=np.float32).reshape(len(pairs), len(LABELS))


def brief_of(label: str, model: Told | None) -> Brief:
    documents = [
        Document(id="a", text=f"{TOLD}\n\n{OWN[0]}"),
        Document(id="b", text=f"{SAID[label]}\n\n{OWN[1]}"),
    ]
    return summarize(documents, Options(max_sentences=1), WordEncoder(), relations=lambda encoder: model)


def roles(brief: Brief) -> list[CitationRole]:
    return [citation.role for citation in brief.sentences[0].citations[1:]]


def test_who_says_the_same_is_cited_in_support() -> None:
    brief = brief_of("same", Told("same"))
    assert roles(brief) == [CitationRole.CORROBORATES]
    assert brief.sentences[0].voices == 2


def test_who_says_a_part_is_cited_for_a_part_and_counts_for_no_confirmation() -> None:
    brief = brief_of("part", Told("part"))
    assert roles(brief) == [CitationRole.PARTIAL]
    assert brief.sentences[0].voices == 1
    assert ", in part [" in render(brief, Format.MARKDOWN)
    assert "in part" in render(brief, Format.HTML)
    assert ", in part [" in render(brief, Format.TEXT)


def test_who_says_all_of_it_and_more_is_no_partial_source() -> None:
    """The model calls it a part either way round; the words tell which one has the rest."""
    more = f"{TOLD[:-1]}, after years of losses that had worn its owners out."
    documents = [Document(id="a", text=f"{TOLD}\n\n{OWN[0]}"), Document(id="b", text=f"{more}\n\n{OWN[1]}")]
    model = Told("part")
    model.known |= {more}
    brief = summarize(documents, Options(max_words=14), WordEncoder(), relations=lambda encoder: model)
    assert brief.sentences[0].text == TOLD
    assert roles(brief) == [CitationRole.CORROBORATES]
    assert brief.sentences[0].voices == 2


def test_a_denial_is_never_cited_and_stands_beside_as_a_conflict() -> None:
    without = brief_of("contradicts", None)
    assert roles(without) == [CitationRole.CORROBORATES]  # what words and vectors alone would have cited
    brief = brief_of("contradicts", Told("contradicts"))
    assert roles(brief) == []
    (conflict,) = brief.conflicts
    assert {value.quote for value in conflict.values} == {TOLD, SAID["contradicts"]}


def test_what_says_something_else_is_not_cited_however_many_words_it_shares() -> None:
    assert roles(brief_of("different", Told("different"))) == []


@pytest.mark.parametrize("label", ["same", "part"])
def test_what_is_doubtful_is_not_cited(label: str) -> None:
    assert roles(brief_of(label, Told(label, sure=0.4))) == []


def test_a_sentence_is_read_against_the_nearest_of_every_other_document_and_never_against_its_own() -> None:
    model = Told("same")
    brief = brief_of("same", model)
    assert model.read
    quoted = brief.sentences[0].text
    for one, other in model.read:
        assert quoted in (one, other)
        assert {one, other} != {quoted}


@pytest.mark.parametrize(("sure", "contradicts"), [(0.8, False), (0.95, True)])
def test_a_contradiction_that_no_word_bears_out_must_be_surely_read(sure: float, contradicts: bool) -> None:
    model = Told("contradicts", sure)
    model.known.add(other := "Norvex is shutting the Halden works in March, so the company on Tuesday.")
    documents = [Document("a", f"{TOLD}\n\n{OWN[0]}"), Document("b", f"{other}\n\n{OWN[1]}")]
    corpus = segment(collect(documents))
    n = len(corpus.sentences)
    claims = claims_of(corpus.sentences, claims=[(0, 4)], likely={(0, 4): 0.9})
    corpus = replace(corpus, vectors=np.ones((n, 4), dtype=np.float32) / 2, exact=np.ones(n, dtype=bool))
    reader, parsed = Reader(model, corpus), ParsedSentences(corpus)
    (support,) = Witnesses(corpus, claims, reader, parsed).supports([0], frozenset())
    assert support.same == ()
    assert support.contradicts == ((4,) if contradicts else ())


def test_no_more_is_read_than_the_budgets_allow_however_many_say_nearly_the_same() -> None:
    documents = [
        Document(
            id=str(n), text=f"{n} of the workers of Norvex in Halden struck on day {n} of March, the company said."
        )
        for n in range(200)
    ]
    model = Told("same")
    summarize(documents, Options(max_words=120), WordEncoder(), relations=lambda encoder: model)
    assert len(model.read) <= 2 * budget(len(documents))  # once for what is told, once for conflicts in figures


@pytest.mark.parametrize(
    ("other", "cited"),
    [
        ("Zwölf Menschen starben, 38 wurden verletzt, als die Fähre Skarra im Nebel die Mole rammte.", True),
        ("Vierzehn Menschen starben, 38 wurden verletzt, als die Fähre Skarra im Nebel die Mole rammte.", False),
        ("Die Fähre Skarra verletzte im Nebel an der Mole 38 Menschen.", False),
    ],
)
def test_where_nothing_is_read_the_same_several_figures_say_the_same(other: str, cited: bool) -> None:
    told = "Die Fähre Skarra rammte im Nebel die Mole, 12 Menschen starben und 38 wurden verletzt."
    documents = [Document("a", told, language="de"), Document("b", other, language="de")]
    corpus = segment(collect(documents))
    claims = claims_of(corpus.sentences, claims=[(0, 1)], likely={(0, 1): 0.9})
    corpus = replace(corpus, vectors=np.ones((2, 4), dtype=np.float32) / 2, exact=np.ones(2, dtype=bool))
    reader, parsed = Reader(Told("same"), corpus), ParsedSentences(corpus)
    (support,) = Witnesses(corpus, claims, reader, parsed).supports([0], frozenset())
    assert bool(support.same) is cited
