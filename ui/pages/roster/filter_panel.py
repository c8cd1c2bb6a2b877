"""The panel under "Lọc": statuses and the unit tree with tick boxes and counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from models.contests.mark_names import MarkNames
from models.records import PeopleQuery, Status, Unit
from models.text.formats import number
from ui.pages.roster.unit_ticks import UnitTicks
from ui.theme.pieces import button, label

WIDE_IN_LETTERS, HIGH_IN_LINES = 46, 18


class FilterPanel(QFrame):
    """A popup; `chosen` carries the query after each tick. Esc closes it."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("filters")
        self.setAccessibleName("Lọc danh sách")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._query = PeopleQuery()
        self._statuses = {status: QCheckBox() for status in Status}
        self._without_phone = QCheckBox("Thiếu số điện thoại")
        self._without_phone.setObjectName("without-phone")
        self._include_left = QCheckBox("Cả người đã rời danh sách")
        self._include_left.setObjectName("include-left")
        self.units = UnitTicks()
        self._clear = button("Bỏ mọi bộ lọc", "clear-filters")
        self._lay_out()
        for box in self._boxes():
            box.clicked.connect(self._changed)
        self.units.ticked.connect(self._changed)
        self._clear.clicked.connect(self._clear_all)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.activated.connect(self.close)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(label("Tình trạng", "heading"))
        for status, box in self._statuses.items():
            box.setObjectName(f"status-{status}")
            left.addWidget(box)
        left.addSpacing(8)
        left.addWidget(label("Khác", "heading"))
        left.addWidget(self._without_phone)
        left.addWidget(self._include_left)
        left.addStretch(1)
        left.addWidget(self._clear)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(label("Đơn vị", "heading"))
        right.addWidget(self.units)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.setSpacing(24)
        whole.addLayout(left)
        whole.addLayout(right, 1)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.units.setMinimumSize(letter * WIDE_IN_LETTERS, line * HIGH_IN_LINES)

    def _boxes(self) -> list[QCheckBox]:
        return [*self._statuses.values(), self._without_phone, self._include_left]

    def show_query(
        self,
        query: PeopleQuery,
        statuses: Mapping[Status, int],
        units: Sequence[Unit],
        names: MarkNames,
    ) -> None:
        """Tick what `query` filters by; `statuses` counts the people that have each.

        The states are called as the contest calls them; those that it does not count are left out.
        """
        self._query = query
        for status, box in self._statuses.items():
            count = statuses.get(status, 0)
            box.setText(f"{names.status(status)} ({number(count)})")
            box.setVisible(status in names.statuses)
            box.setChecked(status in query.statuses)
        self._without_phone.setChecked(query.without_phone)
        self._include_left.setChecked(query.include_left)
        self.units.show_units(self._counted(units), query.unit_ids)

    @staticmethod
    def _counted(units: Sequence[Unit]) -> Sequence[Unit]:
        """The units with people, and whatever they lie under."""
        kept = {unit.id for unit in units if unit.people}
        for unit in reversed(units):
            if unit.id in kept and unit.parent_id is not None:
                kept.add(unit.parent_id)
        return [unit for unit in units if unit.id in kept]

    def open_below(self, anchor: QWidget) -> None:
        """Show the panel under `anchor`, inside the screen."""
        self.adjustSize()
        place = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        screen = anchor.screen().availableGeometry()
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        place.setY(max(screen.top(), min(place.y(), screen.bottom() - self.height())))
        self.move(place)
        self.show()
        first = next(box for box in self._statuses.values() if not box.isHidden())
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _changed(self) -> None:
        self._query = replace(
            self._query,
            statuses=frozenset(s for s, box in self._statuses.items() if box.isChecked()),
            unit_ids=self.units.ticks(),
            without_phone=self._without_phone.isChecked(),
            include_left=self._include_left.isChecked(),
        )
        self.chosen.emit(self._query)

    def _clear_all(self) -> None:
        for box in self._boxes():
            box.setChecked(False)
        self.units.clear_ticks()
        self._changed()
