"""The three tabs of the page Dữ liệu: each scrolls by itself, the one left last is remembered."""

from __future__ import annotations

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from ui.theme.fitting import fit_to_current
from ui.theme.pieces import roomy
from ui.theme.tall_tabs import TallTabs

TAB_KEY = "data/tab"
COPIES, HISTORY, SETTINGS = "copies", "history", "settings"
TITLES = {COPIES: "Sao lưu", HISTORY: "Lịch sử", SETTINGS: "Cài đặt"}


class DataTabs(QTabWidget):
    """Ctrl+Tab goes from one to the next."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabBar(TallTabs())
        self.setObjectName("data-tabs")
        self.setAccessibleName("Các phần của dữ liệu")
        self.setDocumentMode(True)
        self.tabBar().setAccessibleName("Phần của trang Dữ liệu")
        self._keys: list[str] = []

    def add(self, key: str, inside: QWidget, *, scrolls: bool) -> None:
        """The next tab; what `scrolls` does so where it lacks room."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 16, 0, 0)
        column.addWidget(roomy(inside) if scrolls else inside)
        self._keys.append(key)
        self.addTab(holder, TITLES[key])

    def remember(self) -> None:
        """Open the tab that was open last, and keep in mind from now on which one is."""
        stack = self.findChild(QStackedWidget)
        if isinstance(stack, QStackedWidget):
            fit_to_current(stack)
        self.open(str(QSettings().value(TAB_KEY, COPIES)))
        self.currentChanged.connect(lambda at: QSettings().setValue(TAB_KEY, self._keys[at]))

    def open(self, key: str) -> None:
        """Show the tab `key`; another key shows what was shown."""
        if key in self._keys:
            self.setCurrentIndex(self._keys.index(key))
