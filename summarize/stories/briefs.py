"""A brief for each story of several articles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from summarize.embedding import Memory
from summarize.errors import DocumentError, NothingToSummarize
from summarize.models import Encoder
from summarize.models.loading import encoder_of
from summarize.options import Options
from summarize.pipeline import summarize
from summarize.quotability import QuotabilityModel, quotability_for
from summarize.records.document import Document
from summarize.records.stories import Stories, Story
from summarize.relations import RelationModel, relations_for

LEAST_DOCUMENTS = 2
"""Articles of a story that gets a brief: one article says once what it says."""
MAX_DOCUMENTS = 200
"""Articles that a brief is made of; of more, as many are taken, evenly over the time of the story."""


def brief_stories(
    stories: Stories,
    options: Options | None = None,
    encoder: Encoder | Callable[[], Encoder] | None = None,
    *,
    wanted: Callable[[Story], bool] = lambda story: True,
    memory: Memory | None = None,
    relations: Callable[[Encoder], RelationModel | None] = relations_for,
    quotability: Callable[[Encoder], QuotabilityModel | None] = quotability_for,
    on_story: Callable[[Story], None] = lambda story: None,
) -> Stories:
    """The stories with a brief for each `wanted` one of two articles and more, as `summarize` makes it.

    A story of which nothing can be quoted says so in `no_brief`. `on_story` is called before each. The encoder is
    loaded once, when the first story needs it. Raises ModelError when it cannot be.
    """
    load = _once(encoder)

    def briefed(story: Story) -> Story:
        if len(story.documents) < LEAST_DOCUMENTS or not wanted(story):
            return story
        on_story(story)
        documents = _of_all([stories.documents[name] for name in story.documents])
        try:
            made = summarize(documents, options, load, memory=memory, relations=relations, quotability=quotability)
            return replace(story, brief=made)
        except (NothingToSummarize, DocumentError) as error:
            return replace(story, no_brief=str(error))

    return replace(stories, stories=tuple(map(briefed, stories.stories)))


def _once(encoder: Encoder | Callable[[], Encoder] | None) -> Callable[[], Encoder]:
    """What gives the encoder, loaded when it is first asked for."""
    loaded: list[Encoder] = []

    def load() -> Encoder:
        if not loaded:
            loaded.append(encoder_of(encoder))
        return loaded[0]

    return load


def _of_all(documents: list[Document]) -> list[Document]:
    """At most as many as a brief is made of, the first and the last among them."""
    if len(documents) <= MAX_DOCUMENTS:
        return documents
    step = (len(documents) - 1) / (MAX_DOCUMENTS - 1)
    return [documents[round(number * step)] for number in range(MAX_DOCUMENTS)]
