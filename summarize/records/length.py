"""How long a text is, in words, whatever its script."""

from __future__ import annotations

import re

CHARACTERS_PER_WORD = 2
"""In scripts that put no spaces between words."""
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d"
    "\U00020000-\U0003ffff]"
)
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese."""


def count_words(text: str) -> int:
    """Pieces between white space; of Chinese, Japanese, Thai, Lao, Burmese and Khmer, two characters are a word."""
    if text.isascii():
        return len(text.split())
    rest, unspaced = _UNSPACED.subn(" ", text)
    return len(rest.split()) + -(-unspaced // CHARACTERS_PER_WORD)
