"""What 1, 10 and 100 machines make of a million articles a day.

    python -m benchmarks.scale_simulation [--articles 1000000] [--measured docs/scale.md] [--write docs]

Every collection is handed to the worker that is free first, as the batch does, with the service times that
`benchmarks.batch --only sizes --write docs` measured and left in its block of scale.md: of the worker, and of the
driver, which all collections pass one after the other. With --write the table becomes the block "simulation" of
scale.md in that folder, with its picture machines.svg.
"""

from __future__ import annotations

import argparse
import heapq
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from random import Random

from benchmarks.blocks import read_block, replace_block

PROCESSORS = 2
"""Of a machine: one worker each."""
MACHINES = (1, 10, 100)
MEASURED = Path(__file__).parent.parent / "docs" / "scale.md"
SHARES = {5: 0.90, 20: 0.09, 100: 0.01}
"""Of all collections: most events are small, and a few are everywhere."""
SPREAD = 0.35
"""Standard deviation of the logarithm of a service time: articles differ in length."""
ROUND_TRIP = 0.003
"""Seconds in which a worker has nothing to do between two collections: it answers, and is given the next."""

WIDTH, ROW, HEAD, LABEL = 760, 34, 86, 130
STYLE = """
  svg { color-scheme: light dark; font: 13px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif }
  .paper { fill: #ffffff } .ink { fill: #1f2328 } .soft { fill: #59636e } .bar { fill: #0969da }
  .title { font-weight: 600; font-size: 14px } .day { stroke: #9a6700; stroke-dasharray: 4 3 }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #0d1117 } .ink { fill: #f0f6fc } .soft { fill: #9198a1 } .bar { fill: #4493f8 }
    .day { stroke: #d29922 }
  }
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Of a collection of one size, in processor seconds."""

    worker: float
    driver: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of one run: hours until all is done, and how much of that time workers and the driver were at work."""

    machines: int
    collections: int
    hours: float
    workers: float
    driver: float


def measured(page: Path) -> dict[int, Cost]:
    """Articles of a collection to what it costs, as `benchmarks.batch --only sizes` wrote it into a page.

    Raises ValueError when a size of SHARES is not there.
    """
    rows = [row.strip("| ").split("|") for row in read_block(page, "batch sizes").splitlines()[2:]]
    costs = {int(articles): Cost(float(worker), float(driver)) for articles, _, worker, driver, _ in rows}
    if missing := SHARES.keys() - costs.keys():
        raise ValueError(f"{page}: nothing was measured for collections of {sorted(missing)} articles")
    return costs


def collections(articles: int, seed: int = 0) -> Iterator[int]:
    """Sizes of collections, until they hold so many articles."""
    dice = Random(seed)
    while articles > 0:
        (size,) = dice.choices(list(SHARES), list(SHARES.values()))
        articles -= size
        yield size


def simulate(articles: int, machines: int, costs: Mapping[int, Cost]) -> Outcome:
    """Hands every collection, in the order of the input, to the worker that is free first."""
    dice = Random(1)
    free = [0.0] * (machines * PROCESSORS)
    driver_free = busy = driving = 0.0
    count = 0
    for size in collections(articles):
        count += 1
        begin = max(heapq.heappop(free), driver_free)
        driver_free = begin + costs[size].driver
        service = costs[size].worker * dice.lognormvariate(-(SPREAD**2) / 2, SPREAD)
        heapq.heappush(free, driver_free + ROUND_TRIP + service)
        busy, driving = busy + service, driving + costs[size].driver
    seconds = max(free)
    return Outcome(machines, count, seconds / 3600, busy / seconds / len(free), driving / seconds)


def table(outcomes: list[Outcome]) -> str:
    lines = [
        "| machines (two processors) | collections | hours | collections a second | workers busy | driver busy |",
        "|---|---|---|---|---|---|",
    ]
    for o in outcomes:
        rate = o.collections / o.hours / 3600
        lines.append(
            f"| {o.machines} | {o.collections:,} | {o.hours:.2f} | {rate:.1f} | {o.workers:.1%} | {o.driver:.1%} |"
        )
    return "\n".join(lines)


def draw(outcomes: list[Outcome], articles: int) -> str:
    """Bars of hours, with a line where a day ends, as SVG for light and dark."""
    widest = max(24.0, *(o.hours for o in outcomes))
    scale = (WIDTH - LABEL - 120) / widest
    height = HEAD + ROW * len(outcomes) + 16
    day = LABEL + 24 * scale
    body = [
        f'<text class="ink title" x="24" y="32">Hours for {articles:,} articles</text>',
        '<text class="soft" x="24" y="52">simulated with measured service times; machines of two processors</text>',
        f'<line class="day" x1="{day:.1f}" x2="{day:.1f}" y1="{HEAD - 20}" y2="{height - 12}"/>',
        f'<text class="soft" x="{day + 6:.1f}" y="{HEAD - 10}">a day</text>',
    ]
    for row, o in enumerate(outcomes):
        y, width = HEAD + ROW * row, max(1.0, o.hours * scale)
        name = f"{o.machines} machine{'s' * (o.machines > 1)}"
        body += [
            f'<text class="ink" x="24" y="{y + 13}">{name}</text>',
            f'<rect class="bar" x="{LABEL}" y="{y}" width="{width:.1f}" height="18"/>',
            f'<text class="ink" x="{LABEL + width + 8:.1f}" y="{y + 13}">{o.hours:.1f} h</text>',
        ]
    spoken = "; ".join(f"{o.machines}: {o.hours:.1f} hours" for o in outcomes)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
            f'height="{height}" role="img" aria-label="Hours for a day of articles. {escape(spoken)}">',
            f"<style>{STYLE}</style>",
            f'<rect class="paper" width="{WIDTH}" height="{height}" rx="8"/>',
            *body,
            "</svg>",
            "",
        ]
    )


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1_000_000, help="default: %(default)s")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="update scale.md and machines.svg here")
    parser.add_argument("--measured", type=Path, default=MEASURED, metavar="PAGE", help="default: %(default)s")
    options = parser.parse_args(arguments)
    costs = measured(options.measured)
    outcomes = [simulate(options.articles, machines, costs) for machines in MACHINES]
    print(table(outcomes))
    if options.write:
        replace_block(options.write / "scale.md", "simulation", table(outcomes))
        (options.write / "machines.svg").write_text(draw(outcomes, options.articles), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
