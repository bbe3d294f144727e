"""Which language's abbreviations and ordinals to expect, judged from the most frequent small words."""

from __future__ import annotations

import re

DEFAULT = "en"
SAMPLE = 1_000
"""Characters looked at; a paragraph or two."""

MIN_HITS = 4
"""Fewer small words than this prove no language."""

# French is missing on purpose: its titles ("M. Dupont") fare better under the English rules.
_SMALL_WORDS = {
    "de": "der die und das ist nicht von mit sich des auf für im dem den ein eine hat",
    "en": "the of and to a in is that for on was with as by it are at from",
    "es": "el los las y del que una por con para su como más fue al lo",
    "it": "il che di del della per una è sono con gli alla nel non ha",
    "nl": "het een van en dat niet op te zijn voor met aan er werd",
    "pl": "w i na z nie się do że jest to od przez o po",
    "pt": "o os as do da dos das não uma em para com por mais foi ao",
    "ru": "в и на не что с по он как из за от о для к это",
}
_VOCABULARY = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")


def guess_language(text: str) -> str:
    """The ISO 639-1 code of the language a text is written in: one of a handful, English when in doubt."""
    words = _WORD.findall(text[:SAMPLE].lower())
    hits = {language: sum(map(known.__contains__, words)) for language, known in _VOCABULARY.items()}
    best = max(hits, key=hits.__getitem__)
    return best if hits[best] >= MIN_HITS and hits[best] > 2 * hits[DEFAULT] else DEFAULT
