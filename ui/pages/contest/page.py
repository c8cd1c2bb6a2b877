"""Cuộc thi: which contest is worked on, how it stands, and a tab for each of its matters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from models.contests.adding import add_contest
from models.contests.choosing import use_contest
from models.records import Contest
from ui.calls.contest import ContestHead, contest_head
from ui.desk import Desk
from ui.pages.contest.new_dialog import NewContestDialog
from ui.pages.contest.tabs import TABS, TabEntry
from ui.pages.page import Page
from ui.theme.fitting import fit_to_current
from ui.theme.letters import keep_in_letters
from ui.theme.pieces import button, label
from ui.theme.quiet_combo import QuietCombo
from ui.theme.tall_tabs import TallTabs

CHOICE_LETTERS = 32


class ContestPage(Page):
    """`take` gets the key of a tab to open, or (key, what) with something to show there.

    A tab is built when it is first gone to.
    """

    title = "Cuộc thi"
    icon = "contest"
    topics = frozenset(
        {"contests", "stages", "participations", "people", "exemptions", "absences", "posts"}
    )

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, tabs: Sequence[TabEntry] = TABS
    ) -> None:
        super().__init__(desk, parent)
        self._entries = tuple(tabs)
        self._made: dict[str, Page] = {}
        self._said: dict[str, str] = {}
        self._title = label(self.title, "title", wrap=True)
        self._title.setObjectName("contestTitle")
        self._ending = label("", "heading", wrap=True)
        self._ending.setObjectName("contestEnding")
        self._choice = QuietCombo()
        self._choice.setObjectName("contestChoice")
        self._choice.setAccessibleName("Cuộc thi đang làm việc")
        keep_in_letters(self._choice, CHOICE_LETTERS, CHOICE_LETTERS)
        self._choice.activated.connect(self._choose)
        self._new = button("Cuộc thi &mới…", "contestNew")
        self._new.clicked.connect(self._ask_new)
        self._tabs = QTabWidget()
        self._tabs.setTabBar(TallTabs())
        self._tabs.setObjectName("contest-tabs")
        self._tabs.setAccessibleName("Các phần của cuộc thi")
        self._tabs.setDocumentMode(True)
        self._places = [_add_place(self._tabs, entry.title) for entry in self._entries]
        stack = self._tabs.findChild(QStackedWidget)
        if isinstance(stack, QStackedWidget):
            fit_to_current(stack)
        self._lay_out()
        self._tabs.currentChanged.connect(self._turned)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._ending)
        head.addLayout(words, 1)
        head.addWidget(self._choice)
        head.addWidget(self._new)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._tabs, 1)

    def hasHeightForWidth(self) -> bool:
        """A title in two lines takes its room from the tabs: the window does not grow for it."""
        return False

    def tab(self, key: str) -> Page:
        """The tab `key`, built when it is first wanted. Raises `KeyError` for another key."""
        if key not in self._made:
            place = self._place(key)
            made = self._entries[place].make(self.desk)
            made.setObjectName(f"contest-tab-{key}")
            made.open_page.connect(self.open_page)
            made.status.connect(partial(self._say_of, key))
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
        tab = self._open_tab()
        tab.shown()
        super().shown()
        if tab.focusProxy() is not None:
            tab.setFocus()

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
        """Read which contests there are, and how the one worked on ended."""
        self.read(contest_head, self._show)

    def _show(self, head: ContestHead) -> None:
        contest = head.contest
        words = f"Cuộc thi {contest.short_name}" if contest else "Chưa có cuộc thi"
        self._title.setText(words)
        self._ending.setText(head.ending)
        self._ending.setVisible(bool(head.ending))
        self._choice.clear()
        for each in head.choices:
            closed = " (đã đóng)" if each.closed else ""
            self._choice.addItem(f"{each.short_name}{closed}", each.code)
        current = next((at for at, each in enumerate(head.choices) if each.current), -1)
        self._choice.setCurrentIndex(current)
        self._choice.setVisible(len(head.choices) > 1)
        self.loaded.emit()

    def _open_tab(self) -> Page:
        return self.tab(self._open_key())

    def _open_key(self) -> str:
        return self._entries[self._tabs.currentIndex()].key

    def _say_of(self, key: str, words: str) -> None:
        """What a tab counts is told while it is open."""
        self._said[key] = words
        if self._open_key() == key:
            self.status.emit(words)

    def _turned(self) -> None:
        tab = self._open_tab()
        self.status.emit(self._said.get(self._open_key(), ""))
        if self.isVisible():
            tab.shown()

    def _choose(self) -> None:
        self.desk.ask(use_contest, None, None, str(self._choice.currentData()))

    def _ask_new(self) -> None:
        dialog = NewContestDialog(self.desk, self)
        dialog.wanted.connect(self._add)
        dialog.open()

    def _add(self, contest: Contest, like: str) -> None:
        self.desk.ask(add_contest, self._added, None, contest, like)

    def _added(self, contest: Contest) -> None:
        told = f"Đã thêm cuộc thi {contest.short_name}; từ nay làm việc với cuộc thi này."
        self.desk.said.emit(told)


def _add_place(tabs: QTabWidget, title: str) -> QVBoxLayout:
    """A tab that has not been built yet: where it will stand."""
    holder = QWidget()
    made = QVBoxLayout(holder)
    made.setContentsMargins(0, 8, 0, 0)
    tabs.addTab(holder, title)
    return made
