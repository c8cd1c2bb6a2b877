"""Figures of a minute of a day, of a stage, by staff type, with attempts: against hand counts."""

from __future__ import annotations

from datetime import date

import pytest

from models.figures.figures import NO_STAFF_TYPE, figures
from models.journal.change import changing
from models.records import Mark, PersonDraft, StaffType
from models.records.moment import Moment
from models.roster.exemptions import set_exempt
from models.roster.marks import set_dated_marks, set_marks
from models.roster.people import add_person
from models.store.schema import participations
from tests.factory import add_people, unit

D8 = date(2026, 6, 8)
FIVE = 17 * 60


def at(minute, day=D8):
    return Moment(day, minute)


@pytest.mark.parametrize(
    ("moment", "registered"),
    [
        (at(FIVE - 1), 2),
        (at(FIVE), 3),
        (at(FIVE + 1), 4),
        (at(0), 2),
        (Moment(D8), 4),
        (D8, 4),
        (at(1439, date(2026, 6, 7)), 1),
        (at(0, date(2026, 6, 9)), 4),
    ],
)
def test_five_in_the_afternoon_counts_what_was_marked_by_then(file, moment, registered):
    ids = add_people(file, 5)
    marks = [at(FIVE), at(FIVE + 1), D8, date(2026, 6, 7)]
    wanted = {who: {Mark.REGISTERED: when} for who, when in zip(ids, marks, strict=False)}
    set_dated_marks(file, Mark.REGISTERED, wanted)
    assert figures(file, moment).registered == registered


def test_marks_of_the_day_without_a_time_are_said(file):
    ids = add_people(file, 3)
    set_marks(file, ids[:2], Mark.REGISTERED, D8)
    set_dated_marks(file, Mark.REGISTERED, {ids[2]: {Mark.REGISTERED: at(60)}})
    found = figures(file, at(FIVE))
    assert found.notes == (
        "2 người được đánh dấu trong ngày 08/06/2026 mà không ghi giờ; "
        "những người này đều được tính.",
    )
    assert (found.moment, figures(file, D8).notes) == (at(FIVE), ())


def test_whoever_is_exempt_is_not_said_to_lack_a_time(file):
    ids = add_people(file, 2)
    set_marks(file, ids, Mark.REGISTERED, D8)
    set_exempt(file, ids, "Nghỉ ốm dài ngày", D8)
    found = figures(file, at(FIVE))
    assert found.notes == ()
    assert found.footnotes == ("Không thuộc đối tượng: 2 (2 nghỉ ốm dài ngày).",)


def test_people_and_attempts_are_counted_apart(file):
    ids = add_people(file, 6)
    rows = [
        {"registered_on": D8, "failed_on": D8, "completed_on": D8, "attempts": 3},
        {"registered_on": D8, "failed_on": D8, "completed_on": None, "attempts": 2},
        {"registered_on": D8, "failed_on": D8, "completed_on": None, "attempts": None},
        {"registered_on": D8, "failed_on": None, "completed_on": D8, "attempts": None},
        {"registered_on": D8, "failed_on": None, "completed_on": None, "attempts": None},
    ]
    with changing(file, "test", "Thử") as change:
        for person, row in zip(ids, rows, strict=False):
            change.insert(participations, [{"person_id": person, "contest_id": 1, **row}])
    found = figures(file)
    counts = (found.registered, found.failed, found.completed, found.attempts)
    assert counts == (5, 2, 2, 3 + 2 + 1 + 1)
    assert figures(file, date(2026, 6, 7)).attempts == 0


def test_the_lines_of_the_staff_types_add_up_too(file):
    where = unit(file).id
    for staff in (StaffType.WORKER, StaffType.CADRE, StaffType.CADRE, None):
        add_person(file, PersonDraft(name="Lê An", unit_id=where, staff_type=staff))
    ids = add_people(file, 1)
    set_marks(file, ids, Mark.COMPLETED, D8)
    found = figures(file)
    lines = [(line.name, line.code, line.total, line.completed) for line in found.staff]
    assert lines == [
        ("Cán bộ", "cadre", 2, 0),
        ("Người lao động", "worker", 1, 0),
        (NO_STAFF_TYPE, "", 2, 1),
    ]


def test_another_stage_has_counts_of_its_own(file):
    ids = add_people(file, 3)
    set_marks(file, ids, Mark.REGISTERED, D8)
    with changing(file, "test", "Thử") as change:
        row = {"contest_id": 1, "stage": 2, "registered_on": D8}
        change.insert(participations, [{"person_id": ids[0], **row}])
    assert [figures(file, D8, stage).registered for stage in (None, 1, 2, 3)] == [3, 3, 1, 0]
    assert [figures(file, D8, stage).stage for stage in (None, 2)] == [1, 2]
