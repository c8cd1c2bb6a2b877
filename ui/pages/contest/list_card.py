"""A short list with what is done to its lines: by button, and by Insert, Enter and Delete."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from ui.table.column import Column, RowT
from ui.table.data_table import FEW_LINES, ROW_AIR, DataTable
from ui.table.held import held_rows
from ui.table.rows_model import RowsModel
from ui.theme.letters import keep_in_letters
from ui.theme.pieces import button, label
from ui.theme.wrapping_row import WrappingRow

LEAST_LINES = 4.5
"""The titles and three lines."""


class ListCard(QFrame, Generic[RowT]):
    """Rows that are in memory. `adding`, `editing` and `removing` say what is wanted, the latter
    two with the id of the line; `chosen` tells that another line is."""

    adding = Signal()
    editing = Signal(int)
    removing = Signal(int)
    chosen = Signal()

    def __init__(
        self,
        title: str,
        name: str,
        columns: Sequence[Column[RowT]],
        what: str,
        id_of: Callable[[RowT], int],
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._rows: dict[int, RowT] = {}
        self._id_of = id_of
        self._open = True
        model = RowsModel(columns, held_rows(self, self._rows.__getitem__), self, id_of)
        self.table: DataTable = DataTable(model, name)
        self.table.setObjectName(name)
        self.table.setAccessibleName(title)
        self.table.lines_wanted = FEW_LINES
        keep_in_letters(self.table, least_lines=LEAST_LINES, air=ROW_AIR)
        self.note = label("", "muted", wrap=True)
        self.note.hide()
        self._add = button(f"Thêm {what}…", f"{name}-add")
        self._edit = button("Sửa…", f"{name}-edit")
        self._remove = button("Xóa", f"{name}-remove")
        self._row = WrappingRow()
        for each in (self._add, self._edit, self._remove):
            self._row.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        column.addWidget(label(title, "heading"))
        column.addWidget(self.note)
        column.addWidget(self.table, 1)
        column.addLayout(self._row)
        self._connect()

    def _connect(self) -> None:
        self._add.clicked.connect(self.adding)
        self._edit.clicked.connect(lambda: self._tell(self.editing))
        self._remove.clicked.connect(lambda: self._tell(self.removing))
        self.table.opened.connect(self._edit.click)
        self.table.picked.connect(self._note_chosen)
        for key, deed in ((Qt.Key.Key_Delete, self._remove), (Qt.Key.Key_Insert, self._add)):
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(deed.click)
        self._note_chosen()

    def set_open(self, is_open: bool) -> None:
        """Of a closed contest nothing is added, edited or taken away."""
        self._open = is_open
        self._add.setEnabled(is_open)
        self._note_chosen()

    def add_deed(self, made: QPushButton) -> None:
        """Put one more button beside the others."""
        self._row.addWidget(made)

    def show_rows(self, rows: Sequence[RowT]) -> None:
        """Show these rows in this order."""
        self._rows.clear()
        self._rows.update((self._id_of(row), row) for row in rows)
        self.table.rows.set_ids(list(self._rows), rows)
        self._note_chosen()

    def row(self, row_id: int) -> RowT:
        """The row with this id."""
        return self._rows[row_id]

    @property
    def chosen_row(self) -> RowT | None:
        """The one line that is selected; None without one, or with several."""
        ids = self.table.selected_ids()
        return self._rows.get(ids[0]) if len(ids) == 1 else None

    def _note_chosen(self) -> None:
        for each in (self._edit, self._remove):
            each.setEnabled(self._open and self.chosen_row is not None)
        self.chosen.emit()

    def _tell(self, signal: Any) -> None:
        row = self.chosen_row
        if row is not None:
            signal.emit(self._id_of(row))
