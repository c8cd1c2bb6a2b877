"""The workbook that ships with the program: made up, in the official shape, 532 people."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import resources
from models.intake.reading.reader import read_workbook
from models.intake.shape.find import find_tables
from models.intake.shape.records import ShapedTable, TableGuess
from models.intake.shape.rows import shape_rows
from models.records import Gender

TODAY = date(2026, 6, 8)
SAMPLE = Path(resources.__file__).parent / "samples" / "danh-sach-mau.xlsx"


def read_sample() -> tuple[TableGuess, ShapedTable]:
    workbook = read_workbook(SAMPLE)
    (guess,) = find_tables(workbook)
    return guess, shape_rows(workbook, guess, TODAY)


def test_everybody_is_read_with_unit_birth_gender_and_phone():
    guess, table = read_sample()
    assert guess.header_rows == (6, 7)
    assert len(table.rows) == 532
    assert len({row.unit for row in table.rows}) >= 25
    assert table.rejected == ()
    for row in table.rows:
        assert row.unit
        assert row.birth
        assert row.gender in Gender
        assert len(row.phone.number) in {0, 10}


def test_groups_totals_and_signatures_are_named():
    _, table = read_sample()
    reasons = {row.reason for row in table.skipped}
    assert reasons == {
        "Dòng tên nhóm, đơn vị",
        "Dòng tổng cộng",
        "Phần ký tên, ghi chú ở cuối bảng",
    }
