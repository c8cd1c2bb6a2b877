"""Periods of reports: the days of Decree 09/2019, their names, the one before and after."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import AppError
from models.papers.periods import (
    PeriodCut,
    PeriodSpan,
    free_period,
    last_ended,
    next_period,
    parse_period,
    period_of_day,
    previous_period,
)

DAYS = st.dates(date(2001, 1, 1), date(2099, 12, 31))
SPANS = st.sampled_from([span for span in PeriodSpan if span is not PeriodSpan.FREE])
CUTS = st.sampled_from(list(PeriodCut))


@pytest.mark.parametrize(
    ("text", "since", "until", "name"),
    [
        ("2026-06", "2026-05-15", "2026-06-14", "tháng 6 năm 2026 (từ 15/5/2026 đến 14/6/2026)"),
        ("2026-6", "2026-05-15", "2026-06-14", "tháng 6 năm 2026 (từ 15/5/2026 đến 14/6/2026)"),
        ("2026-01", "2025-12-15", "2026-01-14", "tháng 1 năm 2026 (từ 15/12/2025 đến 14/01/2026)"),
        ("2024-03", "2024-02-15", "2024-03-14", "tháng 3 năm 2024 (từ 15/02/2024 đến 14/3/2024)"),
        ("2026-12", "2026-11-15", "2026-12-14", "tháng 12 năm 2026 (từ 15/11/2026 đến 14/12/2026)"),
        ("2026-Q1", "2025-12-15", "2026-03-14", "quý I năm 2026 (từ 15/12/2025 đến 14/3/2026)"),
        ("2026-q2", "2026-03-15", "2026-06-14", "quý II năm 2026 (từ 15/3/2026 đến 14/6/2026)"),
        ("2026-Q4", "2026-09-15", "2026-12-14", "quý IV năm 2026 (từ 15/9/2026 đến 14/12/2026)"),
        ("2026-H1", "2025-12-15", "2026-06-14",
         "6 tháng đầu năm 2026 (từ 15/12/2025 đến 14/6/2026)"),
        ("2026-6T", "2025-12-15", "2026-06-14",
         "6 tháng đầu năm 2026 (từ 15/12/2025 đến 14/6/2026)"),
        ("2026-H2", "2026-06-15", "2026-12-14",
         "6 tháng cuối năm 2026 (từ 15/6/2026 đến 14/12/2026)"),
        ("2026-9T", "2025-12-15", "2026-09-14", "9 tháng đầu năm 2026 (từ 15/12/2025 đến 14/9/2026)"),
        ("2026-9M", "2025-12-15", "2026-09-14", "9 tháng đầu năm 2026 (từ 15/12/2025 đến 14/9/2026)"),
        ("2026", "2025-12-15", "2026-12-14", "năm 2026 (từ 15/12/2025 đến 14/12/2026)"),
        ("2026-05-15..2026-06-14", "2026-05-15", "2026-06-14", "từ 15/5/2026 đến 14/6/2026"),
    ],
)  # fmt: skip
def test_by_the_decree(text, since, until, name):
    found = parse_period(text)
    assert (found.since.isoformat(), found.until.isoformat()) == (since, until)
    assert found.name == name


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("2026-06", "2026-06-01", "2026-06-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2100-02", "2100-02-01", "2100-02-28"),
        ("2026-Q1", "2026-01-01", "2026-03-31"),
        ("2026-H2", "2026-07-01", "2026-12-31"),
        ("2026-9T", "2026-01-01", "2026-09-30"),
        ("2026", "2026-01-01", "2026-12-31"),
    ],
)
def test_by_calendar(text, since, until):
    found = parse_period(text, PeriodCut.CALENDAR)
    assert (found.since.isoformat(), found.until.isoformat()) == (since, until)


@pytest.mark.parametrize(
    "text",
    ["", "06-2026", "2026-13", "2026-0", "2026-Q5", "2026-Q0", "2026-H3", "2026-7T", "1999",
     "2026-05-15..", "2026-02-30..2026-03-01", "tháng 6", "2026-06-08"],
)  # fmt: skip
def test_what_is_no_period_is_told_with_examples(text):
    with pytest.raises(AppError, match="Không hiểu kỳ báo cáo") as told:
        parse_period(text)
    assert "2026-Q2" in told.value.advice


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("6/2026", "2026-06"), ("T06/2026", "2026-06"), ("Tháng 6/2026", "2026-06"),
        ("thang 6 nam 2026", "2026-06"), ("Quý 2 năm 2026", "2026-Q2"), ("QUÝ IV/2026", "2026-Q4"),
        ("Q2/2026", "2026-Q2"), ("h2/2026", "2026-H2"), ("9 tháng đầu năm 2026", "2026-9T"),
        ("15/5/2026 - 14/6/2026", "2026-05-15..2026-06-14"),
        ("từ ngày 15/05/2026 đến ngày 14/06/2026", "2026-05-15..2026-06-14"),
    ],
)  # fmt: skip
def test_as_letters_name_periods(text, code):
    assert parse_period(text).code == code


@pytest.mark.parametrize(
    "text",
    ["tháng 13/2026", "quý V/2026", "quý II", "6/26", "12/6/2026", "6 tháng năm 2026",
     "8 tháng đầu năm 2026", "30/02/2026 - 01/3/2026", "năm 26"],
)  # fmt: skip
def test_no_period_is_guessed(text):
    with pytest.raises(AppError, match=f"Không hiểu kỳ báo cáo “{text}”"):
        parse_period(text)


@given(SPANS, DAYS, CUTS)
def test_a_period_is_understood_by_its_name(span, day, cut):
    found = period_of_day(span, day, cut)
    assert parse_period(found.short_name, cut) == found
    assert parse_period(found.code, cut) == found


@given(DAYS, st.integers(0, 400))
def test_free_days_are_understood_by_their_name(since, length):
    found = free_period(since, since + timedelta(days=length))
    assert parse_period(found.name) == found


def test_a_period_does_not_end_before_it_begins():
    with pytest.raises(AppError, match="trước khi bắt đầu"):
        parse_period("2026-06-14..2026-05-15")
    assert parse_period("2026-06-14..2026-06-14").since == date(2026, 6, 14)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("2026-06", "2026-05"),
        ("2026-01", "2025-12"),
        ("2026-Q1", "2025-Q4"),
        ("2026-H1", "2025-H2"),
        ("2026-9T", "2025-9T"),
        ("2026", "2025"),
        ("2026-05-15..2026-06-14", "2026-04-14..2026-05-14"),
        ("2024-03-01..2024-03-01", "2024-02-29..2024-02-29"),
    ],
)
def test_the_period_before(text, before):
    assert previous_period(parse_period(text)).code == before
    assert next_period(parse_period(before)) == parse_period(text)


@pytest.mark.parametrize(
    ("span", "day", "code"),
    [
        (PeriodSpan.MONTH, "2026-06-14", "2026-06"),
        (PeriodSpan.MONTH, "2026-06-15", "2026-07"),
        (PeriodSpan.MONTH, "2026-12-15", "2027-01"),
        (PeriodSpan.MONTH, "2026-01-31", "2026-02"),
        (PeriodSpan.QUARTER, "2026-03-14", "2026-Q1"),
        (PeriodSpan.QUARTER, "2026-03-15", "2026-Q2"),
        (PeriodSpan.HALF, "2026-06-15", "2026-H2"),
        (PeriodSpan.NINE_MONTHS, "2026-11-01", "2026-9T"),
        (PeriodSpan.YEAR, "2026-12-14", "2026"),
        (PeriodSpan.YEAR, "2026-12-15", "2027"),
    ],
)
def test_the_period_of_a_day(span, day, code):
    assert period_of_day(span, date.fromisoformat(day)).code == code


@pytest.mark.parametrize(
    ("span", "today", "code"),
    [
        (PeriodSpan.MONTH, "2026-06-14", "2026-05"),
        (PeriodSpan.MONTH, "2026-06-15", "2026-06"),
        (PeriodSpan.NINE_MONTHS, "2026-09-14", "2025-9T"),
        (PeriodSpan.NINE_MONTHS, "2026-09-15", "2026-9T"),
        (PeriodSpan.NINE_MONTHS, "2026-12-31", "2026-9T"),
        (PeriodSpan.YEAR, "2027-01-10", "2026"),
    ],
)
def test_the_last_one_that_has_ended(span, today, code):
    assert last_ended(span, date.fromisoformat(today)).code == code


@given(SPANS, DAYS, CUTS)
def test_every_day_lies_in_its_period_and_periods_touch(span, day, cut):
    found = period_of_day(span, day, cut)
    if span is not PeriodSpan.NINE_MONTHS:
        assert found.since <= day <= found.until
        assert previous_period(found).until == found.since - timedelta(days=1)
        assert next_period(found).since == found.until + timedelta(days=1)
    assert parse_period(found.code, cut) == found
    assert next_period(previous_period(found)) == found
    ended = last_ended(span, day, cut)
    assert ended.until < day <= next_period(ended).until


@given(DAYS, st.integers(0, 800))
def test_free_days_are_as_many_before(since, length):
    found = free_period(since, since + timedelta(days=length))
    assert parse_period(found.code) == found
    before = previous_period(found)
    assert before.until - before.since == timedelta(days=length)
    assert next_period(before) == found


@given(st.integers(2001, 2099), CUTS)
def test_months_make_quarters_halves_and_the_year(year, cut):
    def days(text: str) -> tuple[date, date]:
        found = parse_period(text, cut)
        return found.since, found.until

    months = [days(f"{year}-{month:02d}") for month in range(1, 13)]
    quarters = [days(f"{year}-Q{number}") for number in range(1, 5)]
    assert quarters == [(months[at][0], months[at + 2][1]) for at in (0, 3, 6, 9)]
    assert days(f"{year}-H1") == (months[0][0], months[5][1])
    assert days(f"{year}-H2") == (months[6][0], months[11][1])
    assert days(f"{year}-9T") == (months[0][0], months[8][1])
    assert days(str(year)) == (months[0][0], months[11][1])
