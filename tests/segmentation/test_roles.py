"""The learned roles: what they make of whole pages and of plain articles, and the parts they are made of."""

from __future__ import annotations

import json
import time
from importlib.resources import files

import numpy as np
import pytest

from summarize.explanation import explain
from summarize.records.document import Document
from summarize.records.sentence import Sentence, SentenceRole
from summarize.segmentation import split_documents
from summarize.segmentation.roles import evidence, features, model
from summarize.segmentation.roles.candidate import Candidate
from summarize.segmentation.roles.chain import context, stretches
from summarize.segmentation.roles.forest import Forest

ARTICLE = (
    "The council of Harrow Sound voted on Monday to close the old fish market, which has stood on the quay since 1911.",
    "Twelve of the nineteen members were in favour, and two left the room before the vote.",
    "The market loses some 340,000 crowns a year, according to the treasurer, Pia Lundqvist.",
    "Fishermen said that they had been told of the plan a week ago.",
    '"We sell here what we catch at night, and there is no other quay with ice," said Ove Brandt, who has a stall.',
    "The hall is to become a school for boat builders, with places for 60 pupils.",
    "Work is to begin in April and will cost 4.2 million crowns, of which the region pays half.",
    "The last market day is the second Saturday of March.",
)
PAGE = (
    *("Harrow Courier", "Home", "News", "Sport", "Weather", "Log in", "Subscribe"),
    "We use cookies to make our pages better and to show you what may interest you.",
    *("Accept all", "News", "Fish market to close after 120 years", "Ada Quill", "4 February 2033, 18:20", "Share"),
    *ARTICLE[:4],
    "Sign up to our morning letter and never miss what happens on the quay.",
    *ARTICLE[4:],
    *("Topics", "Harrow Sound", "Fishing", "More from the Courier"),
    "New bridge opens to cyclists in May",
    "Swimmer found alive after two nights on a buoy",
    "Why the herring came back, and who is catching it now",
    *("Comments (3)", "seagull44", "5 February 2033, 07:12", "Reply", "Load more comments"),
    *("About us", "Contact", "Privacy policy", "© 2033 Harrow Courier"),
)


def split(*lines: str, language: str | None = None) -> list[Sentence]:
    return split_documents([Document(id="d", text="\n\n".join(lines), language=language)])


def quotable(*lines: str, language: str | None = None) -> list[str]:
    return [s.text for s in split(*lines, language=language) if s.role is SentenceRole.BODY]


def test_of_a_whole_page_the_article_is_quotable_and_nothing_else() -> None:
    assert quotable(*PAGE) == list(ARTICLE)


def test_of_a_plain_article_every_sentence_is_quotable() -> None:
    assert quotable(*ARTICLE) == list(ARTICLE)
    assert quotable(" ".join(ARTICLE)) == list(ARTICLE)


def test_the_page_of_another_language_keeps_its_article() -> None:
    article = (
        "Der Rat von Harrow hat am Montag beschlossen, die alte Fischhalle am Kai zu schließen.",
        "Zwölf der neunzehn Mitglieder stimmten dafür, zwei verließen vor der Abstimmung den Saal.",
        "Die Halle verliert nach Angaben der Kämmerin im Jahr rund 340.000 Kronen.",
        "Die Fischer haben nach eigenen Worten erst vor einer Woche von dem Plan erfahren.",
        "Aus der Halle soll eine Schule für Bootsbauer werden, mit Platz für 60 Schüler.",
        "Die Arbeiten beginnen im April und kosten 4,2 Millionen Kronen.",
    )
    menu = ("Startseite", "Politik", "Sport", "Wetter", "Anmelden")
    foot = ("Impressum", "Kontakt", "Datenschutz", "© 2033 Der Bote")
    found = quotable(*menu, "Fischhalle schließt nach 120 Jahren", *article, *foot)
    assert found == list(article)


@pytest.mark.parametrize(
    "sentence",
    [
        "The newsletter of the market had 900 readers.",
        "Visitors can sign up for a tour on the last day.",
        "Nobody in the hall objected.",
        "A petition against the plan has been shared 4,000 times.",
        "The treasurer's app shows every crown that the market lost.",
    ],
)
@pytest.mark.parametrize("place", [2, 5])
def test_news_about_what_pages_are_made_of_is_news(sentence: str, place: int) -> None:
    assert sentence in quotable(*ARTICLE[:place], sentence, *ARTICLE[place:])


@pytest.mark.parametrize(
    "line",
    [
        "To comment, use your reader account.",
        "You can switch cookies on or off below.",
        "Your browser is out of date.",
        "An earlier version of this report misspelt the treasurer's name.",
        "Hear the full conversation in our podcast The Long Pier.",
        "Our journalism is free to read because of donors like you.",
        "Please don't copy this text without asking us.",
        "Editor's note: names have been changed.",
        "For daily updates subscribe to our channel.",
        "This page will be refreshed as news comes in.",
    ],
)
@pytest.mark.parametrize("place", [2, 5])
def test_what_a_page_says_of_itself_inside_a_plain_article_is_not_quoted(line: str, place: int) -> None:
    assert quotable(*ARTICLE[:place], line, *ARTICLE[place:]) == list(ARTICLE)


def test_a_notice_without_an_article_has_nothing_to_quote() -> None:
    notice = (
        "Before you go on",
        "We and our 312 partners store and read information on your device, such as cookies.",
        "Accept or refuse below, or manage your choices.",
        "You can change your choice at any time in the privacy settings.",
        "Some of our partners process data on the basis of their legitimate interest.",
    )
    assert quotable(*notice) == []
    assert quotable(*ARTICLE[:2]) == list(ARTICLE[:2])


def test_a_question_that_heads_a_paragraph_is_a_heading_and_one_inside_it_is_not() -> None:
    question = "What becomes of the stalls?"
    assert question not in quotable(*ARTICLE[:4], question, *ARTICLE[4:])
    assert question in quotable(*ARTICLE[:3], f"{ARTICLE[3]} {question} {ARTICLE[4]}", *ARTICLE[5:])


def test_a_row_of_figures_is_never_quoted() -> None:
    row = "Harrow 22 25 24 20 91"
    assert row not in quotable(*ARTICLE[:4], row, *ARTICLE[4:])


def test_every_line_left_out_has_a_reason() -> None:
    lines = explain([Document(id="d", text="\n\n".join(PAGE))])["d"]
    assert all(bool(line.reason) == (line.role is not SentenceRole.BODY) for line in lines)
    reasons = {line.text: line.reason for line in lines}
    assert reasons["seagull44"] == "behind the article"


def test_roles_are_the_same_each_time() -> None:
    assert split(*PAGE) == split(*PAGE)


@pytest.mark.timed
def test_time_grows_with_the_length_of_a_page_and_not_faster() -> None:
    def seconds(copies: int) -> float:
        text = "\n\n".join(f"{line} {number}" if len(line) < 40 else line for number in range(copies) for line in PAGE)
        begun = time.process_time()
        split_documents([Document(id="d", text=text)])
        return time.process_time() - begun

    seconds(2)
    assert seconds(160) < 20 * max(seconds(16), 0.02)


@pytest.mark.parametrize("name", [model.ENGLISH, model.OTHER_LANGUAGES])
def test_the_model_is_small_and_says_how_it_was_fitted(name: str) -> None:
    folder = files("summarize.segmentation.roles")
    size = len(folder.joinpath(f"{name}.safetensors").read_bytes())
    assert size < 1_000_000
    about = json.loads(folder.joinpath(f"{name}.json").read_text(encoding="utf-8"))
    assert "benchmarks.fit_roles" in str(about["command"])
    assert "left_out" in about


def test_the_model_of_other_languages_is_read_with_the_first_document_that_needs_it() -> None:
    model.load_roles.cache_clear()
    split(*ARTICLE)
    assert model.load_roles.cache_info().currsize == 1
    split("Am Montag stimmte der Rat ab.", language="de")
    split("Une lettre a été lue.", language="fr")
    assert model.load_roles.cache_info().currsize == 2


def test_a_features_row_holds_a_value_for_each_name() -> None:
    candidates = [Candidate(text, i, tuple(text.lower().split())) for i, text in enumerate(PAGE)]
    base, block_of = model.features(candidates, {})
    assert base.shape == (len(PAGE), len(features.NAMES) + len(evidence.NAMES))
    assert np.isfinite(base).all()
    assert block_of.tolist() == list(range(len(PAGE)))


def test_shape_is_seen_in_any_script() -> None:
    rows = features.shape_and_place([Candidate("Ада Квилл", 0, ()), Candidate("он пришёл домой.", 1, ())], np.arange(2))
    capitalised, finished = features.NAMES.index("capitalised"), features.NAMES.index("finished")
    assert rows[:, capitalised].tolist() == [1.0, 0.0]
    assert rows[:, finished].tolist() == [0.0, 1.0]


def test_a_words_weight_counts_once_and_numbers_are_one() -> None:
    candidates = [
        Candidate("Sign up, sign up, 25!", 0, ()),
        Candidate("Fish sign.", 1, ()),
    ]
    weights = {
        "": (0.5, 0.0, 0.0),
        "sign": (-1.0, 0.0, 0.0),
        ("sign", "up"): (-2.0, 1.0, 2.0),
        "0": (0.0, 0.25, 0.0),
        ("^", "fish"): (3.0, 0.0, 0.0),
    }
    assert evidence.word_scores(candidates, weights).tolist() == [[-2.5, 1.25, 2.0], [2.5, 0.0, 0.0]]


def test_the_article_is_found_between_what_stands_around_it() -> None:
    likely, unlikely = np.log(0.9), np.log(0.05)
    places = np.repeat([0, 1, 2], [5, 8, 6])
    before, inside, behind = (np.choose((places == part).astype(int), [unlikely, likely]) for part in range(3))
    found = stretches(before, inside, behind)
    assert found.argmax(axis=1).tolist() == places.tolist()
    assert found.sum(axis=1) == pytest.approx(1.0)


def test_a_line_inside_the_article_that_looks_like_its_end_does_not_end_it() -> None:
    inside = np.full((30, 4), 0.02)
    inside[:, 0] = 0.94
    inside[15] = (0.05, 0.05, 0.05, 0.85)
    rows = context(inside, np.full(30, 25.0), np.arange(30))
    chain = rows[:, -14:-11]  # the warmest of the three chains: before, in and behind the article
    assert chain[:, 1].min() > 0.5


def test_a_forest_adds_up_what_its_trees_say_and_is_read_as_it_was_written() -> None:
    # Two trees, one for each class; the first looks at the second feature, the other says always the same.
    forest = Forest(
        feature=np.array([1, 0, 0, 0]),
        threshold=np.array([0.5, np.inf, np.inf, np.inf], dtype=np.float32),
        left=np.array([1, 1, 2, 3]),
        value=np.array([0, -2, 2, 1], dtype=np.float32),
        roots=np.array([0, 3]),
        baseline=np.array([0, 1], dtype=np.float32),
        depth=1,
    )
    rows = np.array([[9, 0.5], [9, 0.6]], dtype=np.float32)
    low, high = 1 / (1 + np.exp(4)), 0.5
    assert forest.probabilities(rows)[:, 0] == pytest.approx([low, high])
    again = Forest.read(forest.written("first"), "first")
    assert again.probabilities(rows).tolist() == forest.probabilities(rows).tolist()


def test_a_question_right_before_boilerplate_goes_with_it() -> None:
    line = "Were you at the market? Send us your pictures."
    assert "Were you at the market?" not in quotable(*ARTICLE, line)
    assert "Why close it?" in quotable(*ARTICLE[:4], f"{ARTICLE[4]} Why close it? {ARTICLE[5]}", *ARTICLE[6:])
