"""Which language a text is written in: its script, and in Latin and Cyrillic letters the most frequent small words."""

from __future__ import annotations

import re
from functools import cache

from summarize.languages import packs, small_words
from summarize.records.document import DEFAULT_LANGUAGE

SAMPLE_CHARACTERS = 1_000
"""Characters looked at; a paragraph or two."""

MIN_HITS = 2
"""Fewer small words than this, shared ones counted in part, prove no language."""

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
_TOLD_BY_SCRIPT = frozenset(code for code, _ in _SCRIPTS)
_IN_SCRIPT = tuple((code, re.compile(f"[{letters}]")) for code, letters in _SCRIPTS)
SCRIPT_SHARE = {"ja": 0.1}
"""Share of the letters from which a script tells the language; a third unless given. A tenth of Japanese is kana."""
_DEFAULT_SCRIPT_SHARE = 1 / 3
_WORD = re.compile(r"[^\W\d_]+")


def detect(text: str, min_hits: float = MIN_HITS) -> str:
    """The ISO 639 code of the language a text is written in: one of two dozen, the default when in doubt.

    Of a line or two, which holds few small words, fewer `min_hits` may be asked for.
    """
    sample = text[:SAMPLE_CHARACTERS]
    if not sample.isascii() and (code := _by_script(sample)):
        return code
    languages_of = _vocabularies(packs())
    hits = dict.fromkeys((DEFAULT_LANGUAGE, *packs()), 0.0)
    for word in _WORD.findall(sample.lower()):
        known = languages_of.get(word, ())
        for code in known:
            hits[code] += 1 / len(known)
    best = max(sorted(hits), key=hits.__getitem__)
    return best if hits[best] >= min_hits and hits[best] > 2 * hits[DEFAULT_LANGUAGE] else DEFAULT_LANGUAGE


def _by_script(sample: str) -> str | None:
    letters = sum(map(str.isalpha, sample))
    for code, script in _IN_SCRIPT:
        if len(script.findall(sample)) > SCRIPT_SHARE.get(code, _DEFAULT_SCRIPT_SHARE) * max(1, letters):
            return code
    return None


@cache
def _vocabularies(codes: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The languages of every small word."""
    words = {code: sorted(small_words(code)) for code in codes if code not in _TOLD_BY_SCRIPT}
    languages_of: dict[str, tuple[str, ...]] = {}
    for code, known in sorted(words.items()):
        for word in known:
            languages_of[word] = (*languages_of.get(word, ()), code)
    return languages_of
