"""The kit for a unit: one workbook with its people, to be corrected, filled in and sent back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from models.contests.mark_names import MarkNames, capitalised, mark_names
from models.records import STAFF_TYPE_NAMES, Commune, Contest, Mark, Person
from models.records.person_columns import PERSON_TITLES, written_of
from models.records.practising import PRACTICE_MARK
from models.text.formats import short_date
from reports.document import CODE_TITLE
from reports.render.xlsx.cells import TEXT_FORMAT, CellLook, number_cell, text_cell
from reports.render.xlsx.pack import A4, BookWriter
from reports.render.xlsx.rows import RowSheet

SHEET = "Danh sách"
SPARE_ROWS = 30
YES, NO = "Có", "Chưa"
LONGEST_CHECK_TITLE = 31
GRAY, HEAD = "808080", "DCEBE7"

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
    under which it goes out and should return. One `for_practice` says that its people are made up.
    """

    unit: str
    commune: Commune
    contest: Contest
    people: tuple[Person, ...]
    deadline: date | None
    day: date
    file_name: str = ""
    for_practice: bool = False

    @property
    def names(self) -> MarkNames:
        """What the contest calls its marks."""
        return mark_names(self.contest)


def render_unit_kit(kit: UnitKit) -> bytes:
    """The workbook as bytes; the same kit gives the same bytes.

    The first column holds each person's stable id and is hidden, so that the returned
    file finds everybody again however its rows were moved.
    """
    book = BookWriter()
    sheet = book.sheet(SHEET)
    _write_heading(book, sheet, kit)
    header, columns = sheet.row, kit_columns(kit.names)
    face = book.face(CellLook(bold=True, horizontal="center", border=GRAY, fill=HEAD))
    titles = [title for title, _, _ in columns]
    sheet.add([text_cell(place, t, face) for place, t in _places(sheet, titles)], len(columns))
    for index, (_, width, _) in enumerate(columns, start=1):
        sheet.page.column_dimensions[get_column_letter(index)].width = width
    sheet.page.column_dimensions["A"].hidden = True
    _write_people(book, sheet, kit)
    _add_checks(sheet, header, kit.names)
    _set_up(sheet, header, len(columns))
    return book.packed(kit.day)


def _places(sheet: RowSheet, values: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each value with the name of its cell in the next row."""
    for at, value in enumerate(values, start=1):
        yield f"{get_column_letter(at)}{sheet.row}", value


def _write_heading(book: BookWriter, sheet: RowSheet, kit: UnitKit) -> None:
    """Title and instructions."""
    marked = ", ".join(capitalised(kit.names.done(mark)) for mark in kit.names.counted)
    mark = f" ({PRACTICE_MARK})" if kit.for_practice else ""
    lines = (
        f"PHIẾU RÀ SOÁT DANH SÁCH THAM GIA CUỘC THI{mark}",
        f"Đơn vị: {kit.unit}",
        f"{kit.contest.name} · {kit.commune.name} · số liệu đến {short_date(kit.day)}",
        f"1. Sửa những chỗ chưa đúng; chọn Có hoặc Chưa ở cột {marked}; ngày ghi như 08/06/2026.",
        "2. Người mới: ghi vào các dòng trống cuối bảng. Người đã chuyển đi, nghỉ hưu: "
        "ghi vào cột Ghi chú, không xóa dòng. Không đổi tên cột.",
        _return_words(kit),
    )
    for row, line in enumerate(lines, start=1):
        strong = row in {1, 2, len(lines)}
        face = book.face(CellLook(14 if row == 1 else 12, strong, vertical="bottom", wrap=False))
        sheet.add([text_cell(f"B{row}", line, face)], 2)


def _return_words(kit: UnitKit) -> str:
    """By when, and in what form: a picture or a PDF of the table cannot be taken in."""
    due = f" chậm nhất ngày {short_date(kit.deadline)}" if kit.deadline else ""
    name = f", giữ nguyên tên tệp {kit.file_name}" if kit.file_name else ""
    return f"3. Gửi lại{due}: gửi chính tệp Excel này (không chụp ảnh, không đổi sang PDF){name}."


def _write_people(book: BookWriter, sheet: RowSheet, kit: UnitKit) -> None:
    columns, marks = kit_columns(kit.names), kit.names.counted
    look = CellLook(border=GRAY, wrap=False)
    number = book.face(look)
    text = book.face(look._replace(number_format=TEXT_FORMAT))
    note = book.face(look._replace(number_format=TEXT_FORMAT, wrap=True))
    faces = [text if is_text else number for _, _, is_text in columns[:-1]] + [note]
    rows = [_cells(at, person, marks) for at, person in enumerate(kit.people, start=1)]
    blank = ("",) * len(columns)
    for values in [*rows, *[blank] * SPARE_ROWS]:
        cells = [
            number_cell(place, int(value), face)
            if face is number and value
            else text_cell(place, value, face)
            for (place, value), face in zip(_places(sheet, values), faces, strict=True)
        ]
        sheet.add(cells, len(columns))


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


def _add_checks(sheet: RowSheet, header: int, names: MarkNames) -> None:
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
        sheet.page.add_data_validation(check)
        letter = get_column_letter(index)
        check.add(f"{letter}{header + 1}:{letter}{sheet.row - 1}")


def _set_up(sheet: RowSheet, header: int, columns: int) -> None:
    page = sheet.page
    page.freeze_panes = f"D{header + 1}"
    # Whoever sorts by these arrows sorts whole rows, with their hidden codes.
    page.auto_filter.ref = f"A{header}:{get_column_letter(columns)}{sheet.row - 1}"
    page.print_title_rows = f"{header}:{header}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
