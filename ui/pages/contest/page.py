"""Cuộc thi: which contest is worked on, how it stands, and a tab for each of its matters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from models.contests.choosing import ContestChoice, contest_choices
from ui.desk import Desk
from ui.pages.contest.tabs import TABS, TabEntry
from ui.pages.page import Page
from ui.theme.pieces import button, label
from ui.theme.tall_tabs import TallTabs
from ui.window.contest_choice import ContestDialog


class ContestPage(Page):
    """`take` gets the key of a tab to open, or (key, what) with something to show there.

    A tab is built when it is first gone to.
    """

    title = "Cuộc thi"
    icon = "contest"
    topics = frozenset({"contests", "stages"})

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, tabs: Sequence[TabEntry] = TABS
    ) -> None:
        super().__init__(desk, parent)
        self._entries = tuple(tabs)
        self._made: dict[str, Page] = {}
        self._title = label(self.title, "title", wrap=True)
        self._title.setObjectName("contestTitle")
        self._choose = button("Chọn cuộc thi…", "contestChoose")
        self._choose.clicked.connect(self._ask_which)
        self._tabs = QTabWidget()
        self._tabs.setTabBar(TallTabs())
        self._tabs.setObjectName("contest-tabs")
        self._tabs.setDocumentMode(True)
        self._places = [_add_place(self._tabs, entry.title) for entry in self._entries]
        self._lay_out()
        self._tabs.currentChanged.connect(self._turned)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._tabs, 1)

    def tab(self, key: str) -> Page:
        """The tab `key`, built when it is first wanted. Raises `KeyError` for another key."""
        if key not in self._made:
            place = self._place(key)
            made = self._entries[place].make(self.desk)
            made.setObjectName(f"contest-tab-{key}")
            made.open_page.connect(self.open_page)
            made.status.connect(self.status)
            self._places[place].addWidget(made)
            self._made[key] = made
        return self._made[key]

    def _place(self, key: str) -> int:
        keys = [entry.key for entry in self._entries]
        if key not in keys:
            raise KeyError(key)
        return keys.index(key)

    def shown(self) -> None:
        """The tab that is open looks first, so that all stands there when the page is loaded."""
        self._open_tab().shown()
        super().shown()

    def take(self, what: object) -> None:
        """Open a tab, and let it show something."""
        key, shown = what if isinstance(what, tuple) else (what, None)
        if isinstance(key, str):
            tab = self.tab(key)
            self._tabs.setCurrentIndex(self._place(key))
            if shown is not None:
                tab.take(shown)

    def retire(self) -> None:
        """Its tabs hear nothing more either."""
        for each in self._made.values():
            each.retire()
        super().retire()

    def ask(self) -> None:
        """Read which contests there are."""
        self.read(contest_choices, self._show)

    def _show(self, found: Sequence[ContestChoice]) -> None:
        current = next((each for each in found if each.current), None)
        self._title.setText(f"Cuộc thi {current.short_name}" if current else "Chưa có cuộc thi")
        self.loaded.emit()

    def _open_tab(self) -> Page:
        return self.tab(self._entries[self._tabs.currentIndex()].key)

    def _turned(self) -> None:
        tab = self._open_tab()
        if self.isVisible():
            tab.shown()

    def _ask_which(self) -> None:
        ContestDialog(self.desk, self).open()


def _add_place(tabs: QTabWidget, title: str) -> QVBoxLayout:
    """A tab that has not been built yet: where it will stand."""
    holder = QWidget()
    made = QVBoxLayout(holder)
    made.setContentsMargins(0, 8, 0, 0)
    tabs.addTab(holder, title)
    return made
