"""Which sources are cited for a quoted sentence, which contradict it, and what would say it again.

That two sentences share a claim says that they are about one fact. Whether the one supports the other, says a part of
it or denies it, only a model can tell that reads both together. In a language that it was not taught, what is cited
says the same in the same words; where there is no model, the classifier of claims decides. Nothing is cited for a part
then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from summarize.claims import Claims
from summarize.conflicts import CERTAIN, MIN_CONTRADICTS, MIN_SAME_FACT, SURELY_CONTRADICTS, has_grounds
from summarize.conflicts.parsing import ParsedSentences, read
from summarize.languages import get
from summarize.lexical.tokens import Tokenizer
from summarize.lexical.words import plain_words
from summarize.provenance.occasions import Occasions
from summarize.records.corpus import Corpus
from summarize.records.sentence import Sentence, SentenceRole
from summarize.relations import CONTRADICTS, PART, SAME, Reader, budget, says_in_words, told_by_words

NEAREST = 2
"""Sentences of every document that are read against a quoted one."""
QUOTED, MIN_LIKEST = 32, 6
"""To find what repeats it, a sentence told has one in so many of the pairs that may be read, and at least so many."""
MIN_CLOSENESS = 0.5
"""Least cosine, or probability of being one fact, of what is read against a quoted sentence."""
FEW, MIN_CLOSE = 12, 0.65
"""So few sentences have no others that they could be nearer to each other than to; how near they are must do then."""
MIN_DENIAL = 0.5
"""Probability of contradicting from which a denial contradicts what it may deny."""
MIN_UNREAD = 0.7
"""Probability of stating the quoted sentence's fact from which what cannot be read is cited for it."""
MIN_FIGURES, LEAST_FIGURE = 2, 10
"""So many figures, none of them smaller, say what is told of them in a language that nothing reads; results of a match
are smaller, and may be told of the other side."""
MIN_SUPPORT = 0.7
"""Probability of stating the quoted sentence's fact, or a part of it, from which what was read is cited."""
MIN_WHOLE = 0.6
"""Probability of stating the quoted sentence's main fact whole from which what supports it corroborates it."""
MIN_SHARES = 0.5
"""Probability of saying the same or a part of it, as it is read, below which nothing is cited however near it is."""
MAX_CONTRADICTS = 0.2
"""Probability of contradicting above which nothing is cited for anything."""
MIN_REPEATS = 0.5
"""Probability of saying the same from which a sentence is not told beside the quoted one."""

Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Support:
    """What other documents say of a quoted sentence, as indices of sentences, one a document."""

    same: tuple[int, ...] = ()
    partial: tuple[int, ...] = ()
    contradicts: tuple[int, ...] = ()


class Witnesses:
    """What the sentences of a corpus say of quoted ones, read against these within one budget."""

    def __init__(
        self,
        corpus: Corpus,
        claims: Claims,
        reader: Reader | None,
        parsed: ParsedSentences,
        silent: Set[int] = frozenset(),
    ) -> None:
        """`silent` are sentences that are not cited, as they ask, answer or are taken back."""
        self._corpus, self._claims, self._reader, self._parsed = corpus, claims, reader, parsed
        self._most = self._left = budget(len(corpus.sentences))
        self._document, self._claim_of = corpus.document_of, claims.claim_of
        self._silent = np.array([sentence.role is SentenceRole.FRAGMENT for sentence in corpus.sentences])
        self._silent[list(silent)] = True
        self._occasions = Occasions(corpus)

    def repeating(self, quoted: int) -> Indices:
        """The sentences that say the same as the quoted one, as far as they were read: those most like it are."""
        if self._reader is None:
            return np.zeros(0, dtype=np.int64)
        near, rank, _ = self._near(quoted, self._reader)
        likest = np.lexsort((near, -rank))[: max(MIN_LIKEST, self._most // QUOTED)]
        self._read_within_budget([(quoted, i) for i in near[likest].tolist()], self._reader)
        read, relations = self._relations(quoted, self._reader)
        return read[relations[:, SAME] >= MIN_REPEATS]

    def supports(self, quoted: Sequence[int], apart: Set[tuple[int, int]]) -> list[Support]:
        """What each other document says of every quoted sentence.

        The nearest sentence of every document is read against all of these before a second one of any document is; the
        likest first, as far as the budget goes. `apart` are pairs known to contradict each other, the lower index
        first: they are never cited for one another.
        """
        if self._reader is not None:
            found = []
            for order, index in enumerate(quoted):
                near, rank, place = self._near(index, self._reader)
                chosen = (place < NEAREST) & (self._document[near] != self._document[index])
                rows = zip(place[chosen].tolist(), (-rank[chosen]).tolist(), near[chosen].tolist(), strict=True)
                found += [(*row, order) for row in rows]
            self._read_within_budget([(quoted[order], i) for _, _, i, order in sorted(found)], self._reader)
        return [self._support(index, apart) for index in quoted]

    def behind(
        self, quoted: int, support: Support, antecedent: Support, apart: Iterable[int], leaning: NDArray[np.bool_]
    ) -> Support:
        """What is cited for a sentence that is told behind the one it leans on, whose support `antecedent` is;
        `apart` are sentences known to contradict it. `leaning` has *shape* (n,).

        The same words lean on something else in another document: what leans as well is not cited from one that
        contradicts the antecedent, nor, where nothing reads it, from one that is not cited for the antecedent.
        """
        agreeing, against = (
            {int(self._document[index]) for index in indices}
            for indices in ((*antecedent.same, *antecedent.partial), (*antecedent.contradicts, *apart))
        )

        def stays(index: int) -> bool:
            document = int(self._document[index])
            is_read = self._reader is not None and self._reader.can_read(quoted, index)
            return not leaning[index] or (document not in against and (is_read or document in agreeing))

        return replace(support, same=tuple(filter(stays, support.same)), partial=tuple(filter(stays, support.partial)))

    def _support(self, quoted: int, apart: Set[tuple[int, int]]) -> Support:
        """A headline serves only where its article does not say it again, and a fragment never."""
        usable = ~self._silent & (self._document != self._document[quoted])
        usable[self._of_others(quoted)] = False
        usable[beside(quoted, apart)] = False
        others = np.flatnonzero(usable).tolist()
        if self._reader is None:
            return Support(self._unread(quoted, others, self._may_agree))
        reader = self._reader
        found = self._told(quoted, usable, reader)
        unread = (i for i in others if not reader.can_read(quoted, i))
        further = self._unread(quoted, unread, self._says_in_words)
        return Support((*found.same, *further), found.partial, found.contradicts)

    def _of_others(self, quoted: int) -> list[int]:
        """What documents on other occasions than the quoted sentence's say, where that or they name their day."""
        apart = self._occasions.apart_from(int(self._document[quoted]))
        theirs = np.flatnonzero(np.isin(self._document, apart)).tolist() if apart else []
        return theirs if self._occasions.is_dated(quoted) else [i for i in theirs if self._occasions.is_dated(i)]

    def _near(self, quoted: int, reader: Reader) -> tuple[Indices, NDArray[np.float64], Indices]:
        """What may say what the quoted sentence says, how near it is, and how many of its document are nearer.
        *Shape:* (m,) each
        """
        closeness = self._corpus.vectors @ self._corpus.vectors[quoted]
        rank = np.round(np.maximum(closeness, self._claims.likelihood(quoted)), 5)
        near = np.flatnonzero(~self._silent & (rank >= MIN_CLOSENESS))
        near = near[[i != quoted and reader.can_read(quoted, i) for i in near.tolist()]]
        near = near[np.lexsort((near, -rank[near], self._document[near]))]
        own = self._document[near]
        return near, rank[near], np.arange(len(near)) - np.searchsorted(own, own)

    def _read_within_budget(self, wanted: Sequence[tuple[int, int]], reader: Reader) -> None:
        """Reads the pairs in their order, as far as the budget goes; what takes no time is read in any case."""
        within = reader.within(wanted, self._left)
        self._left -= reader.cost(within)
        reader.read([one for one, _ in within], [other for _, other in within])

    def _relations(self, quoted: int, reader: Reader) -> tuple[Indices, NDArray[np.float32]]:
        """What was read against the quoted sentence, rising, and how it relates to it. *Shapes:* (m,), (m, 4)"""
        read = beside(quoted, reader.known)
        return np.array(read, dtype=np.int64), reader.read([quoted] * len(read), read)

    def _told(self, quoted: int, usable: NDArray[np.bool_], reader: Reader) -> Support:
        """By what was read. A sentence that says all of it comes before one that says a part."""
        read, relations = self._relations(quoted, reader)
        pairs = np.full(len(read), quoted, dtype=np.int64), read
        supporting = self._claims.supporting(pairs, relations).tolist()
        words = [self._words(index) for index in read.tolist()]
        whole = self._claims.whole(relations, self._words(quoted), words).tolist()
        likely = self._claims.likelihood(quoted)
        apart = self._occasions.apart_from(int(self._document[quoted]))
        best: dict[int, tuple[bool, bool, float, int]] = {}
        against: dict[int, tuple[float, int]] = {}
        for i, says, all_of_it, relation in zip(read.tolist(), supporting, whole, relations.tolist(), strict=True):
            document, is_body = int(self._document[i]), self._corpus.sentences[i].role is SentenceRole.BODY
            if not usable[i]:
                continue
            if self._contradicts(quoted, i, relation[CONTRADICTS]) and (
                likely[i] >= MIN_SAME_FACT or self._is_sure(quoted, i, relation[CONTRADICTS])
            ):
                denial = (round(relation[CONTRADICTS], 4), -i)
                against[document] = max(against.get(document, denial), denial)
            elif self._may_be_cited(relation) and says >= MIN_SUPPORT:
                is_whole = all_of_it >= MIN_WHOLE or reader.says_all(i, quoted)
                if is_body or is_whole or relation[SAME] >= relation[PART]:  # of headlines, those that read as the same
                    fit = (is_body, is_whole, round(says, 4), -i)
                    best[document] = max(best.get(document, fit), fit)
        return Support(
            tuple(-fit[-1] for _, fit in sorted(best.items()) if fit[1]),
            tuple(-fit[-1] for _, fit in sorted(best.items()) if not fit[1]),
            tuple(-fit[-1] for document, fit in sorted(against.items()) if document not in {*best, *apart}),
        )

    def _words(self, index: int) -> frozenset[str]:
        """The words of a sentence that carry meaning."""
        sentence = self._corpus.sentences[index]
        return frozenset(sentence.tokens) - get(sentence.language).words.stop

    def _denials(self, index: int) -> int:
        """How often a sentence says no: where nothing reads it, its vector does not tell it from one that says yes."""
        sentence = self._corpus.sentences[index]
        negation = get(sentence.language).negation
        words = [word.lower() for word in plain_words(sentence.text, get(sentence.language))]
        return sum(
            word in negation.negations and after not in negation.undone
            for word, after in zip(words, [*words[1:], ""], strict=True)
        )

    def _contradicts(self, quoted: int, other: int, probability: float) -> bool:
        """Whether a contradiction is read with certainty enough: less is asked where just one of two sentences calls
        something untrue, and more where nothing in their words bears it out.
        """
        if probability < MIN_DENIAL:
            return False
        sentences = self._parsed[quoted], self._parsed[other]
        one, two = (bool(sentence.language.negation.untrue.search(sentence.text)) for sentence in sentences)
        least = MIN_CONTRADICTS if has_grounds(*sentences) else SURELY_CONTRADICTS
        return probability >= (MIN_DENIAL if one != two else least)

    def _is_sure(self, quoted: int, other: int, contradicts: float) -> bool:
        """Whether two sentences contradict each other however likely vectors and words make it that they tell one fact:
        as their words alone tell it, or as it is read where too few are compared for these to tell anything.
        """
        closeness = float(self._corpus.vectors[quoted] @ self._corpus.vectors[other])
        is_read = contradicts >= SURELY_CONTRADICTS and len(self._claim_of) <= FEW and closeness >= MIN_CLOSE
        return contradicts >= CERTAIN or is_read

    @staticmethod
    def _may_be_cited(relation: Sequence[float]) -> bool:
        return relation[CONTRADICTS] <= MAX_CONTRADICTS and relation[SAME] + relation[PART] >= MIN_SHARES

    def _unread(
        self, quoted: int, others: Iterable[int], agrees: Callable[[Sentence, Sentence], bool]
    ) -> tuple[int, ...]:
        """For every other document the member of the claim that most surely states what the quoted sentence states."""
        likelihood = self._claims.likelihood(quoted)
        members = frozenset(self._claims.groups[self._claim_of[quoted]])
        denials = self._denials(quoted)
        told = self._corpus.sentences[quoted]
        best: dict[int, tuple[bool, float, int]] = {}
        for i in others:
            sentence = self._corpus.sentences[i]
            is_near = i in members and likelihood[i] >= MIN_UNREAD and self._denials(i) == denials
            if is_near and agrees(told, sentence):
                fit = (sentence.role is SentenceRole.BODY, round(float(likelihood[i]), 5), -i)
                best[sentence.document] = max(best.get(sentence.document, fit), fit)
        return tuple(-i for _, _, i in best.values())

    @staticmethod
    def _may_agree(told: Sentence, other: Sentence) -> bool:
        """Whether the words of two sentences leave it open that they say the same."""
        language = get(told.language)
        return told_by_words(told.text, other.text, language, Tokenizer(language.stemmer)) is None

    @staticmethod
    def _says_in_words(told: Sentence, other: Sentence) -> bool:
        """Whether the other says it in its words, or gives several figures and both the same ones: vectors do not tell
        who sued whom, or whether prices rose or fell.
        """
        language = get(told.language)
        figures = _figures(told)
        return says_in_words(told.text, other.text, language, Tokenizer(language.stemmer)) or (
            len(figures) >= MIN_FIGURES and figures == _figures(other)
        )


def _figures(sentence: Sentence) -> frozenset[tuple[str, float, float]]:
    """The figures of a sentence that are large enough to be nobody else's by chance, each with its dimension."""
    values = read(sentence.text, get(sentence.language)).values
    return frozenset(
        (v.dimension, v.low, v.high) for v in values if v.kind == "number" and v.stated and v.low >= LEAST_FIGURE
    )


def beside(index: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """What stands in a pair with `index`, rising."""
    return sorted({one + other - index for one, other in pairs if index in (one, other) and one != other})
