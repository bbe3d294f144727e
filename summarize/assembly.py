"""From indices to the brief: source numbers, citations, counts of what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from summarize.claims import Claims
from summarize.conflicts import FoundConflict, current_side, status_of
from summarize.options import Options
from summarize.provenance import Copies, list_sources
from summarize.records.brief import (
    Brief,
    BriefSentence,
    Citation,
    CitationRole,
    Claim,
    Conflict,
    ConflictStatus,
    ConflictValue,
    ContextNote,
    LeftOut,
    Member,
)
from summarize.records.corpus import Corpus
from summarize.records.sentence import SentenceRole
from summarize.records.views import Query
from summarize.selection import Choice, FoundNote, Novelty, Relevance, Selection
from summarize.views.since import number_claims, since


def assemble(
    corpus: Corpus,
    claims: Claims,
    copies: Copies,
    conflicts: Sequence[FoundConflict],
    selection: Selection,
    *,
    model: str,
    options: Options,
    novelty: Novelty | None = None,
    relevance: Relevance | None = None,
) -> Brief:
    """The brief of a selection; with `novelty` it tells what has become of an earlier one, with `relevance` what was
    asked.
    """
    chosen = {choice.claim: position for position, choice in enumerate(selection.choices)}
    # Chosen claims first, in reading order, so that claim 1 is the first sentence; then by salience.
    order = sorted(
        range(len(claims.groups)),
        key=lambda claim: (chosen.get(claim, len(chosen)), -selection.salience[claim], claim),
    )
    claim_id = number_claims(order, novelty, claims)
    replaced = [] if novelty is None else [change.conflict for change in novelty.changes(conflicts)]
    sentences = tuple(_sentence(corpus, copies, choice, claim_id[choice.claim]) for choice in selection.choices)
    cited = Counter(citation.source for sentence in sentences for citation in sentence.citations)
    return Brief(
        title=selection.title,
        sentences=sentences,
        sources=tuple(list_sources(corpus, copies, (*corpus.sentences, *corpus.outlying), cited)),
        claims=tuple(
            Claim(
                id=claim_id[claim],
                chosen=claim in chosen,
                score=round(selection.salience[claim], 4),
                voices=copies.count_independent(corpus.sentences[index] for index in claims.groups[claim]),
                members=tuple(
                    Member(number, corpus.sentences[index].start, corpus.sentences[index].end)
                    for index in claims.groups[claim]
                    for number in corpus.numbers[corpus.sentences[index].document]
                ),
                text=corpus.sentences[claims.groups[claim][0]].text,
            )
            for claim in order
        ),
        conflicts=tuple(_conflict(corpus, found, claim_id, is_replaced=found in replaced) for found in conflicts),
        left_out=_left_out(corpus, claims, selection),
        model=model,
        options=options,
        since=None if novelty is None else since(novelty, corpus, claims, conflicts, claim_id),
        query=None if relevance is None else _query(relevance, selection),
    )


def _query(relevance: Relevance, selection: Selection) -> Query:
    asked = relevance.question
    return Query(asked.text, selection.answered, asked.cut, asked.language, relevance.is_foreign)


def _sentence(corpus: Corpus, copies: Copies, choice: Choice, claim: int) -> BriefSentence:
    cited = (corpus.sentences[index] for index in (choice.sentence, *choice.support))
    return BriefSentence(
        text=corpus.sentences[choice.sentence].text,
        claim=claim,
        voices=copies.count_independent(cited),
        citations=tuple(_citations(corpus, choice)),
        notes=tuple(_note(corpus, note) for note in choice.notes),
        status=choice.status,
    )


def _note(corpus: Corpus, found: FoundNote) -> ContextNote:
    source = corpus.numbers[found.document][0]
    if found.span is None:
        return ContextNote(found.start, found.end, found.shown or "", source)
    quote = corpus.documents[found.document].text[slice(*found.span)]
    return ContextNote(found.start, found.end, found.shown or " ".join(quote.split()), source, *found.span, quote)


def _citations(corpus: Corpus, choice: Choice) -> Iterator[Citation]:
    """The quoted span first, then one span of every other source that states the claim, by source number."""
    quoted = corpus.sentences[choice.sentence]
    home, *twins = corpus.numbers[quoted.document]
    page = corpus.page(home, quoted.start)
    yield Citation(home, quoted.start, quoted.end, quoted.text, CitationRole.QUOTED, page)
    spans = dict.fromkeys(twins, quoted)
    for sentence in (corpus.sentences[index] for index in choice.support):
        spans.update(dict.fromkeys(corpus.numbers[sentence.document], sentence))
    roles = dict.fromkeys(spans, CitationRole.CORROBORATES)
    for sentence in (corpus.sentences[index] for index in choice.partial):
        for number in corpus.numbers[sentence.document]:
            if roles.setdefault(number, CitationRole.PARTIAL) is CitationRole.PARTIAL:
                spans[number] = sentence
    for number, sentence in sorted(spans.items()):
        page = corpus.page(number, sentence.start)
        yield Citation(number, sentence.start, sentence.end, sentence.text, roles[number], page)


def _conflict(corpus: Corpus, found: FoundConflict, claim_id: Mapping[int, int], *, is_replaced: bool) -> Conflict:
    values = []
    for side in found.sides:
        sentence = corpus.sentences[side.sentence]
        source = corpus.numbers[sentence.document][0]
        page = corpus.page(source, sentence.start)
        values.append(ConflictValue(side.value, source, sentence.start, sentence.end, sentence.text, page))
    claims = tuple(sorted(claim_id[claim] for claim in found.claims))
    newest = current_side(corpus, found)
    number = None if newest is None else corpus.numbers[corpus.sentences[newest.sentence].document][0]
    if found.correction is not None:
        sentence = found.correction.sentence
        number = corpus.numbers[sentence.document][0]
        if not any(value.source == number and value.value == found.correction.value for value in values):
            page = corpus.page(number, sentence.start)
            values.append(
                ConflictValue(found.correction.value, number, sentence.start, sentence.end, sentence.text, page)
            )
    status = ConflictStatus.UPDATE if is_replaced else status_of(corpus, found)
    return Conflict(found.kind, claims, tuple(values), number, status)


def _left_out(corpus: Corpus, claims: Claims, selection: Selection) -> LeftOut:
    """Counts over all sources: with the sentences of the brief they add up to all sentences there are."""
    told = {index for choice in selection.choices for index in claims.groups[choice.claim]}
    quoted = {choice.sentence for choice in selection.choices}
    counts: Counter[str] = Counter(redundant=-len(quoted))
    for sentence in corpus.boilerplate:
        counts["boilerplate"] += len(corpus.numbers[sentence.document])
    for sentence in corpus.outlying:
        counts["off_topic"] += len(corpus.numbers[sentence.document])
    for index, sentence in enumerate(corpus.sentences):
        if index in told and (sentence.role is SentenceRole.BODY or index in quoted):
            reason = "redundant"
        else:
            reason = "budget" if sentence.role is SentenceRole.BODY else "too_short"
        counts[reason] += len(corpus.numbers[sentence.document])
    return LeftOut(**counts)
