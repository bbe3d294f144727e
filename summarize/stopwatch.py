"""How long each stage of a job takes."""

from __future__ import annotations

from time import perf_counter


class Stopwatch:
    """Times the stages of a job, each of which ends where the next begins."""

    def __init__(self) -> None:
        self._begun: list[tuple[str, float]] = []

    def begin(self, stage: str) -> None:
        """Tells that a stage begins, and so that the one before has ended."""
        self._begun.append((stage, perf_counter()))

    def laps(self) -> list[tuple[str, float]]:
        """The stages in order with the seconds of each, of the last those until now."""
        ends = [*(start for _, start in self._begun[1:]), perf_counter()]
        return [(stage, end - start) for (stage, start), end in zip(self._begun, ends, strict=False)]

    def seconds(self) -> dict[str, float]:
        """The seconds of every stage; of one that was begun several times, of all of them."""
        spent: dict[str, float] = {}
        for stage, seconds in self.laps():
            spent[stage] = spent.get(stage, 0.0) + seconds
        return spent
