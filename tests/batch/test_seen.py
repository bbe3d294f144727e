"""Ids given twice are found among any number, in little memory."""

from __future__ import annotations

import tracemalloc

from summarize.batch.seen import Seen, hashed


def test_what_was_seen_is_known_and_nothing_else() -> None:
    seen = Seen()
    for number in range(5_000):
        assert hashed(f"event-{number}") not in seen
        seen.add(hashed(f"event-{number}"))
        seen.add(hashed(f"event-{number // 2}"))
    assert len(seen) == 5_000
    assert all(hashed(f"event-{number}") in seen for number in range(5_000))


def test_the_largest_and_the_smallest_hash_are_numbers_like_others() -> None:
    seen = Seen()
    for number in (0, 2**64 - 1):
        assert number not in seen
        seen.add(number)
        assert number in seen


def test_a_hundred_thousand_take_a_megabyte_and_a_half() -> None:
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    seen = Seen()
    for number in range(100_000):
        seen.add(hashed(str(number)))
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert after - before < 1_500_000
