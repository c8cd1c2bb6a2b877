"""The figures: counted once, in the right unit, on the right day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from models.figures.curve import daily_counts, daily_counts_by_unit
from models.figures.figures import figures
from models.journal.change import changing
from models.records import Mark, PersonDraft
from models.roster.exemptions import set_exempt
from models.roster.leaving import set_left
from models.roster.marks import set_marks
from models.roster.people import edit_person
from models.roster.transfers import transfer
from models.store.schema import absences, exemptions, participations, people, posts
from tests.factory import add_people, unit

D8 = date(2026, 6, 8)


def test_an_empty_roster_has_no_units(file):
    found = figures(file)
    assert (found.total, found.units, found.as_of) == (0, (), D8)


def test_totals_are_the_sums_of_the_units(file):
    here = add_people(file, 5)
    there = add_people(file, 3, unit(file, "Công an xã").id)
    set_marks(file, here[:2] + there[:1], Mark.REGISTERED, date(2026, 6, 1))
    set_marks(file, here[:1], Mark.COMPLETED, date(2026, 6, 3))
    found = figures(file)
    assert (found.total, found.registered, found.completed) == (8, 3, 1)
    assert [(u.name, u.total, u.registered, u.completed) for u in found.units] == [
        ("Phòng Văn hóa - Xã hội", 5, 2, 1),
        ("Công an xã", 3, 1, 0),
    ]


def test_an_earlier_day_is_counted_as_it_was(file):
    ids = add_people(file, 2)
    set_marks(file, ids[:1], Mark.REGISTERED, date(2026, 6, 3))
    set_marks(file, ids[1:], Mark.REGISTERED, date(2026, 6, 5))
    assert [figures(file, date(2026, 6, d)).registered for d in (2, 3, 4, 5)] == [0, 1, 1, 2]


def test_who_left_no_longer_counts(file):
    ids = add_people(file, 3)
    set_marks(file, ids, Mark.REGISTERED, date(2026, 6, 1))
    set_left(file, ids[:1], date(2026, 6, 5))
    assert (figures(file).total, figures(file).registered) == (2, 2)
    assert figures(file, date(2026, 6, 4)).total == 3


def test_a_person_counts_in_the_unit_of_that_day(file):
    (person,) = add_people(file, 1)
    police = unit(file, "Công an xã").id
    edit_person(file, person, PersonDraft(name="Nguyễn Văn An", unit_id=police))
    assert [u.name for u in figures(file, D8).units] == ["Công an xã"]
    assert [u.name for u in figures(file, D8 - timedelta(days=1)).units] == [
        "Phòng Văn hóa - Xã hội"
    ]


def test_the_exempt_count_nowhere(file):
    ids = add_people(file, 4)
    set_marks(file, ids[:2], Mark.REGISTERED, date(2026, 6, 1))
    row = {"person_id": ids[0], "contest_id": 1, "reason": "Thai sản", "since": date(2026, 6, 4)}
    with changing(file, "exempt", "Không thuộc đối tượng: 1 người") as change:
        change.insert(exemptions, [row | {"until": None}])
    assert (figures(file).total, figures(file).registered, figures(file).exempt) == (3, 1, 1)
    earlier = figures(file, date(2026, 6, 3))
    assert (earlier.total, earlier.registered, earlier.exempt) == (4, 2, 0)


def test_days_add_up(file):
    ids = add_people(file, 3)
    set_marks(file, ids[:2], Mark.REGISTERED, date(2026, 6, 6))
    set_marks(file, ids[2:], Mark.COMPLETED, date(2026, 6, 7))
    assert daily_counts(file, date(2026, 6, 5), D8) == (
        (date(2026, 6, 5), 0, 0),
        (date(2026, 6, 6), 2, 0),
        (date(2026, 6, 7), 3, 1),
        (date(2026, 6, 8), 3, 1),
    )


def test_the_curve_says_what_the_figures_of_each_day_say(file):
    ids = add_people(file, 4)
    set_marks(file, ids[:3], Mark.REGISTERED, date(2026, 6, 2))
    set_marks(file, ids[:1], Mark.COMPLETED, date(2026, 6, 3))
    set_left(file, ids[:1], date(2026, 6, 5))
    for day, registered, completed in daily_counts(file, date(2026, 6, 1), D8):
        then = figures(file, day)
        assert (registered, completed) == (then.registered, then.completed), day


def _day(at: int) -> date:
    return date(2026, 6, 1) + timedelta(days=at)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_the_curves_are_the_figures_of_each_day_whatever_happens(file, data):
    there = unit(file, "Công an xã").id
    days = st.integers(-3, 12).map(_day)
    span = st.tuples(days, days).map(sorted)
    ids = add_people(file, 4)
    with changing(file, "test", "Thử") as change:
        for person in ids:
            came, left = data.draw(st.none() | days), data.draw(st.none() | days)
            change.update(people, {person: {"came_on": came, "left_on": left}})
            done, marked = data.draw(st.none() | days), data.draw(st.none() | days)
            row = {"person_id": person, "contest_id": 1}
            tried = data.draw(st.none() | days)
            marks = {"registered_on": marked, "completed_on": done, "failed_on": tried}
            change.insert(participations, [{**row, **marks}])
            for since, until in data.draw(st.lists(span, max_size=2)):
                change.insert(
                    absences,
                    [{"person_id": person, "reason": "", "since": since, "until": until}],
                )
            for since, until in data.draw(st.lists(st.tuples(days, st.none() | days), max_size=1)):
                change.insert(
                    exemptions, [{**row, "reason": "Nghỉ ốm", "since": since, "until": until}]
                )
            for until in data.draw(st.lists(days, max_size=2)):
                former = {"person_id": person, "unit_id": there, "position": "", "main": True}
                change.insert(posts, [{**former, "until": until}])
    for day, registered, completed in daily_counts(file, _day(-4), _day(13)):
        then = figures(file, day)
        assert (registered, completed) == (then.registered, then.completed), day
    for unit_id, counts in daily_counts_by_unit(file, _day(-4), _day(13)).items():
        for day, registered, completed in counts:
            units = {line.unit_id: line for line in figures(file, day).units}
            line = units.get(unit_id)
            assert (registered, completed) == (
                (line.registered, line.completed) if line else (0, 0)
            )


@pytest.mark.parametrize("curve", [daily_counts, daily_counts_by_unit])
def test_a_curve_of_sixty_days_is_one_statement(file, curve):
    ids = add_people(file, 3)
    set_marks(file, ids, Mark.REGISTERED, date(2026, 6, 2))
    set_exempt(file, ids[:1], "Nghỉ thai sản", date(2026, 6, 4))
    set_left(file, ids[1:2], date(2026, 6, 5))
    transfer(file, ids[2:], unit(file, "Công an xã").id, date(2026, 6, 6))
    asked = []
    event.listen(file.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    curve(file, date(2026, 5, 1), date(2026, 6, 29))
    assert len([each for each in asked if "SELECT" in each]) == 1
