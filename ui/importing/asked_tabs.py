"""Step 3 of an import: all that waits for a decision, each kind in its tab."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from models.text.formats import number
from ui.deciding.table import DecisionTable
from ui.theme.pieces import column_in, label, show_words
from ui.theme.tall_tabs import TallTabs

NOTHING_ASKED = "Không có gì cần quyết định. Nhấn Enter để sang bước Kiểm tra."
ALL_DECIDED = "Đã quyết định hết {count} dòng. Nhấn Enter để sang bước Kiểm tra."


class AskedTabs(QWidget):
    """`decided` tells that something was decided or taken back."""

    decided = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tables: list[DecisionTable] = []
        self._said = label("", "muted", wrap=True, name="asked-words")
        self.tabs = QTabWidget()
        self.tabs.setTabBar(TallTabs())
        self.tabs.setObjectName("asked")
        self.tabs.setDocumentMode(True)
        column = column_in(self)
        column.addWidget(self._said)
        column.addWidget(self.tabs, 1)

    def clear(self) -> None:
        """Another plan comes."""
        self._tables = []
        while self.tabs.count():
            old = self.tabs.widget(0)
            self.tabs.removeTab(0)
            if old is not None:
                old.deleteLater()

    def add(self, tab: QWidget, title: str) -> None:
        """One more kind of what is asked; its tables of decisions are heard."""
        found = [tab] if isinstance(tab, DecisionTable) else tab.findChildren(DecisionTable)
        for each in found:
            each.decided.connect(self._tell)
        self._tables += found
        self.tabs.addTab(tab, title)
        self._say()

    @property
    def waiting(self) -> int:
        """How many rows nobody has decided about."""
        return sum(each.flow.is_open(row) for each in self._tables for row in each.flow.ids())

    def take_focus(self) -> None:
        """The first tab in which something waits, and the keys in it."""
        for each in self._tables:
            if any(map(each.flow.is_open, each.flow.ids())):
                self._show(each)
                return
        if self._tables:
            self._show(self._tables[0])

    def _show(self, table: DecisionTable) -> None:
        for at in range(self.tabs.count()):
            tab = self.tabs.widget(at)
            if tab is not None and (tab is table or tab.isAncestorOf(table)):
                self.tabs.setCurrentIndex(at)
        table.take_focus()

    def settle(self) -> None:
        """All kinds are there: say how things stand."""
        self.tabs.setVisible(bool(self._tables))
        self._say()

    def _tell(self) -> None:
        self._say()
        self.decided.emit()

    def _say(self) -> None:
        asked = sum(len(each.flow.ids()) for each in self._tables)
        done = ALL_DECIDED.format(count=number(asked)) if asked else NOTHING_ASKED
        show_words(self._said, "" if self.waiting else done)
