"""A table among other things: what it shows is in memory, and some lines of it are enough."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.table.column import Column
from ui.table.data_table import FEW_LINES, DataTable
from ui.table.held import held_rows
from ui.table.rows_model import RowsModel


def table_beside(
    owner: QWidget,
    name: str,
    words: str,
    columns: Sequence[Column[Any]],
    row_of: Callable[[int], Any],
    empty: tuple[str, str] = ("", ""),
) -> DataTable:
    """A table of `owner` with no lines yet; `empty` is what it says then, `words` are read out."""
    made = DataTable(RowsModel(columns, held_rows(owner, row_of), owner), name)
    made.lines_wanted = FEW_LINES
    made.setObjectName(name)
    made.setAccessibleName(words)
    made.empty_title, made.empty_hint = empty
    return made
