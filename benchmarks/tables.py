"""The tables of the quality benchmark, as Markdown."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.cases import CaseResults, PairResults
from benchmarks.peers import OURS
from benchmarks.results import EventResults, Results, RougeResults
from benchmarks.rouge import MEASURES, rouge_margin
from benchmarks.scoring import margin


@dataclass(frozen=True, slots=True)
class Column:
    """One figure of a table; `best` picks the better of several values, None where none is better."""

    figure: str
    head: str
    digits: int = 1
    best: Callable[[Sequence[float]], float] | None = max


EVENT_COLUMNS = (
    Column("claim_pair_precision", "claims: precision"),
    Column("claim_pair_recall", "recall"),
    Column("claim_pair_f1", "F1"),
    Column("citation_precision", "citations: precision"),
    Column("citation_recall", "recall"),
    Column("key_fact_recall", "key facts"),
    Column("redundant_pairs", "redundant pairs", 0, min),
    Column("boilerplate_sentences", "clutter", 0, min),
    Column("words_per_brief", "words", 0, None),
)
ROUGE_HEADS = ("ROUGE-1", "ROUGE-2", "ROUGE-L")
MARGINS = {
    "claim_pair_f1": ("claims: F1", 1),
    "citation_f1": ("citations: F1", 1),
    "key_fact_recall": ("key facts", 1),
    "redundant_pairs": ("redundant pairs", 0),
}
"""The figures whose margins are shown, with their digits."""


def event_table(results: EventResults) -> str:
    """All systems, all figures; the best of a column in bold."""
    figures = {system: results.figures(system) for system in results.counts}
    columns = [[figures[system][column.figure] for system in figures] for column in EVENT_COLUMNS]
    cells = [_cells(values, column.digits, column.best) for values, column in zip(columns, EVENT_COLUMNS, strict=True)]
    rows = [[system, *row] for system, row in zip(figures, zip(*cells, strict=True), strict=True)]
    return _table(["", *(column.head for column in EVENT_COLUMNS)], rows)


def case_table(results: CaseResults) -> str:
    """The cases of every kind that are whole."""
    rows = [[kind, str(results.whole[kind]), str(count)] for kind, count in sorted(results.cases.items())]
    total = ["all", str(sum(results.whole.values())), str(sum(results.cases.values()))]
    return _table(["", "whole", "cases"], [*rows, total])


def pair_table(results: PairResults) -> str:
    """What became of the pairs of every label."""
    kinds = ("cited", "partial", "conflict")
    rows = [
        [label, str(count), *(f"{results.rate(label, kind):.0f}" for kind in kinds)]
        for label, count in results.pairs.items()
    ]
    return _table(["", "pairs", "cited in support", "cited for a part", "in a conflict"], rows)


def event_margins(results: EventResults) -> str:
    """How much higher our figures are than each peer's, with 95 % intervals."""
    ours = results.counts[OURS]
    rows = [
        [system, *(_margin(margin(ours, theirs, figure), digits) for figure, (_, digits) in MARGINS.items())]
        for system, theirs in results.counts.items()
        if system != OURS
    ]
    return _table([f"{OURS} against", *(head for head, _ in MARGINS.values())], rows)


def conflict_line(results: EventResults) -> str:
    """What of the conflicts was found. No peer looks for any."""
    figures = results.figures(OURS)
    if not figures["conflicts_reported"]:
        return "Conflicts: none reported."
    return (
        f"Conflicts: {figures['conflicts_reported']:.0f} reported, {figures['conflict_precision']:.0f} % of them "
        f"rightly; {figures['conflict_recall']:.0f} % of those annotated were found. No peer looks for any."
    )


def rouge_table(results: RougeResults) -> str:
    """All systems; the best of a column in bold, the length of their briefs in the last."""
    means = [scores.f1.mean(axis=0).tolist() for scores in results.scores.values()]
    cells = [_cells(values, 2, max) for values in zip(*means, strict=True)]
    cells.append([f"{scores.words.mean():.0f}" for scores in results.scores.values()])
    rows = [[system, *row] for system, row in zip(results.scores, zip(*cells, strict=True), strict=True)]
    return _table(["", *ROUGE_HEADS, "words"], rows)


def rouge_margins(results: RougeResults) -> str:
    """How much higher our F1 is than each peer's, with 95 % intervals."""
    ours = results.scores[OURS]
    rows = [
        [system, *(_margin(rouge_margin(ours, theirs, measure), 2) for measure in range(len(MEASURES)))]
        for system, theirs in results.scores.items()
        if system != OURS
    ]
    return _table([f"{OURS} against", *ROUGE_HEADS], rows)


def where_a_peer_is_better(results: Results) -> list[str]:
    """Every figure in which some peer is ahead of ours, in words."""
    found = []
    for events in results.events:
        ours = events.figures(OURS)
        for column in EVENT_COLUMNS:
            if column.best is None:
                continue
            values = {system: events.figures(system)[column.figure] for system in events.counts if system != OURS}
            found += _ahead(
                values, ours[column.figure], column.best, column.digits, f"{_kind(events)}, {_full_name(column)}"
            )
    if results.rouge:
        for measure, head in enumerate(ROUGE_HEADS):
            values = {name: float(s.f1[:, measure].mean()) for name, s in results.rouge.scores.items()}
            found += _ahead(values, values.pop(OURS), max, 2, f"Multi-News, {head}")
    return found


def _kind(events: EventResults) -> str:
    return "invented events" if events.invented else "real events"


def _full_name(column: Column) -> str:
    return column.figure.replace("claim_pair", "claims:").replace("citation_", "citations: ").replace("_", " ")


def _ahead(
    values: dict[str, float], ours: float, best: Callable[[Sequence[float]], float], digits: int, what: str
) -> list[str]:
    known = {system: value for system, value in values.items() if not math.isnan(value)}
    ahead = {s: v for s, v in known.items() if v != ours and best((v, ours)) == v}
    if not ahead:
        return []
    names = ", ".join(f"{system} {value:.{digits}f}" for system, value in ahead.items())
    return [f"{what}: {names}; {OURS} {ours:.{digits}f}"]


def _cells(values: Sequence[float], digits: int, best: Callable[[Sequence[float]], float] | None) -> list[str]:
    known = [round(value, digits) for value in values if not math.isnan(value)]
    top = best(known) if best and known else None
    texts = []
    for value in values:
        text = "–" if math.isnan(value) else f"{value:.{digits}f}"
        texts.append(f"**{text}**" if not math.isnan(value) and round(value, digits) == top else text)
    return texts


def _margin(value: tuple[float, float, float], digits: int) -> str:
    if math.isnan(value[0]):
        return "–"
    mean, low, high = (f"{number:+.{digits}f}".replace("-", "−") for number in value)
    return f"{mean} [{low}, {high}]"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|---|" + "---:|" * (len(head) - 1)]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)])
