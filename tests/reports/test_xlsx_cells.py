"""Any text, number or day in a cell comes back as it is, to several readers, and runs nowhere."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from models.text.formula_text import may_run
from reports.render.xlsx.cells import (
    DATE_FORMAT,
    LONGEST_TEXT,
    CellLook,
    TextPiece,
    date_cell,
    formula_cell,
    number_cell,
    rich_cell,
    text_cell,
)
from reports.render.xlsx.pack import BookWriter

DAY = date(2026, 6, 8)
STARTS = "=+-@＝＋－＠﹦﹢﹣﹫\t\r\n|−"
TEXTS = st.text() | st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", " ", "\u00a0", "\u3000", "\ufeff", "\u200f"]),
        st.sampled_from(STARTS),
        st.text() | st.sampled_from(["1+1", "cmd|' /C calc'!A0", 'HYPERLINK("x")']),
    ),
)


def book_of(*texts: str) -> bytes:
    writer = BookWriter()
    sheet, face = writer.sheet("Thử"), writer.face(CellLook())
    for at, text in enumerate(texts, start=1):
        sheet.add([text_cell(f"A{at}", text, face), text_cell(f"B{at}", "x", face)], 2)
    return writer.packed(DAY)


def shown(text: str) -> str:
    """What XML can hold of it; line ends are one sign."""
    kept = "".join(
        letter if (letter >= " " and letter not in "\ufffe\uffff") or letter in "\t\n\r" else " "
        for letter in text.encode("utf-16", "replace").decode("utf-16")
    )
    return kept.replace("\r\n", "\n").replace("\r", "\n")


@given(TEXTS)
@example("_x0041_")
@example("Lê 😀 <b>&amp;</b> \u202eđảo\u202c " + "dài " * 60)
@example("0912345678")
@example("+84912345678")
@example("#N/A")
def test_text_is_text(text):
    content = book_of(text)
    cell = openpyxl.load_workbook(BytesIO(content)).worksheets[0]["A1"]
    if not text:
        assert cell.value is None
        return
    assert cell.data_type in "sn"
    assert (cell.value or "").replace("_x005F_", "_") == shown(text)
    assert cell.quotePrefix == may_run(text)
    assert (cell.number_format == "@") == may_run(text)
    assert b"<f>" not in content


@given(
    st.lists(
        st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1)
    )
)
def test_another_reader_sees_the_same(texts):
    rows = (
        CalamineWorkbook.from_filelike(BytesIO(book_of(*texts))).get_sheet_by_index(0).to_python()
    )
    read = [str(row[0]) for row in rows]
    assert read == [shown(text) for text in texts]


@pytest.mark.parametrize("letter", ["a", "ế", "😀"])
def test_what_is_longer_than_a_cell_is_cut_where_excel_would(letter):
    cell = openpyxl.load_workbook(BytesIO(book_of(letter * 40_000))).worksheets[0]["A1"]
    assert LONGEST_TEXT - 1 <= len(cell.value.encode("utf-16-le")) // 2 <= LONGEST_TEXT


def test_numbers_days_and_pieces():
    writer = BookWriter()
    sheet, face = writer.sheet("Thử"), writer.face(CellLook())
    day = writer.face(CellLook(number_format=DATE_FORMAT))
    pieces = [
        TextPiece("=1", 12, bold=True, italic=False),
        TextPiece("+1", 12, bold=False, italic=True),
    ]
    cells = [
        number_cell("A1", 532, face),
        number_cell("B1", 24 / 532, face),
        date_cell("C1", DAY, day),
        date_cell("D1", datetime(2026, 6, 8, 17, 30), day),
        date_cell("E1", date(1899, 1, 2), day),
        rich_cell("F1", pieces, face),
        formula_cell("G1", 'IF(A1<1,"–",A1)', 532, face),
    ]
    sheet.add(cells, len(cells))
    content = writer.packed(DAY)
    row = openpyxl.load_workbook(BytesIO(content), data_only=True).worksheets[0][1]
    assert [cell.value for cell in row] == [
        532,
        24 / 532,
        datetime(2026, 6, 8),
        datetime(2026, 6, 8, 17, 30),
        "02/01/1899",
        "=1+1",
        532,
    ]
    assert row[5].quotePrefix
    assert openpyxl.load_workbook(BytesIO(content)).worksheets[0]["G1"].value == '=IF(A1<1,"–",A1)'


def test_sheets_alike_in_name_have_names_of_their_own():
    writer = BookWriter()
    names = [writer.sheet(name).page.title for name in ("Phụ lục", "PHỤ LỤC", "x" * 31, "x" * 40)]
    assert names == ["Phụ lục", "PHỤ LỤC (2)", "x" * 31, "x" * 26 + " (2)"]
