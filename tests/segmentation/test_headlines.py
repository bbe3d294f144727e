"""Which documents have a headline, and which."""

from __future__ import annotations

from summarize import Document
from summarize.segmentation.segment import find_headlines
from tests.corpora import sentences_of

HEAD = "Ferry strikes pier in fog"
FACTS = (
    "A passenger ferry struck the North Mole at Port Ennick in dense fog.",
    "Captain Joren Haldane told officers that his radar had gone dark.",
)


def headlines_of(title: str | None, *article: str) -> dict[int, str]:
    return find_headlines([Document("d", "text", title=title)], sentences_of(article, headlines=[HEAD]))


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
