"""The brief as JSON, schema "summarize.brief/1": exact, with every claim and offset.

Beside what `Brief.to_dict` gives it holds, as "wording", the sentences that every other format says about the brief, so
that a page which shows it need not put them together again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from summarize.records.brief import Brief
from summarize.rendering import conflicts, wording
from summarize.rendering.sections import Section, sections

# json escapes the control characters below 0x20 only; these too can steer a terminal or break a line.
_UNESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def render(brief: Brief) -> str:
    return written(fields(brief))


def fields(brief: Brief) -> dict[str, Any]:
    """What `render` writes."""
    return brief.to_dict() | {"wording": _wording(brief)}


def written(data: Mapping[str, Any], indent: int | None = 2) -> str:
    """Any object as the JSON of this project, ending with one newline; without `indent` in one line.

    Raises ValueError for what JSON cannot hold.
    """
    text = json.dumps(data, ensure_ascii=False, indent=indent, allow_nan=False)
    return _UNESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def _wording(brief: Brief) -> dict[str, Any]:
    beside, _ = conflicts.placed(brief)
    # By identity: to compare conflicts with each other would take time with the square of their number.
    place = {id(conflict): number for number, told in enumerate(beside, start=1) for conflict in told}
    views = [_section(section) for section in sections(brief)]
    asked = wording.query(brief)
    return {
        **({"query": asked} if asked else {}),
        **(_since(brief) if brief.since else {}),
        **({"sections": views} if views else {}),
        "extent": wording.extent(brief),
        "left_out": wording.left_out(brief),
        "sentences": [wording.voices(sentence) for sentence in brief.sentences],
        "conflicts": [
            {
                "label": conflicts.label(conflict) if id(conflict) in place else conflicts.ELSEWHERE,
                "newest": conflicts.newest_word(conflict),
                "sentence": place.get(id(conflict)),
            }
            for conflict in brief.conflicts
        ],
    }


def _since(brief: Brief) -> dict[str, Any]:
    return {
        "since": wording.since(brief),
        "since_notes": wording.since_notes(brief),
        "statuses": [wording.status(sentence) for sentence in brief.sentences],
    }


def _section(section: Section) -> dict[str, Any]:
    """What is said of a view; its rows and cells are those of the view, which has the words of the sources."""
    rows = [[cell.said for cell in row] for row in section.rows]
    named = {"name": section.name, "title": section.title, "note": section.note}
    return {**named, "columns": list(section.columns), "rows": rows}
