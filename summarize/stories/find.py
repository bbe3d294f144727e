"""A stream of articles divided into stories, alone or after what earlier calls have found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from summarize.errors import NothingToSummarize
from summarize.records.document import Document
from summarize.records.stories import Stories, Story, StoryStatus
from summarize.stories.explaining import Explainer
from summarize.stories.grouping import group_articles
from summarize.stories.groups import Groups
from summarize.stories.model import Model, default_model
from summarize.stories.naming import name_groups
from summarize.stories.profile import day_of
from summarize.stories.stream import Known, Stream
from summarize.stories.vectors import weigh


def find_stories(
    documents: Iterable[Document],
    stream: Stream | None = None,
    on_stage: Callable[[str], None] = lambda stage: None,
    *,
    model: Model | None = None,
    max_sentences: int | None = None,
) -> Stories:
    """The stories of a mixed stream: each the articles on one event.

    With a `stream` the articles go into the stories that earlier calls left in it, or open new ones, and the stream is
    brought up to date; what it holds already changes nothing. Without one the order of the documents changes nothing.
    No embedding model is needed. `on_stage` is called with the name of each stage as it begins.

    Raises DocumentError as `summarize` does, TooManySentences for documents with more than `max_sentences`, where that
    is given, and NothingToSummarize when there is no article, neither given nor known.
    """
    stream = Stream() if stream is None else stream
    on_stage("sentences")
    told = stream.add(documents, max_sentences)
    known = stream.known
    if not known:
        raise NothingToSummarize("there is no article to divide into stories")
    on_stage("stories")
    articles = weigh([text.profile for text in known], stream.vocabulary)
    groups = _grouped(Groups(articles, default_model() if model is None else model), known)
    named = name_groups(groups, known, stream.taken)
    on_stage("explanation")
    explainer = Explainer(groups, articles, known, stream.vocabulary.stems)
    sizes = Counter(text.story for text in known if text.story is not None)
    stories = []
    for number, name in named.ids.items():
        members = sorted(groups.all[number].members, key=lambda member: known[member].order)
        status = _status([known[i] for i in members], name, sizes[name], any(i in told for i in members))
        for member in members:
            _place(known[member], member, name, len(members), explainer)
        stories.append(_story(name, explainer.title(number), [known[i] for i in members], status))
    stream.taken |= set(named.ids.values())
    ordered = sorted(stories, key=_rank)
    return Stories(tuple(ordered), named.changes, _listed(ordered, known), *_read(known))


def _grouped(groups: Groups, known: Sequence[Known]) -> Groups:
    """The groups of earlier calls, with what is new in them, and put right around it."""
    before: dict[str, list[int]] = {}
    for member, text in enumerate(known):
        if text.story is not None:
            before.setdefault(text.story, []).append(member)
    for members in before.values():
        groups.open(members)
    group_articles(groups, (member for member, text in enumerate(known) if text.story is None))
    return groups


def _place(text: Known, member: int, name: str, size: int, explainer: Explainer) -> None:
    """Notes the story that a text is in, and why, where that is new."""
    if size == 1:
        text.joining = None
    elif text.joining is None or text.story != name:
        text.joining = explainer.joining(member)
    text.story = name


def _status(members: Sequence[Known], name: str, size_before: int, has_new: bool) -> StoryStatus:
    """`size_before` is how many texts the story had, 0 if it is new."""
    if not size_before:
        return StoryStatus.NEW
    if has_new or any(text.story != name for text in members):
        return StoryStatus.GROWN
    return StoryStatus.REDUCED if len(members) < size_before else StoryStatus.UNCHANGED


def _story(name: str, title: str | None, members: Sequence[Known], status: StoryStatus) -> Story:
    documents = [document for text in members for document in text.documents]
    dates = sorted(date for document in documents if (date := document.published_utc) is not None)
    return Story(
        id=name,
        title=title,
        documents=tuple(document.id for document in documents),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        joinings=tuple(text.joining for text in members if text.joining is not None),
        status=status,
    )


def _rank(story: Story) -> tuple[int, float, str]:
    """The largest first, of equals the latest, those without dates last."""
    return -len(story.documents), -story.last.timestamp() if story.last else float("inf"), story.id


def _listed(stories: Iterable[Story], known: Iterable[Known]) -> Mapping[str, Document]:
    """The documents of the stories, in their order."""
    by_id = {document.id: document for text in known for document in text.documents}
    return {name: by_id[name] for story in stories for name in story.documents}


def _read(known: Iterable[Known]) -> tuple[Mapping[str, str], Mapping[str, date]]:
    """The headline and the day that each article is taken to have, by its id."""
    headlines: dict[str, str] = {}
    days: dict[str, date] = {}
    for text in known:
        for document in text.documents:
            if text.profile.headline is not None:
                headlines[document.id] = text.profile.headline
            if text.profile.day is not None:
                days[document.id] = day_of(text.profile.day)
    return headlines, days
