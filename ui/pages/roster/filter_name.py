"""Under which name a filter is kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.people.act_dialog import ActDialog
from ui.theme.pieces import line_edit


class FilterNameDialog(ActDialog):
    """Shown with `open()`; `chosen` carries the name. Without one nothing can be kept."""

    chosen = Signal(str)

    def __init__(self, title: str, name: str, parent: QWidget) -> None:
        super().__init__(title, "Lưu", parent, "Hủy")
        self.setObjectName("filter-name")
        self._name = line_edit("filter-name-line", "Tên bộ lọc")
        self._name.setText(name)
        self._name.selectAll()
        self.form.addRow("&Tên bộ lọc", self._name)
        self._name.textChanged.connect(self._check)
        self._name.setFocus()
        self._check()

    def _check(self) -> None:
        self.act.setEnabled(bool(self._name.text().strip()))

    def accept(self) -> None:
        """Hand the name over and close."""
        self.chosen.emit(self._name.text())
        super().accept()
