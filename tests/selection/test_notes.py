"""What a brief takes for known is told beside it, and only where it is certain."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest

from summarize import Document
from summarize.records.corpus import Corpus, collect
from summarize.segmentation import segment
from summarize.selection.notes import find_notes

EVENTS = sorted((Path(__file__).parents[1] / "data" / "events").glob("*.json"))


def corpus_of(*texts: str, published: str | None = None) -> Corpus:
    """The texts as documents, segmented, in the order in which they are given."""
    day = datetime.fromisoformat(published) if published else None
    documents = [Document(f"{number}", text, published=day) for number, text in enumerate(texts)]
    corpus = segment(collect(documents))
    assert [document.text for document in corpus.documents] == sorted(texts), "give the texts in alphabetical order"
    return corpus


def noted(corpus: Corpus, *sentences: str, title: str | None = None) -> list[tuple[str, str]]:
    """What is explained in a brief of these sentences, in reading order, and how."""
    order = [next(i for i, s in enumerate(corpus.sentences) if s.text.startswith(text)) for text in sentences]
    return [
        (corpus.sentences[index].text[note.start : note.end], told(corpus, note.document, note.span, note.shown))
        for index, notes in zip(order, find_notes(corpus, order, title), strict=True)
        for note in notes
    ]


def told(corpus: Corpus, document: int, span: tuple[int, int] | None, shown: str | None) -> str:
    if span is None:
        assert shown is not None
        return shown
    return corpus.documents[document].text[slice(*span)]


ARREST = "Police arrested Ella Rade, 30, a former gardener, in Karst. A pipe with Rade's blood on it was found."


@pytest.mark.parametrize(
    ("text", "surname", "gloss"),
    [
        (ARREST, "Rade", "Ella Rade, 30, a former gardener"),
        ("Sheriff Tom Dade spoke at noon. Dade said the bridge would stay shut.", "Dade", "Sheriff Tom Dade"),
        (
            "Airline spokesman Joshua Freel wrote it. Freel said nobody was hurt.",
            "Freel",
            "Airline spokesman Joshua Freel",
        ),
        ("He met the governor, Helene Vastrick, in Karst. Vastrick said no.", "Vastrick", "governor, Helene Vastrick"),
        ("Amara Lind, who runs the group, was there. Lind left early.", "Lind", "Amara Lind, who runs the group"),
        ("The brother of the gunman, Eric Paddon, left. Paddon said nothing.", "Paddon", "Eric Paddon"),
        ("As designer Gary Rydell knew, it rained. Rydell stayed.", "Rydell", "designer Gary Rydell"),
        (
            "On Monday former ESPN anchor Craig Kilbert came. Kilbert left.",
            "Kilbert",
            "former ESPN anchor Craig Kilbert",
        ),
        ("The envoy Lee Do-hoon came. Lee said it was quiet.", "Lee", "envoy Lee Do-hoon"),
        ("The envoy to Marle Kurt Volk left. Envoy Kurt Volk flew home. Volk said little.", "Volk", "Envoy Kurt Volk"),
        ("A man, Sheldon Rich, however, said he would. Rich said so twice.", "Rich", "Sheldon Rich"),
        ("They met Lee Do-hoon on Jeju, and Lee was quiet. Nobody but Lee spoke up.", "Lee", "Lee Do-hoon"),
        ("The disgraced banker Tobias Krell fled. Krell owns a boat.", "Krell", "disgraced banker Tobias Krell"),
        ("Supporters of ousted Marle mayor Ada Prill met. Prill came.", "Prill", "ousted Marle mayor Ada Prill"),
        ("Officers freed mayor Ada Prill at noon. Prill wept.", "Prill", "mayor Ada Prill"),
        ("It hurt Dorn County State's Attorney Kim Voss. Voss won.", "Voss", "Dorn County State's Attorney Kim Voss"),
        ("On Friday's show host Ben Alder sang. Alder left.", "Alder", "host Ben Alder"),
    ],
)
def test_a_surname_that_nobody_introduced_is_told_in_the_words_of_a_source(text: str, surname: str, gloss: str) -> None:
    corpus = corpus_of(text)
    assert noted(corpus, corpus.sentences[-1].text) == [(surname, gloss)]


def test_a_surname_is_noted_once() -> None:
    corpus = corpus_of(ARREST + " Rade has been silent since.")
    assert len(noted(corpus, "A pipe", "Rade has")) == 1


def test_whoever_the_brief_has_introduced_needs_no_note() -> None:
    assert noted(corpus_of(ARREST), "Police arrested", "A pipe") == []


def test_whoever_the_title_introduces_needs_no_note() -> None:
    assert noted(corpus_of(ARREST), "A pipe", title="Gardener Ella Rade arrested") == []


def test_whoever_the_same_sentence_introduces_needs_no_note() -> None:
    corpus = corpus_of("Sheriff Tom Dade said so. Where Dade lives, Tom Dade is well known.")
    assert noted(corpus, "Where Dade") == []


def test_who_is_introduced_only_later_is_noted() -> None:
    assert len(noted(corpus_of(ARREST), "A pipe", "Police arrested")) == 1


def test_of_two_with_one_surname_neither_is_told() -> None:
    corpus = corpus_of(ARREST + " Her brother Tom Rade, 28, was questioned.")
    assert noted(corpus, "A pipe") == []


def test_of_parents_named_together_neither_is_told() -> None:
    corpus = corpus_of("Parents Ida and Evan Boyd, 40, sued. Boyd said that the dentist had lied.")
    assert noted(corpus, "Boyd said") == []


def test_a_relative_in_another_document_does_not_matter_where_the_own_is_clear() -> None:
    corpus = corpus_of(ARREST, "Tom Rade, 28, a brother of the suspect, was questioned.")
    assert noted(corpus, "A pipe") == [("Rade", "Ella Rade, 30, a former gardener")]


def test_a_name_and_its_short_form_are_one_person() -> None:
    corpus = corpus_of("Mayor Steve Ahl spoke. Stephen Ahl, 51, has no rival. Ahl said that he was tired.")
    assert noted(corpus, "Ahl said") == [("Ahl", "Mayor Steve Ahl")]


@pytest.mark.parametrize(
    "text",
    [
        "The Houston Texans lost at home. The Texans have now lost five games.",
        "The train left Fort Lincoln, a village. In Lincoln it stopped, and in Lincoln it burnt.",
        "Lanthorn Bank, a lender, was robbed. Bank said nothing of the sum.",
        "Ada Richter, however, left. The makers of Star Order Souls and Souls were glad.",
        "It is Star Order Souls, they say. Taking ideas from Souls, he built a maze.",
        "Whenever Netrix rises, others fall. Netrix said that it was glad.",
        "They met in Rade Street, a lane. Rade is older than the town.",
    ],
)
def test_a_place_a_firm_or_a_team_is_no_surname(text: str) -> None:
    corpus = corpus_of(text)
    assert noted(corpus, corpus.sentences[-1].text) == []


def test_a_stranger_s_document_does_not_tell_who_is_meant() -> None:
    """One document of two speaks of Rade without introducing anybody; who the other means may be someone else."""
    corpus = corpus_of("A pipe with Rade's blood on it was found.", "Police arrested Ella Rade, 30, in Karst.")
    assert noted(corpus, "A pipe") == []


def test_an_acronym_is_told_in_full() -> None:
    corpus = corpus_of(
        "The inquiry is led by the National Transport Safety Board (NTSB). The NTSB sent nine people to Karst."
    )
    assert noted(corpus, "The NTSB") == [("NTSB", "National Transport Safety Board")]


def test_an_acronym_with_full_stops_is_told_in_full_too() -> None:
    corpus = corpus_of(
        "The inquiry is led by the National Transport Safety Board (N.T.S.B.) in Karst. The N.T.S.B. sent nine people."
    )
    assert noted(corpus, "The N.T.S.B.") == [("N.T.S.B.", "National Transport Safety Board")]


def test_an_acronym_that_stands_beside_its_long_form_elsewhere_is_told_from_there() -> None:
    corpus = corpus_of("MTA officials were silent.", "The trains of the Marle Transport Authority stood still.")
    assert noted(corpus, "MTA officials") == [("MTA", "Marle Transport Authority")]


@pytest.mark.parametrize(
    "text",
    [
        "NASA said so, and the National Air and Space Agency (NASA) meant it.",
        "The MTA was silent. The Marle Transport Authority met the Mid Town Association.",
        "NOBODY saw it coming. The Marle Transport Authority was as glad as nobody else.",
    ],
)
def test_an_acronym_that_all_know_or_that_may_mean_two_things_is_not_told(text: str) -> None:
    corpus = corpus_of(text)
    assert noted(corpus, corpus.sentences[0].text) == []


def test_a_long_form_told_before_needs_no_note() -> None:
    corpus = corpus_of("The Marle Transport Authority shut the line. The MTA gave no reason.")
    assert noted(corpus, "The Marle", "The MTA") == []


def test_days_are_noted_once_and_again_when_another_is_meant() -> None:
    corpus = corpus_of("Rain fell on Monday. Snow fell on Monday. Hail fell on Tuesday.", published="2031-06-18")
    assert noted(corpus, "Rain", "Snow", "Hail") == [("Monday", "16 June 2031"), ("Tuesday", "17 June 2031")]


def test_a_page_that_is_dated_weeks_after_the_others_tells_no_day() -> None:
    """What it says of Monday was often written when the others were."""
    days = ["2031-06-18", "2031-06-18", "2031-07-09"]
    texts = ["Hail fell on Monday.", "Rain fell on Monday.", "Snow fell on Monday."]
    corpus = segment(
        collect(Document(t, t, published=datetime.fromisoformat(day)) for t, day in zip(texts, days, strict=True))
    )
    assert noted(corpus, "Rain") == [("Monday", "16 June 2031")]
    assert noted(corpus, "Snow") == [("Monday", "report of 9 July 2031")]


def test_without_a_date_of_publication_no_day_is_told() -> None:
    assert noted(corpus_of("Rain fell on Monday."), "Rain") == []


def test_a_date_above_the_text_is_that_of_its_report_and_is_quoted() -> None:
    text = "Posted: June 18, 2031 1:24 pm\n\nRain fell on the old town of Karst on Monday. Nobody was hurt in the rain."
    corpus = corpus_of(text)
    (note,) = find_notes(corpus, [next(i for i, s in enumerate(corpus.sentences) if "Monday" in s.text)], None)[0]
    assert note.shown == "16 June 2031"
    assert note.span is not None
    assert text[slice(*note.span)] == "June 18, 2031"


@pytest.mark.parametrize(
    "head",
    [
        "Published: June 18, 2031\n\nUpdated: July 2, 2031",
        "Photo taken in Karst on June 18, 2031 (AP)",
        "Posted: June 18",
        "Updated: June 18, 2031",
    ],
)
def test_a_date_that_may_not_be_that_of_the_report_tells_no_day(head: str) -> None:
    corpus = corpus_of(f"{head}\n\nRain fell on the old town of Karst on Monday. Nobody was hurt in the rain.")
    assert noted(corpus, "Rain fell") == []


def test_a_day_within_a_quotation_is_not_that_of_the_report() -> None:
    corpus = corpus_of("“We shut the gate on Monday,” a guard said.", published="2031-06-18")
    assert noted(corpus, "“We") == []


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.stem)
def test_what_is_told_stands_in_its_document_at_its_place(path: Path) -> None:
    """On whole articles taken for briefs: more notes than any brief has."""
    event = json.loads(path.read_text(encoding="utf-8"))
    corpus = segment(
        collect(
            Document(d["id"], d["text"], d.get("title"), published=_date(d.get("published")))
            for d in event["documents"]
        )
    )
    for own in _by_document(corpus):
        for index, notes in zip(own, find_notes(corpus, own, None), strict=True):
            sentence = corpus.sentences[index]
            places = [place for note in notes for place in (note.start, note.end)]
            assert places == sorted(places)
            for note in notes:
                words = sentence.text[note.start : note.end]
                assert words == words.strip() != ""
                gloss = told(corpus, note.document, note.span, note.shown)
                assert gloss == gloss.strip() != ""
                assert len(gloss.split()) <= 14
                if note.shown is None and not words.isupper():
                    assert words in gloss


def _date(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _by_document(corpus: Corpus) -> list[Sequence[int]]:
    return [
        [index for index, sentence in enumerate(corpus.sentences) if sentence.document == document]
        for document in range(len(corpus.documents))
    ]
