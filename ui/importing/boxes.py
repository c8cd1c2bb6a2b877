"""A tab of the plan: what it is about in one sentence, and its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.table.column import Column
from ui.table.data_table import DataTable
from ui.table.held import held_rows
from ui.table.rows_model import RowsModel
from ui.theme.pieces import label


class BoxTab(QWidget):
    """`lines` are the rows by id, in the order shown."""

    def __init__(
        self, name: str, hint: str, columns: Sequence[Column[Any]], lines: Mapping[int, Any]
    ) -> None:
        super().__init__()
        self._lines = dict(lines)
        model = RowsModel(columns, held_rows(self, self._lines.__getitem__), self)
        self.table = DataTable(model, f"import-{name}")
        self.table.setObjectName(f"box-{name}")
        self.table.setAccessibleName(hint)
        self.table.empty_title = "Không có dòng nào"
        self.layout_ = QVBoxLayout(self)
        self.layout_.setContentsMargins(0, 8, 0, 0)
        self.layout_.setSpacing(6)
        self.layout_.addWidget(label(hint, "muted", wrap=True))
        self.layout_.addWidget(self.table, 1)
        model.set_ids(list(self._lines))

    def change(self, line_id: int, line: Any) -> None:
        """Show another content of one line."""
        self._lines[line_id] = line
        self.table.rows.set_ids(list(self._lines))
