"""Pieces that several tables are made of."""

from __future__ import annotations

import re

NAME = r"[A-Z][\w.’'-]+(?: (?:[A-Z][\w.’'-]*|de|van|von|der|den|la|le|al|bin)){1,4}"
"""A person's."""
SITE = r"(?:site|website|page|story|article|post|blog|column|report|piece|content|video|map|graphic|feature|transcript)"

REPORTED = re.compile(
    r"\b(?:said|says|told|added|announced|reported|according to|tweeted|wrote|explained|warned|confirmed|argued)\b",
    re.IGNORECASE,
)
"""Someone speaks: the sentence reports, whatever words stand in it."""
