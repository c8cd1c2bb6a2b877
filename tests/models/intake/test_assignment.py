"""The best assignment is the best of all that are possible."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.intake.shape.assignment import best_assignment

WEIGHTS = st.dictionaries(
    st.integers(0, 4),
    st.dictionaries(st.sampled_from("abcde"), st.integers(-5, 9).map(float), max_size=5),
    max_size=5,
)


def by_trying_all(weights: dict[int, dict[str, float]]) -> float:
    """The highest sum that any pairing has."""
    lefts = list(weights)
    rights: list[str | None] = [*"abcde", *([None] * len(lefts))]
    best = 0.0
    for order in permutations(rights, len(lefts)):
        pairs = zip(lefts, order, strict=True)
        best = max(best, sum(weights[left].get(right or "", 0.0) for left, right in pairs))
    return best


@settings(max_examples=60, deadline=None)
@given(WEIGHTS)
def test_no_other_pairing_is_better(weights):
    chosen, total = best_assignment(weights)
    assert total == pytest.approx(by_trying_all(weights))
    assert total == pytest.approx(sum(weights[left][right] for left, right in chosen.items()))
    assert len(set(chosen.values())) == len(chosen)
    assert all(weights[left][right] > 0 for left, right in chosen.items())
