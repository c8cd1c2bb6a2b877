"""A table on a sheet: header of one or two rows, real values, thin full borders."""

from __future__ import annotations

from itertools import groupby

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter

from reports.document import CODE_TITLE, Align, RowStyle, Table, TableRow, cell_width
from reports.profile import Profile, TextStyle
from reports.render.text import cell_align, cell_text
from reports.render.xlsx.cells import (
    BOX,
    TEXT_FORMAT,
    cell_alignment,
    decree_font,
    write_text,
    write_value,
)
from reports.render.xlsx.measure import line_height
from reports.render.xlsx.sheet import SheetWriter

ROOM = 3.0


def write_table(sheet: SheetWriter, table: Table, profile: Profile) -> tuple[int, int]:
    """Write the table from the present row on; the first and last row of its header."""
    first, styles = sheet.row, profile.styles
    _write_titles(sheet, table, profile)
    if table.numbered:
        for i in range(1, sheet.columns + 1):
            _boxed_text(sheet, i, f"({i})", styles.table_number)
        sheet.end_row(line_height(styles.table_number) + ROOM)
    last = sheet.row - 1
    if any(row.code for row in table.rows):
        _hide_codes(sheet, table)
    for row in table.rows:
        normal = row.style is RowStyle.NORMAL
        _write_row(sheet, row, table, styles.table_cell if normal else styles.table_strong)
    return first, last


def _hide_codes(sheet: SheetWriter, table: Table) -> None:
    """Beyond what is printed: whose rows they are, for whoever takes the list in again."""
    column = sheet.columns + 1
    for at, code in enumerate([CODE_TITLE, *(row.code for row in table.rows)], sheet.row - 1):
        cell = sheet.page.cell(at, column)
        assert isinstance(cell, Cell)
        write_text(cell, code)
        cell.number_format = TEXT_FORMAT
    sheet.page.column_dimensions[get_column_letter(column)].hidden = True


def _write_titles(sheet: SheetWriter, table: Table, profile: Profile) -> None:
    style, top = profile.styles.table_header, sheet.row
    for i, column in enumerate(table.columns, start=1):
        _boxed_text(sheet, i, column.group or column.title, style)
    if table.has_groups:
        sheet.end_row(line_height(style) + ROOM)
        for i, column in enumerate(table.columns, start=1):
            _boxed_text(sheet, i, column.title if column.group else "", style)
        _merge_groups(sheet, table, top)
    texts = [(c.title, style, width) for c, width in zip(table.columns, sheet.widths, strict=True)]
    shared = line_height(style) if table.has_groups else 0
    lower = [text for text, c in zip(texts, table.columns, strict=True) if c.group]
    tallest = max(sheet.height_for(texts) - shared, sheet.height_for(lower) if lower else 0)
    sheet.end_row(tallest + ROOM)


def _boxed_text(sheet: SheetWriter, column: int, text: str, style: TextStyle) -> None:
    cell = sheet.cell(column)
    write_text(cell, text)
    cell.font, cell.border, cell.alignment = decree_font(style), BOX, cell_alignment(Align.CENTER)


def _merge_groups(sheet: SheetWriter, table: Table, top: int) -> None:
    columns = table.columns
    for group, members in groupby(range(1, len(columns) + 1), key=lambda i: columns[i - 1].group):
        held = list(members)
        if group:
            sheet.page.merge_cells(None, top, held[0], top, held[-1])
        else:
            for i in held:
                sheet.page.merge_cells(None, top, i, top + 1, i)


def _write_row(sheet: SheetWriter, row: TableRow, table: Table, style: TextStyle) -> None:
    face, texts = decree_font(style), list[tuple[str, TextStyle, float]]()
    for at, value in row.placed():
        column, last = table.columns[at], at + cell_width(value)
        for i in range(at + 1, last + 1):
            cell = sheet.cell(i)
            cell.border, cell.font = BOX, face
        cell = sheet.cell(at + 1)
        write_value(cell, value, column.kind)
        cell.alignment = cell_alignment(cell_align(value, row.style, column))
        texts.append((cell_text(value), style, sheet.span(at + 1, last)))
        if last > at + 1:
            sheet.page.merge_cells(None, sheet.row, at + 1, sheet.row, last)
    sheet.end_row(sheet.height_for(texts) + ROOM)
