"""Claim by source: who reports it, who a part of it, who contradicts it, who leaves it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from summarize.provenance.copies import OWN_WORDS
from summarize.provenance.independence import agency_groups, publisher_groups
from summarize.records.brief import Brief, BriefSentence, Citation, CitationRole
from summarize.records.corpus import Corpus
from summarize.records.views import Coverage, CoverageCell, CoverageRow, Stance, Tie, Tied


def coverage(brief: Brief, corpus: Corpus) -> Coverage:
    """What every source on topic does with the claim of each sentence of the brief."""
    tied = tuple(_tied(brief, corpus))
    return Coverage(
        tuple(_row(brief, number, sentence, tied) for number, sentence in enumerate(brief.sentences, start=1)), tied
    )


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


def _row(brief: Brief, number: int, sentence: BriefSentence, tied: Iterable[Tied]) -> CoverageRow:
    cited = {citation.source: citation for citation in sentence.citations}
    against = dict(_contradicting(brief, sentence))
    cells = [_cell(source.number, cited, against) for source in brief.sources if not source.off_topic]
    reporting = [citation for citation in sentence.citations if citation.role is not CitationRole.PARTIAL]
    return CoverageRow(sentence.claim, number, _independent(reporting, tied), tuple(cells))


def _cell(source: int, cited: Mapping[int, Citation], against: Mapping[int, tuple[int, int]]) -> CoverageCell:
    if source in against:
        return CoverageCell(source, Stance.CONTRADICTS, *against[source])
    if source not in cited:
        return CoverageCell(source, Stance.LEAVES_OUT)
    citation = cited[source]
    stance = Stance.PARTLY if citation.role is CitationRole.PARTIAL else Stance.REPORTS
    return CoverageCell(source, stance, citation.start, citation.end)


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


def _independent(citations: Iterable[Citation], tied: Iterable[Tied]) -> int:
    """How many of the cited sources are independent; those that say it in the same words are not."""
    groups = [{citation.source} for citation in citations]
    said: dict[str, set[int]] = {}
    for citation in citations:
        words = citation.quote.casefold().split()
        if len(words) >= OWN_WORDS:
            said.setdefault(" ".join(words), set()).add(citation.source)
    for one in (*said.values(), *(set(group.sources) for group in tied)):
        joined = [group for group in groups if group & one]
        groups = [group for group in groups if not group & one]
        if joined:
            groups.append(set().union(*joined))
    return len(groups)
