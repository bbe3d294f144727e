"""Copies of one report speak with one voice, however they were edited; independent reports keep their own."""

from __future__ import annotations

import json
import random
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from summarize import Document, summarize
from summarize.provenance import Copies, find_copies
from summarize.records.sentence import SentenceRole
from summarize.segmentation import split_documents
from tests.corpora import corpus_of

EVENTS = [
    json.loads(file.read_text(encoding="utf-8"))
    for file in sorted((Path(__file__).parents[1] / "data" / "events").glob("*.json"))
]
REWORDED = {
    r"\bsaid\b": "told reporters",
    r"\bon (Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b": "this week",
    r"\babout\b": "around",
    r"\bmore than\b": "over",
    r"\bpeople\b": "persons",
    r"\bafter\b": "following",
    r"\bbecause of\b": "owing to",
    r"\bwill\b": "is to",
}


def originals(documents: list[Document]) -> tuple[int, ...]:
    content = [s for s in split_documents(documents) if s.role is not SentenceRole.BOILERPLATE]
    return find_copies(corpus_of(content, documents=documents)).originals


def articles(event: dict[str, Any]) -> list[Document]:
    return [Document(id=d["id"], text=d["text"], title=d["title"]) for d in event["documents"]]


def longest(event: dict[str, Any]) -> Document:
    return max(articles(event), key=lambda document: len(document.text))


def edited(text: str, seed: int, keep: float) -> str:
    """Paragraphs cut and moved, words exchanged: what an editor does to a wire story."""
    chance = random.Random(seed)
    paragraphs = [p for p in re.split(r"\n+", text) if p.strip()]
    lead, rest = paragraphs[:2], paragraphs[2:]
    kept = chance.sample(rest, max(1, round(keep * len(rest))))
    result = "\n\n".join([*lead, *kept])
    for pattern, other in REWORDED.items():
        result = re.sub(pattern, other, result)
    return result


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event["id"])
@pytest.mark.parametrize("keep", [1.0, 0.7, 0.4])
def test_an_edited_and_shortened_copy_counts_once(event: dict[str, Any], keep: float) -> None:
    original = longest(event)
    copy = replace(original, id="copy", text=edited(original.text, seed=1, keep=keep))
    first, second = originals([original, copy])
    assert first == second


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event["id"])
def test_reports_written_independently_keep_their_own_voice(event: dict[str, Any]) -> None:
    own = [k for k, d in enumerate(event["documents"]) if d["copy_of"] is None]
    found = originals(articles(event))
    assert len({found[k] for k in own}) == len(own)


def test_wire_copies_that_were_rewritten_by_hand_are_found() -> None:
    copies = [(e, k, d["copy_of"]) for e in EVENTS for k, d in enumerate(e["documents"]) if d["copy_of"] is not None]
    assert copies
    for event, k, original in copies:
        found = originals(articles(event))
        assert found[k] == found[original], (event["id"], k)


def test_a_copy_of_a_copy_is_of_the_same_voice() -> None:
    original = longest(EVENTS[0])
    copy = edited(original.text, seed=2, keep=0.6)
    again = edited(copy, seed=3, keep=0.6)
    assert (
        len(set(originals([replace(original, id=str(k), text=t) for k, t in enumerate((original.text, copy, again))])))
        == 1
    )


def test_an_article_that_quotes_a_sentence_of_another_keeps_its_own_voice() -> None:
    one, other = longest(EVENTS[0]), longest(EVENTS[1])
    sentence = max(re.split(r"(?<=\.)\s+", one.text), key=len)
    assert len(set(originals([one, replace(other, text=f"{other.text}\n\n{sentence}")]))) == 2


def test_the_voice_is_that_of_the_document_published_first() -> None:
    original = longest(EVENTS[0])
    late = replace(original, id="late", published=datetime(2031, 5, 2, tzinfo=UTC))
    early = replace(late, id="early", text=edited(late.text, 1, 0.7), published=datetime(2031, 5, 1, tzinfo=UTC))
    assert originals([late, early]) == (1, 1)


def test_two_short_notes_are_copies_only_when_all_of_one_is_the_other() -> None:
    note = "A ferry struck the pier in fog on Tuesday."
    other = "A ferry struck the pier in fog on Monday night."
    notes = [Document(id=str(k), text=text) for k, text in enumerate((note, other, note + " "))]
    found = originals(notes)
    assert found[0] == found[2]
    assert found[1] != found[0]


def test_documents_that_contradict_each_other_are_no_copies_and_take_their_own_copies_along() -> None:
    copies = Copies((0, 0, 0, 0, 4, 4))
    assert copies.without([(0, 2), (0, 3)]).originals == (0, 0, 2, 2, 4, 4)
    assert copies.without([(1, 2)]).originals == (0, 0, 0, 0, 4, 4), "each of the two goes with the first"
    assert copies.without([(0, 1), (0, 2), (1, 2)]).originals == (0, 1, 2, 0, 4, 4)
    assert copies.without([]) == copies


def test_copies_that_differ_in_the_toll_are_two_sources() -> None:
    rest = (
        " The fire broke out shortly before midnight on the second floor of the warehouse in the harbour of Velmora."
        " Some 120 firefighters fought the flames until the morning, the city's fire chief Anna Brask told reporters."
        " The warehouse had been inspected in March, and no faults were found, according to the port authority."
    )
    documents = [
        Document("first", f"Three people were killed in a warehouse fire in Velmora on Monday.{rest}"),
        Document("second", f"Five people were killed in a warehouse fire in Velmora on Monday.{rest}"),
        Document("third", f"Three people were killed in a warehouse fire in Velmora on Monday.{rest} Police came."),
    ]
    assert originals(documents) == (2, 2, 2)
    assert [source.copy_of for source in summarize(documents).sources] == [3, None, None]


STATEMENT = (
    "We looked at every bolt of that bridge in the spring and found nothing that worried us. If we had, I would have"
    " closed it myself on the same day. My heart goes out to the families who are waiting tonight for news of their"
    " own, and I promise them that we will not rest until we know why it fell."
)
NOTE = (
    "A footbridge over the river Aln fell into the water in Morvale on Friday, throwing eleven walkers into the cold"
    " current below the weir."
)
REPORT = (
    "Eleven people were plunged into the Aln when the wooden crossing at Morvale gave way late in the week. Two of them"
    " were still in hospital on Saturday, their families told this newspaper."
)
OPEN = (
    ("“", "”"),
    ('"', '"'),
    ("« ", " »"),
)


def quoting(text: str, said: str) -> str:
    return f"{text}\n\n{said}\n\nThe town council meets on Monday."


@pytest.mark.parametrize("marks", [*OPEN, ("", " — Mara Holt (@maraholt) May 3, 2031")])
def test_reports_that_quote_one_statement_keep_their_own_voices(marks: tuple[str, str]) -> None:
    said = f"{marks[0]}{STATEMENT}{marks[1]}"
    spoken = f"“{STATEMENT}” engineer Mara Holt said."
    other = f"{REPORT}\n\n{spoken}\n\nAn inquiry has begun."
    assert len(set(originals([Document("a", quoting(NOTE, said)), Document("b", other)]))) == 2


def test_a_speech_of_several_paragraphs_is_a_quotation_of_which_only_the_last_is_closed() -> None:
    first, second = STATEMENT.split(" My heart")
    running = f"“{first}\n\n“My heart{second}”"
    documents = [Document("a", quoting(NOTE, running)), Document("b", quoting(REPORT, f"“{STATEMENT}”, she said."))]
    assert len(set(originals(documents))) == 2


def test_a_report_that_takes_over_the_other_ones_words_is_a_copy_with_and_without_what_it_quotes() -> None:
    said = f"“{STATEMENT}” engineer Mara Holt said."
    taken = f"{NOTE} {REPORT}".replace("on Friday", "this week")
    for other in (quoting(taken, said), taken):
        assert len(set(originals([Document("a", quoting(f"{NOTE} {REPORT}", said)), Document("b", other)]))) == 1


def test_words_that_only_one_of_two_sets_in_quotation_marks_are_taken_from_the_other() -> None:
    report = f"{NOTE} {REPORT}"
    documents = [
        Document("a", report),
        Document("b", f"The Morvale Post writes:\n\n“{report}”\n\nWe hope for the best."),
    ]
    assert len(set(originals(documents))) == 1


def test_a_statement_that_several_quote_is_one_where_it_stands_without_marks_too() -> None:
    documents = [
        Document("a", quoting(NOTE, STATEMENT)),
        Document("b", quoting(REPORT, f"“{STATEMENT}” Holt said.")),
        Document("c", f"Was the bridge safe?\n\n“{STATEMENT}” wrote its engineer.\n\nNobody answered our calls."),
    ]
    assert len(set(originals(documents))) == 3


def test_two_notes_with_other_quotations_under_the_same_words_are_no_copies() -> None:
    notes = [
        f"“{said}” the mayor of Morvale said." for said in ("We are sorry for all of it", "We have no idea at all")
    ]
    assert len(set(originals([Document(str(k), text) for k, text in enumerate(notes)]))) == 2


@pytest.mark.parametrize(
    ("sentence", "voices"),
    [
        ("“We looked at every bolt of that bridge in the spring and found nothing,” she said.", 2),
        ("The wooden crossing was last looked at in the spring by the engineers of the county.", 1),
        ("Holt told the county court that nothing of “that bridge in the spring” had worried her or her men.", 1),
    ],
)
def test_a_sentence_that_two_have_word_for_word_is_of_one_voice_unless_it_is_a_quotation(
    sentence: str, voices: int
) -> None:
    documents = [Document("a", f"{NOTE} {sentence}"), Document("b", f"{REPORT} {sentence}")]
    corpus = corpus_of([*split_documents(documents)], documents=documents)
    same = [s for s in corpus.sentences if s.text == sentence]
    assert len(same) == 2
    assert find_copies(corpus).count_independent(same) == voices
