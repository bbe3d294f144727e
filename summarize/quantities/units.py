"""Units of measure and money, brought to one unit for each dimension."""

from __future__ import annotations

from summarize.languages import Language


def money_before(text: str, start: int, language: Language) -> tuple[str, int] | None:
    """Currency written just before a number, and where it begins."""
    match = language.units.money_before.search(text[max(0, start - 8) : start])
    if not match:
        return None
    sign = match[1].lower()
    return language.units.money_signs.get(sign) or language.units.money_words.get(sign, sign), max(
        0, start - 8
    ) + match.start(1)


def money_after(text: str, end: int, language: Language) -> tuple[str, int] | None:
    """Currency written just after a number, and where it ends."""
    match = language.units.money_after.match(text, end)
    if not match:
        return None
    word = next(filter(None, match.groups())).lower()
    return language.units.money_words.get(word) or language.units.money_signs[word], match.end()


def measure_after(text: str, end: int, language: Language) -> tuple[str, float, float, str, int] | None:
    """Dimension, factor and offset to its one unit, name and end of the unit written after a number."""
    match = language.units.measure_after.match(text, end)
    if not match:
        return None
    unit = match[1].lower()
    if unit in language.units.capital_units and match[1].islower():
        return None
    name, factor = language.units.measures[unit]
    return name.split(".")[0], factor, language.units.offsets.get(name, 0.0), name, match.end()


def per(text: str, end: int, language: Language) -> tuple[str, int] | None:
    """What an amount is for one of, such as a share or an hour, and where that ends."""
    match = language.units.per.match(text, end)
    if not match:
        return None
    word = (match[1] or match[2] or match[3]).lower()
    return (word.removesuffix("s"), match.end()) if word in language.units.per_words else None
