"""Which sentences need the one before them, and which only look as if they did."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.languages import get
from summarize.selection.dependence import is_context_dependent

ENGLISH = get("en")


@pytest.mark.parametrize(
    "text",
    [
        "He was found at the foot of Crow Crag.",
        "They vanished in the second year of the war.",
        "It cancelled all sailings until Thursday.",
        "It’s the second such case this year.",
        "It was founded by a man who had been at sea.",
        "It took place on the mole.",
        "Her car was found at the Lowgate car park.",
        "This was the longest night in the life of the republic.",
        "That Sunday the harbour was empty.",
        "These works were never ours to keep, said the director.",
        "Those boats were sold in March.",
        "Such a fine has never been imposed before.",
        "Four of them were in a serious condition.",
        "At least four of them were flown to Dunmarrick.",
        "None of this was known to the inspectors.",
        "Of those, twelve are still in hospital.",
        "Yeah, you read that right.",
        "No, the money never came, the port said.",
        "Among them was a nurse from Skarra.",
        "Despite this, the ferry sailed.",
        "For that reason the light was moved.",
    ],
)
def test_a_pronoun_at_the_head_needs_what_stands_before(text: str) -> None:
    assert is_context_dependent(text, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "But barely an hour later machine guns were rattling again.",
        "However, the company expects a quick repair.",
        "Meanwhile Mr Drovik goes on sleeping in his own bed.",
        "So Anselm Drovik is a convicted criminal.",
        "There, in June, not one trustee had voted to keep the bronzes.",
        "In response, Sundvik Lines cut its fares.",
        "In addition, the mole was closed.",
        "As a result, the mole was closed.",
        "Instead, the ferry turned north.",
        "In return the company won the contract for the tram line.",
        "Later that day the wreck was towed to Orlay.",
        "Two hours later, the second ferry sailed.",
        "A year earlier the same mole had been hit.",
        "The following day the fog lifted.",
        "Another 31 are in Brann General.",
        "Both men had told the court that the money was a loan.",
        "Neither was hurt.",
        "The other eight will be flown out next month.",
        "The two were arrested on the quay.",
        "The former was fined 300 florins.",
        "- And worse could be in store.",
    ],
)
def test_a_connective_at_the_head_needs_what_stands_before(text: str) -> None:
    assert is_context_dependent(text, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "On the bright side, she had a year to pay the bill.",
        "Thanks to a technical glitch, she ended up with a bill for millions.",
        "On Tuesday, he told the court that the money was a loan.",
        "In March, they sold the boats.",
        "Yesterday, she walked free.",
        "On election night he told his supporters to wait.",
        "Last year she stayed with a friend in Skarra.",
        "In 2019 they were found guilty.",
        "After years at sea, his knees gave way.",
    ],
)
def test_a_pronoun_after_an_opening_that_names_nobody_needs_what_stands_before(text: str) -> None:
    assert is_context_dependent(text, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "It is not clear why the radar went dark.",
        "It was not immediately clear how many were on board.",
        "It was not immediately known who owned the boat.",
        "It is not yet known when the mole will open again.",
        "It remains to be seen whether the truce holds.",
        "It is feared that nobody survived.",
        "It emerged that the set had not been serviced.",
        "It is too early to name a cause, the board said.",
        "It was the captain who rang the bell.",
        "It took the jury two hours to find Anselm Drovik guilty.",
        "There were 12 people on board the Maid of Skarra.",
        "There’s no ferry on Sundays.",
        "There weren't enough lifeboats on the Maid of Skarra.",
        "There remain doubts about the radar.",
    ],
)
def test_an_empty_it_or_there_stands_by_itself(text: str) -> None:
    assert not is_context_dependent(text, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "This year's budget is the largest in the history of Lorvania.",
        "This week the ferry sails again.",
        "These days nobody fishes from the mole.",
        "Those who were on board have been paid.",
        "Those injured include four anglers.",
        "Most of those on board were asleep.",
        "So far, 12 people have been found.",
        "So many people came that the hall was closed.",
        "Too many people were on board, the board found.",
        "Now 52, the captain lives in Skarra.",
        "Then-president Ines Corvell opened the mole.",
        "Instead of the ferry, a bus ran along the coast.",
        "In addition to the captain, two mates were heard.",
        "In response to the crash, Sundvik Lines cut its fares.",
        "As a result of the storm, all schools are closed.",
        "At the time of the crash the fog was dense.",
        "In return for the money Drovik gave the company the contract.",
        "Besides the captain, two mates were heard.",
        "The two Lorvanias have not spoken since 1971.",
        "The pair of bronzes in the hall will stay.",
        "The former minister stared at the floor.",
        "Both Tolmeny and Skarra were cut off.",
        "Neither the captain nor the mate was hurt.",
        "Her Majesty's Coastguard sent two boats.",
        "US officials said the ferry was built in Ohio.",
        "IT systems failed in the whole harbour.",
        "I-95 was closed for six hours.",
        "Andor Vale was the first to see the bow.",
        "Shetland ponies graze on the cliffs of Orlay.",
        "Later this week the ferry sails again.",
        "A year earlier than planned, the mole is finished.",
        "The captain, his wife and a mate were on the bridge.",
        "Vandelaar, his collarbone broken, waved from the car.",
        "In a statement, Sundvik Lines said the set had been serviced.",
        "On Tuesday the court heard the captain.",
    ],
)
def test_what_only_begins_like_a_pronoun_or_a_connective_stands_by_itself(text: str) -> None:
    assert not is_context_dependent(text, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "Police believe he shot two people early on Sunday.",
        "Prosecutors say she hid the voyage recorder.",
        "Thursday's hearing woke new interest in his story.",
        "The Rovers played twice under him.",
    ],
)
def test_neither_several_nor_a_body_nor_a_day_is_he_or_she(text: str) -> None:
    assert is_context_dependent(text, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "A passenger ferry struck the North Mole at Port Ennick in dense fog.",
        "Captain Joren Haldane told officers that his radar had gone dark.",
        "Nobody was killed, a coastguard spokesman said.",
        "Le ferry a heurté le môle, selon les garde-côtes.",
        "Die Fähre rammte am Dienstag die Mole.",
        "渡船在大雾中撞上码头。",
        "",
    ],
)
def test_a_plain_report_stands_by_itself(text: str) -> None:
    assert not is_context_dependent(text, ENGLISH)


@given(st.text(max_size=300))
def test_any_text_may_be_asked_about(text: str) -> None:
    assert is_context_dependent(text, ENGLISH) in (True, False)


@pytest.mark.timed
@pytest.mark.parametrize(
    "piece", ["a ", "a, ", "It took a ", "“a” ", "two hours ", "at least ", "it was the a ", "that day ", "said both "]
)
def test_of_a_very_long_sentence_it_is_known_at_once(piece: str) -> None:
    began = time.process_time()
    is_context_dependent(piece * 20_000, ENGLISH)
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    "text",
    [
        "In his arms was a towel.",
        "In the video he says that it is nice to wake up.",
        "The pace of his recovery was astonishing.",
        "On Friday the court in Karst heard her plea.",
        "18:02 - He's gone.",
    ],
)
def test_a_pronoun_needs_somebody_before_it(text: str) -> None:
    assert is_context_dependent(text, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "The captain raised his hand.",
        "Haldane raised his hand.",
        "A 71-year-old was found in her car.",
        "After his speech in Karst, Haldane left the hall.",
        "Nobody knew where he was.",
        "18:02 - The mayor of Ravensey is gone.",
    ],
)
def test_a_pronoun_for_somebody_in_the_same_sentence_needs_nothing_else(text: str) -> None:
    assert not is_context_dependent(text, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "Two others were flown to Dunmarrick.",
        "At least three more anglers were pulled out of the water.",
        "A further 12 people were treated on the quay.",
        "The comments by Mr Rade, who leads the union, come amid a row over the light.",
        "The announcement came four hours before the ferry was due.",
        "The move follows two crashes in May.",
        "The captain was taken to Skarra later that day.",
        "The mate was released on the same day.",
        "A second boat had turned back earlier in the day.",
        "Police said the two were found on the quay.",
        "Officers say both have been released.",
        "“There is no light,” the newspaper quoted him as saying.",
    ],
)
def test_others_a_remark_a_day_or_a_group_told_of_before_need_what_stands_before(text: str) -> None:
    assert is_context_dependent(text, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "Two more than last year were fined.",
        "More anglers than ever came to the mole.",
        "The comments were removed from the page of the port on Monday.",
        "The announcement of the new light was welcomed in Skarra.",
        "The decision to close the mole came from the port.",
        "The captain sailed on Monday and was taken to Skarra later that day.",
        "When the fog lifted, a second boat was found the same day.",
        "The mate said that day after day the radar had failed.",
        "Police said both the captain and the mate were found on the quay.",
        "Two anglers were on the mole, and police said both were hurt.",
        "“There is no light,” the newspaper quoted Captain Rade as saying.",
        "“There is no light,” said Captain Rade, who lost his boat.",
    ],
)
def test_what_names_the_others_the_day_or_the_group_stands_by_itself(text: str) -> None:
    assert not is_context_dependent(text, ENGLISH)
