"""A time of day as it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text.formats import minute_words
from models.text.times_of_day import LAST_MINUTE, typed_minute


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("17:00", 1020), ("17h", 1020), ("17 giờ", 1020), ("17 giờ 00", 1020), ("17g30", 1050),
        (" 7H05 ", 425), ("7 giờ 5 phút", 425), ("0:00", 0), ("23:59", LAST_MINUTE), ("8", 480),
    ],
)  # fmt: skip
def test_what_people_type_is_a_minute_of_the_day(text, minute):
    assert typed_minute(text) == minute


@pytest.mark.parametrize("text", ["", "24:00", "17:60", "25", "chiều", "17:00:00", "-1", "1700"])
def test_anything_else_is_none(text):
    assert typed_minute(text) is None


@given(st.integers(0, LAST_MINUTE))
def test_what_is_said_is_understood(minute):
    assert typed_minute(minute_words(minute)) == minute
