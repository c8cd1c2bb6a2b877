"""What the roster puts on the clipboard to send: a reminder for the selected people."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from models.records import Mark
from models.roster.marks import set_marks

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def test_a_reminder_names_who_is_selected_and_what_they_lack(qtbot, desk, page, people):
    set_marks(desk.file, [people["Lê Thị Bình"]], Mark.REGISTERED)
    qtbot.keyClick(page.table, Key.Key_A, Modifier.ControlModifier)
    with qtbot.waitSignal(desk.said) as said:
        qtbot.keyClick(page.table, Key.Key_M, Modifier.ControlModifier | Modifier.AltModifier)
    assert said.args == ["Đã sao chép tin nhắn nhắc 5 người."]
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Kính gửi các đồng chí,\nTheo số liệu đến ngày 08/06/2026")
    assert "Lê Thị Bình: đã đăng ký, chưa hoàn thành" in text
    assert "Trần Văn An: chưa đăng ký tham gia" in text
    assert "0982" not in text


def test_the_reminder_stands_in_the_context_menu(qtbot, desk, page):
    page.table.setFocus()
    page.table.menu_asked.emit(page.mapToGlobal(page.rect().center()))
    menu = page.findChild(QMenu)
    action = next(each for each in menu.actions() if "tin nhắn đôn đốc" in each.text())
    assert action.isEnabled()
    with qtbot.waitSignal(desk.said):
        action.trigger()
    menu.close()
    assert QGuiApplication.clipboard().text().startswith("Kính gửi đồng chí Trần Văn An (")


def test_nobody_is_reminded_of_what_they_have_done(qtbot, desk, page, people):
    QGuiApplication.clipboard().setText("còn nguyên")
    with qtbot.waitSignal(page.loaded):
        set_marks(desk.file, list(people.values()), Mark.COMPLETED)
    qtbot.keyClick(page.table, Key.Key_A, Modifier.ControlModifier)
    with qtbot.waitSignal(desk.said) as said:
        page.findChild(QAction, "act-copy-message").trigger()
    assert said.args == ["Những người được chọn không còn việc gì phải nhắc."]
    assert QGuiApplication.clipboard().text() == "còn nguyên"


def test_the_context_menu_fits_a_small_screen_at_150_percent(page):
    page.table.menu_asked.emit(page.mapToGlobal(page.rect().center()))
    menu = page.findChild(QMenu, "roster-menu")
    assert menu.sizeHint().height() <= 768 * 100 // 150 - 4
    menu.close()
