"""Sentences that address the reader in the page's name, judged beside what is already known as clutter."""

from __future__ import annotations

from collections import Counter

from summarize.languages.patterns import REPORTED
from summarize.records.sentence import SentenceRole
from summarize.segmentation.roles.candidate import Candidate, Paragraph, tail
from summarize.segmentation.roles.cues import CALL_TO_ACTION, call_to_action_score

SHARED_WEIGHT = 2.0
"""What each of a sentence's words that its document shares takes from the evidence, beyond a quarter of them."""

FOREIGN_SHARE = 0.34
"""A clutter sentence shares at most this part of its words with the rest of its document."""


def mark_calls_to_action(blocks: list[Paragraph]) -> None:
    """Sentences that speak to the reader, and what stands in the same paragraph with clutter, become BOILERPLATE."""
    counts = _Counts(blocks)
    last = {id(block) for block in tail(blocks)}
    for index, block in enumerate(blocks):
        at_tail = id(block) in last
        neighbours = blocks[max(0, index - 1) : index + 2]
        beside = any(other[0].clutter for other in neighbours) or any(c.clutter for c in block)
        for candidate in block:
            if candidate.role in (SentenceRole.BODY, SentenceRole.HEADLINE) and candidate.reason != "title":
                score = call_to_action_score(candidate.text, candidate.words, tail=at_tail, beside=beside)
                if score < CALL_TO_ACTION or REPORTED.search(candidate.text):
                    continue
                # The article's own subject protects its sentences: a report on subscriptions keeps using the word.
                if score - SHARED_WEIGHT * max(0.0, counts.shared(candidate) - 0.25) >= CALL_TO_ACTION:
                    candidate.mark(SentenceRole.BOILERPLATE, "addresses the reader")
        if any(candidate.clutter for candidate in block):
            _mark_company(block, counts, at_tail)


class _Counts:
    """In how many sentences of a document each token stands; counted when first asked for, which is seldom."""

    def __init__(self, blocks: list[Paragraph]) -> None:
        self._blocks = blocks
        self._counts: Counter[str] | None = None

    def shared(self, candidate: Candidate) -> float:
        """Share, 0 to 1, of a sentence's longer words that the rest of its document uses too."""
        if self._counts is None:
            self._counts = Counter(token for block in self._blocks for c in block for token in set(c.tokens))
        own = [token for token in candidate.tokens if len(token) > 3]
        return sum(self._counts[token] > 1 for token in own) / len(own) if own else 0.0


def _mark_company(block: Paragraph, counts: _Counts, at_tail: bool) -> None:
    """Sentences that stand in one paragraph with clutter and have nothing to do with the article."""
    for i, candidate in enumerate(block):
        if not candidate.body or REPORTED.search(candidate.text):
            continue
        asks = candidate.text.endswith("?") and candidate.words <= 10
        foreign = candidate.words <= 8 and counts.shared(candidate) <= FOREIGN_SHARE
        before, behind = i > 0 and block[i - 1].clutter, i + 1 < len(block) and block[i + 1].clutter
        if (behind and asks) or (before and at_tail and foreign):
            candidate.mark(SentenceRole.BOILERPLATE, "beside clutter")
    # What is left of a paragraph of clutter: "The views are her own."
    rest = [candidate for candidate in block if candidate.body]
    if len(rest) == 1 and _goes_along(rest[0], counts, at_tail):
        rest[0].mark(SentenceRole.BOILERPLATE, "beside clutter")


def _goes_along(candidate: Candidate, counts: _Counts, at_tail: bool) -> bool:
    if candidate.text[0] in "“\"'‘" or REPORTED.search(candidate.text):
        return False
    return candidate.words <= (8 if at_tail else 6) and counts.shared(candidate) <= FOREIGN_SHARE
