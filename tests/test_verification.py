"""A brief holds as long as its sources do, and what no longer holds is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarize import Brief, Document, SummarizeError, summarize, verify
from summarize.errors import BriefError
from summarize.verification import Fault, load_brief
from tests.conftest import WordEncoder


@pytest.fixture
def brief(articles: list[Document], encoder: WordEncoder) -> Brief:
    return summarize(articles, encoder=encoder)


def quoted_place(brief: Brief) -> tuple[str, int]:
    """The id of the source that the first sentence is taken from, and where."""
    cited = brief.sentences[0].citations[0]
    return brief.source(cited.source).id, cited.start


def changed(documents: list[Document], name: str, at: int) -> list[Document]:
    """The documents, in one of which one character is another."""
    return [
        replace(d, text=d.text[:at] + ("x" if d.text[at] != "x" else "y") + d.text[at + 1 :]) if d.id == name else d
        for d in documents
    ]


def test_a_brief_holds_against_the_documents_it_was_made_from(brief: Brief, articles: list[Document]) -> None:
    verification = verify(brief, articles)
    assert verification.holds
    assert verification.spans >= sum(len(sentence.citations) for sentence in brief.sentences) > 0


def test_a_changed_character_in_a_quotation_is_named_with_its_source_and_its_place(
    brief: Brief, articles: list[Document]
) -> None:
    name, start = quoted_place(brief)
    failures = verify(brief, changed(articles, name, start + 3)).failures
    assert {failure.source for failure in failures} == {brief.sentences[0].citations[0].source}
    assert failures[0].fault is Fault.CHANGED
    different = next(failure for failure in failures if failure.fault is Fault.DIFFERENT)
    assert (different.place, different.start) == ("sentence 1, citation 1", start)
    assert different.expected == brief.sentences[0].text
    assert different.found != different.expected


def test_a_change_where_nothing_is_cited_fails_by_the_hash_alone(brief: Brief, articles: list[Document]) -> None:
    longer = [replace(d, text=d.text + "\nCorrected.") if d.id == "wire" else d for d in articles]
    (failure,) = verify(brief, longer).failures
    assert (failure.fault, failure.place) == (Fault.CHANGED, "source 1")


def test_a_change_where_nothing_is_cited_passes_in_a_brief_without_hashes(
    brief: Brief, articles: list[Document]
) -> None:
    older = replace(brief, sources=tuple(replace(source, sha256=None) for source in brief.sources))
    longer = [replace(d, text=d.text + "\nCorrected.") if d.id == "wire" else d for d in articles]
    assert verify(older, longer).holds


def test_a_missing_source_is_named_once(brief: Brief, articles: list[Document]) -> None:
    failures = verify(brief, articles[1:]).failures
    assert [(failure.fault, failure.place) for failure in failures] == [(Fault.MISSING, "source 1")]


def test_a_source_of_another_name_is_known_by_its_text(brief: Brief, articles: list[Document]) -> None:
    assert verify(brief, [replace(d, id=f"moved/{d.id}") for d in reversed(articles)]).holds


def test_sources_that_have_exchanged_their_names_are_known_by_their_text(
    brief: Brief, articles: list[Document]
) -> None:
    """As "1" and "1 (2)" do, when two files of the same ids are given in another order."""
    wire, courier, later = articles
    assert verify(brief, [replace(wire, id="courier"), replace(courier, id="wire"), later]).holds


def test_a_copy_of_a_source_does_not_stand_for_one_that_has_changed(
    articles: list[Document], encoder: WordEncoder
) -> None:
    twin = replace(articles[0], id="twin")
    brief = summarize([*articles, twin], encoder=encoder)
    longer = replace(twin, text=twin.text + "\nCorrected.")
    assert [failure.place for failure in verify(brief, [*articles, longer]).failures] == ["source 4"]


def test_one_copy_is_enough_where_the_brief_had_the_same_text_twice(
    articles: list[Document], encoder: WordEncoder
) -> None:
    brief = summarize([*articles, replace(articles[0], id="twin")], encoder=encoder)
    assert verify(brief, articles).holds


def edited(brief: Brief, edit: Callable[[dict[str, Any]], object]) -> Brief:
    """The brief after a change to its JSON."""
    data = json.loads(json.dumps(brief.to_dict()))
    edit(data)
    return load_brief(json.dumps(data))


@pytest.mark.parametrize(
    ("edit", "fault", "place"),
    [
        (lambda d: d["sentences"][0].update(text="Nobody was hurt."), Fault.UNQUOTED, "sentence 1"),
        (lambda d: d["sentences"][0].update(citations=[]), Fault.UNQUOTED, "sentence 1"),
        (lambda d: d["sentences"][0]["citations"][0].update(start=-9), Fault.OUTSIDE, "sentence 1, citation 1"),
        (lambda d: d["sentences"][0]["citations"][0].update(source=9), Fault.OUTSIDE, "sentence 1, citation 1"),
        (lambda d: d["claims"][0]["members"][0].update(end=10**9), Fault.OUTSIDE, "claim 1, member 1"),
        (lambda d: d["claims"][0]["members"][0].update(end=0), Fault.OUTSIDE, "claim 1, member 1"),
        (lambda d: d["conflicts"][0]["values"][0].update(quote="32 hurt"), Fault.DIFFERENT, "conflict 1, value 1"),
        (lambda d: d["sources"][0].update(sha256="0" * 64), Fault.CHANGED, "source 1"),
    ],
)
def test_a_change_to_the_brief_itself_is_named(
    brief: Brief, articles: list[Document], edit: Callable[[dict[str, Any]], object], fault: Fault, place: str
) -> None:
    assert (fault, place) in [(f.fault, f.place) for f in verify(edited(brief, edit), articles).failures]


def test_every_sha256_is_that_of_the_text_in_utf8(brief: Brief, articles: list[Document]) -> None:
    assert [source.sha256 for source in brief.sources] == [document.sha256 for document in articles]
    # The example of FIPS 180-4.
    assert Document("abc", "abc").sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_brief_of_an_older_or_a_newer_version_is_read(brief: Brief) -> None:
    data = json.loads(json.dumps(brief.to_dict()))
    for source in data["sources"]:
        del source["sha256"], source["language"], source["media_type"]
    for part in (data, *data["sources"], *data["sentences"], *data["sentences"][0]["citations"], data["left_out"]):
        part["added_later"] = [{"start": 1}]
    older = [replace(source, sha256=None, language=None, media_type=None) for source in brief.sources]
    assert load_brief(json.dumps(data)) == replace(brief, sources=tuple(older))


def test_a_brief_of_another_schema_is_refused(brief: Brief) -> None:
    with pytest.raises(BriefError, match=r"summarize.brief/2.*not 'summarize.brief/1'"):
        load_brief(json.dumps(brief.to_dict() | {"schema": "summarize.brief/2"}))


@pytest.mark.parametrize(
    "damage",
    [
        lambda d: d.pop("claims"),
        lambda d: d.update(sentences=[]),
        lambda d: d.update(sentences=[1]),
        lambda d: d.update(sources=d["sources"][1:]),
        lambda d: d.update(options={"max_words": -1}),
        lambda d: d["sentences"][0].update(text=None),
        lambda d: d["sentences"][0]["citations"][0].update(start="0"),
        lambda d: d["sentences"][0]["citations"][0].update(start=True),
        lambda d: d["sentences"][0]["citations"][0].update(quote="\ud800"),
        lambda d: d.update(title="\udfff"),
        lambda d: d["sources"][0].update(publisher="\ud800"),
        lambda d: d["sentences"][0]["citations"][0].update(role="invented"),
        lambda d: d["claims"][0].update(id="\x1b[2J"),
    ],
)
def test_a_damaged_brief_is_refused_as_such(brief: Brief, damage: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(BriefError):
        edited(brief, damage)


@pytest.mark.parametrize("written", ["", "{", "[]", "null", "[" * 100_000, b"\xff\xfe\x00", b'{"schema": 1}'])
def test_what_is_no_brief_is_refused(written: str | bytes) -> None:
    with pytest.raises(BriefError):
        load_brief(written)


WORDS = [
    "ferry",
    "pier",
    "fog",
    "Tuesday",
    "27",
    "31",
    "people",
    "hurt",
    "police",
    "said",
    "not",
    "Müller",
    "🚢",
    "e\u0301",
]
sentences = st.lists(st.sampled_from(WORDS), min_size=5, max_size=12).map(lambda words: " ".join(words) + ".")
texts = st.lists(sentences, min_size=1, max_size=8).map("\n\n".join)


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.lists(texts, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_the_brief_of_any_collection_holds(encoder: WordEncoder, found: list[str], random: Any) -> None:
    documents = [Document(f"d{number}", text) for number, text in enumerate(found)]
    try:
        brief = summarize(documents, encoder=encoder)
    except SummarizeError:  # nothing to quote, so no brief
        return
    random.shuffle(documents)
    read = load_brief(json.dumps(brief.to_dict(), ensure_ascii=random.random() < 0.5))
    assert verify(read, documents).failures == ()
