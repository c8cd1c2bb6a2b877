"""Over the preview: which page is in sight, and how large."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from models.text.formats import number
from models.text.typed_numbers import read_whole
from ui.pages.reports.placing import Fit
from ui.pages.reports.preview import Preview
from ui.theme.pieces import button, label, line_edit
from ui.theme.wrapping_row import WrappingRow

NUMBER_LETTERS = 7
OFFERED = (50, 75, 100, 150, 200)


class ViewBar(QWidget):
    """Moves and zooms `preview`, and follows it."""

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self._preview = preview
        self._page = self._pages = 0
        self._back = _small("‹", "page-back", "Trang trước")
        self._on = _small("›", "page-on", "Trang sau")
        self._field = line_edit("page-number", "Trang", letters=NUMBER_LETTERS)
        self._field.setValidator(
            QRegularExpressionValidator(
                QRegularExpression(f"[0-9.]{{0,{NUMBER_LETTERS}}}"), self._field
            )
        )
        self._where = label("Trang", "muted", name="page-word")
        self._of = label("", "muted", name="pages")
        self._smaller = _small("−", "zoom-out", "Thu nhỏ")
        self._percent = button("", "zoom")
        self._percent.setAccessibleName("Cỡ trang")
        self._percent.setMenu(self._sizes())
        self._larger = _small("+", "zoom-in", "Phóng to")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = WrappingRow(self)
        for group in (
            (self._back, self._where, self._field, self._of, self._on),
            (self._smaller, self._percent, self._larger),
        ):
            inside = QWidget()
            line = QHBoxLayout(inside)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(4)
            for each in group:
                line.addWidget(each)
            row.addWidget(inside)

    def _connect(self) -> None:
        preview = self._preview
        preview.moved.connect(self.follow)
        self._back.clicked.connect(lambda: preview.go_to(self._page - 1))
        self._on.clicked.connect(lambda: preview.go_to(self._page + 1))
        self._field.returnPressed.connect(self._go)
        self._field.editingFinished.connect(self._show)
        self._smaller.clicked.connect(preview.zoom_out)
        self._larger.clicked.connect(preview.zoom_in)

    def _sizes(self) -> QMenu:
        """The whole width, the whole page, or a size in percent of the paper."""
        made = QMenu(self)
        for words, fit in (("Vừa bề &ngang trang", Fit.WIDTH), ("Vừa &cả trang", Fit.PAGE)):
            made.addAction(words, partial(self._preview.set_zoom, fit))
        made.addSeparator()
        for percent in OFFERED:
            made.addAction(f"{percent}%", partial(self._preview.set_zoom, percent / 100))
        return made

    def follow(self, page: int, pages: int, percent: int) -> None:
        """Say what is in sight."""
        self._page, self._pages = page, pages
        self._percent.setText(f"{percent}%" if pages else "")
        self._back.setEnabled(page > 1)
        self._on.setEnabled(page < pages)
        for each in (self._field, self._smaller, self._percent, self._larger):
            each.setEnabled(bool(pages))
        if not self._field.hasFocus():
            self._show()
        many = number(pages) if self._preview.is_whole else "…"
        self._of.setText(f"/{many}" if pages else "")

    def _go(self) -> None:
        page = read_whole(self._field.text())
        if page is not None:
            self._preview.go_to(page)
        self._show()
        self._field.selectAll()

    def _show(self) -> None:
        self._field.setText(number(self._page) if self._pages else "")


def _small(words: str, name: str, read_out: str) -> QPushButton:
    made = button(words, name)
    made.setAccessibleName(read_out)
    made.setToolTip(read_out)
    return made
