"""The index of stories as people and programs read it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, datetime
from html.parser import HTMLParser

import pytest

from summarize import Document
from summarize.records.stories import Change, ChangeKind, Joining, Stories, Story, StoryStatus
from summarize.rendering.stories import StoriesFormat, render_stories
from tests.stories.streams import FERRY


@pytest.fixture
def stories() -> Stories:
    documents = [
        Document("a", FERRY[0], "Ferry *hits* mole", "https://a.example/ferry", "A"),
        Document("b", FERRY[1], "<script>alert(1)</script>", "javascript:alert(1)"),
        Document("c", "Snow fell\x1b[31m on Harrow Peak."),
    ]
    why = Joining("b", 0.96, 0.36, ("Skarra", "Haldane"), ("radar",), 1.2)
    ferry = Story("story-1", "Ferry *hits* mole", ("a", "b"), None, None, (why,), StoryStatus.GROWN)
    alone = Story("story-2", None, ("c",), None, None)
    change = Change(ChangeKind.MERGED, "story-0", "story-1", ("b",))
    return Stories((ferry, alone), (change,), {document.id: document for document in documents})


def test_markdown_lists_stories_articles_reasons_and_changes_and_no_markup_of_a_source(stories: Stories) -> None:
    text = render_stories(stories, StoriesFormat.MARKDOWN, {"story-1"})
    assert "## [Ferry \\*hits\\* mole](story-1.md)" in text
    assert "1. [Ferry \\*hits\\* mole](https://a.example/ferry) · A" in text
    assert "Names: Skarra, Haldane. Words: radar. 1 day apart. Closeness 0.36, likelihood 0.96." in text
    assert 'Merged: story-0 is part of "Ferry \\*hits\\* mole" (story-1) now.' in text
    assert "javascript" not in text
    assert "\x1b" not in text
    assert "2 articles · grown" in text


def test_an_article_without_title_and_date_is_shown_with_those_of_its_text(stories: Stories) -> None:
    untitled = {**stories.documents, "b": Document("b", FERRY[1])}
    read = replace(stories, documents=untitled, headlines={"b": "Skarra ferry in fog"}, days={"b": date(2029, 11, 13)})
    assert "2. Skarra ferry in fog · 13 November 2029 · b" in render_stories(read, StoriesFormat.MARKDOWN)
    assert "13 November 2029" in render_stories(read, StoriesFormat.HTML)
    told = json.loads(render_stories(read, StoriesFormat.JSON))
    assert [(each["headline"], each["day"]) for each in told["documents"]][:2] == [
        (None, None),
        ("Skarra ferry in fog", "2029-11-13"),
    ]
    assert told["wording"]["stories"][0]["documents"][1]["title"] == "Skarra ferry in fog"


def test_a_date_that_no_article_can_have_is_not_shown_in_place_of_that_of_its_text(stories: Stories) -> None:
    never = {**stories.documents, "b": Document("b", FERRY[1], published=datetime(1, 1, 1))}
    read = replace(stories, documents=never, days={"b": date(2029, 11, 13)})
    assert " · 13 November 2029 · b" in render_stories(read, StoriesFormat.MARKDOWN)
    assert "January" not in render_stories(replace(read, days={}), StoriesFormat.MARKDOWN)


def test_a_story_without_a_file_beside_is_not_linked(stories: Stories) -> None:
    assert "story-1.md" not in render_stories(stories, StoriesFormat.MARKDOWN)
    assert "story-1.html" not in render_stories(stories, StoriesFormat.HTML)


def test_html_is_a_page_of_its_own_without_scripts_whose_tags_all_close(stories: Stories) -> None:
    page = render_stories(stories, StoriesFormat.HTML, {"story-1"})
    assert "<script" not in page
    assert 'href="javascript' not in page
    assert 'href="story-1.html"' in page
    open_tags: list[str] = []

    class Checker(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            if tag not in ("meta", "!doctype"):
                open_tags.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert open_tags.pop() == tag

    Checker().feed(page)
    assert open_tags == []
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_json_is_the_schema_that_programs_read(stories: Stories) -> None:
    data = json.loads(render_stories(stories, StoriesFormat.JSON))
    wording = data.pop("wording")
    assert data == stories.to_dict()
    assert [len(told["documents"]) for told in wording["stories"]] == [2, 1]
    assert wording["extent"] in render_stories(stories, StoriesFormat.HTML)
    assert data["schema"] == "summarize.stories/1"
    assert data["stories"][0]["documents"] == ["a", "b"]
    assert data["changes"] == [{"kind": "merged", "story": "story-0", "into": "story-1", "documents": ["b"]}]
    assert "text" not in data["documents"][0]
