"""Columns beside reports: what their writers think is told as no fact, and names no brief."""

from __future__ import annotations

import pytest

from summarize import Brief, Document, summarize
from summarize.languages import get
from summarize.selection.personal import is_attributed
from tests.conftest import WordEncoder

HEADLINE = "Ferry line took gifts from the radar maker"
REPORT = (
    "The ferry line of Skarra took gifts worth 40,000 florins from a maker of radars, documents show. "
    "The council of Skarra will debate the gifts to the ferry line on Thursday."
)
COLUMN = (
    "The ferry line of Skarra has lied to the council about the gifts. The ferry line must go. "
    "A clerk of the council said on Monday that the gifts were never declared."
)


def brief_of(*documents: Document) -> Brief:
    return summarize(documents, encoder=WordEncoder())


def column(title: str, text: str = COLUMN) -> Document:
    return Document("column", f"{title}\n\nBy Olaf Berg\n\n{text}", title=title)


LABELS = ["Comment: Why the ferry line must go", "Opinion | The ferry line must go", "The ferry line must go – Column"]


@pytest.mark.parametrize("title", [*LABELS, "Analysis: What gifts tell of the ferry line"])
def test_where_a_report_is_there_a_column_tells_only_what_it_says_that_somebody_said(title: str) -> None:
    brief = brief_of(column(title), Document("report", REPORT, title=HEADLINE))
    texts = " ".join(sentence.text for sentence in brief.sentences)
    assert "documents show" in texts
    assert "must go" not in texts
    assert "has lied" not in texts
    assert "A clerk of the council said" in texts


@pytest.mark.parametrize("title", LABELS)
def test_the_headline_of_a_column_names_no_brief_that_has_a_report_s(title: str) -> None:
    assert brief_of(column(title), Document("report", REPORT, title=HEADLINE)).title == HEADLINE


def test_columns_alone_make_a_brief_as_there_is_nothing_else() -> None:
    brief = brief_of(column(LABELS[0]), Document("other", f"Opinion: Let it sail\n\n{COLUMN[:66]}"))
    assert brief.sentences


def test_what_a_column_says_as_a_report_does_is_cited_for_it() -> None:
    said = REPORT.partition(". ")[0] + "."
    brief = brief_of(column(LABELS[0], f"{said} {COLUMN}"), Document("report", REPORT, title=HEADLINE))
    (told,) = (sentence for sentence in brief.sentences if sentence.text == said)
    assert len({citation.source for citation in told.citations}) == 2


def test_the_label_of_a_column_is_known_in_its_language() -> None:
    report = (
        "Die Reederei von Skarra hat Geschenke im Wert von 40.000 Gulden angenommen. "
        "Der Rat von Skarra berät am Donnerstag über die Geschenke."
    )
    opinion = (
        "Kommentar: Die Reederei muss gehen\n\nDie Reederei hat den Rat belogen. Die Reederei von Skarra muss gehen."
    )
    brief = brief_of(Document("a", opinion, language="de"), Document("b", report, language="de"))
    assert {sentence.text for sentence in brief.sentences} <= set(report.replace(". ", ".\n").split("\n"))


@pytest.mark.parametrize(
    ("code", "headline"),
    [
        ("de", "Gastbeitrag: Licht auf die Mole"),
        ("fr", "Éditorial : une lumière pour le môle"),
        ("es", "Opinión | Una luz para el muelle"),
        ("it", "Il commento: una luce per il molo"),
        ("pt", "Opinião: uma luz para o cais"),
        ("nl", "Opinie: licht op de pier"),
        ("pl", "Felieton: światło na molo"),
        ("ru", "Мнение: свет на причале"),
    ],
)
def test_a_label_before_a_headline_tells_a_column(code: str, headline: str) -> None:
    assert get(code).person.opinion_label.search(headline)
    assert not get(code).person.opinion_label.search(headline.replace(":", "").replace(" |", "").replace(" :", ""))


@pytest.mark.parametrize(
    ("text", "attributed"),
    [
        ("The port said on Monday that the mole is closed.", True),
        ("“The light failed,” the warden told the court.", True),
        ("The port must pay for the mole.", False),
        ("“The port said nothing” is all there is.", False),
        ("I told the port so in May.", False),
        ("What has the port said of this?", False),
    ],
)
def test_a_sentence_of_a_column_is_somebody_else_s_where_it_says_whose(text: str, attributed: bool) -> None:
    assert is_attributed(text, get("en")) is attributed
