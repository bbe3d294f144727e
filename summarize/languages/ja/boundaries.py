"""Abbreviations of Japanese, by what they mean for the end of a sentence."""

from __future__ import annotations

import re

from summarize.languages.prose import Boundaries

BOUNDARIES = Boundaries(
    quoted_goes_on=re.compile(r"[、,]?(?:と|って|など)|[のをがはにへ](?!い)"),
    attribution=re.compile(r"[^。]{0,24}?(?:話した|述べた|語った)"),
)
