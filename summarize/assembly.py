"""From indices to the brief: source numbers, citations, counts of what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from summarize.conflicts import FoundConflict
from summarize.options import Options
from summarize.records.brief import (
    Brief,
    BriefSentence,
    Citation,
    Claim,
    Conflict,
    ConflictValue,
    LeftOut,
    Member,
    Role,
    Source,
)
from summarize.records.corpus import Collection
from summarize.records.sentence import Kind, Sentence
from summarize.selection import Choice, Selection

OWN_WORDS = 8
"""Nobody writes so many words alike by chance: whoever does has them from the other, or both from a third."""


def assemble(
    collection: Collection,
    sentences: Sequence[Sentence],
    content: Sequence[Sentence],
    claims: Sequence[tuple[int, ...]],
    voices: Sequence[int],
    conflicts: Sequence[FoundConflict],
    selection: Selection,
    *,
    title: str | None,
    headlines: Mapping[int, str],
    off_topic: frozenset[int],
    model: str,
    options: Options,
) -> Brief:
    """The brief of a selection.

    `sentences` are all sentences, `content` those of content in documents on topic; `claims` and `selection` hold
    indices into `content`; `voices[d]` is the document whose voice document d shares,
    `headlines[d]` its headline where it has one.
    """
    chosen = {choice.claim: position for position, choice in enumerate(selection.choices)}
    # Chosen claims first, in reading order, so that claim 1 is the first sentence; then by worth.
    order = sorted(
        range(len(claims)), key=lambda claim: (chosen.get(claim, len(chosen)), -selection.worth[claim], claim)
    )
    claim_id = {claim: number for number, claim in enumerate(order, start=1)}

    brief_sentences = tuple(
        BriefSentence(
            text=content[choice.sentence].text,
            claim=claim_id[choice.claim],
            voices=_count_voices(content, (choice.sentence, *choice.support), voices),
            citations=tuple(_citations(collection, content, choice)),
        )
        for choice in selection.choices
    )
    return Brief(
        title=title,
        sentences=brief_sentences,
        sources=tuple(_sources(collection, sentences, headlines, voices, off_topic, brief_sentences)),
        claims=tuple(
            Claim(
                id=claim_id[claim],
                chosen=claim in chosen,
                score=round(selection.worth[claim], 4),
                voices=_count_voices(content, claims[claim], voices),
                members=tuple(
                    Member(number, content[index].start, content[index].end)
                    for index in claims[claim]
                    for number in collection.numbers[content[index].document]
                ),
            )
            for claim in order
        ),
        conflicts=tuple(_conflict(collection, content, conflict, claim_id) for conflict in conflicts),
        left_out=_left_out(collection, sentences, content, claims, off_topic, selection),
        model=model,
        options=options,
    )


def _count_voices(content: Sequence[Sentence], members: Sequence[int], voices: Sequence[int]) -> int:
    """Voices of some sentences; documents that have a sentence word for word in common speak with one there."""
    same = {voices[content[index].document]: voices[content[index].document] for index in members}
    said: dict[tuple[str, ...], int] = {}
    for index in members:
        sentence = content[index]
        voice = same[voices[sentence.document]]
        if len(sentence.tokens) >= OWN_WORDS:
            first = same[said.setdefault(sentence.tokens, voice)]
            if first != voice:
                same = {other: first if now == voice else now for other, now in same.items()}
    return len(set(same.values()))


def _citations(collection: Collection, content: Sequence[Sentence], choice: Choice) -> Iterator[Citation]:
    """The quoted span first, then one span of every other source that states the claim, by source number."""
    quoted = content[choice.sentence]
    home, *twins = collection.numbers[quoted.document]
    yield Citation(home, quoted.start, quoted.end, quoted.text, Role.QUOTED)
    spans = dict.fromkeys(twins, quoted)
    for index in choice.support:
        spans.update(dict.fromkeys(collection.numbers[content[index].document], content[index]))
    for number, sentence in sorted(spans.items()):
        yield Citation(number, sentence.start, sentence.end, sentence.text, Role.CORROBORATES)


def _conflict(
    collection: Collection, content: Sequence[Sentence], found: FoundConflict, claim_id: Mapping[int, int]
) -> Conflict:
    values = []
    for side in found.sides:
        sentence = content[side.sentence]
        source = collection.numbers[sentence.document][0]
        values.append(ConflictValue(side.value, source, sentence.start, sentence.end, sentence.text))
    return Conflict(found.kind, tuple(sorted(claim_id[claim] for claim in found.claims)), tuple(values))


def _sources(
    collection: Collection,
    sentences: Sequence[Sentence],
    headlines: Mapping[int, str],
    voices: Sequence[int],
    off_topic: frozenset[int],
    brief_sentences: Sequence[BriefSentence],
) -> Iterator[Source]:
    cited = Counter(citation.source for sentence in brief_sentences for citation in sentence.citations)
    length = Counter(sentence.document for sentence in sentences if sentence.kind is not Kind.BOILERPLATE)
    index_of = {number: index for index, numbers in enumerate(collection.numbers) for number in numbers}
    for number, document in enumerate(collection.given, start=1):
        index = index_of[number]
        original = collection.numbers[voices[index]][0]
        yield Source(
            number=number,
            id=document.id,
            title=document.title or headlines.get(index),
            url=document.url,
            publisher=document.publisher,
            published=document.published,
            sentences=length[index],
            cited=cited[number],
            copy_of=original if original != number else None,
            off_topic=index in off_topic,
        )


def _left_out(
    collection: Collection,
    sentences: Sequence[Sentence],
    content: Sequence[Sentence],
    claims: Sequence[tuple[int, ...]],
    off_topic: frozenset[int],
    selection: Selection,
) -> LeftOut:
    """Counts over all sources: with the sentences of the brief they add up to all sentences there are."""
    told = {index for choice in selection.choices for index in claims[choice.claim]}
    quoted = {choice.sentence for choice in selection.choices}
    counts: Counter[str] = Counter(redundant=-len(quoted))
    for sentence in sentences:
        if sentence.kind is Kind.BOILERPLATE:
            counts["boilerplate"] += len(collection.numbers[sentence.document])
        elif sentence.document in off_topic:
            counts["off_topic"] += len(collection.numbers[sentence.document])
    for index, sentence in enumerate(content):
        if index in told and (sentence.kind is Kind.BODY or index in quoted):
            reason = "redundant"
        else:
            reason = "budget" if sentence.kind is Kind.BODY else "too_short"
        counts[reason] += len(collection.numbers[sentence.document])
    return LeftOut(**counts)
