"""Which 8-bit encoding a text in Latin letters was saved in.

A statistical detector needs more non-ASCII characters than a short article has: it takes a few curly quotation marks
for Hungarian letters or Chinese. Here each encoding is judged by whether its non-ASCII characters make sense where
they stand: letters one language really uses together, no capital after a small letter, no fraction inside a word.
"""

from __future__ import annotations

import re
from functools import cache

from summarize.languages import get, packs

_WESTERN = (
    "àâæçèéêëîïôœùûüÿ",  # French
    "äöüßé",  # German
    "áéíñóúüç",  # Spanish
    "àáâãçéêíóôõúü",  # Portuguese
    "àèéìíîòóùú",  # Italian
    "àçèéíïòóúü",  # Catalan
    "ëïéèêüöáóç",  # Dutch, Albanian
    "åäöéü",  # Swedish, Finnish
    "æøåéêóòôü",  # Danish, Norwegian
    "áéíóúýðþæö",  # Icelandic, Irish
    "äöõüšž",  # Estonian
)
_CENTRAL = (
    "ąćęłńóśźż",  # Polish
    "áčďéěíňóřšťúůýž",  # Czech
    "áäčďéíĺľňóôŕšťúýž",  # Slovak
    "áéíóöőúüű",  # Hungarian
    "ăâîşţ",  # Romanian
    "čćđšž",  # Croatian, Slovene
)
_TURKISH = ("çğıöşüâîûİ",)
_BALTIC = (
    "ąčęėįšųūž",  # Lithuanian
    "āčēģīķļņšūž",  # Latvian
)
_ENCODINGS = (
    ("cp1252", _WESTERN),
    ("iso8859_15", _WESTERN),
    ("cp1250", _CENTRAL),
    ("iso8859_2", _CENTRAL),
    ("cp1254", _TURKISH),
    ("cp1257", _BALTIC),
    ("mac_roman", _WESTERN),
    ("cp850", _WESTERN),
    ("cp852", _CENTRAL),
)
"""The commonest first: among equally plausible encodings the first one wins."""

_MARKS = frozenset("“”„‘’‚«»‹›–—…•·€£¥¢§°©®™ªº¹²³¼½¾±×¡¿´†‰¶\xa0\xad")
_MARKS_INSIDE_WORDS = frozenset("’‘–—…·\xa0\xad")
_NON_ASCII = re.compile(r"[^\x00-\x7f]")
_WORD = re.compile(r"[^\W\d_]+")

_ENGLISH_SHARE = 0.04
"""Share of those words that makes a text English: its other letters are names and loan words of any language."""
_FOREIGN_LETTERS = 3
"""So few non-ASCII letters may be names in any text."""
_MIN_PLAUSIBILITY = 0.7
"""Share of the non-ASCII characters that must make sense."""
_SAMPLE_BYTES = 100_000


def latin_encoding(data: bytes) -> str | None:
    """The most plausible 8-bit encoding of a text in Latin letters; None when no encoding makes sense of it."""
    first = next((i for i, byte in enumerate(data) if byte > 0x7F), 0)
    start = max(0, first - _SAMPLE_BYTES // 2)
    sample = data[start : start + _SAMPLE_BYTES]
    best, best_score = None, 0.0
    for encoding, languages in _ENCODINGS:
        score = _plausibility(sample.decode(encoding, "replace"), languages)
        if score > best_score:
            best, best_score = encoding, score
    return best if best_score >= _MIN_PLAUSIBILITY else None


@cache
def _telling_words() -> frozenset[str]:
    return frozenset().union(*(get(code).telling_words for code in packs()))


def _plausibility(text: str, languages: tuple[str, ...]) -> float:
    """Share of the non-ASCII characters that make sense in the one language that fits best, 0 to 1."""
    spots = [match.start() for match in _NON_ASCII.finditer(text)]
    found = [(text[max(0, i - 1) : i], text[i], text[i + 1 : i + 2]) for i in spots]
    letters = [(before, char) for before, char, _ in found if char.isalpha() and char not in _MARKS]
    alphabets = [frozenset(language + language.upper()) for language in languages]
    words = _WORD.findall(text)
    english = sum(map(_telling_words().__contains__, words)) >= _ENGLISH_SHARE * len(words)
    if english or len(letters) <= _FOREIGN_LETTERS:
        alphabets.append(frozenset().union(*alphabets))
    well_placed = [char for before, char in letters if not (char.isupper() and before.islower())]
    marks = sum(
        char in _MARKS and (char in _MARKS_INSIDE_WORDS or not (before.isalpha() and after.isalpha()))
        for before, char, after in found
    )
    return (marks + max(sum(char in alphabet for char in well_placed) for alphabet in alphabets)) / max(1, len(found))
