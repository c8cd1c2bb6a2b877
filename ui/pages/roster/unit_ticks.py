"""The unit tree with tick boxes and counts; ticking a unit ticks what lies under it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QTreeView, QVBoxLayout, QWidget

from models.records import Unit
from models.text.formats import number
from models.text.names import search_fold

ID_ROLE = Qt.ItemDataRole.UserRole + 1
FOLDED_ROLE = Qt.ItemDataRole.UserRole + 2


class UnitTicks(QWidget):
    """A tree that can be narrowed by typing. `ticked` tells that a tick was set or taken."""

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[int, QStandardItem] = {}
        self._model = QStandardItemModel(self)
        self._model.itemChanged.connect(self._changed)
        self._filling = False
        self.tree = QTreeView()
        self.tree.setObjectName("unit-ticks")
        self.tree.setAccessibleName("Đơn vị cần lọc")
        self.tree.setHeaderHidden(True)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setModel(self._model)
        self._search = QLineEdit()
        self._search.setObjectName("unit-search")
        self._search.setAccessibleName("Tìm đơn vị")
        self._search.setPlaceholderText("Tìm đơn vị")
        self._search.textChanged.connect(self._narrow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._search)
        layout.addWidget(self.tree)

    def show_units(self, units: Sequence[Unit], ticked: frozenset[int]) -> None:
        """Show these units in tree order, with these ticks."""
        self._filling = True
        self._search.clear()
        self._model.clear()
        self._items = {}
        sums = _sums(units)
        for unit in units:
            item = QStandardItem(f"{unit.name} ({number(sums[unit.id])})")
            item.setCheckable(True)
            item.setCheckState(_state(unit.id in ticked))
            item.setData(unit.id, ID_ROLE)
            item.setData(search_fold(unit.name), FOLDED_ROLE)
            above = self._items.get(unit.parent_id) if unit.parent_id is not None else None
            (above or self._model.invisibleRootItem()).appendRow(item)
            self._items[unit.id] = item
        self.tree.expandAll()
        self._filling = False

    def ticks(self) -> frozenset[int]:
        """The ids of the ticked units."""
        checked = Qt.CheckState.Checked
        return frozenset(i for i, item in self._items.items() if item.checkState() is checked)

    def clear_ticks(self) -> None:
        """Take every tick away without telling anybody."""
        self._filling = True
        for item in self._items.values():
            item.setCheckState(Qt.CheckState.Unchecked)
        self._filling = False

    def _changed(self, item: QStandardItem) -> None:
        if self._filling:
            return
        self._filling = True
        self._tick_below(item, item.checkState())
        self._filling = False
        self.ticked.emit()

    def _tick_below(self, item: QStandardItem, state: Qt.CheckState) -> None:
        for row in range(item.rowCount()):
            below = item.child(row)
            below.setCheckState(state)
            self._tick_below(below, state)

    def _narrow(self, text: str) -> None:
        words = search_fold(text).split()
        self._narrow_below(self._model.invisibleRootItem(), words)

    def _narrow_below(self, item: QStandardItem, words: Sequence[str]) -> bool:
        """Hide what does not match and has nothing below that does; whether anything is left."""
        any_shown = False
        for row in range(item.rowCount()):
            below = item.child(row)
            own = all(word in below.data(FOLDED_ROLE) for word in words)
            shown = self._narrow_below(below, () if own else words) or own
            parent = item.index() if item.index().isValid() else QModelIndex()
            self.tree.setRowHidden(row, parent, not shown)
            any_shown = any_shown or shown
        return any_shown


def _state(ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked


def _sums(units: Sequence[Unit]) -> dict[int, int]:
    """People of each unit and of everything below it."""
    sums = {unit.id: unit.people for unit in units}
    for unit in reversed(units):
        if unit.parent_id in sums:
            sums[unit.parent_id] += sums[unit.id]
    return sums
