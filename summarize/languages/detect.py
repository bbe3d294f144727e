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

MIN_HITS = 2
"""Fewer small words than this, shared ones counted in part, prove no language."""

# Of a language without a pack; a pack brings its own.
_SMALL_WORDS = {"nl": "het een van en dat niet op te zijn voor met aan er werd"}
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
    hits = {code: sum(words[word] * w for word, w in known.items()) for code, known in _vocabularies(packs()).items()}
    best = max(hits, key=hits.__getitem__)
    return best if hits[best] >= MIN_HITS and hits[best] > 2 * hits[DEFAULT_LANGUAGE] else DEFAULT_LANGUAGE


def _by_script(sample: str) -> str | None:
    letters = sum(map(str.isalpha, sample))
    for code, script in _IN_SCRIPT:
        if len(script.findall(sample)) > SCRIPT_SHARE.get(code, _DEFAULT_SCRIPT_SHARE) * max(1, letters):
            return code
    return None


@cache
def _vocabularies(codes: tuple[str, ...]) -> dict[str, dict[str, float]]:
    """The small words of every language, in a fixed order, each shared out among the languages that have it."""
    known = {code: frozenset(listed(words)) for code, words in _SMALL_WORDS.items()}
    known |= {code: get(code).small_words for code in codes if get(code).small_words}
    shared = Counter(word for words in known.values() for word in words)
    return {code: {word: 1 / shared[word] for word in sorted(words)} for code, words in sorted(known.items())}
