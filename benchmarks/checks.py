"""How well drafts are checked: verdicts against those of people who read the sources.

    python -m benchmarks.checks DRAFTS EVENTS [EVENTS ...] [--errors] [--pairs FILE]

DRAFTS holds drafts (*.json: `event`, and `draft[]` of `text` and `label`), EVENTS the annotated events they are about.
The draft goes in as one text and is divided by the package. Prints F1 of each verdict, their mean, and which verdict
was given for which. `--errors` prints what was judged otherwise, with what is cited. `--pairs` are JSON lines of `a`,
`b` and `label` (same, part, contradicts, different): each `a` is a draft and each `b` its only source.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.annotated import load_events
from summarize.checking import check
from summarize.models import Encoder, load_encoder
from summarize.records.check import CheckedSentence, Verdict
from summarize.records.document import Document

JUDGED = (Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.UNSUPPORTED)
"""Over whose F1 the mean is taken."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Sentences on an event, each with the verdict of a reader."""

    event: str
    documents: tuple[Document, ...]
    sentences: tuple[str, ...]
    labels: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, the verdict of a reader, and what the package makes of it."""

    event: str
    label: Verdict
    found: CheckedSentence


def load_drafts(folder: Path, events: Iterable[Path]) -> list[Draft]:
    """The drafts of a folder by file name. Raises ValueError for one whose event is nowhere."""
    known = {event.id: event for path in events for event in load_events(path)}
    drafts = []
    for file in sorted(folder.glob("*.json")):
        data = json.loads(file.read_text(encoding="utf-8"))
        if data["event"] not in known:
            raise ValueError(f"{file}: there is no event {data['event']}")
        texts, labels = zip(*((s["text"], Verdict(s["label"])) for s in data["draft"]), strict=True)
        drafts.append(Draft(data["event"], known[data["event"]].documents, texts, labels))
    return drafts


def judged(draft: Draft, encoder: Encoder) -> Iterator[Told]:
    """The draft as the package judges it: of a sentence that it divides, the part that overlaps most."""
    text = "\n\n".join(draft.sentences)
    result = check(Document(id="draft", text=text), draft.documents, encoder)
    start = 0
    for sentence, label in zip(draft.sentences, draft.labels, strict=True):
        end = start + len(sentence)
        found = max(result.sentences, key=lambda s: min(end, s.end) - max(start, s.start))
        yield Told(draft.event, label, found)
        start = end + 2


def f1(told: Sequence[Told], verdict: Verdict) -> float:
    """In per cent; what a reader called partly is left out, as it is right in either."""
    counted = [one for one in told if one.label is not Verdict.PARTLY]
    both = sum(one.label is one.found.verdict is verdict for one in counted)
    either = sum((one.label is verdict) + (one.found.verdict is verdict) for one in counted)
    return 200 * both / either if either else float("nan")


def table(told: Sequence[Told]) -> str:
    """F1 of each verdict, their mean, and the verdicts given (columns) for those of readers (rows)."""
    each = {verdict: f1(told, verdict) for verdict in JUDGED}
    lines = [f"{verdict:14}F1 {value:5.1f}" for verdict, value in each.items()]
    lines += [f"{'mean':14}F1 {sum(each.values()) / len(each):5.1f}   of {len(told)} sentences", ""]
    lines.append(" " * 14 + "".join(f"{verdict:>15}" for verdict in Verdict))
    for label in (*JUDGED, Verdict.PARTLY, Verdict.NOT_CHECKABLE):
        given = Counter(one.found.verdict for one in told if one.label is label)
        if given:
            lines.append(f"{label:14}" + "".join(f"{given[verdict]:15}" for verdict in Verdict))
    return "\n".join(lines)


def pairs_table(file: Path, encoder: Encoder) -> str:
    """What is made of each first sentence of pairs by the second alone."""
    counts: dict[str, Counter[Verdict]] = {}
    wrong = []
    for line in file.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        for one, other in ((pair["a"], pair["b"]), (pair["b"], pair["a"])):
            result = check(Document(id="draft", text=one), [Document(id="source", text=other)], encoder)
            verdicts = {sentence.verdict for sentence in result.sentences}
            worst = next(
                v for v in (Verdict.CONTRADICTED, Verdict.UNSUPPORTED, Verdict.PARTLY, *Verdict) if v in verdicts
            )
            counts.setdefault(pair["label"], Counter())[worst] += 1
            if pair["label"] == "contradicts" and worst is Verdict.SUPPORTED:
                wrong.append(f"supported, though contradicted: {one} | {other}")
    lines = [" " * 14 + "".join(f"{verdict:>15}" for verdict in Verdict)]
    lines += [f"{label:14}" + "".join(f"{found[verdict]:15}" for verdict in Verdict) for label, found in counts.items()]
    return "\n".join([*lines, *wrong])


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("drafts", type=Path)
    parser.add_argument("events", nargs="+", type=Path)
    parser.add_argument("--errors", action="store_true", help="print what was judged otherwise")
    parser.add_argument("--pairs", type=Path, help="sentence pairs with labels, in JSON lines")
    options = parser.parse_args(arguments)
    encoder = load_encoder()
    begun = time.perf_counter()
    told = [one for draft in load_drafts(options.drafts, options.events) for one in judged(draft, encoder)]
    print(table(told))
    print(f"\n{1000 * (time.perf_counter() - begun) / len(told):.0f} ms a sentence, sources included")
    if options.errors:
        for one in told:
            if one.label is not one.found.verdict:
                print(f"\n{one.event}: {one.label} -> {one.found.verdict}: {one.found.text}")
                print("\n".join(f"    [{c.source}] {c.role}: {' '.join(c.quote.split())}" for c in one.found.citations))
    if options.pairs:
        print(f"\n{pairs_table(options.pairs, encoder)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
