"""What has become of an earlier brief, by the library."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from summarize import Brief, Document, Options, summarize
from summarize.errors import BriefError
from summarize.records.views import SentenceStatus
from tests.conftest import LATER, WIRE, WordEncoder

FIRST = Document("wire", WIRE, published=datetime(2029, 11, 13, 10, tzinfo=UTC))
UPDATE = Document("later", LATER, published=datetime(2029, 11, 14, 9, tzinfo=UTC))


@pytest.fixture
def earlier(encoder: WordEncoder) -> Brief:
    return summarize([FIRST], Options(max_words=60), encoder)


def test_a_figure_that_a_newer_source_replaces_is_told_as_changed_with_both_values_cited(
    earlier: Brief, encoder: WordEncoder
) -> None:
    brief = summarize([FIRST, UPDATE], None, encoder, since=earlier)
    assert brief.since is not None
    toll = next(change for change in brief.since.changed if "31" in change.newer.value)
    assert "27" in toll.earlier.value
    assert (toll.earlier.source, toll.newer.source) == (1, 2)
    for said, document in ((toll.earlier, FIRST), (toll.newer, UPDATE)):
        assert document.text[said.start : said.end] == said.quote
    told = next(sentence for sentence in brief.sentences if sentence.claim == toll.claim)
    assert told.status is SentenceStatus.CHANGED
    assert "31" in told.text


def test_a_newer_figure_that_the_earlier_brief_had_is_no_change(encoder: WordEncoder) -> None:
    known = summarize([FIRST, UPDATE], None, encoder)
    again = Document("again", f"{UPDATE.text} So it was said again.", published=datetime(2029, 11, 15, 9, tzinfo=UTC))
    since = summarize([FIRST, UPDATE, again], None, encoder, since=known).since
    assert since is not None
    assert since.changed == ()


def test_what_says_otherwise_without_a_date_confirms_nothing(encoder: WordEncoder) -> None:
    first, other = Document("wire", WIRE), Document("later", LATER)
    brief = summarize([first, other], None, encoder, since=summarize([first], None, encoder))
    assert brief.since is not None
    toll = next(sentence for sentence in brief.sentences if "rose to 31" in sentence.text)
    assert toll.status is SentenceStatus.NEW
    assert toll.claim in brief.since.disputed
    assert toll.claim not in brief.since.confirmed
    assert brief.since.changed == ()


def test_the_order_of_the_sources_changes_numbers_alone(earlier: Brief, encoder: WordEncoder) -> None:
    one = summarize([FIRST, UPDATE], None, encoder, since=earlier)
    other = summarize([UPDATE, FIRST], None, encoder, since=earlier)
    assert [(s.text, s.status, s.claim) for s in one.sentences] == [
        (s.text, s.status, s.claim) for s in other.sentences
    ]


def test_it_goes_through_json_and_back(earlier: Brief, encoder: WordEncoder) -> None:
    brief = summarize([FIRST, UPDATE], None, encoder, since=earlier)
    assert Brief.from_dict(brief.to_dict()) == brief


def test_a_length_that_holds_no_sentence_gives_a_brief_without_one(earlier: Brief, encoder: WordEncoder) -> None:
    brief = summarize([FIRST, UPDATE], Options(max_words=1), encoder, since=earlier)
    assert brief.sentences == ()
    assert brief.since is not None
    assert brief.since.new or brief.since.changed


def test_a_brief_whose_sources_are_all_others_is_an_error(earlier: Brief, encoder: WordEncoder) -> None:
    budget = Document("budget", "Parliament voted for the budget. Ministers praised the vote in the evening.")
    with pytest.raises(BriefError, match="other sources"):
        summarize([budget], None, encoder, since=earlier)
