"""Check boxes say what is ticked."""

import pytest

from models.intake.grid import Sheet, Workbook
from models.intake.shape.boxes import has_box, ticked_words
from models.intake.shape.find import find_tables
from models.intake.shape.rows import shape_rows
from models.records import Gender
from tests.models.intake.seen_books import TODAY


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("☑ Nam ☐ Nữ", "Nam"),
        ("☐ Nam ☑ Nữ", "Nữ"),
        ("Nam ☐  Nữ ☑", "Nữ"),
        ("[x] Nam [ ] Nữ", "Nam"),
        ("( ) Nam (x) Nữ", "Nữ"),
        ("☑ Đã đăng ký", "Đã đăng ký"),
        ("☒", "☑"),
        ("☑\ufe0f", "☑"),
        ("\uf0fe", "☑"),
        ("\uf0a8", "☐"),
        ("¨", "☐"),
        ("⬜", "☐"),
        ("[ ]", "☐"),
        ("☐ Có ☐ Không", ""),
    ],
)
def test_what_is_ticked(text: str, says: str) -> None:
    assert has_box(text)
    assert ticked_words(text) == says


@pytest.mark.parametrize("text", ["Nguyễn Văn An (A)", "0912345671", "Phòng VH-XH", "x"])
def test_other_cells_have_no_box(text: str) -> None:
    assert not has_box(text)


def test_boxes_in_a_list() -> None:
    rows: list[tuple[str, ...]] = [
        ("Họ và tên", "Giới tính", "Số điện thoại", "Đơn vị", "Đã đăng ký"),
        ("Nguyễn Văn An", "☑ Nam ☐ Nữ", "0912345671", "Trạm Y tế", "☑"),
        ("Trần Thị Bình", "☐ Nam ☑ Nữ", "0912345672", "Trạm Y tế", "☐"),
        ("Lê Quang Cường", "☑ Nam ☐ Nữ", "0912345673", "Trạm Y tế", "\uf0fe"),
        ("Đỗ Thu Hà", "☐ Nam ☑ Nữ", "0912345674", "Trạm Y tế", "[ ]"),
    ]
    book = Workbook("ds.xlsx", "", "xlsx", (Sheet("DS", list(rows)),))
    (guess,) = find_tables(book)
    table = shape_rows(book, guess, TODAY)
    assert [(row.gender, row.registered) for row in table.rows] == [
        (Gender.MALE, True),
        (Gender.FEMALE, False),
        (Gender.MALE, True),
        (Gender.FEMALE, False),
    ]
    assert not table.problems
