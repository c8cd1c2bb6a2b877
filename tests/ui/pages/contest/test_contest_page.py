"""The page Cuộc thi: its tabs are built when gone to, and read again while they are open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QTabBar

from models.contests.adding import add_contest
from models.contests.blueprints import own_contest
from models.contests.editing import edit_contest
from models.records import Mark
from models.roster.marks import set_marks
from tests.factory import add_people
from ui.pages.contest import ContestPage
from ui.pages.contest.tabs import TABS, TabEntry
from ui.pages.page import Page

SCREEN, RAIL = 1366 / 1.5, 208
"""A screen at 150 % without what stands around the page."""


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
    page.take("noted")
    with qtbot.waitSignals([page.open_page, page.status]):
        page.tab("noted").open_page.emit("roster", None)
        page.tab("noted").status.emit("3 dòng")


def test_what_one_tab_counts_is_not_told_while_another_is_open(qtbot, desk):
    page = two_tabs(qtbot, desk)
    page.take("noted")
    page.tab("noted").status.emit("3 dòng")
    for key, words in ((TABS[0].key, ""), ("noted", "3 dòng")):
        with qtbot.waitSignal(page.status) as told:
            page.take(key)
        assert told.args == [words]


def test_a_retired_page_s_tabs_hear_nothing(qtbot, desk):
    page = two_tabs(qtbot, desk)
    page.take("noted")
    page.retire()
    desk.changed.emit(frozenset({"people"}))
    assert page.tab("noted").asked == 1


def title(page):
    lines = (page.findChild(QLabel, name) for name in ("contestTitle", "contestEnding"))
    return " · ".join(line.text() for line in lines if line.isVisible())


def test_the_title_says_that_the_contest_is_over_and_its_result(qtbot, desk):
    people = add_people(desk.file, 4)
    set_marks(desk.file, people[:3], Mark.COMPLETED, date(2026, 6, 8))
    page = two_tabs(qtbot, desk)
    assert title(page) == "Cuộc thi Ứng dụng AI 2026"
    early = lambda it: replace(it, stages=(replace(it.stages[0], ends_on=date(2026, 6, 7)),))  # noqa: E731
    with qtbot.waitSignal(page.loaded):
        edit_contest(desk.file, early)
    assert title(page) == (
        "Cuộc thi Ứng dụng AI 2026 · Đã kết thúc ngày 07/06/2026 · 0/4 hoàn thành (0%)"
    )


def test_contests_stand_side_by_side_and_one_is_chosen_by_key(qtbot, desk):
    add_contest(desk.file, own_contest("Chữ ký số", date(2026, 7, 1), date(2026, 7, 31)))
    page = two_tabs(qtbot, desk)
    choice = page.findChild(QComboBox, "contestChoice")
    assert [choice.itemText(at) for at in range(choice.count())] == [
        "Ứng dụng AI 2026",
        "Chữ ký số",
    ]
    assert title(page) == "Cuộc thi Chữ ký số"
    choice.setFocus()
    with qtbot.waitSignal(page.loaded):
        QTest.keyClick(choice, Qt.Key.Key_Up)
    assert title(page) == "Cuộc thi Ứng dụng AI 2026"


@pytest.mark.parametrize("key", [entry.key for entry in TABS])
def test_the_page_is_no_wider_than_a_small_screen_whichever_tab_is_open(qtbot, desk, worn, key):
    page = ContestPage(desk)
    qtbot.addWidget(page)
    page.resize(int(SCREEN - RAIL), 430)
    page.show()
    page.shown()
    for entry in TABS:
        page.take(entry.key)
    page.take(key)
    assert page.minimumSizeHint().width() <= SCREEN - RAIL
