"""How word lists are written."""

from __future__ import annotations


def listed(words: str) -> list[str]:
    """Words of a list kept as one line of text, which reads better than a column of quoted words."""
    return words.split()
