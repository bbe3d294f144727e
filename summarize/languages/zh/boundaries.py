"""Abbreviations of Chinese, by what they mean for the end of a sentence."""

from __future__ import annotations

import re

from summarize.languages.prose import Boundaries

BOUNDARIES = Boundaries(
    quoted_goes_on=re.compile(r"[就便才却后後的地]|然后|然後|之后|之後|之类|之類|一类|一類|等(?!到|待)|而(?![且后後])"),
    attribution=re.compile(
        r"[^。！？，,]{0,24}?(?:说|說|表示|称|稱|道|问|問|指出|写道|寫道|告诉|告訴|回答|补充|補充|强调|強調)(?=[。，：,]|.{0,6}[。，])"
    ),
)
