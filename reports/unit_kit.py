"""The kit for a unit: one workbook with its people, to be corrected, filled in and sent back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from models.records import STAFF_TYPE_NAMES, Commune, Contest, Person
from models.text.formats import partial_date, short_date
from reports.render.xlsx.cells import write_text
from reports.render.xlsx.pack import packed

SHEET = "Danh sách"
CODE_TITLE = "Mã Tiến Độ (không sửa)"
SPARE_ROWS = 30
FONT = "Times New Roman"
YES, NO = "Có", "Chưa"
_THIN = Side(style="thin", color="808080")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD = PatternFill("solid", fgColor="DCEBE7")

# Title, width in letters, and whether the cell is text whatever is typed into it.
COLUMNS: tuple[tuple[str, int, bool], ...] = (
    (CODE_TITLE, 14, True),
    ("STT", 6, False),
    ("Họ và tên", 28, True),
    ("Ngày sinh", 13, True),
    ("Chức vụ", 22, True),
    ("Loại", 20, True),
    ("Số điện thoại", 15, True),
    ("Đã đăng ký", 11, True),
    ("Ngày đăng ký", 14, True),
    ("Đã hoàn thành", 13, True),
    ("Ngày hoàn thành", 15, True),
    ("Ghi chú", 28, True),
)
_LISTS = {"Loại": tuple(STAFF_TYPE_NAMES.values()), "Đã đăng ký": (YES, NO),
          "Đã hoàn thành": (YES, NO)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class UnitKit:
    """What goes to one unit. `deadline` is the day by which the workbook must be back."""

    unit: str
    commune: Commune
    contest: Contest
    people: tuple[Person, ...]
    deadline: date | None
    day: date


def render_unit_kit(kit: UnitKit) -> bytes:
    """The workbook as bytes; the same kit gives the same bytes.

    The first column holds each person's stable id and is hidden, so that the returned
    file finds everybody again however its rows were moved.
    """
    book = Workbook()
    sheet = book[book.sheetnames[0]]
    sheet.title = SHEET
    header = _write_heading(sheet, kit) + 1
    for index, (title, width, _) in enumerate(COLUMNS, start=1):
        cell = _text(sheet, header, index, title)
        cell.font, cell.border, cell.fill = Font(name=FONT, size=12, bold=True), _BOX, _HEAD
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(index)].width = width
    sheet.column_dimensions["A"].hidden = True
    _write_people(sheet, kit, header)
    _add_lists(sheet, header)
    _set_up(sheet, header)
    return packed(book, kit.day)


def _write_heading(sheet: Worksheet, kit: UnitKit) -> int:
    """Title and instructions; returns the last row used."""
    due = f" và gửi lại trước ngày {short_date(kit.deadline)}" if kit.deadline else " và gửi lại"
    lines = (
        "DANH SÁCH THAM GIA CUỘC THI",
        f"Đơn vị: {kit.unit}",
        f"{kit.contest.name} · {kit.commune.name} · số liệu đến {short_date(kit.day)}",
        f"1. Sửa những chỗ chưa đúng, điền cột Đã đăng ký, Đã hoàn thành{due}.",
        "2. Người mới: ghi thêm vào các dòng trống cuối bảng. Người đã chuyển đi, nghỉ hưu: "
        "ghi vào cột Ghi chú, không xóa dòng.",
        "3. Không đổi tên cột. Có thể sắp xếp lại các dòng.",
    )
    for row, line in enumerate(lines, start=1):
        cell = _text(sheet, row, 2, line)
        cell.font = Font(name=FONT, size=14 if row == 1 else 12, bold=row <= 2, italic=row > 3)
    return len(lines)


def _write_people(sheet: Worksheet, kit: UnitKit, header: int) -> None:
    rows = [_cells(number, person) for number, person in enumerate(kit.people, start=1)]
    blank = ("",) * len(COLUMNS)
    for row, values in enumerate([*rows, *[blank] * SPARE_ROWS], start=header + 1):
        for column, value in enumerate(values, start=1):
            cell = _text(sheet, row, column, value)
            if column == 2 and value:
                cell.value = int(value)
            elif COLUMNS[column - 1][2]:
                cell.number_format = "@"
            cell.font, cell.border = Font(name=FONT, size=12), _BOX
            cell.alignment = Alignment(vertical="center", wrap_text=column == len(COLUMNS))


def _text(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """A cell that holds `text` as text."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    write_text(cell, text)
    return cell


def _cells(number: int, person: Person) -> tuple[str, ...]:
    return (
        person.uid,
        str(number),
        person.name,
        partial_date(person.birth),
        person.position,
        STAFF_TYPE_NAMES[person.staff_type] if person.staff_type else "",
        person.phone or person.phone_raw,
        YES if person.registered_on else NO,
        short_date(person.registered_on),
        YES if person.completed_on else NO,
        short_date(person.completed_on),
        person.note,
    )


def _add_lists(sheet: Worksheet, header: int) -> None:
    last = sheet.max_row
    for index, (title, _, _) in enumerate(COLUMNS, start=1):
        if title in _LISTS:
            letter = get_column_letter(index)
            choices = DataValidation(
                type="list", formula1=f'"{",".join(_LISTS[title])}"', allow_blank=True
            )
            choices.error = "Hãy chọn một giá trị trong danh sách."
            choices.errorTitle = title
            sheet.add_data_validation(choices)
            choices.add(f"{letter}{header + 1}:{letter}{last}")


def _set_up(sheet: Worksheet, header: int) -> None:
    sheet.freeze_panes = f"D{header + 1}"
    sheet.print_title_rows = f"{header}:{header}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
