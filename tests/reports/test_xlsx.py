"""The workbook, read back with openpyxl and with python-calamine."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from models.records import Mark, UnitFigures, UnitKind
from reports.document import Document, Orientation
from reports.kinds.missing_people import missing_people
from reports.kinds.unit_summary import unit_summary
from reports.occasion import Occasion
from reports.render.xlsx import render_xlsx
from tests.reports.samples import (
    AS_OF,
    COMMUNE,
    CONTEST,
    DEPARTMENT,
    ISSUER,
    as_unit,
    many_units,
    of_units,
    people_missing,
)

ONE = UnitFigures(1, "Phòng Kinh tế", UnitKind.GOVERNMENT, 1, 0, 0)


def sheet_of(document: Document) -> Worksheet:
    """The sheet with what every reader sees, whether or not it calculates."""
    return openpyxl.load_workbook(BytesIO(render_xlsx(document)), data_only=True).worksheets[0]


def rows_of(document: Document) -> list[list[object]]:
    """What another reader sees."""
    book = CalamineWorkbook.from_filelike(BytesIO(render_xlsx(document)))
    return book.get_sheet_by_index(0).to_python(skip_empty_area=False)


def cell_with(sheet: Worksheet, text: str) -> Cell:
    found = [cell for row in sheet.iter_rows() for cell in row if text in str(cell.value or "")]
    assert len(found) == 1, (text, found)
    return found[0]


def list_of(line: UnitFigures, mark: Mark = Mark.REGISTERED, **changes: str) -> Document:
    figures = of_units(line)
    people = [replace(person, **changes) for person in people_missing(figures, mark)]
    return missing_people(
        people,
        mark,
        as_unit(line),
        Occasion(figures, ISSUER, COMMUNE, CONTEST, AS_OF),
        masked=False,
    )


def test_same_value_same_bytes(summary: Document, not_registered: Document):
    for document in (summary, not_registered):
        assert len({hashlib.sha256(render_xlsx(document)).hexdigest() for _ in range(3)}) == 1


def test_no_entry_holds_the_present_time(summary: Document):
    with ZipFile(BytesIO(render_xlsx(summary))) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        properties = archive.read("docProps/core.xml").decode()
    assert properties.count("2026-06-08T00:00:00Z") == 2


def test_the_head_of_the_sheet(summary: Document):
    sheet = sheet_of(summary)
    assert sheet.title == "Biểu tổng hợp"
    nation = cell_with(sheet, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert (nation.font.name, nation.font.size, nation.font.bold) == ("Times New Roman", 12, True)
    assert nation.row == 1
    assert cell_with(sheet, "Số:").value == "Số:        /BC-UBND"
    assert cell_with(sheet, "Kẻ Sặt, ngày").value == "Kẻ Sặt, ngày      tháng 6 năm 2026"
    assert cell_with(sheet, "BIỂU TỔNG HỢP").alignment.horizontal == "center"
    merged = {str(part) for part in sheet.merged_cells.ranges}
    assert {"A1:B1", "C1:H1", "A2:B2", "C2:H2"} <= merged


def test_three_lines_are_drawn(summary: Document):
    with ZipFile(BytesIO(render_xlsx(summary))) as archive:
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
    assert drawing.count("absoluteAnchor>") == 6


def test_counts_are_numbers_and_rates_are_shares(summary: Document):
    sheet = sheet_of(summary)
    row = cell_with(sheet, "Tổng cộng").row
    total = [sheet.cell(row, column) for column in range(3, 8)]
    assert [cell.value for cell in total] == [
        532,
        24,
        pytest.approx(24 / 532),
        10,
        pytest.approx(10 / 532),
    ]
    assert [cell.number_format for cell in total] == ["#,##0", "#,##0", "0.0%", "#,##0", "0.0%"]
    assert all(cell.font.bold for cell in total)


def test_another_reader_sees_the_same_totals(summary: Document):
    row = next(row for row in rows_of(summary) if row[0] == "Tổng cộng")
    assert row[2:4] == [532, 24]
    assert row[4] == pytest.approx(24 / 532)


@pytest.mark.parametrize(
    ("part", "whole", "value", "shown"),
    [
        (0, 0, "–", "General"),
        (0, 7, 0, "0%"),
        (7, 7, 1, "0%"),
        (1, 3, 1 / 3, "0.0%"),
        (1999, 2000, 1999 / 2000, '"99,9%"'),
        (1, 9000, 1 / 9000, '"<0,1%"'),
    ],
)
def test_rates_are_shown_as_on_screen(part: int, whole: int, value: object, shown: str):
    line = UnitFigures(1, "Thôn Phủ", UnitKind.VILLAGE, whole, part, 0)
    sheet = sheet_of(unit_summary(Occasion(of_units(line), ISSUER, COMMUNE, CONTEST)))
    cell = sheet.cell(cell_with(sheet, "Thôn Phủ").row, 5)
    assert cell.value == (value if isinstance(value, str) else pytest.approx(value))
    assert cell.number_format == shown


def test_phones_are_text_with_their_zero():
    sheet = sheet_of(list_of(ONE))
    phone = cell_with(sheet, "0900 000 001")
    assert phone.data_type == "s"
    assert phone.number_format == "@"


def test_dates_are_dates():
    line = replace(ONE, total=2, registered=2)
    sheet = sheet_of(list_of(line, Mark.COMPLETED))
    dates = [cell for row in sheet.iter_rows() for cell in row if getattr(cell, "is_date", False)]
    assert [cell.value for cell in dates] == [datetime(2026, 6, 1), datetime(2026, 6, 2)]
    assert {cell.number_format for cell in dates} == {"dd/mm/yyyy"}


@pytest.mark.parametrize(
    "evil",
    [
        '=HYPERLINK("http://x","y")',
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "#N/A",
        "=",
    ],
)
def test_text_never_becomes_a_formula(evil: str):
    documents = (
        list_of(ONE, name=evil, position=evil, phone=evil),
        unit_summary(Occasion(of_units(replace(ONE, name=evil)), ISSUER, COMMUNE, CONTEST)),
    )
    for document in documents:
        content = render_xlsx(document)
        sheet = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
        cells = [cell for row in sheet.iter_rows() for cell in row]
        ours = re.compile(r"=(SUM|IF)\([A-H\d:,=/\"–]+\)")
        formulas = [cell.value for cell in cells if cell.data_type in "fe"]
        assert [formula for formula in formulas if not ours.fullmatch(formula)] == []
        held = [cell for cell in cells if str(cell.value or "").strip() == evil.strip()]
        assert held
        assert all(cell.quotePrefix for cell in held if evil[0] != "#")
        assert all(cell.number_format == "@" for cell in held if evil[0] != "#")


def test_control_characters_do_not_stop_the_export():
    sheet = sheet_of(list_of(ONE, name="Lê\x00 Văn\x07 An"))
    assert cell_with(sheet, "Văn").value.split() == ["Lê", "Văn", "An"]


def test_it_prints_like_the_page(summary: Document):
    sheet = sheet_of(summary)
    assert sheet.page_setup.paperSize == 9
    assert sheet.page_setup.orientation == "portrait"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_margins.left * 25.4 == pytest.approx(30)
    assert sheet.page_margins.right * 25.4 == pytest.approx(15)
    assert sheet.page_margins.top * 25.4 == pytest.approx(20)
    assert sheet.HeaderFooter.differentFirst
    assert sheet.firstHeader.center.text is None
    number = sheet.oddHeader.center
    assert (number.text, number.font, number.size) == ("&P", "Times New Roman,Regular", 13)
    # The number's baseline: the header begins so much above it as Times New Roman rises.
    assert sheet.page_margins.header * 25.4 == pytest.approx(12 - 13 * 0.891 * 25.4 / 72)
    assert not sheet.oddFooter.left.text
    assert (sheet.page_setup.firstPageNumber, sheet.page_setup.useFirstPageNumber) == (1, True)
    assert sheet.print_area.endswith(f"$H${sheet.max_row}")
    turned = sheet_of(replace(summary, orientation=Orientation.LANDSCAPE))
    assert turned.page_setup.orientation == "landscape"


def test_header_rows_are_repeated_and_frozen(summary: Document):
    sheet = sheet_of(summary)
    numbers = cell_with(sheet, "(8)").row
    assert sheet.print_title_rows == f"${numbers - 2}:${numbers}"
    assert sheet.freeze_panes == f"A{numbers + 1}"
    assert sheet.cell(numbers - 2, 4).value == "Đã đăng ký"
    assert sheet.cell(numbers - 1, 5).value == "Tỷ lệ (%)"
    assert sheet.cell(numbers + 1, 2).value == "Khối Đảng"


def test_columns_are_as_wide_as_the_page_and_rows_as_high_as_their_text(summary: Document):
    sheet = sheet_of(summary)
    pixels = sum(sheet.column_dimensions[letter].width * 8 for letter in "ABCDEFGH")
    assert pixels / 96 * 25.4 == pytest.approx(165, abs=1.5)
    long_row = cell_with(sheet, "Ủy ban Mặt trận Tổ quốc Việt Nam xã và các đoàn thể")
    assert long_row.alignment.wrap_text
    heights = sheet.row_dimensions
    assert heights[long_row.row].height > heights[cell_with(sheet, "Công an xã").row].height * 1.5


def test_every_cell_of_the_table_has_borders(summary: Document):
    sheet = sheet_of(summary)
    first, last = cell_with(sheet, "STT").row, cell_with(sheet, "Tổng cộng").row
    for row in sheet.iter_rows(first, last):
        assert row[0].border.left.style == "thin"
        assert row[-1].border.right.style == "thin"
        assert all(cell.border.bottom.style == "thin" for cell in row if cell.value is not None)


def test_the_signature_is_not_torn_by_a_page_break():
    for units in range(20, 34):
        figures = many_units(units, UnitKind.SCHOOL)
        sheet = sheet_of(unit_summary(Occasion(figures, ISSUER, COMMUNE, CONTEST)))
        breaks = [each.id for each in sheet.row_breaks.brk]
        total = cell_with(sheet, "Tổng cộng").row
        assert all(each < total for each in breaks)
        assert len(breaks) <= 1


def test_the_closing(summary: Document):
    sheet = sheet_of(summary)
    recipients, authority = cell_with(sheet, "Nơi nhận:"), cell_with(sheet, "TM. ỦY BAN NHÂN DÂN")
    assert recipients.row == authority.row
    assert recipients.font.italic
    assert recipients.font.bold
    office, name = cell_with(sheet, "PHÓ CHỦ TỊCH"), cell_with(sheet, "Trần Thị Minh Khuê")
    gap = sum(sheet.row_dimensions[row].height for row in range(office.row + 1, name.row))
    assert gap >= 3 / 2.54 * 72
    assert cell_with(sheet, "Lưu: VT, VHXH").value == "- Lưu: VT, VHXH."


def test_many_units_and_the_office(summary: Document):
    document = unit_summary(
        Occasion(many_units(60), DEPARTMENT, COMMUNE, CONTEST, date(2026, 6, 9))
    )
    names = [row[1] for row in rows_of(document)]
    assert [names.count(f"Đơn vị số {i}") for i in range(1, 61)] == [1] * 60
    sheet = sheet_of(document)
    assert not cell_with(sheet, "UBND XÃ KẺ SẶT").font.bold
    assert cell_with(sheet, "PHÒNG VĂN HÓA - XÃ HỘI").font.bold


def test_a_long_issuer_takes_rows_of_its_own():
    issuer = replace(DEPARTMENT, parent="ỦY BAN NHÂN DÂN PHƯỜNG NGUYỄN LƯƠNG BẰNG")
    sheet = sheet_of(unit_summary(Occasion(many_units(3), issuer, COMMUNE, CONTEST)))
    assert [sheet.cell(row, 1).value for row in (1, 2, 3)] == [
        "ỦY BAN NHÂN DÂN",
        "PHƯỜNG NGUYỄN LƯƠNG BẰNG",
        "PHÒNG VĂN HÓA - XÃ HỘI",
    ]
    assert cell_with(sheet, "Độc lập - Tự do - Hạnh phúc").row == 2
    assert max(sheet.row_dimensions[row].height for row in (1, 2, 3)) < 20


def test_very_long_names_have_high_rows():
    long_name = "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở " * 4
    line = replace(ONE, name=long_name.strip())
    sheet = sheet_of(unit_summary(Occasion(of_units(line), ISSUER, COMMUNE, CONTEST)))
    cell = cell_with(sheet, long_name.strip())
    assert sheet.row_dimensions[cell.row].height > 100


def test_properties(summary: Document):
    book = openpyxl.load_workbook(BytesIO(render_xlsx(summary)))
    assert book.properties.title == summary.name
    assert book.properties.creator == "ỦY BAN NHÂN DÂN XÃ KẺ SẶT"
    assert "Mã số liệu" in book.properties.description
