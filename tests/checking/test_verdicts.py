"""What a draft is told, by the models that ship."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.checks import JUDGED, Told, f1, judged, load_drafts
from summarize import Document, check
from summarize.models import Encoder, load_encoder
from summarize.records.check import Check, EvidenceRole, Verdict

pytestmark = pytest.mark.model
DATA = Path(__file__).parents[1] / "data"
WIRE = Document(
    id="wire",
    text="A passenger ferry struck the North Mole at Port Ennick in dense fog on Tuesday, injuring 27 people, the "
    "coastguard said. Nobody was killed. Sundvik Lines cancelled all sailings until Thursday. Captain Joren Haldane, "
    "52, told officers that his radar screen had gone dark less than a minute before the impact.",
    publisher="Northern Press",
)
MERCURY = Document(
    id="mercury",
    text="A ferry ran into the mole at Port Ennick in thick fog on Tuesday morning. No lives were lost. The company "
    "said the radar had been serviced in September and had passed its inspection. Inspectors will examine the bridge.",
    publisher="Ennick Mercury",
)


@pytest.fixture(scope="module")
def encoder(default_cache: Path) -> Encoder:
    return load_encoder()


def checked(text: str, encoder: Encoder, sources: tuple[Document, ...] = (WIRE, MERCURY)) -> Check:
    return check(Document(id="draft.md", text=text), sources, encoder)


def assert_exact(text: str, result: Check, sources: tuple[Document, ...] = (WIRE, MERCURY)) -> None:
    for sentence in result.sentences:
        assert text[sentence.start : sentence.end] == sentence.text
        for citation in sentence.citations:
            assert sources[citation.source - 1].text[citation.start : citation.end] == citation.quote
        for detail in (*sentence.missing, *sentence.own_citations):
            assert text[detail.start : detail.end] == detail.text
        for d in sentence.differs:
            assert text[d.start : d.end] == d.text
            assert sources[d.source - 1].text[d.source_start : d.source_end] == d.source_text


def test_what_sources_state_is_supported_by_those_that_do(encoder: Encoder) -> None:
    text = "A ferry struck the mole at Port Ennick in thick fog on Tuesday."
    result = checked(text, encoder)
    (sentence,) = result.sentences
    assert sentence.verdict is Verdict.SUPPORTED
    assert sentence.voices == 2
    assert result.holds
    assert_exact(text, result)


@pytest.mark.parametrize(
    ("text", "mine", "theirs"),
    [
        ("The ferry accident injured 72 people, the coastguard said.", "72", "27"),
        ("Sundvik Lines cancelled all sailings until Saturday.", "Saturday", "Thursday"),
        ("Captain Joren Haldane, 25, told officers that his radar screen had gone dark.", "25", "52"),
    ],
)
def test_another_figure_or_day_is_contradicted_and_shown(encoder: Encoder, text: str, mine: str, theirs: str) -> None:
    result = checked(text, encoder)
    (sentence,) = result.sentences
    assert sentence.verdict is Verdict.CONTRADICTED
    assert any(mine in d.text and theirs in d.source_text for d in sentence.differs)
    assert not result.holds
    assert_exact(text, result)


@pytest.mark.parametrize(
    "text", ["Two people were killed.", "The radar had not been serviced and had failed its inspection."]
)
def test_the_opposite_is_never_supported(encoder: Encoder, text: str) -> None:
    assert checked(text, encoder).sentences[0].verdict is not Verdict.SUPPORTED


def test_figures_that_have_changed_places_contradict(encoder: Encoder) -> None:
    source = Document(id="source", text="There were 103 passengers and 26 crew members on board, police said.")
    told = {
        text: checked(text, encoder, (source,)).sentences[0].verdict
        for text in (
            "There were 103 crew members and 26 passengers on board, police said.",
            "There were 26 crew members and 103 passengers on board, police said.",
        )
    }
    assert list(told.values()) == [Verdict.CONTRADICTED, Verdict.SUPPORTED]


def test_only_what_speaks_against_a_sentence_contradicts_it(encoder: Encoder) -> None:
    """What is near it by chance does not, and an exclamation states nothing."""
    result = checked("The town's library lends out umbrellas. What a terrible day!", encoder)
    assert [sentence.verdict for sentence in result.sentences] == [Verdict.UNSUPPORTED, Verdict.NOT_CHECKABLE]


def test_what_no_source_tells_is_unsupported_and_cites_nothing(encoder: Encoder) -> None:
    (sentence,) = checked("The mayor has promised to build a museum of glass.", encoder).sentences
    assert sentence.verdict is Verdict.UNSUPPORTED
    assert sentence.citations == ()


def test_a_detail_that_no_source_knows_is_named_and_not_supported(encoder: Encoder) -> None:
    text = "A ferry struck the mole at Port Ennick in fog on Tuesday, causing damage of 3 million crowns."
    result = checked(text, encoder)
    (sentence,) = result.sentences
    assert sentence.verdict is not Verdict.SUPPORTED
    assert any("3 million" in detail.text for detail in sentence.missing)
    assert_exact(text, result)


def test_a_source_that_says_all_of_a_sentence_and_more_supports_it(encoder: Encoder) -> None:
    """But not one that says it of what has not happened."""
    told, denied = checked(
        "The radar had passed its inspection. The radar had not passed its inspection.", encoder
    ).sentences
    assert told.verdict is Verdict.SUPPORTED
    assert [evidence.role for evidence in told.citations] == [EvidenceRole.CORROBORATES]
    assert denied.verdict is not Verdict.SUPPORTED


def test_a_source_that_the_draft_cites_wrongly_is_found(encoder: Encoder) -> None:
    right = "The radar had been serviced in September [2]."
    wrong = "The radar had been serviced in September [1]."
    assert checked(right, encoder).sentences[0].verdict is Verdict.SUPPORTED
    (sentence,) = checked(wrong, encoder).sentences
    assert sentence.verdict is not Verdict.SUPPORTED
    assert [(own.text, own.sources, own.holds) for own in sentence.own_citations] == [("[1]", (1,), False)]


def test_according_to_a_publisher_asks_that_publisher(encoder: Encoder) -> None:
    (sentence,) = checked(
        "According to the Ennick Mercury, the radar had been serviced in September.", encoder
    ).sentences
    assert sentence.verdict is Verdict.SUPPORTED
    assert [(own.sources, own.holds) for own in sentence.own_citations] == [((2,), True)]


def test_a_draft_that_is_one_of_the_sources_is_supported_word_for_word(encoder: Encoder) -> None:
    result = check(WIRE, [WIRE, MERCURY], encoder)
    assert {sentence.verdict for sentence in result.sentences} == {Verdict.SUPPORTED}
    assert all(sentence.citations[0].role is EvidenceRole.QUOTED for sentence in result.sentences)


def test_without_a_relation_model_only_the_same_words_are_supported(encoder: Encoder) -> None:
    text = "Nobody was killed. No lives were lost in it. Sundvik Lines cancelled all sailings until Saturday."
    result = check(Document(id="d", text=text), (WIRE, MERCURY), encoder, relations=lambda _: None)
    same, worded_anew, denied = (sentence.verdict for sentence in result.sentences)
    assert same is Verdict.SUPPORTED
    assert worded_anew is not Verdict.SUPPORTED
    assert denied is not Verdict.SUPPORTED
    assert not result.is_read


def test_a_draft_in_another_language_is_never_supported(encoder: Encoder) -> None:
    text = "Niemand kam ums Leben, als die Fähre am Dienstag im dichten Nebel gegen die Mole von Port Ennick fuhr."
    (sentence,) = checked(text, encoder).sentences
    assert sentence.verdict in (Verdict.PARTLY, Verdict.UNSUPPORTED)
    assert sentence.reason == "language"


def test_the_same_draft_gives_the_same_bytes(encoder: Encoder) -> None:
    text = "A ferry hit the mole. Two people were killed [1]. The radar was serviced in September."
    one, other = (json.dumps(checked(text, encoder).to_dict(), default=str) for _ in range(2))
    assert one == other


@pytest.fixture(scope="module")
def told(encoder: Encoder) -> list[Told]:
    """Three drafts as a language model writes them, with errors planted in them, on events no weight was fitted on."""
    return [one for draft in load_drafts(DATA / "drafts", [DATA / "events"]) for one in judged(draft, encoder)]


def test_hardly_anything_that_was_planted_as_false_is_called_supported(told: list[Told]) -> None:
    """One of fifteen is: "tested positive", where a source says "was tested", and "was negative" a sentence later."""
    planted = [one.found for one in told if one.label is Verdict.CONTRADICTED]
    assert len(planted) == 15
    assert sum(found.verdict is Verdict.SUPPORTED for found in planted) <= 1


def test_most_verdicts_are_those_of_a_reader(told: list[Told]) -> None:
    assert sum(f1(told, verdict) for verdict in JUDGED) / len(JUDGED) >= 75
