"""What an officer says of a file by flags, and that each table is told of once."""

from __future__ import annotations

import pytest

from models.errors import AppError
from models.intake.grid import Cell, GridRow, Sheet, Workbook
from models.intake.hidden import unread_sheets
from models.intake.shape.fields import Field
from models.intake.shape.find import find_tables
from models.intake.unread_columns import told_unread
from models.intake.wishes import Wishes, left_open, wished_tables

NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Quang Cường", "Phạm Minh Dũng")
PHONES = tuple(f"09123456{n}{n}" for n in range(4))
YES: tuple[Cell, ...] = ("Rồi", "Chưa", "Rồi", "Chưa")
HEAD: GridRow = ("STT", "Họ và tên", "Phụ huynh", "SĐT PH")


def _sheet(name: str, head: GridRow, *columns: tuple[Cell, ...], title: str = "") -> Sheet:
    body: list[GridRow] = list(zip(range(1, 5), NAMES, *columns, strict=True))
    above: list[GridRow] = [(title, *(None for _ in head[1:]))] if title else []
    return Sheet(name, [*above, head, *body])


def _two_sheets() -> Workbook:
    others = NAMES[::-1]
    sheets = (
        _sheet("HS 9A", HEAD, others, PHONES),
        _sheet("GV", ("STT", "Họ và tên", "SĐT"), PHONES),
    )
    return Workbook("ds.xlsx", "", "xlsx", sheets)


def test_the_flag_for_an_open_column_names_its_sheet_where_there_are_several():
    guesses = find_tables(_two_sheets())
    (told,) = left_open(guesses, [], several=True)
    assert '--map "HS 9A!D=phone"' in told.reason
    (alone,) = left_open(guesses, [])
    assert '--map "D=phone"' in alone.reason


def test_columns_are_said_of_one_sheet_and_the_others_are_read_as_before():
    book = _two_sheets()
    wishes = Wishes(fields={"hs 9a": {3: Field.PHONE}})
    read, open_ = wished_tables(book, find_tables(book), wishes)
    assert not open_
    assert [(guess.sheet, guess.fields[3 if guess.sheet == "HS 9A" else 2]) for guess in read] == [
        ("HS 9A", Field.PHONE),
        ("GV", Field.PHONE),
    ]


def test_a_sheet_that_is_not_there_is_refused():
    book = _two_sheets()
    with pytest.raises(AppError, match="không có trang tính “9B”"):
        wished_tables(book, find_tables(book), Wishes(fields={"9B": {3: Field.PHONE}}))


@pytest.mark.parametrize("fields", [{2: Field.IGNORED}, {1: Field.FULL_NAME}, {2: Field.PHONE}])
def test_a_table_of_which_columns_were_said_is_not_told_as_unread(fields):
    book = Workbook("ds.xlsx", "", "xlsx", (_sheet("GV", ("STT", "Họ tên", "SĐT"), PHONES),))
    guesses = find_tables(book)
    read, _ = wished_tables(book, guesses, Wishes(fields={"": fields}))
    assert len(read) == 1
    assert unread_sheets(guesses, read) == ()


def test_a_table_that_is_asked_about_is_told_once():
    title = "LỊCH TRỰC THÁNG 5"
    sheet = _sheet("GV", ("STT", "Họ tên", "SĐT"), PHONES, title=title)
    book = Workbook("ds.xlsx", "", "xlsx", (sheet,))
    guesses = find_tables(book)
    read, asked = wished_tables(book, guesses, Wishes())
    assert (read, len(asked)) == ([], 1)
    assert unread_sheets(guesses, read, asked) == ()
    assert len(left_open(read, asked)) == 1


def test_a_table_that_nobody_asks_about_names_the_flag():
    sheets = [_sheet(name, ("STT", "Họ tên", "SĐT"), PHONES) for name in ("Một", "Hai")]
    guesses = find_tables(Workbook("ds.xlsx", "", "xlsx", tuple(sheets)))
    (told,) = unread_sheets(guesses, guesses[:1])
    assert '--sheet "Hai"' in told.reason


@pytest.mark.parametrize(
    ("title", "flag"),
    [
        ("7. Đồng chí đã hoàn thành bài thi chưa?", "C=completed"),
        ("6. Đồng chí đã đăng ký tài khoản OneTouch chưa?", "C=registered"),
        ("Hiến máu: đã đăng ký", "C=registered"),
        ("Hoàn thành kê khai tài sản", "C=completed"),
    ],
)
def test_a_column_that_sounds_like_marks_is_told_with_its_flag(title, flag):
    sheet = _sheet("Trả lời", ("STT", "Họ và tên", title), YES)
    guesses = find_tables(Workbook("ds.xlsx", "", "xlsx", (sheet,)))
    (told,) = told_unread(guesses, flags=True)
    assert (told.column, f'--map "{flag}"' in told.reason) == ("C", True)
    (in_window,) = told_unread(guesses)
    assert "--map" not in in_window.reason
