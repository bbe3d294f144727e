"""Abbreviations of Arabic, by what they mean for the end of a sentence."""

from __future__ import annotations

from summarize.languages.prose import Boundaries
from summarize.languages.text import listed

BOUNDARIES = Boundaries(
    titles=frozenset(listed("د أ م ا أد السيد مم")),
    before_figures=frozenset(listed("ص رقم ج ت هـ")),
    inside=frozenset(listed("د أ")),
    closing=frozenset(listed("م هـ ه إلخ الخ ق قم")),
)
