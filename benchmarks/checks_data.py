"""Drafts made of annotated events: each article against the others, and sentences of it with something changed.

What the others state too is supported, what they contradict is contradicted, what nobody else tells is unsupported.
People's groups are loose (small details may differ), so these sentences weigh less in the fit than those of drafts that
were written to be checked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from benchmarks.annotated import Event
from benchmarks.checks import Draft
from benchmarks.corruptions import CONTRADICTING, STATED
from summarize.embedding import embed
from summarize.models import Encoder
from summarize.provenance import find_copies
from summarize.records.check import Verdict
from summarize.records.corpus import Corpus
from summarize.segmentation import segment

MIN_WORDS, MAX_WORDS = 4, 60
CHANGED = 2
"""Of three supported sentences those that are changed as well."""


def drafts_of(events: Sequence[Event], encoder: Encoder, articles: int) -> Iterator[Draft]:
    """For every event up to `articles` drafts, each the sentences of one article against the articles of others."""
    for number, event in enumerate(events):
        strange = events[(number + 1) % len(events)]
        originals = _originals(event, encoder)
        taken = 0
        for document in range(len(event.documents)):
            others = [d for d in range(len(event.documents)) if originals[d] != originals[document]]
            if others and taken < articles:
                taken += 1
                yield _draft(event, document, others, strange, Random(f"{event.id} {document}"))


def _originals(event: Event, encoder: Encoder) -> tuple[int, ...]:
    numbers = tuple((number,) for number in range(1, len(event.documents) + 1))
    return find_copies(embed(segment(Corpus(event.documents, event.documents, numbers)), encoder)).originals


def _draft(event: Event, document: int, others: Sequence[int], strange: Event, rng: Random) -> Draft:
    told: list[tuple[str, Verdict]] = []
    foreign = [s.text for k, s in enumerate(strange.sentences) if k not in strange.boilerplate and _fits(s.text)]
    whole = " ".join(event.documents[d].text for d in others)
    for index, sentence in enumerate(event.sentences):
        if sentence.document != document or index in event.boilerplate or not _fits(sentence.text):
            continue
        label, same = _label(event, index, others)
        if label is None:
            continue
        told.append((sentence.text, label))
        if label is not Verdict.SUPPORTED:
            continue
        for name in rng.sample(sorted(CONTRADICTING), len(CONTRADICTING)):
            changed = CONTRADICTING[name](sentence.text, whole, rng)
            if changed and changed[0] != sentence.text and _is_stated(name, changed[1], same) and rng.randrange(3) < CHANGED:
                told.append((changed[0], Verdict.CONTRADICTED))
                break
        if rng.randrange(6) == 0 and foreign:
            added = rng.choice(foreign)
            told.append((f"{sentence.text.rstrip('.')}, and {added[0].lower()}{added[1:]}", Verdict.PARTLY))
    texts, labels = zip(*told, strict=True) if told else ((), ())
    return Draft(event.id, tuple(replace(event.documents[d]) for d in others), texts, labels)


def _fits(text: str) -> bool:
    return MIN_WORDS <= len(text.split()) <= MAX_WORDS and text.rstrip("\"'”’)")[-1:] in (".", "!")


def _label(event: Event, index: int, others: Sequence[int]) -> tuple[Verdict | None, list[str]]:
    """What the other articles make of a sentence, and what they say of its fact."""
    opposed = {a + b - index for a, b in event.conflicts if index in (a, b)}
    opposed = {i for i in opposed if event.sentences[i].document in others}
    number = event.group_of.get(index)
    group = event.groups[number] if number is not None else frozenset()
    same = [i for i in sorted(group - opposed) if event.sentences[i].document in others]
    partly = any(index in partial for partial in event.partial)
    if same:
        apart = any({a, b} & group and index in (a, b) for a, b in event.conflicts)
        return (None if apart else Verdict.SUPPORTED), [event.sentences[i].text for i in same]
    if opposed:
        return Verdict.CONTRADICTED, []
    return (None if partly or group else Verdict.UNSUPPORTED), []


def _is_stated(change: str, words: str, same: Sequence[str]) -> bool:
    return change not in STATED or any(words.lower() in text.lower() for text in same)
