"""Every conflict of a corpus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from summarize.claims import Claims
from summarize.conflicts.ages import age_conflicts
from summarize.conflicts.classifier import Weights, default_weights
from summarize.conflicts.comparison import Comparison, Pair, compare
from summarize.conflicts.contradictions import CERTAIN, contradictions
from summarize.conflicts.corrections import corrections
from summarize.conflicts.figures import figure_conflicts
from summarize.conflicts.names import find_spellings, same_bearer
from summarize.conflicts.notices import find_notices
from summarize.conflicts.parsing import ParsedSentences
from summarize.conflicts.polarity import Polarity, Span, exclusive, negated, opposed_sides, polarity_of
from summarize.conflicts.records import FoundConflict, Side
from summarize.languages import get
from summarize.provenance import Copies
from summarize.provenance.occasions import Occasions
from summarize.quotability import Judged
from summarize.records.corpus import Corpus
from summarize.relations import CONTRADICTS, DIFFERENT, Reader, are_converse, budget

OPPOSITE_COSINE = 0.7
OPPOSITE_WORDS = 0.45
OPPOSITE_WORDS_BETWEEN = 0.6
"""Least likeness of two sentences, in meaning and in words, of which one says yes and the other no."""
SPELLING_COSINE = 0.5
"""Least cosine of two sentences of different claims that spell a name differently."""
MAX_DIFFERENT = 0.8
"""Probability of stating different facts, as they are read, up to which sentences with differing figures contradict."""
MIN_OF_TWO_ACTS = 0.5
"""Probability of contradicting, as they are read, from which days that stand with two verbs may be of one act."""
MAX_CONFIRMED = 6
"""Pairs of a conflict that are read to confirm it."""
MAX_PLACES = 64
"""Places of a name that are looked at."""


def find_conflicts(
    corpus: Corpus,
    claims: Claims,
    copies: Copies,
    reader: Reader | None = None,
    judged: Judged | None = None,
    weights: Weights | None = None,
    parsed: ParsedSentences | None = None,
) -> tuple[FoundConflict, ...]:
    """Where documents contradict each other, in the order of the first sentence concerned.

    Precision comes before recall: what could be rounding, another unit, a part of a whole, a former figure or another
    event is passed over. An imputed vector says too little for a conflict across claims. Pairs that a `reader` has
    read contradict each other if it is certain of it; of what is told the selection asks it more. What is `judged` to
    be no part of its article contradicts nothing. What either has read before counts for nothing. The sentences are
    taken apart anew unless they are given `parsed`.
    """
    if not corpus.sentences:
        return ()
    comparison = compare(corpus, claims, copies, parsed or ParsedSentences(corpus))
    figures = list(figure_conflicts(comparison, weights or default_weights()))
    figures += age_conflicts(comparison)
    told = frozenset().union(*(conflict.apart for conflict in figures))
    opposites = (conflict for conflict in _opposites(comparison) if not conflict.apart <= told)
    found = [*figures, *opposites, *_spellings(comparison)]
    if judged is not None:
        found = list(_of_articles(found, judged, budget(len(corpus.sentences))))
    if reader is not None:
        found, certainties = _confirmed(found, reader, budget(len(corpus.sentences)))
        told = told.union(*(conflict.apart for conflict in found))
        denied = [
            pair
            for pair, certainty in certainties.items()
            if certainty >= CERTAIN
            and pair not in told
            and comparison.document(pair[0]) != comparison.document(pair[1])
        ]
        found += contradictions(comparison.parsed, comparison.claim_of, denied)
    occasions = Occasions(corpus)
    found = _corrected([conflict for conflict in found if not _is_of_two(conflict, occasions, comparison)], comparison)
    return tuple(sorted(found, key=lambda conflict: [side.sentence for side in conflict.sides]))


def _is_of_two(conflict: FoundConflict, occasions: Occasions, comparison: Comparison) -> bool:
    """Whether documents that report on different occasions give the two sides of anything."""
    return conflict.kind != "name" and any(
        occasions.are_apart(comparison.document(left), comparison.document(right)) for left, right in conflict.apart
    )


def _corrected(found: Sequence[FoundConflict], comparison: Comparison) -> list[FoundConflict]:
    """The conflicts with what notices correct, in place of those of the same sentences."""
    notices = find_notices(comparison.corpus)
    places = {(sentence.document, sentence.start) for notice in notices for sentence in notice.sentences}
    noted = {i for i, each in enumerate(comparison.corpus.sentences) if (each.document, each.start) in places}
    corrected = list(corrections(comparison, notices))
    told = [{side.sentence for side in conflict.sides} | noted for conflict in corrected]
    kept = [each for each in found if not any({side.sentence for side in each.sides} <= those for those in told)]
    return [*kept, *corrected]


def _of_articles(found: Sequence[FoundConflict], judged: Judged, most: int) -> Iterator[FoundConflict]:
    """The conflicts without the sides that are captions or furniture of a page, where two values are left. At most
    `most` sentences are read; what is not read is believed.
    """
    read = list(dict.fromkeys(side.sentence for conflict in found for side in conflict.sides))[:most]
    judged.read(read)
    of_pages = judged.of_pages(read)
    for conflict in found:
        sides = tuple(side for side in conflict.sides if not of_pages[side.sentence])
        if len(sides) == len(conflict.sides):
            yield conflict
        elif len({side.value.casefold() for side in sides}) > 1:
            yield replace(conflict, sides=sides)


def _confirmed(
    found: Sequence[FoundConflict], reader: Reader, most: int
) -> tuple[list[FoundConflict], dict[tuple[int, int], float]]:
    """The conflicts of which some sentences may be on one thing as they are read, and how certain it is of every pair
    that was read that they contradict each other. At most `most` pairs of texts are read; what is not read is believed.
    """
    kept = []
    certainties: dict[tuple[int, int], float] = {}
    counted: set[tuple[str, str]] = set()
    for conflict in found:
        pairs = [pair for pair in sorted(conflict.apart)[:MAX_CONFIRMED] if reader.can_read(*pair)]
        texts = counted | reader.texts(pairs)
        if conflict.kind == "name" or conflict.is_certain or not pairs or len(texts) > most:
            kept.append(conflict)
            continue
        counted = texts
        relations = reader.read([left for left, _ in pairs], [right for _, right in pairs])
        certainties.update(zip(pairs, relations[:, CONTRADICTS].tolist(), strict=True))
        is_of_one = relations[:, DIFFERENT].min() <= MAX_DIFFERENT
        if is_of_one and not (conflict.of_two_acts and relations[:, CONTRADICTS].max() < MIN_OF_TWO_ACTS):
            kept.append(conflict)
    return kept, certainties


def _opposites(comparison: Comparison) -> Iterator[FoundConflict]:
    compared = comparison.pairs.compared
    polarities = {i: polarity_of(comparison.parsed[i].words, comparison.parsed[i].language) for i in compared}
    opposable = np.zeros(len(comparison.corpus.sentences), dtype=bool)
    opposable[compared] = [polarities[i].is_opposable for i in compared]
    seen: set[tuple[object, ...]] = set()
    for pair in comparison.pairs.where(lambda left, right: opposable[left] | opposable[right]):
        if not (pair.same_claim or pair.cosine >= OPPOSITE_COSINE):
            continue
        left, right = polarities[pair.left], polarities[pair.right]
        spans: tuple[Span, Span] | None
        kind, spans = "other", opposed_sides(left, right)
        if spans is None and pair.cosine >= OPPOSITE_COSINE:
            least = OPPOSITE_WORDS if pair.same_claim else OPPOSITE_WORDS_BETWEEN
            texts = comparison.text(pair.left), comparison.text(pair.right)
            if comparison.parsed.likeness(pair.left, pair.right) >= least and not are_converse(*texts, left.language):
                kind, spans = "polarity", negated(left, right) or _exclusive(comparison, pair, left, right)
        if spans is None:
            continue
        conflict = _conflict(comparison, kind, (pair.left, spans[0]), (pair.right, spans[1]))
        key = kind, conflict.claims, frozenset(side.value.casefold() for side in conflict.sides)
        if key not in seen:
            seen.add(key)
            yield conflict


def _exclusive(comparison: Comparison, pair: Pair, left: Polarity, right: Polarity) -> tuple[Span, Span] | None:
    """Words that exclude each other in sentences that may be of one day."""
    days, others = comparison.parsed[pair.left].weekdays, comparison.parsed[pair.right].weekdays
    return None if days and others and days.isdisjoint(others) else exclusive(left, right)


def _spellings(comparison: Comparison) -> Iterator[FoundConflict]:
    documents = comparison.corpus.document_of.tolist()
    for mine, yours in _spelled_alike(comparison, documents):
        for left, i, right, j in _nearest_places(comparison, mine[:MAX_PLACES], yours[:MAX_PLACES]):
            lefts, rights = comparison.parsed[left].words, comparison.parsed[right].words
            if same_bearer(lefts, i, rights, j):
                one, other = lefts[i], rights[j]
                yield _conflict(comparison, "name", (left, (one.start, one.end)), (right, (other.start, other.end)))
                break


def _spelled_alike(
    comparison: Comparison, documents: Sequence[int]
) -> Iterator[tuple[list[tuple[int, int]], list[tuple[int, int]]]]:
    """Places of names a letter apart, each language's by themselves."""
    languages = [sentence.language for sentence in comparison.corpus.sentences]
    for code in dict.fromkeys(languages):
        own = [
            words if language == code else []
            for words, language in zip(comparison.parsed.words, languages, strict=True)
        ]
        yield from find_spellings(own, documents, get(code))


def _nearest_places(
    comparison: Comparison, mine: Sequence[tuple[int, int]], yours: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, int, int]]:
    """Places (sentence, word, sentence, word) of either name that may be of one story, those of one claim first, then
    by likeness.
    """
    cosines = comparison.cosines([left for left, _ in mine], [right for right, _ in yours])
    claim = comparison.claim_of
    found = []
    for (left, i), row in zip(mine, cosines.tolist(), strict=True):
        for (right, j), cosine in zip(yours, row, strict=True):
            same_claim = claim[left] == claim[right]
            if same_claim or cosine >= SPELLING_COSINE:
                found.append((same_claim, cosine, left, i, right, j))
    for _, _, left, i, right, j in sorted(found, reverse=True):
        yield left, i, right, j


def _conflict(comparison: Comparison, kind: str, *spans: tuple[int, Span]) -> FoundConflict:
    sides = tuple(Side(i, comparison.text(i)[start:end]) for i, (start, end) in sorted(spans))
    indices = sorted(i for i, _ in spans)
    return FoundConflict(kind, comparison.claims_of(*indices), sides, frozenset({(indices[0], indices[-1])}))
