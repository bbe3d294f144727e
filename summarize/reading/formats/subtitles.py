"""Subtitles (.srt, .vtt): what is said, as running text. When it is said is left out."""

from __future__ import annotations

import html
import re
from typing import BinaryIO

from summarize.errors import SourceError
from summarize.reading.formats.base import Format, Items, read_text
from summarize.reading.mending import Mending
from summarize.records.document import Document

_MOMENT = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMES = re.compile(rf"[ \t]*{_MOMENT}[ \t]*-->[ \t]*{_MOMENT}")
_TAG = re.compile(r"<(v)(?:\.[^\s<>]{0,200})?[ \t]{1,20}[^<>]{1,200}>|</?[a-zA-Z0-9][^>]{0,200}>|\{\\[^}]{0,200}\}")
_NO_SPEECH = re.compile(r"\s*[\[(（♪♫#][^\])）]*[\])）♪♫#]?\s*$")
"""A line that tells a sound: [applause], (music), ♪ ..."""
_SPEAKER = re.compile(r"\s*(?:>>+|[-–—](?=\s*\S))\s*")
"""Begins what another speaker says."""
_PAUSE = 3.0
"""Seconds of silence behind a sentence, from which a paragraph ends."""
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)]*$")


def read(stream: BinaryIO, name: str) -> Items:
    """What is said, a paragraph for each speaker and after each pause. Raises SourceError where nothing is."""
    mending = Mending()
    paragraphs: list[list[str]] = [[]]
    shown: set[str] = set()
    before = 0.0
    for start, end, lines in _cues(read_text(stream, name, mending)):
        said = [line for line in lines if line not in shown]  # captions that roll up show each line twice
        shown = set(lines)
        for at, line in enumerate(said):
            spoken = _SPEAKER.match(line)
            last = paragraphs[-1][-1] if paragraphs[-1] else ""
            paused = not at and start - before > _PAUSE and _SENTENCE_END.search(last)
            if spoken or paused:
                paragraphs.append([])
            paragraphs[-1].append(line[spoken.end() :] if spoken else line)
        before = max(before, end)
    text = "\n\n".join(" ".join(paragraph) for paragraph in paragraphs if paragraph)
    if not text:
        raise SourceError(f"{name}: holds no subtitles with speech")
    yield Document(id=name, text=text, mends=mending.mends)


def _cues(text: str) -> list[tuple[float, float, list[str]]]:
    """When each is shown, in seconds, and its lines without markup."""
    found: list[tuple[float, float, list[str]]] = []
    blank = True
    for line in text.splitlines():
        if times := _TIMES.match(line):
            found.append((_seconds(times.groups()[:4]), _seconds(times.groups()[4:]), []))
            blank = False
        elif not line.strip():
            blank = True
        elif found and not blank:
            plain = " ".join(html.unescape(_TAG.sub(_speaker, line)).split())
            if plain and not _NO_SPEECH.match(plain):
                found[-1][2].append(plain)
    return found


def _speaker(tag: re.Match[str]) -> str:
    return ">> " if tag[1] else ""


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return 3600 * hours + 60 * minutes + seconds + thousandths / 1000


FORMAT = Format(
    suffixes=(".srt", ".vtt"),
    media_types=("application/x-subrip", "text/vtt"),
    read=read,
    beginning=re.compile(rb"(?:\xef\xbb\xbf)?(?:WEBVTT|\s*1\s*\r?\n\d\d:\d\d:\d\d[,.]\d{3} --> )"),
)
