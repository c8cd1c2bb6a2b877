"""Marking what was recognised: one change, decisions remembered, lists in files of any kind."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest

from models.errors import AppError
from models.journal.history import fingerprint, history
from models.journal.replay import undo
from models.marking.apply import MessageReader, mark_recognised
from models.marking.from_list import read_mark_list
from models.marking.records import Standing
from models.records import Mark
from tests.models.marking.roster import PEOPLE, fill

DAY = date(2026, 6, 8)


@pytest.fixture
def ids(file):
    return fill(file)


def only(recognition):
    (one,) = recognition.found
    return one


def test_one_change_marks_all_and_is_taken_back_whole(file, ids):
    before = fingerprint(file)
    result = mark_recognised(file, Mark.REGISTERED, DAY, [ids["an"], ids["binh"]])
    assert (result.marked, result.already) == (2, 0)
    assert history(file)[0].summary == "Đánh dấu 2 người đã đăng ký"
    again = mark_recognised(file, Mark.COMPLETED, DAY, [ids["an"], ids["hoa"]])
    assert (again.marked, again.already) == (2, 0)
    assert mark_recognised(file, Mark.REGISTERED, DAY, [ids["an"]]).already == 1
    undo(file)
    undo(file)
    assert fingerprint(file) == before


def test_who_is_marked_already_is_told(file, ids):
    mark_recognised(file, Mark.REGISTERED, date(2026, 6, 5), [ids["an"]])
    (person,) = only(MessageReader().read(file, "Nguyễn Văn An")).suggestions
    assert (person.registered_on, person.completed_on) == (date(2026, 6, 5), None)


def test_a_decision_is_remembered_and_forgotten_with_its_undo(file, ids):
    reader = MessageReader()
    text = "nguyen van an"
    open_one = only(reader.read(file, text))
    assert open_one.standing is Standing.UNCERTAIN
    mark_recognised(file, Mark.REGISTERED, DAY, [ids["an"]], [(open_one.key, ids["an"], True)])
    assert only(reader.read(file, text)).standing is Standing.SURE
    undo(file)
    assert only(reader.read(file, text)).standing is Standing.UNCERTAIN


def test_whom_it_is_not_is_remembered(file, ids):
    reader = MessageReader()
    open_one = only(reader.read(file, "nguyen van an"))
    mark_recognised(file, Mark.REGISTERED, DAY, [], [(open_one.key, ids["an"], False)])
    assert only(reader.read(file, "nguyen van an")).standing is Standing.NOT_FOUND
    assert only(reader.read(file, "Nguyễn Văn An")).standing is Standing.SURE


def test_one_name_that_was_two_people_is_not_remembered(file, ids):
    reader = MessageReader()
    first, second = reader.read(file, "Lê Thị Lan\nLê Thị Lan").found
    both = [(first.key, ids["lan1"], True), (second.key, ids["lan2"], True)]
    mark_recognised(file, Mark.REGISTERED, DAY, [ids["lan1"], ids["lan2"]], both)
    assert only(reader.read(file, "Lê Thị Lan")).standing is Standing.UNCERTAIN


def test_a_day_to_come_and_people_who_are_gone_are_refused(file, ids):
    before = fingerprint(file)
    with pytest.raises(AppError, match="chưa đến"):
        mark_recognised(file, Mark.REGISTERED, date(2026, 6, 9), [ids["an"]])
    with pytest.raises(AppError, match="vừa thay đổi"):
        mark_recognised(file, Mark.REGISTERED, DAY, [ids["an"], 9_999])
    assert fingerprint(file) == before


LINES = "Em gửi chị ạ\n1. Nguyễn Văn An\n2. Lê Thị Lan\n3. Hoàng Văn Không\n0982103591\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_text_file_is_read_like_a_message(file, ids, tmp_path, encoding):
    path = tmp_path / "nhóm Zalo.txt"
    path.write_text(LINES, encoding=encoding)
    found = read_mark_list(file, path, Mark.REGISTERED, DAY)
    assert set(found.marks) == {ids["an"], ids["binh"]}
    assert found.not_found == (
        "Lê Thị Lan: cần quyết định, có thể là Lê Thị Lan – Trường THCS Kẻ Sặt, Lê Thị Lan – Trạm Y tế xã",
        "Hoàng Văn Không",
    )


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_cells_without_a_header_are_read(file, ids, tmp_path, suffix):
    path = tmp_path / f"ds{suffix}"
    rows = [["0912345678"], ["0982103591"], ["0999999999"]]
    if suffix == ".csv":
        path.write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
    else:
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.save(path)
    found = read_mark_list(file, path, Mark.COMPLETED, DAY)
    assert set(found.only(Mark.COMPLETED)) == {ids["an"], ids["binh"]}
    assert len(found.not_found) == 1


def test_names_alone_in_a_table_are_found_when_they_are_unique(file, ids, tmp_path):
    book = openpyxl.Workbook()
    for row in (["STT", "Họ và tên"], [1, "Nguyễn Văn An"], [2, "Lê Thị Lan"], [3, "Lan"]):
        book.active.append(row)
    book.save(tmp_path / "ds.xlsx")
    found = read_mark_list(file, tmp_path / "ds.xlsx", Mark.REGISTERED, DAY)
    assert set(found.marks) == {ids["an"]}
    assert len(found.not_found) == 2


HEAD = ["STT", "Họ và tên", "SĐT", "Ghi chú"]
AN, BINH = [1, "Nguyễn Văn An", "0912345678"], [2, "Trần Thị Bình", "0982103591"]


@pytest.mark.parametrize(
    ("name", "sheet", "rows", "marked"),
    [
        ("ds", "DS", [["DANH SÁCH CHƯA ĐĂNG KÝ"], HEAD, AN, BINH], set()),
        ("ds", "Chưa đăng ký", [HEAD, AN, BINH], set()),
        ("chua_dang_ky", "DS", [HEAD, AN, BINH], set()),
        ("ds", "DS", [HEAD, [*AN, "xong"], [*BINH, "chưa làm được"]], {"an"}),
        ("ds", "DS", [HEAD, AN, ["", "Chưa đăng ký:"], BINH], {"an"}),
        ("ds", "DS", [["Người hoạt động không chuyên trách"], HEAD, AN, BINH], {"an", "binh"}),
    ],
)
def test_a_table_of_those_who_have_not_marks_nobody(file, ids, tmp_path, name, sheet, rows, marked):
    book = openpyxl.Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / f"{name}.xlsx")
    found = read_mark_list(file, tmp_path / f"{name}.xlsx", Mark.REGISTERED, DAY)
    assert set(found.marks) == {ids[each] for each in marked}
    told = "\n".join(found.not_found)
    assert all(PEOPLE[each][0] in told for each in {"an", "binh"} - marked)


def test_a_text_file_called_by_those_who_have_not_marks_nobody(file, ids, tmp_path):
    (tmp_path / "chưa đăng ký.txt").write_text("Nguyễn Văn An\n", encoding="utf-8")
    found = read_mark_list(file, tmp_path / "chưa đăng ký.txt", Mark.REGISTERED, DAY)
    assert not found.marks
    assert found.not_found[0].startswith("Nguyễn Văn An: cần quyết định (đứng dưới dòng “chưa:”)")


@pytest.mark.parametrize("content", ["Chào cả nhà, chúc ngày mới vui vẻ", "Mã hàng,Giá\nA1,5"])
def test_a_file_without_people_says_so(file, ids, tmp_path, content):
    for name in ("a.txt", "a.csv"):
        (tmp_path / name).write_text(content, encoding="utf-8")
        with pytest.raises(AppError, match="Không tìm thấy"):
            read_mark_list(file, tmp_path / name, Mark.REGISTERED, DAY)


def test_everybody_of_the_roster_is_found_by_name_and_phone(file, ids):
    text = "\n".join(f"{name} {phone}" for name, _, phone in PEOPLE.values() if phone)
    sure = MessageReader().read(file, text).of(Standing.SURE)
    here = {name for name, _, phone in PEOPLE.values() if phone} - {"Ngô Văn Tám"}
    assert {each.suggestions[0].name for each in sure} == here


def test_who_has_completed_does_not_fail_by_a_text(file, ids):
    mark_recognised(file, Mark.COMPLETED, DAY, [ids["binh"]])
    result = mark_recognised(file, Mark.FAILED, DAY, [ids["an"], ids["binh"]])
    assert (result.marked, result.already, result.passed) == (1, 0, 1)
    assert history(file)[0].summary == "Đánh dấu 1 người đã thi, chưa đạt"
    (person,) = only(MessageReader().read(file, "Nguyễn Văn An")).suggestions
    assert person.failed_on == DAY
