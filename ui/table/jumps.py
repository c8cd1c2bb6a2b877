"""Ctrl and an arrow, Home or End in a table of cells: to the end of a stretch, or of all."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent

from ui.table.column import Kind
from ui.table.data_table import DataTable
from ui.table.stretches import stretch_end

AskEnd = Callable[[str, int, int, Callable[[int], None]], object]
STEPS: dict[int, int] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Home: -1,
    Qt.Key.Key_End: 1,
}
CORNERS: set[int] = {Qt.Key.Key_Home, Qt.Key.Key_End}
SIDEWAYS: set[int] = {Qt.Key.Key_Left, Qt.Key.Key_Right}


class _NotRead(Exception):
    """A row that has not come yet stands in the way."""


class Jumps(QObject):
    """Finds where jumps lead. `ask` finds it later where rows on the way have not come.

    `found` carries the key, what was held with it, and the cell to go to.
    """

    found = Signal(int, object, QModelIndex)

    def __init__(self, table: DataTable) -> None:
        super().__init__(table)
        self.ask: AskEnd | None = None
        self._table = table

    def take(self, event: QKeyEvent) -> bool:
        """Jump when `event` is Ctrl and an arrow, Home or End; False when it is anything else."""
        step, index = STEPS.get(event.key()), self._table.currentIndex()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if step is None or not control or not index.isValid():
            return False
        if event.key() in CORNERS:
            self.found.emit(event.key(), event.modifiers(), self._corner(step))
        elif event.key() in SIDEWAYS:
            self.found.emit(event.key(), event.modifiers(), self._side_end(index, step))
        else:
            self._jump_along(event.key(), event.modifiers(), index, step)
        return True

    def to_corner(self, step: int) -> None:
        """Go to the first cell of all (-1), with the left edge in sight, or to the last."""
        if self._table.rows.ids:
            corner, alone = self._corner(step), QItemSelectionModel.SelectionFlag.ClearAndSelect
            # Ctrl is held: the table itself would add the cell to what is selected.
            self._table.selectionModel().setCurrentIndex(corner, alone)
        if step < 0:
            self._table.horizontalScrollBar().setValue(0)

    def _corner(self, step: int) -> QModelIndex:
        """The first cell of all, or the last."""
        shown, rows = self._table.shown_sections(), self._table.rows
        return rows.index(len(rows.ids) - 1, shown[-1]) if step > 0 else rows.index(0, shown[0])

    def _side_end(self, index: QModelIndex, step: int) -> QModelIndex:
        """Where a jump within the line leads; a line that has not come leads to its end."""
        shown, line = self._table.shown_sections(), index.row()
        start = shown.index(index.column())
        try:
            at = stretch_end(lambda at: self._filled(line, shown[at]), start, step, len(shown))
        except _NotRead:
            at = len(shown) - 1 if step > 0 else 0
        return self._table.rows.index(line, shown[at])

    def _jump_along(
        self, key: int, modifiers: Qt.KeyboardModifier, index: QModelIndex, step: int
    ) -> None:
        """Jump within the column at once where all rows on the way are here, else ask for the end.

        An answer that comes after the officer has gone elsewhere is dropped.
        """
        rows, line, column = self._table.rows, index.row(), index.column()
        try:
            end = stretch_end(lambda at: self._filled(at, column), line, step, len(rows.ids))
        except _NotRead:
            if self.ask is not None:
                take = partial(self._take_end, key, modifiers, QPersistentModelIndex(index))
                self.ask(rows.columns[column].key, line, step, take)
                return
            end = len(rows.ids) - 1 if step > 0 else 0
        self.found.emit(key, modifiers, rows.index(end, column))

    def _take_end(
        self, key: int, modifiers: Qt.KeyboardModifier, start: QPersistentModelIndex, end: int
    ) -> None:
        table = self._table
        if start.isValid() and start == table.currentIndex():
            self.found.emit(key, modifiers, table.rows.index(end, start.column()))

    def _filled(self, line: int, at: int) -> bool:
        """Whether something is stored in a cell; what is only remarked upon does not count."""
        column, row = self._table.rows.columns[at], self._table.rows.row_at(line)
        if column.kind is Kind.SERIAL:
            return True
        if row is None:
            raise _NotRead
        return bool((column.edited or column.text)(row))
