"""A panel beside a table; where the page is too narrow for both it comes up as a dialog."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QWidget

from ui.table.data_table import DataTable
from ui.theme.footer import dialog_column, footer
from ui.theme.letters import SideSplitter, keep_in_letters
from ui.theme.pieces import button, column_in

NARROW_LETTERS = 125
DIALOG_LETTERS, DIALOG_LINES = 60, 23


class BesideTable(QWidget):
    """`act` brings the panel up where it does not stand beside the table; else it is hidden."""

    def __init__(
        self, table: DataTable, panel: QWidget, letters: float, words: str, name: str
    ) -> None:
        super().__init__()
        self._table, self._panel = table, panel
        self._title = words.replace("&", "").rstrip("…")
        self._dialog: QDialog | None = None
        self.act = button(words, name)
        self.act.clicked.connect(self._open)
        self._split = SideSplitter(1, letters, name)
        self._split.set_halves(table, panel)
        column_in(self).addWidget(self._split)
        # The letters of a larger text are known after the event that tells of it.
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look whether there is room for both."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """In larger text there is less room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fitting.start()

    def _fit(self) -> None:
        wide = self.width() >= self.fontMetrics().averageCharWidth() * NARROW_LETTERS
        self.act.setVisible(not wide)
        if self._dialog is None:
            self._panel.setVisible(wide)

    def _open(self) -> None:
        dialog = QDialog(self)
        dialog.setObjectName("beside-dialog")
        dialog.setWindowTitle(self._title)
        keep_in_letters(dialog, DIALOG_LETTERS, least_lines=DIALOG_LINES)
        close = button("Đóng", "keep")
        close.clicked.connect(dialog.accept)
        column = dialog_column(dialog)
        column.addWidget(self._panel, 1)
        column.addLayout(footer(act=None, leave=close))
        self._dialog = dialog
        self._panel.show()
        dialog.finished.connect(self._take_back)
        dialog.open()

    def _take_back(self) -> None:
        """The panel stands beside the table again, where there is room."""
        dialog, self._dialog = self._dialog, None
        self._split.addWidget(self._panel)
        self._fit()
        if dialog is not None:
            dialog.deleteLater()
        self._table.setFocus()
