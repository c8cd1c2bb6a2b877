"""The blank form of a list: the columns that the program reads, how they are filled in, an example.

An import passes the example over, because it says that it is one.
"""

from __future__ import annotations

from datetime import date

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from models.records import STAFF_TYPE_NAMES
from models.records.person_columns import PERSON_TITLES
from reports.render.xlsx.cells import TEXT_FORMAT, CellLook, text_cell
from reports.render.xlsx.pack import A4, BookWriter
from reports.render.xlsx.pages import fit_to_width
from reports.render.xlsx.rows import RowSheet

BLANK_LIST_NAME = "Biểu mẫu danh sách.xlsx"
SHEET = "Danh sách"
BLANK_ROWS = 200
GRAY, HEAD, PALE = "808080", "DCEBE7", "F2F2F2"
HEADING = (
    "DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC, NGƯỜI LAO ĐỘNG",
    "Mỗi người một dòng. Bắt buộc có Họ và tên; nên có Số điện thoại để nhận đúng người trùng tên.",
    "Ngày sinh ghi như 08/06/1990 hoặc chỉ ghi năm. Không đổi tên cột; cột không dùng để trống.",
)
_COLUMNS = (
    ("STT", 8, "Ví dụ"),
    (PERSON_TITLES["name"], 28, "Nguyễn Thị Mẫu"),
    (PERSON_TITLES["birth"], 13, "08/06/1990"),
    (PERSON_TITLES["gender"], 11, "Nữ"),
    (PERSON_TITLES["unit"], 34, "Trường Mầm non Hoa Sen"),
    (PERSON_TITLES["position"], 20, "Giáo viên"),
    (PERSON_TITLES["staff_type"], 18, "Viên chức"),
    ("Số điện thoại", 15, "0912 345 678"),
    (PERSON_TITLES["note"], 28, ""),
)
_CHOICES = {
    PERSON_TITLES["gender"]: ("Nam", "Nữ"),
    PERSON_TITLES["staff_type"]: tuple(STAFF_TYPE_NAMES.values()),
}


def blank_list(day: date) -> bytes:
    """The workbook as bytes; `day` stands in its properties."""
    book = BookWriter()
    sheet = book.sheet(SHEET)
    for row, line in enumerate(HEADING, start=1):
        look = CellLook(14 if row == 1 else 12, row == 1, vertical="bottom", wrap=False)
        sheet.add([text_cell(f"A{row}", line, book.face(look))], 1)
    head = CellLook(bold=True, horizontal="center", border=GRAY, fill=HEAD)
    cell = CellLook(border=GRAY, wrap=False, number_format=TEXT_FORMAT)
    header = sheet.row
    _add_row(book, sheet, [title for title, _, _ in _COLUMNS], head)
    _add_row(book, sheet, [example for _, _, example in _COLUMNS], cell._replace(fill=PALE))
    for _ in range(BLANK_ROWS):
        _add_row(book, sheet, [""] * len(_COLUMNS), cell)
    for index, (title, width, _) in enumerate(_COLUMNS, start=1):
        letter = get_column_letter(index)
        sheet.page.column_dimensions[letter].width = width
        if title in _CHOICES:
            _offer(sheet, f"{letter}{header + 1}:{letter}{sheet.row - 1}", _CHOICES[title])
    page = sheet.page
    page.freeze_panes = f"A{header + 1}"
    page.print_title_rows = f"{header}:{header}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = A4
    fit_to_width(sheet)
    return book.packed(day)


def _add_row(book: BookWriter, sheet: RowSheet, values: list[str], look: CellLook) -> None:
    face = book.face(look)
    places = (f"{get_column_letter(at)}{sheet.row}" for at in range(1, len(values) + 1))
    cells = [text_cell(place, value, face) for place, value in zip(places, values, strict=True)]
    sheet.add(cells, len(values))


def _offer(sheet: RowSheet, cells: str, choices: tuple[str, ...]) -> None:
    """Choices to pick from; what else is typed is taken too."""
    check = DataValidation("list", formula1=f'"{",".join(choices)}"', allow_blank=True)
    check.showErrorMessage = False
    sheet.page.add_data_validation(check)
    check.add(cells)
