"""Text that was damaged on its way here, made readable again before anything counts its characters."""

from __future__ import annotations

import html
import re

_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#x[0-9A-Fa-f]{2,5});")
_SUSPECT = re.compile("[\x80-\x84\x86-\x9f]|[ÃÂâÐÑÎÏåæçèéïð][\x80-\uffff]|‚Ä|√[^\\w\\s().,]")
"""Stands in nearly every text that was read in a wrong encoding, and in few others."""
_SOFT_HYPHEN = re.compile("\xad\\s*")
_BROKEN_WORD = re.compile(r"(?<![\w-])([^\W\d_]{2,})-[ \t]*\r?\n[ \t]*([^\W\d_]{2,})(?![\w-])")
_MARKUP = re.compile(r"<(?:p|a|div|span|br|html|body)\b[^<>]{0,1000}>", re.IGNORECASE)


def mended(text: str, *, entities: bool = True) -> str:
    """The text with what encodings, HTML and the ends of lines did to it undone.

    Mojibake ("itâ€™s") is told and undone by ftfy, character entities are replaced, soft hyphens go, and a word that
    was broken at the end of a line becomes one where the text has it whole elsewhere. A sound text stays as it is.
    Without `entities` they are left to a parser of the markup they belong to.
    """
    if not text.isascii() and _SUSPECT.search(text):
        text = _recoded(text)
    if entities and "&" in text and _ENTITY.search(text) and not _MARKUP.search(text):
        text = _ENTITY.sub(_character, text)
    if "\xad" in text:
        text = _SOFT_HYPHEN.sub(_joint, text)
    if "-\n" in text or "-\r\n" in text:
        words = set(re.findall(r"[^\W\d_]+", text.lower()))
        text = _BROKEN_WORD.sub(lambda m: m[1] + m[2] if (m[1] + m[2]).lower() in words else m[0], text)
    return text


def _recoded(text: str) -> str:
    from ftfy import fix_encoding

    return "".join(map(fix_encoding, text.splitlines(keepends=True)))


def _character(match: re.Match[str]) -> str:
    """What an entity stands for; one that stands for nothing, or for a control character, stays."""
    found = html.unescape(match[0])
    return found if found.isprintable() or found.isspace() else match[0]


def _joint(match: re.Match[str]) -> str:
    """A soft hyphen goes with the line end behind it; a space behind it belongs to the text."""
    return "" if "\n" in match[0] or len(match[0]) == 1 else match[0][1:]
