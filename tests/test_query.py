"""A brief that answers a question, by the library."""

from __future__ import annotations

import pytest

from summarize import Brief, Document, Options, summarize
from summarize.errors import NothingToSummarize, OptionsError
from summarize.rendering import Format, render
from tests.conftest import WordEncoder

RADAR = "What did Captain Joren Haldane tell officers about his radar screen?"
BUDGET = "Which ministers praised the parliamentary vote on the budget?"


def test_what_answers_is_told_and_what_does_not_is_not(articles: list[Document], encoder: WordEncoder) -> None:
    brief = summarize(articles, None, encoder, query=RADAR)
    assert brief.query is not None
    assert (brief.query.text, brief.query.answered, brief.query.cut) == (RADAR, True, False)
    assert "radar" in brief.sentences[0].text
    assert not any("anglers" in sentence.text for sentence in brief.sentences)
    cited = brief.sentences[0].citations[0]
    assert articles[cited.source - 1].text[cited.start : cited.end] == cited.quote


def test_where_the_sources_say_nothing_there_is_no_sentence(articles: list[Document], encoder: WordEncoder) -> None:
    brief = summarize(articles, None, encoder, query=BUDGET)
    assert brief.query is not None
    assert not brief.query.answered
    assert brief.sentences == brief.conflicts == ()
    assert Brief.from_dict(brief.to_dict()) == brief


@pytest.mark.parametrize("format", [Format.MARKDOWN, Format.TEXT, Format.HTML])
@pytest.mark.parametrize(("asked", "told"), [(RADAR, "On the question"), (BUDGET, "The sources do not answer")])
def test_every_form_names_the_question(
    articles: list[Document], encoder: WordEncoder, format: Format, asked: str, told: str
) -> None:
    written = render(summarize(articles, None, encoder, query=asked), format)
    assert f"{told} “{asked}”." in written
    assert "only its beginning was read" not in written
    long = render(summarize(articles, None, encoder, query=f"{asked} {'harbour ' * 100}"), format)
    assert "…”. Of the question only its beginning was read." in long


def test_without_a_question_nothing_is_said_of_one(articles: list[Document], encoder: WordEncoder) -> None:
    brief = summarize(articles, None, encoder)
    assert brief.query is None
    assert "query" not in brief.to_dict()


def test_the_order_of_the_sources_changes_numbers_alone(articles: list[Document], encoder: WordEncoder) -> None:
    one = summarize(articles, None, encoder, query=RADAR)
    other = summarize(articles[::-1], None, encoder, query=RADAR)
    assert [sentence.text for sentence in one.sentences] == [sentence.text for sentence in other.sentences]


def test_an_answer_that_does_not_fit_is_an_error_and_not_a_no(articles: list[Document], encoder: WordEncoder) -> None:
    with pytest.raises(NothingToSummarize, match="no sentence fits into 3 words"):
        summarize(articles, Options(max_words=3), encoder, query=RADAR)


def test_an_empty_question_is_an_error(articles: list[Document], encoder: WordEncoder) -> None:
    with pytest.raises(OptionsError, match="empty"):
        summarize(articles, None, encoder, query=" ")


def test_a_question_in_another_language_is_said_to_be_one(articles: list[Document], encoder: WordEncoder) -> None:
    asked = "¿Cuántas personas resultaron heridas en el accidente del barco?"
    brief = summarize(articles, None, encoder, query=asked)
    assert brief.query is not None
    assert (brief.query.language, brief.query.foreign) == ("es", True)
    assert "another language than the sources" in render(brief, Format.TEXT)


def test_with_an_earlier_brief_what_is_new_on_the_question_is_told(
    articles: list[Document], encoder: WordEncoder
) -> None:
    earlier = summarize(articles[:2], None, encoder)
    known = summarize(articles, None, encoder, since=earlier, query=RADAR)
    assert known.sentences == ()
    assert known.query is not None
    assert known.query.answered
