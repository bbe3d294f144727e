"""What news pages put into their articles today, and sentences of news in nearly the same words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.segmentation.test_roles import ARTICLE, quotable

PLACES = (2, 5, len(ARTICLE))
ROLES = Path(__file__).parents[2] / "benchmarks" / "data" / "roles"


def lines_of(*files: Path) -> set[str]:
    lines = (line for file in files for line in file.read_text(encoding="utf-8").splitlines())
    return {line for line in lines if line and not line.startswith("# ")}


def test_nothing_that_is_measured_on_is_learnt_from() -> None:
    learnt = lines_of(ROLES / "about.txt", ROLES / "sentences.txt", *(ROLES / "furniture").glob("*.txt"))
    assert len(learnt) > 1_000
    assert not learnt & lines_of(*(ROLES / "measured").glob("*.txt"))


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("We are pausing our coverage here and will be back at seven.", id="live page"),
        pytest.param("The post is hidden until you agree to cookies of other firms.", id="consent"),
        pytest.param("You are reading your last free story of the week.", id="paywall"),
        pytest.param("This recording was made by a computer voice.", id="audio"),
        pytest.param("Our writer owns shares in the brewery.", id="disclosure"),
        pytest.param("Up next: the man who counts herons", id="next article"),
        pytest.param("In the video above our reporter walks across the market.", id="video"),
        pytest.param("Our newsroom answers to nobody but its readers.", id="the paper on itself"),
        pytest.param("Get our harbour letter every Thursday, free of charge.", id="newsletter"),
    ],
)
@pytest.mark.parametrize("place", PLACES)
def test_a_line_of_todays_pages_is_not_quoted(line: str, place: int) -> None:
    assert quotable(*ARTICLE[:place], line, *ARTICLE[place:]) == list(ARTICLE)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param('"We are pausing our work and will be back at seven," the fishermen wrote.', id="live page"),
        pytest.param("Members pay 2 crowns a week.", id="paywall"),
        pytest.param("A machine wrote the summary that the council voted on.", id="audio"),
        pytest.param("The value of the shares fell to nothing.", id="disclosure"),
        pytest.param("In the video the treasurer walks across the market.", id="video"),
        pytest.param("The harbour has had a newspaper since 1902.", id="the paper on itself"),
        pytest.param("Photos are forbidden in the hall.", id="photo"),
        pytest.param("The notice was taken off the door.", id="notice"),
        pytest.param("Anyone who wants a stall in the new hall can sign up until May.", id="sign up"),
        pytest.param("The video was taken down on Friday.", id="deletion"),
    ],
)
@pytest.mark.parametrize("place", PLACES)
def test_news_in_the_words_of_such_lines_is_quoted(sentence: str, place: int) -> None:
    assert quotable(*ARTICLE[:place], sentence, *ARTICLE[place:]) == [*ARTICLE[:place], sentence, *ARTICLE[place:]]


@pytest.mark.parametrize(
    "sentence",
    ["The last stall closed at noon.", "It will rain on Saturday.", "The council meets again on Thursday."],
)
def test_a_short_last_sentence_is_news(sentence: str) -> None:
    assert quotable(*ARTICLE, sentence)[-1] == sentence
    assert quotable(*ARTICLE[:2], sentence)[-1] == sentence


@pytest.mark.parametrize(
    "notice",
    [
        pytest.param(
            ("Before you go on", "Accept or refuse below, or manage your choices.", "Our partners measure adverts."),
            id="consent",
        ),
        pytest.param(
            ("Log in to read on.", "No account yet? Register for free.", "Cancel any time."),
            id="paywall",
        ),
    ],
)
def test_of_a_short_notice_nothing_is_quoted(notice: tuple[str, ...]) -> None:
    assert quotable(*notice) == []


def test_of_short_news_about_notices_everything_is_quoted() -> None:
    news = (
        "The court has ruled that cookies need consent.",
        "Websites have six months.",
        "Users can complain to the regulator.",
    )
    assert quotable(*news) == list(news)


def test_in_french_a_call_to_listen_is_not_quoted_and_a_short_last_sentence_is() -> None:
    article = (
        "Le conseil de Harrow a décidé lundi de fermer la vieille halle aux poissons du quai.",
        "Douze des dix-neuf membres ont voté pour, deux ont quitté la salle avant le vote.",
        "La halle perd environ 340 000 couronnes par an, selon la trésorière.",
    )
    assert quotable(*article[:2], "Écoutez cet article.", article[2], language="fr") == list(article)
    for news in ("La vidéo a été supprimée.", "Il fera beau dimanche."):
        assert quotable(*article, news, language="fr") == [*article, news]
