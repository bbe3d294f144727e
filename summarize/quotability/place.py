"""A sentence with what stands beside it, as the model is given them."""

from __future__ import annotations

BESIDE = 160
"""Characters that are given of each neighbour: the end of the one before, the beginning of the one behind."""
PARAGRAPH, GAP = "|", "[MASK]"
"""Marks of the end of a paragraph and of the place of the sentence."""


def place(before: str, after: str, begins: bool, ends: bool) -> str:
    """What stands around a sentence: its neighbours, or nothing where it is the first or the last, and whether it
    `begins` and `ends` its paragraph.
    """
    left = [before[-BESIDE:], PARAGRAPH] if begins else [before[-BESIDE:]]
    right = [PARAGRAPH, after[:BESIDE]] if ends else [after[:BESIDE]]
    return " ".join(part for part in (*left, GAP, *right) if part)
