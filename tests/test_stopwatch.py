"""How long the stages of a job took."""

from __future__ import annotations

import pytest

from summarize import stopwatch
from summarize.stopwatch import Stopwatch


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Stopwatch:
    """It reads 1, 3, 7 and 15 seconds when it is looked at."""
    clock = iter([1.0, 3.0, 7.0, 15.0])
    monkeypatch.setattr(stopwatch, "perf_counter", lambda: next(clock))
    return Stopwatch()


def test_a_stage_lasts_until_the_next_begins_and_the_last_until_now(watch: Stopwatch) -> None:
    watch.begin("reading")
    watch.begin("claims")
    assert watch.laps() == [("reading", 2.0), ("claims", 4.0)]


def test_a_stage_that_comes_again_is_told_in_its_places(watch: Stopwatch) -> None:
    for stage in ("brief", "writing", "brief"):
        watch.begin(stage)
    assert watch.laps() == [("brief", 2.0), ("writing", 4.0), ("brief", 8.0)]


def test_the_seconds_of_a_stage_that_comes_again_are_those_of_all_its_places(watch: Stopwatch) -> None:
    for stage in ("brief", "writing", "brief"):
        watch.begin(stage)
    assert watch.seconds() == {"brief": 10.0, "writing": 4.0}


def test_where_no_stage_began_there_are_no_seconds(watch: Stopwatch) -> None:
    assert watch.seconds() == {}
