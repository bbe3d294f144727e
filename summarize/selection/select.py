"""The whole choice, for each kind of brief: what is told, in which order, and what is cited for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from summarize.claims import Claims
from summarize.conflicts import FoundConflict, contradictions, find_noted
from summarize.conflicts.parsing import ParsedSentences
from summarize.errors import NothingToSummarize
from summarize.options import Options
from summarize.provenance import Copies
from summarize.quotability import Judged
from summarize.records.corpus import Corpus
from summarize.relations import Reader
from summarize.selection.candidates import find_candidates, find_retracted
from summarize.selection.citations import Support, Witnesses, beside
from summarize.selection.judgement import Judgement
from summarize.selection.notes import find_notes
from summarize.selection.novelty import Novelty, choose_new
from summarize.selection.optimizer import Candidates, choose
from summarize.selection.ordering import leadership, reading_order
from summarize.selection.overtaken import Overtaken
from summarize.selection.personal import opinions
from summarize.selection.records import Choice, Selection
from summarize.selection.relevance import Relevance, choose_answers
from summarize.selection.repeats import Repeats
from summarize.selection.salience import expected_support, positions_of
from summarize.selection.speech import turns
from summarize.selection.title import choose_title

MAX_CHOICES = 4
"""How often the choice is made anew without what turned out to be overtaken when it was read."""

Tell = Callable[[Candidates, Sequence[int]], list[int]]
"""From candidates, and what is told before all others, to what is told, in reading order."""


def select(
    corpus: Corpus,
    claims: Claims,
    copies: Copies,
    conflicts: Sequence[FoundConflict],
    options: Options,
    reader: Reader | None = None,
    novelty: Novelty | None = None,
    relevance: Relevance | None = None,
    judged: Judged | None = None,
    parsed: ParsedSentences | None = None,
) -> Selection:
    """Chooses at most one sentence a claim, within the words and sentences the options allow.

    With a `reader`, what is cited for a sentence was read against it; without, the classifier of claims decides. What
    is quoted was `judged` in its place; without that, by rules alone. With
    `novelty` only what is new, changed or confirmed since an earlier brief is chosen, in this order; it may be nothing.
    With `relevance` only what answers a question is, the most relevant first; that may be nothing too.
    The sentences are taken apart anew unless they are given `parsed`. Raises NothingToSummarize when no sentence fits.
    """
    parsed = parsed or ParsedSentences(corpus)
    selector = _Selector(corpus, claims, copies, conflicts, options, reader, judged, parsed)
    if novelty is not None:
        return selector.update(novelty, relevance)
    if relevance is not None:
        return selector.answers(relevance)
    return selector.brief()


@dataclass(frozen=True, slots=True)
class _Told:
    """A choice and what the other documents say of it."""

    order: list[int]
    """In reading order."""
    supports: list[Support]
    contradictions: list[FoundConflict]


class _Selector:
    """One choice from a corpus: a method for each kind of brief, over what they have in common."""

    def __init__(
        self,
        corpus: Corpus,
        claims: Claims,
        copies: Copies,
        conflicts: Sequence[FoundConflict],
        options: Options,
        reader: Reader | None,
        judged: Judged | None,
        parsed: ParsedSentences,
    ) -> None:
        positions, spoken = positions_of(corpus), turns(corpus.sentences) | find_noted(corpus)
        self._columns = columns = opinions(corpus)
        self._corpus, self._claims, self._conflicts, self._options = corpus, claims, conflicts, options
        self._claim_of = claims.claim_of.tolist()
        self._salience = expected_support(corpus, claims, copies, positions.early)
        self._candidates = candidates = find_candidates(corpus, claims, positions, self._salience, spoken, columns)
        # What an interviewer asks is no report, nor is what is taken back, or takes back; all are cited only where
        # there is nothing else to quote either.
        silent = {index for index in spoken | find_retracted(corpus.sentences) if not candidates.usable[index]}
        self._witnesses = Witnesses(corpus, claims, reader, parsed, silent)
        longest = np.inf if options.max_words is None else options.max_words
        tellable = candidates.usable & (candidates.antecedent < 0) & (candidates.words <= longest)
        self._parsed = parsed
        self._apart = frozenset().union(*(conflict.apart for conflict in conflicts))
        self._overtaken = Overtaken(corpus, claims, conflicts, self._parsed, tellable, reader)
        self._judgement = None if judged is None else Judgement(judged, corpus.sentences, candidates.usable)
        self._repeats = Repeats(corpus.vectors, claims, candidates.concepts[0], self._witnesses, self._overtaken)

    def brief(self) -> Selection:
        """What is most salient, in the order in which the sources tell it."""

        def tell(candidates: Candidates, first: Sequence[int]) -> list[int]:
            limits = self._options.max_words, self._options.max_sentences
            for left, before in _rather_than_nothing(candidates, first):
                if chosen := choose(left, self._repeats, *limits, before):
                    return self._in_order(chosen, left.antecedent)
            raise _nothing_fits(candidates, self._options)

        return self._selection(self._settled(self._candidates, tell))

    def answers(self, relevance: Relevance) -> Selection:
        """What answers a question, the most relevant first; it may be nothing where no candidate does."""

        def tell(candidates: Candidates, first: Sequence[int]) -> list[int]:
            for left, before in _rather_than_nothing(candidates, first):
                if order := choose_answers(left, self._repeats, self._options, relevance.probability, before):
                    return order
            if candidates.usable.any():
                raise _nothing_fits(candidates, self._options)
            return []

        candidates = self._answering(relevance)
        selection = self._selection(self._settled(candidates, tell))
        return replace(selection, answered=bool(selection.choices))

    def update(self, novelty: Novelty, relevance: Relevance | None) -> Selection:
        """What is new or changed since an earlier brief, then what is confirmed, each in the order in which the sources
        tell it; with `relevance` of what answers a question. It may be nothing.
        """

        def tell(candidates: Candidates, first: Sequence[int]) -> list[int]:
            parts = choose_new(candidates, first, self._repeats, self._options, novelty)
            return [index for part in parts if part for index in self._in_order(part, candidates.antecedent)]

        candidates = self._candidates if relevance is None else self._answering(relevance)
        candidates = replace(candidates, fitness=candidates.fitness * (1 - novelty.likeness))
        self._apart |= novelty.apart
        for change in novelty.changes(self._conflicts):
            self._overtaken.overtake(change.update, candidates.usable)
        told = self._settled(candidates, tell, novelty.read)
        selection = self._selection(told)
        statuses = novelty.statuses(told.order, told.supports, (*self._conflicts, *told.contradictions))
        needed = {
            int(candidates.antecedent[index]) for index, status in zip(told.order, statuses, strict=True) if status
        }
        choices = zip(selection.choices, statuses, strict=True)
        return replace(
            selection,
            choices=tuple(replace(c, status=status) for c, status in choices if status or c.sentence in needed),
            answered=relevance is not None and bool(candidates.usable.any()),
        )

    def _answering(self, relevance: Relevance) -> Candidates:
        return replace(self._candidates, usable=self._candidates.usable & relevance.answers)

    def _in_order(self, chosen: Sequence[int], antecedent: NDArray[np.int64]) -> list[int]:
        members = [self._claims.groups[claim] for claim in self._claim_of]
        return reading_order(chosen, self._corpus.sentences, members, leadership(self._corpus, chosen), antecedent)

    def _settled(
        self,
        candidates: Candidates,
        tell: Tell,
        is_otherwise: Callable[[Sequence[int], Sequence[Support]], bool] = lambda order, supports: False,
    ) -> _Told:
        """What is told, read against the sources, and told anew while that shows some of it to be overtaken, or to be
        otherwise than it seemed.
        """
        for _ in range(MAX_CHOICES):
            told = self._read(self._judged(candidates, tell))
            is_stale = self._overtaken.find_stale(told.order, told.contradictions)
            if not is_otherwise(told.order, told.supports) and not is_stale:
                break
        return told

    def _judged(self, candidates: Candidates, tell: Tell) -> list[int]:
        """What is told of candidates that were read in their places, told anew while it holds some that were not."""
        if self._judgement is None:
            return tell(self._overtaken.without(candidates), self._overtaken.tellers)
        self._overtaken.cannot_tell(self._judgement.unfit())
        while self._judgement.reads(self._overtaken.tellers):
            self._overtaken.cannot_tell(self._judgement.unfit())
        left, first = self._overtaken.without(candidates), self._overtaken.tellers
        order = tell(self._judgement.likeliest(left), first)
        while self._judgement.reads(order):
            order = tell(self._judgement.likeliest(left), first)
        return order

    def _read(self, order: list[int]) -> _Told:
        supports = self._supports(order, self._apart)
        pairs = _contradicting(order, supports)
        return _Told(order, supports, contradictions(self._parsed, self._claim_of, pairs) if pairs else [])

    def _supports(self, order: Sequence[int], apart: Set[tuple[int, int]]) -> list[Support]:
        """What is cited for each sentence told, also where it stands behind the one that it leans on."""
        antecedent, cited = self._candidates.antecedent, dict[int, Support]()
        for index, support in zip(order, self._witnesses.supports(order, apart), strict=True):
            before = int(antecedent[index])
            if before in cited:
                against = beside(before, apart)
                cited[index] = self._witnesses.behind(index, support, cited[before], against, antecedent >= 0)
            else:
                cited[index] = support
        return [cited[index] for index in order]

    def _selection(self, told: _Told) -> Selection:
        title = choose_title(self._corpus, told.order, self._columns)
        notes = find_notes(self._corpus, told.order, title)
        return Selection(
            choices=tuple(
                Choice(self._claim_of[index], index, support.same, support.partial, noted)
                for index, support, noted in zip(told.order, told.supports, notes, strict=True)
            ),
            contradictions=tuple(told.contradictions),
            salience=tuple(float(self._salience[list(members)].max()) for members in self._claims.groups),
            title=title,
        )


def _rather_than_nothing(candidates: Candidates, first: Sequence[int]) -> Iterable[tuple[Candidates, Sequence[int]]]:
    """What to choose from, and what before all others: a sentence that depends on a missing one is better than none."""
    yield candidates, first
    yield candidates.standing_alone(), ()


def _nothing_fits(candidates: Candidates, options: Options) -> NothingToSummarize:
    shortest = int(candidates.words[candidates.usable].min())
    return NothingToSummarize(
        f"no sentence fits into {options.max_words} word{'s' * (options.max_words != 1)}: "
        f"the shortest that could be quoted has {shortest} words"
    )


def _contradicting(quoted: Sequence[int], supports: Sequence[Support]) -> set[tuple[int, int]]:
    """The quoted sentences with what was read as contradicting them, the lower index of each pair first."""
    return {
        (min(index, other), max(index, other))
        for index, support in zip(quoted, supports, strict=True)
        for other in support.contradicts
    }
