"""Tables turned sideways, with a column for each person, and forms of one person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.intake.grid import Cell, Sheet, Workbook, column_letter
from models.intake.shape.evidence.title import read_title
from models.intake.shape.fields import Field
from models.intake.shape.looks import is_person, looks_personal

COLUMNS, ROWS = 3, 60
LEAST_TITLES = 3
LONGEST_TITLE = 60

TURNED = (
    "Bảng ở trang tính “{sheet}” bị xoay ngang: tiêu đề nằm ở cột {column}, mỗi cột là một người."
)
TURN_BACK = (
    "Hãy chép cả bảng, dán vào trang tính mới trong Excel bằng Dán đặc biệt › Chuyển vị "
    "(Transpose), lưu lại rồi nhập."
)
A_FORM = "Trang tính “{sheet}” là phiếu thông tin của {name}, không phải danh sách."
FORMS = (
    "Trang tính “{sheet}” gồm {count} phiếu thông tin, mỗi phiếu một người, không phải danh sách."
)
ADD_BY_HAND = (
    "Hãy thêm người ở trang Danh sách, hoặc lập bảng có một dòng tiêu đề và mỗi người một dòng."
)


def is_sideways(sheet: Sheet) -> bool:
    """Whether the titles of a sheet stand in a column, with people beside "Họ và tên"."""
    return bool(told_of_sideways(sheet))


def told_of_book(workbook: Workbook) -> tuple[str, str] | None:
    """What is said of the first sheet of such a shape, and what to do; None for no sheet."""
    told = (told_of_sideways(sheet) for sheet in workbook.sheets if not sheet.hidden)
    return next(filter(None, told), None)


def told_of_sideways(sheet: Sheet) -> tuple[str, str] | None:
    """The sentence about a sheet that is turned or a form, and what to do; None for others."""
    for column in range(min(COLUMNS, sheet.width)):
        cells = [row[column] for row in sheet.rows[:ROWS]]
        if _are_of_people(cells):
            continue
        titles = list(map(_field, cells))
        if Field.FULL_NAME not in titles or len({*titles} - {None}) < LEAST_TITLES:
            continue
        named = [at for at, field in enumerate(titles) if field is Field.FULL_NAME]
        people = [list(_people(sheet.rows[at], column)) for at in named]
        together = [name for row in people for name in row]
        if any(len(row) > 1 for row in people):
            letter = column_letter(column)
            return TURNED.format(sheet=sheet.name, column=letter), TURN_BACK
        if len(together) == 1:
            return A_FORM.format(sheet=sheet.name, name=together[0]), ADD_BY_HAND
        if together:
            return FORMS.format(sheet=sheet.name, count=len(together)), ADD_BY_HAND
    return None


def _are_of_people(cells: Sequence[Cell]) -> bool:
    """Whether most texts are people, phones or days: reading each as a title would take long."""
    texts = [cell for cell in cells if isinstance(cell, str)]
    return 2 * sum(is_person(text) or looks_personal(text) for text in texts) > len(texts)


def _field(cell: Cell) -> Field | None:
    """What a cell at the side of a form calls; a label may have its value behind a colon."""
    if not isinstance(cell, str) or len(cell) > LONGEST_TITLE:
        return None
    title = read_title((cell.partition(":")[0].strip(" .*-"),))
    return None if title.other else title.best


def _people(row: tuple[Cell, ...], column: int) -> Iterator[str]:
    label = row[column]
    behind = str(label).partition(":")[2].strip()
    cells = [behind, *row[column + 1 :]]
    return (cell.strip() for cell in cells if isinstance(cell, str) and is_person(cell.strip()))
