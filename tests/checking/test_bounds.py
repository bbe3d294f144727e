"""A draft that makes an end of what stood for a moment, or a figure of a limit, is not supported by it."""

from __future__ import annotations

import pytest

from summarize import Document, check
from summarize.checking.details import facts_of, holds
from summarize.conflicts.parsing import read
from summarize.languages import get
from summarize.models import Encoder, load_encoder
from summarize.records.check import Verdict

MARKET = (
    "Shares in Tolmar Motors fell as much as 9 per cent on Tuesday after the recall. They closed 4 per cent lower.",
    "Tolmar Motors shares dropped up to 9 percent in early trading on Tuesday, then recovered. The recall may cost up "
    "to 40 million euros.",
)
FLOOD = (
    "The Ilva rose through the night and peaked at 6.2 metres at Dorn on Monday. Police at first counted 14 missing "
    "people. Eleven people were killed in all, the county said on Friday.",
    "At one point 3,400 homes were without power in Dorn, the utility said. Repairs are expected to cost as much as 12 "
    "million crowns, the council said.",
)


def held(mine: str, yours: str) -> bool:
    """Whether a source's sentence gives every figure of a draft's."""
    draft, source = (read(text, get("en")) for text in (mine, yours))
    return all(holds(fact, source) for fact in facts_of(draft, frozenset(), set()) if fact.kind == "number")


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("Forty people were hurt.", "Up to 40 people were hurt."),
        ("The well gave 300 litres by the end.", "At one point the well gave 300 litres."),
        ("The lift carries nine tonnes.", "The lift carries at most nine tonnes."),
        ("In total 70 goats were lost.", "Farmers initially spoke of 70 goats."),
        ("The index closed 3 per cent down.", "The index was down 3 per cent in early trading."),
    ],
)
def test_a_limit_or_a_moment_gives_no_final_figure(draft: str, source: str) -> None:
    assert not held(draft, source)


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("Up to 40 people were hurt.", "As many as 40 people were hurt."),
        ("Thirty people were hurt.", "Up to 40 people were hurt."),
        ("At one point the well gave 300 litres.", "The well peaked at 300 litres."),
        ("In total 70 goats were lost.", "The final count was 70 goats, 12 more than the early estimates."),
        ("The index closed 3 per cent down.", "The index ended 3 per cent lower after a fall of as much as 5."),
    ],
)
def test_what_says_the_same_of_it_does(draft: str, source: str) -> None:
    assert held(draft, source)


@pytest.fixture(scope="module")
def encoder(default_cache: object) -> Encoder:
    return load_encoder()


@pytest.mark.model
@pytest.mark.parametrize(
    ("texts", "draft", "supported"),
    [
        (MARKET, "Tolmar Motors shares fell 9 per cent by the close on Tuesday.", False),
        (MARKET, "Shares in Tolmar Motors closed 9 per cent lower on Tuesday.", False),
        (MARKET, "Shares in Tolmar Motors fell by as much as 9 per cent on Tuesday.", True),
        (MARKET, "The recall will cost 40 million euros.", False),
        (MARKET, "The recall could cost as much as 40 million euros.", True),
        (FLOOD, "In the end 14 people were missing.", False),
        (FLOOD, "Police first spoke of 14 missing people.", True),
        (FLOOD, "In total 3,400 homes were left without power in Dorn.", False),
        (FLOOD, "At one point 3,400 homes in Dorn had no power.", True),
        (FLOOD, "Eleven people were killed in total, the county said.", True),
        (FLOOD, "Repairs will cost 12 million crowns, the council said.", False),
    ],
)
def test_and_so_it_is_not_called_supported(
    texts: tuple[str, ...], draft: str, supported: bool, encoder: Encoder
) -> None:
    sources = [Document(id=f"{number}", text=text) for number, text in enumerate(texts)]
    (sentence,) = check(Document(id="draft", text=draft), sources, encoder).sentences
    assert (sentence.verdict is Verdict.SUPPORTED) is supported


@pytest.mark.model
@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("Lena Vos beat Katya Morozenko 6-4, 7-5 in Trieste.", "Katya Morozenko beat Lena Vos 6-4, 7-5 in Trieste."),
        ("Holm Dairies bought Renko Foods for 40 million.", "Renko Foods bought Holm Dairies for 40 million."),
    ],
)
def test_who_did_it_to_whom_is_not_passed_over_as_the_verb_is_the_same(
    draft: str, source: str, encoder: Encoder
) -> None:
    (sentence,) = check(Document(id="draft", text=draft), [Document(id="source", text=source)], encoder).sentences
    assert sentence.verdict is Verdict.CONTRADICTED
