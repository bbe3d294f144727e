"""What happens again and again is told apart by the days that reports name."""

from __future__ import annotations

from datetime import datetime

import pytest

from summarize import Brief, Document, Options, summarize
from summarize.embedding import load_encoder
from summarize.models import Encoder

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def packaged() -> Encoder:
    return load_encoder()


def reports(*told: tuple[str, str]) -> list[Document]:
    return [
        Document(f"{n}.txt", text, published=datetime.fromisoformat(day), publisher=f"Paper {n}")
        for n, (day, text) in enumerate(told, start=1)
    ]


FIRST = (
    "The Sarn volcano threw ash over Ludmere on Tuesday, the observatory said. The cloud rose to 4,000 metres. "
    "It was seen at 6:07 in the morning from the harbour of Ludmere."
)
FIRST_TOO = (
    "Ash fell on Ludmere on Tuesday after the Sarn volcano erupted, residents said. The cloud rose to 4,000 metres, "
    "the observatory said. Schools stayed closed for the day."
)
AGAIN = (
    "The Sarn volcano threw ash over Ludmere on Friday, the observatory said. The cloud rose to 9,500 metres. "
    "It was seen at 7:16 in the evening from the harbour of Ludmere."
)
AGAIN_TOO = (
    "The Sarn volcano erupted on Friday and ash fell on Ludmere, the mayor said. The cloud rose to 9,500 metres. "
    "The airport sent home all its passengers."
)


def brief_of(packaged: Encoder, documents: list[Document]) -> Brief:
    return summarize(documents, Options(max_words=200), packaged)


def test_figures_of_two_occasions_contradict_nothing(packaged: Encoder) -> None:
    # Tuesday 4 and Friday 21 September 2029
    told = (("2029-09-04", FIRST), ("2029-09-05", FIRST_TOO), ("2029-09-21", AGAIN), ("2029-09-22", AGAIN_TOO))
    assert brief_of(packaged, reports(*told)).conflicts == ()


def test_figures_of_one_occasion_do(packaged: Encoder) -> None:
    same_day = AGAIN.replace("Friday", "Tuesday"), AGAIN_TOO.replace("Friday", "Tuesday")
    told = (("2029-09-04", FIRST), ("2029-09-05", FIRST_TOO), ("2029-09-05", same_day[0]), ("2029-09-05", same_day[1]))
    values = {value.value for conflict in brief_of(packaged, reports(*told)).conflicts for value in conflict.values}
    assert {"4,000 metres", "9,500 metres"} <= values


def test_a_later_report_that_goes_back_to_the_day_still_does(packaged: Encoder) -> None:
    later = "The observatory has measured anew what rose on 4 September. The cloud rose to 9,500 metres. "
    told = (
        ("2029-09-04", FIRST),
        ("2029-09-05", FIRST_TOO),
        ("2029-09-21", later + "The director told the council so on Thursday."),
        ("2029-09-22", later + "The council heard it on Thursday."),
    )
    values = {value.value for conflict in brief_of(packaged, reports(*told)).conflicts for value in conflict.values}
    assert {"4,000 metres", "9,500 metres"} <= values


def test_a_report_of_one_occasion_is_not_cited_for_another(packaged: Encoder) -> None:
    told = (("2029-09-04", FIRST), ("2029-09-05", FIRST_TOO), ("2029-09-21", AGAIN), ("2029-09-22", AGAIN_TOO))
    groups = ({1, 2}, {3, 4})
    for sentence in brief_of(packaged, reports(*told)).sentences:
        if "day" in sentence.text:
            cited = {citation.source for citation in sentence.citations}
            assert any(cited <= group for group in groups), sentence


def test_one_late_report_may_bring_the_story_up_to_date(packaged: Encoder) -> None:
    told = (("2029-09-04", FIRST), ("2029-09-05", FIRST_TOO), ("2029-09-21", AGAIN))
    values = {value.value for conflict in brief_of(packaged, reports(*told)).conflicts for value in conflict.values}
    assert {"4,000 metres", "9,500 metres"} <= values
