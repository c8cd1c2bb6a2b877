"""What can be done with the document that is shown: print, save in each format it has."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from reports.catalog import EXCEL, PDF, WORD, Audience, ReportKind
from ui.theme.icons import icon
from ui.theme.pieces import button, restyle
from ui.theme.wrapping_row import WrappingRow

ISSUE_HINT = "Giữ lại văn bản đúng như gửi đi: số liệu, người ký, lời văn và từng tệp."
_SAVES = {
    PDF: ("Lưu &PDF…", "save-pdf", "pdf"),
    WORD: ("Lưu &Word…", "save-word", "file"),
    EXCEL: ("Lưu &Excel…", "save-excel", "excel"),
}


class ActsBar(QWidget):
    """`save` carries the format. What the kind has no format for is not there; without a document
    nothing can be pressed."""

    save = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.print = button("&In…", "print")
        self.print.setToolTip("In văn bản đang xem (Ctrl+P)")
        self.saves = {fmt: button(words, name) for fmt, (words, name, _) in _SAVES.items()}
        for fmt, made in self.saves.items():
            made.clicked.connect(lambda _checked=False, fmt=fmt: self.save.emit(fmt))
        self.issue = button("P&hát hành…", "issue")
        self.issue.setToolTip(ISSUE_HINT)
        self.bundle = button("Lưu t&rọn bộ…", "save-bundle")
        self.tools = button("Cô&ng cụ", "report-tools")
        self.menu = QMenu(self.tools)
        self.tools.setMenu(self.menu)
        row = WrappingRow(self)
        for each in (self.print, *self.saves.values(), self.issue, self.bundle, self.tools):
            row.addWidget(each)
        self._draw_icons()

    def fit(self, kind: ReportKind) -> None:
        """Offer the formats that a kind has; what goes to the city is issued as a rule."""
        for fmt, made in self.saves.items():
            made.setVisible(fmt in kind.formats)
        signed, to_city = kind.is_signed, kind.audience is Audience.CITY
        self.issue.setVisible(signed)
        for made, first in ((self.issue, signed and to_city), (self.saves[PDF], not to_city)):
            made.setProperty("primary", first)
            restyle(made)
        self._draw_icons()

    def set_ready(self, ready: bool) -> None:
        """Whether there is a document, whole and newest."""
        for each in self._on_document():
            each.setEnabled(ready)

    def _on_document(self) -> tuple[QPushButton, ...]:
        return (self.print, *self.saves.values(), self.issue)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icons()

    def _draw_icons(self) -> None:
        self.print.setIcon(icon("print"))
        self.bundle.setIcon(icon("folder"))
        for fmt, (_words, _name, picture) in _SAVES.items():
            self.saves[fmt].setIcon(icon(picture, _ink(self.saves[fmt])))
        self.issue.setIcon(icon("check", _ink(self.issue)))


def _ink(made: QPushButton) -> QPalette.ColorRole:
    """In which colour of the palette the words of a button are."""
    role = QPalette.ColorRole
    return role.Base if made.property("primary") else role.ButtonText
