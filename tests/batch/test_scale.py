"""The page on many machines is of what was measured last."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from benchmarks.batch import PARTS, driver_seconds
from benchmarks.batch_input import small, write
from benchmarks.batch_runs import rate_of, times
from benchmarks.blocks import read_block
from benchmarks.scale_simulation import MACHINES, MEASURED, measured, simulate, table

SIZES = """<!-- batch sizes -->
| articles | sentences | processor seconds | of the driver | memory of a worker |
|---|---|---|---|---|
| 5 | 125 | 0.30 | 0.0001 | 242 MB |
| 20 | 500 | 1.20 | 0.0002 | 1,254 MB |
| 100 | 2,500 | 6.00 | 0.0010 | 341 MB |
<!-- end of batch sizes -->
"""


def test_the_simulation_on_the_page_is_that_of_the_sizes_on_the_page() -> None:
    costs = measured(MEASURED)
    made = table([simulate(1_000_000, machines, costs) for machines in MACHINES])
    assert made == read_block(MEASURED, "simulation"), "python -m benchmarks.scale_simulation --write docs"


def test_half_the_measured_time_is_half_the_hours(tmp_path: Path) -> None:
    hours = []
    for slow in (1, 2):
        page = tmp_path / "scale.md"
        page.write_text(SIZES.replace("0.30", f"{0.3 * slow:.2f}").replace("1.20", f"{1.2 * slow:.2f}"))
        page.write_text(page.read_text().replace("6.00", f"{6 * slow:.2f}"))
        hours.append(simulate(20_000, 1, measured(page)).hours)
    assert hours[1] == pytest.approx(2 * hours[0], rel=0.02)


def test_a_size_that_was_not_measured_is_named(tmp_path: Path) -> None:
    page = tmp_path / "scale.md"
    page.write_text(SIZES.replace("| 20 |", "| 21 |"))
    with pytest.raises(ValueError, match=r"nothing was measured for collections of \[20\] articles"):
        measured(page)
    page.write_text("No block at all.")
    with pytest.raises(ValueError, match="has no block"):
        measured(page)


def test_a_rate_is_of_the_time_in_which_all_workers_run(tmp_path: Path) -> None:
    """A worker alone makes one in two seconds, until a second one has started."""
    alone, together = [2.0 * n for n in range(6)], [11.0 + n for n in range(18)]
    for number, second in enumerate([*alone, *together]):
        (tmp_path / f"event-{number}.json").touch()
        os.utime(tmp_path / f"event-{number}.json", (second, second))
    assert rate_of(tmp_path) == pytest.approx(1.0)


def test_every_part_of_the_measurements_has_its_block_on_the_page() -> None:
    for part in PARTS:
        assert read_block(MEASURED, f"batch {part}")


def test_the_driver_is_timed_over_results_that_it_keeps(tmp_path: Path) -> None:
    given = write(small(5), tmp_path / "given.jsonl")
    assert driver_seconds(given, tmp_path / "out") > 0
    assert len(times(tmp_path / "out")) == 5
