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
from models.records.person_columns import DAY_TITLES, PERSON_TITLES, written_of
from models.text.formats import short_date
from reports.document import CODE_TITLE
from reports.render.xlsx.cells import write_text
from reports.render.xlsx.pack import packed_book

SHEET = "Danh sách"
SPARE_ROWS = 30
FONT = "Times New Roman"
YES, NO = "Có", "Chưa"
LONGEST_CHECK_TITLE = 31
_THIN = Side(style="thin", color="808080")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD = PatternFill("solid", fgColor="DCEBE7")

# Title, width in letters, and whether the cell is text whatever is typed into it.
COLUMNS: tuple[tuple[str, int, bool], ...] = (
    (CODE_TITLE, 14, True),
    ("STT", 6, False),
    (PERSON_TITLES["name"], 28, True),
    (PERSON_TITLES["birth"], 13, True),
    (PERSON_TITLES["position"], 22, True),
    (PERSON_TITLES["staff_type"], 20, True),
    ("Số điện thoại", 15, True),
    ("Đã đăng ký", 11, True),
    (DAY_TITLES["registered_on"], 14, True),
    ("Đã hoàn thành", 13, True),
    (DAY_TITLES["completed_on"], 15, True),
    (PERSON_TITLES["note"], 28, True),
)
_LISTS = {PERSON_TITLES["staff_type"]: tuple(STAFF_TYPE_NAMES.values()), "Đã đăng ký": (YES, NO),
          "Đã hoàn thành": (YES, NO)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class UnitKit:
    """What goes to one unit.

    `deadline` is the last day on which the workbook may come back, `file_name` the name
    under which it goes out and should return.
    """

    unit: str
    commune: Commune
    contest: Contest
    people: tuple[Person, ...]
    deadline: date | None
    day: date
    file_name: str = ""


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
    _add_checks(sheet, header)
    _set_up(sheet, header)
    return packed_book(book, kit.day)


def _write_heading(sheet: Worksheet, kit: UnitKit) -> int:
    """Title and instructions; returns the last row used."""
    lines = (
        "PHIẾU RÀ SOÁT DANH SÁCH THAM GIA CUỘC THI",
        f"Đơn vị: {kit.unit}",
        f"{kit.contest.name} · {kit.commune.name} · số liệu đến {short_date(kit.day)}",
        "1. Sửa những chỗ chưa đúng; chọn Có hoặc Chưa ở cột Đã đăng ký, Đã hoàn thành; "
        "ngày ghi như 08/06/2026.",
        "2. Người mới: ghi vào các dòng trống cuối bảng. Người đã chuyển đi, nghỉ hưu: "
        "ghi vào cột Ghi chú, không xóa dòng. Không đổi tên cột.",
        _return_words(kit),
    )
    for row, line in enumerate(lines, start=1):
        cell = _text(sheet, row, 2, line)
        strong = row in {1, 2, len(lines)}
        cell.font = Font(name=FONT, size=14 if row == 1 else 12, bold=strong)
    return len(lines)


def _return_words(kit: UnitKit) -> str:
    """By when, and in what form: a picture or a PDF of the table cannot be taken in."""
    due = f" chậm nhất ngày {short_date(kit.deadline)}" if kit.deadline else ""
    name = f", giữ nguyên tên tệp {kit.file_name}" if kit.file_name else ""
    return f"3. Gửi lại{due}: gửi chính tệp Excel này (không chụp ảnh, không đổi sang PDF){name}."


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
        written_of(person, "birth"),
        person.position,
        written_of(person, "staff_type"),
        person.phone or person.phone_raw,
        YES if person.registered_on else NO,
        written_of(person, "registered_on"),
        YES if person.completed_on else NO,
        written_of(person, "completed_on"),
        person.note,
    )


def _add_checks(sheet: Worksheet, header: int) -> None:
    """Choices to pick from, and the lock on the column of codes.

    The lock is a check that no typing passes, not the protection of the sheet. Under
    protection with a locked column Excel and LibreOffice refuse to delete a row and to sort
    whole rows; what they still sort are the unlocked columns alone, and so the hidden codes
    would stay behind and belong to other people.
    """
    for index, (title, _, _) in enumerate(COLUMNS, start=1):
        if title in _LISTS:
            check = DataValidation(
                "list", formula1=f'"{",".join(_LISTS[title])}"', allow_blank=True
            )
            check.error = "Hãy chọn một giá trị trong danh sách."
        elif title == CODE_TITLE:
            check = DataValidation("custom", formula1="FALSE", allow_blank=True)
            check.error = "Cột này để phần mềm nhận ra từng người. Hãy bấm Hủy và để nguyên."
        else:
            continue
        check.errorTitle = title[:LONGEST_CHECK_TITLE]
        check.showErrorMessage = True
        sheet.add_data_validation(check)
        letter = get_column_letter(index)
        check.add(f"{letter}{header + 1}:{letter}{sheet.max_row}")


def _set_up(sheet: Worksheet, header: int) -> None:
    sheet.freeze_panes = f"D{header + 1}"
    # Whoever sorts by these arrows sorts whole rows, with their hidden codes.
    sheet.auto_filter.ref = f"A{header}:{get_column_letter(len(COLUMNS))}{sheet.max_row}"
    sheet.print_title_rows = f"{header}:{header}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
