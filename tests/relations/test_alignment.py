"""Near copies that say the opposite are told by the words that differ."""

from __future__ import annotations

import pytest

from summarize.languages import get
from summarize.lexical.tokens import Tokenizer
from summarize.relations.alignment import adds_only, says_in_words, told_by_words
from summarize.relations.labels import CONTRADICTS, DIFFERENT

ENGLISH, TOKENIZER = get("en"), Tokenizer("english")


def told(one: str, other: str) -> int | None:
    label = told_by_words(one, other, ENGLISH, TOKENIZER)
    assert label == told_by_words(other, one, ENGLISH, TOKENIZER)
    return label


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The council has approved the new bridge.", "The council has not approved the new bridge."),
        ("The strikers accepted the offer of Norvex.", "The strikers did not accept the offer of Norvex."),
        ("The crown gained 1 percent on Thursday.", "The crown lost 1 percent on Thursday."),
        ("The bank raised its key rate on Thursday.", "The bank cut its key rate on Thursday."),
        ("Maria Kohl beat Ana Sole in the final.", "Ana Sole beat Maria Kohl in the final."),
        ("Gas flows from Marvia to Tolland again.", "Gas flows from Tolland to Marvia again."),
        ("Kordavia no longer backs the ceasefire in Dene.", "Kordavia backs the ceasefire in Dene."),
        ("The ferry isn't seaworthy, inspectors say.", "The ferry is seaworthy, inspectors say."),
        ("The barge Ume rammed the yacht Sela off Brell.", "The yacht Sela rammed the barge Ume off Brell."),
        ("Troops from Orland shelled troops from Dene.", "Troops from Dene shelled troops from Orland."),
        ("The board quit before the auditors came in May.", "The auditors came before the board quit in May."),
        ("Lorne won 1-0.", "Petrel won 1-0."),
        ("Kai Berg won the election with 54 percent.", "Per Lund won the election with 54 percent."),
        ("The probe Corvus reached orbit on Monday.", "The probe Corvus failed to reach orbit on Monday."),
        ("The maker recalled 4,000 prams on Friday.", "The maker refused on Friday to recall 4,000 prams."),
    ],
)
def test_what_says_the_opposite_in_the_same_words_contradicts(one: str, other: str) -> None:
    assert told(one, other) == CONTRADICTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maria Kohl met Ana Sole in Brell.", "Ana Sole met Maria Kohl in Brell."),
        ("Orland and Alderan signed the treaty.", "Alderan and Orland signed the treaty."),
        ("On Monday Norvex closed its plant in Dene.", "Norvex closed its plant in Dene on Monday."),
        ("The bridge will open in May at the latest.", "The bridge will open in June at the latest."),
        ("The council has not only approved the bridge.", "The council has only approved the bridge."),
        ("The dam held.", "The dam broke."),
        ("The museum reopens on Saturday in Brell.", "The museum does not reopen until Saturday in Brell."),
        ("Unions asked Norvex to close the plant.", "Norvex refused to close the plant."),
        ("The drug slowed the disease in 40 mice.", "The drug failed to slow the disease in 1,800 patients."),
        ("The new champion is Ana Sole of Brell.", "Ana Sole of Brell is the new champion."),
        ("The dam will hold, said engineer Ida Falk.", "Engineer Ida Falk said the dam will hold."),
        ("In Dene the ferry sank on Monday evening.", "On Monday evening the ferry sank in Dene."),
        ("The firm said it would close the plant in May.", "The firm said it will close the plant in May."),
        ("Nearly 40 houses burned down in Dene on Friday.", "Some 40 houses burned down in Dene on Friday."),
        ("Rain fell on Dene for three days.", "Rain fell on Dene for three days."),
        ("Kai Berg praised the teachers on Monday.", "Per Lund praised the teachers on Monday."),
        ("Kai Berg won the first stage in Arn.", "Per Lund won the second stage in Brell."),
    ],
)
def test_what_may_both_be_true_or_is_not_certain_is_left_to_the_model(one: str, other: str) -> None:
    assert told(one, other) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Thieves stole two bells from the church in Dene.",
            "Thieves tried to steal two bells from the church in Dene.",
        ),
        ("Parliament passed the water bill on Friday.", "Parliament was expected to pass the water bill on Friday."),
        ("Two ferries collided off Brell on Monday.", "Two ferries nearly collided off Brell on Monday."),
        ("The law caps rents at 12 crowns a metre.", "The law would cap rents at 12 crowns a metre."),
        ("Miners at Orl walked out on Monday.", "Miners at Orl threatened to walk out on Monday."),
        ("The minister knew of the leak for weeks.", "Did the minister know of the leak for weeks?"),
        ("The Union accused the List of buying votes.", "The List accused the Union of buying votes."),
        ("Norvex sued its former partner Torvane on Monday.", "On Monday Torvane sued the partner that Norvex was."),
    ],
)
def test_what_is_only_planned_tried_feared_or_asked_or_may_be_mutual_is_another_fact(one: str, other: str) -> None:
    assert told(one, other) == DIFFERENT


SOLD = "The minister had sold her shares in the company in March."


@pytest.mark.parametrize(
    "more",
    [
        "The minister, 51, had sold her shares in the company in March, a lawyer told the committee.",
        "Papers show that the minister had quietly sold her shares in the company in March for 2 million francs.",
    ],
)
def test_what_only_adds_words_says_it_too(more: str) -> None:
    assert adds_only(SOLD, more, ENGLISH, TOKENIZER)


@pytest.mark.parametrize(
    "other",
    [
        "Reports that the minister had sold her shares in the company in March are baseless, she said.",
        "It is a lie that the minister had sold her shares in the company in March.",
        "The minister, it is rumoured, had sold her shares in the company in March.",
        "The minister was cleared of having sold her shares in the company in March.",
        "A court doubted that the minister had sold her shares in the company in March.",
        "The minister was accused of having sold her shares in the company in March.",
    ],
)
def test_words_that_call_it_untrue_or_unproven_do_more_than_add(other: str) -> None:
    assert not adds_only(SOLD, other, ENGLISH, TOKENIZER)


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("de", "Alvera hat Norvex am Montag gekauft.", "Norvex hat Alvera am Montag gekauft."),
        ("de", "Die Zahl der Arbeitslosen ist im März gestiegen.", "Die Zahl der Arbeitslosen ist im März gesunken."),
        ("de", "Das Konzert in Velm beginnt am Freitag.", "Das Konzert in Velm beginnt am Samstag."),
        ("fr", "Le maire de Velm a démissionné lundi.", "Le maire de Velm a démenti avoir démissionné lundi."),
        ("es", "El avión aterrizó sin daños en Madrid.", "El avión aterrizó sin daños en Bilbao."),
        ("nl", "De burgemeester van Velm is afgetreden.", "De burgemeester van Velm is niet afgetreden."),
        ("ru", "Альвера подала в суд на Норвекс.", "Норвекс подала в суд на Альвера."),
        ("ja", "ベルムの失業率は3月に上昇した。", "ベルムの失業率は3月に低下した。"),
        ("sw", "Meya wa mji wa Velm alijiuzulu Jumatatu.", "Meya wa mji wa Velm hakujiuzulu Jumatatu."),
    ],
)
def test_in_any_language_other_words_or_another_order_may_say_the_opposite(code: str, one: str, other: str) -> None:
    language = get(code)
    assert not says_in_words(one, other, language, Tokenizer(language.stemmer))
    assert not says_in_words(other, one, language, Tokenizer(language.stemmer))


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("de", "Alvera hat Norvex gekauft.", "Alvera hat Norvex gekauft, wie beide am Montag mitteilten."),
        ("fr", "Le maire de Velm a démissionné lundi.", "Selon la radio, le maire de Velm a démissionné lundi."),
        ("ja", "ベルムの失業率は3月に上昇した。", "政府によると、ベルムの失業率は3月に上昇した。"),
    ],
)
def test_in_any_language_who_says_it_in_its_words_may_say_more_around_it(code: str, one: str, other: str) -> None:
    language = get(code)
    assert says_in_words(one, other, language, Tokenizer(language.stemmer))
    assert not says_in_words(other, one, language, Tokenizer(language.stemmer))
