"""The page Cuộc thi: its tabs are built when gone to, and read again while they are open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar

from models.contests.choosing import use_contest
from ui.pages.contest import ContestPage
from ui.pages.contest.tabs import TABS, TabEntry
from ui.pages.page import Page


class Noted(Page):
    """A tab that counts how often it was read, and keeps what it was shown."""

    topics = frozenset({"people"})

    def __init__(self, desk):
        super().__init__(desk)
        self.asked, self.taken = 0, []

    def ask(self):
        self.asked += 1
        self.loaded.emit()

    def take(self, what):
        self.taken.append(what)


def two_tabs(qtbot, desk):
    page = ContestPage(desk, None, (TABS[0], TabEntry("noted", "Khác", Noted)))
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.loaded):
        page.shown()
    return page


def test_a_tab_is_built_and_read_when_its_key_is_pressed(qtbot, desk):
    page = two_tabs(qtbot, desk)
    assert page.findChild(Noted) is None
    bar = page.findChild(QTabBar)
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_Right)
    assert page.findChild(Noted).asked == 1


def test_a_tab_that_is_not_open_waits_until_somebody_comes(qtbot, desk):
    page = two_tabs(qtbot, desk)
    page.take(("noted", 7))
    tab = page.tab("noted")
    assert (tab.asked, tab.taken) == (1, [7])
    page.take("stages")
    desk.changed.emit(frozenset({"people"}))
    assert tab.asked == 1
    page.take("noted")
    assert tab.asked == 2


def test_what_a_tab_wants_opened_and_says_goes_through_the_page(qtbot, desk):
    page = two_tabs(qtbot, desk)
    with qtbot.waitSignals([page.open_page, page.status]):
        page.tab("noted").open_page.emit("roster", None)
        page.tab("noted").status.emit("3 dòng")


def test_a_retired_page_s_tabs_hear_nothing(qtbot, desk):
    page = two_tabs(qtbot, desk)
    page.take("noted")
    page.retire()
    desk.changed.emit(frozenset({"people"}))
    assert page.tab("noted").asked == 1


def test_the_title_names_the_contest_that_is_chosen(qtbot, desk):
    page = two_tabs(qtbot, desk)
    use_contest(desk.file, "ai-2026")
    assert "Ứng dụng AI 2026" in page.findChild(object, "contestTitle").text()
