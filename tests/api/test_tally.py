"""JSON is counted before it is parsed: never too little, and never so much that an honest request is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.tally import Tally, TooMuch

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=5), inner, max_size=5),
    max_leaves=30,
)


def counted(written: bytes, size: int = 64 * 1024) -> Tally:
    tally = Tally(1, 10_000_000, 10_000_000)
    for start in range(0, len(written), size):
        tally.feed(written[start : start + size])
    return tally


def count(value: Any) -> tuple[int, int]:
    """Values and keys, and the characters of the strings among them."""
    if isinstance(value, str):
        return 1, len(value)
    parts = [count(part) for part in value] if isinstance(value, list) else []
    if isinstance(value, dict):
        parts = [count(part) for item in value.items() for part in item]
    return 1 + sum(values for values, _ in parts), sum(characters for _, characters in parts)


@given(value=VALUES, ascii=st.booleans(), size=st.integers(1, 40))
def test_nothing_escapes_the_count_wherever_the_pieces_end(value: Any, ascii: bool, size: int) -> None:
    written = json.dumps(value, ensure_ascii=ascii).encode("utf-8", "surrogatepass")
    values, characters = count(value)
    whole = counted(written)
    assert whole.marks >= values - 1
    assert characters / 2 - 1 <= whole.characters <= characters
    assert counted(written, size).marks >= whole.marks - len(written) // 4


@pytest.mark.parametrize("quoted", [r"\"", r"\\", r"\\\"", r"\\\\"])
def test_quotation_marks_of_a_text_are_no_ends_of_strings(quoted: str) -> None:
    written = f'["{quoted}", [[[[{{}}]]]]]'.encode()
    assert counted(written).marks == counted(b'["a", [[[[{}]]]]]').marks
    for size in range(1, len(written)):
        assert counted(written, size).marks == counted(written).marks


def test_an_honest_request_with_every_field_is_let_through() -> None:
    fields = ("id", "text", "title", "url", "publisher", "published")
    documents = [dict.fromkeys(fields, 'A "ferry", sank: [once] {again}\\') for _ in range(100)]
    Tally(100, 100).feed(json.dumps({"documents": documents}, indent=4).encode())


@pytest.mark.parametrize("worst", [b",", b'"', b'",', b"[", b"1", b" ", b'"a'])
@pytest.mark.parametrize("most_characters", [None, 5_000])
def test_what_need_not_be_counted_is_never_too_much(worst: bytes, most_characters: int | None) -> None:
    longest = max(length for length in range(20_000) if Tally(100, 100, most_characters).has_room_for(length))
    assert longest > 4_900
    Tally(100, 100, most_characters).feed((worst * longest)[:longest])
    with pytest.raises(TooMuch):
        Tally(100, 100).feed(b"," * 11_000)


def test_the_first_piece_of_what_is_too_much_is_enough_to_refuse_it() -> None:
    with pytest.raises(TooMuch, match="100 documents"):
        Tally(100, 100).feed(b"[]," * 20_000)
