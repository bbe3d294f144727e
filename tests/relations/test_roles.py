"""Who did it to whom: exchanged parties contradict each other, and one act may be told from either side."""

from __future__ import annotations

import pytest

from summarize.languages import get
from summarize.lexical.tokens import Tokenizer
from summarize.relations.alignment import told_by_words
from summarize.relations.labels import CONTRADICTS
from summarize.relations.roles import are_converse, are_exchanged

ENGLISH = get("en")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maria Kohl beat Ana Sole 6-4, 7-5 in the final.", "Ana Sole beat Maria Kohl in the final on Sunday."),
        ("Hallam acquired Corvane on the road to Arn.", "Corvane acquired Hallam, and eight people left."),
        ("Kohl beat Sole on Sunday and hopes to win the cup.", "Sole beat Kohl on Sunday."),
        ("Lorne were beaten by Petrel on Sunday.", "Petrel were beaten by Lorne."),
        ("Kestria overtook Palune as the largest exporter.", "Kestria was overtaken by Palune, the trade body said."),
        ("Corvane has sold its paint business to Hallam.", "Corvane bought the paint business of Hallam."),
        ("Petrel beat Lorne in the final.", "Petrel lost to Lorne in the final."),
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
        ("Ida Moor inherited the mill from Per Sand.", "Per Sand has bequeathed the mill to Ida Moor."),
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
        ("Petrel beat Lorne in the cup.", "Lorne beat Petrel in last year's cup."),
        ("The club bought Sami Okoro from Alden.", "The club sold Sami Okoro to Alden two years ago."),
        ("The family sold its stake to a shipbuilder.", "A shipbuilder was sold the family's stake."),
        ("Petrel beat Lorne on Saturday.", "Lorne beat Petrel on Sunday."),
        ("Maria Kohl met Ana Sole in the final.", "Ana Sole met Maria Kohl in the final."),
        ("Ostria attacked Velland on Friday.", "Velland attacked Ostria on Friday night."),
        ("Ostria struck Velland.", "Velland struck Ostria."),
        ("Hallam sued Corvane in May.", "Corvane sued Hallam in May."),
        ("Kofi Banner of Lorne scored past Ole Strand.", "Ole Strand of Petrel scored past Kofi Banner."),
    ],
)
def test_the_order_of_two_alone_is_no_exchange(one: str, other: str) -> None:
    """A passive turns it round, another year or day is another occasion, and some acts may be answered in kind."""
    assert not are_exchanged(one, other, ENGLISH)


@pytest.mark.parametrize(
    "undone",
    [
        "Sole did not beat Kohl.",
        "Sole didn’t beat Kohl.",
        "Sole has never beaten Kohl.",
        "Sole hopes to beat Kohl on Sunday.",
        "Sole vows to beat Kohl.",
        "Sole failed to beat Kohl.",
        "Sole could have beaten Kohl.",
        "Did Sole beat Kohl?",
    ],
)
def test_what_was_not_done_is_no_exchange(undone: str) -> None:
    """Denied, failed at, hoped for or asked, it may well be that the other one did it."""
    assert not are_exchanged(undone, "Kohl beat Sole on Sunday.", ENGLISH)
    assert not are_exchanged("Kohl beat Sole on Sunday.", undone, ENGLISH)
    assert told_by_words(undone, "Kohl beat Sole.", ENGLISH, Tokenizer(ENGLISH.stemmer)) != CONTRADICTS


def test_other_figures_are_no_other_view() -> None:
    """The two sides of a sale give one price."""
    assert not are_converse("Corvane sold it to Hallam for 90.", "Hallam bought it from Corvane for 9.", ENGLISH)
    assert not are_converse("Corvane sold it to Hallam.", "Hallam has not bought it from Corvane.", ENGLISH)
