"""Which language a text is written in: its script, and in Latin and Cyrillic letters the most frequent small words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from summarize.languages import get, packs
from summarize.languages.text import listed
from summarize.records.document import DEFAULT_LANGUAGE

SAMPLE_CHARACTERS = 1_000
"""Characters looked at; a paragraph or two."""

MIN_HITS = 4
"""Fewer small words than this prove no language."""

# Of languages without a pack; a pack brings its own.
_SMALL_WORDS = {
    "de": "der die und das ist nicht von mit sich des auf für im dem den ein eine hat",
    "es": "el los las y del que una por con para su como más fue al lo",
    "fr": "le les et des est dans une pour qui que sur au pas par ce il du avec ont été",
    "it": "il che di del della per una è sono con gli alla nel non ha",
    "nl": "het een van en dat niet op te zijn voor met aan er werd",
    "pl": "w i na z nie się do że jest to od przez o po",
    "pt": "o os as do da dos das não uma em para com por mais foi ao",
    "ru": "в и на не что с по он как из за от о для к это",
}
_SCRIPTS = (
    ("ja", "\u3040-\u30ff"),  # before Chinese, whose characters Japanese shares
    ("zh", "\u3400-\u4dbf\u4e00-\u9fff"),
    ("ko", "\uac00-\ud7a3"),
    ("th", "\u0e00-\u0e7f"),
    ("ar", "\u0600-\u06ff"),
    ("hi", "\u0900-\u097f"),
    ("el", "\u0370-\u03ff"),
    ("he", "\u0590-\u05ff"),
)
_IN_SCRIPT = tuple((code, re.compile(f"[{letters}]")) for code, letters in _SCRIPTS)
SCRIPT_SHARE = {"ja": 0.1}
"""Share of the letters from which a script tells the language; a third unless given. A tenth of Japanese is kana."""
_DEFAULT_SCRIPT_SHARE = 1 / 3
_WORD = re.compile(r"[^\W\d_]+")


def detect(text: str) -> str:
    """The ISO 639 code of the language a text is written in: one of a handful, the default when in doubt."""
    sample = text[:SAMPLE_CHARACTERS]
    if not sample.isascii() and (code := _by_script(sample)):
        return code
    words = Counter(_WORD.findall(sample.lower()))
    hits = {code: sum(words[word] for word in known) for code, known in _vocabularies(packs()).items()}
    best = max(hits, key=hits.__getitem__)
    return best if hits[best] >= MIN_HITS and hits[best] > 2 * hits[DEFAULT_LANGUAGE] else DEFAULT_LANGUAGE


def _by_script(sample: str) -> str | None:
    letters = sum(map(str.isalpha, sample))
    for code, script in _IN_SCRIPT:
        if len(script.findall(sample)) > SCRIPT_SHARE.get(code, _DEFAULT_SCRIPT_SHARE) * max(1, letters):
            return code
    return None


@cache
def _vocabularies(codes: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """The small words of every language, in a fixed order."""
    known = {code: frozenset(listed(words)) for code, words in _SMALL_WORDS.items()}
    known |= {code: get(code).small_words for code in codes if get(code).small_words}
    return dict(sorted(known.items()))
