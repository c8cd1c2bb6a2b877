"""A guess shows itself, can be corrected, and is remembered by its header texts."""

from __future__ import annotations

from datetime import date

import pytest

from models.errors import AppError
from models.intake.grid import GridRow, Sheet, Workbook
from models.intake.shape.fields import FIELD_TITLES, Field
from models.intake.shape.find import find_tables, no_table, with_header
from models.intake.shape.records import ShapedTable, TableGuess
from models.intake.shape.rows import shape_rows
from tests.models.intake.workbooks import AN, BINH, HALL, SCHOOL

TODAY = date(2026, 6, 8)
HEAD = ("STT", "Họ và tên", "SĐT", "Số CCCD", "Cột lạ")
PEOPLE: list[GridRow] = [
    (1, *AN, "031085001234", "Tổ 1"),
    (2, *BINH, "031085001235", "Tổ 2"),
]


def workbook(rows: list[GridRow], **more: list[GridRow]) -> Workbook:
    sheets = {"DS": rows, **more}
    return Workbook("a.xlsx", "0" * 64, "xlsx", tuple(Sheet(n, r) for n, r in sheets.items()))


def shaped(book: Workbook, guess: TableGuess) -> ShapedTable:
    return shape_rows(book, guess, TODAY)


def test_every_column_says_why():
    (guess,) = find_tables(workbook([HEAD, *PEOPLE]))
    assert [(c.letter, c.header_text, c.field) for c in guess.columns] == [
        ("A", "STT", Field.ORDER_NUMBER),
        ("B", "Họ và tên", Field.FULL_NAME),
        ("C", "SĐT", Field.PHONE),
        ("D", "Số CCCD", Field.NATIONAL_ID),
        ("E", "Cột lạ", Field.IGNORED),
    ]
    assert all(column.why for column in guess.columns)
    assert [column.letter for column in guess.private_columns] == ["D"]
    assert set(FIELD_TITLES) == set(Field)


def test_the_officer_gives_a_column_another_meaning():
    book = workbook([HEAD, *PEOPLE])
    (guess,) = find_tables(book)
    corrected = guess.with_columns({4: Field.UNIT, 2: Field.IGNORED})
    rows = shaped(book, corrected).rows
    assert [(row.unit, row.phone.number) for row in rows] == [("Tổ 1", ""), ("Tổ 2", "")]
    assert corrected.fields[4] is Field.UNIT


def test_the_officer_points_at_another_header():
    book = workbook([("Tên", "Số", None, None, None), HEAD, *PEOPLE])
    (guess,) = find_tables(book)
    assert guess.header_rows == (2, 2)
    other = with_header(book, guess, 1, 1)
    assert other.header_rows == (1, 1)
    assert other.data_rows == (2, 4)
    with pytest.raises(AppError, match="làm tiêu đề"):
        with_header(book, guess, 3, 9)


def test_signature_holds_for_files_of_one_shape_only():
    (first,) = find_tables(workbook([HEAD, *PEOPLE]))
    (second,) = find_tables(
        workbook([("Danh sách",) + (None,) * 4, tuple(h.upper() for h in HEAD), PEOPLE[0]])
    )
    (third,) = find_tables(workbook([("STT", "Họ tên", "SĐT", None, None), *PEOPLE]))
    assert first.signature == second.signature != third.signature


def test_no_table_is_said_in_words():
    book = workbook([("Kính gửi", None), ("Nội dung", "abc")])
    assert find_tables(book) == []
    assert "a.xlsx" in str(no_table(book))


def test_summary_sheet_is_no_list_of_people():
    book = workbook(
        [("STT", "Đơn vị", "Số người", "Ghi chú"), (1, HALL, 12, None), (2, SCHOOL, 30, None)]
    )
    assert find_tables(book) == []


def test_merged_unit_speaks_for_all_its_rows_and_merged_phone_does_not():
    rows: list[GridRow] = [
        ("Họ và tên", "SĐT", "Đơn vị"),
        (AN[0], AN[1], HALL),
        (BINH[0], None, None),
    ]
    sheet = Sheet("DS", rows, merges=((1, 1, 2, 1), (1, 2, 2, 2)))
    book = Workbook("a.xlsx", "0", "xlsx", (sheet,))
    (guess,) = find_tables(book)
    assert [(r.phone.number, r.unit) for r in shaped(book, guess).rows] == [
        (AN[1], HALL),
        ("", HALL),
    ]


def test_problem_names_sheet_row_column_value_and_reason():
    book = workbook(
        [("Họ và tên", "Ngày sinh", "SĐT"), (AN[0], "31/02/1985", AN[1]), ("Bình", "1990", BINH[1])]
    )
    (guess,) = find_tables(book)
    table = shaped(book, guess)
    birth, name = table.problems
    assert (birth.sheet, birth.row, birth.column, birth.value) == ("DS", 2, "B", "31/02/1985")
    assert (name.row, name.column, name.value) == (3, "A", "Bình")
    assert birth.reason.endswith(".")
    assert table.rows[0].problems == (birth,)
    assert [(s.row, s.rejected, s.reason) for s in table.skipped] == [(3, True, name.reason)]


def test_further_numbers_of_a_cell_are_kept_with_the_phone():
    book = workbook([("Họ và tên", "SĐT"), (AN[0], f"{AN[1]}/0911111111")])
    (guess,) = find_tables(book)
    (row,) = shaped(book, guess).rows
    assert (row.phone.number, row.phone.others) == (AN[1], ("0911111111",))


def test_a_masked_phone_is_told_and_stands_for_nothing():
    book = workbook(
        [("Họ và tên", "SĐT", "Tài khoản"), (AN[0], "0912***671", AN[1]), (BINH[0], "***", "binh")]
    )
    (guess,) = find_tables(book)
    table = shaped(book, guess)
    assert [(row.phone.number, row.phone.raw) for row in table.rows] == [(AN[1], AN[1]), ("", "")]
    assert [(p.row, p.column, p.value) for p in table.problems] == [
        (2, "B", "0912***671"),
        (3, "B", "***"),
    ]
    assert all("đã che" in problem.reason for problem in table.problems)


@pytest.mark.parametrize(
    ("header", "other", "others"),
    [
        (("SĐT", "SĐT 2"), ("0911111111",), ("0911111111",)),
        (("SĐT", "Người liên hệ", "SĐT liên hệ"), (BINH[0], "0911111111"), ()),
    ],
)
def test_a_second_phone_is_a_further_number_unless_it_is_somebody_elses(header, other, others):
    book = workbook([("Họ và tên", *header), (AN[0], AN[1], *other)])
    (guess,) = find_tables(book)
    (row,) = shaped(book, guess).rows
    assert (row.phone.number, row.phone.others) == (AN[1], others)
