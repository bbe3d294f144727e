"""Figures that a newer source gives with those they replace: "to 65 from 40", "up from an estimate of 40"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarize.conflicts.parsing import ParsedSentences
from summarize.conflicts.status import Update, when_published
from summarize.languages import get
from summarize.quantities.values import FORMER, Value
from summarize.records.corpus import Corpus

MIN_LIKENESS = 0.15
"""Likeness of words, numbers left out, from which two sentences with one figure are taken to speak of one thing."""
_FIGURES = re.compile(r"\d[\d.,]*(?<![.,])")


def find_restated(corpus: Corpus, parsed: ParsedSentences) -> list[Update]:
    """What gives a former figure with the new one, with all sentences of older documents that give the former alone."""
    dated = [when_published(corpus, sentence.document) for sentence in corpus.sentences]
    found = []
    for newer, (sentence, when) in enumerate(zip(corpus.sentences, dated, strict=True)):
        if when is None or not get(sentence.language).updates.changed.search(sentence.text):
            continue
        values = parsed[newer].values
        replaced = [value for value in values if value.relation == FORMER and value.kind == "number"]
        current = [value for value in values if value.relation != FORMER and value.kind == "number"]
        if not replaced or not current:
            continue
        former = [
            older
            for older, before in enumerate(dated)
            if before is not None
            and before < when
            and any(_gives(parsed, older, corpus.sentences[older].text, newer, value) for value in replaced)
            and not any(_gives(parsed, older, corpus.sentences[older].text, newer, value) for value in current)
            and parsed.likeness(older, newer) >= MIN_LIKENESS
        ]
        if former:
            found.append(Update("number", tuple(former), (newer,), newer))
    return found


def _gives(parsed: ParsedSentences, older: int, text: str, newer: int, value: Value) -> bool:
    """Whether an older sentence gives the same figure, of the same dimension if the newer one names any."""
    shown = parsed[newer].text[value.start : value.end]
    figures = _FIGURES.findall(shown)
    if figures and not any(figure in text for figure in figures):
        return False
    own = parsed[older]
    return any(_is_same(value, shown, other, own.text[other.start : other.end]) for other in _stated(own.values))


def _stated(values: tuple[Value, ...]) -> Iterator[Value]:
    return (value for value in values if value.kind == "number" and value.relation != FORMER)


def _is_same(value: Value, shown: str, other: Value, other_shown: str) -> bool:
    if value.dimension.partition("/")[0] == other.dimension.partition("/")[0]:  # "from $70 to $82 a share"
        return value.low <= other.high and other.low <= value.high
    figures = _FIGURES.findall(shown)
    return value.dimension == "count" and bool(figures) and figures == _FIGURES.findall(other_shown)
