"""Rates of selected people are of those who count: the exempt are in no denominator."""

from __future__ import annotations

from datetime import date

import pytest

from models.records import Mark, PeopleQuery
from models.roster.exemptions import set_exempt
from models.roster.leaving import set_left
from models.roster.marks import set_marks
from models.roster.people import list_people
from tests.factory import add_people
from ui.calls.marks import MarkCounts, count_marks, mark_counts_of
from ui.calls.people import Found
from ui.pages.roster.words import status_line

JUNE = date(2026, 6, 1)


@pytest.fixture
def fourteen(file):
    """Fourteen people, one exempt and registered, three of the others registered."""
    ids = add_people(file, 14)
    set_marks(file, ids[:4], Mark.REGISTERED, JUNE)
    set_exempt(file, ids[:1], "Nghỉ thai sản", JUNE)
    return ids


def test_three_of_thirteen_and_not_four_of_fourteen(file, fourteen):
    counts = count_marks(file, fourteen)
    assert (counts.people, counts.registered) == (14, 4)
    assert (counts.counted.people, counts.counted.registered) == (13, 3)
    line = status_line(Found(tuple(fourteen), 14), counts, filtered=False)
    assert (
        line == "14 người · Chọn 14 người: 3 (23,1%) đăng ký, 0 hoàn thành trên 13 người được tính"
    )


def test_the_rows_in_sight_and_the_file_count_alike(file, fourteen):
    set_left(file, fourteen[5:6], JUNE)
    set_marks(file, fourteen[2:8], Mark.COMPLETED, JUNE)
    people = list_people(file, PeopleQuery(include_left=True))
    assert mark_counts_of(people) == count_marks(file, fourteen)
    assert mark_counts_of(people).counted.people == 12


def test_where_nobody_counts_no_rate_is_made_up(file):
    ids = add_people(file, 2)
    set_exempt(file, ids, "Nghỉ ốm dài ngày", JUNE)
    line = status_line(Found(tuple(ids), 2), count_marks(file, ids), filtered=False)
    assert line == "2 người · Chọn 2 người: không tính ai"


def test_nobody_selected_says_nothing_of_rates():
    assert status_line(Found((), 5), MarkCounts(0, 0, 0), filtered=False) == "5 người"
