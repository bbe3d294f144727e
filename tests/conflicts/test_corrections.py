"""What a paper corrects is an update: its notice is not quoted, and the former figure is not told without it."""

from __future__ import annotations

from datetime import datetime

import pytest

from summarize import Brief, Document, Options, summarize
from summarize.records.brief import ConflictStatus
from tests.conftest import WordEncoder

WIRE = (
    "A ferry struck the mole at Port Ennick on Tuesday. Fourteen passengers were hurt when the ferry struck the mole, "
    "the coastguard said. The mole is closed to anglers."
)
COURIER = (
    "The ferry to Skarra hit the mole in fog. Fourteen passengers were hurt, the hospital at Port Ennick said. "
    "Masons will look at the stones."
)


def brief_of(*texts: str, dated: bool = True) -> Brief:
    days = [datetime(2031, 5, 6 + number) if dated else None for number in range(len(texts))]
    documents = [
        Document(str(number), text, published=day)
        for number, (text, day) in enumerate(zip(texts, days, strict=True), 1)
    ]
    return summarize(documents, Options(max_words=200), WordEncoder())


def told(brief: Brief) -> str:
    return " ".join(sentence.text for sentence in brief.sentences)


def corrected(brief: Brief) -> tuple[str, int | None, set[str]]:
    """The status of the only conflict, its newest source, and its values."""
    (conflict,) = brief.conflicts
    return conflict.status.value, conflict.newest, {value.value.lower() for value in conflict.values}


@pytest.mark.parametrize(
    "notice",
    [
        "Correction: Our report on Tuesday said fourteen passengers were hurt when a ferry struck "
        "the mole at Port Ennick. "
        "The number is eleven.",
        "Ferry at Port Ennick\n\nClarification: We reported on Tuesday that 14 passengers were hurt "
        "by the ferry. In fact "
        "eleven were.",
        "The ferry sails again.\n\nShops on the quay are open.\n\nCorrection\n\nAn earlier version "
        "of this article gave the "
        "number of passengers hurt as fourteen. It should have said eleven.",
        "The ferry sails again from the quay.\n\nShops are open.\n\n(Corrects number of passengers hurt to eleven from "
        "fourteen)",
    ],
)
@pytest.mark.parametrize("dated", [True, False])
def test_a_figure_that_only_a_notice_gives_stands_beside_the_one_it_corrects(notice: str, dated: bool) -> None:
    brief = brief_of(WIRE, COURIER, notice, dated=dated)
    assert corrected(brief) == (ConflictStatus.UPDATE, 3, {"fourteen passengers", "eleven"})
    (conflict,) = brief.conflicts
    beside = [sentence for sentence in brief.sentences if sentence.claim in conflict.claims]
    assert all(sentence in beside for sentence in brief.sentences if "Fourteen" in sentence.text)
    assert not any(
        piece in told(brief) for piece in ("Correct", "Clarif", "report", "version", "The number", "In fact")
    )
    cited = {c.quote for sentence in brief.sentences for c in sentence.citations if c.source == 3}
    assert not any("ourteen" in text or "14" in text for text in cited)


@pytest.mark.parametrize(
    ("newest", "right"),
    [
        (
            "A ferry struck the mole at Port Ennick and eleven passengers were hurt.\n\nSailings "
            "begin again on Friday.\n\n"
            "Correction: An earlier version of this article said fourteen passengers were hurt.",
            "eleven passengers were hurt",
        ),
        (
            "CORRECTION\n\nAn earlier report on the ferry gave the wrong number of passengers hurt "
            "at Port Ennick. Eleven "
            "passengers were hurt, not fourteen.",
            "Eleven passengers were hurt, not fourteen.",
        ),
    ],
)
def test_the_corrected_figure_is_told_where_it_can_be_quoted(newest: str, right: str) -> None:
    brief = brief_of(WIRE, COURIER, newest)
    assert corrected(brief) == (ConflictStatus.UPDATE, 3, {"fourteen passengers", "eleven passengers"})
    assert right in told(brief)
    assert "Fourteen passengers" not in told(brief)


def test_a_day_is_corrected_as_a_figure_is() -> None:
    older = "The council of Skarra will vote on the ferry on Friday. Sundvik Lines runs the ferry."
    newer = (
        "The council of Skarra will vote on the ferry on Thursday, the mayor said.\n\nAnglers are against it.\n\n"
        "Editor's note: This article was amended on 8 May 2031. An earlier version said that the council would vote on "
        "Friday."
    )
    brief = brief_of(older, newer)
    assert corrected(brief) == (ConflictStatus.UPDATE, 2, {"friday", "thursday"})


def test_another_sum_of_the_article_does_not_stand_in_for_the_corrected_one() -> None:
    older = "The new mole at Port Ennick cost 5 million crowns, the council said. It was built in a year."
    newer = (
        "Port Ennick has a new mole.\n\nThe villa of the mayor cost 2 million crowns.\n\n"
        "Correction: An earlier version of this article said that the mole cost 5 million crowns."
    )
    status, newest, values = corrected(brief_of(older, newer))
    assert (status, newest) == (ConflictStatus.UPDATE, 2)
    assert "2 million crowns" not in values


@pytest.mark.parametrize(
    "other",
    [
        "Police at Port Ennick arrested eleven anglers.\n\nThe mole is shut.\n\nCorrection: An earlier version of this "
        "article said fourteen anglers were arrested.",
        "The ferry at Port Ennick was repaired.\n\nThe mole is shut.\n\nCorrection: An earlier "
        "version of this article said "
        "the mole was 14 metres high. It is 11.",
        "The ferry at Port Ennick was repaired.\n\nThe mole is shut.\n\nEditor's note: Eleven "
        "passengers of the ferry wrote "
        "to this paper.",
        "An earlier version of the ferry bill said fourteen passengers of the line sit on its board. Eleven passengers "
        "do. The ferry struck the mole.",
    ],
)
def test_what_corrects_something_else_changes_nothing(other: str) -> None:
    brief = brief_of(WIRE, COURIER, other)
    assert not any(conflict.status is ConflictStatus.UPDATE for conflict in brief.conflicts)
    assert "Fourteen passengers" in told(brief)


def test_a_report_that_came_after_the_notice_is_not_corrected_by_it() -> None:
    notice = "Correction: Our report on Tuesday said fourteen passengers of the ferry were hurt. The number is eleven."
    brief = brief_of("The ferry struck the mole at Port Ennick. The mole is shut.", notice, COURIER)
    assert not brief.conflicts
