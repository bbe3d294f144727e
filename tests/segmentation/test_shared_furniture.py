"""Lines that stand in all articles of a paper are told by the articles, and what these report together is none."""

from __future__ import annotations

import pytest

from summarize import Document, explain
from summarize.provenance import find_copies
from summarize.records.corpus import Corpus, collect
from summarize.records.sentence import SentenceRole
from summarize.segmentation import segment

HEAD = "The Skarn Bugle has been the voice of the whole valley since 1908."
FOOT = "The Bugle thanks its readers for every letter and every photo they send."
NEWS = (
    "A barge sank in the lock of Orle on Tuesday.\n\nIts crew of three swam ashore.",
    "Teachers in Pell will strike for two days.\n\nThey want smaller classes.",
    "The glass factory has been sold to a rival from Denmark.\n\nAll 140 jobs are safe.",
    "Judges sent a forger of stamps to prison.\n\nHe had sold them for nine years.",
)
KOPF = "Der Skarner Bote erscheint seit 1908 täglich und gehört seinen Lesern selbst."
NACHRICHTEN = (
    "Ein Lastkahn sank am Dienstag in der Schleuse von Orle.\n\nDie Besatzung schwamm ans Ufer.",
    "Lehrer in Pell streiken zwei Tage lang.\n\nDie Gewerkschaft fordert am Freitag kleinere Klassen.",
    "Das Glaswerk wurde an einen Konkurrenten aus Dänemark verkauft.\n\nDie 140 Stellen bleiben erhalten, heißt es.",
)


def segmented(texts: list[str], publishers: list[str | None]) -> Corpus:
    documents = (
        Document(id=str(number), text=text, publisher=publisher)
        for number, (text, publisher) in enumerate(zip(texts, publishers, strict=True))
    )
    return segment(collect(documents))


def furniture(corpus: Corpus) -> set[str]:
    return {line.text for line in corpus.boilerplate if line.reason == "in unrelated articles"}


def paper(news: tuple[str, ...]) -> list[str]:
    return [f"{HEAD}\n\n{text}\n\n{FOOT}" for text in news]


@pytest.mark.parametrize("publisher", [None, "Skarn Bugle"])
def test_a_line_of_all_articles_of_a_paper_is_no_part_of_them_and_makes_no_copies(publisher: str | None) -> None:
    corpus = segmented(paper(NEWS), [publisher] * len(NEWS))
    assert furniture(corpus) == {HEAD, FOOT}
    assert find_copies(corpus).originals == (0, 1, 2, 3)
    assert [sentence.position for sentence in corpus.sentences] == [0, 1] * len(NEWS)


def test_it_is_told_in_other_languages_too() -> None:
    corpus = segmented([f"{KOPF}\n\n{text}" for text in NACHRICHTEN], [None] * len(NACHRICHTEN))
    assert furniture(corpus) == {KOPF}


def test_in_articles_on_one_event_it_is_told_of_a_paper_that_is_known() -> None:
    """Elsewhere one report may have the line from another."""
    event = (
        "A barge sank in the lock of Orle on Tuesday.\n\nDivers look for its cargo of salt.",
        "The lock of Orle stays shut for a week.\n\nForty ships wait there since the barge sank.",
        "The barge that sank at Orle had no licence.\n\nIts owner was warned about the lock in May.",
    )
    assert furniture(segmented(paper(event), ["Skarn Bugle"] * len(event))) == {HEAD, FOOT}
    assert furniture(segmented(paper(event), [None] * len(event))) == set()


@pytest.mark.parametrize(
    ("texts", "publishers"),
    [
        (paper(NEWS[:2]), [None] * 2),
        (paper(NEWS[:3]), ["Skarn Bugle", "Pell Times", None]),
        (NEWS[:1] + NEWS[:1], [None] * 2),
    ],
    ids=["of two articles", "of two papers", "of one article"],
)
def test_what_two_have_in_common_or_two_papers_is_not(texts: list[str], publishers: list[str | None]) -> None:
    assert not furniture(segmented([f"{number}.\n\n{text}" for number, text in enumerate(texts)], publishers))


WIRE = (
    "A barge with salt for the north sank in the lock of Orle on Tuesday, the port said.",
    "Its crew of three swam ashore and was taken to a clinic in Pell.",
    "The lock will stay shut for a week, and forty ships wait before it.",
    "Its owner had been warned by inspectors in May that the hull was thin.",
)


@pytest.mark.parametrize("length", [1, 2, 4])
def test_a_report_that_several_took_from_an_agency_stays_whatever_stands_around_it(length: int) -> None:
    report = "\n\n".join(WIRE[:length])
    corpus = segmented([f"{report}\n\n{text}" for text in NEWS], [None] * len(NEWS))
    assert not furniture(corpus)
    assert {sentence.text for sentence in corpus.sentences} >= set(WIRE[:length])


def test_copies_of_a_report_with_the_lines_of_one_paper_are_copies_still() -> None:
    report = "\n\n".join(WIRE)
    leads = ("Skarn had no salt on Friday.", "A shop in Pell sold out of salt.", "Salt costs twice as much in Orle.")
    corpus = segmented([f"{HEAD}\n\n{lead}\n\n{report}\n\n{FOOT}" for lead in leads], [None] * 3)
    assert len(set(find_copies(corpus).originals)) == 1


def test_explain_says_what_told_it() -> None:
    lines = explain(Document(id=str(number), text=text) for number, text in enumerate(paper(NEWS)))
    reasons = [line.reason for line in lines["0"] if line.role is SentenceRole.BOILERPLATE]
    assert reasons == ["in unrelated articles"] * 2
