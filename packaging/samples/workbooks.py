"""Writes the sample workbooks, the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path

from invented import UNITS
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from registrations import Registration
from roster import OLD_PREFIXES, SamplePerson

FONT = "Times New Roman"
CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
THIN = Side(style="thin")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
CellValue = str | int | datetime | None
COLUMNS = ("A", "B", "C", "D", "E", "F", "G", "H")
WIDTHS = (6, 28, 13, 13, 27, 20, 18, 22)
FIRST_ROW = 8
MADE_AT = datetime(2026, 6, 1, 8, 0, 0)


def write_roster(path: Path, people: list[SamplePerson]) -> dict[int, SamplePerson]:
    """The roster in the official shape; returns which row holds whom."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Danh sách"
    for column, width in zip(COLUMNS, WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    _head(sheet)
    rows = _people(sheet, people)
    _foot(sheet, max(rows) + 1, len(people))
    _page(sheet)
    _save(book, path, MADE_AT)
    return rows


def _head(sheet: Worksheet) -> None:
    _merged(sheet, "A1:C1", "ỦY BAN NHÂN DÂN", bold=True)
    _merged(sheet, "D1:H1", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True)
    _merged(sheet, "A2:C2", "XÃ KẺ SẶT", bold=True)
    _merged(sheet, "D2:H2", "Độc lập - Tự do - Hạnh phúc", bold=True)
    title = "DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC, NGƯỜI LAO ĐỘNG XÃ KẺ SẶT"
    _merged(sheet, "A3:H3", title, bold=True)
    _merged(sheet, "A4:H4", "(Tính đến ngày 01 tháng 6 năm 2026)", italic=True)
    singles = {"A": "STT", "B": "Họ và tên", "E": "Chức vụ", "F": "Loại"}
    for column, text in (singles | {"G": "Số điện thoại", "H": "Ghi chú"}).items():
        _merged(sheet, f"{column}6:{column}7", text, bold=True)
    _merged(sheet, "C6:D6", "Ngày sinh", bold=True)
    _merged(sheet, "C7:C7", "Nam", bold=True)
    _merged(sheet, "D7:D7", "Nữ", bold=True)
    for row in sheet["A6:H7"]:
        for cell in row:
            cell.border = BOX


def _merged(
    sheet: Worksheet, span: str, text: str, bold: bool = False, italic: bool = False
) -> None:
    first, last = span.split(":")
    sheet[first] = text
    sheet[first].font = Font(name=FONT, size=12, bold=bold, italic=italic)
    sheet[first].alignment = CENTRE
    if last != first:
        sheet.merge_cells(span)


def _people(sheet: Worksheet, people: list[SamplePerson]) -> dict[int, SamplePerson]:
    rows: dict[int, SamplePerson] = {}
    row = FIRST_ROW
    for number, unit in enumerate(UNITS, start=1):
        sheet.cell(row, 1, f"{roman(number)}. {unit.heading}").font = Font(
            name=FONT, size=12, bold=True
        )
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=8)
        row += 1
        for person in people:
            if person.unit is unit:
                _person(sheet, row, len(rows) + 1, person)
                rows[row] = person
                row += 1
    return rows


def _person(sheet: Worksheet, row: int, number: int, person: SamplePerson) -> None:
    birth_column = 3 if person.gender == "male" else 4
    values: dict[int, CellValue] = {
        1: number,
        2: person.written_name,
        birth_column: _birth(person),
        5: person.position,
        6: person.staff_type or None,
        7: phone_cell(person.phone, person.phone_form),
        8: person.note or None,
    }
    for column in range(1, 9):
        cell = sheet.cell(row, column, values.get(column))
        cell.font = Font(name=FONT, size=12)
        cell.border = BOX
    sheet.cell(row, 3).number_format = sheet.cell(row, 4).number_format = "dd/mm/yyyy"
    if isinstance(values[birth_column], int):
        sheet.cell(row, birth_column).number_format = "0"
    if isinstance(values[7], str):
        sheet.cell(row, 7).number_format = "@"


def _birth(person: SamplePerson) -> CellValue:
    text = f"{person.birth:%d/%m/%Y}"
    forms: dict[str, CellValue] = {
        "text": text,
        "nbsp": f"\u00a0{text}\u00a0",
        "year": person.birth.year,
    }
    return forms.get(person.birth_form, datetime(*person.birth.timetuple()[:3]))


def phone_cell(phone: str, form: str) -> CellValue:
    """The canonical `phone` as a list writes it in this form."""
    if form == "missing":
        return None
    old = OLD_PREFIXES.get(phone[:3], "") + phone[3:]
    forms: dict[str, CellValue] = {
        "text": phone,
        "int": int(phone),
        "dots": f"{phone[:4]}.{phone[4:7]}.{phone[7:]}",
        "spaces": f"{phone[:4]} {phone[4:7]} {phone[7:]}",
        "plus84": f"+84 {phone[1:4]} {phone[4:7]} {phone[7:]}",
        "int84": int("84" + phone[1:]),
        "old text": f"{old[:4]} {old[4:7]} {old[7:]}",
        "old int": int(old),
    }
    return forms[form]


def _foot(sheet: Worksheet, row: int, total: int) -> None:
    _merged(sheet, f"A{row}:H{row}", f"Tổng cộng: {total} người", bold=True)
    right = row + 2
    _merged(sheet, f"E{right}:H{right}", "Kẻ Sặt, ngày     tháng 6 năm 2026", italic=True)
    _merged(sheet, f"A{right + 1}:C{right + 1}", "NGƯỜI LẬP BIỂU", bold=True)
    _merged(sheet, f"E{right + 1}:H{right + 1}", "TM. ỦY BAN NHÂN DÂN", bold=True)
    _merged(sheet, f"A{right + 2}:C{right + 2}", "(Ký, ghi rõ họ tên)", italic=True)
    _merged(sheet, f"E{right + 2}:H{right + 2}", "KT. CHỦ TỊCH", bold=True)
    _merged(sheet, f"E{right + 3}:H{right + 3}", "PHÓ CHỦ TỊCH", bold=True)


def _page(sheet: Worksheet) -> None:
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "6:7"
    sheet.freeze_panes = "C8"


def write_registrations(path: Path, rows: list[Registration]) -> None:
    """The platform's list: header in row 1, dates as text, phones mostly as text."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Đăng ký"
    header = "Họ tên|Số điện thoại|Đơn vị|Ngày đăng ký|Trạng thái|Ngày hoàn thành|Điểm"
    sheet.append(header.split("|"))
    for row in rows:
        done = row.completed_on
        sheet.append(
            [
                row.platform_name,
                phone_cell(row.person.phone, row.phone_form),
                row.platform_unit,
                f"{row.registered_on:%d/%m/%Y}",
                "Đã hoàn thành" if done else "Chưa hoàn thành",
                f"{done:%d/%m/%Y}" if done else None,
                row.score,
            ]
        )
    for column, width in zip("ABCDEFG", (28, 16, 48, 14, 18, 16, 8), strict=True):
        sheet.column_dimensions[column].width = width
    _save(book, path, datetime(2026, 6, 8, 17, 0, 0))


def _save(book: Workbook, path: Path, made_at: datetime) -> None:
    """Save with fixed times inside: openpyxl would write the time of day into the file."""
    book.properties.creator = "Tiến Độ"
    book.properties.created = made_at
    raw = io.BytesIO()
    book.save(raw)
    stamp = f"{made_at:%Y-%m-%dT%H:%M:%SZ}".encode()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, made_at.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            content = source.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp, content)
            target.writestr(entry, content)


def roman(number: int) -> str:
    """The Roman numeral of a positive number below 40."""
    tens, ones = divmod(number, 10)
    return "X" * tens + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][ones]
