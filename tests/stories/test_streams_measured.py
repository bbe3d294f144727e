"""The streams that the cost of stories is measured on: a few events, repeated with changes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.stories import Changer
from benchmarks.stories_data import load_lines

LINES: list[dict[str, Any]] = [
    {
        "id": "a",
        "documents": ["The ferry from Skarra struck the harbour wall.", "A ferry of Skarra was damaged today."],
    },
    {"id": "b", "documents": [{"text": "Voters in Lund elected another mayor.", "title": "Lund votes"}]},
]


def test_a_file_of_events_is_repeated_with_changes_to_any_size(tmp_path: Path) -> None:
    file = tmp_path / "events.jsonl"
    file.write_text("\n".join(map(json.dumps, LINES)), encoding="utf-8")
    events = list(load_lines(file))
    assert [len(event) for event in events] == [2, 1]
    documents, event_of = Changer(events).stream(10)
    assert len({document.id for document in documents}) == len(event_of) == 10
    assert len({document.text for document in documents}) == 10
    assert documents == Changer(events).stream(12)[0][:10]


def test_what_articles_on_one_event_share_they_share_after_the_change(tmp_path: Path) -> None:
    file = tmp_path / "events.jsonl"
    file.write_text("\n".join(map(json.dumps, LINES)), encoding="utf-8")
    first, second, *_ = Changer(list(load_lines(file))).stream(5)[0]
    assert first.text.split()[3] == second.text.split()[3]
    assert first.text not in LINES[0]["documents"]
