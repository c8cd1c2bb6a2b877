"""The pages of the list as they would be printed, and the way to the printer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QWidget

from models.text.formats import number
from ui.calls.reports import page_picture
from ui.desk import Desk
from ui.pages.reports.preview import DrawnPages, Preview
from ui.printing.dialog import Printout, ask_and_print
from ui.theme.footer import dialog_column, footer
from ui.theme.letters import fit_to_screen
from ui.theme.pieces import button, label
from ui.work import Work

LETTERS, LINES, SCREEN_SHARE = 130, 44, 0.9


class PrintPreview(QDialog):
    """`printed` carries the name of the printer to which the pages have gone."""

    printed = Signal(str)

    def __init__(self, desk: Desk, name: str, pages: DrawnPages, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("print-preview")
        self.setWindowTitle("Xem trước khi in")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._name, self._pages = desk, name, pages
        self._preview = Preview(self._ask)
        self._preview.moved.connect(self._tell)
        self._where = label("", "muted", name="print-page")
        act = button("&In…", "act", primary=True)
        act.clicked.connect(self._print)
        leave = button("Đóng", "keep")
        leave.clicked.connect(self.reject)
        column = dialog_column(self)
        column.addWidget(self._preview, 1)
        column.addLayout(footer(act=act, leave=leave, says=self._where))
        fit_to_screen(self, LETTERS, LINES, SCREEN_SHARE)
        self._preview.show_drawn(pages)
        self._preview.setFocus()

    def _ask(self, pdf: bytes, page: int, width: int, take: Callable[[QImage], Any]) -> None:
        self._desk.run(Work(lambda _task: page_picture(pdf, page, width), take))

    def _tell(self, page: int, pages: int, _percent: int) -> None:
        self._where.setText(f"Trang {number(page)}/{number(pages)}")

    def _print(self) -> None:
        printout = Printout(self._pages.pdf, len(self._pages.sizes), self._name, self._preview.page)
        ask_and_print(self._desk, printout, self, self.printed.emit)
