"""Times of day that exports and forms state go with the marks; days without one have none."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from models.contests.attendance import set_attendance_rule
from models.records import AttendanceRule, Attended, Mark
from models.records.moment import Moment
from models.roster.registration import mark_of_row
from models.store.data_file import DataFile
from models.store.schema import participations
from tests.models.reconcile.exports import CULTURE, export, person, write
from tests.models.reconcile.test_failures import AN, FIRST, PHONE

HEAD = ("Tên đăng nhập", "Họ tên", "Đơn vị", "Ngày đăng ký", "Ngày hoàn thành")


def marks(file: DataFile, person_id: int) -> tuple[Moment | None, ...]:
    statement = select(participations).where(participations.c.person_id == person_id)
    with file.reading() as connection:
        row = connection.execute(statement).mappings().one()
    return tuple(mark_of_row(row, mark) for mark in Mark)


def line(registered: str, completed: str = "") -> tuple[str, ...]:
    return (PHONE, AN, CULTURE, registered, completed)


@pytest.mark.parametrize(
    ("written", "minute"),
    [
        ("02/06/2026 14:05", 845),
        ("02/06/2026 14:05:33", 845),
        ("2026-06-02 08:00", 480),
        ("02/06/2026", None),
        ("02/06/2026 00:00", None),
    ],
)
def test_a_time_that_is_stated_goes_with_the_mark(
    file: DataFile, written: str, minute: int | None
) -> None:
    an = person(file, AN, PHONE)
    write(file, export(line(written), head=HEAD))
    assert marks(file, an) == (Moment(FIRST, minute), None, None)


def test_each_mark_has_the_time_of_its_own_day(file: DataFile) -> None:
    an = person(file, AN, PHONE)
    write(file, export(line("01/06/2026 09:30", "02/06/2026 14:05"), head=HEAD))
    registered, _, completed = marks(file, an)
    assert (registered, completed) == (
        Moment(FIRST.replace(day=1), 570),
        Moment(FIRST, 845),
    )


def test_of_several_tries_the_first_that_passes_counts(file: DataFile) -> None:
    an = person(file, AN, PHONE)
    tries = [
        (PHONE, AN, CULTURE, score, f"02/06/2026 {time}")
        for score, time in (("80/100", "16:40"), ("30/100", "08:10"), ("70/100", "10:15"))
    ]
    write(file, export(*tries), pass_mark=50.0)
    assert marks(file, an) == (Moment(FIRST, 490), Moment(FIRST, 490), Moment(FIRST, 615))


def test_a_form_tells_when_it_was_answered(file: DataFile) -> None:
    an = person(file, AN, PHONE)
    set_attendance_rule(file, Attended.FORM, AttendanceRule(Mark.COMPLETED))
    text = export(
        ("02/06/2026 09:41:07", AN, PHONE), head=("Dấu thời gian", "Họ và tên", "Số điện thoại")
    )
    write(file, text, attendance=AttendanceRule(Mark.COMPLETED))
    assert marks(file, an) == (Moment(FIRST, 581), None, Moment(FIRST, 581))
