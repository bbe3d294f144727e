"""Which documents have a headline, and which."""

from __future__ import annotations

import pytest

from summarize import Document
from summarize.languages import get
from summarize.segmentation.titles import bare_headline, find_headlines
from tests.corpora import sentences_of

HEAD = "Ferry struck North Mole in fog"
SECTION = "News from the region"
FACTS = (
    "A passenger ferry struck the North Mole at Port Ennick in dense fog.",
    "Captain Joren Haldane told officers that his radar had gone dark.",
)


def headlines_of(title: str | None, *article: str) -> dict[int, str]:
    lines = [HEAD, SECTION]
    return find_headlines([Document("d", "text", title=title)], ["en"], sentences_of(article, headlines=lines))


def bare(title: str) -> str:
    document = Document("d", "text", url="https://www.ennickpost.example/ferry", publisher="The Ennick Post")
    return bare_headline(title, document, get("en"))


def test_a_link_that_cannot_be_read_names_no_site() -> None:
    document = Document("d", "text", url="http://[ennickpost")
    assert bare_headline("Ferry strikes North Mole in fog - Ennick Post", document, get("en")).endswith("Ennick Post")


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


def test_of_several_lines_above_the_text_the_one_that_agrees_with_it_is_the_headline() -> None:
    assert headlines_of(None, SECTION, HEAD, *FACTS) == {0: HEAD}
    assert headlines_of(None, SECTION, *FACTS) == {0: SECTION}  # the choice of the brief's title judges it


@pytest.mark.parametrize(
    "labelled",
    [
        f"UPDATE 3-{HEAD}",
        f"RPT-WRAPUP 1-{HEAD}",
        f"CORRECTED-{HEAD}",
        f"BREAKING: {HEAD}",
        f"Live updates: {HEAD}",
        f"[Video] {HEAD}",
        f"+++ BREAKING +++ {HEAD}",
        f"(F+) {HEAD}",
        f"🔴 {HEAD}",
        f"{HEAD} – live updates",
        f"{HEAD} - as it happened",
        f"{HEAD} | News | The Ennick Post",
        f"{HEAD} - Ennick Post",
        f"Coast » {HEAD}",
    ],
)
def test_labels_and_the_name_of_the_site_are_no_part_of_a_headline(labelled: str) -> None:
    assert bare(labelled) == HEAD


def test_the_name_of_the_site_is_no_headline_however_long_it_is() -> None:
    assert bare("Mole hit | The Ennick Post") == "Mole hit"
    assert bare("The Ennick Post | Mole hit | News") == "Mole hit"
    assert bare("The Ennick Post") == "The Ennick Post"


@pytest.mark.parametrize(
    "whole",
    [
        "COVID-19 cases rise on the coast",
        "NATO-Russia talks fail",
        "Ferry strikes pier - what we know",
        "Mayor: Video of crash is fake",
        "Watch maker sues ferry line",
        "Opinion: The council has failed the coast",
    ],
)
def test_what_belongs_to_a_headline_stays(whole: str) -> None:
    assert bare(whole) == whole


def test_a_name_for_machines_is_no_headline() -> None:
    assert bare("ferry-strikes-pier-27-hurt") == ""
    assert headlines_of("ferry_strikes_pier", *FACTS) == {}
