"""What an ordinary page can hold or an attacker can write ends in a brief or a message, and in good time."""

from __future__ import annotations

import random
import sys
import time
import unicodedata
from collections.abc import Callable, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from summarize import Document, Options, languages, summarize
from summarize.errors import SummarizeError, TooManySentences
from summarize.lexical.words import find_words
from summarize.native import NativeFaultError, guarded
from summarize.provenance.copies import Copies
from summarize.quantities.amounts import find_quantities
from summarize.quantities.dates import find_dates
from summarize.reading.formats.markdown import parse
from summarize.reading.metadata import parse_published
from summarize.records.document import Block
from summarize.records.sentence import Sentence
from summarize.segmentation import boundaries
from summarize.segmentation.boundaries import sentence_spans
from tests.conftest import WordEncoder

pytestmark = pytest.mark.timed

LEAD = "The ferry struck the pier on Tuesday, police said."
WHITE = [chr(i) for i in range(sys.maxunicode + 1) if chr(i).isspace()]
ENGLISH = languages.get("en")
CODES = ("en", "de", "fr", "es", "ru", "ar", "hi", "zh", "ja", "th", "el", "xx")


def brief_of(text: str, **options: int) -> list[str]:
    brief = summarize([Document(id="a", text=text)], Options(**options), WordEncoder())
    return [sentence.text for sentence in brief.sentences]


@pytest.mark.parametrize("white", WHITE, ids=[f"U+{ord(white):04X}" for white in WHITE])
def test_any_white_space_may_stand_before_a_full_stop(white: str) -> None:
    told = brief_of(f"{LEAD} The council chose plan B{white}. Nobody knew why it did so.")
    assert told[0] == LEAD


@pytest.mark.parametrize("code", CODES)
def test_the_splitter_takes_every_white_space_mark_and_control_in_every_language(code: str) -> None:
    language = languages.get(code)
    odd = [c for c in map(chr, range(0x3000)) if c.isspace() or unicodedata.category(c)[0] in "MC" or not c.isalnum()]
    for character in odd:
        text = f"Plan B{character}. A{character}b. Mr.{character}X (C{character}) said{character}so."
        spans = list(sentence_spans(text, language))
        assert spans == sorted(spans)
        assert all(text[start:end].strip() for start, end in spans)


@given(st.text(alphabet=st.sampled_from([*WHITE, *"ABab.!?\"'“”()[]-–,;:0123½\u0301\u200d\x00\x7f中ก"]), max_size=80))
@settings(max_examples=300, deadline=None)
def test_whatever_text_is_split_into_spans_that_do_not_overlap(text: str) -> None:
    end = 0
    for start, stop in sentence_spans(text.replace("\n", " "), ENGLISH):
        assert end <= start < stop <= len(text)
        end = stop


def test_a_fault_in_native_code_is_an_exception_and_a_wish_to_end_stays_one() -> None:
    class Panic(BaseException):
        pass

    with pytest.raises(NativeFaultError, match="splitting"), guarded("splitting"):
        raise Panic("index out of bounds")
    with pytest.raises(KeyboardInterrupt), guarded("splitting"):
        raise KeyboardInterrupt
    with pytest.raises(ValueError, match="plain"), guarded("splitting"):
        raise ValueError("plain")


def test_where_the_splitter_panics_all_the_same_sentences_end_at_full_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    class Panic(BaseException):
        pass

    def panic(language: str, text: str) -> None:
        raise Panic

    monkeypatch.setattr("sentencex.get_sentence_boundaries", panic)
    text = "The ferry sank. Nobody was hurt! Was it the fog? No."
    assert [text[a:b] for a, b in boundaries.sentence_spans(text, ENGLISH)] == [
        "The ferry sank.", "Nobody was hurt!", "Was it the fog?", "No."
    ]  # fmt: skip


NUMBERS = [
    *(
        "1" + "0" * 309,
        "1" + ",000" * 200,
        "1 000" * 100,
        "0." + "0" * 400 + "1",
        "1e400",
        "10²³",
        "٣٣ people",
        "９９９",
    ),
    *("9" * 10_000, "$" + "9" * 400 + " million", "million " * 400, "ten " * 500, "1.000" * 300, "½" * 300, "²" * 50),
    *("January 99999999999", "9999-99-99", "25:99 pm", "0 o'clock", "000000:00 a.m.", "-" * 200 + "5", "5%" * 300),
]


@pytest.mark.parametrize("number", NUMBERS, ids=[number[:12] for number in NUMBERS])
def test_a_figure_of_any_length_ends_in_a_brief(number: str) -> None:
    texts = [f"The fund lost {number} on Tuesday, police said.", "The fund lost 27 on Tuesday, police said."]
    documents = [Document(id=str(k), text=f"{LEAD} {text}") for k, text in enumerate(texts)]
    assert summarize(documents, encoder=WordEncoder()).sentences


def test_reading_quantities_takes_whatever_is_written() -> None:
    pieces = [
        *("1", "0", "000", "9" * 30, ",", ".", " ", "-", "–", "/", ":", "%", "$", "€", "£", "½", "²", "٣", "e", "x"),
        *("million", "billion", "dozen", "hundred", "half", "a", "and", "of", "to", "twenty", "nine", "km", "m", "°C"),
        *(
            "January",
            "May",
            "Monday",
            "2019",
            "a.m.",
            "noon",
            "o'clock",
            "last",
            "month",
            "no",
            "killed",
            "about",
            "at",
        ),
        *(
            "least",
            "more",
            "than",
            "years",
            "old",
            "per",
            "share",
            "No.",
            "UPDATE",
            "\u0301",
            "(",
            ")",
            "'s",
            "st",
            "th",
        ),
    ]
    random_ = random.Random(20291113)
    for _ in range(20_000):
        text = "".join(random_.choice(pieces) + random_.choice(["", " ", " "]) for _ in range(random_.randrange(1, 12)))
        values = [
            *find_quantities(text, find_words(text, ENGLISH), ENGLISH),
            *find_dates(text or ".", ENGLISH, (2029, 1)),
        ]
        assert all(value.low <= value.high and 0 <= value.start <= value.end <= len(text) for value in values), text


RUNS = {
    **{name: name for name in ("'", '"', "(", ")", "[", ".", "!", ",", "-", "7", " ", "|", "A", "{", "$")},
    "opening quotes": "\u201c", "nested quotes": '"(\u201c', "no-break spaces": "\xa0", "marks": "a\u0301\u0323",
    "titles": "Mr. ", "initials": "a. ", "pointers": "Read more ", "cells": "| a ", "links": "http://a.b/",
    "handles": "@a ", "characters": "中", "controls": "\x01", "numbers": "1,000,", "said": "said ",
    "single quotes": "‘", "quoted letters": "‘a ", "low quotes": "„", "guillemets": "«",
    "closed quotations": "“a.” x ", "hosts": "a.a-", "host and path": "a.a/",
    "items": "1. a ", "bullets": "• ", "notes": "A.[1] ", "rules": "___ ", "glued labels": "ShareThe ",
    "turns": "Q: a\n\n",
    "lost spaces": "ab.Cd ", "straight single quotes": " 'Ab.", "entities": "&amp; ", "mojibake": "â€™",
    "fences": "```\n\n", "questions": "Why?\n\n", "fields": "title: a\n",
    "number words": "one and ", "emoji": "😀", "broken ends": "B\xa0. ",
}  # fmt: skip


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS.keys())
def test_time_grows_in_step_with_a_run_of_anything(run: str) -> None:
    """Four times the text takes about four times as long; sixteen times would be the square."""
    seconds = []
    for size in (20_000, 80_000):
        text = f"{LEAD}\n\n{(run * size)[:size]}"
        begun = time.process_time()
        brief_of(text)
        seconds.append(time.process_time() - begun)
    assert seconds[1] < max(9 * seconds[0], 0.5)


def test_one_sentence_in_very_many_documents_is_counted_in_step_with_them() -> None:
    def seconds(count: int) -> float:
        said = [Sentence(document, 0, 9, "said", tokens=tuple("abcdefghij")) for document in range(count)]
        begun = time.process_time()
        assert Copies(tuple(range(count))).count_independent(said) == 1
        return time.process_time() - begun

    assert seconds(40_000) < max(9 * seconds(10_000), 0.5)


def test_more_paragraphs_than_sentences_allowed_are_refused_before_they_are_looked_at() -> None:
    begun = time.process_time()
    with pytest.raises(TooManySentences, match="more paragraphs than"):
        summarize([Document(id="a", text="a\n" * 450_000)], encoder=WordEncoder())
    assert time.process_time() - begun < 10


def test_a_table_as_wide_as_no_table_is_read_as_text() -> None:
    begun = time.process_time()
    page = parse(f"|{'a|' * 400}\n|{'-|' * 400}\n" + "|x\n" * 160)
    assert len(page.blocks) < 10
    assert time.process_time() - begun < 0.5


def test_a_sentence_of_megabytes_is_never_quoted() -> None:
    with pytest.raises(SummarizeError):
        brief_of("x" * 1_000_000 + " y z.")
    assert brief_of(f"{LEAD}\n\nThe {'very ' * 200_000}big ship sank.") == [LEAD]


def seconds_of(*documents: Document) -> float:
    begun = time.process_time()
    summarize(documents, encoder=WordEncoder())
    return time.process_time() - begun


def test_names_a_letter_apart_in_a_series_are_no_misspellings_and_take_no_time() -> None:
    first, second = (
        " ".join(f"The mayor Smit{chr(0x4E00 + start + i)}h resigned over the ferry on Tuesday." for i in range(250))
        for start in (0, 5000)
    )
    documents = [Document(id="a", text=first, language="en"), Document(id="b", text=second, language="en")]
    assert seconds_of(*documents) < 3
    assert len(summarize(documents, encoder=WordEncoder()).conflicts) < 250


def test_a_sentence_of_a_hundred_amounts_is_a_table_and_contradicts_nothing() -> None:
    texts = [
        LEAD
        + " "
        + " ".join(
            "The storm killed " + " ".join(f"${1000 * i + 777 * k}" for k in range(140)) + " people." for _ in "ab"
        )
        for i in range(1, 9)
    ]
    assert seconds_of(*(Document(id=str(k), text=text) for k, text in enumerate(texts))) < 3


def test_a_word_of_very_many_letters_is_no_name() -> None:
    word = "A" + "".join(random.Random(1).choices("abcdefghijklmnop", k=20_000))
    assert seconds_of(Document(id="a", text=f"{LEAD} The {word} ship sank."), Document(id="b", text=LEAD)) < 3


def test_a_date_of_very_many_characters_is_none() -> None:
    begun = time.process_time()
    assert parse_published("2" + " " * 40_000 + "x") is None
    assert time.process_time() - begun < 0.5


def test_lines_before_the_first_sentence_are_gone_through_once_by_the_choice() -> None:
    text = "\n".join(f"Ferry Hits Pier {i}" for i in range(6_000)) + "\n" + LEAD
    begun: dict[str, float] = {}
    document = Document(id="a", text=text)
    summarize([document], None, WordEncoder(), lambda stage: begun.setdefault(stage, time.process_time()))
    assert time.process_time() - begun["selection"] < 2


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (lambda: Document(id="a", text=LEAD, blocks=None), "blocks"),
        (lambda: Document(id="a", text=LEAD, blocks=((0, 5),)), "blocks"),
        (lambda: Document(id="a", text=LEAD, blocks=(Block(0, 9999),)), "inside the text"),
        (lambda: Block(0.0, 5.0), "whole number"),
        (lambda: Block(0, 5, "nonsense"), "BlockRole"),
        (lambda: summarize(Document(id="a", text=LEAD), encoder=WordEncoder()), "several"),
        (lambda: summarize(None, encoder=WordEncoder()), "several"),
        (lambda: summarize([Document(id="a", text=LEAD)], 50, WordEncoder()), "Options"),
        (lambda: summarize([Document(id="a", text=LEAD)], encoder="model"), "load_encoder"),
        (lambda: summarize([Document(id="a", text=LEAD)], encoder=_Broken()), "finite row"),
    ],
)
def test_what_a_program_passes_wrongly_is_named(fault: Callable[[], object], told: str) -> None:
    with pytest.raises(SummarizeError, match=told):
        fault()


class _Broken(WordEncoder):
    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return super().encode(texts) * np.float32(np.nan)
