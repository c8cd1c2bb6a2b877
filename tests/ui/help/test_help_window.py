"""The help by keys: F1 where one stands, search, back and on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTextBrowser, QTreeView

from tests.ui.window.test_main_window import dressed, settings, window  # noqa: F401
from ui.help.about import AboutDialog
from ui.help.topics import PAGE_TOPICS
from ui.help.window import HelpWindow

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def book(qtbot):
    made = HelpWindow(None)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show_topic("huong-dan#sao-luu")
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def text(book):
    return book.findChild(QTextBrowser, "helpText").toPlainText()


@pytest.mark.parametrize("page", ["roster", "data"])
def test_f1_opens_the_page_for_the_present_screen(qtbot, window, dressed, page):  # noqa: F811
    window.go_to(page)
    qtbot.keyClick(window.windowHandle(), Key.Key_F1)
    opened = window.findChild(HelpWindow)
    assert opened.shown == f"huong-dan#{PAGE_TOPICS[page]}"
    opened.close()


def test_f1_in_a_dialog_is_about_that_and_can_be_read_beside_it(qtbot, window, dressed):  # noqa: F811
    dialog = AboutDialog(window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog.windowHandle(), Key.Key_F1)
    opened = dialog.findChild(HelpWindow)
    assert opened.shown == "cai-dat"
    opened.close()
    dialog.reject()


def test_typing_finds_without_diacritics_and_enter_opens_the_first(qtbot, book):
    qtbot.keyClicks(book.findChild(QLineEdit, "helpSearch"), "khoi phuc")
    found = book.findChild(QTreeView, "helpContents").model()
    assert found.index(0, 0).data().startswith("Khôi phục\n")
    qtbot.keyClick(book.findChild(QLineEdit, "helpSearch"), Key.Key_Return)
    assert book.shown == "huong-dan#khoi-phuc"
    marked = book.findChild(QTextBrowser, "helpText").extraSelections()
    assert marked
    assert all(each.format.fontUnderline() for each in marked)
    assert {each.cursor.selectedText().casefold() for each in marked} >= {"khôi", "phục"}


def test_nothing_found_is_said(qtbot, book):
    search = book.findChild(QLineEdit, "helpSearch")
    qtbot.keyClicks(search, "xyzzy")
    assert "Không có mục nào" in book.findChild(QLabel, "helpSaid").text()
    search.clear()
    assert book.findChild(QTreeView, "helpContents").model().rowCount() > 3


def test_back_and_on_lead_through_what_was_read(qtbot, book):
    tree = book.findChild(QTreeView, "helpContents")
    tree.setFocus()
    qtbot.keyClick(tree, Key.Key_Down)
    second = book.shown
    assert second != "huong-dan#sao-luu"
    qtbot.keyClick(book, Key.Key_Left, Modifier.AltModifier)
    assert book.shown == "huong-dan#sao-luu"
    assert not book.findChild(QPushButton, "helpBack").isEnabled()
    qtbot.keyClick(book, Key.Key_Right, Modifier.AltModifier)
    assert book.shown == second


def test_a_link_leads_to_its_page(qtbot, book):
    book.show_topic("huong-dan#bat-dau")
    shown = book.findChild(QTextBrowser, "helpText")
    places = [
        QPoint(x, y)
        for y in range(0, shown.viewport().height(), 4)
        for x in range(0, shown.viewport().width(), 8)
        if shown.anchorAt(QPoint(x, y))
    ]
    assert places
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=places[0])
    assert book.shown != "huong-dan#bat-dau"


def test_pictures_are_no_wider_than_the_page(qtbot, book):
    book.show_topic("huong-dan#tong-quan")
    shown = book.findChild(QTextBrowser, "helpText")
    book.resize(700, 500)
    qtbot.waitUntil(lambda: shown.horizontalScrollBar().maximum() == 0)


def test_who_helps_from_afar_gets_facts_by_one_command(qtbot, window, dressed, desk):  # noqa: F811
    with qtbot.waitSignal(desk.said):
        window.commands["support"].trigger()
    told = QGuiApplication.clipboard().text()
    assert told.startswith("Tiến Độ ")
    assert "Qt" in told
    assert str(desk.file.path.parent) not in told
