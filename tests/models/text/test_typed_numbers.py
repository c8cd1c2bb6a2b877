"""Numbers as they are typed: thousands where a whole number is asked, decimals where points are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text.formats import number, score_words
from models.text.typed_numbers import doubt_words, read_decimal, read_whole


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1234", 1234), ("1.234", 1234), (" 1.234 ", 1234), ("1 234", 1234), ("1\u00a0234", 1234),
        ("10.000.000", 10_000_000), ("0", 0), ("007", 7), ("12.34", None), ("1.2345", None),
        ("0.123", None), ("1.234.56", None), ("1.234 567", None), ("1,234", None), ("12,5", None),
        ("-3", None), ("", None), ("năm", None), ("1e3", None), ("٣", None), ("9" * 16, None),
    ],
)  # fmt: skip
def test_a_dot_stands_between_thousands_where_a_whole_number_is_asked(typed, value):
    assert read_whole(typed) == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("87,5", 87.5), ("87.5", 87.5), ("87.25", 87.25), ("100", 100.0), ("-1", -1.0),
        ("1.234,5", 1234.5), ("1.234.567", 1_234_567.0), ("1 234,25", 1234.25), ("0.125", 0.125),
        ("0,125", 0.125), ("1.2345", 1.2345), ("1.234", None), ("1,234", None), ("-1.234", None),
        ("12.", None), (",5", None), ("1,2,3", None), ("1,234.5", None), ("nan", None),
        ("inf", None), ("1e3", None), ("", None), ("chín", None), ("9" * 400, None),
    ],
)  # fmt: skip
def test_a_dot_or_a_comma_stands_before_decimals_where_points_are_asked(typed, value):
    assert read_decimal(typed) == value


@pytest.mark.parametrize(
    ("typed", "most", "value"),
    [
        ("1.234", 100, 1.234), ("1.234", 1234, None), ("1,000", 1000, None), ("1.000", 999, 1.0),
        ("87.125", 1000, 87.125),
    ],
)  # fmt: skip
def test_what_only_one_of_both_can_be_is_no_doubt(typed, most, value):
    assert read_decimal(typed, most) == value
    assert bool(doubt_words(typed, most)) is (value is None)


def test_both_numbers_are_told():
    assert doubt_words("1.234") == (
        "“1.234” có thể là 1234, cũng có thể là 1,234. Hãy ghi liền 1234, hoặc ghi không quá hai "
        "chữ số sau dấu phẩy."
    )
    assert "1000, cũng có thể là 1." in doubt_words("1.000")
    assert [doubt_words(text) for text in ("1234", "1,23", "1.2345", "0.125", "một")] == [""] * 5


@given(st.integers(0, 10**15 - 1))
def test_what_is_shown_is_read_as_it_was(value):
    assert read_whole(number(value)) == read_whole(str(value)) == value


@given(st.integers(0, 10**7))
def test_points_are_read_as_they_are_shown(cents):
    assert read_decimal(score_words(cents / 100)) == cents / 100
