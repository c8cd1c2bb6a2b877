"""Workbooks as a city may send them: with formats, merged cells, pictures, charts, formulas."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation
from PIL import Image as Picture

COMMUNES = ("Xã Thượng Hồng", "Xã Kẻ Sặt", "Phường Hải Dương")
UNITS = ("Văn phòng HĐND và UBND", "Phòng Kinh tế", "Trạm Y tế xã", "Phòng Không Có")


def packed(book: Workbook) -> bytes:
    target = BytesIO()
    book.save(target)
    # As Excel saves it: what was calculated is taken as it is.
    workbook = parts_of(target.getvalue())["xl/workbook.xml"]
    plain = workbook.replace(b' fullCalcOnLoad="1"', b"")
    assert plain != workbook
    return with_parts(target.getvalue(), xl__workbook_dot_xml=plain)


def form(*, protected: bool = False) -> bytes:
    """A form of cells: D4 total, D5 registered, D6 a rate, D7 a day, D8 a formula."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Biểu 01"
    sheet.merge_cells("A1:E1")
    sheet["A1"] = "BIỂU TỔNG HỢP <CỦA> THÀNH PHỐ & XÃ"
    sheet["A1"].font = Font(name="Times New Roman", size=14, bold=True)
    labels = (
        "Tổng số",
        "Đã đăng ký",
        "Tỷ lệ đăng ký",
        "Tính đến ngày",
        "Chưa đăng ký",
        "Tỷ lệ (%)",
    )
    for row, label in enumerate(labels, start=4):
        sheet.cell(row, 1, label)
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=3)
        cell = sheet.cell(row, 4)
        cell.fill = PatternFill("solid", fgColor="FFF2CC")
        cell.border = Border(*(Side(style="thin") for _ in range(4)))
    sheet["D4"], sheet["D5"] = 0, "…"
    sheet["D4"].number_format = "#,##0"
    sheet["D6"].number_format = "0.00%"
    sheet["D7"].number_format = "dd/mm/yyyy"
    sheet["D8"] = "=D4-D5"
    sheet["E4"].comment = Comment("Ghi số người", "Thành phố")
    sheet.conditional_formatting.add("D4:D9", CellIsRule(operator="lessThan", formula=["1"]))
    sheet.add_data_validation(DataValidation("whole", formula1="0", sqref="D4:D5"))
    picture = BytesIO()
    Picture.new("RGB", (8, 8), "red").save(picture, "PNG")
    sheet.add_image(Image(picture), "G2")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=4, min_row=4, max_row=5))
    sheet.add_chart(chart, "G8")
    sheet.freeze_panes = "A4"
    sheet.row_dimensions[4].height = 31.5
    sheet.column_dimensions["D"].width = 17
    if protected:
        sheet.protection.sheet = True
        sheet["D4"].protection = Protection(locked=False)
    book.create_sheet("Hướng dẫn")["A1"] = "Không sửa trang này"
    return packed(book)


def listing(names: tuple[str, ...] = UNITS) -> bytes:
    """A form of columns: a row for each name; B names, C total, D registered, E a rate."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Danh sách"
    sheet.append(["STT", "Đơn vị", "Tổng số", "Đã đăng ký", "Tỷ lệ (%)", "Ghi chú"])
    for at, name in enumerate(names, start=1):
        sheet.append([at, name, None, None, None, "giữ nguyên"])
    sheet["C9"] = "=SUM(C2:C5)"
    return packed(book)


def parts_of(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_parts(content: bytes, **changed: bytes) -> bytes:
    """The archive with parts added or changed; "/" is written "__" and "." "_dot_"."""
    parts = parts_of(content)
    named = {k.replace("__", "/").replace("_dot_", "."): v for k, v in changed.items()}
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, part in {**parts, **named}.items():
            archive.writestr(name, part)
    return target.getvalue()
