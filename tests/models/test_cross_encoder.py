"""Two sentences are cut to what the model can take, the longer one first."""

from __future__ import annotations

import pytest

from summarize.models.cross_encoder import MAX_TOKENS, cut


@pytest.mark.parametrize(
    ("left", "right", "kept"), [(10, 20, (10, 20)), (900, 20, (105, 20)), (20, 900, (20, 105)), (900, 901, (62, 62))]
)
def test_a_pair_is_cut_to_what_fits_and_both_are_read(left: int, right: int, kept: tuple[int, int]) -> None:
    one, other = cut(list(range(left)), list(range(right)), MAX_TOKENS - 3)
    assert len(one) + len(other) <= MAX_TOKENS - 3
    assert min(len(one), len(other)) >= min(left, right, 62)
    assert (len(one), len(other)) == kept
