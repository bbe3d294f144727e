"""Messages out of bytes (MIME), for mail and for web pages saved as one file.

The parsers of the standard library raise much that they do not say, for heads that nobody wrote by its grammar; here
that is an empty header, or a SourceError.
"""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import EmailPolicy
from typing import Any

from summarize.errors import SourceError
from summarize.reading.decoding import decode_text

_MAX_HEADER = 2_000
"""Characters of a header that are looked at: its grammar takes time with the square of its length."""
_MAX_ATTACHED = 50
_MAX_LINES = 20_000_000
"""Lines times boundaries, as each line is compared with the boundaries of all parts it stands in."""
_BOUNDARY = re.compile(rb"boundary\s*=", re.IGNORECASE)


class _Bounded(EmailPolicy):
    """The policy for mail as it is written today, for messages of strangers: of long headers only the beginning.

    None is broken into lines anew, which takes time with the square of its length.
    """

    def header_fetch_parse(self, name: str, value: str) -> Any:
        return super().header_fetch_parse(name, value[:_MAX_HEADER])


_POLICY = _Bounded(refold_source="none")


def parse(data: bytes, name: str) -> EmailMessage:
    """A message. Raises SourceError for what has no head of one."""
    boundaries = 1 + len(_BOUNDARY.findall(data))
    if data.count(b"\n") * boundaries > _MAX_LINES:
        raise SourceError(f"{name}: has more lines and parts than a message; save its text as .txt instead")
    try:
        message = message_from_bytes(data, policy=_POLICY)
    except Exception:
        raise SourceError(f"{name}: is damaged; it cannot be read as mail") from None
    if not isinstance(message, EmailMessage) or len(message) == 0:
        raise SourceError(f"{name}: is no mail; it does not begin with the head of a message")
    return message


def header(part: MIMEPart, name: str) -> str:
    """A header as a text on one line, "" where it is missing or cannot be read."""
    try:
        value = str(part.get(name, ""))
    except Exception:
        return ""
    return " ".join(value.encode("utf-8", "replace").decode().split())


def content(part: MIMEPart, name: str) -> str:
    """The text of a part, whatever its encodings. Raises SourceError."""
    try:
        data, charset = part.get_payload(decode=True), part.get_content_charset()
    except Exception:
        raise SourceError(f"{name}: is damaged; the text of the message cannot be read") from None
    return decode_text(data, name, charset) if isinstance(data, bytes) and data else ""


def body(message: EmailMessage) -> MIMEPart | None:
    """The part that a program for mail would show."""
    try:
        return message.get_body(("html", "plain"))
    except Exception:
        return None


def attached(message: EmailMessage) -> list[tuple[str, bytes]]:
    """The files that a message carries along, with their names; a message among them as .eml."""
    found: list[tuple[str, bytes]] = []
    try:
        for part in list(message.iter_attachments())[:_MAX_ATTACHED]:
            given = (part.get_filename() or "").replace("\\", "/").rpartition("/")[2]
            name = " ".join(given.encode("utf-8", "replace").decode().split())
            if part.get_content_type() == "message/rfc822":
                inner: Any = part.get_payload(0)
                found.append((name or "message.eml", inner.as_bytes()))
            elif part.is_attachment() and isinstance(data := part.get_payload(decode=True), bytes):
                found.append((name, data))
    except Exception:  # a message whose attachments are damaged is still a message
        return found
    return found


def is_flowed(part: MIMEPart) -> bool:
    """Whether lines were broken for their width alone (RFC 3676)."""
    try:
        return str(part.get_param("format", "")).lower() == "flowed"
    except Exception:
        return False
