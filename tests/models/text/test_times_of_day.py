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
        ("17.30", 1050), ("17 gio 30 phut", 1050), ("9h15ph", 555), ("5h chiều", 1020),
        ("17h chiều", 1020), ("8h30 sáng", 510), ("12h trưa", 720), ("1 giờ trưa", 780),
        ("7 giờ tối", 1140), ("05:00 PM", 1020), ("5:00 CH", 1020), ("12:15 am", 15),
        ("12:15 SA", 15), ("12h pm", 720),
    ],
)  # fmt: skip
def test_what_people_type_is_a_minute_of_the_day(text, minute):
    assert typed_minute(text) == minute


@pytest.mark.parametrize(
    "text",
    ["", "24:00", "17:60", "25", "chiều", "17:00:00", "-1", "1700", "17:5", "17.5", "17:",
     "17h sáng", "12h sáng", "12h chiều", "13 am", "9h chiều", "5h tối", "0h trưa"],
)  # fmt: skip
def test_anything_else_is_none(text):
    assert typed_minute(text) is None


@given(st.integers(0, LAST_MINUTE))
def test_what_is_said_is_understood(minute):
    assert typed_minute(minute_words(minute)) == minute
