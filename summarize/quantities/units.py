"""Units of measure and money, brought to one unit for each dimension."""

from __future__ import annotations

import re

from summarize.lexical.words import listed

_MONEY_SIGNS = {"us$": "usd", "a$": "aud", "c$": "cad", "hk$": "hkd", "nz$": "nzd", "$": "usd", "£": "gbp", "€": "eur",
                "¥": "yen", "₹": "inr", "₽": "rub"}  # fmt: skip
_MONEY_WORDS = {
    "dollar": "usd", "dollars": "usd", "usd": "usd", "euro": "eur", "euros": "eur", "eur": "eur", "pounds": "gbp",
    "gbp": "gbp", "sterling": "gbp", "yen": "yen", "yuan": "cny", "rmb": "cny", "rupees": "inr", "roubles": "rub",
    "rubles": "rub", "francs": "chf", "chf": "chf", "crowns": "crown", "crown": "crown", "kronor": "sek",
    "kroner": "krone", "pesos": "peso", "won": "krw", "cents": "cent", "pence": "penny",
}  # fmt: skip
CURRENCIES = frozenset({*_MONEY_SIGNS.values(), *_MONEY_WORDS.values()})
_MEASURES: dict[str, tuple[float, str]] = {
    "percent": (1, "%|percent|per cent|pct|pc"),
    "points": (1, "percentage points|percentage point|points"),
    "length": (1, "metres|metre|meters|meter|m"),
    "length.km": (1000, "kilometres|kilometre|kilometers|kilometer|km|kms"),
    "length.mile": (1609.34, "miles|mile"),
    "length.foot": (0.3048, "feet|foot|ft"),
    "length.inch": (0.0254, "inches|inch"),
    "length.yard": (0.9144, "yards|yard"),
    "length.cm": (0.01, "centimetres|centimetre|centimeters|centimeter|cm"),
    "length.mm": (0.001, "millimetres|millimeters|mm"),
    "area": (1, "hectares|hectare|ha"),
    "area.acre": (0.404686, "acres|acre"),
    "area.sqkm": (100, "square kilometres|square kilometers|sq km|km2|km²"),
    "area.sqmile": (259, "square miles|square mile|sq miles"),
    "weight": (1, "kilograms|kilogram|kilos|kilo|kg"),
    "weight.t": (1000, "tonnes|tonne|tons|ton"),
    "weight.lb": (0.4536, "lb|lbs"),
    "weight.g": (0.001, "grams|grammes"),
    "speed": (1, "km/h|kph|kmh|kilometres an hour|kilometers an hour|kilometres per hour|kilometers per hour"),
    "speed.mph": (1.60934, "mph|miles an hour|miles per hour"),
    "speed.knot": (1.852, "knots|knot"),
    "temperature": (1, "°c|degrees celsius|degrees centigrade|c"),
    "temperature.f": (5 / 9, "°f|degrees fahrenheit|f"),
    "volume": (1, "litres|liters|litre|liter"),
    "volume.gal": (3.785, "gallons|gallon"),
    "power": (1, "megawatts|megawatt|mw"),
    "power.gw": (1000, "gigawatts|gigawatt|gw"),
    "duration": (1, "seconds|second"),
    "duration.min": (60, "minutes|minute|mins"),
    "duration.h": (3600, "hours|hour|hrs"),
    "duration.d": (86400, "days|day"),
    "duration.w": (604800, "weeks|week"),
    "duration.mo": (2629800, "months|month"),
    "duration.y": (31557600, "years|year"),
}
_OFFSETS = {"temperature.f": -32 * 5 / 9}
_SPELLED = {
    spelling: (name, factor) for name, (factor, spellings) in _MEASURES.items() for spelling in spellings.split("|")
}
_MONEY_AFTER = re.compile(
    rf"\s?(?:US|Australian|Canadian)?\s?({'|'.join(sorted(_MONEY_WORDS, key=len, reverse=True))})\b|\s?([€£$])",
    re.IGNORECASE,
)
_MONEY_BEFORE = re.compile(
    r"((?:\b(?:us|a|c|hk|nz))?\$|[£€¥₹₽]|\b(?:usd|eur|gbp|chf)|\b[A-Z][a-z]{0,2}(?=\d))\s?$", re.IGNORECASE
)
_MEASURE_AFTER = re.compile(
    rf"[\s-]?(%|°[cf]|{'|'.join(sorted((re.escape(s) for s in _SPELLED if s[0] not in '%°'), key=len, reverse=True))})"
    r"(?![\w²/])(?!-old)",
    re.IGNORECASE,
)
_PER = re.compile(
    r"(?:\s+|-)(?:an?|per|each|every)(?:\s+[A-Z]\w+)?[\s-]+([a-z]+)\b|\s*/\s*([a-z]+)\b|\s+(?:for|on)\s+each\s+([a-z]+)"
)
_PER_WORDS = frozenset(
    listed("share shares hour day week month year person head household barrel tonne ton litre gallon night")
)


def money_before(text: str, start: int) -> tuple[str, int] | None:
    """Currency written just before a number, and where it begins."""
    match = _MONEY_BEFORE.search(text[max(0, start - 8) : start])
    if not match:
        return None
    sign = match[1].lower()
    return _MONEY_SIGNS.get(sign) or _MONEY_WORDS.get(sign, sign), max(0, start - 8) + match.start(1)


def money_after(text: str, end: int) -> tuple[str, int] | None:
    """Currency written just after a number, and where it ends."""
    match = _MONEY_AFTER.match(text, end)
    if not match:
        return None
    word = (match[1] or match[2]).lower()
    return _MONEY_WORDS.get(word) or _MONEY_SIGNS[word], match.end()


def measure_after(text: str, end: int) -> tuple[str, float, float, str, int] | None:
    """Dimension, factor and offset to its one unit, name and end of the unit written after a number."""
    match = _MEASURE_AFTER.match(text, end)
    if not match:
        return None
    unit = match[1].lower()
    if unit in {"c", "f"} and match[1].islower():
        return None
    name, factor = _SPELLED[unit]
    return name.split(".")[0], factor, _OFFSETS.get(name, 0.0), name, match.end()


def per(text: str, end: int) -> tuple[str, int] | None:
    """What an amount is for one of, such as a share or an hour, and where that ends."""
    match = _PER.match(text, end)
    if not match:
        return None
    word = (match[1] or match[2] or match[3]).lower()
    return (word.removesuffix("s"), match.end()) if word in _PER_WORDS else None
