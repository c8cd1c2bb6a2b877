"""Binary workbooks: read like all others, and no person vanishes from them unseen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from models.intake.grid import NO_STORED_VALUE, Workbook
from models.intake.reading.reader import read_workbook
from models.intake.shape.find import find_tables
from models.intake.shape.rows import shape_rows
from tests.models.intake.breakage import flipped
from tests.models.intake.raw_xlsb import Computed, Fault, Unstored, xlsb
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


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_binary_workbook_costs_one_sentence_at_most(seed: int, tmp_path: Path):
    path = tmp_path / "danh sách.xls"
    path.write_bytes(flipped(xlsb({"DS": ROWS}), seed, share=0.004))
    assert outcome(path) == "" or "danh sách.xls" in outcome(path)
