"""A stream divided into stories."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime

import pytest

from summarize import Document
from summarize.errors import DocumentError, NothingToSummarize
from summarize.records.stories import ChangeKind, Stories, StoryStatus
from summarize.stories import Stream, find_stories
from tests.stories.streams import BANK, FERRY, OTHER_FERRY, documents, quarter, stream


def members(stories: Stories) -> set[frozenset[str]]:
    return {frozenset(story.documents) for story in stories.stories}


EVENTS = {
    frozenset({"ferry-0", "ferry-1", "ferry-2"}),
    frozenset({"other-0", "other-1"}),
    frozenset({"bank-0", "bank-1"}),
}


def test_articles_on_one_event_are_one_story_and_two_accidents_of_a_kind_are_two() -> None:
    assert members(find_stories(stream())) == EVENTS


def test_articles_without_dates_find_their_story_too() -> None:
    undated = [replace(document, published=None) for document in stream()]
    assert members(find_stories(undated)) == EVENTS


def test_reports_of_two_quarters_are_two_stories_however_alike_and_of_one_day_are_one() -> None:
    spring, summer = quarter("first", "risen", 212, 4), quarter("second", "fallen", 190, 7)
    expected = {frozenset({"first-0", "first-1"}), frozenset({"second-0", "second-1"})}
    assert members(find_stories([*spring, *summer])) == expected
    same_day = [replace(document, published=spring[0].published) for document in (*spring, *summer)]
    assert members(find_stories(same_day)) == {frozenset.union(*expected)}


def test_one_wrong_date_parts_no_story() -> None:
    first, *others = documents("ferry", FERRY)
    assert len(find_stories([replace(first, published=datetime(2033, 5, 1)), *others]).stories) == 1


def test_the_order_of_the_sources_changes_nothing() -> None:
    expected = find_stories(stream()).to_dict()
    for seed in range(5):
        shuffled = random.Random(seed).sample(stream(), 7)
        assert find_stories(shuffled).to_dict() == expected


def test_the_largest_story_comes_first_and_of_equals_the_latest() -> None:
    first = [story.documents[0] for story in find_stories(stream()).stories]
    assert first == ["ferry-0", "other-0", "bank-0"]


def test_one_article_is_one_story_that_nothing_explains() -> None:
    (story,) = find_stories(documents("ferry", FERRY[:1])).stories
    assert story.documents == ("ferry-0",)
    assert story.joinings == ()


def test_no_article_is_an_error_and_so_are_two_texts_with_one_id() -> None:
    with pytest.raises(NothingToSummarize):
        find_stories([])
    with pytest.raises(DocumentError, match="same"):
        find_stories([Document("same", FERRY[0]), Document("same", BANK[0])])


@pytest.mark.parametrize("given", [Document("one", FERRY[0]), ["a text"], None])
def test_what_is_no_series_of_documents_is_an_error_that_says_so(given: object) -> None:
    with pytest.raises(DocumentError, match=r"summarize\.Document"):
        find_stories(given)  # type: ignore[arg-type]


def test_an_article_without_a_word_is_a_story_of_its_own() -> None:
    found = find_stories([*stream(), Document("empty", ""), Document("marks", "?!")])
    assert members(found) > EVENTS
    assert members(found) - EVENTS == {frozenset({"empty"}), frozenset({"marks"})}


def test_every_joining_says_which_names_words_and_days_brought_the_article_in() -> None:
    story = find_stories(stream()).of("ferry-2")
    why = next(joining for joining in story.joinings if joining.document == "ferry-2")
    assert "Ennick" in why.names
    assert "Ilka" not in why.names
    assert "radar" in why.words
    assert why.days == 1.5  # after the middle of the first and the second of March
    assert 0 < why.closeness < 1
    assert why.probability > 0.5


def test_a_joining_shows_words_as_the_article_writes_them_not_as_stems() -> None:
    for story in find_stories(stream()).stories:
        for joining in story.joinings:
            text = next(d.text for d in stream() if d.id == joining.document)
            assert all(word in text for word in (*joining.words, *joining.names))


def test_thousands_of_copies_are_one_story_and_so_are_many_that_differ_in_a_word() -> None:
    same = [Document(f"copy-{i}", FERRY[0]) for i in range(5_000)]
    (story,) = find_stories(same).stories
    assert len(story.documents) == 5_000
    near = [Document(f"near-{i}", f"{FERRY[0]} Page {i}.") for i in range(150)]
    (story,) = find_stories(near).stories
    assert len(story.documents) == 150


class TestLaterCalls:
    """A stream that is kept."""

    def test_a_later_article_goes_into_its_story_whose_id_stays(self) -> None:
        kept = Stream()
        before = find_stories([*documents("ferry", FERRY[:2]), *documents("bank", BANK)], kept)
        after = find_stories(documents("ferry", FERRY)[2:], kept)
        grown, same = after.of("ferry-2"), after.of("bank-0")
        assert grown.id == before.of("ferry-0").id
        assert grown.status is StoryStatus.GROWN
        assert set(grown.documents) == {"ferry-0", "ferry-1", "ferry-2"}
        assert same == replace(before.of("bank-0"), status=StoryStatus.UNCHANGED)
        assert after.changes == ()

    def test_an_article_on_something_else_opens_a_story(self) -> None:
        kept = Stream()
        find_stories(documents("ferry", FERRY), kept)
        after = find_stories(documents("other", OTHER_FERRY), kept)
        assert after.of("other-0").status is StoryStatus.NEW
        assert after.of("ferry-0").status is StoryStatus.UNCHANGED

    def test_what_is_known_already_changes_nothing(self) -> None:
        kept = Stream()
        before = find_stories(stream(), kept)
        after = find_stories(stream(), kept)
        assert [story.id for story in after.stories] == [story.id for story in before.stories]
        assert {story.status for story in after.stories} == {StoryStatus.UNCHANGED}

    def test_a_copy_under_another_name_joins_its_story(self) -> None:
        kept = Stream()
        find_stories(stream(), kept)
        after = find_stories([Document("copy", FERRY[0])], kept)
        assert after.of("copy").id == after.of("ferry-0").id
        assert after.of("copy").status is StoryStatus.GROWN

    def test_an_id_that_another_text_has_is_made_another(self) -> None:
        kept = Stream()
        find_stories(documents("ferry", FERRY[:1]), kept)
        after = find_stories([Document("ferry-0", BANK[0])], kept)
        assert {name for story in after.stories for name in story.documents} == {"ferry-0", "ferry-0 (2)"}

    def test_one_article_at_a_time_ends_where_all_at_once_do(self) -> None:
        kept = Stream()
        for document in sorted(stream(), key=lambda document: document.published or datetime.max):
            last = find_stories([document], kept)
        assert members(last) == EVENTS

    def test_two_stories_that_a_later_article_shows_to_be_one_are_said_to_be_merged(self) -> None:
        kept = Stream()
        one, two = "The Skarra sank off Ennick.", "Captain Haldane of Sundvik drowned."
        apart = find_stories([Document("a", one), Document("b", two)], kept)
        assert len(apart.stories) == 2
        both = f"{one} {two} {one.replace('sank', 'went down')} {two.replace('drowned', 'is dead')}"
        more = [Document(f"c{i}", f"{both} Report {word}.") for i, word in enumerate(("first", "second", "third"))]
        after = find_stories(more, kept)
        (story,) = after.stories
        (change,) = after.changes
        assert change.kind is ChangeKind.MERGED
        assert change.into == story.id
        assert {change.story, change.into} == {found.id for found in apart.stories}

    def test_a_story_that_later_articles_show_to_be_two_is_said_to_be_split(self) -> None:
        kept = Stream()
        find_stories(quarter("first", "risen", 212, 4), kept)
        one, other = quarter("second", "fallen", 190, 7)
        joined = find_stories([one], kept)
        assert len(joined.stories) == 1  # a single date tells nothing
        after = find_stories([other], kept)
        assert members(after) == {frozenset({"first-0", "first-1"}), frozenset({"second-0", "second-1"})}
        (change,) = after.changes
        assert change.kind is ChangeKind.SPLIT
        assert change.documents == ("second-0",)
        assert change.story == joined.stories[0].id == after.of("first-0").id
        assert after.of("first-0").status is StoryStatus.REDUCED

    def test_ids_of_stories_that_are_gone_are_not_given_again(self) -> None:
        kept = Stream()
        find_stories(stream(), kept)
        assert len(kept.taken) == 3
        find_stories([Document("new", "Snow fell on Harrow Peak overnight, closing the Vell pass to lorries.")], kept)
        assert len(kept.taken) == 4
