"""What was copied in a spreadsheet as a block of cells, and over which cells it comes to lie."""

from __future__ import annotations

import csv
from dataclasses import dataclass

from PySide6.QtCore import QMimeData

from models.records.cells import CellText
from models.text.formats import number
from models.text.formula_text import as_typed
from ui.table.cell_table import CellTable

LONGEST = 2_000_000


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of cells; shorter rows leave the cells beyond them alone."""

    rows: tuple[tuple[str, ...], ...]

    @property
    def lines(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    @property
    def width(self) -> int:
        """How many columns the widest row has."""
        return max(len(row) for row in self.rows)

    @property
    def size(self) -> str:
        """ "50 dòng × 3 cột"."""
        return f"{number(self.lines)} dòng × {number(self.width)} cột"


def block_in(mime: QMimeData) -> Block | None:
    """The block of the clipboard, as Excel and LibreOffice give it: tabs and lines."""
    text = mime.text().replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    if not text.strip() or len(text) > LONGEST or mime.hasUrls():
        return None
    # A cell with several lines stands in quotes, and so do those with a quote.
    rows = csv.reader(text.split("\n"), delimiter="\t") if '"' in text else _plain(text)
    return Block(tuple(tuple(as_typed(cell.strip()) for cell in row) for row in rows))


def _plain(text: str) -> list[list[str]]:
    return [line.split("\t") for line in text.split("\n")]


def laid_over(table: CellTable, block: Block) -> list[CellText]:
    """The cells that the block covers; none where it does not fit or nothing can be written.

    One value goes into every selected cell, one row into every line of a selected block; anything
    else begins at the first selected cell.
    """
    ids, columns = table.selected_ids(), table.selected_columns()
    if not ids or not columns or not all(column.edited for column in columns):
        return []
    if block.lines == 1 and block.width == 1:
        value = block.rows[0][0]
        return [CellText(each, column.key, value) for each, column in table.selected_cells()]
    top = _top_left(table)
    wide = table.columns_from(top[1])[: block.width]
    if len(wide) < block.width or not all(column.edited for column in wide):
        return []
    if block.lines == 1 and table.is_one_block():
        rows, people = block.rows * len(ids), ids
    else:
        people = list(table.rows.ids_between(top[0], top[0] + block.lines - 1))
        rows = block.rows
    if len(people) < len(rows):
        return []
    return [
        CellText(person, column.key, text)
        for person, row in zip(people, rows, strict=True)
        for column, text in zip(wide, row, strict=False)
    ]


def _top_left(table: CellTable) -> tuple[int, str]:
    """The first line of the selection, and the key of its first column."""
    line = table.rows.place_of(table.selected_ids()[0])
    return line or 0, table.selected_columns()[0].key
