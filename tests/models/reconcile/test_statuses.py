"""A status that says yes and no at once is looked at; it marks nobody and loses nobody."""

from __future__ import annotations

import pytest

from models.reconcile.records import Box
from models.store.data_file import DataFile
from tests.models.reconcile.exports import entry_of, export, person, plan, write

AN, BINH = "Nguyễn Văn An", "Trần Thị Bình"
HEAD = ("Tên đăng nhập", "Họ tên", "Đơn vị", "Trạng thái")


def of_status(status: str, *more: str) -> str:
    rows = [("0982103591", AN, "", each) for each in (status, *more)]
    return export(*rows, ("0982103592", BINH, "", "Hoàn thành"), head=HEAD)


@pytest.mark.parametrize(
    "status",
    [
        "Hoàn thành (không đạt)",
        "Đã đăng ký nhưng bị từ chối",
        "Đăng ký thành công, chưa được duyệt",
        "Đã hoàn thành nhưng thi lại",
        "Đã đăng ký, đã hủy",
        "Hoàn thành?",
        "Hoàn thành 1 phần",
    ],
)
def test_it_stands_in_the_box_of_the_uncertain_and_marks_nobody(
    file: DataFile, status: str
) -> None:
    for name, phone in ((AN, "0982103591"), (BINH, "0982103592")):
        person(file, name, phone)
    made = plan(file, of_status(status))
    entry = entry_of(made, AN)
    assert (entry.box, entry.person is not None) == (Box.UNCERTAIN, True)
    assert status in entry.reasons[0]
    assert (made.counts[Box.UNCERTAIN], made.counts[Box.MATCHED]) == (1, 1)
    assert sum(made.counts.values()) == 2
    assert (made.registered, made.completed) == (1, 1)
    done = write(file, of_status(status))
    assert (done.newly_registered, done.newly_completed) == (1, 1)


def test_another_attempt_that_is_plain_answers_it(file: DataFile) -> None:
    person(file, AN, "0982103591")
    entry = entry_of(plan(file, of_status("Hoàn thành (không đạt)", "Hoàn thành")), AN)
    assert entry.box is Box.MATCHED
    assert entry.account is not None
    assert entry.account.completed


def test_who_was_seen_before_is_not_lost_by_it(file: DataFile) -> None:
    person(file, AN, "0982103591")
    write(file, of_status("Hoàn thành"))
    assert entry_of(plan(file, of_status("Hoàn thành (không đạt)")), AN).box is Box.UNCERTAIN


def test_words_that_nobody_understands_leave_the_registration_open(file: DataFile) -> None:
    person(file, AN, "0982103591")
    head = ("Họ tên", "Điện thoại", "Đã đăng ký")
    text = export((AN, "0982103591", "theo dõi sau"), (BINH, "0982103592", "x"), head=head)
    assert entry_of(plan(file, text), AN).box is Box.UNCERTAIN


@pytest.mark.parametrize(
    ("titles", "cells"),
    [
        (("Tiến độ (%)", "Tình trạng"), ("100%", "Chưa thi")),
        (("Tiến độ", "Kết quả"), ("40", "Đạt")),
        (("Đã đăng ký", "Ngày đăng ký"), ("Chưa", "05/06/2026")),
        (("Trạng thái", "Ngày thi"), ("Vắng thi", "05/06/2026")),
        (("Trạng thái", "Ngày thi"), ("Bỏ thi", "05/06/2026")),
    ],
)
def test_columns_of_one_row_that_contradict_are_looked_at_with_both_values(
    file: DataFile, titles: tuple[str, ...], cells: tuple[str, ...]
) -> None:
    for name, phone in ((AN, "0982103591"), (BINH, "0982103592")):
        person(file, name, phone)
    rows = [("0982103591", AN, "", *cells), ("0982103592", BINH, "", "100", "")]
    made = plan(file, export(*rows, head=(*HEAD[:3], *titles)))
    entry = entry_of(made, AN)
    assert entry.box is Box.UNCERTAIN
    assert all(cell in entry.reasons[0] for cell in cells)
