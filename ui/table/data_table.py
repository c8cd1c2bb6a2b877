"""The one table of the program: rows selected whole, kept by id, sorted and copied."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QMetaMethod,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from ui.table.cell import CellDelegate
from ui.table.clipboard import table_mime
from ui.table.column import Column
from ui.table.empty import paint_empty
from ui.table.place import Place, lines_selected, spans_of
from ui.table.rows_model import RowsModel
from ui.table.sideways import SidewaysTable
from ui.theme.stylesheet import row_height

ROW_AIR = 11
MANY_LINES, FEW_LINES = 20, 4
"""How many a table wants. One that wants few takes what room there is all the same, but makes no
page higher than its window."""


class DataTable(SidewaysTable):
    """Shows a `RowsModel`; `name` is where its arrangement is remembered.

    `picked` tells, once per change, that the selection or what it shows is another;
    `opened` carries the id of a row that was double-clicked or entered; `sorted_by`
    carries (sort key, descending), the key "" for the order that was there first.
    `menu_asked` carries the place on the screen where a context menu belongs.
    """

    picked = Signal()
    opened = Signal(int)
    sorted_by = Signal(str, bool)
    menu_asked = Signal(QPoint)

    def __init__(
        self, model: RowsModel[Any], name: str, frozen: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(model.columns, name, frozen, parent)
        self.rows = model
        self.lines_wanted = MANY_LINES
        self.empty_title = ""
        self.empty_hint = ""
        self._place = Place()
        self._telling = QTimer(self, singleShot=True, interval=0)
        self._telling.timeout.connect(self.picked)
        self._look()
        self.header.serve(self)
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self, self.tints))
        # To draw itself a header would ask about every row whether its column is selected.
        self.header.setSelectionModel(QItemSelectionModel(model, self.header))
        self.header.settle()
        self._add_actions()
        self._connect()

    def _look(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget())
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_rows()

    def _fit_rows(self) -> None:
        rows = self.verticalHeader()
        # It hears of smaller letters later than the table: its own least height is still large.
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(row_height(self.font()))

    def _add_actions(self) -> None:
        for words, keys, deed in (
            ("Sao chép", QKeySequence(QKeySequence.StandardKey.Copy), self.copy),
            ("Sao chép kèm tiêu đề", QKeySequence("Ctrl+Shift+C"), self.copy_with_titles),
            ("Về dòng đầu", QKeySequence("Ctrl+Home"), self.go_to_first),
            ("Đến dòng cuối", QKeySequence("Ctrl+End"), self.go_to_last),
        ):
            self._bind(words, [keys], deed)

    def _bind(
        self, words: str, keys: Sequence[QKeySequence | str], deed: Callable[[], object]
    ) -> None:
        """Let these keys do something while the table has the focus."""
        action = QAction(words, self)
        action.setShortcuts([QKeySequence(each) for each in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: deed())
        self.addAction(action)

    def _connect(self) -> None:
        self.rows.modelAboutToBeReset.connect(self._before_reset)
        self.rows.ids_changed.connect(self._after_reset)
        self.rows.dataChanged.connect(self._rows_came)
        self.selectionModel().selectionChanged.connect(self._selection_moved)
        self.selectionModel().currentRowChanged.connect(self._selection_moved)
        self.activated.connect(self._open)
        self.header.sorted_by.connect(self.sorted_by)
        self.follow_scrolling()

    def describe(self, titles: Mapping[str, str], left_out: Collection[str] = ()) -> None:
        """Show columns under other titles, by key, and leave some out; no row is read again."""
        columns = [replace(c, title=titles.get(c.key, c.title)) for c in self.rows.columns]
        self.rows.describe(columns)
        self.header.describe(columns, left_out)

    def selected_ids(self) -> list[int]:
        """The ids of the selected rows, in the order shown."""
        spans = spans_of(self.selectionModel().selection())
        return [row_id for span in spans for row_id in self.rows.ids_between(*span)]

    def selected_columns(self) -> list[Column[Any]]:
        """The columns of the selection in sight, from left to right: here all of them."""
        return self.header.shown_columns()

    def shown_sections(self) -> list[int]:
        """The columns in sight by their numbers, from left to right."""
        order = (self.header.logicalIndex(place) for place in range(self.header.count()))
        return [at for at in order if not self.isColumnHidden(at)]

    def current_id(self) -> int | None:
        """The id of the current line."""
        line = self.currentIndex().row()
        return self.rows.ids[line] if 0 <= line < len(self.rows.ids) else None

    def go_to(self, row_id: int) -> bool:
        """Make a row current and selected and bring it into sight; False when it is not shown."""
        line = self.rows.place_of(row_id)
        if line is None:
            return False
        self._take_line(line)
        self.scrollTo(self.currentIndex())
        return True

    def go_to_first(self) -> None:
        """Select the first row, as Excel does; Qt would only move the frame."""
        if self.rows.ids:
            self.go_to(self.rows.ids[0])

    def go_to_last(self) -> None:
        """Select the last row."""
        if self.rows.ids:
            self.go_to(self.rows.ids[-1])

    def _take_line(self, line: int, *, selected: bool = True) -> None:
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(
            self.rows.index(line, self.header.logicalIndex(0)),
            flags.ClearAndSelect | flags.Rows if selected else flags.NoUpdate,
        )

    def select_ids(self, ids: Sequence[int]) -> None:
        """Select exactly these rows, as far as they are shown."""
        self.selectionModel().select(
            lines_selected(self.rows, self.rows.places_of(ids)),
            QItemSelectionModel.SelectionFlag.ClearAndSelect,
        )

    def _before_reset(self) -> None:
        self._place = Place(
            self.selected_ids(),
            self.current_id(),
            self.currentIndex().row(),
            self.verticalScrollBar().value(),
            self.horizontalScrollBar().value(),
        )

    def _after_reset(self) -> None:
        """Give selection, current line and place back by id; who is gone leaves the line."""
        place = self._place
        self.select_ids(place.selected)
        line = None if place.current is None else self.rows.place_of(place.current)
        if line is None:
            line = min(max(place.line, 0), len(self.rows.ids) - 1)
        if line >= 0:
            wanted = bool(place.selected) or self.window().focusWidget() is self
            bare = wanted and not self.selectionModel().hasSelection()
            self._take_line(line, selected=bare)
        self.verticalScrollBar().setValue(place.scrolled)
        self.horizontalScrollBar().setValue(place.scrolled_aside)
        self.place_frozen()
        self._telling.start()

    def _selection_moved(self) -> None:
        self._telling.start()
        self.viewport().update()
        if self.is_scrolled_aside():
            self.frozen.viewport().update()

    def _rows_came(self) -> None:
        self._telling.start()

    def _open(self) -> None:
        current = self.current_id()
        if current is not None:
            self.opened.emit(current)

    def copy(self) -> None:
        """Put the selected rows on the clipboard."""
        self._copy(with_titles=False)

    def copy_with_titles(self) -> None:
        """Put the selected rows on the clipboard under the titles of the columns."""
        self._copy(with_titles=True)

    def _copy(self, *, with_titles: bool) -> None:
        columns = self.selected_columns()
        titles = [column.title for column in columns] if with_titles else []
        ids = self.selected_ids()
        if ids:
            self.rows.whole(ids, partial(self._put_on_clipboard, columns, titles))

    def _put_on_clipboard(
        self, columns: Sequence[Column[Any]], titles: Sequence[str], rows: Sequence[Any]
    ) -> None:
        QGuiApplication.clipboard().setMimeData(table_mime(self.cell_texts(columns, rows), titles))

    def cell_texts(self, columns: Sequence[Column[Any]], rows: Sequence[Any]) -> list[list[str]]:
        """The texts of these rows as they are copied."""
        lines = [(row, self.rows.place_of(self.rows.id_of(row)) or 0) for row in rows]
        return [[column.clipboard_text(row, at) for column in columns] for row, at in lines]

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By mouse at the pointer, by key at the current line."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            rect = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(QPoint(rect.left() + rect.height(), rect.bottom()))
        else:
            place = event.globalPos()
        self.menu_asked.emit(place)

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing here: Qt would read every row of the roster to find one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An Enter that opens a row does not press the default button of a dialog as well."""
        super().keyPressEvent(event)
        opens = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if opens and self.isSignalConnected(QMetaMethod.fromSignal(self.opened)):
            event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by key finds the current line selected, ready for Space and Enter."""
        super().focusInEvent(event)
        by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        if not by_mouse and self.rows.ids and not self.selectionModel().hasSelection():
            self._take_line(max(self.currentIndex().row(), 0))

    def changeEvent(self, event: QEvent) -> None:
        """Follow another font size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rows()

    def sizeHint(self) -> QSize:
        """Tables take what room there is."""
        return QSize(
            self.fontMetrics().averageCharWidth() * 80,
            self.fontMetrics().height() * self.lines_wanted,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, or in their place what to do when there are none."""
        super().paintEvent(event)
        if self.rows.loaded and not self.rows.ids and self.empty_title:
            painter = QPainter(self.viewport())
            paint_empty(painter, self.viewport().rect(), self, self.empty_title, self.empty_hint)
            painter.end()
