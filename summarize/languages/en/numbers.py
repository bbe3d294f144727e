"""Number words, and how figures are written."""

from __future__ import annotations

import re

from summarize.languages.figures import Numbers
from summarize.languages.text import listed

UNITS = {
    word: value
    for value, word in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        )
    )
}
TENS = {word: 10 * (i + 2) for i, word in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"))}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
LETTERS = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mio": 1e6, "bn": 1e9, "bln": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12
}  # fmt: skip
HALVED = (
    r"(?:percentage[\s-])?points?|per ?cent|miles?|kilomet\w+|met(?:re|er)s?|f(?:oo|ee)t|inch|hours?|minutes?|"
    r"ton(?:ne)?s?|kilos?|pounds?|dollars?|euros?|degrees?|lit(?:re|er)s?|acres?|hectares?"
)
"""Units of which there may be half a one."""
SMALL = "|".join(sorted([*UNITS, *TENS], key=len, reverse=True))
SCALE = "|".join(SCALES)
DIGITS = re.compile(
    r"(?<![\w.,:/#@])(?<![^\W\d_][-–])(?P<digits>\d{1,3}(?:[,  ]\d{3})+(?:\.\d+)?(?![\d,])|\d{1,3}(?:\.\d{3}){2,}"
    rf"|\d+(?:[.,]\d+)?)(?P<part>\s?[¼½¾])?(?:[\s-]?(?P<scale>{SCALE})s?\b|(?:\s?(?P<letter>mn|mln|mio|bn|bln|tn|trn|[kmb]))(?![\w/]))?"
    r"(?![\w:/]*\d)",
    re.IGNORECASE,
)
WORDS = re.compile(
    rf"\b(?:(?:an?|half an?|a quarter of an?|quarter of an?)\s+(?:{SCALE})|half\s+a\s+(?:{SCALE})"
    rf"|(?:half|a quarter)(?:\s+of)?(?:[\s-]an?)?(?=[\s-](?:{HALVED})\b)"
    rf"|(?:{SMALL})(?:[\s-](?:{SMALL})|[\s-](?:{SCALE})|\s+and\s+(?:{SMALL})\b)*)\b(?!-?\s*(?:thirds?|"
    r"quarters?|fifths?|sixths?|tenths?)\b)",
    re.IGNORECASE,
)
THINGS = re.compile(r" ?(?:euro|pound|dollar|people|yen|won)\b| (?!waves|walls|cliffs|towers|races|across)[a-z]{3,}s\b")
VAGUE_BEFORE = re.compile(r"\b(?:several|few|couple(?: of)?|many|some)\s+$", re.IGNORECASE)
AND = re.compile(r"(?<!\s)\s+and\s+", re.IGNORECASE)

# Stems as the tokenizer gives them.
BY_STEM = {"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9"}
BY_STEM |= {"ten": "10", "eleven": "11", "twelv": "12", "twenti": "20", "thirti": "30", "forti": "40", "fifti": "50"}

NUMBERS = Numbers(
    units=UNITS,
    tens=TENS,
    scales=SCALES,
    halves={"half": 0.5, "quarter": 0.25},
    whole=re.compile(r"\b[Aa]ll (?:of )?(?:the )?\Z"),
    letters=LETTERS,
    rounding_scales=frozenset({"hundred", "thousand"}),
    digits=DIGITS,
    words=WORDS,
    things=THINGS,
    vague_before=VAGUE_BEFORE,
    and_=AND,
    and_word="and",
    by_stem=BY_STEM,
)
