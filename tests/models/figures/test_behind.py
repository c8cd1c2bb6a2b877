"""For every number its formula and the people behind it, by the roster and by frozen names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.contests.current import current_contest
from models.figures.behind import FigureNumber, names_behind, people_behind
from models.figures.figures import figures
from models.figures.grouping import grouped
from models.figures.names import people_then
from models.journal.replay import undo
from models.records import Mark, PersonDraft, StaffType
from models.records.figures import Grouping
from models.records.moment import Moment
from models.roster.exemptions import set_exempt
from models.roster.leaving import set_left
from models.roster.marks import set_marks
from models.roster.people import add_person, list_ids
from tests.factory import add_people, unit
from tests.models.figures.test_frozen import ACTS, act

D8 = date(2026, 6, 8)
NUMBERS = list(FigureNumber)


def june(day):
    return date(2026, 6, day)


@pytest.fixture
def ids(file):
    ids = add_people(file, 6)
    set_marks(file, ids[:3], Mark.REGISTERED, june(3))
    set_marks(file, ids[1:2], Mark.FAILED, june(4))
    set_marks(file, ids[:1], Mark.COMPLETED, june(4))
    set_exempt(file, ids[4:5], "Nghỉ thai sản", june(1))
    set_left(file, ids[5:], june(5))
    return ids


@pytest.mark.parametrize(
    ("which", "formula"),
    [
        ("total", "4 = 5 người có mặt − 1 người không thuộc đối tượng"),
        ("registered", "3/4 = 75,0%: đã đăng ký trong số người thuộc đối tượng"),
        ("not_registered", "1 = 4 người thuộc đối tượng − 3: chưa đăng ký"),
        ("failed", "1/4 = 25,0%: đã thi, chưa đạt trong số người thuộc đối tượng"),
        ("completed", "1/4 = 25,0%: đã hoàn thành trong số người thuộc đối tượng"),
        ("not_completed", "3 = 4 người thuộc đối tượng − 1: chưa hoàn thành"),
        ("exempt", "1 người có mặt mà không thuộc đối tượng"),
    ],
)
def test_the_formula_of_each_number(file, ids, which, formula):
    found = people_behind(FigureNumber(which), figures(file))
    assert found.formula == f"{formula}, tính đến hết ngày 08/06/2026."


def test_a_contest_says_its_own_words(file, ids):
    contest = replace(current_contest(file), completed_word="đã kích hoạt chữ ký số")
    found = people_behind(FigureNumber.COMPLETED, figures(file), contest=contest)
    assert ": đã kích hoạt chữ ký số trong số" in found.formula


def test_a_minute_or_another_stage_has_no_list_in_the_roster(file, ids):
    contest = current_contest(file)
    for found in (figures(file, Moment(D8, 600)), figures(file, stage=2)):
        assert people_behind(FigureNumber.TOTAL, found, contest=contest).query is None


def test_lines_of_khoi_and_staff_type_lead_to_their_people(file, ids):
    draft = PersonDraft("Lê An", unit(file, "Công an xã").id, staff_type=StaffType.WORKER)
    person = add_person(file, draft)
    found = figures(file)
    worker = next(line for line in found.staff if line.code == "worker")
    other = next(line for line in found.staff if not line.code)
    assert list(list_ids(file, people_behind(FigureNumber.TOTAL, found, worker).query)) == [person]
    query = people_behind(FigureNumber.TOTAL, found, other).query
    assert set(list_ids(file, query)) == set(ids[:4])
    (_, forces) = grouped(found, Grouping.KIND).units
    theirs = people_behind(
        FigureNumber.TOTAL, found, forces, unit_ids=[unit(file, "Công an xã").id]
    )
    assert list(list_ids(file, theirs.query)) == [person]


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(acts=st.lists(ACTS, max_size=10), day=st.integers(1, 8))
def test_behind_every_number_stand_so_many_people(file, acts, day):
    ids = add_people(file, 8)
    places = (unit(file).id, unit(file, "Công an xã").id)
    for each in acts:
        act(file, ids, places, each)
    found = figures(file, june(day))
    names = people_then(file, june(day))
    for which in NUMBERS:
        whole = people_behind(which, found)
        assert len(list_ids(file, whole.query)) == whole.people, which
        assert len(names_behind(which, names)) == whole.people, which
        for line in found.units:
            one = people_behind(which, found, line)
            assert len(list_ids(file, one.query)) == one.people, which
            assert len(names_behind(which, names, {line.code})) == one.people, which
    while undo(file):
        pass
