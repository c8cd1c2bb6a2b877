"""Points in a list that may be either of two numbers are told, not guessed."""

from __future__ import annotations

import pytest

from models.intake.shape.values import score_reader


@pytest.mark.parametrize(
    ("title", "cell", "score"),
    [
        ("Điểm", "87,5", 87.5), ("Điểm", "87.125", 87.125), ("Điểm (thang 100)", "1.000", 1.0),
        ("Điểm", "1.000", None), ("Điểm", "1.234/2000", None), ("Điểm", 1000, 1000.0),
    ],
)  # fmt: skip
def test_points_that_may_be_two_numbers_are_told(title, cell, score):
    value, told = score_reader(title)(cell)
    assert value == score
    assert ("có thể là" in told) is (score is None)
