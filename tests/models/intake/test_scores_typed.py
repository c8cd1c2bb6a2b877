"""Points in a list that may be either of two numbers are told, not guessed."""

from __future__ import annotations

import pytest

from models.intake.shape.values import read_count_cell, score_reader


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


@pytest.mark.parametrize("cell", [-1, -0.5, 1e17, 2_000_000, float("nan"), float("inf"), "-5"])
def test_points_that_nobody_can_have_are_told_and_not_taken(cell):
    """A platform may write -1 for whoever was not there."""
    assert score_reader("Điểm")(cell) == (None, f"Không đọc được điểm “{cell}”.")


@pytest.mark.parametrize("cell", [None, True, False, "", " - ", "–"])
def test_what_says_nothing_is_no_complaint(cell):
    assert score_reader("Điểm")(cell) == (None, "")


@pytest.mark.parametrize("cell", [-1, 2.5, 1e17, float("nan"), float("inf"), "nhiều"])
def test_a_number_of_attempts_that_is_none_is_told(cell):
    assert read_count_cell(cell) == (None, f"Không đọc được số lượt “{cell}”.")
