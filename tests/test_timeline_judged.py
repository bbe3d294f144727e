"""The judgements of dates that ship: they are of sentences of the events, and none says two things."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.annotated import load_events
from benchmarks.timeline import JUDGED, Dated, judge, load_judgements
from summarize.records.views import Precision, Quotation, TimelineEntry

EVENTS = load_events(Path("tests/data/events"))


def test_every_judgement_is_of_a_sentence_of_an_event() -> None:
    texts = {(event.id, document.id): document.text for event in EVENTS for document in event.documents}
    judgements = load_judgements(JUDGED)
    assert len(judgements) >= 60
    for told in judgements:
        text = texts[told.event, told.document]
        assert text[told.start].strip()
        assert text[told.start : told.end].rstrip()[-1] in '.!?”"'


def test_an_entry_is_wrong_where_one_of_its_sentences_is_and_not_judged_where_none_is() -> None:
    event = EVENTS[0]
    first, second = (event.documents[number].id for number in (0, 1))
    said = (Quotation(1, 0, 9, ""), Quotation(2, 0, 9, ""))
    entry = TimelineEntry("2029-11-13", Precision.DAY, 1, said)
    right, wrong = (Dated(event.id, document, 0, 9, "2029-11-13") for document in (first, second))
    assert judge(event, entry, {right: True}) is True
    assert judge(event, entry, {right: True, wrong: False}) is False
    assert judge(event, entry, {right._replace(date="2029-11-14"): True}) is None


def test_a_sentence_is_not_judged_in_two_ways(tmp_path: Path) -> None:
    line = '{"event": "e", "document": "d", "start": 0, "end": 9, "date": "2029", "right": %s}\n'
    file = tmp_path / "judged.jsonl"
    file.write_text(line % "true" + line % "false", encoding="utf-8")
    with pytest.raises(ValueError, match="two ways"):
        load_judgements(file)
