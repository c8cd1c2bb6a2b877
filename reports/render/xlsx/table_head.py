"""The head of a table: titles in one or two rows, and the row "(1) (2) (3)"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from openpyxl.utils import get_column_letter

from reports.document import CODE_TITLE, Table, TableColumn
from reports.profile import TextStyle
from reports.render.xlsx.cells import TEXT_FORMAT, CellLook, blank_cell, text_cell
from reports.render.xlsx.grid import ColumnSpan
from reports.render.xlsx.measure import line_height
from reports.render.xlsx.sheet import SheetWriter

ROOM = 3.0
"""Points that a row of a table is higher than its text."""


def write_titles(sheet: SheetWriter, table: Table, *, coded: bool) -> None:
    """The header rows; over a column of codes stands its title, in the last of them."""
    spans, styles = sheet.grid.spans(table), sheet.profile.styles
    style, top = styles.table_header, sheet.row
    lower = line_height(style)
    if table.has_groups:
        upper = _upper_titles(table.columns)
        _write_row(sheet, upper, spans, style, lower + ROOM, merged=False)
        _merge_groups(sheet, table.columns, spans, top)
    titles = [c.title if c.group or not table.has_groups else "" for c in table.columns]
    shared = lower if table.has_groups else 0.0
    measured = [
        (c.title, style, sheet.grid.width(*span))
        for c, span in zip(table.columns, spans, strict=True)
    ]
    grouped = [text for text, c in zip(measured, table.columns, strict=True) if c.group]
    tallest = max(
        sheet.height_for(measured) - shared, sheet.height_for(grouped) if grouped else lower
    )
    last = not table.numbered
    _write_row(sheet, titles, spans, style, tallest + ROOM, coded=coded and last)
    if table.numbered:
        numbers = [f"({i})" for i in range(1, len(spans) + 1)]
        height = line_height(styles.table_number) + ROOM
        _write_row(sheet, numbers, spans, styles.table_number, height, coded=coded)


def _upper_titles(columns: Sequence[TableColumn]) -> list[str]:
    """What stands in the first of two rows: a shared title once, in the first of its columns."""
    titles = list[str]()
    for group, members in groupby(columns, key=lambda column: column.group):
        held = [column.title for column in members]
        titles += [group, *[""] * (len(held) - 1)] if group else held
    return titles


def code_cell(sheet: SheetWriter, code: str) -> str:
    """Beyond what is printed: whose row it is, for whoever takes the list in again."""
    face = sheet.book.face(CellLook(wrap=False, number_format=TEXT_FORMAT))
    return text_cell(f"{get_column_letter(sheet.columns + 1)}{sheet.row}", code, face)


def _write_row(
    sheet: SheetWriter,
    texts: Sequence[str],
    spans: Sequence[ColumnSpan],
    style: TextStyle,
    height: float,
    *,
    coded: bool = False,
    merged: bool = True,
) -> None:
    face, cells = sheet.boxed(style, "center"), list[str]()
    for text, (first, last) in zip(texts, spans, strict=True):
        cells.append(text_cell(f"{get_column_letter(first)}{sheet.row}", text, face))
        cells += [
            blank_cell(f"{get_column_letter(i)}{sheet.row}", face)
            for i in range(first + 1, last + 1)
        ]
        if merged and last > first and text:
            sheet.rows.merge(sheet.row, first, sheet.row, last)
    if coded:
        cells.append(code_cell(sheet, CODE_TITLE))
        letter = get_column_letter(sheet.columns + 1)
        sheet.rows.page.column_dimensions[letter].hidden = True
    sheet.rows.add(cells, sheet.columns + coded, height)


def _merge_groups(
    sheet: SheetWriter, columns: Sequence[TableColumn], spans: Sequence[ColumnSpan], top: int
) -> None:
    """A shared title over its columns; any other title over both rows."""
    for group, members in groupby(range(len(columns)), key=lambda i: columns[i].group):
        held = list(members)
        if group:
            sheet.rows.merge(top, spans[held[0]][0], top, spans[held[-1]][1])
        else:
            for i in held:
                sheet.rows.merge(top, spans[i][0], top + 1, spans[i][1])
