"""The list under a funnel: the values of a column with counts and tick boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from models.records import ColumnFilter, PeopleQuery, Person
from models.roster.column_lists import list_column_values
from models.text.formats import number
from models.text.names import search_fold
from ui.desk import Desk
from ui.pages.roster.columns import value_words
from ui.table.column import Column
from ui.table.completing import LIST_AIR
from ui.theme.pieces import button, label

MOST_SHOWN = 300
VALUE_ROLE = Qt.ItemDataRole.UserRole + 1
Values = Sequence[tuple[str, int]]


class ColumnFilterPanel(QFrame):
    """A popup; `chosen` carries the query with the filter of the column. Esc closes it."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("column-filter")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._desk = desk
        self._page = parent
        self._query = PeopleQuery()
        self._column = ""
        self._values: Values = ()
        self._ticked: set[str] = set()
        self._filling = False
        self._title = label(role="heading")
        self._search = QLineEdit()
        self._search.setObjectName("value-search")
        self._search.setPlaceholderText("Tìm giá trị")
        self._search.setAccessibleName("Tìm giá trị")
        self._search.textChanged.connect(self._list)
        self._model = QStandardItemModel(self)
        self._model.itemChanged.connect(self._tick)
        self._view = QListView()
        self._view.setObjectName("values")
        self._view.setAccessibleName("Các giá trị của cột")
        self._view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._view.setUniformItemSizes(True)
        self._view.setSpacing(LIST_AIR)
        self._view.setModel(self._model)
        self._more = label(role="muted", wrap=True)
        self._lay_out()

    def _lay_out(self) -> None:
        shown = button("C&họn tất cả", "tick-shown")
        shown.clicked.connect(self._tick_shown)
        clear = button("&Bỏ lọc cột này", "clear-column")
        clear.clicked.connect(self._clear)
        self._apply = button("&Lọc", "apply", primary=True)
        self._apply.clicked.connect(self._choose)
        buttons = QHBoxLayout()
        buttons.addWidget(shown)
        buttons.addWidget(clear)
        buttons.addStretch(1)
        buttons.addWidget(self._apply)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for widget in (self._title, self._search, self._view, self._more):
            column.addWidget(widget)
        column.addLayout(buttons)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self._view.setMinimumSize(letter * 56, line * 14)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QShortcut(QKeySequence(key), self).activated.connect(self._choose)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)

    def ask(self, query: PeopleQuery, column: Column[Person], place: QPoint) -> None:
        """Read the values of `column` and open the list at `place`."""
        show = partial(self._show, query, column, place)
        self._desk.ask(list_column_values, show, None, query, column.key)

    def _show(
        self, query: PeopleQuery, column: Column[Person], place: QPoint, values: Values
    ) -> None:
        self._query, self._column, self._values = query, column.key, values
        held = next((each for each in query.columns if each.column == column.key), None)
        self._ticked = set(held.values) if held else set()
        self._title.setText(f"Lọc theo cột {column.title}")
        self.setAccessibleName(f"Lọc theo cột {column.title}")
        self._search.clear()
        self._list()
        self.adjustSize()
        screen = self._page.screen().availableGeometry()
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        place.setY(max(screen.top(), min(place.y(), screen.bottom() - self.height())))
        self.move(place)
        self.show()
        self._search.setFocus(Qt.FocusReason.PopupFocusReason)

    def _list(self) -> None:
        """Show the values that hold what was typed, those that are ticked first of all."""
        words = search_fold(self._search.text()).split()
        fitting = [each for each in self._values if self._fits(each[0], words)]
        self._filling = True
        self._model.clear()
        for value, count in fitting[:MOST_SHOWN]:
            item = QStandardItem(f"{value_words(self._column, value)} ({number(count)})")
            item.setData(value, VALUE_ROLE)
            item.setCheckable(True)
            ticked = value in self._ticked
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self._model.appendRow(item)
        self._filling = False
        hidden = len(fitting) - MOST_SHOWN
        words_more = f"Còn {number(hidden)} giá trị khác. Hãy gõ để tìm."
        self._more.setText(words_more if hidden > 0 else "")
        self._more.setVisible(hidden > 0)
        self._name_button()

    def _fits(self, value: str, words: Sequence[str]) -> bool:
        folded = search_fold(value_words(self._column, value)) if words else ""
        return all(word in folded for word in words)

    def _tick(self, item: QStandardItem) -> None:
        if self._filling:
            return
        value = str(item.data(VALUE_ROLE))
        if item.checkState() is Qt.CheckState.Checked:
            self._ticked.add(value)
        else:
            self._ticked.discard(value)
        self._name_button()

    def _tick_shown(self) -> None:
        for line in range(self._model.rowCount()):
            self._model.item(line).setCheckState(Qt.CheckState.Checked)

    def _name_button(self) -> None:
        count = sum(people for value, people in self._values if value in self._ticked)
        self._apply.setText(f"&Lọc {number(count)} người" if self._ticked else "&Lọc")
        self._apply.setEnabled(bool(self._ticked) or bool(self._search.text().strip()))

    def _choose(self) -> None:
        """Filter by the ticks; with nothing ticked, by everything that was found by typing."""
        if not self._ticked and self._search.text().strip():
            self._tick_shown()
        if self._ticked:
            self._emit((ColumnFilter(self._column, frozenset(self._ticked)),))

    def _clear(self) -> None:
        self._emit(())

    def _emit(self, own: tuple[ColumnFilter, ...]) -> None:
        others = tuple(each for each in self._query.columns if each.column != self._column)
        self.close()
        self.chosen.emit(replace(self._query, columns=others + own))
