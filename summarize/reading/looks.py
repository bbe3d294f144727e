"""What a file that holds no text looks like, so that the message can say what to do with it."""

from __future__ import annotations

_IMAGE = "an image; there is no text in it to read"
_SOUND = "a sound or video recording; transcribe it to text first"
_PACKED = "a compressed file; unpack it first"
_GZIP = "a compressed file; name it .gz"
_HTML = "an HTML page; name it .html to have it read as one"

_BEGINNINGS = (
    (b"%PDF-", "a PDF; name it .pdf"),
    (b"%!PS", "a PostScript file; convert it to text first"),
    (b"{\\rtf", "an RTF document; name it .rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document; save it as .docx first"),
    (b"\x89PNG", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF87a", _IMAGE),
    (b"GIF89a", _IMAGE),
    (b"II*\x00", _IMAGE),
    (b"MM\x00*", _IMAGE),
    (b"\x1f\x8b", _GZIP),
    (b"BZh", "a compressed file; name it .bz2"),
    (b"\xfd7zXZ\x00", "a compressed file; name it .xz"),
    (b"7z\xbc\xaf\x27\x1c", _PACKED),
    (b"Rar!\x1a", _PACKED),
    (b"\x28\xb5\x2f\xfd", _PACKED),
    (b"ID3", _SOUND),
    (b"OggS", _SOUND),
    (b"fLaC", _SOUND),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database; export its articles as .csv first"),
    (b"PAR1", "a Parquet file; name it .parquet"),
    (b"WARC/", "a web archive; name it .warc"),
)
_ZIPPED = (
    (b"word/", "a word processor document; name it .docx"),
    (b"opendocument.text", "a word processor document; name it .odt"),
    (b"xl/", "a spreadsheet; export its articles as .csv first"),
    (b"ppt/", "a slide show; save it as plain text first"),
    (b"epub", "an e-book; name it .epub"),
)
_PAGE = (b"<!doctype html", b"<html")
_MARKED_UP = (
    *((beginning, _HTML) for beginning in _PAGE),
    (b"<?xml", "an XML file; save the article's text as .txt first"),
)
REFUSED_EXTENSIONS = {
    ".doc": "an old Office document; save it as .docx first",
    ".xml": "an XML file; save the article's text as .txt first",
    ".xls": "a spreadsheet; export its articles as .csv first",
    ".xlsx": "a spreadsheet; export its articles as .csv first",
}
"""Text files of kinds that would be read as gibberish."""

_TEXT_CONTROLS = b"\t\n\v\f\r\x1b"
_CONTROLS = bytes(code for code in [*range(32), 127] if code not in _TEXT_CONTROLS)


def looks_like(data: bytes) -> str | None:
    """What the first bytes say this is, and what to do about it; None when it may be text."""
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            return kind
    if data.startswith(b"PK\x03\x04"):
        return next((kind for inside, kind in _ZIPPED if inside in data), "a ZIP archive; name it .zip")
    if data[:4] == b"RIFF":
        return _IMAGE if data[8:12] == b"WEBP" else _SOUND
    if data[4:8] == b"ftyp":
        return _SOUND
    opening = _opening(data)
    return next((kind for beginning, kind in _MARKED_UP if opening.startswith(beginning)), None)


def looks_marked_up(data: bytes) -> bool:
    """Whether the first bytes are those of a web page."""
    opening = _opening(data)
    return opening.startswith(_PAGE) or (opening.startswith(b"<?xml") and any(tag in opening for tag in _PAGE))


def _opening(data: bytes) -> bytes:
    return data[:1_000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()


def control_share(data: bytes) -> float:
    """Share of the bytes that are control characters no text needs, 0 to 1."""
    return (len(data) - len(data.translate(None, _CONTROLS))) / max(1, len(data))
