"""The line between the bar and the table: the filters that are set, or who is ticked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from models.records import PeopleQuery
from models.text.formats import number
from ui.pages.roster.acts import Acts
from ui.pages.roster.chips import ChipRow
from ui.pages.roster.selection_bar import SelectionBar
from ui.theme.pieces import button, link


class FilterStrip(QWidget):
    """Always as high, so that no row of the table moves below a hand that ticks or filters.

    `given` carries how those who are shown shall leave ("print", "export"); `left_asked`: those who
    are out of the list shall be shown.
    """

    given = Signal(str)
    left_asked = Signal()

    def __init__(self, acts: Acts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.saved = button("Bộ lọc đã l&ưu", "saved-filters")
        self.saved.setToolTip("Các bộ lọc đã lưu; lưu bộ lọc đang dùng dưới một tên")
        self.chips = ChipRow()
        print_ = link("In…", "print-shown")
        print_.setToolTip("Xem trước và in những người đang hiện (Ctrl+P)")
        export = link("Xuất Excel…", "export-shown")
        export.setToolTip("Lưu những người và cột đang hiện thành tệp Excel")
        self.left = link("", "left-people")
        self.left.setToolTip("Xem những người đã rời danh sách, và đưa trở lại")
        self.left.hide()
        self.left.clicked.connect(self.left_asked)
        print_.clicked.connect(partial(self.given.emit, "print"))
        export.clicked.connect(partial(self.given.emit, "export"))
        self.selection = SelectionBar(acts)
        self._filters = QWidget()
        row = QHBoxLayout(self._filters)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.saved)
        row.addWidget(self.chips)
        row.addStretch(1)
        row.addWidget(print_)
        row.addWidget(export)
        row.addWidget(self.left)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._filters)
        self._stack.addWidget(self.selection)

    def show_left(self, count: int, query: PeopleQuery) -> None:
        """How many are out of the list: one click leads to them, unless they are shown already."""
        self.left.setText(f"Đã rời danh sách ({number(count)})")
        self.left.setVisible(count > 0 and not query.only_left)
        self.selection.show_left(only=query.only_left)

    def show_selection(self, count: str) -> None:
        """Show what can be done to those who are ticked, `count` of them in words; "" for nobody:
        then the filters are shown."""
        if count:
            self.selection.show_people(count)
        self._stack.setCurrentWidget(self.selection if count else self._filters)
