"""A toll that grew, with the packaged models: the newest count is told, and not what was the least it could be."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from summarize import Document, summarize
from summarize.models import load_encoder
from summarize.models.encoder import Encoder

pytestmark = pytest.mark.model

MONDAY, THURSDAY = (datetime(2031, 5, day, tzinfo=UTC) for day in (5, 8))


@pytest.fixture(scope="module")
def packaged() -> Encoder:
    return load_encoder()


def told(encoder: Encoder, before: str, after: str) -> str:
    """The brief of a report of Monday and one of Thursday."""
    reports = (("monday", before, MONDAY), ("thursday", after, THURSDAY))
    documents = [Document(id=name, text=text, published=published) for name, text, published in reports]
    return " ".join(sentence.text for sentence in summarize(documents, encoder=encoder).sentences)


@pytest.mark.parametrize(
    ("before", "after", "former", "newest"),
    [
        (
            "A gunman killed at least 50 people at a festival in Norvale on Sunday. The mayor asked for blood.",
            "At least 59 people are dead after the shooting at a festival in Norvale. Hotels gave rooms to families.",
            "50",
            "59",
        ),
        (
            "At least 30 people were killed on Monday when a ferry sank off Velm. Divers are searching the wreck.",
            "At least 41 people are now known to have died when the ferry sank off Velm on Monday. Its owner was held.",
            "30",
            "41",
        ),
        (
            "At least four people were killed when a crane fell in Orley. The site is closed.",
            "Six people were killed when the crane fell, the mayor of Orley said. The owner was arrested.",
            "four",
            "Six",
        ),
    ],
)
def test_the_newest_count_of_the_dead_is_told_alone(
    packaged: Encoder, before: str, after: str, former: str, newest: str
) -> None:
    brief = told(packaged, before, after)
    assert newest in brief
    assert former not in brief
