"""The axis of the curve is drawn to the values, and the needed line leaves it where it must."""

from __future__ import annotations

from datetime import date

import pytest

from ui.pages.overview_curve import STEPS, Curve


def curve(registered, total=532, goal=532, completed=0):
    days = ((date(2026, 6, 7), 0, 0), (date(2026, 6, 8), registered, completed))
    return Curve(days, total, (date(2026, 6, 10), goal), ())


@pytest.mark.parametrize(
    ("registered", "total", "top"),
    [(0, 532, 3), (24, 532, 30), (25, 532, 60), (100, 532, 150), (400, 532, 532), (532, 532, 532)],
)
def test_the_axis_ends_a_little_above_the_values_and_never_above_everybody(registered, total, top):
    assert curve(registered, total).top == top


@pytest.mark.parametrize("registered", range(0, 533, 7))
def test_the_values_are_inside_and_the_steps_are_whole(registered):
    made = curve(registered)
    assert registered <= made.top <= 532
    assert made.top == 532 or made.top % STEPS == 0


def test_without_anybody_there_is_an_axis_all_the_same():
    assert curve(0, total=0, goal=0).top == 1


def test_the_needed_line_leaves_the_picture_where_it_passes_the_top():
    made = curve(24)
    assert made.goal_leaves == pytest.approx((30 - 24) / (532 - 24))
    assert curve(500).goal_leaves == 1
