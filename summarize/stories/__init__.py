"""A mixed stream of articles divided into stories: what is on one event, and why."""

from summarize.stories.briefs import brief_stories
from summarize.stories.find import find_stories
from summarize.stories.state import open_state
from summarize.stories.stream import Stream

__all__ = ["Stream", "brief_stories", "find_stories", "open_state"]
