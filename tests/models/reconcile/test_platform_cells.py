"""Every row of an export that is about somebody lies in a box, or is named with its reason."""

from __future__ import annotations

import pytest

from models.reconcile.records import Box
from models.store.data_file import DataFile
from tests.models.reconcile.exports import entry_of, export, person, plan, read_platform_text

CLINIC = "Trạm Y tế xã"
HEAD = ("STT", "Họ và tên", "Đơn vị", "Điểm")
ROWS = (
    (1, "Nguyễn Văn An", CLINIC, 90),
    (2, "TYT_Trần Thị Bình", CLINIC, 80),
    (3, "Lê Quang Cường - 0912345673", CLINIC, 70),
    (4, "Nguy?n V?n D?ng", CLINIC, 60),
    (5, "An", CLINIC, 50),
    (6, "", CLINIC, 40),
    (7, "Đỗ Thu Hà (GV)", CLINIC, 95),
)


def test_all_seven_rows_are_accounted_for(file: DataFile) -> None:
    for name in ("Nguyễn Văn An", "Trần Thị Bình", "Lê Quang Cường", "Đỗ Thu Hà"):
        person(file, name, where=CLINIC)
    made = plan(file, export(*ROWS, head=HEAD))
    assert (made.rows, made.unread, made.counts[Box.MATCHED]) == (7, 3, 4)
    told = {problem.row: problem for problem in made.problems}
    assert set(told) == {3, 5, 6, 7}
    assert all(problem.reason for problem in told.values())
    assert "Trần Thị Bình" in told[3].reason


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("TYT_Trần Thị Bình", "Trần Thị Bình"),
        ("TYT - Trần Thị Bình", "Trần Thị Bình"),
        ("Trạm Y tế xã: Trần Thị Bình", "Trần Thị Bình"),
        ("[TYT xã] Trần Thị Bình", "Trần Thị Bình"),
        ("TYT TRẦN THỊ BÌNH", "Trần Thị Bình"),
    ],
)
def test_a_unit_before_the_name_is_the_unit_where_no_column_says_one(
    file: DataFile, cell: str, name: str
) -> None:
    person(file, name, where=CLINIC)
    person(file, name, where="Phòng Kinh tế")
    text = export((1, cell, 80), (2, "Vũ Văn Lạ", 7), head=("STT", "Họ và tên", "Điểm"))
    (row, _) = read_platform_text(file, text).rows
    assert row.source.name.lower() == name.lower()
    assert plan(file, text).texts.find(row.source.unit).unit_id is not None


@pytest.mark.parametrize(
    ("login", "phone"), [("binh90", ""), ("", "0912345672"), ("0912345672", "")]
)
def test_a_row_without_a_name_is_kept_by_its_login_or_phone(
    file: DataFile, login: str, phone: str
) -> None:
    head = ("Tên đăng nhập", "Họ tên", "Điện thoại", "Đơn vị", "Điểm")
    rows = ((login, "", phone, CLINIC, 40), ("an90", "Nguyễn Văn An", "", CLINIC, 90))
    made = plan(file, export(*rows, head=head))
    assert (made.rows, made.unread, len(made.accounts)) == (2, 0, 2)


def test_a_row_of_a_sum_or_a_unit_is_about_nobody(file: DataFile) -> None:
    rows = ((1, "Nguyễn Văn An", CLINIC, 90), ("", CLINIC, "", ""), ("Tổng", "", "", 90))
    made = plan(file, export(*rows, head=HEAD))
    assert (made.rows, made.unread) == (1, 0)


def test_an_account_to_be_seen_is_told_with_the_number_of_those_not_registered(
    file: DataFile,
) -> None:
    person(file, "Trần Thị Bình", "0982103591")
    person(file, "Lê Văn Cường", "0982103592")
    made = plan(file, export(("binh90", "Trần Thị Bình", "", "9", "02/06/2026")))
    assert made.counts[Box.NOT_REGISTERED] == 2
    assert [e.person.name for e in made.maybe_registered if e.person] == ["Trần Thị Bình"]
    assert entry_of(made, "Lê Văn Cường").asked is False
