"""What must not get through from a source: control characters, stray line breaks, addresses that are no web links."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

# ECMA-48: control sequences, strings such as window titles and hyperlinks, and the short escapes; 7- and 8-bit forms.
_ESCAPE_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[]PX^_]|[\x90\x98\x9d-\x9f])[^\x00-\x1f\x7f-\x9f]*(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]*[0-~]"
)
# Control characters that are no white space, and the invisible ones that would turn the direction of what follows.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
# No-break spaces stay: they belong to the words ("10 000", "« oui »").
_SPACE = re.compile(r"[^\S\u00a0\u2007\u202f]+")
_UNSAFE_IN_ADDRESS = re.compile(r"""[\s"'<>\\^`{|}]""")


def clean(text: str) -> str:
    """The text on one line, white space collapsed, without control characters or terminal escape sequences."""
    return _SPACE.sub(" ", _CONTROL.sub("", _ESCAPE_SEQUENCE.sub("", text))).strip()


def web_address(url: str | None) -> str | None:
    """The address if it is safe to make it a link (http or https with a host), with odd characters percent-encoded."""
    url = (url or "").strip()
    if _CONTROL.search(url):
        return None
    try:
        parts = urlsplit(url)
        linkable = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    return _UNSAFE_IN_ADDRESS.sub(lambda match: quote(match[0]), url) if linkable else None
