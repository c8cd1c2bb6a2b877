"""What a new contest begins as."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.contests.blueprints import (
    code_for,
    first_stage,
    moved_by_years,
    moved_to,
    own_contest,
    preset_contest,
    short_of,
)
from models.contests.checks import contest_problems
from models.errors import AppError
from models.records import Stage, StageKind

DAYS = st.dates(date(2020, 1, 1), date(2090, 12, 31))


def days(contest):
    return [(each.starts_on, each.ends_on) for each in contest.stages]


def test_next_year_has_the_same_days_and_its_year_in_the_name():
    contest = moved_by_years(preset_contest("ai-2026"))
    assert days(contest)[0] == (date(2027, 5, 28), date(2027, 6, 11))
    assert contest.short_name == "Ứng dụng AI 2027"
    assert (contest.id, contest.code, contest.closed_on) == (0, "", None)
    assert contest.prizes == preset_contest("ai-2026").prizes


def test_a_leap_day_becomes_the_28th():
    leap = own_contest("Hội thi", date(2028, 2, 29), date(2028, 3, 31))
    assert days(moved_by_years(leap)) == [(date(2029, 2, 28), date(2029, 3, 31))]


@given(DAYS)
def test_another_first_day_moves_all_days_alike(first):
    before = preset_contest("ai-2026")
    after = moved_to(before, first)
    assert after.stages[0].starts_on == first
    lengths = [[end - start for start, end in days(each)] for each in (before, after)]
    assert lengths[0] == lengths[1]
    assert list(contest_problems(after)) == []


@pytest.mark.parametrize(
    ("name", "taken", "code"),
    [
        ("Chữ ký số 2026", (), "chu-ky-so-2026"),
        ("Ứng dụng AI 2026", ("ung-dung-ai-2026",), "ung-dung-ai-2026-2"),
        ("A", ("a", "a-2", "a-3"), "a-4"),
        ("!!!", (), "cuoc-thi"),
    ],
)
def test_a_code_is_told_by_the_name_and_is_nobody_else_s(name, taken, code):
    assert code_for(name, taken) == code


@given(st.text(min_size=1, max_size=120))
def test_a_short_name_is_short(name):
    assert len(short_of(name)) <= max(41, len(name.split(" ")[0]))


def test_the_first_stage_of_each_person_is_worked_on():
    opening = Stage(1, "Thuyết trình", date(2026, 1, 1), date(2026, 1, 2), None, "",
                    StageKind.PRESENTATION)  # fmt: skip
    exam = Stage(2, "Thi", date(2026, 1, 3), date(2026, 1, 4))
    assert (first_stage((opening, exam)), first_stage((opening,))) == (2, 1)


def test_no_preset_of_an_unknown_code():
    with pytest.raises(AppError, match="Không có cuộc thi mẫu nào mang mã xyz"):
        preset_contest("xyz")
