"""Numbers written in digits or words, found with their places and how finely they are given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarize.languages import Language
from summarize.quantities.values import Numeral

_PARTS = {"¼": 0.25, "½": 0.5, "¾": 0.75}

_BROKEN = re.compile(r"(?<!\d)\d{1,2},\s$")
"""Before three digits: the first part of a number that was broken up, such as "1, 600"."""


MAX_DIGITS = 24
"""Longer figures are codes, keys or noise. The world's money takes fifteen."""
FINE = 0.01
"""Step of a half and a quarter."""
MAX_VALUE = 1e24
"""So do words: nobody counts a million million million millions."""


def find_numerals(text: str, language: Language) -> list[Numeral]:
    """Every plain number of the text in order; times, dates and codes such as A380 or 7:40 are partly among them."""
    found = [*_in_digits(text, language), *_in_words(text, language)]
    return sorted(found, key=lambda numeral: numeral.start)


def _in_digits(text: str, language: Language) -> Iterator[Numeral]:
    for match in language.numbers.digits.finditer(text):
        digits = match["digits"]
        value, step = read_digits(digits)
        if value is None or (len(digits) == 3 and _BROKEN.search(text, max(0, match.start() - 5), match.start())):
            continue
        if match["part"]:
            value, step = value + _PARTS[match["part"].strip()], 0.25
        scale, end = 1.0, match.end()
        if match["scale"]:
            scale = language.numbers.scales[match["scale"].lower()]
        elif match["letter"]:
            letter = match["letter"].lower()
            spaced = text[match.end("digits")].isspace()
            if letter in {"m", "b", "k"} and (spaced or not _is_scale(text, match, language)):
                end = match.end("digits")
            else:
                scale = language.numbers.letters[letter]
        if end < len(text) and text[end].isdigit():
            continue
        if value * scale <= MAX_VALUE:
            yield Numeral(match.start(), end, value * scale, step * scale, scale > 1)


def _is_scale(text: str, match: re.Match[str], language: Language) -> bool:
    """Whether the m of "50m" is a million, not metres: a currency beside it, a capital or things counted after it."""
    before, after = text[: match.start()].rstrip(), text[match.end() :]
    return (
        (before[-1:] in "$£€¥₹" and bool(before))
        or match["letter"].lower() != "m"
        or bool(language.numbers.things.match(after))
        or bool(re.search(r"\b[A-Z][A-Za-z]{0,2}$", before))
    )


def read_digits(digits: str) -> tuple[float | None, float]:
    """Value and step of a number in digits; no value where a point may mark either thousands or decimals."""
    plain = re.sub(r"[  ]", "", digits)
    if len(plain) > MAX_DIGITS:
        return None, 1.0
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


def _in_words(text: str, language: Language) -> Iterator[Numeral]:
    for match in language.numbers.words.finditer(text):
        if language.numbers.vague_before.search(text, 0, match.start()):
            continue
        words = language.numbers.apart.split(match[0].lower())
        if language.numbers.and_word in words and not language.numbers.rounding_scales & set(
            words[: words.index(language.numbers.and_word)]
        ):
            first = language.numbers.and_.split(match[0])[0]
            words = language.numbers.apart.split(first.lower())
            end = match.start() + len(first)
        else:
            end = match.end()
        if words[-1] in language.numbers.scales and text[end : end + 1] == "s":
            continue
        value, step = read_words(words, language)
        if value <= MAX_VALUE:
            yield Numeral(match.start(), end, value, step, words[-1] in language.numbers.scales)


def read_words(words: list[str], language: Language) -> tuple[float, float]:
    """Value and step of a number in words: ["two", "hundred", "five"] is 205 to the last one."""
    total = current = 0.0
    step = 1.0
    for word in words:
        if word in language.numbers.units:
            current, step = current + language.numbers.units[word], 1.0
        elif word in language.numbers.tens:
            current, step = current + language.numbers.tens[word], 10.0
        elif word in language.numbers.halves:
            current, step = language.numbers.halves[word], FINE
        elif word in language.numbers.scales:
            scale = language.numbers.scales[word]
            current = (current or 1.0) * scale
            step = min(max(1.0, step) * scale, current) if word != "dozen" else 1.0
            if scale >= 1e3:
                total, current = total + current, 0.0
    value = total + current
    return value, 1.0 if 1 <= value < 20 else step
