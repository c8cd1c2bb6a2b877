"""The table as a spreadsheet: cells are selected, written into in place, and copied as they lie."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from ui.table.cell import CellDelegate
from ui.table.column import Column, Kind
from ui.table.data_table import DataTable
from ui.table.place import ranges
from ui.table.rows_model import RowsModel
from ui.table.stretches import stretch_end

Flag = QItemSelectionModel.SelectionFlag
STEPS: dict[int, int] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
}
SIDEWAYS: set[int] = {Qt.Key.Key_Left, Qt.Key.Key_Right}
Move = QAbstractItemView.CursorAction
AskEnd = Callable[[str, int, int, Callable[[int], None]], object]


class _NotRead(Exception):
    """A row that has not come yet stands in the way."""


class _Completing(CellDelegate):
    """Editors know the words that the table knows for their column."""

    def __init__(self, table: CellTable) -> None:
        super().__init__(table)
        self._table = table

    def words_for(self, column: int) -> Sequence[str]:
        return self._table.known_words.get(self._table.rows.columns[column].key, ())


class CellTable(DataTable):
    """A `DataTable` whose cells are selected in rectangles.

    A click on the number of a line takes the whole line. `known_words` are what editors
    complete, by column. `ask_end(column, line, step, take)` finds later where a jump through
    rows leads that have not come, and calls `take(line)`; without it such a jump goes to the
    edge. `wrote` carries id, column and text
    of a cell that was written into; Enter then goes down, Tab to the right. `edit_ended`
    tells that an editor has closed, whatever came of it.
    """

    wrote = Signal(int, str, str)
    edit_ended = Signal()

    def __init__(
        self, model: RowsModel[Any], name: str, frozen: int = 0, parent: QWidget | None = None
    ) -> None:
        self._target: QModelIndex | None = None
        self.ask_end: AskEnd | None = None
        self._span: tuple[int, int] | None = None
        self._column = 0
        self.known_words: dict[str, Sequence[str]] = {}
        super().__init__(model, name, frozen, parent)
        self.setItemDelegate(_Completing(self))
        model.edited.connect(self.wrote)
        for words, keys, deed in (
            ("Chọn cả dòng", "Ctrl+Shift+Space", self.take_rows),
            ("Chọn cả cột", "Ctrl+Space", self.take_columns),
        ):
            action = QAction(words, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(deed)
            self.addAction(action)

    def _look(self) -> None:
        super()._look()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)

    def selected_columns(self) -> list[Column[Any]]:
        """The columns that the selection touches, in sight, from left to right."""
        parts = self.selectionModel().selection().toList()
        touched = {at for part in parts for at in range(part.left(), part.right() + 1)}
        return [self.rows.columns[at] for at in self._shown_sections() if at in touched]

    def columns_from(self, key: str) -> list[Column[Any]]:
        """The columns in sight from the one called `key` to the right end."""
        shown = [self.rows.columns[at] for at in self._shown_sections()]
        return shown[[column.key for column in shown].index(key) :]

    def _shown_sections(self) -> list[int]:
        order = (self.header.logicalIndex(place) for place in range(self.header.count()))
        return [at for at in order if not self.isColumnHidden(at)]

    def take_rows(self) -> None:
        """Select the whole lines that the selection touches."""
        model = self.selectionModel()
        model.select(model.selection(), Flag.Select | Flag.Rows)

    def take_columns(self) -> None:
        """Select the whole columns that the selection touches."""
        last = len(self.rows.ids) - 1
        whole = QItemSelection()
        for part in self.selectionModel().selection().toList():
            top = self.rows.index(0, part.left())
            whole.select(top, self.rows.index(last, part.right()))
        self.selectionModel().select(whole, Flag.Select)

    def edit_current(self) -> bool:
        """Open an editor in the current cell; False where nothing can be written."""
        index = self.currentIndex()
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return False
        self.edit(index)
        return True

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter goes down, Tab and Shift+Tab to the side; Esc stays."""
        hints = QAbstractItemDelegate.EndEditHint
        super().closeEditor(editor, hints.NoHint)
        down, right = {
            hints.SubmitModelCache: (1, 0),
            hints.EditNextItem: (0, 1),
            hints.EditPreviousItem: (0, -1),
        }.get(hint, (0, 0))
        if down or right:
            self._step(down, right)
        self.edit_ended.emit()

    @property
    def is_editing(self) -> bool:
        """Whether an editor is open: other rows must wait, or what is typed would be lost."""
        return self.state() is QAbstractItemView.State.EditingState

    def _step(self, down: int, right: int) -> None:
        shown, index = self._shown_sections(), self.currentIndex()
        line = min(index.row() + down, len(self.rows.ids) - 1)
        place = shown.index(index.column()) + right if index.column() in shown else 0
        column = shown[min(max(place, 0), len(shown) - 1)]
        self.setCurrentIndex(self.rows.index(line, column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl and an arrow jumps as in Excel; Shift selects up to there."""
        step, control = STEPS.get(event.key()), Qt.KeyboardModifier.ControlModifier
        index = self.currentIndex()
        if step is None or not event.modifiers() & control or not index.isValid():
            super().keyPressEvent(event)
        elif event.key() in SIDEWAYS:
            self._jump(event.key(), event.modifiers(), self._side_end(index, step))
        else:
            self._jump_along(event.key(), event.modifiers(), index, step)

    def _jump(self, key: int, modifiers: Qt.KeyboardModifier, target: QModelIndex) -> None:
        """Go to a cell as the plain arrow would, so that Shift selects from the same corner."""
        self._target = target
        plain = modifiers & ~Qt.KeyboardModifier.ControlModifier
        super().keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, key, plain))
        self._target = None

    def _side_end(self, index: QModelIndex, step: int) -> QModelIndex:
        """Where a jump within the line leads; a line that has not come leads to its end."""
        shown = self._shown_sections()
        line, start = index.row(), shown.index(index.column())
        try:
            at = stretch_end(lambda at: self._filled(line, shown[at]), start, step, len(shown))
        except _NotRead:
            at = len(shown) - 1 if step > 0 else 0
        return self.rows.index(line, shown[at])

    def _jump_along(
        self, key: int, modifiers: Qt.KeyboardModifier, index: QModelIndex, step: int
    ) -> None:
        """Jump within the column at once where all rows on the way are here, else ask for the end.

        An answer that comes after the officer has gone elsewhere is dropped.
        """
        line, column, ids = index.row(), index.column(), self.rows.ids
        try:
            end = stretch_end(lambda at: self._filled(at, column), line, step, len(ids))
        except _NotRead:
            if self.ask_end is not None:
                take = partial(self._take_end, key, modifiers, QPersistentModelIndex(index))
                self.ask_end(self.rows.columns[column].key, line, step, take)
                return
            end = len(ids) - 1 if step > 0 else 0
        self._jump(key, modifiers, self.rows.index(end, column))

    def _take_end(
        self, key: int, modifiers: Qt.KeyboardModifier, start: QPersistentModelIndex, end: int
    ) -> None:
        if start.isValid() and start == self.currentIndex() and not self.is_editing:
            self._jump(key, modifiers, self.rows.index(end, start.column()))

    def _filled(self, line: int, at: int) -> bool:
        """Whether something is stored in a cell; what is only remarked upon does not count."""
        column, row = self.rows.columns[at], self.rows.row_at(line)
        if column.kind is Kind.SERIAL:
            return True
        if row is None:
            raise _NotRead
        return bool((column.edited or column.text)(row))

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where an arrow leads: to the end of a jump while one is made."""
        return self._target or super().moveCursor(action, modifiers)

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> Flag:
        """The number of a line stands for the whole line, for the mouse."""
        command = super().selectionCommand(index, event)
        by_mouse = event is not None and not isinstance(event, QKeyEvent)
        if by_mouse and index.isValid() and command != Flag.NoUpdate:
            kind = self.rows.columns[index.column()].kind
            command = command | Flag.Rows if kind is Kind.SERIAL else command
        return command

    def select_ids(self, ids: Sequence[int]) -> None:
        """Select exactly these rows, as far as they are shown, in the columns selected before."""
        chosen = ranges(self.rows, self.rows.places_of(ids), self._span)
        self.selectionModel().select(chosen, Flag.ClearAndSelect)

    def _before_reset(self) -> None:
        super()._before_reset()
        parts = self.selectionModel().selection().toList()
        lefts, rights = [part.left() for part in parts], [part.right() for part in parts]
        self._span = (min(lefts), max(rights)) if parts else None
        self._column = max(self.currentIndex().column(), 0)

    def _take_line(self, line: int, *, selected: bool = True) -> None:
        column = self.currentIndex().column()
        if column < 0:
            column = self._column
        self.selectionModel().setCurrentIndex(
            self.rows.index(line, column), Flag.ClearAndSelect if selected else Flag.NoUpdate
        )
