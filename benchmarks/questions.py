"""Questions on annotated events, with the sentences that answer them: benchmarks/data/queries.

A line holds `event`, `question` and `answers`: numbers of sentences in the event's file, or for texts that are not in
the repository the first twelve digits of the SHA-256 of a text with start and end in it. No answers: the event's
articles do not say.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.annotated import Event
from summarize.records.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on an event, and the spans that answer it."""

    event: str
    question: str
    answers: tuple[tuple[str, int, int], ...]
    """Each the hash of a text, start and end."""


def digest(text: str) -> str:
    """What a text is named by."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def load_questions(path: Path, events: Iterable[Event]) -> list[Asked]:
    """The questions of a file on these events. Raises ValueError for an answer that no text of its event holds."""
    by_id = {event.id: event for event in events}
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [_asked(by_id[line["event"]], line) for line in lines if line["event"] in by_id]


def _asked(event: Event, line: dict[str, object]) -> Asked:
    answers = line["answers"]
    assert isinstance(answers, list)
    spans = tuple(_span(event, one) if isinstance(one, int) else (one[0], one[1], one[2]) for one in answers)
    texts = {digest(document.text) for document in event.documents}
    if unknown := [span for span in spans if span[0] not in texts]:
        raise ValueError(f"{event.id}: no text of it is {unknown[0][0]}")
    return Asked(event.id, str(line["question"]), spans)


def _span(event: Event, number: int) -> tuple[str, int, int]:
    sentence = event.sentences[number]
    return digest(event.documents[sentence.document].text), sentence.start, sentence.end


def is_answer(asked: Asked, text: str, start: int, end: int) -> bool:
    """Whether a span of a text covers half of one that answers, or the other way round."""
    return any(
        name == text and 2 * (min(end, last) - max(start, first)) >= min(end - start, last - first)
        for name, first, last in asked.answers
    )


def answering(asked: Asked, corpus: Corpus, found: Sequence[int] | NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which of some sentences of a corpus answer. *Shape:* (len(found),)"""
    names = [digest(document.text) for document in corpus.documents]
    chosen = [corpus.sentences[int(index)] for index in found]
    return np.array([is_answer(asked, names[s.document], s.start, s.end) for s in chosen], dtype=bool)
