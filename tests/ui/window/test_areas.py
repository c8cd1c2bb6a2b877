"""F6 and Shift+F6 lead from part to part of the window, as a table keeps Tab for its cells."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication

from tests.factory import add_people
from tests.ui.roster.test_ticks import click
from tests.ui.theme.test_number_pad import answered
from tests.ui.theme.walking import is_seen
from ui.notice import Notice, Tone
from ui.pages.catalog import PAGES
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings

Key, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot, desk, tmp_path, worn):
    add_people(desk.file, 3)
    made = MainWindow(desk, open_settings(tmp_path))
    qtbot.addWidget(made)
    made.resize(1366, 697)
    made.show()
    made.show_file("roster")
    qtbot.waitUntil(made.isActiveWindow)
    answered(qtbot, desk)
    return made


def pressed(qtbot, key=Key.Key_F6, modifier=Qt.KeyboardModifier.NoModifier):
    """What has the keys after that."""
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)
    return QApplication.focusWidget()


def part_of(window, widget):
    """Where in the window it is, for short."""
    page = window.page(window.current)
    for name, whole in (("rail", window.rail), ("message", window.messages), ("page", page)):
        if whole.isAncestorOf(widget):
            table = isinstance(widget, QAbstractItemView)
            return f"table {widget.objectName()}" if table else name
    return "around"


def round_of(qtbot, window, modifier=Qt.KeyboardModifier.NoModifier):
    """What F6 meets until it is where it began."""
    met = [QApplication.focusWidget()]
    while len(met) < 20 and (now := pressed(qtbot, modifier=modifier)) is not met[0]:
        assert is_seen(now)
        met.append(now)
    return met


def test_the_list_is_left_for_the_search_the_person_the_rail_and_the_message(qtbot, desk, window):
    page = window.page("roster")
    window.resize(1920, 1032)
    click(qtbot, page, 0, 2)
    answered(qtbot, desk)
    beside = pressed(qtbot)
    assert not page.table.isAncestorOf(beside)
    assert beside is not page.bar.search
    assert page.isAncestorOf(beside)
    assert part_of(window, pressed(qtbot)) == "rail"
    assert QApplication.focusWidget().isChecked()
    assert pressed(qtbot) is page.bar.search
    assert pressed(qtbot) is page.table
    window.desk.noticed.emit(Notice("Chưa lưu được.", tone=Tone.PROBLEM))
    qtbot.waitUntil(window.messages.isVisible)
    assert part_of(window, pressed(qtbot)) == "message"
    assert part_of(window, pressed(qtbot)) == "rail"
    assert part_of(window, pressed(qtbot, modifier=SHIFT)) == "message"
    assert pressed(qtbot, modifier=SHIFT) is beside
    assert pressed(qtbot, modifier=SHIFT) is page.table


def test_esc_in_the_message_leads_back_to_the_part_before(qtbot, window):
    table = window.page("roster").table
    table.setFocus()
    window.desk.said.emit("Đã xong.")
    qtbot.waitUntil(window.messages.isVisible)
    assert part_of(window, pressed(qtbot)) == "message"
    assert pressed(qtbot, Key.Key_Escape) is table


@pytest.mark.parametrize("key", [entry.key for entry in PAGES])
def test_every_page_is_gone_round(qtbot, desk, window, key):
    window.go_to(key)
    answered(qtbot, desk)
    window.rail.take_focus()
    window.desk.noticed.emit(Notice("Chưa lưu được.", tone=Tone.PROBLEM))
    qtbot.waitUntil(window.messages.isVisible)
    met = round_of(qtbot, window)
    parts = [part_of(window, each) for each in met]
    assert parts[:2] == ["rail", "message"]
    pressed(qtbot, modifier=SHIFT)
    window.rail.take_focus()
    met = round_of(qtbot, window)
    parts = [part_of(window, each) for each in met]
    tables = {
        f"table {each.objectName()}"
        for each in window.page(key).findChildren(QAbstractItemView)
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    assert {"rail", "page", "message", *tables} <= set(parts)
    assert (parts[0], parts[-1]) == ("rail", "message")
    back = round_of(qtbot, window, SHIFT)
    assert back == [met[0], *reversed(met[1:])]
