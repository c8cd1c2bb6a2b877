from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text.formats import (
    day_month,
    decree_date,
    document_number,
    document_number_line,
    inside_words,
    number,
    partial_date,
    percent,
    short_date,
    tenths,
)


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2026, 1, 5), "ngày 05 tháng 01 năm 2026"),
        (date(2026, 2, 10), "ngày 10 tháng 02 năm 2026"),
        (date(2026, 6, 8), "ngày 08 tháng 6 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_dates_follow_the_decree(day: date, written: str) -> None:
    assert decree_date(day) == written


def test_other_dates() -> None:
    assert decree_date(date(2026, 6, 8), blank_day=True) == "ngày      tháng 6 năm 2026"
    assert short_date(date(2026, 6, 8)) == "08/06/2026"
    assert short_date(None) == ""
    assert [partial_date(text) for text in ("1985", "1985-04", "1985-04-02", "")] == [
        "1985",
        "04/1985",
        "02/04/1985",
        "",
    ]


def test_numbers() -> None:
    assert [number(n) for n in (0, 532, 1000, 1234567, -4500)] == [
        "0",
        "532",
        "1.000",
        "1.234.567",
        "-4.500",
    ]


@pytest.mark.parametrize(
    ("part", "whole", "decimals", "written"),
    [
        (24, 532, 1, "4,5%"),
        (532, 532, 1, "100%"),
        (0, 532, 1, "0%"),
        (1, 3, 2, "33,33%"),
        (0, 0, 1, "–"),
        (1, 2, 1, "50,0%"),
        (1, 8, 1, "12,5%"),
        (1, 2000, 1, "0,1%"),
        (1, 2001, 1, "<0,1%"),
        (1, 100000, 2, "<0,01%"),
        (1999, 2000, 1, "99,9%"),
        (9996, 10000, 1, "99,9%"),
        (199, 200, 0, "99%"),
        (1, 201, 0, "<1%"),
        (5, 4, 1, "125,0%"),
        (5000, 4, 1, "125.000,0%"),
        (1, 16, 3, "6,250%"),
    ],
)
def test_rates(part: int, whole: int, decimals: int, written: str) -> None:
    assert percent(part, whole, decimals) == written


def test_a_rate_of_negative_counts_is_a_bug() -> None:
    with pytest.raises(ValueError):
        percent(-1, 5)


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 3))
def test_a_rate_is_never_a_lie(part: int, whole: int, decimals: int) -> None:
    written = percent(part, whole, decimals)
    assert (written == "100%") == (part == whole)
    assert (written == "0%") == (part == 0)
    exact, step = Fraction(100 * part, whole), Fraction(1, 10**decimals)
    shown = Fraction(written.strip("<%").replace(".", "").replace(",", "."))
    if written.startswith("<"):
        assert 0 < exact < shown / 2
    elif part < whole and shown == 100 - step:
        assert shown - step / 2 <= exact < 100
    else:
        assert shown - step / 2 <= exact < shown + step / 2


def test_document_numbers() -> None:
    assert document_number(5, "BC-UBND") == "05/BC-UBND"
    assert document_number(1000, "UBND-VHXH") == "1000/UBND-VHXH"
    assert document_number(None, "BC-UBND") == "Số:        /BC-UBND"
    assert document_number_line(5, "BC-UBND") == "Số: 05/BC-UBND"
    assert document_number_line(None, "UBND-VHXH") == "Số:        /UBND-VHXH"


@pytest.mark.parametrize(
    ("value", "words"),
    [(Fraction(10, 3), "3,3"), (Fraction(12), "12"), (Fraction(0), "0"), (Fraction(99, 20), "5")],
)
def test_tenths(value, words):
    assert tenths(value) == words


@pytest.mark.parametrize(
    ("day", "year", "words"),
    [
        (date(2026, 6, 8), None, "08/6"),
        (date(2026, 2, 10), 2026, "10/02"),
        (date(2026, 12, 31), 2027, "31/12/2026"),
    ],
)
def test_a_day_within_its_year(day, year, words):
    assert day_month(day, year) == words


def test_words_inside_a_sentence_begin_small_but_abbreviations_stay():
    words = ("Nghỉ thai sản", "CBCC khác", "Đi học", "ốm", "")
    assert [inside_words(each) for each in words] == [
        "nghỉ thai sản", "CBCC khác", "đi học", "ốm", "",
    ]  # fmt: skip
