"""Numbers written in digits or words, found with their places and how finely they are given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarize.lexical.words import listed
from summarize.quantities.values import Numeral

_UNITS = {
    word: value
    for value, word in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        )
    )
}
_TENS = {word: 10 * (i + 2) for i, word in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"))}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
_LETTERS = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mio": 1e6, "bn": 1e9, "bln": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12
}  # fmt: skip

_PARTS = {"¼": 0.25, "½": 0.5, "¾": 0.75}

_SMALL = "|".join(sorted([*_UNITS, *_TENS], key=len, reverse=True))
_SCALE = "|".join(_SCALES)
_DIGITS = re.compile(
    r"(?<![\w.,:/#@])(?<![^\W\d_][-–])(?P<digits>\d{1,3}(?:[,  ]\d{3})+(?:\.\d+)?(?![\d,])|\d{1,3}(?:\.\d{3}){2,}"
    rf"|\d+(?:[.,]\d+)?)(?P<part>\s?[¼½¾])?(?:[\s-]?(?P<scale>{_SCALE})s?\b|(?:\s?(?P<letter>mn|mln|mio|bn|bln|tn|trn|[kmb]))(?![\w/]))?"
    r"(?![\w:/]*\d)",
    re.IGNORECASE,
)
_WORDS = re.compile(
    rf"\b(?:(?:an?|half an?|a quarter of an?|quarter of an?)\s+(?:{_SCALE})|half\s+a\s+(?:{_SCALE})"
    rf"|(?:{_SMALL})(?:[\s-](?:{_SMALL})|[\s-](?:{_SCALE})|\s+and\s+(?:{_SMALL})\b)*)\b(?!-?\s*(?:thirds?|"
    r"quarters?|fifths?|sixths?|tenths?)\b)",
    re.IGNORECASE,
)
_THINGS = re.compile(
    r" ?(?:euro|pound|dollar|people|yen|won)\b| (?!waves|walls|cliffs|towers|races|across)[a-z]{3,}s\b"
)
_VAGUE_BEFORE = re.compile(r"\b(?:several|few|couple(?: of)?|many|some)\s+$", re.IGNORECASE)
_BROKEN = re.compile(r"(?<!\d)\d{1,2},\s$")
"""Before three digits: the first part of a number that was broken up, such as "1, 600"."""
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)


def find_numerals(text: str) -> list[Numeral]:
    """Every plain number of the text in order; times, dates and codes such as A380 or 7:40 are partly among them."""
    found = [*_in_digits(text), *_in_words(text)]
    return sorted(found, key=lambda numeral: numeral.start)


def _in_digits(text: str) -> Iterator[Numeral]:
    for match in _DIGITS.finditer(text):
        digits = match["digits"]
        value, step = read_digits(digits)
        if value is None or (len(digits) == 3 and _BROKEN.search(text, max(0, match.start() - 5), match.start())):
            continue
        if match["part"]:
            value, step = value + _PARTS[match["part"].strip()], 0.25
        scale, end = 1.0, match.end()
        if match["scale"]:
            scale = _SCALES[match["scale"].lower()]
        elif match["letter"]:
            letter = match["letter"].lower()
            spaced = text[match.end("digits")].isspace()
            if letter in {"m", "b", "k"} and (spaced or not _is_scale(text, match)):
                end = match.end("digits")
            else:
                scale = _LETTERS[letter]
        if end < len(text) and text[end].isdigit():
            continue
        yield Numeral(match.start(), end, value * scale, step * scale, scale > 1)


def _is_scale(text: str, match: re.Match[str]) -> bool:
    """Whether the m of "50m" is a million, not metres: a currency beside it, a capital or things counted after it."""
    before, after = text[: match.start()].rstrip(), text[match.end() :]
    return (
        (before[-1:] in "$£€¥₹" and bool(before))
        or match["letter"].lower() != "m"
        or bool(_THINGS.match(after))
        or bool(re.search(r"\b[A-Z][A-Za-z]{0,2}$", before))
    )


def read_digits(digits: str) -> tuple[float | None, float]:
    """Value and step of a number in digits; no value where a point may mark either thousands or decimals."""
    plain = re.sub(r"[  ]", "", digits)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain):
        plain = plain.replace(",", "")
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", plain):
        plain = plain.replace(".", "")
    elif re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", plain):
        return None, 1.0
    plain = plain.replace(",", ".")
    if "." in plain:
        return float(plain), 10.0 ** -len(plain.split(".")[1])
    return float(plain), 10.0 ** (len(plain) - len(plain.rstrip("0"))) if float(plain) else 1.0


def _in_words(text: str) -> Iterator[Numeral]:
    for match in _WORDS.finditer(text):
        if _VAGUE_BEFORE.search(text, 0, match.start()):
            continue
        words = re.split(r"[\s-]+", match[0].lower())
        if "and" in words and not {"hundred", "thousand"} & set(words[: words.index("and")]):
            first = _AND.split(match[0])[0]
            words = re.split(r"[\s-]+", first.lower())
            end = match.start() + len(first)
        else:
            end = match.end()
        if words[-1] in {"hundred", "thousand", "million", "billion", "dozen"} and text[end : end + 1] == "s":
            continue
        value, step = read_words(words)
        yield Numeral(match.start(), end, value, step, words[-1] in _SCALES)


def read_words(words: list[str]) -> tuple[float, float]:
    """Value and step of a number in words: ["two", "hundred", "five"] is 205 to the last one."""
    total = current = 0.0
    step = 1.0
    for word in words:
        if word in _UNITS:
            current, step = current + _UNITS[word], 1.0
        elif word in _TENS:
            current, step = current + _TENS[word], 10.0
        elif word == "half":
            current = 0.5
        elif word == "quarter":
            current = 0.25
        elif word in _SCALES:
            scale = _SCALES[word]
            current = (current or 1.0) * scale
            step = min(step * scale, current) if word != "dozen" else 1.0
            if scale >= 1e3:
                total, current = total + current, 0.0
    value = total + current
    return value, 1.0 if value < 20 else step
