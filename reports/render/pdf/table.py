"""A table on PDF pages: header of one or two rows repeated on every page, thin full borders."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from reportlab.lib.colors import black
from reportlab.platypus import Table as PdfTable
from reportlab.platypus import TableStyle

from reports.document import RowStyle, Table, TableCell, TableColumn, TableRow, Wide
from reports.render.pdf.text import Typesetter
from reports.render.text import cell_align, cell_text

PADDING = 3.5
ROWS_KEPT = 3
TableCommands = list[tuple[Any, ...]]


def table_flowable(
    table: Table, setter: Typesetter, width: float, rows: Sequence[TableRow] | None = None
) -> PdfTable:
    """The whole table, or only `rows` of it under the same header."""
    rows = table.rows if rows is None else rows
    weights = sum(column.weight for column in table.columns)
    header, commands = _header(table, setter)
    commands += _grid(setter.face(setter.profile.styles.table_cell)) + _row_commands(
        rows, table.header_rows
    )
    return PdfTable(
        header + [_row_cells(row, table.columns, setter) for row in rows],
        colWidths=[width * column.weight / weights for column in table.columns],
        repeatRows=table.header_rows,
        style=TableStyle(commands),
    )


def _grid(face: str) -> TableCommands:
    return [
        ("FONTNAME", (0, 0), (-1, -1), face),
        ("GRID", (0, 0), (-1, -1), 0.5, black),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), PADDING),
        ("TOPPADDING", (0, 0), (-1, -1), PADDING - 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), PADDING),
    ]


def _header(table: Table, setter: Typesetter) -> tuple[list[list[Any]], TableCommands]:
    style = setter.profile.styles.table_header
    titles = [setter.line(column.title, style) for column in table.columns]
    rows, commands = [titles], TableCommands()
    if table.has_groups:
        upper, lower, commands = _grouped(table.columns, titles, setter)
        rows = [upper, lower]
    if table.numbered:
        small = setter.profile.styles.table_number
        rows.append([setter.line(f"({i + 1})", small) for i in range(len(titles))])
    return rows, commands


def _grouped(
    columns: Sequence[TableColumn], titles: list[Any], setter: Typesetter
) -> tuple[list[Any], list[Any], TableCommands]:
    style = setter.profile.styles.table_header
    upper, lower, spans = list[Any](), list[Any](), TableCommands()
    for group, members in groupby(range(len(columns)), key=lambda i: columns[i].group):
        held = list(members)
        if group:
            spans.append(("SPAN", (held[0], 0), (held[-1], 0)))
            upper += [setter.line(group, style)] + [""] * (len(held) - 1)
            lower += [titles[i] for i in held]
        else:
            spans += [("SPAN", (i, 0), (i, 1)) for i in held]
            upper += [titles[i] for i in held]
            lower += [""] * len(held)
    return upper, lower, spans


def _row_cells(row: TableRow, columns: Sequence[TableColumn], setter: Typesetter) -> list[Any]:
    cells = list[Any]()
    for at, cell in row.placed():
        cells.append(_cell(cell, row.style, columns[at], setter))
        if isinstance(cell, Wide):
            cells += [""] * (cell.columns - 1)
    return cells


def _cell(cell: TableCell, style: RowStyle, column: TableColumn, setter: Typesetter) -> Any:
    styles = setter.profile.styles
    text_style = styles.table_cell if style is RowStyle.NORMAL else styles.table_strong
    return setter.line(cell_text(cell), text_style, cell_align(cell, style, column))


def _row_commands(rows: Sequence[TableRow], first: int) -> TableCommands:
    """Wide cells; no page break after the title of a group nor within the last rows."""
    commands = TableCommands()
    for line, row in enumerate(rows, start=first):
        for at, cell in row.placed():
            if isinstance(cell, Wide):
                commands.append(("SPAN", (at, line), (at + cell.columns - 1, line)))
        if row.style is RowStyle.GROUP and line - first + 1 < len(rows):
            commands.append(("NOSPLIT", (0, line), (-1, line + 1)))
    if len(rows) > ROWS_KEPT:
        commands.append(("NOSPLIT", (0, -ROWS_KEPT), (-1, -1)))
    return commands
