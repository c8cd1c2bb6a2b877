"""A meeting or a form marks by the rule that was chosen, and says nothing of the platform."""

from __future__ import annotations

from datetime import date

import pytest

from models.contests.attendance import attendance_rule, set_attendance_rule
from models.errors import AppError
from models.journal.history import fingerprint
from models.journal.replay import undo
from models.reconcile.apply import apply_reconciliation
from models.reconcile.records import Box, ReconcileDecisions, ReconcilePlan
from models.records import AttendanceRule, Attended, Mark, PeopleQuery
from models.roster.people import list_people
from models.store.data_file import DataFile
from tests.models.reconcile.exports import CULTURE, export, person, plan, write

HEAD = ("Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)")


def visit(name: str, start: str, end: str, mail: str = "") -> tuple[object, ...]:
    return (name, mail, f"05/06/2026 {start}:00", f"05/06/2026 {end}:00", "")


def meeting(*visits: tuple[object, ...]) -> str:
    return export(*visits, head=HEAD)


FORM = export(
    ("05/06/2026 09:00:00", "Trần Văn An", CULTURE, "0912000001"),
    ("06/06/2026 09:00:00", "Lê Thị Bình", CULTURE, "0912000002"),
    head=("Dấu thời gian", "Họ và tên", "Đơn vị", "Số điện thoại"),
)
LONG = AttendanceRule(Mark.COMPLETED, 30.0)


def marks(made: ReconcilePlan) -> dict[str, tuple[bool, bool]]:
    return {each.name: (each.registered, each.completed) for each in made.accounts}


def test_nobody_is_marked_before_a_rule_is_chosen(file: DataFile) -> None:
    person(file, "Trần Văn An", "0912000001")
    for text in (FORM, meeting(visit("Trần Văn An", "14:00", "15:00"))):
        made = plan(file, text)
        assert set(marks(made).values()) == {(False, False)}
        assert (made.registered, made.completed) == (0, 0)
        assert any("chưa được tính" in remark for remark in made.remarks)


def test_visits_are_added_up_and_held_to_the_least_minutes(file: DataFile) -> None:
    text = meeting(
        visit("Trần Văn An", "14:00", "14:20"),
        visit("Trần Văn An", "14:40", "14:55"),
        visit("Lê Thị Bình", "14:00", "14:29"),
        visit("Phạm Đức Cường", "14:00", "14:30"),
    )
    made = plan(file, text, attendance=LONG)
    assert marks(made) == {
        "Trần Văn An": (True, True),
        "Lê Thị Bình": (False, False),
        "Phạm Đức Cường": (True, True),
    }
    assert made.rows == 4
    assert {each.minutes for each in made.accounts} == {35.0, 29.0, 30.0}
    registered = plan(file, text, attendance=AttendanceRule(Mark.REGISTERED, 0.0))
    assert set(marks(registered).values()) == {(True, False)}


def test_who_answered_is_marked_on_the_day_of_the_answer(file: DataFile) -> None:
    an, binh = (
        person(file, "Trần Văn An", "0912000001"),
        person(file, "Lê Thị Bình", "0912000002"),
    )
    set_attendance_rule(file, Attended.FORM, AttendanceRule(Mark.REGISTERED))
    made = plan(file, FORM, attendance=attendance_rule(file, Attended.FORM))
    assert made.attended is Attended.FORM
    assert made.registered == 2
    apply_reconciliation(file, made, ReconcileDecisions())
    people = {each.id: each for each in list_people(file, PeopleQuery())}
    found = [people[each] for each in (an, binh)]
    assert [each.registered_on for each in found] == [date(2026, 6, 5), date(2026, 6, 6)]
    assert [each.completed_on for each in found] == [None, None]


def test_a_meeting_loses_nobody_and_the_next_export_is_compared_with_the_one_before(
    file: DataFile,
) -> None:
    for name, phone in (("Trần Văn An", "0912000001"), ("Lê Thị Bình", "0912000002")):
        person(file, name, phone)
    head = ("Tên đăng nhập", "Họ tên", "Đơn vị", "Số điện thoại")
    both = [("0912000001", "Trần Văn An", CULTURE, "0912000001"),
            ("0912000002", "Lê Thị Bình", CULTURE, "0912000002")]  # fmt: skip
    write(file, export(*both, head=head))
    text = meeting(visit("Trần Văn An", "14:00", "15:00"))
    made = plan(file, text, attendance=LONG)
    assert made.counts[Box.REGRESSED] == 0
    assert made.previous == ""
    write(file, text)
    after = plan(file, export(both[0], head=head))
    assert after.counts[Box.REGRESSED] == 1


def test_a_form_with_its_own_answer_is_believed(file: DataFile) -> None:
    text = export(
        ("05/06/2026 09:00:00", "Trần Văn An", "0912000001", "Rồi"),
        ("05/06/2026 09:00:00", "Lê Thị Bình", "0912000002", "Chưa"),
        head=("Dấu thời gian", "Họ và tên", "Số điện thoại", "Đã đăng ký"),
    )
    made = plan(file, text, attendance=LONG)
    assert made.attended is None
    assert marks(made) == {"Trần Văn An": (True, False), "Lê Thị Bình": (False, False)}


def test_the_rule_is_one_change_of_the_contest(file: DataFile) -> None:
    before = fingerprint(file)
    set_attendance_rule(file, Attended.MEETING, LONG)
    assert attendance_rule(file, Attended.MEETING) == LONG
    assert attendance_rule(file, Attended.FORM) == AttendanceRule()
    undo(file)
    assert fingerprint(file) == before


@pytest.mark.parametrize("minutes", [-1.0, float("nan"), float("inf")])
def test_minutes_that_are_none_are_refused(file: DataFile, minutes: float) -> None:
    with pytest.raises(AppError, match="Số phút"):
        set_attendance_rule(file, Attended.MEETING, AttendanceRule(Mark.COMPLETED, minutes))
