"""What holds for every brief, whatever goes in."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from benchmarks.annotated import Event, load_events
from summarize import Brief, Document, Options, SummarizeError, summarize
from summarize.conflicts.parsing import ParsedSentences
from summarize.errors import NothingToSummarize
from summarize.records.brief import CitationRole
from summarize.records.corpus import Corpus
from summarize.records.length import count_words
from summarize.records.views import View
from tests.conftest import COURIER, LATER, WIRE, WordEncoder

ENCODER = WordEncoder()
SENTENCES = [
    line.strip() + "."
    for text in (WIRE, COURIER, LATER)
    for line in text.replace("\n", " ").split(". ")
    if line.strip()
]

sentence_texts = st.one_of(
    st.sampled_from(SENTENCES),
    st.text(min_size=1, max_size=80),
    st.lists(
        st.sampled_from(
            [
                "ferry",
                "pier",
                "fog",
                "27",
                "31",
                "hurt",
                "nobody",
                "killed",
                "the",
                "a",
                "Skarra",
                "Ennick",
                "船",
                "مرفأ",
                "é",
                "🚢",
            ]
        ),
        min_size=3,
    )
    .map(" ".join)
    .map("{}.".format),
)
article_texts = st.lists(sentence_texts, min_size=1, max_size=8).flatmap(
    lambda sentences: st.sampled_from([" ", "\n", "\n\n", "\r\n", "\r\n\r\n"]).map(lambda gap: gap.join(sentences))
)
collections = st.lists(article_texts, min_size=1, max_size=5).map(
    lambda texts: [Document(id=f"article-{n}", text=text) for n, text in enumerate(texts)]
)
lengths = st.one_of(
    st.builds(Options, max_words=st.integers(1, 120)), st.builds(Options, max_sentences=st.integers(1, 6))
)
many = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


def brief_of(documents: Sequence[Document], options: Options | None = None) -> Brief:
    """The brief; inputs of which none can be made are not what the property is about."""
    try:
        return summarize(documents, options, ENCODER)
    except NothingToSummarize:
        assume(False)
        raise


def told(brief: Brief) -> list[tuple[str, int, frozenset[tuple[str, int, int, str]]]]:
    """The sentences with their citations, sources named by id in place of number."""
    return [
        (s.text, s.voices, frozenset((brief.source(c.source).id, c.start, c.end, c.role) for c in s.citations))
        for s in brief.sentences
    ]


@many
@given(collections, lengths)
def test_every_quote_is_what_the_source_says_at_that_place(documents: list[Document], options: Options) -> None:
    brief = brief_of(documents, options)
    for sentence in brief.sentences:
        assert sentence.text == sentence.citations[0].quote
        assert [c.role for c in sentence.citations] == [CitationRole.QUOTED] + [CitationRole.CORROBORATES] * (
            len(sentence.citations) - 1
        )
        for citation in sentence.citations:
            assert documents[citation.source - 1].text[citation.start : citation.end] == citation.quote
    for conflict in brief.conflicts:
        for value in conflict.values:
            assert documents[value.source - 1].text[value.start : value.end] == value.quote


@many
@given(collections, lengths)
def test_the_brief_keeps_to_its_length(documents: list[Document], options: Options) -> None:
    brief = brief_of(documents, options)
    assert brief.sentences
    assert options.max_words is None or sum(count_words(s.text) for s in brief.sentences) <= options.max_words
    assert options.max_sentences is None or len(brief.sentences) <= options.max_sentences


@many
@given(collections, lengths, st.randoms())
def test_the_order_of_the_sources_changes_nothing_but_their_numbers(documents, options, random) -> None:  # type: ignore[no-untyped-def]
    shuffled = random.sample(documents, len(documents))
    first, second = brief_of(documents, options), brief_of(shuffled, options)
    assert told(first) == told(second)
    assert first.title == second.title


@many
@given(collections, lengths, st.data())
def test_an_article_given_twice_adds_no_sentence_and_no_voice(
    documents: list[Document], options: Options, data: st.DataObject
) -> None:
    twin = data.draw(st.sampled_from(documents))
    once = brief_of(documents, options)
    twice = brief_of([*documents, Document(id="twin", text=twin.text)], options)
    assert [(s.text, s.voices) for s in once.sentences] == [(s.text, s.voices) for s in twice.sentences]
    assert twice.sources[-1].copy_of is not None


@many
@given(collections, lengths)
def test_json_gives_the_brief_back(documents: list[Document], options: Options) -> None:
    brief = brief_of(documents, options)
    assert Brief.from_dict(json.loads(json.dumps(brief.to_dict()))) == brief


@many
@given(collections, lengths)
def test_two_runs_give_the_same_bytes(documents: list[Document], options: Options) -> None:
    first, second = (json.dumps(brief_of(documents, options).to_dict()) for _ in range(2))
    assert first == second


@many
@given(collections, lengths)
def test_no_claim_is_told_twice_and_every_sentence_is_in_one_claim(documents: list[Document], options: Options) -> None:
    brief = brief_of(documents, options)
    assert len({s.claim for s in brief.sentences}) == len(brief.sentences)
    members = [(m.source, m.start, m.end) for claim in brief.claims for m in claim.members]
    assert len(members) == len(set(members))
    assert [claim.id for claim in brief.claims if claim.chosen] == [s.claim for s in brief.sentences]


@many
@given(collections, lengths)
def test_what_is_left_out_and_what_is_told_make_up_all_sentences(documents: list[Document], options: Options) -> None:
    brief = brief_of(documents, options)
    content = sum(source.sentences for source in brief.sources)
    left = brief.left_out
    assert len(brief.sentences) + left.redundant + left.too_short + left.budget + left.off_topic == content


def test_the_same_fact_is_told_once_with_every_source_that_reports_it(articles: list[Document]) -> None:
    brief = summarize(articles, encoder=ENCODER)
    crash = [s for s in brief.sentences if "passenger ferry struck the North Mole" in s.text]
    assert len(crash) == 1
    assert {brief.source(c.source).id for c in crash[0].citations} == {"wire", "courier"}
    assert crash[0].voices == 2


def test_headlines_bylines_and_teasers_are_never_quoted(articles: list[Document]) -> None:
    told_text = " ".join(s.text for s in summarize(articles, encoder=ENCODER).sentences)
    for clutter in ("Fog ferry hits mole", "Ilse Marrow", "Ten walks", "PORT ENNICK (NPA)"):
        assert clutter not in told_text


def test_the_title_is_a_headline_of_a_source(articles: list[Document]) -> None:
    assert summarize(articles, encoder=ENCODER).title in {
        "Ferry strikes pier in fog, 27 hurt",
        "Fog ferry hits mole",
        "A day later, 31 need treatment",
    }


def test_a_single_article_gives_a_brief_of_its_own(articles: list[Document]) -> None:
    brief = summarize(articles[:1], Options(max_words=40), ENCODER)
    assert brief.sentences
    assert all(s.voices == 1 for s in brief.sentences)


def test_a_budget_that_fits_only_the_shortest_sentence_gives_one_such(articles: list[Document]) -> None:
    brief = summarize(articles, Options(max_words=7), ENCODER)
    assert [len(s.text.split()) for s in brief.sentences] == [7]


def test_a_budget_too_small_for_any_sentence_says_what_the_shortest_needs(articles: list[Document]) -> None:
    with pytest.raises(NothingToSummarize, match="2 words.* 7 words"):
        summarize(articles, Options(max_words=2), ENCODER)


@pytest.mark.parametrize("options", [{"max_words": 0}, {"max_words": -5}, {"max_sentences": 0}, {"max_words": 2.5}])
def test_options_out_of_range_are_refused_by_name(options: dict[str, int]) -> None:
    with pytest.raises(SummarizeError, match=next(iter(options))):
        Options(**options)


def test_two_different_documents_with_one_id_are_refused_by_name(articles: list[Document]) -> None:
    with pytest.raises(SummarizeError, match="wire"):
        summarize([articles[0], Document(id="wire", text="Something else happened here.")], encoder=ENCODER)


@pytest.mark.parametrize("day", [datetime(1, 1, 1), datetime(9999, 12, 31)], ids=["first", "last"])
def test_a_date_that_programs_write_where_they_know_none_is_none(articles: list[Document], day: datetime) -> None:
    filled = [replace(article, published=day) for article in articles]
    brief, undated = (summarize(given, encoder=ENCODER) for given in (filled, articles))
    assert [sentence.text for sentence in brief.sentences] == [sentence.text for sentence in undated.sentences]
    assert [source.published for source in brief.sources] == [None] * len(articles)


def test_the_sentences_of_a_collection_are_taken_apart_once_for_all_that_is_told(
    articles: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[ParsedSentences] = []
    real = ParsedSentences.__init__

    def counted(self: ParsedSentences, corpus: Corpus) -> None:
        made.append(self)
        real(self, corpus)

    earlier = summarize(articles[:1], encoder=ENCODER)
    monkeypatch.setattr(ParsedSentences, "__init__", counted)
    brief = summarize(articles, encoder=ENCODER, since=earlier, views=[*View])
    assert brief.figures
    assert len(made) == 1


def test_no_documents_at_all_is_an_error() -> None:
    with pytest.raises(NothingToSummarize):
        summarize([], encoder=ENCODER)


def test_documents_of_clutter_alone_are_an_error_that_says_so() -> None:
    with pytest.raises(NothingToSummarize, match="boilerplate"):
        summarize([Document(id="a", text="Advertisement\n\nShare this\n\nRead more\n")], encoder=ENCODER)


@pytest.mark.parametrize("event", load_events(Path(__file__).parent / "data" / "events"), ids=lambda event: event.id)
def test_what_a_note_quotes_stands_in_its_source_at_that_place(event: Event) -> None:
    documents = event.documents
    brief = summarize(documents, Options(max_words=400), ENCODER)
    for sentence in brief.sentences:
        for note in sentence.notes:
            source = documents[note.source - 1]
            assert 0 <= note.start < note.end <= len(sentence.text)
            if note.quote is None:
                assert (note.source_start, note.source_end) == (None, None)
                assert source.published is not None
            else:
                assert source.text[note.source_start : note.source_end] == note.quote
                assert source.published is None or note.text == " ".join(note.quote.split())
    assert any(sentence.notes for sentence in brief.sentences) or not any(d.published for d in documents)


def test_notes_do_not_count_as_words_of_the_brief() -> None:
    documents = [Document("one", "A ferry struck the mole on Tuesday.", published=datetime(2029, 11, 14))]
    brief = summarize(documents, Options(max_words=7), ENCODER)
    assert [note.text for note in brief.sentences[0].notes] == ["13 November 2029"]
    assert brief.words == 7


def test_a_brief_written_before_there_were_notes_is_still_read() -> None:
    data = summarize([Document("one", "A ferry struck the mole on Tuesday.")], Options(max_words=7), ENCODER).to_dict()
    for sentence in data["sentences"]:
        del sentence["notes"]
    assert [sentence.notes for sentence in Brief.from_dict(data).sentences] == [()]
