"""What contradicts a sentence of a draft: words of one kind, of one thing, in the source that is cited for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize import Document, check
from summarize.models import Encoder, load_encoder
from summarize.records.check import CheckedSentence, EvidenceRole, Verdict

pytestmark = pytest.mark.model
RAILWAY = (
    Document(
        id="gazette",
        text="Regulator fines Brenlow Rail 84 million crowns over closed crossings\n\n"
        "The transport regulator has fined Brenlow Rail 84 million crowns. The penalty eclipses the 51m levied on a "
        "canal company in 2019, until now the largest in the regulator's history. The company set aside 60 million "
        "crowns in the first quarter to cover the case.\n\nIn March this paper reported that the signalmen's union had "
        "written to Brenlow complaining that crossings were left unmanned at night.",
    ),
    Document(
        id="exchange",
        text="Shares in Brenlow Rail closed 5.2 per cent lower on Monday, after falling by 8. "
        "Shares in Oster Freight, its smaller rival, closed 3.1 per cent higher.\n\n"
        "Brenlow Rail is to pay 84 million crowns. Brenlow Lines, its ferry arm, has cancelled all evening sailings "
        "until Friday.\n\nChief engineer Wilma Tarrant rejected suggestions that a louder bell would have prevented "
        "the collision at the Alder Street crossing.\n\nA drug test taken at the depot was negative, and the driver "
        "was sent home. The board keeps its inquiry open.\n\n"
        "About Brenlow: Brenlow Rail runs 14 depots and 96 stations in two provinces.\n\n"
        "Sign up for our free newsletter and get the Exchange's top stories every morning.",
    ),
)


@pytest.fixture(scope="module")
def encoder(default_cache: Path) -> Encoder:
    return load_encoder()


def told(text: str, encoder: Encoder) -> CheckedSentence:
    (sentence,) = check(Document(id="draft", text=text), RAILWAY, encoder).sentences
    return sentence


def against(sentence: CheckedSentence) -> list[str]:
    return [citation.quote for citation in sentence.citations if citation.role is EvidenceRole.CONTRADICTS]


def test_a_month_and_a_name_are_no_rivals(encoder: Encoder) -> None:
    sentence = told("The union had complained to Brenlow in March that crossings were unmanned at night.", encoder)
    assert sentence.verdict is not Verdict.CONTRADICTED
    assert sentence.differs == ()


def test_an_amount_that_a_source_gives_outweighs_amounts_of_other_things(encoder: Encoder) -> None:
    """Also where it leaves the currency out, so that its m might be metres."""
    record = "It is the largest penalty in the regulator's history, ahead of 51m crowns for a canal company in 2019."
    for text in (record, "The company set aside 60 million crowns in the first quarter."):
        sentence = told(text, encoder)
        assert sentence.verdict is Verdict.SUPPORTED
        assert against(sentence) == []


def test_another_amount_of_the_same_thing_contradicts(encoder: Encoder) -> None:
    sentence = told("The company set aside 16 million crowns in the first quarter.", encoder)
    assert sentence.verdict is Verdict.CONTRADICTED
    assert any("60 million" in difference.source_text for difference in sentence.differs)


def test_the_opposite_of_what_is_said_of_one_thing_is_contradicted_though_it_is_said_of_another(
    encoder: Encoder,
) -> None:
    sentence = told("Shares in Brenlow Rail closed 5.2 per cent higher on Monday.", encoder)
    assert sentence.verdict is Verdict.CONTRADICTED
    assert against(sentence) == ["Shares in Brenlow Rail closed 5.2 per cent lower on Monday, after falling by 8."]
    assert {(d.text, d.source_text) for d in sentence.differs} == {("higher", "lower")}
    assert told("Oster Freight shares rose 3.1 per cent.", encoder).verdict is not Verdict.CONTRADICTED


def test_a_test_that_was_negative_was_not_failed(encoder: Encoder) -> None:
    sentence = told("The driver failed a drug test.", encoder)
    assert sentence.verdict is Verdict.CONTRADICTED
    assert [quote[:11] for quote in against(sentence)] == ["A drug test"]


def test_what_somebody_rejects_is_contradicted_where_it_is_told_as_so(encoder: Encoder) -> None:
    said = "Chief engineer Wilma Tarrant said that a louder bell would have prevented the collision."
    assert told(said, encoder).verdict is Verdict.CONTRADICTED
    denied = "Wilma Tarrant rejected suggestions that a louder bell would have prevented the collision."
    assert told(denied, encoder).verdict is Verdict.SUPPORTED


def test_what_stands_word_for_word_in_the_furniture_of_a_page_is_supported(encoder: Encoder) -> None:
    text = "The first half of the line was opened in 1911. Market data delayed by at least 15 minutes."
    page = Document(id="page", text="Brenlow shares fall\n\nShares in Brenlow Rail fell 5 per cent.\n\n" + text[-47:])
    first, quoted = check(Document(id="draft", text=text), [page], encoder).sentences
    assert [first.verdict, quoted.verdict] == [Verdict.UNSUPPORTED, Verdict.SUPPORTED]
    assert [citation.role for citation in quoted.citations] == [EvidenceRole.QUOTED]


def test_a_line_about_the_publisher_supports_what_it_says(encoder: Encoder) -> None:
    sentence = told("Brenlow Rail runs 14 depots and 96 stations.", encoder)
    assert sentence.verdict is Verdict.SUPPORTED
    assert told("Brenlow Rail runs 41 depots and 96 stations.", encoder).verdict is not Verdict.SUPPORTED


def test_a_draft_that_is_one_of_its_sources_is_not_told_that_they_do_not_state_it(encoder: Encoder) -> None:
    for source in RAILWAY:
        verdicts = {sentence.verdict for sentence in check(source, RAILWAY, encoder).sentences}
        assert verdicts <= {Verdict.SUPPORTED, Verdict.NOT_CHECKABLE}
