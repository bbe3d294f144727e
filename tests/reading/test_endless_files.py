"""Small files that would take minutes, and large ones, are given up within seconds."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from summarize.reading import read_contents
from tests.reading.files import answer, docx, epub, mhtml, odt, record, rtf, tarred, zipped

pytestmark = pytest.mark.timed

_SECONDS = 5.0
_SUFFIXES = (".txt", ".eml", ".docx", ".rtf", ".csv", ".tar", ".zip", ".gz", ".warc", ".mbox", ".json", ".srt", ".html")
_PART = b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n"
_WITHIN = b"Subject: a\nContent-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: message/rfc822\n\n"
_CUE = b"1\n00:00:01,000 --> 00:00:02,000\n"

FILES: dict[str, Callable[[], bytes]] = {
    "paragraphs.docx": lambda: docx("<w:p/>" * 550_000),
    "too many paragraphs.docx": lambda: docx("<w:p/>" * 1_000_000),
    "paragraphs.odt": lambda: odt("<text:p/>" * 550_000),
    "chapters.epub": lambda: epub({f"{number}.xhtml": "<div/>" * 14_000 for number in range(40)}),
    "groups.rtf": lambda: rtf("{}" * 900_000),
    "lines.eml": lambda: b"Subject: a\n\n" + b"\n" * 20_000_000,
    "quotations.eml": lambda: b"Subject: a\n\nhey\n" + b"\n> a\n" * 500_000,
    "flowing.eml": lambda: b"Subject: a\nContent-Type: text/plain; format=flowed\n\n" + b"a \n" * 600_000,
    "title.rtf": lambda: rtf(r"{\info{\title " + r"\'e9\b " * 900_000 + "}}Fog."),
    "parts.eml": lambda: b"".join(map(_PART.__mod__, zip(range(200), range(200), strict=True))) + b"a\n" * 90_000,
    "picture.mhtml": lambda: mhtml() + b"AAAA" * 10_000_000,
    "lines.mbox": lambda: b"\n" * 50_000_000,
    "messages.mbox": lambda: b"From - \n\n\n" * 1_000_000,
    "cells.csv": lambda: b"text" + b"," * 20_000_000,
    "values.json": lambda: b"[" + b"1," * 1_900_000 + b"1]",
    "lines.srt": lambda: _CUE + b"".join(map(b"a%d\n".__mod__, range(20_000))) + b"\n" + _CUE + b"b\n" * 20_000,
    "tags.vtt": lambda: b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"<a " * 600_000,
    "voices.vtt": lambda: b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"<v." * 600_000,
    "tags.txt": lambda: b"Fog &amp; ferries. " + b"<a " * 600_000,
    "encoding.eml": lambda: b"Subject: a\nContent-Type: text/plain; charset=punycode\n\nfog-" + b"zzzzaaaa" * 200_000,
    "encoding.html": lambda: b"<html><meta charset='punycode'><body><p>fog-" + b"zzzzaaaa" * 200_000,
    "addresses.eml": lambda: _WITHIN + b"To: " + b"x, y <a@b.example> " * 100_000 + b"\n\nFog.\n\n--B--\n",
    "chunks.warc": lambda: record(answer(b"1\r\na\r\n" * 3_000_000, "Transfer-Encoding: chunked")),
    "records.warc": lambda: b"WARC/1.0\r\nContent-Length: 0\r\n\r\n" * 500_000,
    "files.zip": lambda: zipped({f"{number}.txt": "Fog." for number in range(20_000)}),
    "files.tar": lambda: tarred({f"{number}.jpg": "Fog." for number in range(20_000)}),
    **{f"long{suffix}": lambda: b"The ferry struck.\n" * 5_600_000 for suffix in _SUFFIXES},
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_without_end_is_read_or_given_up_soon(name: str) -> None:
    data = FILES[name]()
    begun = time.process_time()
    reading = read_contents([(name, data)])
    assert time.process_time() - begun < _SECONDS
    assert reading.documents or reading.problems
