"""The table as a spreadsheet: cells are selected, written into in place, and copied as they lie."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, product
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from ui.table.cell import CellDelegate
from ui.table.column import Column, Kind
from ui.table.data_table import DataTable
from ui.table.jumps import AskEnd, Jumps
from ui.table.place import Touched, lines_selected
from ui.table.rows_model import RowsModel
from ui.table.ticks import TickColumn

Flag = QItemSelectionModel.SelectionFlag
ENTER: set[int] = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
Move = QAbstractItemView.CursorAction
Trigger = QAbstractItemView.EditTrigger


class CellTable(DataTable):
    """A `DataTable` whose cells are selected in rectangles.

    A click on the number of a line takes the whole line. `known_words` are what editors
    complete, by column. `wrote` carries id, column and text of a cell that was written into,
    by F2 or by typing; Enter goes down, Tab aside. `edit_ended`: an editor has closed."""

    wrote = Signal(int, str, str)
    edit_ended = Signal()

    def __init__(
        self, model: RowsModel[Any], name: str, frozen: int = 0, parent: QWidget | None = None
    ) -> None:
        self._target: QModelIndex | None = None
        self._span: tuple[int, int] | None = None
        self._column = 0
        self.known_words: dict[str, Sequence[str]] = {}
        self._touched = Touched(lambda: self.selectionModel().selection())
        super().__init__(model, name, frozen, parent)
        self._ticks.follow()
        self._jumps = Jumps(self)
        self._jumps.found.connect(self._jump)
        self.setItemDelegate(CellDelegate(self, self.tints, self._words_for))
        self.setEditTriggers(Trigger.AnyKeyPressed)
        model.edited.connect(self.wrote)
        self._bind("Chọn cả dòng", ("Shift+Space", "Ctrl+Shift+Space"), self.take_rows)
        self._bind("Chọn cả cột", ("Ctrl+Space",), self.take_columns)

    def _look(self) -> None:
        super()._look()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self._ticks = TickColumn(self)
        self.setVerticalHeader(self._ticks)
        self._fit_rows()

    def _words_for(self, column: int) -> Sequence[str]:
        return self.known_words.get(self.rows.columns[column].key, ())

    def tints(self, line: int) -> bool:
        """Whether cells of a line are selected: then the whole line is tinted."""
        return self._touched.holds(line)

    def ticked(self) -> Sequence[tuple[int, int]]:
        """The lines that are selected; the one cell that the keys are in ticks none."""
        return () if self._touched.bare else self._touched.spans

    def _selection_moved(self) -> None:
        self._touched.forget()
        super()._selection_moved()

    def selected_columns(self) -> list[Column[Any]]:
        """The columns that the selection touches, in sight, from left to right."""
        parts = self.selectionModel().selection().toList()
        touched = {at for part in parts for at in range(part.left(), part.right() + 1)}
        return [self.rows.columns[at] for at in self.shown_sections() if at in touched]

    def selected_cells(self) -> list[tuple[int, Column[Any]]]:
        """The selected cells in sight, as id and column, line by line: not those between them."""
        shown, parts = self.shown_sections(), self.selectionModel().selection().toList()
        columns, ids = self.header.shown_columns(), self.rows.ids
        cells = chain.from_iterable(
            product(
                range(part.top(), part.bottom() + 1),
                [at for at, it in enumerate(shown) if part.left() <= it <= part.right()],
            )
            for part in parts
        )
        # One part has no cell twice, and may be very long.
        taken: Iterable[tuple[int, int]] = cells if len(parts) == 1 else sorted(set(cells))
        return [(ids[line], columns[place]) for line, place in taken]

    def is_one_block(self) -> bool:
        """Whether the selection is whole: each selected line in each selected column."""
        if len(self.selectionModel().selection().toList()) <= 1:
            return True
        whole = len(self.selected_ids()) * len(self.selected_columns())
        return len(self.selected_cells()) == whole

    def columns_from(self, key: str) -> list[Column[Any]]:
        """The columns in sight from the one called `key` to the right end."""
        shown = [self.rows.columns[at] for at in self.shown_sections()]
        return shown[[column.key for column in shown].index(key) :]

    def cell_texts(self, columns: Sequence[Column[Any]], rows: Sequence[Any]) -> list[list[str]]:
        """What is copied; cells between those that were selected one by one stay blank."""
        texts = super().cell_texts(columns, rows)
        if self.is_one_block():
            return texts
        taken = {(row_id, column.key) for row_id, column in self.selected_cells()}
        return [
            [
                text if (self.rows.id_of(row), column.key) in taken else ""
                for column, text in zip(columns, line, strict=True)
            ]
            for row, line in zip(rows, texts, strict=True)
        ]

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

    def _open(self) -> None:
        """A double click writes into the cell, or opens the whole row where that cannot be."""
        if not self.edit_current():
            super()._open()

    def edit(  # type: ignore[override]
        self,
        index: QModelIndex | QPersistentModelIndex,
        trigger: Trigger = Trigger.AllEditTriggers,
        event: QEvent | None = None,
    ) -> bool:
        """Open an editor where one is wanted; never below the frozen columns."""
        wanted = trigger is Trigger.AllEditTriggers or bool(trigger & self.editTriggers())
        writable = wanted and bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
        if writable and self.is_scrolled_aside() and self.frozen.covers(index.column()):
            self.horizontalScrollBar().setValue(0)
        return super().edit(index, trigger, event)  # type: ignore[arg-type]

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Input methods may begin in every cell, also in one whose row is still to come."""
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, current.isValid())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A letter that comes without composing opens the editor and is its first letter."""
        bare = event.commitString() and not event.preeditString()
        if bare and not self.is_editing and self.edit_current():
            QCoreApplication.sendEvent(self.indexWidget(self.currentIndex()), event)
        else:
            super().inputMethodEvent(event)

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

    def ask_ends(self, ask: AskEnd) -> None:
        """Let `ask(column, line, step, take)` find where a jump leads through rows that have not
        come, and call `take(line)` later; without it such a jump goes to the edge."""
        self._jumps.ask = ask

    @property
    def is_editing(self) -> bool:
        """Whether an editor is open: other rows must wait, or what is typed would be lost."""
        return self.state() is QAbstractItemView.State.EditingState

    def go_to_first(self) -> None:
        """The first cell of all."""
        self._jumps.to_corner(-1)

    def go_to_last(self) -> None:
        """The last cell of all."""
        self._jumps.to_corner(1)

    def _step(self, down: int, right: int) -> None:
        shown, index = self.shown_sections(), self.currentIndex()
        line = min(max(index.row() + down, 0), len(self.rows.ids) - 1)
        place = shown.index(index.column()) + right if index.column() in shown else 0
        column = shown[min(max(place, 0), len(shown) - 1)]
        self.setCurrentIndex(self.rows.index(line, column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As in Excel: Enter goes down, letters write, Ctrl and an arrow jumps.

        Shift selects up to where a jump leads, and turns Enter around.
        """
        index, key = self.currentIndex(), event.key()
        if self.is_editing or event.text() == " ":
            # What an editor leaves over is no wish to go elsewhere; Space marks, it writes nothing.
            event.ignore()
        elif key in ENTER and index.isValid():
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1, 0)
        elif key == Qt.Key.Key_Backspace and self.edit_current():
            QCoreApplication.sendEvent(self.indexWidget(index), event)
        elif not self._jumps.take(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes along the line; at its end it leaves the table, so that nobody is caught."""
        shown, index = self.shown_sections(), self.currentIndex()
        end = shown[-1 if forward else 0]
        if not index.isValid() or index.column() == end:
            return super().focusNextPrevChild(forward)
        self._step(0, 1 if forward else -1)
        return True

    def _jump(self, key: int, modifiers: Qt.KeyboardModifier, target: QModelIndex) -> None:
        """Go to a cell as the plain arrow would, so that Shift selects from the same corner."""
        if self.is_editing:
            return
        self._target = target
        plain = modifiers & ~Qt.KeyboardModifier.ControlModifier
        super().keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, key, plain))
        self._target = None

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
        chosen = lines_selected(self.rows, self.rows.places_of(ids), self._span)
        self.selectionModel().select(chosen, Flag.ClearAndSelect)

    def _before_reset(self) -> None:
        super()._before_reset()
        parts = self.selectionModel().selection().toList()
        lefts, rights = [part.left() for part in parts], [part.right() for part in parts]
        self._span = (min(lefts), max(rights)) if parts else None
        self._column = max(self.currentIndex().column(), 0)

    def _after_reset(self) -> None:
        self._touched.forget()
        super()._after_reset()
        self._ticks.look()

    def _take_line(self, line: int, *, selected: bool = True) -> None:
        column = self.currentIndex().column()
        if column < 0:
            column = self._column
        self.selectionModel().setCurrentIndex(
            self.rows.index(line, column), Flag.ClearAndSelect if selected else Flag.NoUpdate
        )
