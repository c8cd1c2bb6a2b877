"""Binary workbooks: read like all others, and no person vanishes from them unseen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from models.intake.grid import LOST, NO_STORED_VALUE, RAISED, STRUCK, Workbook
from models.intake.reading.reader import read_workbook
from models.intake.shape.find import find_tables
from models.intake.shape.rows import shape_rows
from models.intake.shape.told import STRUCK_ROW
from tests.models.intake.breakage import flipped
from tests.models.intake.raw_xlsb import Computed, Fault, Runs, Struck, Unstored, xlsb
from tests.models.intake.seen_books import table_of, told
from tests.models.intake.test_hostile import outcome
from tests.models.intake.workbooks import AN, BINH, CUONG, EVERYBODY, HALL, SCHOOL, numbered

HEAD = ["STT", "Họ và tên", "Số điện thoại"]
ROWS = [HEAD, *numbered()]


def read(data: bytes, folder: Path) -> Workbook:
    path = folder / "danh sách.xls"
    path.write_bytes(data)
    return read_workbook(path)


def people(book: Workbook) -> list[tuple[str, str, str]]:
    tables = [shape_rows(book, g, date(2026, 6, 8)) for g in find_tables(book) if g.wanted]
    return [(row.name, row.phone.number, row.unit) for table in tables for row in table.rows]


def test_a_binary_workbook_is_read_by_its_content(tmp_path: Path):
    book = read(xlsb({"DS": ROWS}), tmp_path)
    assert book.kind == "xlsb"
    assert people(book) == [(name, phone, "") for name, phone in EVERYBODY]


def test_phones_stored_as_numbers_and_sheets_per_unit(tmp_path: Path):
    sheets = {
        HALL: [HEAD, [1, AN[0], 912345671]],
        SCHOOL: [HEAD, [1, Computed(BINH[0]), 982103592.0]],
    }
    book = read(xlsb(sheets), tmp_path)
    assert people(book) == [(*AN, HALL), (*BINH, SCHOOL)]
    assert book.sheets[1].missing == {}


def test_formulas_without_value_and_errors_are_named(tmp_path: Path):
    rows = [
        HEAD,
        [1, Unstored(), AN[1]],
        [2, Fault("#N/A"), BINH[1]],
        [3, CUONG[0], Fault("#REF!", by_formula=True)],
        [4, AN[0], Unstored(number=True)],
    ]
    book = read(xlsb({"DS": rows}), tmp_path)
    assert book.sheets[0].missing == {
        (1, 1): NO_STORED_VALUE,
        (2, 1): "#N/A",
        (3, 2): "#REF!",
        (4, 2): NO_STORED_VALUE,
    }
    (guess,) = find_tables(book)
    table = shape_rows(book, guess, date(2026, 6, 8))
    assert [row.name for row in table.rows] == [CUONG[0], AN[0]]
    assert [row.row for row in table.rejected] == [2, 3]
    assert {(p.row, p.column) for p in table.problems} >= {(2, "B"), (3, "B"), (4, "C"), (5, "C")}


def test_a_name_by_formula_at_the_very_end_is_seen(tmp_path: Path):
    rows = [HEAD, [1, *AN], [None, Unstored()]]
    (sheet,) = read(xlsb({"DS": rows}), tmp_path).sheets
    assert sheet.missing == {(2, 1): NO_STORED_VALUE}
    assert len(sheet.rows) == 3


def test_hidden_rows_columns_sheets_and_merges_are_told(tmp_path: Path):
    data = xlsb(
        {"DS": [["DANH SÁCH", None, None], *ROWS], "Cũ": ROWS},
        hidden_rows=[4],
        hidden_columns=[2],
        hidden_sheets=["Cũ"],
        merges=[(0, 0, 0, 2)],
    )
    book = read(data, tmp_path)
    first, second = book.sheets
    assert (first.hidden, second.hidden) == (False, True)
    assert first.hidden_rows == {3}
    assert first.hidden_columns == {2}
    assert first.merges == ((0, 0, 0, 2),)
    remarks = find_tables(book)[0].remarks
    assert any("C (Số điện thoại)" in remark for remark in remarks)
    assert any("1 dòng đang ẩn" in remark for remark in remarks)


def test_struck_out_cells_and_parts_of_cells_are_not_read_and_are_told(tmp_path: Path):
    rows = [
        [*HEAD, "Đơn vị"],
        [1, AN[0], Runs((("0911111111 ", "struck"), (AN[1], ""))), HALL],
        [2, Runs((("Trần Thị Bính ", "struck"), (BINH[0], ""))), BINH[1], HALL],
        [3, Runs(((CUONG[0], None), ("1", "raised"))), Struck(982103593), HALL],
        [4, "Đỗ Thu Hà", Struck("0982103594"), Struck(Computed(HALL))],
        [5, "Vũ Thị Giang", 982103595, Struck(Runs((("Thôn Đông ", None), (SCHOOL, ""))))],
    ]
    table = table_of(tmp_path, "a.xlsb", xlsb({"DS": rows}))
    assert [(row.name, row.phone.number, row.unit) for row in table.rows] == [
        (*AN, HALL),
        (*BINH, HALL),
        (CUONG[0], "", HALL),
        ("Đỗ Thu Hà", "", ""),
        ("Vũ Thị Giang", "0982103595", SCHOOL),
    ]
    assert sorted(told(table)) == [
        (2, "C", "0911111111"),
        (3, "B", "Trần Thị Bính"),
        (4, "B", "1"),
        (4, "C", "982103593"),
        (5, "C", "0982103594"),
        (5, "D", HALL),
        (6, "D", "Thôn Đông"),
    ]
    assert {problem.reason for problem in table.problems} == {STRUCK, RAISED}


def test_a_row_that_is_struck_out_is_nobody_and_is_named(tmp_path: Path):
    rows = [HEAD, [1, *AN], [Struck(2), *map(Struck, BINH)], [3, *CUONG]]
    table = table_of(tmp_path, "a.xlsb", xlsb({"DS": rows}))
    assert [row.name for row in table.rows] == [AN[0], CUONG[0]]
    assert [(row.row, row.reason) for row in table.skipped] == [(3, STRUCK_ROW)]
    assert [(row, column) for row, column, _ in told(table)] == [(3, "")]


def test_a_text_with_fonts_in_the_sheet_itself_is_not_lost_without_a_word(tmp_path: Path):
    rows = [HEAD, [1, Runs((("Trần ", ""), ("Văn An", "struck")), inline=True), AN[1]], [2, *BINH]]
    book = read(xlsb({"DS": rows}), tmp_path)
    assert book.sheets[0].missing == {(1, 1): LOST}


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_binary_workbook_costs_one_sentence_at_most(seed: int, tmp_path: Path):
    path = tmp_path / "danh sách.xls"
    path.write_bytes(flipped(xlsb({"DS": ROWS}), seed, share=0.004))
    assert outcome(path) == "" or "danh sách.xls" in outcome(path)
