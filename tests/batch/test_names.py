"""Ids as names of files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.batch.names import file_name


@pytest.mark.parametrize("identity", ["event-1", "2029-11-13", "NPA_7", "a.b", "x" * 100])
def test_an_id_that_can_be_a_name_is_one(identity: str) -> None:
    assert file_name(identity) == identity


@pytest.mark.parametrize(
    "identity",
    [
        "a/b",
        "..",
        ".hidden",
        "a\nb",
        "a b",
        "",
        "x" * 101,
        "über",
        "manifest",
        "manifest-1-of-2",
        "CON",
        "com1.x",
        "a.",
    ],
)
def test_any_other_is_told_from_all_by_its_hash(identity: str) -> None:
    name = file_name(identity)
    assert "~" in name
    assert name.isascii()
    assert not set(name) & set('/\\\n :*?"<>|')
    assert len(name) < 100


@pytest.mark.parametrize(("one", "other"), [("a/b", "a_b"), ("a/b", "a:b"), ("a b", "a/b"), ("a~1", "a/1")])
def test_ids_that_look_alike_have_names_of_their_own(one: str, other: str) -> None:
    assert file_name(one) != file_name(other)


def test_where_large_and_small_letters_are_one_they_are_told_apart() -> None:
    assert file_name("A") == "A"
    names = [file_name(identity, case_sensitive=False) for identity in ("A", "a")]
    assert names[1] == "a"
    assert names[0].lower() != names[1]


@given(st.lists(st.text(), unique=True, min_size=2, max_size=5))
def test_no_two_ids_share_a_name(identities: list[str]) -> None:
    assert len({file_name(identity) for identity in identities}) == len(identities)
