"""Fit the model that says whether a sentence ends at a mark, and say how good it is on what it has not seen.

    python -m benchmarks.fit_boundaries DATA [--write] [--errors]

DATA holds sentences/ and languages/ as benchmarks.boundaries reads them; beside them stand the invented sentences of
benchmarks/data/boundaries.txt and those of benchmarks/data/events with abbreviations put in. Every mark of which the
model is asked counts once. Left out at a time: a tenth of the texts of each set, of the invented lines too.
With --write the weights of all of them go into the package.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.boundaries import ENGLISH, OTHERS, Text, load
from benchmarks.logistic import fit_logistic
from summarize.languages import get
from summarize.segmentation import boundaries as splitting
from summarize.segmentation.blocks import guess_blocks, unbroken
from summarize.segmentation.ends import MARK, WEIGHTS, small_words
from summarize.segmentation.items import find_items

FOLDS = 10
RIDGE = 0.3
WRITTEN = Path(__file__).with_name("data") / "boundaries.txt"
EVENTS = Path(__file__).with_name("data") / "events"
LEAST = 0.05
"""Smaller weights are left out of the file."""
WRITTEN_WEIGHT, CHANGED_WEIGHT, REAL_WEIGHT, PRAGMATIC_WEIGHT = 2.0, 0.3, 1.0, 0.3
CHANGED = 1_200
"""Texts made of invented events."""
UNSPACED = {"zh", "ja"}

_NAME = re.compile(r"(?<=[a-z] )([A-Z][a-z]+) ([A-Z][a-z]{2,})(?= [a-z])")
_COUNT = re.compile(r"(?<= )([a-z]{3,}) (\d[\d,]*)(?= [a-z])")
_ENGLISH = get("en").boundaries
INSERTED = (
    (_NAME, sorted(_ENGLISH.titles), "{word}. {0} {1}"),
    (_NAME, list("ABCDEFGHJKLMNPRSTW"), "{0} {word}. {1}"),
    (_NAME, list("ABCDEFGHJKLMNPRSTW"), "{word}. {1}"),
    (_COUNT, sorted(_ENGLISH.before_figures), "{0} {word}. {1}"),
)
"""What is put into sentences: where, which words, and how."""
OWNERS, CLOSING = ("Marl", "Dane", "Holm & Orme"), sorted(_ENGLISH.closing)
DOUBLES = [
    "art",
    "no",
    "may",
    "fed",
    "ill",
    "me",
    "mass",
    "miss",
    "sat",
    "sun",
    "wed",
    "ore",
    "wash",
    "gen",
    "fig",
    "pop",
    "max",
    "tech",
    "par",
    "rep",
]
"""Words that are abbreviations elsewhere."""
LETTERED = ["plan", "hepatitis", "vitamin", "grade", "group", "gate", "level", "block", "category", "type", "class"]


@dataclass(frozen=True, slots=True)
class Row:
    """A mark: what speaks for and against an end, whether it is one, and where it comes from."""

    evidence: tuple[str, ...]
    is_end: bool
    source: str
    fold: int
    weight: float
    shown: str


def written() -> Iterator[tuple[str, Text]]:
    """The sentences written for this, with their kind."""
    for line in WRITTEN.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, kind, body = (part.strip() for part in line.split("|", 2))
            sentences = tuple(part.strip() for part in body.split("¦"))
            yield kind, Text(("" if code in UNSPACED else " ").join(sentences), sentences, code)


def changed() -> Iterator[Text]:
    """Sentences of invented events with abbreviations put before names and figures and at their ends."""
    chance = random.Random(20291113)
    sentences: list[str] = []
    for file in sorted(EVENTS.glob("*.json")):
        event = json.loads(file.read_text(encoding="utf-8"))
        texts = [document["text"] for document in event["documents"]]
        sentences += [texts[s["doc"]][s["start"] : s["end"]] for s in event["sentences"] if s["end"] - s["start"] > 40]
    plain = [s for s in sentences if re.fullmatch(r"[A-Z][^.!?“”\"()\n]+ [a-z]{3,}\.", s)]
    for _ in range(CHANGED):
        first, second = chance.sample(plain, 2)
        way = chance.randrange(7)
        cut = first[:-1].rsplit(" ", 1)[0]
        if way < len(INSERTED):
            pattern, words, form = INSERTED[way]
            match = next(m for m in map(pattern.search, chance.sample(plain, len(plain))) if m)
            first = match.string
            put = form.format(*match.groups(), word=chance.choice(words))
            first = f"{first[: match.start()]}{put}{first[match.end() :]}"
        elif way == len(INSERTED):
            first = f"{cut} {chance.choice(DOUBLES)}."
        elif way == len(INSERTED) + 1:
            first = f"{first[:-1]} of {chance.choice(OWNERS)} {chance.choice(CLOSING)}."
        else:
            first = f"{cut} {chance.choice(LETTERED)} {chance.choice('ABCDEFGXZ')}."
        yield Text(f"{first} {second}", (first, second))


def rows_of(text: Text, source: str, weight: float) -> Iterator[Row]:
    """The marks of a text that the model is asked of, each in the sentence it really stands in."""
    language, small = get(text.language), small_words(text.text)
    wanted = sorted(text.ends())
    fold = zlib.crc32(text.text.encode()) % FOLDS
    solid = 0
    for block in guess_blocks(text.text):
        paragraph = unbroken(text.text[block.start : block.end])
        count = [0]
        for character in paragraph:
            count.append(count[-1] + (not character.isspace()))
        ends = {end - solid for end in wanted}
        solid += count[-1]
        splitter = set(splitting.sentencex_ends(paragraph, language.splitter))
        walk = splitting.Walk(paragraph, language, small, splitter)
        for mark in MARK.finditer(paragraph):
            if not splitting.may_end(paragraph, mark, splitter) or mark.end() >= len(paragraph):
                continue
            places = range(mark.start("mark"), mark.end() + 1)
            is_end = any(count[place] in ends and count[place] > 0 for place in places[1:])
            if not walk.is_kept_whole(mark):
                at = splitting.is_splitter_end(splitter, mark)
                evidence = tuple(walk.evidence.at(walk.start, mark, at))
                stop = mark.end("close")
                shown = f"{paragraph[max(0, mark.start() - 40) : stop]} ¦ {paragraph[stop : stop + 40]}"
                yield Row(evidence, is_end, source, fold, weight, shown)
            if is_end:
                walk.start = mark.end()


def fitted(rows: Sequence[Row]) -> dict[str, float]:
    """The weight of every kind of evidence."""
    names = sorted({name for row in rows for name in row.evidence if name != "always"})
    column = {name: i for i, name in enumerate(names)}
    unique = Counter((row.evidence, row.is_end, row.weight) for row in rows)
    features = np.zeros((len(unique), len(names)))
    for i, (evidence, _, _) in enumerate(unique):
        features[i, [column[name] for name in evidence if name != "always"]] = 1
    target = np.array([float(is_end) for _, is_end, _ in unique])
    weight = np.array([count * w for (_, _, w), count in unique.items()])
    weights, constant = fit_logistic(features, target, weight, RIDGE)
    found = {"always": constant} | dict(zip(names, weights.tolist(), strict=True))
    return {name: round(value, 3) for name, value in sorted(found.items()) if abs(value) >= LEAST or name == "always"}


def is_right(weights: dict[str, float], row: Row) -> bool:
    return (sum(weights.get(name, 0.0) for name in row.evidence) > 0) == row.is_end


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    rows: list[Row] = []
    for name, file in (*ENGLISH, ("PUD", OTHERS)):
        for text in load(arguments.data / file):
            if next(find_items(text.text), None):
                continue  # bounded by their markers
            rows += rows_of(text, f"{name} {text.language}", PRAGMATIC_WEIGHT if name == "pragmatic" else REAL_WEIGHT)
    for _, text in written():
        rows += rows_of(text, f"written {text.language}", WRITTEN_WEIGHT)
    for text in changed():
        rows += rows_of(text, "changed en", CHANGED_WEIGHT)
    marks = Counter(row.source for row in rows)
    going_on = Counter(row.source for row in rows if not row.is_end)
    wrong: Counter[str] = Counter()
    shown: dict[str, list[str]] = defaultdict(list)
    for fold in range(FOLDS):
        weights = fitted([row for row in rows if row.fold != fold])
        for row in rows:
            if row.fold == fold and not is_right(weights, row):
                wrong[row.source] += 1
                shown[row.source].append(f"  {'join' if row.is_end else 'cut '} {row.shown}   {row.evidence[3]}")
    weights = fitted(rows)
    seen = Counter(row.source for row in rows if not is_right(weights, row))
    print("wrong of the marks that the model is asked of: left out, and on what was learnt from")
    for source, count in sorted(marks.items()):
        print(f"{source:14} {wrong[source]:4} {seen[source]:4} of {count:5}, {going_on[source]} of them no ends")
        if arguments.errors:
            print("\n".join(shown[source]))
    print(f"{len(weights)} weights")
    if arguments.write:
        head = {"fitted": "python -m benchmarks.fit_boundaries", "marks": len(rows), "ridge": RIDGE}
        WEIGHTS.write_text(json.dumps(head | {"weights": weights}, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
