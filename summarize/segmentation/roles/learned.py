"""What the learned model makes of sentences, beside what rules have found."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.languages import Language
from summarize.languages.patterns import Rule
from summarize.records.sentence import SentenceRole
from summarize.segmentation.roles.candidate import CAPTION, CONTROL_CHARACTER, NO_WORDS, TITLE, Candidate
from summarize.segmentation.roles.chain import BEFORE, BEHIND
from summarize.segmentation.roles.headings import KNOWN_RULES
from summarize.segmentation.roles.model import BODY, BOILERPLATE, HEADING, load_roles

CERTAIN = frozenset({CONTROL_CHARACTER, NO_WORDS, TITLE, *KNOWN_RULES})
"""Rules that are never wrong: what damages a text, what says nothing, and what a document's format says."""

MIN_BODY = 0.4
"""A sentence is quotable from this share on; chosen on sites left out (`python -m benchmarks.fit_roles`)."""
MIN_BODY_IN_SPITE = 0.9
"""The same for a sentence that a pattern calls boilerplate."""

BEFORE_ARTICLE, BEHIND_ARTICLE = Rule("before the article"), Rule("behind the article")
INTERRUPTS, LIKE_CAPTION, LIKE_HEADING = Rule("interrupts the article"), Rule("like a caption"), Rule("like a heading")


def mark_learned(candidates: Sequence[Candidate], language: Language) -> None:
    """Gives every sentence that no certain rule speaks for the role that is likeliest."""
    decide(candidates, *load_roles().shares(candidates, language))


def decide(candidates: Sequence[Candidate], stretches: NDArray[np.float64], roles: NDArray[np.float64]) -> None:
    """The same from what the model says of each. *Shapes:* (n, 4), as `RoleModel.shares` gives them."""
    best = roles.argmax(axis=1)
    for row, candidate in enumerate(candidates):
        if candidate.rule in CERTAIN:
            continue
        least = MIN_BODY_IN_SPITE if candidate.boilerplate else MIN_BODY
        if roles[row, BODY] >= least:
            candidate.role, candidate.rule = SentenceRole.BODY, None
            continue
        if candidate.boilerplate:
            continue
        kind = int(best[row]) if best[row] != BODY else int(np.argsort(roles[row])[-2])
        if kind == BOILERPLATE:
            where = int(stretches[row].argmax())
            rule = {BEFORE: BEFORE_ARTICLE, BEHIND: BEHIND_ARTICLE}.get(where, INTERRUPTS)
            candidate.mark(SentenceRole.BOILERPLATE, rule)
        elif kind == HEADING:
            if candidate.role is not SentenceRole.HEADLINE:
                candidate.mark(SentenceRole.HEADLINE, LIKE_HEADING)
        elif candidate.rule is not CAPTION:
            candidate.mark(SentenceRole.FRAGMENT, LIKE_CAPTION)

