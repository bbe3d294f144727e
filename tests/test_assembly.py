"""How many speak for a sentence of the brief."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from summarize import Document, Options, summarize
from tests.conftest import WordEncoder

WIRE = "The ferry Orlin struck the north pier of Varnholm harbour at dawn on Tuesday."
OWN = (
    "Nine passengers were hurt and taken to hospital. The coast guard will examine the hull. Her master told the "
    "inquiry that his radar had failed. A replacement sails within the week. Insurers put the damage at four "
    "million crowns. The line has run between the islands since the war, and its oldest ship is still at sea.",
    "Fishermen had warned of thick fog for days, the mayor recalled. Schools stayed closed. A diver found the "
    "missing anchor near the lighthouse. Nobody could say why the crew had been changed. Two unions called for a "
    "strike. At the market the price of fish had doubled by noon, because no boat was let out.",
)


@pytest.mark.parametrize(
    ("second", "voices"),
    [
        (WIRE, 1),
        ("At dawn on Tuesday Varnholm harbour's north pier was struck by the ferry Orlin.", 2),
    ],
)
def test_the_same_words_in_two_sources_are_one_voice(second: str, voices: int) -> None:
    documents = [Document(id="a", text=f"{WIRE} {OWN[0]}"), Document(id="b", text=f"{second} {OWN[1]}")]
    brief = summarize(documents, Options(max_words=60), WordEncoder())
    assert all(source.copy_of is None for source in brief.sources)
    told = next(sentence for sentence in brief.sentences if "Orlin" in sentence.text)
    assert len(told.citations) == 2
    assert told.voices == voices
    assert brief.claims[told.claim - 1].voices == voices


TOLLS = (
    "Police said 27 people were hurt when the ferry Orlin struck the pier.",
    "Police said 31 people were hurt when the ferry Orlin struck the pier.",
)


@pytest.mark.parametrize(
    ("first", "second", "newest"),
    [
        (datetime(2029, 11, 13), datetime(2029, 11, 14, tzinfo=UTC), 2),
        (datetime(2029, 11, 14, 1, tzinfo=UTC), datetime(2029, 11, 14), 1),
        (datetime(2029, 11, 13), datetime(2029, 11, 13, tzinfo=UTC), None),
        (None, datetime(2029, 11, 13), None),
    ],
    ids=["later", "earlier", "as old as the other", "undated"],
)
def test_the_newest_side_of_a_conflict_is_named_where_all_sides_are_dated(
    first: datetime | None, second: datetime | None, newest: int | None
) -> None:
    """Times with and without a zone are compared; those without are read as UTC."""
    documents = [
        Document(id=name, text=f"{toll} {own}", published=published)
        for name, toll, own, published in zip("ab", TOLLS, OWN, (first, second), strict=True)
    ]
    (conflict,) = summarize(documents, encoder=WordEncoder()).conflicts
    assert {value.value for value in conflict.values} == {"27 people", "31 people"}
    assert conflict.newest == newest
