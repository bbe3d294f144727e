"""Why an article is in its story, in words, names and days; and which headline a story goes under."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np

from summarize.records.stories import Joining
from summarize.stories.groups import Groups
from summarize.stories.model import probability
from summarize.stories.profile import Bag, written_forms
from summarize.stories.stream import Known
from summarize.stories.vectors import Article

SHOWN = 5
"""Names that are told, and as many words."""
MIN_TITLE_WORDS = 4
"""Shorter headlines are labels as often as not; a longer one is preferred."""


class Explainer:
    """Tells of groups of a stream what holds them together."""

    def __init__(
        self, groups: Groups, articles: Sequence[Article], known: Sequence[Known], stems: Sequence[str]
    ) -> None:
        """`stems` are those of the vocabulary, by number."""
        self._groups, self._articles, self._known, self._stems = groups, articles, known, stems

    def joining(self, member: int) -> Joining:
        """Why an article is in its group, which has others."""
        group, article = self._groups.all[self._groups.of[member]], self._articles[member]
        evidence = self._groups.evidence(member, self._groups.of[member])
        names = self._shared(article.names, group.names)
        words = [stem for stem in self._shared(article.words, group.words) if stem not in names]
        gap = float(evidence.gap[0])
        return Joining(
            document=self._known[member].documents[0].id,
            probability=round(probability(float(self._groups.model.logits(evidence)[0])), 3),
            closeness=round(float(evidence.words[0]), 3),
            names=tuple(self._written(member, names[:SHOWN])),
            words=tuple(self._written(member, words[:SHOWN])),
            days=None if math.isnan(gap) else round(gap, 1),
        )

    def title(self, number: int) -> str | None:
        """The headline closest to the whole of a group; None where no article has any."""
        group = self._groups.all[number]
        members = [i for i in group.members if self._known[i].profile.headline]
        if not members:
            return None
        closeness = self._groups.products(group.words, [self._articles[i].words for i in members])
        ranked = sorted(
            (len(headline.split()) < MIN_TITLE_WORDS, -round(close, 9), headline)
            for i, close in zip(members, closeness.tolist(), strict=True)
            if (headline := self._known[i].profile.headline)
        )
        return ranked[0][-1]

    def _shared(self, own: Bag, all_of_it: Bag) -> list[int]:
        """The stems that add most to the product of an article with the others of its group, the weightiest first."""
        places = np.minimum(np.searchsorted(all_of_it.stems, own.stems), max(len(all_of_it) - 1, 0))
        others = np.where(all_of_it.stems[places] == own.stems, all_of_it.counts[places] - own.counts, 0.0)
        adds = np.round(own.counts * others, 9)
        order = np.lexsort((own.stems, -adds))[: 4 * SHOWN]
        stems = [int(own.stems[place]) for place in order if adds[place] > 0]
        return [stem for stem in stems if len(self._stems[stem]) > 1]  # "I" is no name

    def _written(self, member: int, stems: Iterable[int]) -> list[str]:
        profile, document = self._known[member].profile, self._known[member].documents[0]
        text = f"{document.text}\n{profile.headline or ''}"
        return written_forms(text, [self._stems[stem] for stem in stems], profile.language)
