"""A brief for each story."""

from __future__ import annotations

import pytest

from summarize import Document, Options
from summarize.stories import brief_stories, briefs, find_stories
from tests.conftest import WordEncoder
from tests.stories.streams import stream


def test_each_story_of_several_articles_gets_a_brief_of_these_alone(encoder: WordEncoder) -> None:
    documents = [*stream(), Document("alone", "Snow fell on Harrow Peak overnight, closing the Vell pass to lorries.")]
    found = brief_stories(find_stories(documents), Options(max_words=60), encoder)
    for story in found.stories:
        if len(story.documents) == 1:
            assert story.brief is None
        else:
            assert story.brief is not None
            assert [source.id for source in story.brief.sources] == list(story.documents)
            assert story.brief.words <= 60


def test_only_wanted_stories_get_one_and_without_any_no_model_is_loaded() -> None:
    def load() -> WordEncoder:
        raise AssertionError("nothing is to be encoded")

    found = brief_stories(find_stories(stream()), encoder=load, wanted=lambda story: False)
    assert all(story.brief is None for story in found.stories)


def test_the_model_is_loaded_once(encoder: WordEncoder) -> None:
    calls = []
    brief_stories(find_stories(stream()), encoder=lambda: calls.append(1) or encoder)  # type: ignore[func-returns-value]
    assert calls == [1]


def test_a_story_of_which_nothing_can_be_quoted_says_why(encoder: WordEncoder) -> None:
    lists = [Document(f"list-{i}", f"Skarra, Ennick, Haldane, Sundvik, Orlay {i}") for i in range(2)]
    (story,) = brief_stories(find_stories(lists), encoder=encoder).stories
    assert story.brief is None
    assert story.no_brief is not None
    assert "quoted" in story.no_brief


def test_a_brief_of_a_story_of_very_many_articles_is_made_of_some_from_first_to_last(
    encoder: WordEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(briefs, "MAX_DOCUMENTS", 3)
    wire = stream()[0].text
    found = find_stories([Document(f"near-{i}", f"{wire} This is report {i} of it.") for i in range(8)])
    (story,) = brief_stories(found, encoder=encoder).stories
    assert story.brief is not None
    assert [source.id for source in story.brief.sources] == ["near-0", "near-4", "near-7"]
