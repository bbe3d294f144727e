"""Which headline names the brief."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from summarize import Document
from summarize.selection import Choice, Selection, choose_title, find_headlines
from tests.selection.invented import FACTS, sentences_of

HEAD = "Ferry strikes pier in fog"
EAST, NORTH, BETWEEN = ([1.0, 0.0], [0.0, 1.0], [0.8, 0.6])


def headlines_of(title: str | None, *article: str) -> dict[int, str]:
    return find_headlines([Document("d", "text", title=title)], sentences_of(article, headlines=[HEAD]))


def title_of(headlines: dict[str, list[float]], told: list[list[float]]) -> str | None:
    """The title when the headlines and the sentences told have these vectors; a sentence not told points north."""
    vectors = np.array([*told, NORTH], dtype=np.float32)
    return choose_title(
        dict(enumerate(headlines)),
        {document: np.array(vector, dtype=np.float32) for document, vector in enumerate(headlines.values())},
        vectors,
        Selection(tuple(Choice(index, index, ()) for index in range(len(told))), (1.0,) * len(vectors)),
    )


def test_a_title_that_came_with_the_document_goes_before_a_headline_line() -> None:
    assert headlines_of("Mole hit", HEAD, FACTS[0]) == {0: "Mole hit"}


def test_a_headline_line_at_the_head_serves_where_there_is_no_title() -> None:
    assert headlines_of(None, HEAD, FACTS[0]) == {0: HEAD}
    assert headlines_of("", HEAD, FACTS[0]) == {0: HEAD}
    assert headlines_of(" \n ", HEAD, FACTS[0]) == {0: HEAD}


def test_a_headline_further_down_is_that_of_something_else() -> None:
    assert headlines_of(None, FACTS[0], HEAD) == {}


def test_a_first_sentence_is_no_headline() -> None:
    assert headlines_of(None, FACTS[0], FACTS[1]) == {}


def test_a_title_is_one_line() -> None:
    assert headlines_of(" Ferry\n strikes\tpier ", FACTS[0]) == {0: "Ferry strikes pier"}


def test_no_headline_no_title() -> None:
    assert title_of({}, [EAST]) is None


def test_the_title_is_the_headline_that_says_what_the_brief_says() -> None:
    assert title_of({"Anglers run": NORTH, HEAD: EAST}, [EAST]) == HEAD


def test_the_title_is_like_the_other_headlines_too() -> None:
    others = {"Anglers run": EAST, "Fog on the sound": NORTH, "Dark radar": NORTH}
    assert title_of({**others, HEAD: BETWEEN}, [EAST]) == HEAD


def test_a_headline_that_asks_or_says_you_serves_only_where_there_is_no_other() -> None:
    asking = {"Who let the ferry sail?": EAST, "What you need to know about the ferry": EAST}
    assert title_of({**asking, "Fog on the sound": NORTH}, [EAST]) == "Fog on the sound"
    assert title_of(asking, [EAST]) in asking


@given(st.permutations([HEAD, "Fog ferry hits mole", "Mole hit by ferry"]))
def test_among_equally_fitting_headlines_the_order_of_documents_does_not_decide(headlines: list[str]) -> None:
    assert title_of(dict.fromkeys(headlines, EAST), [EAST]) == HEAD
