"""Abbreviations of Arabic, by what they mean for the end of a sentence."""

from __future__ import annotations

import re

from summarize.languages.prose import Boundaries
from summarize.languages.text import listed

BOUNDARIES = Boundaries(
    titles=frozenset(listed("د أ م ا أد مم أم ماد س ف ع ن ل ش أمد دم ود وأ وأد وم")),
    before_figures=frozenset(listed("ص ج ت هـ صص مج ط ع م ف ق س ش صب")),
    inside=frozenset(listed("دأ صب مج تر ق")),
    closing=frozenset(listed("م هـ ه إلخ الخ آلخ قهـ كلم كجم كغ ذمم شذمم شمم شمل شم")),
    nations=frozenset(listed("قم بم")),
    quoted_goes_on=re.compile(r"\s*(?:ثم|قبل|بعد|بينما|فيما|حين|عندما|وهو|وهي|في إشارة)\b"),
)
