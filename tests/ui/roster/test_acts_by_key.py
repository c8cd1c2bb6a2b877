"""Every act of the roster by key: in the menu with a letter, grey without people."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from tests.ui.keys import type_vietnamese
from ui.pages.roster.acts import ACTS, LINE

Key = Qt.Key


def menu_by_key(qtbot, page):
    """The menu that the Menu key and Shift+F10 open, as the system asks for it."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(page.table, event)
    menu = page.findChild(QMenu, "roster-menu")
    qtbot.waitUntil(menu.isVisible)
    return menu


def lines_of(menu):
    """Every line of a menu and of the menus within it but those of the columns."""
    found = []
    for each in menu.actions():
        if each.isSeparator() or (each.menu() and each.menu().title() == "Cột hiển thị"):
            continue
        found.append(each)
        found += lines_of(each.menu()) if each.menu() else []
    return found


def test_no_act_of_the_list_needs_the_mouse(qtbot, page):
    menu = menu_by_key(qtbot, page)
    lines = lines_of(menu)
    assert [each.text() for each in lines if QKeySequence.mnemonic(each.text()).isEmpty()] == []
    there = {each.objectName() for each in lines}
    beside = {act.key for act in ACTS if act is not LINE and f"act-{act.key}" not in there}
    assert [act.key for act in ACTS if act.key in beside and not act.keys] == []
    qtbot.keyClick(menu, Key.Key_Escape)


def test_acts_on_people_are_grey_where_nobody_is_shown(qtbot, page):
    people = [act.key for act in ACTS if act is not LINE and act.needs_people]
    enabled = lambda: {key for key in people if page.findChild(QAction, f"act-{key}").isEnabled()}  # noqa: E731
    qtbot.waitUntil(lambda: enabled() == set(people))
    with qtbot.waitSignal(page.loaded):
        type_vietnamese(page.bar.search, "zzz")
    qtbot.waitUntil(lambda: enabled() == set())
    assert page.findChild(QAction, "act-add").isEnabled()
    assert page.findChild(QLabel, "count").text() == "0 người"


def test_the_menu_marks_copies_and_tells_the_history(qtbot, desk, page):
    lines = {each.objectName(): each for each in lines_of(menu_by_key(qtbot, page))}
    wanted = (
        "registered", "completed", "unregister", "uncomplete", "copy-phone", "copy-message",
        "history", "slips",
    )  # fmt: skip
    assert [key for key in wanted if not lines[f"act-{key}"].isEnabled()] == []
    name = page.table.model().index(0, 1).data()
    qtbot.keyClick(page.findChild(QMenu, "roster-menu"), Key.Key_Escape)
    page.bar.panel.setChecked(False)
    with qtbot.waitSignal(page.loaded):
        lines["act-registered"].trigger()
    lines["act-history"].trigger()
    qtbot.waitUntil(page.bar.panel.isChecked)
    said = lambda: [each.text() for each in page.findChildren(QLabel) if each.isVisible()]  # noqa: E731
    qtbot.waitUntil(lambda: name in said() and "Lịch sử" in said())
    assert any("Đánh dấu 1 người đã đăng ký" in each for each in said())
