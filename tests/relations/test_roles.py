"""Who did it to whom: exchanged parties contradict each other, and one act may be told from either side."""

from __future__ import annotations

import pytest

from summarize.languages import get
from summarize.relations.roles import are_converse, are_exchanged

ENGLISH = get("en")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maria Kohl beat Ana Sole 6-4, 7-5 in the final.", "Ana Sole beat Maria Kohl in the final on Sunday."),
        ("A bus hit a truck on the road to Arn.", "A truck hit a bus, and eight people were hurt."),
        ("Kofi Banner of Lorne scored past Ole Strand.", "Ole Strand of Petrel scored past Kofi Banner."),
        ("Lorne were beaten by Petrel on Sunday.", "Petrel were beaten by Lorne."),
    ],
)
def test_exchanged_parties_contradict_each_other(one: str, other: str) -> None:
    """Whatever else the sentences say."""
    assert are_exchanged(one, other, ENGLISH)
    assert not are_converse(one, other, ENGLISH)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Corvane has sold its paint business to Hallam.", "Hallam has bought the paint business of Corvane."),
        ("Lorne lost to Petrel in the final.", "Petrel beat Lorne in the final."),
        ("The fund lent Alderan 2 billion dollars.", "Alderan borrowed 2 billion dollars from the fund."),
    ],
)
def test_one_act_may_be_told_from_either_side(one: str, other: str) -> None:
    """With the verb for that side."""
    assert are_converse(one, other, ENGLISH)
    assert not are_exchanged(one, other, ENGLISH)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Petrel beat Lorne 3-0 on Saturday.", "Lorne were beaten by Petrel on Saturday."),
        ("Petrel beat Lorne in the cup.", "Lorne beat Petrel in the cup in 2021."),
        ("The family sold its stake to a shipbuilder.", "A shipbuilder was sold the family's stake."),
        ("Maria Kohl met Ana Sole in the final.", "Ana Sole met Maria Kohl in the final."),
    ],
)
def test_the_order_of_two_alone_is_no_exchange(one: str, other: str) -> None:
    """A passive turns it round, another year is another occasion, and some verbs have no sides."""
    assert not are_exchanged(one, other, ENGLISH)


def test_other_figures_are_no_other_view() -> None:
    """The two sides of a sale give one price."""
    assert not are_converse("Corvane sold it to Hallam for 90.", "Hallam bought it from Corvane for 9.", ENGLISH)
    assert not are_converse("Corvane sold it to Hallam.", "Hallam has not bought it from Corvane.", ENGLISH)
