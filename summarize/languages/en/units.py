"""Units of measure and money."""

from __future__ import annotations

import re

from summarize.languages import general
from summarize.languages.figures import Units
from summarize.languages.text import listed

MONEY_WORDS = {
    "dollar": "usd", "dollars": "usd", "usd": "usd", "euro": "eur", "euros": "eur", "eur": "eur", "pounds": "gbp",
    "gbp": "gbp", "sterling": "gbp", "yen": "yen", "yuan": "cny", "rmb": "cny", "rupees": "inr", "roubles": "rub",
    "rubles": "rub", "francs": "chf", "chf": "chf", "crowns": "crown", "crown": "crown", "kronor": "sek",
    "kroner": "krone", "pesos": "peso", "won": "krw", "cents": "cent", "pence": "penny",
}  # fmt: skip
MEASURES: dict[str, tuple[float, str]] = {
    "percent": (1.0, "%|percent|per cent|pct|pc"),
    "points": (1.0, "percentage points|percentage point|points"),
    "points.basis": (0.01, "basis points|basis point|bps"),
    "length": (1.0, "metres|metre|meters|meter|m"),
    "length.km": (1000.0, "kilometres|kilometre|kilometers|kilometer|km|kms"),
    "length.mile": (1609.34, "miles|mile"),
    "length.foot": (0.3048, "feet|foot|ft"),
    "length.inch": (0.0254, "inches|inch"),
    "length.yard": (0.9144, "yards|yard"),
    "length.cm": (0.01, "centimetres|centimetre|centimeters|centimeter|cm"),
    "length.mm": (0.001, "millimetres|millimeters|mm"),
    "area": (1.0, "hectares|hectare|ha"),
    "area.acre": (0.404686, "acres|acre"),
    "area.sqkm": (100.0, "square kilometres|square kilometers|sq km|km2|km²"),
    "area.sqmile": (259.0, "square miles|square mile|sq miles"),
    "weight": (1.0, "kilograms|kilogram|kilos|kilo|kg"),
    "weight.t": (1000.0, "metric tons|metric ton|tonnes|tonne|tons|ton"),
    "weight.lb": (0.4536, "lb|lbs"),
    "weight.g": (0.001, "grams|grammes"),
    "speed": (1.0, "km/h|kph|kmh|kilometres an hour|kilometers an hour|kilometres per hour|kilometers per hour"),
    "speed.mph": (1.60934, "mph|miles an hour|miles per hour"),
    "speed.knot": (1.852, "knots|knot"),
    "temperature": (1.0, "°c|degrees celsius|degrees centigrade|c"),
    "temperature.f": (5 / 9, "°f|degrees fahrenheit|f"),
    "volume": (1.0, "litres|liters|litre|liter"),
    "volume.gal": (3.785, "gallons|gallon"),
    "power": (1.0, "megawatts|megawatt|mw"),
    "power.gw": (1000.0, "gigawatts|gigawatt|gw"),
    "duration": (1.0, "seconds|second"),
    "duration.min": (60.0, "minutes|minute|mins"),
    "duration.h": (3600.0, "hours|hour|hrs"),
    "duration.d": (86400.0, "days|day"),
    "duration.w": (604800.0, "weeks|week"),
    "duration.mo": (2629800.0, "months|month"),
    "duration.y": (31557600.0, "years|year"),
}
OFFSETS = {"temperature.f": -32 * 5 / 9}
MONEY_AFTER = re.compile(
    rf"\s?(?:US|Australian|Canadian)?\s?({'|'.join(sorted(MONEY_WORDS, key=len, reverse=True))})\b|\s?([€£$])",
    re.IGNORECASE,
)
PER = re.compile(
    r"(?:\s+|-)(?:an?|per|each|every)(?:\s+[A-Z]\w+)?[\s-]+([a-z]+)\b|\s*/\s*([a-z]+)\b|\s+(?:for|on)\s+each\s+([a-z]+)"
)
PER_WORDS = frozenset(
    listed("share shares hour day week month year person head household barrel tonne ton litre gallon night")
)

_MEASURE_OF = general.spelled(MEASURES)

UNITS = Units(
    money_words=MONEY_WORDS,
    measures=_MEASURE_OF,
    offsets=OFFSETS,
    money_after=MONEY_AFTER,
    measure_after=general.measure_after(_MEASURE_OF),
    per=PER,
    per_words=PER_WORDS,
)
