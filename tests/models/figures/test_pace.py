"""The pace to the deadline: whole people, no division by zero, the truth when it is too late."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.figures.pace import pace

TODAY = date(2026, 6, 8)


def test_two_days_before_the_communes_deadline():
    found = pace(532, 24, TODAY, date(2026, 6, 10))
    assert (found.remaining, found.days_left, found.needed) == (508, 2, 254)


def test_three_days_before_the_citys_deadline_rounds_up():
    found = pace(532, 24, TODAY, date(2026, 6, 11))
    assert (found.days_left, found.needed) == (3, 170)


def test_last_day_takes_everybody_today():
    found = pace(532, 24, TODAY, TODAY)
    assert (found.days_left, found.needed) == (0, 508)


def test_deadline_passed_names_no_pace():
    found = pace(532, 24, TODAY, date(2026, 6, 7))
    assert (found.days_left, found.needed, found.remaining) == (-1, None, 508)
    assert not found.enough


def test_all_done_needs_nothing_even_after_the_deadline():
    for deadline in (date(2026, 6, 1), TODAY, date(2026, 6, 11)):
        found = pace(532, 532, TODAY, deadline)
        assert (found.remaining, found.needed, found.reaches_on) == (0, 0, TODAY)
        assert found.enough


def test_zero_pace_never_arrives():
    found = pace(532, 24, TODAY, date(2026, 6, 10), (24, 24, 24, 24))
    assert found.present == 0
    assert found.reaches_on is None
    assert not found.enough


def test_present_pace_is_the_mean_growth_of_the_days_given():
    found = pace(532, 24, TODAY, date(2026, 6, 10), (14, 17, 20, 24))
    assert found.present == Fraction(10, 3)
    assert found.reaches_on == date(2026, 11, 8)


def test_one_day_alone_says_nothing_about_the_pace():
    assert pace(532, 24, TODAY, date(2026, 6, 10), (24,)).present is None


def test_counts_that_shrink_are_no_negative_pace():
    assert pace(532, 20, TODAY, date(2026, 6, 10), (24, 20)).present == 0


def test_a_target_below_everybody_asks_for_fewer():
    assert pace(101, 0, TODAY, date(2026, 6, 9), target=90).remaining == 91


def test_nobody_on_the_roster_needs_nothing():
    assert pace(0, 0, TODAY, date(2026, 6, 10)).needed == 0


@pytest.mark.parametrize(
    ("opens", "counts", "present"),
    [
        (date(2026, 6, 1), (0, 3, 6, 9), Fraction(3)),
        (date(2026, 6, 7), (0, 0, 4, 9), Fraction(9, 2)),
        (date(2026, 6, 8), (0, 0, 0, 9), Fraction(9)),
        (date(2026, 6, 8), (5, 5, 5, 9), Fraction(4)),
        (date(2026, 6, 9), (0, 0, 0, 0), None),
        (date(2026, 6, 20), (2, 2, 2, 2), None),
    ],
)
def test_only_open_days_count(opens, counts, present):
    found = pace(100, counts[-1], TODAY, date(2026, 6, 30), counts, opens=opens)
    assert found.present == present


@pytest.mark.parametrize(
    ("opens", "left", "needed"),
    [
        (date(2026, 6, 1), 3, 34),
        (date(2026, 6, 8), 3, 34),
        (date(2026, 6, 9), 3, 34),
        (date(2026, 6, 10), 2, 50),
        (date(2026, 6, 11), 1, 100),
    ],
)
def test_before_the_stage_opens_its_own_days_are_left(opens, left, needed):
    found = pace(100, 0, TODAY, date(2026, 6, 11), opens=opens)
    assert (found.days_left, found.needed) == (left, needed)


def test_after_the_last_day_there_is_no_pace_any_more():
    found = pace(100, 9, TODAY, date(2026, 6, 7), (0, 3, 6, 9), opens=date(2026, 6, 1))
    assert (found.present, found.reaches_on) == (None, None)


@settings(max_examples=60)
@given(st.integers(1, 3000), st.data(), st.integers(0, 40))
def test_keeping_the_needed_pace_always_arrives(total, data, days):
    done = data.draw(st.integers(0, total))
    found = pace(total, done, TODAY, date.fromordinal(TODAY.toordinal() + days))
    assert done + found.needed * max(1, days) >= total
    assert found.needed == 0 or done + (found.needed - 1) * max(1, days) < total
