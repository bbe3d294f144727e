"""The picture of the quality page: bars as SVG, readable in light and dark."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from benchmarks.peers import OURS
from benchmarks.results import EventResults, Results

WIDTH, MARGIN, GAP = 880, 24, 40
LABEL, VALUE = 150, 40
"""Width of the names left of the bars and of the figures right of them."""
ROW, BAR, HEAD = 22, 12, 62

STYLE = """
  svg { color-scheme: light dark; font: 13px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif }
  .paper { fill: #ffffff } .ink { fill: #1f2328 } .soft { fill: #59636e }
  .peer { fill: #afb8c1 } .ours { fill: #0969da }
  .title { font-weight: 600; font-size: 14px } .own { font-weight: 600 } .value { font-variant-numeric: tabular-nums }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #0d1117 } .ink { fill: #f0f6fc } .soft { fill: #9198a1 }
    .peer { fill: #4d5661 } .ours { fill: #4493f8 }
  }
"""


@dataclass(frozen=True, slots=True)
class Panel:
    """One figure of all systems that have it."""

    title: str
    note: str
    values: dict[str, float]
    digits: int = 0

    @property
    def height(self) -> int:
        return HEAD + ROW * len(self.values)


def draw(results: Results) -> str:
    """The picture as SVG text, two panels beside each other."""
    panels = list(_panels(results))
    width = (WIDTH - 2 * MARGIN - GAP) / 2
    body: list[str] = []
    top = float(MARGIN)
    for left, right in zip(panels[::2], [*panels[1::2], None], strict=False):
        body += _bars(left, MARGIN, top, width)
        if right:
            body += _bars(right, MARGIN + width + GAP, top, width)
        top += max(left.height, right.height if right else 0) + MARGIN / 2
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top:.0f}" width="{WIDTH}" '
            f'height="{top:.0f}" role="img" aria-label="{escape(_spoken(panels))}">',
            f"<style>{STYLE}</style>",
            f'<rect class="paper" width="{WIDTH}" height="{top:.0f}" rx="8"/>',
            *body,
            "</svg>",
            "",
        ]
    )


def _panels(results: Results) -> Iterator[Panel]:
    events = next((found for found in results.events if not found.invented), next(iter(results.events), None))
    if events:
        kind = f"{events.events} {'invented' if events.invented else 'real'} events"
        yield Panel("Claims: same-fact pairs, F1", f"{kind}, per cent", _values(events, "claim_pair_f1"))
        yield Panel("Key facts told", f"{kind}, {events.max_words} words, per cent", _values(events, "key_fact_recall"))
        yield Panel(
            "Pairs of sentences that repeat each other",
            f"{kind}, all briefs together; fewer is better",
            _values(events, "redundant_pairs"),
        )
    if results.rouge:
        yield Panel(
            "ROUGE-2 against human summaries",
            f"{results.rouge.clusters} Multi-News clusters, {results.rouge.max_words} words, F1 in per cent",
            {name: float(scores.f1[:, 1].mean()) for name, scores in results.rouge.scores.items()},
            digits=1,
        )


def _values(events: EventResults, figure: str) -> dict[str, float]:
    values = {system: events.figures(system)[figure] for system in events.counts}
    return {system: value for system, value in values.items() if not math.isnan(value)}


def _bars(panel: Panel, x: float, y: float, width: float) -> Iterator[str]:
    yield f'<text class="ink title" x="{x:.0f}" y="{y + 14:.0f}">{escape(panel.title)}</text>'
    yield f'<text class="soft" x="{x:.0f}" y="{y + 34:.0f}">{escape(panel.note)}</text>'
    scale = (width - LABEL - VALUE) / (max(panel.values.values(), default=0) or 1)
    for row, (system, value) in enumerate(panel.values.items()):
        middle = y + HEAD + ROW * row - 4
        colour, weight = ("ours", " own") if system == OURS else ("peer", "")
        length = max(1.0, value * scale)
        yield f'<text class="ink{weight}" x="{x:.0f}" y="{middle + 4:.1f}">{escape(system)}</text>'
        yield (
            f'<rect class="{colour}" x="{x + LABEL:.0f}" y="{middle - BAR / 2:.1f}" width="{length:.1f}" '
            f'height="{BAR}" rx="2"/>'
        )
        yield (
            f'<text class="ink value{weight}" x="{x + LABEL + length + 6:.1f}" y="{middle + 4:.1f}">'
            f"{value:.{panel.digits}f}</text>"
        )


def _spoken(panels: list[Panel]) -> str:
    """The picture in words, for those who do not see it."""
    return " ".join(
        f"{panel.title} ({panel.note}): "
        + ", ".join(f"{system} {value:.{panel.digits}f}" for system, value in panel.values.items())
        + "."
        for panel in panels
    )
