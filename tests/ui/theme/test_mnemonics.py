"""No Alt letter stands twice in what is in sight: it would only move the focus, and act on none."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QTabBar

from reports.catalog import KINDS
from tests.ui.theme.test_number_pad import MAKERS, answered
from ui.pages.catalog import PAGES
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings


def words_with_letters(widget):
    """All words in sight whose Alt letter is heard."""
    words = [each.text() for each in widget.findChildren(QAbstractButton) if each.isVisible()]
    labels = widget.findChildren(QLabel)
    words += [each.text() for each in labels if each.isVisible() and each.buddy()]
    for bar in widget.findChildren(QTabBar):
        if bar.isVisible():
            words += [bar.tabText(at) for at in range(bar.count())]
    return words


def twice(words):
    """The letters that more than one of `words` has, with those words."""
    letters = {each: QKeySequence.mnemonic(each).toString() for each in words}
    counts = Counter(filter(None, (letters[each] for each in words)))
    return {
        letter: [each for each in words if letters[each] == letter]
        for letter, count in counts.items()
        if count > 1
    }


def test_a_letter_that_stands_twice_is_found():
    assert twice(["&Lưu", "Đóng", "&Xóa"]) == {}
    assert twice(["&Lưu", "Cách &làm"]) == {"Alt+L": ["&Lưu", "Cách &làm"]}


@pytest.mark.parametrize("name", MAKERS)
def test_no_letter_stands_twice_in_a_dialog(qtbot, room, name):
    dialog = room.make(name)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    answered(qtbot, room.desk)
    assert twice(words_with_letters(dialog)) == {}
    dialog.done(0)


@pytest.fixture
def window(qtbot, room, tmp_path):
    made = MainWindow(room.desk, open_settings(tmp_path))
    qtbot.addWidget(made)
    made.show()
    made.show_file("roster")
    return made


def letters_of_window(window):
    return [each.text() for each in window.menuBar().actions()] + words_with_letters(window)


def test_no_letter_stands_twice_on_a_page(qtbot, room, window):
    for entry in PAGES:
        window.go_to(entry.key)
        answered(qtbot, room.desk)
        assert twice(letters_of_window(window)) == {}, entry.key


def test_no_letter_stands_twice_with_any_kind_of_document(qtbot, room, window):
    for kind in KINDS:
        window.go_to("reports", kind.code)
        answered(qtbot, room.desk)
        assert twice(letters_of_window(window)) == {}, kind.code


def test_no_letter_stands_twice_in_a_menu(qtbot, room, window):
    for entry in PAGES:
        window.go_to(entry.key)
        answered(qtbot, room.desk)
    menus = window.findChildren(QMenu)
    assert menus
    for menu in menus:
        assert twice([each.text() for each in menu.actions()]) == {}, menu.objectName()
