"""Files as they were seen in offices, built here: struck-out text, dates of many habits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from openpyxl import Workbook as Book
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from models.intake.reading.reader import read_workbook
from models.intake.shape.find import find_tables
from models.intake.shape.records import ShapedTable
from models.intake.shape.rows import shape_rows

TODAY = date(2026, 11, 28)
HEADER = ("STT", "Họ và tên", "Ngày sinh", "Số điện thoại", "Đơn vị")
NAMES = (
    "Nguyễn Văn An", "Trần Thị Bình", "Lê Quang Cường", "Phạm Minh Dũng", "Đỗ Thu Hà",
    "Vũ Thị Giang", "Hoàng Gia Khánh", "Bùi Thị Lan",
)  # fmt: skip
STRUCK, RAISED = InlineFont(strike=True), InlineFont(vertAlign="superscript")


def struck(text: str, rest: str = "") -> CellRichText:
    """A text that is struck out, and what follows it in the same cell."""
    return CellRichText(TextBlock(STRUCK, text), *([rest] if rest else []))


def raised(text: str, note: str) -> CellRichText:
    """A text with the mark of a note."""
    return CellRichText(text, TextBlock(RAISED, note))


def xlsx(rows: Sequence[Sequence[object]], struck_cells: Sequence[str] = ()) -> bytes:
    """A workbook; the cells of `struck_cells` ("E5") are struck out as a whole."""
    book = Book()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for place in struck_cells:
        sheet[place].font = Font(strike=True)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def births(cells: Sequence[object]) -> list[tuple[object, ...]]:
    """A list of people with these cells as their births."""
    return [
        HEADER,
        *(
            (n, NAMES[n % 8], cell, f"09123456{70 + n}", "Trạm Y tế")
            for n, cell in enumerate(cells)
        ),
    ]


def ods(rows: Sequence[Sequence[str]], styles: str = "") -> bytes:
    """An .ods whose cells are given as they stand between `text:p`, or whole cells."""
    cells = "".join(
        f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows
    )
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "style", "text", "table")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f'<office:spreadsheet><table:table table:name="DS">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    return stream.getvalue()


def _cell(inside: str) -> str:
    if inside.startswith("<table:table-cell"):
        return inside
    return (
        f'<table:table-cell office:value-type="string"><text:p>{inside}</text:p></table:table-cell>'
    )


def table_of(folder: Path, name: str, data: bytes) -> ShapedTable:
    """The one table of a file with this content."""
    path = folder / name
    path.write_bytes(data)
    workbook = read_workbook(path)
    (guess,) = find_tables(workbook)
    return shape_rows(workbook, guess, TODAY)


def told(table: ShapedTable) -> list[tuple[int, str, str]]:
    """(row, column, value) of the problems of a table."""
    return [(problem.row, problem.column, problem.value) for problem in table.problems]
