"""The kit for a unit: one workbook with its people, to be corrected, filled in and sent back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from models.contests.mark_names import MarkNames, capitalised, mark_names
from models.records import STAFF_TYPE_NAMES, Commune, Contest, Mark, Person
from models.records.person_columns import PERSON_TITLES, written_of
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

KitColumn = tuple[str, int, bool]
"""Title, width in letters, and whether the cell is text whatever is typed into it."""
_PERSON: tuple[KitColumn, ...] = (
    (CODE_TITLE, 14, True),
    ("STT", 6, False),
    (PERSON_TITLES["name"], 28, True),
    (PERSON_TITLES["birth"], 13, True),
    (PERSON_TITLES["position"], 22, True),
    (PERSON_TITLES["staff_type"], 20, True),
    ("Số điện thoại", 15, True),
)
_NOTE: KitColumn = (PERSON_TITLES["note"], 28, True)
_WIDTHS = {Mark.REGISTERED: (11, 14), Mark.COMPLETED: (13, 15)}


def kit_columns(names: MarkNames) -> tuple[KitColumn, ...]:
    """The columns of the workbook, with the marks that the contest counts, in its words."""
    marks: list[KitColumn] = []
    for mark in names.counted:
        wide, wide_day = _WIDTHS[mark]
        marks.append((capitalised(names.done(mark)), wide, True))
        marks.append((names.day_title(mark), wide_day, True))
    return *_PERSON, *marks, _NOTE


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

    @property
    def names(self) -> MarkNames:
        """What the contest calls its marks."""
        return mark_names(self.contest)


def render_unit_kit(kit: UnitKit) -> bytes:
    """The workbook as bytes; the same kit gives the same bytes.

    The first column holds each person's stable id and is hidden, so that the returned
    file finds everybody again however its rows were moved.
    """
    book = Workbook()
    sheet = book[book.sheetnames[0]]
    sheet.title = SHEET
    header = _write_heading(sheet, kit) + 1
    columns = kit_columns(kit.names)
    for index, (title, width, _) in enumerate(columns, start=1):
        cell = _text(sheet, header, index, title)
        cell.font, cell.border, cell.fill = Font(name=FONT, size=12, bold=True), _BOX, _HEAD
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(index)].width = width
    sheet.column_dimensions["A"].hidden = True
    _write_people(sheet, kit, header)
    _add_checks(sheet, header, kit.names)
    _set_up(sheet, header, len(columns))
    return packed_book(book, kit.day)


def _write_heading(sheet: Worksheet, kit: UnitKit) -> int:
    """Title and instructions; returns the last row used."""
    marked = ", ".join(capitalised(kit.names.done(mark)) for mark in kit.names.counted)
    lines = (
        "PHIẾU RÀ SOÁT DANH SÁCH THAM GIA CUỘC THI",
        f"Đơn vị: {kit.unit}",
        f"{kit.contest.name} · {kit.commune.name} · số liệu đến {short_date(kit.day)}",
        f"1. Sửa những chỗ chưa đúng; chọn Có hoặc Chưa ở cột {marked}; ngày ghi như 08/06/2026.",
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
    columns = kit_columns(kit.names)
    marks = kit.names.counted
    rows = [_cells(number, person, marks) for number, person in enumerate(kit.people, start=1)]
    blank = ("",) * len(columns)
    for row, values in enumerate([*rows, *[blank] * SPARE_ROWS], start=header + 1):
        for column, value in enumerate(values, start=1):
            cell = _text(sheet, row, column, value)
            if column == 2 and value:
                cell.value = int(value)
            elif columns[column - 1][2]:
                cell.number_format = "@"
            cell.font, cell.border = Font(name=FONT, size=12), _BOX
            cell.alignment = Alignment(vertical="center", wrap_text=column == len(columns))


def _text(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """A cell that holds `text` as text."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    write_text(cell, text)
    return cell


def _cells(number: int, person: Person, marks: Sequence[Mark]) -> tuple[str, ...]:
    return (
        person.uid,
        str(number),
        person.name,
        written_of(person, "birth"),
        person.position,
        written_of(person, "staff_type"),
        person.phone or person.phone_raw,
        *(cell for mark in marks for cell in _mark_cells(person, f"{mark}_on")),
        person.note,
    )


def _mark_cells(person: Person, column: str) -> tuple[str, str]:
    day = written_of(person, column)
    return YES if day else NO, day


def _add_checks(sheet: Worksheet, header: int, names: MarkNames) -> None:
    """Choices to pick from, and the lock on the column of codes.

    The lock is a check that no typing passes, not the protection of the sheet. Under
    protection with a locked column Excel and LibreOffice refuse to delete a row and to sort
    whole rows; what they still sort are the unlocked columns alone, and so the hidden codes
    would stay behind and belong to other people.
    """
    lists = {PERSON_TITLES["staff_type"]: tuple(STAFF_TYPE_NAMES.values())}
    lists |= dict.fromkeys((capitalised(names.done(mark)) for mark in names.counted), (YES, NO))
    for index, (title, _, _) in enumerate(kit_columns(names), start=1):
        if title in lists:
            check = DataValidation("list", formula1=f'"{",".join(lists[title])}"', allow_blank=True)
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


def _set_up(sheet: Worksheet, header: int, columns: int) -> None:
    sheet.freeze_panes = f"D{header + 1}"
    # Whoever sorts by these arrows sorts whole rows, with their hidden codes.
    sheet.auto_filter.ref = f"A{header}:{get_column_letter(columns)}{sheet.max_row}"
    sheet.print_title_rows = f"{header}:{header}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
