"""What every format says in the same words."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta, timezone

import pytest

from summarize.records.brief import Brief, LeftOut
from summarize.rendering import Format, conflicts, render, wording
from summarize.rendering.cleaning import clean, web_address


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        (datetime(2029, 11, 13), "13 November 2029"),
        (datetime(2029, 11, 13, 0, 0, tzinfo=UTC), "13 November 2029"),
        (datetime(2029, 1, 3, 9, 5), "3 January 2029, 09:05"),
        (datetime(2029, 1, 3, 9, 5, tzinfo=UTC), "3 January 2029, 09:05 UTC"),
        (
            datetime(2029, 1, 3, 9, 5, tzinfo=timezone(timedelta(hours=5, minutes=30))),
            "3 January 2029, 09:05 UTC+05:30",
        ),
        (datetime(2029, 1, 3, 9, 5, tzinfo=timezone(-timedelta(hours=3))), "3 January 2029, 09:05 UTC-03:00"),
    ],
)
def test_dates_are_written_out(published: datetime, shown: str) -> None:
    assert wording.moment(published) == shown


@pytest.mark.parametrize(
    ("voices", "cited", "shown"),
    [
        (1, 1, "1 source"),
        (3, 3, "3 sources"),
        (1, 3, "copies of one report"),
        (2, 3, "2 independent sources"),
    ],
)
def test_copies_are_not_counted_as_sources_of_their_own(ferry: Brief, voices: int, cited: int, shown: str) -> None:
    sentence = ferry.sentences[2]
    sentence = dataclasses.replace(sentence, voices=voices, citations=sentence.citations[:cited])
    assert wording.voices(sentence) == shown


def test_a_source_cited_twice_for_a_sentence_is_one_number(ferry: Brief) -> None:
    sentence = ferry.sentences[1]
    twice = dataclasses.replace(sentence, citations=(*sentence.citations, sentence.citations[0]))
    assert wording.brackets(wording.cited(twice)) == "[1][4]"


def test_a_citation_tells_its_page_in_every_format_where_the_source_has_pages(ferry: Brief) -> None:
    first = ferry.sentences[1]
    paged = dataclasses.replace(first.citations[0], page=12)
    sentences = (ferry.sentences[0], dataclasses.replace(first, citations=(paged, *first.citations[1:])))
    brief = dataclasses.replace(ferry, sentences=(*sentences, *ferry.sentences[2:]))
    assert wording.references(brief.sentences[1]) == "[1, p. 12][4]"
    for form in Format:
        shown, before = render(brief, form), render(ferry, form)
        assert ('"page": 12' if form is Format.JSON else "[1, p. 12]") in shown
        assert "p. 12" not in before
        assert '"page"' not in before


def test_conflicts_that_are_quoted_tell_the_page_of_their_words(ferry: Brief) -> None:
    values = tuple(dataclasses.replace(value, page=7) for value in ferry.conflicts[0].values)
    conflict = dataclasses.replace(ferry.conflicts[0], values=values, claims=())
    brief = dataclasses.replace(ferry, conflicts=(conflict,))
    for form in (Format.MARKDOWN, Format.TEXT, Format.HTML):
        assert f"[{values[0].source}, p. 7] " in render(brief, form)


def test_what_was_left_out_is_counted_in_words(ferry: Brief) -> None:
    brief = dataclasses.replace(
        ferry, left_out=LeftOut(boilerplate=1, redundant=1, budget=2), sources=ferry.sources[:5]
    )
    assert wording.left_out(brief) == (
        "Left out: 1 sentence that repeats one quoted here, 2 sentences of less weight, 1 piece of page clutter."
    )


def test_the_newest_side_of_a_conflict_is_named(ferry: Brief) -> None:
    injured, time, _ = ferry.conflicts
    assert conflicts.line(injured) == "27 [1][2] / 31 [3][4] (newest: [4])"
    assert conflicts.line(time) == "7:40 a.m. [1] / 7.55am [4] (newer: [4])"


def test_no_side_is_called_newer_where_none_is(ferry: Brief) -> None:
    assert conflicts.line(dataclasses.replace(ferry.conflicts[0], newest=None)) == "27 [1][2] / 31 [3][4]"


def test_a_conflict_stands_beside_the_first_sentence_concerned(ferry: Brief) -> None:
    both = dataclasses.replace(ferry.conflicts[0], claims=(4, 2))
    beside, elsewhere = conflicts.placed(dataclasses.replace(ferry, conflicts=(both,)))
    assert beside == [[], [both], [], [], []]
    assert not elsewhere


@pytest.mark.parametrize("format", [Format.MARKDOWN, Format.TEXT, Format.HTML])
def test_a_brief_without_conflicts_does_not_speak_of_them(ferry: Brief, format: Format) -> None:
    agreed = dataclasses.replace(ferry, conflicts=())
    assert "isagree" not in render(agreed, format).replace("/* Disagreement", "")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("a\x1b[1;31mb\x1b[0mc", "abc"),
        ("a\x1b]8;;https://evil.example\x1b\\b\x1b]8;;\x07c", "abc"),
        ("a\x1bPq payload\x1b\\b", "ab"),
        ("a\x9b2Jb\x9dtitle\x9cc", "abc"),
        ("a\x1b\x1b[0m[2Jb", "a[2Jb"),
        ("a \x00 b", "a b"),
        (" a\r\n\tb\u2028c\u3000d ", "a b c d"),
        ("10\u00a0000 « oui\u202f»", "10\u00a0000 « oui\u202f»"),
        ("\u202eevil\u202c", "evil"),
    ],
)
def test_text_is_cleaned(given: str, shown: str) -> None:
    assert clean(given) == shown


@pytest.mark.parametrize(
    "url",
    [
        *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "\x01javascript:alert(1)"),
        *(
            "data:text/html,<script>",
            "vbscript:x",
            "file:///etc/passwd",
            "ftp://a.example",
            "//a.example",
            "/a",
            "a.txt",
        ),
        *("https://", "https:a", "http://[::1", "https://a.example/\x00", "", None),
    ],
)
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert web_address(url) is None


@pytest.mark.parametrize(
    ("url", "address"),
    [
        (" https://a.example/b?c=d&e=f#g ", "https://a.example/b?c=d&e=f#g"),
        ("HTTP://a.example/%20b", "HTTP://a.example/%20b"),
        ("https://a.example/ä(b)", "https://a.example/ä(b)"),
        ("https://a.example/a b\"><i>'`\\", "https://a.example/a%20b%22%3E%3Ci%3E%27%60%5C"),
    ],
)
def test_addresses_are_kept_but_for_odd_characters(url: str, address: str) -> None:
    assert web_address(url) == address


def test_a_sentence_cut_at_its_notes_reads_as_it_did(sample: Brief) -> None:
    for sentence in sample.sentences:
        assert "".join(piece for piece, _ in wording.noted(sentence)) == clean(sentence.text)


def test_what_is_noted_is_told_with_its_source(ferry: Brief) -> None:
    told = [wording.notes(sentence) for sentence in ferry.sentences]
    assert told[0] == "Tuesday: 13 November 2029 [1]"
    assert told[1] == ""


def test_notes_that_would_cut_a_control_sequence_are_not_marked_in_the_sentence(hostile: Brief) -> None:
    """Its words stay the cleaned ones; the notes are told in the other forms."""
    sentence = next(sentence for sentence in hostile.sentences if sentence.notes)
    start = sentence.text.index("owned")
    note = dataclasses.replace(sentence.notes[0], start=start, end=start + len("owned"))
    cut = dataclasses.replace(sentence, notes=(note,))
    assert wording.noted(cut) == [(clean(sentence.text), None)]


def test_words_with_one_explanation_are_told_together(ferry: Brief) -> None:
    first = ferry.sentences[0]
    note = dataclasses.replace(first.notes[0], start=first.text.index("early"), end=first.text.index("early") + 5)
    both = dataclasses.replace(first, notes=(note, first.notes[0]))
    assert wording.notes(both) == "early, Tuesday: 13 November 2029 [1]"
