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
