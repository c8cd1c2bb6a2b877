"""What makes a file an export of a platform, and what does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.intake.platform_file import ACCESS, RANK, SERIES, TAKEN, platform_signs, signs_of
from models.intake.reading.reader import read_workbook
from models.intake.shape.find import find_tables
from tests.models.intake.seen_books import xlsx

NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Quang Cường")
WHO = ("STT", "Họ và tên", "Số điện thoại", "Đơn vị")


def book(folder: Path, columns: dict[str, tuple[object, ...]]):
    """Three people with these columns behind who they are."""
    rows = [
        (n, name, f"091234567{n}", "Trạm Y tế", *(cells[n - 1] for cells in columns.values()))
        for n, name in enumerate(NAMES, 1)
    ]
    path = folder / "a.xlsx"
    path.write_bytes(xlsx([(*WHO, *columns), *rows]))
    return read_workbook(path)


@pytest.mark.parametrize(
    ("columns", "sign"),
    [
        ({"Bài 1": ("100%", "50%", "0%"), "Bài 2": ("100%", "0%", None)}, SERIES),
        ({"Lần 1": (70, 50, None), "Lần 2": (100, None, None), "Cao nhất": (100, 50, 0)}, SERIES),
        ({"Điểm lần 1": (7, 5, 8), "Điểm lần 2": (10, None, "9,5")}, SERIES),
        ({"Quiz 1": (7, 5, 8), "Quiz 2": (10, None, 9)}, SERIES),
        ({"Vòng 1": (90, 80, 70), "Vòng 2": (60, None, None)}, SERIES),
        ({"% hoàn thành": ("83%", "100%", "0%"), "Lần truy cập cuối": ("8/6", "8/6", "")}, ACCESS),
        ({"Tiến độ": ("83%", "100%", "0%"), "Last access": ("8/6", "8/6", "")}, ACCESS),
        ({"Điểm": (100, 90, 80), "Thời gian làm bài": ("3 phút", "5 phút", "9 phút")}, TAKEN),
        ({"Điểm": (100, 90, 80), "Hạng": (1, 2, 3)}, RANK),
        ({"Điểm": (100, 90, 80), "Bắt đầu vào lúc": ("8:00", "8:10", "9:00")}, TAKEN),
    ],
)
def test_results_such_as_no_office_keeps_are_of_a_platform(tmp_path, columns, sign):
    workbook = book(tmp_path, columns)
    assert sign in platform_signs(workbook, find_tables(workbook))


@pytest.mark.parametrize(
    "columns",
    [
        {"Hạng": ("II", "III", "II"), "Chức vụ": ("Giáo viên",) * 3},
        {"Hạng": ("II", "III", "II"), "Đã đăng ký": ("x", None, "x")},
        {"Lần 1": ("x", None, "x"), "Lần 2": (None, "x", None)},
        {"SĐT 1": ("0912345611",) * 3, "SĐT 2": ("0912345621",) * 3},
        {"Tuần 1": (1, 0, 1), "Tuần 2": (0, 1, 1)},
        {"Điểm": (100, 90, 80), "Ngày hoàn thành": ("08/06/2026",) * 3},
        {"Hệ số 1": (2.34, 3.0, 3.33), "Hệ số 2": (0.2, 0.3, 0.4)},
        {"Đăng ký": ("x", "x", None), "Hoàn thành": ("x", None, None)},
    ],
)
def test_what_an_office_keeps_is_a_list(tmp_path, columns):
    workbook = book(tmp_path, columns)
    assert platform_signs(workbook, find_tables(workbook)) == ()


def test_the_rank_of_a_profession_is_no_sign(tmp_path):
    workbook = book(tmp_path, {"Hạng": ("II", "III", "II")})
    assert [signs_of(workbook, guess) for guess in find_tables(workbook)] == [set()]
