"""How fast the command and the encoder are, beside what people use instead, in the same run.

    python -m benchmarks.speed [--turns N] [--only NAME ...] [--write docs]

Every figure is a ratio: systems take turns, and the median over the turns of the quotient within a turn is given, with
its range. Prints the table; with --write it becomes the block "speed" of performance.md in that folder.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.blocks import replace_block
from benchmarks.int8 import operations, peak
from benchmarks.measuring import Run, in_turns, ratio, run_here, run_process
from benchmarks.synthetic import EXAMPLES, Recombiner

PYTHON = sys.executable
ARTICLES = sorted(str(path) for path in (EXAMPLES / "ferry").glob("*.txt"))[:5]
BULK, LARGE = 2000, 2100
"""Sentences encoded in bulk, and of the large collection."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: runs of ours and of the peer, turn by turn, and the most that their ratio should be."""

    what: str
    ours: Sequence[Run]
    peer: Sequence[Run]
    target: float
    times_faster: bool = False
    note: str = ""

    def __str__(self) -> str:
        quotients = []
        for of in ("wall", "cpu"):
            one, other = [getattr(run, of) for run in self.ours], [getattr(run, of) for run in self.peer]
            quotients.append(ratio(other, one) if self.times_faster else ratio(one, other))
        goal = f"at least {self.target:g}" if self.times_faster else f"at most {self.target:g}"
        times = " / ".join(f"{statistics.median(run.wall for run in runs):.2f} s" for runs in (self.ours, self.peer))
        return f"| {self.what} | {quotients[0]} | {quotients[1]} | {goal} | {times} |"


def one_shot(turns: int) -> list[Row]:
    runs = in_turns(
        {
            "ours": lambda: run_process([PYTHON, "-m", "summarize", "-q", *ARTICLES]),
            "plain": lambda: _script("sentence-transformers", ARTICLES),
            "sumy": lambda: _script("sumy-lexrank", ARTICLES),
        },
        turns,
    )
    return [
        Row(
            "five articles, whole process, over a plain sentence-transformers script", runs["ours"], runs["plain"], 0.14
        ),
        Row("the same over sumy LexRank", runs["ours"], runs["sumy"], 0.9),
    ]


def first_run(turns: int) -> list[Row]:
    def compiling() -> Run:
        with tempfile.TemporaryDirectory() as empty:
            return run_process([PYTHON, "-m", "summarize", "-q", *ARTICLES], {"SUMMARIZE_CACHE_DIR": empty})

    runs = in_turns({"ours": compiling, "plain": lambda: _script("sentence-transformers", ARTICLES)}, turns)
    return [
        Row("the first run ever, which compiles the model, over the plain script", runs["ours"], runs["plain"], 2.2)
    ]


def large(turns: int) -> list[Row]:
    folder = Path(tempfile.mkdtemp())
    try:
        for document in Recombiner().documents(LARGE):
            (folder / f"{document.id}.txt").write_text(document.text, encoding="utf-8")
        files = [str(path) for path in sorted(folder.iterdir())]
        runs = in_turns(
            {
                "ours": lambda: run_process([PYTHON, "-m", "summarize", "-q", *files]),
                "sumy": lambda: _script("sumy-lexrank", files),
            },
            turns,
        )
    finally:
        shutil.rmtree(folder)
    return [Row(f"{LARGE:,} sentences, whole process, over sumy LexRank", runs["ours"], runs["sumy"], 0.12)]


def bulk(turns: int) -> list[Row]:
    from sentence_transformers import SentenceTransformer

    from summarize.embedding.embed import encode_sentences
    from summarize.models import load_encoder
    from summarize.models.compiled import CompiledEncoder
    from summarize.models.default_model import verified_folder
    from summarize.models.machine import usable_cpus
    from summarize.segmentation import split_documents

    texts = [sentence.text for sentence in split_documents(Recombiner().documents(BULK))]
    encoder = load_encoder()
    assert isinstance(encoder, CompiledEncoder)
    model = SentenceTransformer(str(verified_folder()), device="cpu")
    encoder.encode(texts[:50])
    model.encode(texts[:50])
    runs = in_turns(
        {
            "ours": lambda: run_here(lambda: encode_sentences(encoder, texts)),
            "plain": lambda: run_here(lambda: model.encode(texts, batch_size=32, show_progress_bar=False)),
        },
        turns,
    )
    pieces = sum(len(encoder.subwords_of(text)) for text in set(texts))
    shares = [operations(pieces) / run.wall / peak(usable_cpus()) for run in runs["ours"]]
    note = (
        f"The encoder does {len(texts) / statistics.median(run.wall for run in runs['ours']):,.0f} sentences of "
        f"{pieces / len(set(texts)):.0f} word pieces a second, {100 * statistics.median(shares):.0f} % of the int8 "
        f"operations that a plain product of two large matrices reaches here."
    )
    return [
        Row(
            f"{BULK:,} sentences encoded, times as fast as SentenceTransformer.encode",
            runs["ours"],
            runs["plain"],
            2.3,
            times_faster=True,
            note=note,
        )
    ]


PARTS: dict[str, Callable[[int], list[Row]]] = {
    "one-shot": one_shot, "first-run": first_run, "bulk": bulk, "large": large,
}  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--turns", type=int, default=5, help="of every system; default: %(default)s")
    parser.add_argument("--only", action="append", choices=PARTS, help="only this part; may be repeated")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="put the table into performance.md here")
    options = parser.parse_args(arguments)
    run_process([PYTHON, "-m", "summarize", "--compile-model", "-q"])
    rows = [row for name in options.only or PARTS for row in PARTS[name](options.turns)]
    table = "\n".join(
        [
            f"Medians of {options.turns} turns, the range in brackets.",
            "",
            "| what | by the clock | by processor time | target | seconds, ours / peer |",
            "|---|---|---|---|---|",
            *map(str, rows),
            *(f"\n{row.note}" for row in rows if row.note),
        ]
    )
    print(table)
    if options.write:
        replace_block(options.write / "performance.md", "speed", table)
    return 0


def _script(name: str, files: Sequence[str]) -> Run:
    return run_process([PYTHON, "-m", "benchmarks.one_shot", name, *files])


if __name__ == "__main__":
    sys.exit(main())
