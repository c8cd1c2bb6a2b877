"""Cells that say that there is nothing to say, and cells that say something all the same."""

from datetime import date

import pytest

from models.intake.grid import Sheet, Workbook
from models.intake.shape.find import find_tables
from models.intake.shape.no_answer import says_nothing
from models.intake.shape.rows import shape_rows

HEAD = ("STT", "Họ và tên", "Số điện thoại", "Chức vụ", "Email", "Ghi chú")
NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Quang Cường", "Phạm Minh Dũng")

NOTHING = [
    "Không có", "không", "chưa có", "Chưa", "Trống", ".", "?", "???", "x", "k", "KXĐ", "không rõ",
    "Ko có", "ko biết", "Chưa cập nhật", "(không có)", "Không xác định", "Chưa cung cấp",
    "không có số", "Không có email", "hiện chưa có", "bỏ trống", "__", "K", "không nhớ",
    "Chưa bổ sung", "Không có thông tin", "chua ro",
]  # fmt: skip
SOMETHING = [
    "Không chuyên trách", "Chưa đăng ký", "Hiệu trưởng", "nghỉ thai sản", "Trưởng phòng", "CT",
    "Chưa vào Đảng", "không tham gia thi", "Nam", "Trong nhóm 2", "PCT", "Cán bộ không chuyên",
    "Chưa tập huấn", "12", '"', "//", "*",
]  # fmt: skip


@pytest.mark.parametrize("text", NOTHING)
def test_it_says_nothing(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize("text", SOMETHING)
def test_it_says_something(text: str) -> None:
    assert not says_nothing(text)


@pytest.mark.parametrize("text", NOTHING)
def test_no_such_cell_is_stored(text: str) -> None:
    people = [
        (at, name, f"098210359{at}", "Giáo viên", f"a{at}@kesat.vn", "mới về")
        for at, name in enumerate(NAMES, 1)
    ]
    table = [HEAD, *people, (5, "Hoàng Thị Em", text, text, text, text)]
    book = Workbook("ds.xlsx", "", "xlsx", (Sheet("DS", table),))
    (guess,) = find_tables(book)
    shaped = shape_rows(book, guess, date(2026, 6, 1))
    row = shaped.rows[-1]
    assert row.name == "Hoàng Thị Em"
    assert (row.phone.raw, row.position, row.email) == ("", "", "")
    assert shaped.problems == ()


@pytest.mark.parametrize("text", ["chưa", "?", "không", "k", "chưa có"])
def test_a_note_that_denies_is_kept(text: str) -> None:
    people = [(1, NAMES[0], "0982103591", "Giáo viên", "", text), (2, NAMES[1], "", "", "", "")]
    book = Workbook("ds.xlsx", "", "xlsx", (Sheet("DS", [HEAD, *people]),))
    (guess,) = find_tables(book)
    assert shape_rows(book, guess, date(2026, 6, 1)).rows[0].note == text
