"""What the learned model makes of sentences, beside what rules have found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarize.languages import Language
from summarize.languages.patterns import Pattern, Rule
from summarize.records.sentence import SentenceRole
from summarize.segmentation.roles.boilerplate import ASIDE
from summarize.segmentation.roles.candidate import CAPTION, CONTROL_CHARACTER, NO_WORDS, TITLE, Candidate
from summarize.segmentation.roles.captions import REPEATED
from summarize.segmentation.roles.chain import BEFORE, BEHIND
from summarize.segmentation.roles.features import PROSE_WORDS
from summarize.segmentation.roles.headings import KNOWN_RULES, QUESTION
from summarize.segmentation.roles.model import BODY, BOILERPLATE, ENGLISH, HEADING, OTHER_LANGUAGES, load_roles, name_of
from summarize.segmentation.roles.model import CAPTION as CAPTION_SHARE

CERTAIN = frozenset({CONTROL_CHARACTER, NO_WORDS, TITLE, CAPTION, ASIDE, QUESTION, *KNOWN_RULES})
"""Rules that are believed whatever the model says: what damages a text, what says nothing or needs a picture or a
sentence beside it, and what a document's format says."""


@dataclass(frozen=True, slots=True)
class Limits:
    """From which shares on a sentence is quotable."""

    body: float
    alone: float
    """If it is short and its paragraph's only one, as what pages put into articles mostly is."""


LIMITS = {ENGLISH: Limits(body=0.25, alone=0.45), OTHER_LANGUAGES: Limits(body=0.2, alone=0.25)}
"""Of each model. In English chosen on sites left out (`python -m benchmarks.fit_roles`), for what is alone also by a
short line of news at the end of an article that .5 would lose. In other languages lower than what was left out asks,
as lines by other hands say (docs/method.md): no more news may be lost than without furniture to learn from."""
SHORT = 15
"""Words of a short sentence."""
UNFINISHED = 0.17
"""What a line without a full stop needs more."""
MIN_BODY_IN_WALL = 0.75
"""The same for all of a text that is like a notice of a page from end to end."""
MIN_BODY_IN_SPITE = 0.97
"""The same for one that a pattern calls boilerplate by its words, and not by its shape alone."""
MIN_BOILERPLATE, MIN_BOILERPLATE_LINE = 0.5, 0.65
"""What is not quotable is boilerplate from this share on; the second if a rule knows it as a heading or a fragment."""
MIN_WALL, LONGEST_WALL = 0.6, 12
"""Mean share of boilerplate from which on a text of no more finished sentences may be nothing else; short news has a
tenth of it, and on long pages with as much there may be an article. Of 718 excerpts of NeuS none is left without a
quotable sentence."""

BEFORE_ARTICLE, BEHIND_ARTICLE = Rule("before the article"), Rule("behind the article")
INTERRUPTS, UNLIKE, LIKE_HEADING = Rule("interrupts the article"), Rule("like a caption"), Rule("like a heading")
_OUTSIDE = {BEFORE: BEFORE_ARTICLE, BEHIND: BEHIND_ARTICLE}


def mark_learned(candidates: Sequence[Candidate], language: Language) -> None:
    """Gives every sentence that no certain rule speaks for the role that is likeliest."""
    name = name_of(language)
    decide(candidates, *load_roles(name).shares(candidates, language), LIMITS[name])


def decide(
    candidates: Sequence[Candidate], stretches: NDArray[np.float64], roles: NDArray[np.float64], limits: Limits
) -> None:
    """The same from what the model says of each. *Shapes:* (n, 4), as `RoleModel.shares` gives them."""
    finished = np.array([candidate.finished for candidate in candidates])
    is_wall = _is_wall(roles[finished])
    if not (finished & (roles[:, BODY] >= limits.body)).any() and not is_wall:
        return  # nothing here is like the articles that were learnt from: the rules alone are the safer judge
    sentences = Counter(candidate.block for candidate in candidates)
    for stretch, share, candidate in zip(stretches, roles, candidates, strict=True):
        if candidate.rule in CERTAIN or (candidate.boilerplate and not _is_news(candidate, share)):
            continue
        least = MIN_BODY_IN_WALL if is_wall else _least(candidate, sentences[candidate.block] == 1, limits)
        if share[BODY] >= least and _may_be_quoted(candidate):
            candidate.role, candidate.rule = SentenceRole.BODY, None
        elif share[BOILERPLATE] >= (MIN_BOILERPLATE if candidate.body else MIN_BOILERPLATE_LINE):
            candidate.mark(SentenceRole.BOILERPLATE, _OUTSIDE.get(int(stretch.argmax()), INTERRUPTS))
        elif candidate.body and candidate.finished:
            heading = share[HEADING] > share[CAPTION_SHARE]
            candidate.mark(*((SentenceRole.HEADLINE, LIKE_HEADING) if heading else (SentenceRole.FRAGMENT, UNLIKE)))


def _least(candidate: Candidate, alone: bool, limits: Limits) -> float:
    """The share from which on it is quotable."""
    least = limits.alone if alone and candidate.words <= SHORT else limits.body
    return least if candidate.finished else least + UNFINISHED


def _is_wall(roles: NDArray[np.float64]) -> bool:
    """Whether a document whose finished sentences have these roles is a notice of a page, without an article."""
    return 0 < len(roles) <= LONGEST_WALL and bool(roles[:, BOILERPLATE].mean() >= MIN_WALL)


def _may_be_quoted(candidate: Candidate) -> bool:
    """Whether it is no copy, and a sentence or a line of some length: names and rows of figures say nothing alone."""
    return candidate.rule is not REPEATED and (candidate.finished or candidate.words >= PROSE_WORDS)


def _is_news(candidate: Candidate, share: NDArray[np.float64]) -> bool:
    """Whether a sentence holds the words of a pattern and is news about such things all the same."""
    rule = candidate.rule
    by_words = isinstance(rule, Pattern) and not rule.despite_speech
    return by_words and candidate.finished and bool(share[BODY] >= MIN_BODY_IN_SPITE)
