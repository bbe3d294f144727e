"""What has become of an earlier brief."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import count

from summarize.claims import Claims
from summarize.conflicts import FoundConflict, Side
from summarize.provenance import Earlier
from summarize.records.corpus import Corpus
from summarize.records.views import Change, SentenceStatus, Since, Statement, Unrepeated
from summarize.rendering import Format, render
from summarize.selection import FoundChange, Novelty


def number_claims(order: Iterable[int], novelty: Novelty | None, claims: Claims) -> dict[int, int]:
    """The id of every claim, counted from 1 in this order.

    Those that go on from an earlier brief keep theirs: of the earlier claims the one with which a claim shares most
    members. All others then come behind the highest id of that brief.
    """
    kept, highest = _kept(novelty.earlier, claims) if novelty else ({}, 0)
    free = count(highest + 1)
    return {claim: kept[claim] if claim in kept else next(free) for claim in order}


def _kept(earlier: Earlier, claims: Claims) -> tuple[dict[int, int], int]:
    number = {index: claim for claim, members in enumerate(claims.groups) for index in members}
    shared = Counter((number[index], id) for index, id in earlier.claim_of.items())
    kept: dict[int, int] = {}
    taken: set[int] = set()
    for (claim, id), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0][1], item[0][0])):
        if claim not in kept and id not in taken:
            kept[claim] = id
            taken.add(id)
    return kept, max((claim.id for claim in earlier.brief.claims), default=0)


def since(
    novelty: Novelty, corpus: Corpus, claims: Claims, conflicts: Iterable[FoundConflict], claim_id: Mapping[int, int]
) -> Since:
    """What is new, confirmed, changed and not repeated since an earlier brief."""
    earlier = novelty.earlier
    number = {index: claim for claim, members in enumerate(claims.groups) for index in members}
    statuses = [novelty.status_of(claim) for claim in range(len(claims.groups))]

    def ids(status: SentenceStatus) -> tuple[int, ...]:
        return tuple(sorted(claim_id[claim] for claim, told in enumerate(statuses) if told is status))

    changes = novelty.changes(conflicts)
    return Since(
        title=earlier.brief.title,
        sha256=hashlib.sha256(render(earlier.brief, Format.JSON).encode()).hexdigest(),
        newer=_numbers(corpus, earlier.newer),
        revised=_numbers(corpus, earlier.revised),
        missing=earlier.missing,
        new=ids(SentenceStatus.NEW),
        confirmed=ids(SentenceStatus.CONFIRMED),
        disputed=tuple(
            sorted(claim_id[c] for c in novelty.disputed - {number[change.newer.sentence] for change in changes})
        ),
        changed=tuple(
            Change(
                claim_id[number[change.newer.sentence]],
                _statement(corpus, change.earlier),
                _statement(corpus, change.newer),
            )
            for change in changes
        ),
        unrepeated=tuple(_unrepeated(novelty, corpus, number, changes)),
    )


def _unrepeated(
    novelty: Novelty, corpus: Corpus, number: Mapping[int, int], changes: Iterable[FoundChange]
) -> Iterator[Unrepeated]:
    """What the earlier brief told and nothing newer states or replaces; nothing where there is nothing newer."""
    earlier = novelty.earlier
    if not (earlier.newer or earlier.revised):
        return
    replaced = {number[index] for change in changes for index in change.update.former}
    members: dict[int, set[int]] = {}
    for index, id in earlier.claim_of.items():
        members.setdefault(id, set()).add(index)
    for sentence in earlier.brief.sentences:
        own = members.get(sentence.claim, set())
        if not any(claim in replaced or novelty.is_repeated(claim) for claim in {number[index] for index in own}):
            sources = _numbers(corpus, {corpus.sentences[index].document for index in own})
            yield Unrepeated(sentence.claim, sentence.text, sources)


def _numbers(corpus: Corpus, documents: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(number for document in documents for number in corpus.numbers[document]))


def _statement(corpus: Corpus, side: Side) -> Statement:
    sentence = corpus.sentences[side.sentence]
    return Statement(side.value, corpus.numbers[sentence.document][0], sentence.start, sentence.end, sentence.text)
