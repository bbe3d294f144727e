"""The brief as JSON, schema "summarize.brief/1": exact, with every claim and offset."""

from __future__ import annotations

import json
import re

from summarize.records.brief import Brief

# json escapes the control characters below 0x20 only; these too can steer a terminal or break a line.
_UNESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def render(brief: Brief) -> str:
    written = json.dumps(brief.to_dict(), ensure_ascii=False, indent=2, allow_nan=False)
    return _UNESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", written) + "\n"
