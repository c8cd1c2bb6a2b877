"""A table below one sentence that says what it is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.table.column import Column
from ui.table.data_table import FEW_LINES, DataTable
from ui.table.held import held_rows
from ui.table.rows_model import RowsModel
from ui.theme.pieces import label

LOW_LINES = 22
AIR = 8


class BoxTab(QWidget):
    """Shows the lines of `ids` in their order; each is made by `line_of` when it is looked at,
    since making 60.000 at once would keep the window from answering."""

    def __init__(
        self,
        name: str,
        hint: str,
        columns: Sequence[Column[Any]],
        ids: Sequence[int],
        line_of: Callable[[int], Any],
    ) -> None:
        super().__init__()
        self._ids = ids
        model = RowsModel(columns, held_rows(self, line_of), self)
        self.table = DataTable(model, f"import-{name}")
        self.table.setObjectName(f"box-{name}")
        self.table.setAccessibleName(hint)
        self.table.lines_wanted = FEW_LINES
        self.table.empty_title = "Không có dòng nào"
        self.layout_ = QVBoxLayout(self)
        self.layout_.setContentsMargins(0, AIR, 0, 0)
        self.layout_.setSpacing(8)
        self._hint = label(hint, "muted", wrap=True)
        self.layout_.addWidget(self._hint)
        self.layout_.addWidget(self.table, 1)
        model.set_ids(ids)

    def refresh(self) -> None:
        """Make the lines anew, since what is known of them has changed."""
        self.table.rows.set_ids(self._ids)

    @property
    def is_low(self) -> bool:
        """Whether there is little room for the lines."""
        return self.height() < self.fontMetrics().height() * LOW_LINES

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, sentence and air give theirs to the lines."""
        super().resizeEvent(event)
        low = self.is_low
        self._hint.setVisible(not low)
        self.layout_.setContentsMargins(0, 0 if low else AIR, 0, 0)
        self.table.setToolTip(self.table.accessibleName() if low else "")

    def take_focus(self) -> None:
        """Let the keys act on the lines."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
