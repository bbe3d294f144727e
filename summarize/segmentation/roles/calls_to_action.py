"""Sentences that address the reader in the page's name, judged beside what is already known as boilerplate."""

from __future__ import annotations

import re
from collections import Counter

from summarize.languages import Language
from summarize.languages.patterns import MAX_MATCHED_CHARACTERS, Rule
from summarize.records.sentence import SentenceRole
from summarize.segmentation.roles.candidate import TITLE, Candidate, Paragraph, tail

MIN_CALL_TO_ACTION = 4.0
"""The lowest sum that makes a sentence boilerplate; set on invented events and 180 hand-made article texts."""

_MAX_WORDS = 40

_SHOUTING = re.compile(r"(?<![A-Z])(?:[A-Z]{3,}[ :,!?-]+){2,}")

ADDRESSES_READER, BESIDE_BOILERPLATE = Rule("addresses the reader"), Rule("beside boilerplate")

SHARED_WEIGHT = 2.0
"""What each of a sentence's words that its document shares takes from the evidence, beyond a quarter of them."""

FOREIGN_SHARE = 0.34
"""A boilerplate sentence shares at most this part of its words with the rest of its document."""


def mark_calls_to_action(blocks: list[Paragraph], language: Language) -> None:
    """Sentences that speak to the reader, and what shares a paragraph with boilerplate, become BOILERPLATE."""
    counts = _Counts(blocks)
    last = {id(block) for block in tail(blocks)}
    for index, block in enumerate(blocks):
        at_tail = id(block) in last
        neighbours = blocks[max(0, index - 1) : index + 2]
        beside = any(other[0].boilerplate for other in neighbours) or any(c.boilerplate for c in block)
        for candidate in block:
            if candidate.role in (SentenceRole.BODY, SentenceRole.HEADLINE) and candidate.rule is not TITLE:
                score = call_to_action_score(candidate.text, candidate.words, language, tail=at_tail, beside=beside)
                if score < MIN_CALL_TO_ACTION or language.reported.search(candidate.text):
                    continue
                # The article's own subject protects its sentences: a report on subscriptions keeps using the word.
                if score - SHARED_WEIGHT * max(0.0, counts.shared(candidate) - 0.25) >= MIN_CALL_TO_ACTION:
                    candidate.mark(SentenceRole.BOILERPLATE, ADDRESSES_READER)
        if any(candidate.boilerplate for candidate in block):
            _mark_company(block, counts, at_tail, language)


def call_to_action_score(text: str, words: int, language: Language, *, tail: bool, beside: bool) -> float:
    """Sum of the evidence, 0 to about 9; MIN_CALL_TO_ACTION and more is boilerplate.

    `tail`: among the last paragraphs; `beside`: next to boilerplate.
    """
    cues = language.calls_to_action
    if words > _MAX_WORDS or len(text) > MAX_MATCHED_CHARACTERS:
        return 0.0
    score = 2.0 * bool(cues.imperative.match(text)) + bool(cues.second_person.search(text))
    score += 1.5 * bool(cues.address.search(text)) + 1.5 * bool(cues.offer.search(text))
    if not score:
        return 0.0
    score += bool(cues.question.match(text)) + bool(cues.media.search(text))
    score += 0.5 * (bool(cues.page_speaks.search(text)) + bool(_SHOUTING.search(text)) + text.endswith("!"))
    if any(mark in text for mark in '“”"'):
        score -= 2.0
    return score + tail + 0.5 * beside + 0.5 * (words <= 14)


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


def _mark_company(block: Paragraph, counts: _Counts, at_tail: bool, language: Language) -> None:
    """Sentences that stand in one paragraph with boilerplate and have nothing to do with the article."""
    for i, candidate in enumerate(block):
        if not candidate.body or language.reported.search(candidate.text):
            continue
        asks = candidate.text.endswith("?") and candidate.words <= 10
        foreign = candidate.words <= 8 and counts.shared(candidate) <= FOREIGN_SHARE
        before, behind = i > 0 and block[i - 1].boilerplate, i + 1 < len(block) and block[i + 1].boilerplate
        if (behind and asks) or (before and at_tail and foreign):
            candidate.mark(SentenceRole.BOILERPLATE, BESIDE_BOILERPLATE)
    # What is left of a paragraph of boilerplate: "The views are her own."
    rest = [candidate for candidate in block if candidate.body]
    if len(rest) == 1 and _goes_along(rest[0], counts, at_tail, language):
        rest[0].mark(SentenceRole.BOILERPLATE, BESIDE_BOILERPLATE)


def _goes_along(candidate: Candidate, counts: _Counts, at_tail: bool, language: Language) -> bool:
    if candidate.text[0] in "“\"'‘" or language.reported.search(candidate.text):
        return False
    return candidate.words <= (8 if at_tail else 6) and counts.shared(candidate) <= FOREIGN_SHARE
