"""What tokenisers split off English words and figures."""

from __future__ import annotations

import re

from summarize.languages.prose import Tokens

_CLITICS = "s|t|d|m|re|ve|ll"

TOKENS = Tokens(
    gap=re.compile(
        rf"(?<=[a-z]) (?=n['’]t\b|['’](?:{_CLITICS})\b)"
        rf"|(?<=[a-z] ['’]) (?=(?:{_CLITICS})\b)|(?<=[a-z]) (?=['’] (?:{_CLITICS})\b)"
        r"|(?<=\d) (?=%)|(?<=[$£€]) (?=\d)",
        re.IGNORECASE,
    )
)
