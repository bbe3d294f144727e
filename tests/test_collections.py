"""Collections of unusual make: many copies, two events, one huge article, nothing or everything repeated, languages."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.annotated import load_events
from summarize import Document, Options, summarize
from summarize.errors import TooManySentences
from tests.conftest import WordEncoder

ENCODER = WordEncoder()
NOUNS = tuple("harbour council bridge union minister museum river school hospital airline court market".split())  # noqa: SIM905 - readable
VERBS = tuple("opened closed praised rejected inspected repaired sold fined delayed finished visited".split())  # noqa: SIM905 - readable
PLACES = tuple("Tolmeny Skarra Ennick Dunmarsh Orlay Brennaya Hallin Lornay Redfield Wenlow Stavering".split())  # noqa: SIM905 - readable


def invented(n: int, seed: int = 0) -> list[str]:
    """Sentences that have little to do with each other."""
    choose = random.Random(seed).choice
    return [
        f"The {choose(NOUNS)} of {choose(PLACES)} {choose(VERBS)} {100 + k} {choose(NOUNS)}s near {choose(PLACES)} "
        f"while the {choose(NOUNS)} {choose(VERBS)} its {choose(NOUNS)}."
        for k in range(n)
    ]


def documents(texts: Sequence[str]) -> list[Document]:
    return [Document(id=f"d{number}", text=text) for number, text in enumerate(texts)]


@pytest.mark.timed
def test_hundreds_of_near_identical_articles_are_one_voice_and_quick() -> None:
    lines = invented(16)
    texts = []
    for seed in range(300):
        edited = list(lines)
        edited[seed % 16] = edited[seed % 16].replace("near", ("close to", "not far from", "outside")[seed % 3])
        texts.append(" ".join(edited[: 10 + seed % 7]))
    started = time.perf_counter()
    brief = summarize(documents(texts), Options(max_words=150), ENCODER)
    assert time.perf_counter() - started < 30
    assert {s.voices for s in brief.sentences} == {1}
    assert sum(source.copy_of is None for source in brief.sources) == 1
    assert len({s.text for s in brief.sentences}) == len(brief.sentences)


def test_an_article_about_something_else_is_named_and_left_out() -> None:
    texts = [" ".join(invented(8, seed=1)[k : k + 6]) for k in range(3)]
    other = "Bake the apples for an hour. Serve them with cream and a little cinnamon. Children love this pudding."
    brief = summarize(documents([*texts, other]), encoder=ENCODER)
    assert [source.off_topic for source in brief.sources] == [False, False, False, True]
    assert brief.left_out.off_topic == 3
    assert "apples" not in " ".join(s.text for s in brief.sentences)


def test_one_article_of_three_thousand_sentences_does_not_drown_one_of_three() -> None:
    short = "The museum of Skarra closed. A fire had damaged its roof on Monday. Nobody was in the building."
    long = " ".join(
        [*invented(2), "On Monday a fire had damaged its roof, the museum of Skarra said.", *invented(2997)]
    )
    brief = summarize(documents([short, long]), Options(max_words=100), ENCODER)
    cited = {brief.source(c.source).id for s in brief.sentences for c in s.citations}
    assert cited == {"d0", "d1"}


@pytest.mark.model
def test_where_nothing_repeats_every_claim_has_one_voice() -> None:
    events = load_events(Path(__file__).with_name("data") / "events", 12)  # of the others two are on like matters
    brief = summarize([event.documents[0] for event in events])
    assert {s.voices for s in brief.sentences} == {1}
    assert len(brief.sentences) > 3


def test_where_everything_repeats_each_thing_is_told_once() -> None:
    lines = [
        "A passenger ferry struck the North Mole at Port Ennick in dense fog on Tuesday.",
        "Captain Joren Haldane told officers that his radar had gone dark.",
        "Nobody was killed, a coastguard spokesman said.",
        "Sundvik Lines cancelled all sailings until Thursday.",
        "Anglers are asked to keep off the stones while masons look at the damage.",
    ]
    orders = [lines, lines[::-1], lines[2:] + lines[:2]]
    brief = summarize(documents([" ".join(order) for order in orders]), encoder=ENCODER)
    assert sorted(s.text for s in brief.sentences) == sorted(lines)
    assert all(len(s.citations) == 3 for s in brief.sentences)


@pytest.mark.parametrize(
    "texts",
    [
        (
            "Eine Fähre hat am Dienstag im Nebel die Mole gerammt. Es gab z. B. 27 Verletzte, sagte die Küstenwache.",
            "Am Dienstag hat eine Fähre im Nebel die Mole gerammt. Niemand starb.",
        ),
        ("渡船在大雾中撞上码头。二十七人受伤。", "周二渡船在大雾中撞上码头。没有人死亡。"),
        ("اصطدمت عبارة بالرصيف يوم الثلاثاء. أصيب سبعة وعشرون شخصا.", "اصطدمت عبارة بالرصيف في الضباب. لم يمت أحد."),
        (
            "Паром врезался в причал во вторник. Пострадали 27 человек.",
            "Во вторник паром врезался в причал. Никто не погиб.",
        ),
    ],
)
def test_other_languages_are_split_and_cited_exactly(texts: tuple[str, ...]) -> None:
    brief = summarize(documents(texts), Options(max_sentences=10), ENCODER)
    assert len(brief.sentences) >= 2
    for sentence in brief.sentences:
        for citation in sentence.citations:
            assert texts[citation.source - 1][citation.start : citation.end] == citation.quote


@pytest.mark.parametrize(
    "text",
    [
        "A ferry 🚢 struck the pier 🌫️ on Tuesday. Nobody was killed 🙏, police said.",
        "Cafe\u0301 Zoe\u0308 burned down on Monday. Nobody was hurt in the fire.",
        "A ferry struck the pier.\r\nNobody was killed, police said.\r\n\r\nThe pier is closed.",
        "A ferry struck the pier.\x00 Nobody was killed, police said. The pier is closed.",
        "word " * 5_000 + "end. A ferry struck the pier on Tuesday morning.",
    ],
)
def test_offsets_stay_exact_in_texts_of_every_kind(text: str) -> None:
    brief = summarize(documents([text, "A ferry struck the pier on Tuesday, the coastguard said."]), encoder=ENCODER)
    assert brief.sentences
    for sentence in brief.sentences:
        quoted = sentence.citations[0]
        assert "\x00" not in quoted.quote
        if quoted.source == 1:
            assert text[quoted.start : quoted.end] == quoted.quote


def test_a_collection_beyond_the_limit_is_refused_with_the_limit_before_anything_is_encoded() -> None:
    given = documents([" ".join(invented(21))])
    with pytest.raises(TooManySentences, match=r"21 sentences in all, more than the 20"):
        summarize(given, encoder=lambda: pytest.fail("was asked for an encoder"), max_sentences=20)
    assert summarize(given, encoder=ENCODER, max_sentences=21).sentences


@pytest.mark.timed
def test_the_cost_of_a_sentence_hardly_grows_with_the_collection() -> None:
    """Twice the sentences take about twice as long: nothing compares all with all. Processor time, best of two."""

    def seconds(n: int) -> float:
        lines = invented(n)
        articles = documents([" ".join(lines[k : k + 25]) for k in range(0, n, 25)])
        best = float("inf")
        for _ in range(2):
            started = time.process_time()
            summarize(articles, Options(max_words=200), ENCODER)
            best = min(best, time.process_time() - started)
        return best

    assert seconds(6000) < 5 * seconds(2000)


def test_where_only_an_outlier_can_be_quoted_it_is_quoted() -> None:
    heads = ["Ferry strikes.", "Ferry strikes!", "Strikes ferry."]
    other = "Bake the apples for an hour and serve them with plenty of cinnamon."
    brief = summarize(documents([*heads, other]), encoder=ENCODER)
    assert [sentence.text for sentence in brief.sentences] == [other]
