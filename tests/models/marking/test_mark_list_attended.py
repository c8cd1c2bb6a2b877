"""`mark --file` with a meeting or a form: who stayed long enough, who answered when that counts."""

from datetime import date
from pathlib import Path

import pytest

from models.contests.attendance import set_attendance_rule
from models.marking.from_list import read_mark_list
from models.records import AttendanceRule, Attended, Mark
from models.store.data_file import DataFile
from tests.factory import named

DAY = date(2026, 6, 9)
NAMES = ("Trần Văn An", "Lê Thị Bình")
MEETING = (
    "Name,Email,Join Time,Leave Time,Duration (Minutes)\n"
    "Trần Văn An (Khách),,08/06/2026 14:00:00,08/06/2026 15:00:00,60\n"
    "Lê Thị Bình,,08/06/2026 14:00:00,08/06/2026 14:10:00,10\n"
)
FORM = "Dấu thời gian,Họ và tên\n08/06/2026 14:00:03,Trần Văn An\n08/06/2026 14:05:00,Lê Thị Bình\n"


def listed(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "tep.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_who_left_too_early_is_told_and_not_marked(file: DataFile, tmp_path: Path) -> None:
    an, binh = named(file, NAMES)
    rule = AttendanceRule(Mark.COMPLETED, 30)
    found = read_mark_list(file, listed(tmp_path, MEETING), Mark.COMPLETED, DAY, rule)
    assert found.marks == {an: {Mark.COMPLETED: date(2026, 6, 8)}}
    assert found.not_found == ("Lê Thị Bình (10 phút): dự họp chưa đủ số phút",)
    told = AttendanceRule(Mark.COMPLETED, 0)
    everybody = read_mark_list(file, listed(tmp_path, MEETING), Mark.COMPLETED, DAY, told)
    assert set(everybody.marks) == {an, binh}


def test_attending_marks_only_when_that_was_chosen(file: DataFile, tmp_path: Path) -> None:
    an, binh = named(file, NAMES)
    path = listed(tmp_path, MEETING)
    unchosen = read_mark_list(file, path, Mark.COMPLETED, DAY)
    assert unchosen.marks == {}
    assert "chưa chọn" in unchosen.not_found[0]
    set_attendance_rule(file, Attended.MEETING, AttendanceRule(Mark.COMPLETED, 5))
    assert set(read_mark_list(file, path, Mark.COMPLETED, DAY).marks) == {an, binh}


def test_answers_mark_only_when_that_was_chosen(file: DataFile, tmp_path: Path) -> None:
    ids = set(named(file, NAMES))
    path = listed(tmp_path, FORM)
    assert read_mark_list(file, path, Mark.COMPLETED, DAY).marks == {}
    set_attendance_rule(file, Attended.FORM, AttendanceRule(Mark.COMPLETED))
    assert set(read_mark_list(file, path, Mark.COMPLETED, DAY).marks) == ids
    assert read_mark_list(file, path, Mark.REGISTERED, DAY).marks == {}


@pytest.mark.parametrize(
    "note",
    [
        "thi lại",
        "mất mạng giữa chừng",
        "dưới điểm chuẩn",
        "45/100",
        "?",
        "lỗi đăng nhập",
        "nộp muộn",
        "thi hộ",
        "xong phần 1",
    ],
)
def test_a_remark_beside_a_name_that_is_no_plain_yes_is_to_be_decided(
    file: DataFile, tmp_path: Path, note: str
) -> None:
    named(file, NAMES)
    found = read_mark_list(file, noted(tmp_path, note), Mark.COMPLETED, DAY)
    assert found.marks == {}
    assert "cần quyết định" in found.not_found[0]


@pytest.mark.parametrize(
    "note", ["", "xong", "đã hoàn thành", "Đảng viên", "Tổ trưởng", "hợp đồng"]
)
def test_other_remarks_change_nothing(file: DataFile, tmp_path: Path, note: str) -> None:
    an, _ = named(file, NAMES)
    assert set(read_mark_list(file, noted(tmp_path, note), Mark.COMPLETED, DAY).marks) == {an}


@pytest.mark.parametrize(
    "state", ["Bị hủy kết quả", "Vi phạm quy chế", "Hết giờ", "Đình chỉ công tác", "Đã tuyển dụng"]
)
def test_nobody_vanishes_without_a_reason(file: DataFile, tmp_path: Path, state: str) -> None:
    named(file, NAMES)
    path = listed(tmp_path, f"Họ và tên,Trạng thái\nTrần Văn An,{state}\nLê Thị Bình,Chưa đạt\n")
    found = read_mark_list(file, path, Mark.COMPLETED, DAY)
    assert found.marks == {}
    assert [state in told for told in found.not_found] == [True]


def noted(tmp_path: Path, note: str) -> Path:
    return listed(tmp_path, f"Họ và tên,Số điện thoại,Ghi chú\nTrần Văn An,,{note}\n")
