"""Claim by source: who reports it, who a part of it, who contradicts it, who leaves it out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from summarize.provenance import Copies
from summarize.provenance.independence import agency_groups, publisher_groups
from summarize.records.brief import Brief, BriefSentence, CitationRole, Claim
from summarize.records.corpus import Corpus
from summarize.records.views import Coverage, CoverageCell, CoverageRow, Stance, Tie, Tied

Spans = dict[int, tuple[int, int]]
"""Where a source says something, by its number."""


def coverage(brief: Brief, corpus: Corpus, copies: Copies) -> Coverage:
    """What every source on topic does with the claim of each sentence of the brief."""
    tied = tuple(_tied(brief, corpus))
    document_of = {number: index for index, numbers in enumerate(corpus.numbers) for number in numbers}
    joined = copies.joined([document_of[number] for number in group.sources] for group in tied)
    sentence_at = {(sentence.document, sentence.start): sentence for sentence in corpus.sentences}

    def independent(reports: Spans) -> int:
        return joined.count_independent(sentence_at[document_of[n], start] for n, (start, _) in reports.items())

    claims = {claim.id: claim for claim in brief.claims}
    rows = (
        _row(brief, number, sentence, claims[sentence.claim], independent)
        for number, sentence in enumerate(brief.sentences, start=1)
    )
    return Coverage(tuple(rows), tied)


def _tied(brief: Brief, corpus: Corpus) -> Iterator[Tied]:
    copies: dict[int, list[int]] = {}
    for source in brief.sources:
        if source.copy_of is not None:
            copies.setdefault(source.copy_of, [source.copy_of]).append(source.number)
    yield from (Tied(tuple(sorted(group)), Tie.COPY) for _, group in sorted(copies.items()))
    for why, groups in ((Tie.AGENCY, agency_groups(corpus)), (Tie.PUBLISHER, publisher_groups(corpus))):
        seen = set()
        for name, documents in groups:
            numbers = tuple(sorted(number for index in documents for number in corpus.numbers[index]))
            if numbers not in seen:
                seen.add(numbers)
                yield Tied(numbers, why, name)


def _row(
    brief: Brief, number: int, sentence: BriefSentence, claim: Claim, independent: Callable[[Spans], int]
) -> CoverageRow:
    """A source with a sentence of the claim that is not cited for this one states what is told at least in part."""
    reports, partly = Spans(), Spans((m.source, (m.start, m.end)) for m in reversed(claim.members))
    for citation in sentence.citations:
        stated = partly if citation.role is CitationRole.PARTIAL else reports
        stated[citation.source] = citation.start, citation.end
    cells: dict[int, CoverageCell] = {}
    for stance, spans in (
        (Stance.PARTLY, partly),
        (Stance.REPORTS, reports),
        (Stance.CONTRADICTS, dict(_contradicting(brief, sentence))),
    ):
        cells.update((source, CoverageCell(source, stance, *span)) for source, span in spans.items())
    listed = (source.number for source in brief.sources if not source.off_topic)
    row = (cells.get(source, CoverageCell(source, Stance.LEAVES_OUT)) for source in listed)
    return CoverageRow(sentence.claim, number, independent(reports), tuple(row))


def _contradicting(brief: Brief, sentence: BriefSentence) -> Iterator[tuple[int, tuple[int, int]]]:
    """The sources that give another value than the sentence where it is a side of a conflict, each with its place."""
    home = sentence.citations[0]
    reporting = {c.source for c in sentence.citations if c.role is not CitationRole.PARTIAL}
    for conflict in brief.conflicts:
        if sentence.claim not in conflict.claims:
            continue
        own = {
            value.value.casefold()
            for value in conflict.values
            if value.source in reporting or (value.source, value.start) == (home.source, home.start)
        }
        for value in conflict.values:
            if own and value.value.casefold() not in own and value.source not in reporting:
                yield value.source, (value.start, value.end)
