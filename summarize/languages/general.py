"""What holds in any language: marks, figures, symbols of units, agencies' names, web addresses."""

from __future__ import annotations

import re

from summarize.languages.patterns import pattern
from summarize.languages.text import listed

AGENCY = (
    r"(?:AP|EPA|AFP|ANI|PTI|TASS|dpa|DPA|Reuters|REUTERS|Xinhua|Yonhap|Kyodo|Bloomberg|Getty(?: Images)?|Shutterstock|"
    r"iStock|Associated Press|Agence France-Presse|USA TODAY(?: Sports)?|AAP|ANSA|Alamy|Rex|WireImage|NurPhoto|UPI|PA)"
)
"""News and picture agencies by name."""

BOILERPLATE = (
    pattern(
        "markup",
        r".*(?:<!--|</?(?:img|a|div|script|iframe|p|br|span|b|i)\b[^<>]*+>|\{[*%{]|function ?\()",
        words=10_000,
        needs=("<", "{", "function"),
        despite_speech=True,
    ),
    pattern("copyright", r"[\W_]*(?:©|\(c\) ?\d{4})", words=40, despite_speech=True),
    pattern(
        "tweet",
        r"[—–-]+ ?[^()]{1,60}\(@\w+\)|(?:pic\.twitter\.com|https?://|www\.)\S*$|(?:@\w+[,;]? ?){1,6}$|(?:#\w+ ?)+$",
        words=16,
        despite_speech=True,
        inside_articles=True,
    ),
)

SIGNED_POST = re.compile(r"[—–-] ?[^()\n]{1,60}\(@\w+\)")
"""Who wrote a post, at its end: — Ella Rade (@ellarade) December 3, 2017."""

ASKED = re.compile(r"[?？؟][\"'”’»)\]]*$")
"""The end of a sentence that asks, within its last four characters."""

MENU_WORDS = frozenset(["&", "+", "-", "/", ">", "|", "·", "»", "×", "•"])

ARTICLES = re.compile(r"^(?:the|der|die|das|le|la|les|el|il)\s+", re.IGNORECASE)
"""Before the name of a newspaper, which is often written without."""
CREDIT = re.compile(
    r"^(?:[A-Z]\w+\s+(?=[bv]))?(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor|[Aa]v|[Aa]f)(?:\s*:)?\s+(?=\w\S*\s+\w)"
)
"""Before who wrote an article, where at least two words follow: "Von Trapp" is a name."""
CREDIT_JOINT = re.compile(r"\s+(?:and|AND|und|et|och|og|en)\s+")
"""Between two people who did; "y" and "e" also stand inside names."""
NAME_PARTICLES = frozenset(
    listed("de da di del della der den van von la le du dos das do al el bin ibn ben ter ten af av zu y e")
)
"""Words of names that are written small."""
NEWSROOM = frozenset(
    listed(
        "admin administrator agencies agency associated author bureau contributor correspondent correspondents desk "
        "digital editor editorial editors guest magazine media network news newsdesk newsroom online press producer "
        "redaktion redacción rédaction redazione redactie redaktionen reporter reporters service services staff team "
        "the user web webmaster wire wires writer writers"
    )
)
"""Of what systems name as authors, what no person is called."""
APPOSITION = re.compile(r"\s(?:--|–|—|-)\s")
TITLES = frozenset({"Dr", "Prof", "St"})
BEFORE_FIGURES = frozenset({"No", "no", "Nr", "nr", "p", "pp", "vol", "Vol", "ca", "max", "min", "art", "Art", "§"})
CREDIT_TAIL = re.compile(r"[(\[][^()\[\]]{2,60}(?:/|\bAP\b|Reuters|AFP|Getty)[^()\[\]]{0,60}[)\]]\W*$")
AGENCY_ALONE = re.compile(r"\((?:AP|Reuters|AFP)\)\W*$")
AGENCY_TAIL = re.compile(r"(?:/ ?(?:AP|Reuters|REUTERS|AFP|EPA|Getty Images|Bloomberg)|Getty Images)$")

CLAUSE = re.compile(r"[,;:]\s")
VOWEL_SIGNS = r"\u064b-\u065f\u0670\u0900-\u0963\u0970-\u0dff"
"""Vowels that are characters of their own, for a class: those of pointed Arabic and of the scripts of India."""
_LETTERS = rf"[^\W\d_]+(?:[\u0300-\u036f{VOWEL_SIGNS}]+[^\W\d_]*)*"
WORD = re.compile(rf"\d+(?:[.,:]\d+)*|{_LETTERS}(?:['’]{_LETTERS})*")
BETWEEN_WORDS = re.compile(r"[\s-]+")
ANY_WORD = re.compile(r"[^\W\d_]")
DIGITS_HEAD = (
    r"(?<![\w.,:/#@])(?<![^\W\d_][-–])(?P<digits>\d{1,3}(?:[,  ]\d{3})+(?:\.\d+)?(?![\d,])|\d{1,3}(?:\.\d{3}){2,}"
    r"|\d+(?:[.,]\d+)?)"
)
DIGITS = re.compile(rf"{DIGITS_HEAD}(?P<part>\s?[¼½¾])?(?P<scale>(?!))?(?P<letter>(?!))?(?![\w:/]*\d)")
AND_MORE = re.compile(r"\s*\+")
RANGE = re.compile(r"\s*(?:-|–|—)\s*")
NO_COUNT = re.compile(r"\s*[-–/:]\s*\d|[A-Za-z]|-[A-Z]")

MONEY_SIGNS = {
    **{"us$": "usd", "a$": "aud", "c$": "cad", "hk$": "hkd", "nz$": "nzd", "$": "usd", "£": "gbp", "€": "eur"},
    **{"¥": "yen", "₹": "inr", "₽": "rub"},
}
MONEY_BEFORE = re.compile(
    r"((?:\b(?:us|a|c|hk|nz))?\$|[£€¥₹₽]|\b(?:usd|eur|gbp|chf)|\b[A-Z][a-z]{0,2}(?=\d))\s?$", re.IGNORECASE
)
MONEY_AFTER = re.compile(r"\s?([€£$])")
MEASURES = {
    "percent": (1.0, "%"),
    "length": (1.0, "m"),
    "length.km": (1000.0, "km"),
    "length.cm": (0.01, "cm"),
    "length.mm": (0.001, "mm"),
    "area": (1.0, "ha"),
    "area.sqkm": (100.0, "km2|km²"),
    "weight": (1.0, "kg"),
    "speed": (1.0, "km/h"),
    "temperature": (1.0, "°c"),
    "temperature.f": (5 / 9, "°f"),
    "power": (1.0, "mw"),
    "power.gw": (1000.0, "gw"),
}
"""Factor to the one unit of its dimension, and symbols, of each unit."""
CAPITAL_UNITS = frozenset({"c", "f"})


def spelled(measures: dict[str, tuple[float, str]]) -> dict[str, tuple[str, float]]:
    """Name and factor of a unit by each of its spellings."""
    return {s: (name, factor) for name, (factor, spellings) in measures.items() for s in spellings.split("|")}


def measure_after(measures: dict[str, tuple[str, float]]) -> re.Pattern[str]:
    """Finds any of these spellings right after a number."""
    words = sorted((re.escape(s) for s in measures if s[0] not in "%°"), key=len, reverse=True)
    return re.compile(rf"[\s-]?(%|°[cf]|{'|'.join(words)})(?![\w²/])(?!-old)", re.IGNORECASE)


MEASURE_OF = spelled(MEASURES)
MEASURE_AFTER = measure_after(MEASURE_OF)

DATE = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
CLOCK = re.compile(
    r"(?P<whole_day>\b(?P<whole_hour>[01]?\d|2[0-4])(?P<colon>[:h])(?P<whole_minute>[0-5]\d)\b(?!\s?%|[.,:]?\d))"
)


def entry_clock(words: str) -> re.Pattern[str]:
    """Matches the time before an entry of a live blog; `words` may stand behind it, and have to where hours and minutes
    stand apart by a full stop.
    """
    return re.compile(
        rf"(?:[01]?\d|2[0-3])(?::[0-5]\d(?:\s?(?:{words}))?+|\.[0-5]\d\s?(?:{words}))"
        r"(?:\s(?-i:GMT|UTC|[A-Z]{2,3}T)\b)?+(?:\s?[:|–—-])?+\s+(?=[“\"‘'«„(\[]*(?P<first>[^\W\d_]))",
        re.IGNORECASE,
    )


ENTRY_CLOCK = entry_clock(r"(?!)")
ZONE = re.compile(r"\s*\(?\b(?:GMT|UTC|CET|CEST)\b")
STAMP = re.compile(r"\W*")
