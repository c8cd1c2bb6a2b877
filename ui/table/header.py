"""The header of a table: a click sorts, columns are dragged, hidden, fitted, and remembered."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import ceil
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from ui.table.column import Column
from ui.table.funnel_header import FunnelHeader
from ui.table.memory import Arrangement

CELL_AIR, TITLE_AIR = 14, 14
NEVER_HIDDEN = 2
LEFT_OUT, CHOSEN, OWN = "left-out", "chosen", "own"


class TableHeader(FunnelHeader):
    """`sorted_by` carries (sort key, descending); the third click gives "", the first order.

    `arranged` tells that a column is wider, narrower, elsewhere or hidden, or filtered by.
    """

    sorted_by = Signal(str, bool)
    arranged = Signal()

    def __init__(self, columns: Sequence[Column[Any]], name: str, parent: QWidget) -> None:
        super().__init__(columns, parent)
        self._columns = columns
        self._fitting = False
        self._filling = next((at for at, each in enumerate(columns) if each.fills), -1)
        self._arrangement = Arrangement(name, tuple(column.key for column in columns))
        self.setObjectName("header")
        self.setAccessibleName("Tiêu đề cột")
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setSortIndicatorClearable(True)
        self.setSortIndicatorShown(True)
        self._letters: dict[int, float] = {}
        self._left_out: frozenset[str] = frozenset()
        self._filled: dict[str, bool] = {}
        self._content: dict[str, int] = {}
        self._measure()
        # Fitting a column measures what is in sight; the rest may not even have come.
        self.setResizeContentsPrecision(0)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)

    def settle(self) -> None:
        """Arrange the columns as they were left; called once, when the table has its model."""
        self._left_out = self._arrangement.kept_keys(LEFT_OUT)
        self._chosen = self._arrangement.kept_keys(CHOSEN)
        self._own = self._arrangement.kept_keys(OWN)
        self._remembered = self._arrangement.restore(self)
        if self._remembered:
            kept = self._arrangement.letter(self._letter)
            self._letters = {at: self.sectionSize(at) / kept for at in self._shown()}
            self._rescale()
        else:
            self._arrange_anew()
        self.setStretchLastSection(self._filling < 0)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.sortIndicatorChanged.connect(self._sort)
        self.sectionResized.connect(self._resized)
        self.sectionMoved.connect(self._keep)

    def _measure(self) -> None:
        """How wide a letter is; no column is narrower than four."""
        self._letter = QFontMetricsF(self.font()).averageCharWidth()
        self.setMinimumSectionSize(round(self._letter * 4))

    def _shown(self) -> list[int]:
        return [at for at in range(self.count()) if not self.isSectionHidden(at)]

    def changeEvent(self, event: QEvent) -> None:
        """Columns grow and shrink with the letters: as many stand in them as before."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._letters:
            # What another least width does to a narrow column is nobody's wish.
            self._fitting = True
            self._measure()
            self._rescale()
            self._fill()
            self.arranged.emit()

    def _rescale(self) -> None:
        """Give every column its letters again, and never less than what must not be cut."""
        self._fitting = True
        for at, letters in self._letters.items():
            if not self.isSectionHidden(at):
                self.resizeSection(at, max(round(letters * self._letter), self._least(at)))
        self._fitting = False

    def _least(self, at: int) -> int:
        sample = self._columns[at].never_cut
        return self.fontMetrics().horizontalAdvance(sample) + CELL_AIR if sample else 0

    def _resized(self, at: int, _before: int, size: int) -> None:
        """Somebody drags a column: a phone or a date stays whole."""
        if self._fitting or not size:
            return
        if size < self._least(at):
            self.resizeSection(at, self._least(at))
            return
        self._letters[at] = size / self._letter
        self._own |= {self._columns[at].key}
        self._arrangement.keep_keys(OWN, self._own)
        self._fill()
        self._keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The column that fills grows and shrinks with the table."""
        super().resizeEvent(event)
        self._fill()

    def _fill(self) -> None:
        filling = self._columns[self._filling]
        wanted = self._filling >= 0 and filling.key not in self._own
        if wanted and not self.isSectionHidden(self._filling):
            self._fitting = True
            self.resizeSection(self._filling, self._filled_width(filling))
            self._fitting = False
            self.arranged.emit()

    def _filled_width(self, filling: Column[Any]) -> int:
        """All the room that the others leave; where there is less than it wants, it gives way until
        all but those that yield are in sight, and never below its least."""
        wanted = self._first_width(filling)
        free = self.width() - self.length() + self.sectionSize(self._filling)
        if free >= wanted:
            return free
        free += sum(self.sectionSize(at) for at in self._shown() if self._columns[at].yields)
        least = round(filling.least * self._letter) + CELL_AIR if filling.least else wanted
        return min(max(free, least), wanted)

    @property
    def columns(self) -> Sequence[Column[Any]]:
        """All columns, as they were described."""
        return self._columns

    def shown_columns(self) -> list[Column[Any]]:
        """The columns in sight, from left to right."""
        order = [self.logicalIndex(place) for place in range(self.count())]
        return [self._columns[at] for at in order if not self.isSectionHidden(at)]

    def describe(self, columns: Sequence[Column[Any]], left_out: Collection[str]) -> None:
        """The same columns under other titles; those whose keys are `left_out` have no place until
        they are not."""
        titles = [column.title for column in self._columns]
        if frozenset(left_out) == self._left_out and titles == [each.title for each in columns]:
            return
        self._columns = columns
        self._funnels.columns = columns
        before, self._left_out = self._left_out, frozenset(left_out)
        self._arrangement.keep_keys(LEFT_OUT, self._left_out)
        for at, (column, title) in enumerate(zip(columns, titles, strict=True)):
            if column.key in self._left_out | before:
                self._set_shown(at, shown=column.key not in self._left_out)
            if title != column.title and not self.isSectionHidden(at):
                self._widen(at)
        self._fill()
        self._arrangement.keep_again(self, self._letter)
        self.arranged.emit()

    def _widen(self, at: int) -> None:
        """Give a column room for its title, as far as it lacks it."""
        width = max(self.sectionSize(at), self._first_width(self._columns[at]))
        self._fitting = True
        self.resizeSection(at, width)
        self._fitting = False
        self._letters[at] = width / self._letter

    def show_filtered(self, keys: Collection[str]) -> None:
        """Mark the funnels, here and in the frozen copy."""
        super().show_filtered(keys)
        self.arranged.emit()

    def show_sorted(self, key: str, descending: bool) -> None:
        """Show that the rows are sorted by `key`, without asking anybody to sort."""
        at = next((i for i, column in enumerate(self._columns) if key and column.sort == key), -1)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.blockSignals(True)
        self.setSortIndicator(at, order)
        self.blockSignals(False)

    def menu(self, parent: QWidget) -> QMenu:
        """Which columns are shown, and back to how it was first."""
        menu = QMenu("Cột hiển thị", parent)
        for at, column in enumerate(self._columns):
            if column.key in self._left_out:
                continue
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(at))
            action.setEnabled(at >= NEVER_HIDDEN)
            action.toggled.connect(lambda shown, at=at: self._show_column(at, shown))
        menu.addSeparator()
        menu.addAction("Khôi phục mặc định", self.restore_first)
        return menu

    def restore_first(self) -> None:
        """Widths, order and visibility of the columns as they come."""
        self._own = self._chosen = frozenset()
        self._remembered = False
        self._arrange_anew()
        self._fill()
        self._arrangement.forget()
        self.arranged.emit()

    def show_filled(self, filled: Mapping[str, bool]) -> None:
        """Show columns that hold something and hide those that do not, by key, but for those that
        somebody has shown or hidden."""
        self._filled = dict(filled)
        changed = False
        for at, column in enumerate(self._columns):
            settled = column.key in self._chosen | self._left_out
            if settled or filled.get(column.key, at) in (at, not self.isSectionHidden(at)):
                continue
            changed = True
            self._set_shown(at, shown=filled[column.key])
        if changed:
            self._fill()
            self.arranged.emit()

    def fit_to(self, rows: Sequence[Any]) -> None:
        """Let columns that may be wider be as wide as these rows need, the first time there are
        some; what somebody has arranged stays."""
        if self._content or not rows:
            return
        metrics, letter = self.fontMetrics(), self._letter
        for column in self._columns:
            if column.most:
                wide = max(metrics.horizontalAdvance(column.text(row)) for row in rows)
                self._content[column.key] = ceil(wide / letter)
        if not self._remembered:
            self._arrange_anew()
            self._fill()
            self.arranged.emit()

    def _arrange_anew(self) -> None:
        self._fitting = True
        for at, column in enumerate(self._columns):
            self.moveSection(self.visualIndex(at), at)
            empty = column.hidden and not self._filled.get(column.key)
            hidden = empty or column.key in self._left_out
            self.setSectionHidden(at, hidden)
            if not hidden:
                self.resizeSection(at, self._first_width(column))
        self._fitting = False
        self._letters = {at: self.sectionSize(at) / self._letter for at in self._shown()}

    def _first_width(self, column: Column[Any]) -> int:
        bold = self.font()
        bold.setBold(True)
        title = QFontMetrics(bold).horizontalAdvance(column.title)
        letter = self.fontMetrics().averageCharWidth()
        room = self._funnels.room if column.filtered else TITLE_AIR
        least = self._least(self._columns.index(column))
        content = min(self._content.get(column.key, 0), column.most)
        letters = max(column.width, content)
        return max(letter * letters + CELL_AIR, title + TITLE_AIR + room, least)

    def _show_column(self, at: int, shown: bool) -> None:
        self._chosen |= {self._columns[at].key}
        self._arrangement.keep_keys(CHOSEN, self._chosen)
        self._set_shown(at, shown=shown)
        self._fill()
        self._keep()

    def _set_shown(self, at: int, *, shown: bool) -> None:
        self._fitting = True
        self.setSectionHidden(at, not shown)
        if shown and self.sectionSize(at) < self.minimumSectionSize():
            self.resizeSection(at, self._first_width(self._columns[at]))
        self._fitting = False
        if shown:
            self._letters[at] = self.sectionSize(at) / self._letter

    def _keep(self) -> None:
        self._arrangement.keep(self, self._letter)
        self.arranged.emit()

    def _sort(self, section: int, order: Qt.SortOrder) -> None:
        key = self._columns[section].sort if section >= 0 else ""
        if section >= 0 and not key:
            self.show_sorted("", descending=False)
        self.sorted_by.emit(key, order is Qt.SortOrder.DescendingOrder)

    def _show_menu(self, place: QPoint) -> None:
        menu = self.menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(place))
