"""The units that get a kit: the tree with tick boxes, as many people beside each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from models.records import Unit
from models.text.formats import number

Flag, Check = Qt.ItemFlag, Qt.CheckState
WIDE_IN_LETTERS = 64


class KitTicks(QTreeWidget):
    """Space ticks the line of the keys. A unit that only holds others stands for all of them."""

    def __init__(self) -> None:
        super().__init__()
        self._items: dict[int, QTreeWidgetItem] = {}
        self._units: dict[int, Unit] = {}
        self.setObjectName("kitUnits")
        self.setAccessibleName("Đơn vị nhận biểu mẫu")
        self.setHeaderLabels(["Đơn vị", "Số người"])
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def show_units(self, units: Sequence[Unit], wanted: Collection[int]) -> None:
        """Show the tree with ticks at the units `wanted`, of those that have people."""
        self._units = {unit.id: unit for unit in units}
        parents = {unit.parent_id for unit in units}
        for unit in units:
            self._items[unit.id] = item = self._item(unit)
            if unit.people or unit.id not in parents:
                ticked = bool(unit.people) and unit.id in wanted
                item.setCheckState(0, _state(ticked))
            else:
                item.setFlags(item.flags() | Flag.ItemIsAutoTristate)
        self.expandAll()
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def _item(self, unit: Unit) -> QTreeWidgetItem:
        made = QTreeWidgetItem([unit.name, number(unit.people) if unit.people else "–"])
        made.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        made.setToolTip(0, unit.name)
        above = self._items.get(unit.parent_id) if unit.parent_id is not None else None
        (above or self.invisibleRootItem()).addChild(made)
        return made

    def ticked(self) -> tuple[Unit, ...]:
        """The units that get a kit, in tree order."""
        return tuple(
            self._units[each]
            for each, item in self._items.items()
            if item.checkState(0) is Check.Checked and not _stands_for_others(item)
        )

    def tick_all(self) -> None:
        """Tick every unit that has people."""
        self._tick(lambda unit: bool(unit.people))

    def tick_none(self) -> None:
        """Take every tick away."""
        self._tick(lambda unit: False)

    def sizeHint(self) -> QSize:
        """A third of the screen's height; the rest is scrolled."""
        wide = self.fontMetrics().averageCharWidth() * WIDE_IN_LETTERS
        return QSize(wide, self.screen().availableGeometry().height() // 3)

    def minimumSizeHint(self) -> QSize:
        """The same: the form around it scrolls before the list becomes too low to read."""
        return self.sizeHint()

    def _tick(self, wanted: Callable[[Unit], bool]) -> None:
        for each, item in self._items.items():
            if not _stands_for_others(item):
                item.setCheckState(0, _state(wanted(self._units[each])))


def _state(ticked: bool) -> Qt.CheckState:
    return Check.Checked if ticked else Check.Unchecked


def _stands_for_others(item: QTreeWidgetItem) -> bool:
    return bool(item.flags() & Flag.ItemIsAutoTristate)
