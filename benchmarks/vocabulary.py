"""The words that news writes in small letters, and those that begin its sentences: the vocabulary of English.

    python -m benchmarks.vocabulary DATA [--write]

DATA holds clusters.jsonl.xz, events/, authored/ and neus_dev.jsonl; `benchmarks/data` is read too. A word counts when
two texts have it in small letters. With a capital it counts as one that begins sentences when it does so three times,
and half as often again as it stands with a capital inside one.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import summarize

TARGET = Path(summarize.__file__).parent / "languages" / "en" / "vocabulary.txt"
LEAST_TEXTS, LEAST_HEADS, LEAST_RATIO = 2, 3, 1.5

_SMALL = re.compile(r"(?<![\w.@/#'’-])[a-z]{2,}(?![\w@/])")
_VOWEL = re.compile("[aeiouy]")
"""Without one, it is an abbreviation however often it stands without its full stop."""
_FIRST = re.compile(r"(?<=[a-z]{2}[.!?])[”\"]?\s{1,2}[“\"]?([A-Z][a-z]+)(?![\w.-])")
_INSIDE = re.compile(r"(?<=[a-z,] )([A-Z][a-z]+)(?![\w.-])")


def texts_of(data: Path) -> Iterator[str]:
    """The texts of all documents below a data folder, and of the project's own events."""
    with lzma.open(data / "clusters.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield from (document["text"] for document in json.loads(line)["documents"])
    for line in (data / "neus_dev.jsonl").read_text(encoding="utf-8").splitlines():
        yield from json.loads(line)["documents"]
    own = Path(__file__).with_name("data")
    for folder in (data / "events", data / "authored", own / "events", own / "clusters"):
        for file in sorted(folder.glob("*.json")):
            yield from (document["text"] for document in json.loads(file.read_text("utf-8")).get("documents", ()))


def vocabulary(texts: Iterable[str]) -> list[str]:
    """The words, sorted."""
    small: Counter[str] = Counter()
    first: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for text in dict.fromkeys(texts):
        small.update(set(_SMALL.findall(text)))
        first.update(_FIRST.findall(text))
        inside.update(_INSIDE.findall(text))
    known = {word for word, count in small.items() if count >= LEAST_TEXTS and _VOWEL.search(word)}
    heads = {word for word, count in first.items() if count >= LEAST_HEADS and word.lower() in known}
    return sorted(known | {word for word in heads if first[word] >= LEAST_RATIO * inside[word]})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true", help="put the words into the package")
    arguments = parser.parse_args()
    words = vocabulary(texts_of(arguments.data))
    print(f"{len(words):,} words, {sum(word[0].isupper() for word in words)} of them begin sentences")
    if arguments.write:
        TARGET.write_text("\n".join(words) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
