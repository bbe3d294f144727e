"""How a report says that something has changed since an earlier one."""

from __future__ import annotations

import re

from summarize.languages.prose import Updates

UPDATES = Updates(
    changed=re.compile(
        r"\b(?:now|since|ris(?:en|es|ing)|rose|raised|lowered|revised|correct(?:ed|s)?|latest|updated?|postponed?|"
        r"cancel(?:led|ed|s)|called off|no longer|instead|later|climb(?:ed|s)|(?:up|down) from|grown|increased to|"
        r"initially|previously|had said|at first|originally|finally|abandon(?:ed|s)|dropped|withdr(?:ew|awn)|"
        r"delayed|put (?:off|back))\b",
        re.IGNORECASE,
    ),
    counted=re.compile(
        r"\b(?:kill|dead\b|died|death|toll\b|injur|wound|missing\b|hospital|arrest|detain|evacuat|rescued|displaced|"
        r"homeless|cases\b|bodies|survivors|unaccounted)",
        re.IGNORECASE,
    ),
    denied=re.compile(
        r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing)|disput(?:es|ed|ing)|"
        r"untrue|false(?:ly)?|no plans?)\b",
        re.IGNORECASE,
    ),
)
