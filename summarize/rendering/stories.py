"""The index of stories as Markdown, JSON and HTML, the largest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from datetime import datetime, time
from enum import StrEnum
from html import escape as escape_html
from typing import Any

from summarize.records.document import Document
from summarize.records.stories import Change, ChangeKind, Joining, Stories, Story, StoryStatus
from summarize.rendering import html, jsonform, wording
from summarize.rendering.cleaning import clean, web_address
from summarize.rendering.htmlparts import foreign
from summarize.rendering.markdown import escape, link


class StoriesFormat(StrEnum):
    """The forms an index can be written in."""

    MARKDOWN = "markdown"
    JSON = "json"
    HTML = "html"


def render_stories(stories: Stories, format: StoriesFormat, beside: Set[str] = frozenset()) -> str:
    """The index in one format, ending with one newline. `beside` are the ids of stories whose briefs lie in files
    beside it, ID.md and ID.html, which are linked. Also takes the name of a format; raises ValueError for one that is
    none.
    """
    match StoriesFormat(format):
        case StoriesFormat.JSON:
            return jsonform.written(fields(stories))
        case StoriesFormat.MARKDOWN:
            return _markdown(stories, beside)
        case StoriesFormat.HTML:
            return html.page(_TITLE, _html(stories, beside))


def collections(stories: Stories) -> Iterator[str]:
    """A line of JSON a story, with its id and its whole articles, as `summarize batch` reads them."""
    for story in stories.stories:
        documents = [stories.documents[name].to_dict() for name in story.documents]
        yield jsonform.written({"id": story.id, "documents": documents}, indent=None)


def fields(stories: Stories) -> dict[str, Any]:
    """The index as an object that JSON can hold: what the JSON form writes."""
    return stories.to_dict() | {"wording": _wording(stories)}


_TITLE = "Stories"


def _wording(stories: Stories) -> dict[str, Any]:
    """What the other forms say, story by story, and article by article in each."""
    told = []
    for story in stories.stories:
        why = {joining.document: _why(joining) for joining in story.joinings}
        documents = [
            {
                "title": _name(document, story, stories),
                "about": " · ".join(_details(document, stories)),
                "why": why.get(document.id, ""),
            }
            for document in (stories.documents[name] for name in story.documents)
        ]
        told.append({"title": _heading(story, stories), "about": _about(story), "documents": documents})
    return {"extent": _extent(stories), "changes": _changes(stories), "stories": told}


def _markdown(stories: Stories, beside: Set[str]) -> str:
    blocks = [f"# {_TITLE}", _extent(stories)]
    if stories.changes:
        blocks.append("\n".join(f"- {escape(line)}" for line in _changes(stories)))
    for story in _several(stories):
        heading = escape(_heading(story, stories))
        blocks.append(f"## {link(heading, f'{story.id}.md') if story.id in beside else heading}")
        blocks.append(escape(_about(story)))
        if told := _inline(story):
            blocks.append("\n".join(f"- {escape(text)} {numbers}" for text, numbers in told))
        joined = {joining.document: joining for joining in story.joinings}
        lines = []
        for number, name in enumerate(story.documents, start=1):
            document = stories.documents[name]
            address = web_address(document.url)
            title = escape(_name(document, story, stories))
            details = _dotted(map(escape, _details(document, stories)))
            lines.append(f"{number}. {link(title, address) if address else title}{details}")
            if name in joined:
                lines.append(f"   {escape(_why(joined[name]))}")
        blocks.append("\n".join(lines))
    if alone := _alone(stories):
        blocks += ["## Reported once", "\n".join(_alone_line(story, stories) for story in alone)]
    return "\n\n".join(blocks) + "\n"


def _alone_line(story: Story, stories: Stories) -> str:
    document = stories.documents[story.documents[0]]
    title, address = escape(_heading(story, stories)), web_address(document.url)
    return f"- {link(title, address) if address else title}{_dotted(map(escape, _details(document, stories)))}"


def _html(stories: Stories, beside: Set[str]) -> str:
    parts = ["<header>", f"<h1>{_TITLE}</h1>", f'<p class="extent">{escape_html(_extent(stories))}</p>', "</header>"]
    if stories.changes:
        parts += ["<ul>", *(f"<li>{escape_html(line)}</li>" for line in _changes(stories)), "</ul>"]
    for story in _several(stories):
        heading = foreign(_heading(story, stories))
        shown = f'<a href="{story.id}.html">{heading}</a>' if story.id in beside else heading
        parts += [f'<section id="{story.id}" aria-labelledby="{story.id}-title">']
        parts += [f'<h2 id="{story.id}-title">{shown}</h2>', f'<p class="about">{escape_html(_about(story))}</p>']
        if told := _inline(story):
            parts += ["<ul>", *(f"<li>{foreign(text)} {numbers}</li>" for text, numbers in told), "</ul>"]
        joined = {joining.document: joining for joining in story.joinings}
        parts += ["<details><summary>Articles, and why they are here</summary>", "<ol>"]
        for name in story.documents:
            why = f'<p class="by">{escape_html(_why(joined[name]))}</p>' if name in joined else ""
            parts.append(f"<li>{_html_document(stories.documents[name], story, stories)}{why}</li>")
        parts += ["</ol>", "</details>", "</section>"]
    if alone := _alone(stories):
        parts += ['<section class="elsewhere" aria-labelledby="once">', '<h2 id="once">Reported once</h2>', "<ul>"]
        parts += [
            f"<li>{_html_document(stories.documents[story.documents[0]], story, stories)}</li>" for story in alone
        ]
        parts += ["</ul>", "</section>"]
    return "\n".join(parts)


def _html_document(document: Document, story: Story, stories: Stories) -> str:
    shown, address = foreign(_name(document, story, stories)), web_address(document.url)
    if address:
        shown = f'<a href="{escape_html(address)}" rel="external noopener noreferrer">{shown}</a>'
    return f'<p class="title">{shown}</p><p class="about">{escape_html(" · ".join(_details(document, stories)))}</p>'


def _several(stories: Stories) -> list[Story]:
    return [story for story in stories.stories if len(story.documents) > 1]


def _alone(stories: Stories) -> list[Story]:
    return [story for story in stories.stories if len(story.documents) == 1]


def _extent(stories: Stories) -> str:
    articles = wording.count(len(stories.documents), "article")
    events, once = len(_several(stories)), len(_alone(stories))
    told = f"{wording.count(events, 'story', 'stories')} of several articles, {once:,} reported once"
    return f"{articles}: {told}."


def _heading(story: Story, stories: Stories) -> str:
    """The title, or else the beginning of the first article."""
    if story.title:
        return clean(story.title)
    return _beginning(stories.documents[story.documents[0]])


def _name(document: Document, story: Story, stories: Stories) -> str:
    alone = story.title if len(story.documents) == 1 else None
    return clean(document.title or alone or stories.headlines.get(document.id) or "") or _beginning(document)


_BEGINNING = 80


def _beginning(document: Document) -> str:
    words = clean(document.text[: 4 * _BEGINNING])
    return (f"{words[:_BEGINNING].rstrip()}…" if len(words) > _BEGINNING else words) or document.id


def _about(story: Story) -> str:
    """How many articles, from when to when, and what this call did to it."""
    told = [wording.count(len(story.documents), "article")]
    if story.first and story.last:
        first, last = (wording.moment(date.replace(hour=0, minute=0)) for date in (story.first, story.last))
        told.append(first if first == last else f"{first} to {last}")
    if story.status is not StoryStatus.NEW:
        told.append(story.status.value)
    if story.no_brief:
        told.append(f"no brief: {clean(story.no_brief)}")
    return " · ".join(told)


def _details(document: Document, stories: Stories) -> list[str]:
    """Publisher, date and id; the date is that of the text where the article has none that could be its own."""
    day = stories.days.get(document.id)
    read = datetime.combine(day, time()) if day else None
    moment = document.published if document.published_utc else read
    published = wording.moment(moment) if moment else ""
    return [detail for detail in (clean(document.publisher or ""), published, clean(document.id)) if detail]


def _dotted(details: Iterable[str]) -> str:
    return "".join(f" · {detail}" for detail in details)


def _why(joining: Joining) -> str:
    """Such as "Names: Skarra, North Mole. Words: fog, ferry. 1 day apart. Closeness .36, likelihood .96."."""
    told = []
    if joining.names:
        told.append(f"Names: {clean(', '.join(joining.names))}.")
    if joining.words:
        told.append(f"Words: {clean(', '.join(joining.words))}.")
    if joining.days is not None:
        days = round(joining.days)
        told.append(f"{wording.count(days, 'day')} apart." if days else "The same day.")
    told.append(f"Closeness {joining.closeness:.2f}, likelihood {joining.probability:.2f}.")
    return " ".join(told)


def _inline(story: Story) -> list[tuple[str, str]]:
    """The sentences of a brief that stands in the index; its sources are the articles as they are numbered there."""
    if story.brief is None or len(story.brief.sources) != len(story.documents):
        return []
    return [(clean(sentence.text), wording.references(sentence)) for sentence in story.brief.sentences]


def _changes(stories: Stories) -> list[str]:
    titles = {story.id: _heading(story, stories) for story in stories.stories}

    def told(change: Change) -> str:
        articles = wording.count(len(change.documents), "article")
        into = f'"{titles[change.into]}" ({change.into})'
        if change.kind is ChangeKind.MERGED:
            return f"Merged: {change.story} is part of {into} now."
        kind = "Split" if change.kind is ChangeKind.SPLIT else "Moved"
        return f"{kind}: {articles} of {change.story} {'is' if len(change.documents) == 1 else 'are'} in {into} now."

    return [told(change) for change in stories.changes]
