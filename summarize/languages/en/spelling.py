"""Spellings of names that differ by country or house style."""

from __future__ import annotations

import re

CUSTOMS = (
    (r"is(e|ed|ing|ation)$", r"iz\1"),
    (r"our", "or"),
    (r"tre$", "ter"),
    (r"ence$", "ense"),
    (r"(.)\1", r"\1"),
    (r"ae", "e"),
    (r"ei", "ie"),
    (r"gue$", "g"),
    (r"(?<=[ou])e(?=[^aeiouy])", ""),  # Mueller is Müller, Schroeder is Schröder
    (r"y$", "ie"),
    (r"ean$", "ian"),
)
"""Spellings that differ by country or house style, not by error."""

SPELLING_CUSTOMS = tuple((re.compile(pattern), instead) for pattern, instead in CUSTOMS)
