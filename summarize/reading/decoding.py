"""Bytes to text, whatever encoding they were saved in. Line endings stay as they are."""

from __future__ import annotations

import codecs
import re
from collections import Counter

from summarize.errors import SourceError
from summarize.reading.latin import latin_encoding
from summarize.reading.looks import control_share, looks_like

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like the mark of UTF-16, so it is tried before
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_OTHER_SCRIPTS = [
    *("cp1251", "koi8_r", "koi8_u", "iso8859_5", "cp866", "mac_cyrillic", "cp1253", "iso8859_7", "cp1255", "cp1256"),
    *("cp874", "cp932", "euc_jp", "iso2022_jp", "gb18030", "big5", "cp949", "utf_16_le", "utf_16_be"),
]
"""What articles in other scripts are saved in; left to itself the detector finds rarer ones, and wrongly."""
_EAST_ASIAN_BLOCKS = {0x00, 0x30, *range(0x4E, 0xA0), *range(0xAC, 0xD8), 0xFF}

_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932"}
"""What browsers read under a declared name (https://encoding.spec.whatwg.org/#names-and-labels)."""
_NO_ENCODINGS = {"punycode", "idna", "unicode-escape", "raw-unicode-escape", "undefined"}
"""What Python decodes by too, and no text is saved in: names of hosts and literals. Some take time with
the square of the length.
"""

_TEXT_CONTROLS = 0.05
_BINARY_CONTROLS = 0.3
"""Above the first share of control characters bytes are suspect, above the second even valid UTF-8 is no text."""
_SAMPLE_BYTES = 100_000
_LETTERS = bytes(code for code in range(128) if chr(code).isalpha())
_NOT_UTF8 = re.compile("[\udc80-\udcff]+")


def decode(data: bytes, name: str) -> str:
    """The text of a file; a byte order mark is not part of it.

    UTF-8 is taken at its word, also with a few stray bytes in it. What is neither UTF-8 nor marked is guessed: texts
    in Latin letters by `latin_encoding`, other scripts by charset-normalizer.
    Raises SourceError, with `name` in its message, for what is no text or in no known encoding.
    """
    if kind := looks_like(data):
        raise SourceError(f"{name}: looks like {kind}")
    return decode_text(data, name)


def decode_text(data: bytes, name: str, declared: str | None = None) -> str:
    """As `decode`, of what is known to be text, and may declare its encoding.

    What declares it is often wrong: UTF-8 goes before it, and it counts only where every byte can be read by it.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    controls = control_share(data)
    if controls > _TEXT_CONTROLS and (wide := _wide(data)) is not None:
        return wide
    by_name = _by_name(data, declared) if declared else None
    if controls <= _BINARY_CONTROLS:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            return by_name if by_name is not None and text.isascii() else text
    if by_name is not None:
        return by_name
    if controls > _TEXT_CONTROLS:
        raise SourceError(f"{name}: looks like binary data, not text; convert it to a text file first")
    return _guessed(data, name)


def _by_name(data: bytes, declared: str) -> str | None:
    try:
        found = codecs.lookup(declared).name
        if found.replace("_", "-") in _NO_ENCODINGS:
            return None
        text = data.decode(_MEANT.get(found, found))
    except (LookupError, ValueError):
        return None
    return text if isinstance(text, str) and control_share(text.encode("utf-8", "replace")) <= _TEXT_CONTROLS else None


def _guessed(data: bytes, name: str) -> str:
    if (text := _damaged_utf8(data)) is not None:
        return text
    high = sum(byte > 0x7F for byte in data)
    mostly_latin = high < len(data) - len(data.translate(None, _LETTERS))
    encoding = (latin_encoding(data) if mostly_latin else None) or _other_script(data)
    if encoding is None and not mostly_latin:
        raise SourceError(f"{name}: its character encoding cannot be recognised; save it as UTF-8 first")
    return data.decode(encoding or "cp1252", "replace")


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without its mark; None when no reading of it looks like one script."""
    sample = data[: _SAMPLE_BYTES // 4 * 4]
    for encoding in _WIDE:
        try:
            text = sample.decode(encoding)
        except UnicodeDecodeError:
            continue
        if control_share(text.encode()) <= _TEXT_CONTROLS and _one_script(text):
            return data.decode(encoding, "replace")
    return None


def _one_script(text: str) -> bool:
    """Whether a text keeps to one alphabet (one or two blocks of 256 characters) or to East Asian characters."""
    blocks = Counter(ord(character) >> 8 for character in text)
    alphabet = sum(count for _, count in blocks.most_common(2))
    east_asian = sum(count for block, count in blocks.items() if block in _EAST_ASIAN_BLOCKS)
    return max(alphabet, east_asian) >= 0.9 * len(text)


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 with a few foreign bytes, as after a careless paste: no other encoding forms its sequences by chance."""
    text = data.decode("utf-8", "surrogateescape")
    bad = sum(len(run) for run in _NOT_UTF8.findall(text))
    good = sum(character > "\x7f" for character in text) - bad
    return _NOT_UTF8.sub(_stray, text) if good >= bad else None


def _stray(match: re.Match[str]) -> str:
    """A single byte is most likely Windows text; several are the remains of a character cut in two."""
    raw = match.group().encode("ascii", "surrogateescape")
    return raw.decode("cp1252", "replace") if len(raw) == 1 else "�" * len(raw)


def _other_script(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    sample = data if len(data) <= _SAMPLE_BYTES else data[: data.rfind(b"\n", 0, _SAMPLE_BYTES) + 1] or data
    matches = list(from_bytes(sample, cp_isolation=_OTHER_SCRIPTS, enable_fallback=False))
    if not matches:
        return None
    # Coherence is known for alphabets only, so where one is found it tells more than the absence of disorder.
    return max(matches, key=lambda match: (match.coherence - 2 * match.chaos, -match.chaos)).encoding
