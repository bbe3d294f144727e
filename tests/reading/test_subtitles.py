"""Subtitles are what is said, as a text."""

from __future__ import annotations

import pytest

from tests.reading.conftest import ReadBytes, only, problem
from tests.reading.files import SRT

VTT = """WEBVTT - The Ennick Mercury

NOTE nobody reads this

STYLE
::cue { color: red }

intro
00:01.000 --> 00:04.000 align:start position:0%
<v Una Kelland>A ferry struck the <c.mole>mole</c> &amp; the pier</v>

00:04.500 --> 00:06.000
in <00:04.700><c> fog</c>.

00:06.100 --> 00:09.000
<v.loud Tom Rade>It was dense.</v>
"""
ROLLING = """WEBVTT

00:00:00.000 --> 00:00:02.000
a ferry struck

00:00:02.000 --> 00:00:02.010
a ferry struck

00:00:02.010 --> 00:00:04.000
a ferry struck
the mole in fog

00:00:04.000 --> 00:00:06.000
the mole in fog
on Tuesday.
"""


def test_lines_become_sentences_and_speakers_paragraphs(read_bytes: ReadBytes) -> None:
    assert only(read_bytes(SRT, "a.srt")).text == (
        "A passenger ferry struck the head of the North Mole in dense fog on Tuesday.\n\n"
        "How many were hurt?\n\nAt least 27 people."
    )
    assert only(read_bytes(VTT, "a.vtt")).text == "A ferry struck the mole & the pier in fog.\n\nIt was dense."


def test_subtitles_are_known_by_their_first_lines_and_read_with_windows_line_ends(read_bytes: ReadBytes) -> None:
    assert only(read_bytes(SRT.replace("\n", "\r\n"), "download")).text == only(read_bytes(SRT, "a.srt")).text
    assert only(read_bytes(VTT, "download")).text.startswith("A ferry")


def test_captions_that_roll_up_are_told_once(read_bytes: ReadBytes) -> None:
    assert only(read_bytes(ROLLING, "a.vtt")).text == "a ferry struck the mole in fog on Tuesday."


def test_a_pause_ends_a_paragraph_only_behind_a_sentence(read_bytes: ReadBytes) -> None:
    cues = "1\n00:00:01,000 --> 00:00:02,000\nThe ferry{}\n\n2\n00:00:20,000 --> 00:00:21,000\nstruck the mole.\n"
    assert only(read_bytes(cues.format(""), "a.srt")).text == "The ferry struck the mole."
    assert only(read_bytes(cues.format("."), "a.srt")).text == "The ferry.\n\nstruck the mole."


@pytest.mark.parametrize("text", ["WEBVTT\n", "1\n00:00:01,000 --> 00:00:02,000\n[music]\n\n♪ la la ♪\n", "Fog.\n"])
def test_subtitles_without_speech_are_named(read_bytes: ReadBytes, text: str) -> None:
    assert "no subtitles with speech" in problem(read_bytes(text, "a.srt"))
