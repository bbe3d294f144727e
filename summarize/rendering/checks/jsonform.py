"""The check as JSON, schema "summarize.check/1": exact, with every span, and what is said of it in words."""

from __future__ import annotations

from typing import Any

from summarize.records.check import Check
from summarize.rendering.checks import wording
from summarize.rendering.jsonform import written


def render(check: Check) -> str:
    return written(fields(check))


def fields(check: Check) -> dict[str, Any]:
    """What `render` writes."""
    data = check.to_dict()
    for told, sentence in zip(data["sentences"], check.sentences, strict=True):
        told["message"] = wording.message(sentence)
    data["summary"] = wording.summary(check)
    data["wording"] = {
        "verdicts": [wording.NAMES[sentence.verdict] for sentence in check.sentences],
        "roles": [[wording.ROLES[citation.role] for citation in sentence.citations] for sentence in check.sentences],
        "unread": "" if check.is_read else wording.UNREAD,
    }
    return data
