"""The picture of the performance page: what a sentence costs by size of its collection, as SVG for light and dark."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

WIDTH, MARGIN, LABEL, VALUE = 760, 24, 130, 70
ROW, BAR, HEAD, FOOT = 34, 18, 74, 44
STYLE = """
  svg { color-scheme: light dark; font: 13px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif }
  .paper { fill: #ffffff } .ink { fill: #1f2328 } .soft { fill: #59636e }
  .title { font-weight: 600; font-size: 14px } .value { font-variant-numeric: tabular-nums }
  .s0 { fill: #afb8c1 } .s1 { fill: #0969da } .s2 { fill: #1a7f37 } .s3 { fill: #9a6700 } .s4 { fill: #8250df }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #0d1117 } .ink { fill: #f0f6fc } .soft { fill: #9198a1 }
    .s0 { fill: #59636e } .s1 { fill: #4493f8 } .s2 { fill: #3fb950 } .s3 { fill: #d29922 } .s4 { fill: #ab7df8 }
  }
"""


def draw(costs: Mapping[int, Mapping[str, float]]) -> str:
    """Stacked bars. `costs[size][stage]` is in seconds of processor time a sentence."""
    height = MARGIN + HEAD + ROW * len(costs) + FOOT
    widest = max(sum(stages.values()) for stages in costs.values())
    scale = (WIDTH - 2 * MARGIN - LABEL - VALUE) / widest
    body = [
        f'<text class="ink title" x="{MARGIN}" y="{MARGIN + 14}">What a sentence costs as collections grow</text>',
        f'<text class="soft" x="{MARGIN}" y="{MARGIN + 34}">milliseconds of processor time a sentence, by stage</text>',
    ]
    for row, (size, stages) in enumerate(costs.items()):
        y = MARGIN + HEAD - 10 + ROW * row
        x = float(MARGIN + LABEL)
        body.append(f'<text class="ink" x="{MARGIN}" y="{y + 13}">{size:,} sentences</text>')
        for number, (stage, seconds) in enumerate(stages.items()):
            body.append(
                f'<rect class="s{number}" x="{x:.1f}" y="{y}" width="{seconds * scale:.1f}" height="{BAR}">'
                f"<title>{escape(stage)}: {seconds * 1000:.2f} ms</title></rect>"
            )
            x += seconds * scale
        total = sum(stages.values()) * 1000
        body.append(f'<text class="ink value" x="{x + 8:.1f}" y="{y + 13}">{total:.2f} ms</text>')
    x, y = float(MARGIN + LABEL), height - FOOT + 10
    for number, stage in enumerate(next(iter(costs.values()))):
        body.append(f'<rect class="s{number}" x="{x:.1f}" y="{y}" width="11" height="11" rx="2"/>')
        body.append(f'<text class="soft" x="{x + 16:.1f}" y="{y + 10}">{escape(stage)}</text>')
        x += 32 + 7.2 * len(stage)
    spoken = "; ".join(f"{size:,}: {sum(stages.values()) * 1000:.2f} ms" for size, stages in costs.items())
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
            f'height="{height}" role="img" aria-label="Processor time a sentence by size of collection. {spoken}">',
            f"<style>{STYLE}</style>",
            f'<rect class="paper" width="{WIDTH}" height="{height}" rx="8"/>',
            *body,
            "</svg>",
            "",
        ]
    )
