"""What a sentence of a draft says the opposite of, and what office it gives to somebody by mistake."""

from __future__ import annotations

import pytest

from summarize import Document, check
from summarize.checking.offices import Office, offices_of
from summarize.conflicts.opposites import exclusions
from summarize.conflicts.parsing import ParsedSentence, read
from summarize.languages import get
from summarize.models import Encoder, load_encoder
from summarize.records.check import Verdict


def parsed(text: str) -> ParsedSentence:
    return read(text, get("en"))


def excluded(mine: str, yours: str, *others: str) -> list[tuple[str, str]]:
    found = exclusions(parsed(mine), parsed(yours), [parsed(other) for other in others])
    return [(mine[a.start : a.end], yours[b.start : b.end]) for a, b in found]


@pytest.mark.parametrize(
    ("mine", "yours", "words"),
    [
        ("Holt ruled out a new offer.", "Holt did not exclude a new offer.", ("ruled out", "not exclude")),
        (
            "The pilot was released from hospital.",
            "The pilot was admitted to hospital.",
            ("released from", "admitted to"),
        ),
        ("The two fires were linked.", "The two fires were unrelated.", ("linked", "unrelated")),
        ("Sales rose.", "Sales fell.", ("rose", "fell")),
        ("The union never welcomed the plan.", "The union praised the plan.", ("never welcomed", "praised")),
    ],
)
def test_words_that_exclude_each_other_are_found(mine: str, yours: str, words: tuple[str, str]) -> None:
    assert excluded(mine, yours) == [words]
    assert excluded(yours, mine) == [words[::-1]]


@pytest.mark.parametrize(
    ("mine", "yours"),
    [
        ("The council has not approved the plan.", "The council rejected the plan."),
        ("Holt ruled out a new offer.", "Holt excluded a new offer."),
        ("The union did not praise the plan.", "The union criticised the plan."),
        ("Sales rose in May and fell in June.", "Sales fell in June."),
        ("It would not change without a vote.", "It would change without a vote."),
        ("Holt not only praised the plan.", "Holt welcomed the plan."),
    ],
)
def test_words_that_agree_are_not(mine: str, yours: str) -> None:
    assert excluded(mine, yours) == []
    assert excluded(yours, mine) == []


def test_what_another_source_says_too_is_not_excluded() -> None:
    assert excluded("Sales rose.", "Sales fell.", "Sales climbed, the union said.") == []


def given(text: str) -> list[tuple[str, str]]:
    return [(office.holder, text[office.start : office.end]) for office in offices_of(parsed(text))]


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Prime Minister Anna Holt spoke.", [("holt", "Prime Minister")]),
        ("Anna Holt, the deputy finance minister, spoke.", [("holt", "deputy finance minister")]),
        ("Jon Freed, the airline's chief executive, spoke.", [("freed", "chief executive")]),
        ("Airline spokesman Jon Freed told the president.", [("freed", "spokesman")]),
        ("Anna Holt, who met the president, spoke.", []),
        ("The minister spoke to Anna Holt.", []),
    ],
)
def test_an_office_belongs_to_the_name_beside_it(text: str, offices: list[tuple[str, str]]) -> None:
    assert given(text) == offices


def office(text: str) -> Office:
    (found,) = offices_of(parsed(text))
    return found


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("Prime Minister Holt", "Foreign Minister Holt", False),
        ("Finance Minister Holt", "Foreign Minister Holt", False),
        ("Deputy Mayor Holt", "Mayor Holt", False),
        ("Chief Executive Holt", "Spokesman Holt", False),
        ("Minister Holt", "Foreign Minister Holt", True),
        ("Premier Holt", "Prime Minister Holt", True),
        ("CEO Holt", "Chief Executive Holt", True),
        ("Foreign Secretary Holt", "Foreign Minister Holt", True),
    ],
)
def test_offices_that_one_person_cannot_have_are_told_from_other_words_for_one(
    one: str, other: str, may_be: bool
) -> None:
    assert office(f"{one} spoke.").may_be(office(f"{other} spoke.")) is may_be
    assert office(f"{other} spoke.").may_be(office(f"{one} spoke.")) is may_be


SOURCES = (
    Document(
        id="a",
        text="Foreign Minister Anna Holt said on Monday that the talks in Tarvik would go on. When asked, she did not "
        "exclude a new round in May. The pilot was admitted to hospital on Sunday with a broken arm. Jon Freed, a "
        "spokesman for the airline, said the crew had been trained.",
    ),
)


@pytest.fixture(scope="module")
def encoder(default_cache: object) -> Encoder:
    return load_encoder()


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Anna Holt said on Monday that the talks in Tarvik would go on.",
        "Anna Holt, the finance minister, said on Monday that the talks in Tarvik would go on.",
        "Jon Freed, the airline's chief executive, said the crew had been trained.",
        "Holt ruled out a new round in May.",
        "The pilot was released from hospital on Sunday.",
    ],
)
def test_the_wrong_office_and_the_opposite_are_never_supported(text: str, encoder: Encoder) -> None:
    (sentence,) = check(Document(id="draft", text=text), SOURCES, encoder).sentences
    assert sentence.verdict in (Verdict.CONTRADICTED, Verdict.PARTLY)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Anna Holt, the foreign minister, said on Monday that the talks in Tarvik would go on.",
        "Jon Freed, a representative of the airline, said the crew had been trained.",
        "The pilot was admitted to hospital on Sunday with a broken arm.",
    ],
)
def test_the_right_office_and_the_same_sense_are_supported(text: str, encoder: Encoder) -> None:
    (sentence,) = check(Document(id="draft", text=text), SOURCES, encoder).sentences
    assert sentence.verdict is Verdict.SUPPORTED
