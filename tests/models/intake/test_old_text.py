"""Lists in the old fonts are found column by column, and Unicode ones are never touched."""

from __future__ import annotations

from datetime import date

import pytest

from models.intake.grid import Row, Sheet, Workbook
from models.intake.old_text import find_old_text, with_converted
from models.intake.shape.find import find_tables
from models.intake.shape.rows import shape_rows
from models.text.legacy.codec import LegacyEncoding, encode
from tests.models.intake.workbooks import EVERYBODY, HALL, SCHOOL

ROWS: list[Row] = [
    ("DANH SÁCH CÁN BỘ", None, None, None),
    ("STT", "Họ và tên", "Số điện thoại", "Đơn vị"),
    *[(n, name, phone, (HALL, SCHOOL)[n % 2]) for n, (name, phone) in enumerate(EVERYBODY, 1)],
]


def workbook(rows: list[Row]) -> Workbook:
    return Workbook("a.xls", "0", "xls", (Sheet("DS", rows),))


def names(book: Workbook) -> list[tuple[str, str]]:
    (guess,) = find_tables(book)
    return [(r.name, r.unit) for r in shape_rows(book, guess, date(2026, 6, 8)).rows]


def test_unicode_is_left_alone():
    assert find_old_text(workbook(ROWS)) == []


@pytest.mark.parametrize("encoding", [LegacyEncoding.TCVN3, LegacyEncoding.VNI])
def test_old_list_is_found_shown_and_converted(encoding: LegacyEncoding):
    old = workbook(
        [tuple(encode(c, encoding) if isinstance(c, str) else c for c in row) for row in ROWS]
    )
    found = find_old_text(old)
    assert {column.letter for column in found} >= {"B", "D"}
    assert {column.encoding for column in found} == {encoding}
    before, after = found[0].examples[0]
    assert before != after
    assert names(with_converted(old, found)) == names(workbook(ROWS))


def test_only_confirmed_columns_are_converted():
    encoding = LegacyEncoding.VNI
    old = workbook(
        [tuple(encode(c, encoding) if isinstance(c, str) else c for c in row) for row in ROWS]
    )
    found = [column for column in find_old_text(old) if column.letter == "B"]
    converted = with_converted(old, found).sheets[0].rows
    assert [row[1] for row in converted] == [row[1] for row in ROWS]
    assert [row[3] for row in converted] == [row[3] for row in old.sheets[0].rows]
