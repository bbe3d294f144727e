"""The records of a stream divided into events: the stories, why each article is in its story, and what changed.

`Stories.to_dict` is the JSON form, schema "summarize.stories/1". Other programs read it: a field may be added, none may
change its meaning.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from summarize.records.brief import Brief
from summarize.records.document import Document

SCHEMA = "summarize.stories/1"


@dataclass(frozen=True, slots=True)
class Joining:
    """What an article has in common with the other articles of its story, as it joined them."""

    document: str
    """Its id."""
    probability: float
    """How likely the model finds one event, 0 to 1; below one half only for what joined before others left."""
    closeness: float
    """Mean cosine of its weighted words with those of each other article, 0 to 1."""
    names: tuple[str, ...]
    """The shared names that weigh most, as it writes them."""
    words: tuple[str, ...]
    """The shared words that weigh most and are no names."""
    days: float | None
    """Between its date and the middle date of the others; None where either is not known."""


class StoryStatus(StrEnum):
    """What a call did to a story."""

    NEW = "new"
    GROWN = "grown"
    """It has articles that it had not before: given now, or taken from another story."""
    REDUCED = "reduced"
    """It lost articles, and got none."""
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one event."""

    id: str
    """Stays the same from call to call where a state is kept."""
    title: str | None
    """The headline of the article that is closest to the others."""
    documents: tuple[str, ...]
    """Ids, by date; copies of one text are all there."""
    first: datetime | None
    """The earliest date of an article, and the last."""
    last: datetime | None
    joinings: tuple[Joining, ...] = field(default=(), repr=False)
    """One for every text of a story of several."""
    status: StoryStatus = StoryStatus.NEW
    brief: Brief | None = field(default=None, repr=False)
    no_brief: str | None = None
    """Why there is no brief, where one was asked for."""


class ChangeKind(StrEnum):
    """What became of a story of an earlier call."""

    MERGED = "merged"
    """All its articles are in another story now."""
    SPLIT = "split"
    """Some of its articles are a story of their own now."""
    MOVED = "moved"
    """Some of its articles are in another story now."""


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to a story that an earlier call had made."""

    kind: ChangeKind
    story: str
    """The story of the earlier call."""
    into: str
    """The story that its articles are in now."""
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stories:
    """A stream divided into events, the largest first, and of equals the latest."""

    stories: tuple[Story, ...]
    changes: tuple[Change, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict, repr=False)
    """All articles of the stories by id."""
    headlines: Mapping[str, str] = field(default_factory=dict, repr=False)
    """The headline of each article that has one, in its text where it has no title."""
    days: Mapping[str, date] = field(default_factory=dict, repr=False)
    """The day that each article is taken to be of, in its text where it has no date."""

    def of(self, document: str) -> Story:
        """The story that an article is in. Raises KeyError for an id that is none."""
        for story in self.stories:
            if document in story.documents:
                return story
        raise KeyError(document)

    def without_briefs(self) -> Stories:
        """The index alone, where the briefs lie in files of their own."""
        return replace(self, stories=tuple(replace(story, brief=None) for story in self.stories))

    def to_dict(self) -> dict[str, Any]:
        """The stories as plain data for JSON, without the texts."""
        return {
            "schema": SCHEMA,
            "stories": [_story(story) for story in self.stories],
            "changes": [{**asdict(change), "documents": list(change.documents)} for change in self.changes],
            "documents": [
                {
                    "id": document.id,
                    "title": document.title,
                    "url": document.url,
                    "publisher": document.publisher,
                    "author": document.author,
                    "published": document.published.isoformat() if document.published else None,
                    "sha256": document.sha256,
                    "headline": self.headlines.get(document.id),
                    "day": self.days[document.id].isoformat() if document.id in self.days else None,
                }
                for document in self.documents.values()
            ],
        }


def _story(story: Story) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": story.id,
        "title": story.title,
        "documents": list(story.documents),
        "first": story.first.isoformat() if story.first else None,
        "last": story.last.isoformat() if story.last else None,
        "status": story.status,
        "joinings": [{**asdict(why), "names": list(why.names), "words": list(why.words)} for why in story.joinings],
    }
    if story.brief is not None:
        data["brief"] = story.brief.to_dict()
    if story.no_brief is not None:
        data["no_brief"] = story.no_brief
    return data
