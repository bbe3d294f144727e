"""How well sentences are bounded: F1 of their ends on texts whose sentences are known.

    python -m benchmarks.boundaries DATA [--errors]

DATA holds sentences/ and languages/ with lines of {"text", "sentences", "lang"?}. An end is right if it stands at the
same character, white space not counted; the ends of texts count too. Only texts that their sentences make up are read,
and "whole" are those without an error. --errors prints every error in its place: "cut" where we end a sentence that
goes on, "join" where we miss an end.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarize.languages import get
from summarize.segmentation.blocks import guess_blocks, unbroken
from summarize.segmentation.boundaries import sentence_spans
from summarize.segmentation.ends import small_words

ENGLISH = (
    ("GUM news", "sentences/sentsplit_ud_gum_news.jsonl"),
    ("pragmatic", "sentences/sentsplit_pragmatic_en.jsonl"),
)
OTHERS = "languages/sentsplit_pud_dev.jsonl"
_NOTE = re.compile(r"(?:\s?\[(?:\^[\w-]{1,16}|\d{1,3})\]|\[[a-z]\]|[¹²³⁰-⁹])+")
"""The mark of a note, which counts to the sentence before it."""
SHOWN = 45
"""Characters shown on either side of an error."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text and where its sentences end."""

    text: str
    sentences: tuple[str, ...]
    language: str = "en"

    def ends(self) -> set[int]:
        """The ends, as numbers of characters other than white space before them."""
        found, count = set(), 0
        for sentence in self.sentences:
            count += solid(sentence)
            found.add(count)
        return found


def solid(text: str) -> int:
    """How many characters of a text are no white space."""
    return len("".join(text.split()))


def load(file: Path) -> list[Text]:
    """The texts of a file whose sentences make up the text."""
    rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    texts = [Text(row["text"], tuple(row["sentences"]), row.get("lang", "en")) for row in rows]
    return [text for text in texts if "".join("".join(text.sentences).split()) == "".join(text.text.split())]


def found_ends(text: Text) -> set[int]:
    """The ends as the package finds them, counted as `Text.ends` does."""
    language, small = get(text.language), small_words(text.text)
    found: set[int] = set()
    for block in guess_blocks(text.text):
        before = solid(text.text[: block.start])
        paragraph = unbroken(text.text[block.start : block.end])
        for _, end in sentence_spans(paragraph, language, small):
            note = _NOTE.match(paragraph, end)
            found.add(before + solid(paragraph[: note.end() if note else end]))
    return found


@dataclass(frozen=True, slots=True)
class Score:
    """Ends that are right, that are none, and that were missed, and texts without an error."""

    right: int
    cut: int
    joined: int
    whole: int
    texts: int

    @property
    def f1(self) -> float:
        return 200 * self.right / max(1, 2 * self.right + self.cut + self.joined)

    def line(self, name: str) -> str:
        return (
            f"{name:10} F1 {self.f1:6.2f}   {self.right:4} right {self.cut:3} cut {self.joined:3} joined   "
            f"{self.whole}/{self.texts} whole"
        )


def score(texts: Sequence[Text]) -> Score:
    """The ends of all texts together."""
    right = cut = joined = whole = 0
    for text in texts:
        wanted, found = text.ends(), found_ends(text)
        right += len(wanted & found)
        cut += len(found - wanted)
        joined += len(wanted - found)
        whole += wanted == found
    return Score(right, cut, joined, whole, len(texts))


def errors(texts: Iterable[Text]) -> Iterator[str]:
    """Every wrong and every missed end, in its place."""
    for text in texts:
        wanted, found = text.ends(), found_ends(text)
        place, count = {}, 0
        for position, character in enumerate(text.text, start=1):
            if not character.isspace():
                count += 1
                place[count] = position
        for end in sorted(wanted ^ found):
            at = place[end]
            around = f"{text.text[max(0, at - SHOWN) : at]} ¦ {text.text[at : at + SHOWN]}".replace("\n", "⏎")
            yield f"  {'cut ' if end in found else 'join'} {text.language} {around}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    sets = [(name, load(arguments.data / file)) for name, file in ENGLISH]
    pud = load(arguments.data / OTHERS)
    sets += [(f"PUD {code}", [t for t in pud if t.language == code]) for code in sorted({t.language for t in pud})]
    for name, texts in sets:
        print(score(texts).line(name))
        if arguments.errors:
            print("\n".join(errors(texts)))


if __name__ == "__main__":
    main()
