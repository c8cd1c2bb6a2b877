"""Where a message stands: it covers nothing that can be pressed, and is seen over a dialog too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tests.factory import add_people
from tests.ui.theme.test_number_pad import answered
from ui.notice import Notice, Tone
from ui.people.question import Question
from ui.table.data_table import DataTable
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings
from ui.window.message_bar import MessageBar

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot, desk, tmp_path, worn):
    add_people(desk.file, 3)
    made = MainWindow(desk, open_settings(tmp_path))
    qtbot.addWidget(made)
    made.resize(1366, 697)
    made.show()
    made.show_file("overview")
    qtbot.waitUntil(made.isActiveWindow)
    answered(qtbot, desk)
    return made


PROBLEM = Notice("Chưa lưu được tệp này. " * 4, tone=Tone.PROBLEM)


def covered(bar):
    """The buttons in sight below it."""
    over = bar.parentWidget()
    return [
        each.objectName()
        for each in over.findChildren(QAbstractButton)
        if each.isVisible()
        and not bar.isAncestorOf(each)
        and not each.visibleRegion().isEmpty()
        and bar.geometry().intersects(QRect(each.mapTo(over, QPoint(0, 0)), each.size()))
    ]


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("key", ["reconcile", "units", "reports"])
def test_a_problem_that_stays_covers_nothing_of_its_page(qtbot, desk, window, worn, key, size):
    worn.set_text_size(size)
    window.go_to(key)
    answered(qtbot, desk)
    QApplication.processEvents()
    before = window.messages.parentWidget().viewport().height()
    window.desk.noticed.emit(PROBLEM)
    qtbot.waitUntil(window.messages.isVisible)
    paper = window.messages.parentWidget()
    assert paper.viewport().geometry().bottom() < window.messages.y()
    qtbot.keyClick(QApplication.focusWidget() or window, Key.Key_F6)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert paper.viewport().height() == before


def test_what_passes_stands_above_the_buttons(qtbot, window):
    window.go_to("reconcile")
    window.desk.said.emit("Đã xong.")
    qtbot.waitUntil(window.messages.isVisible)
    QApplication.processEvents()
    window.messages.place()
    assert covered(window.messages) == []


def test_over_a_dialog_it_is_seen_and_its_buttons_too(qtbot, window):
    question = Question("Bỏ đánh dấu?", "3 người.", "Bỏ đánh dấu", window.page("overview"))
    question.resize(700, 400)
    question.open()
    qtbot.waitUntil(question.isActiveWindow)
    window.desk.noticed.emit(PROBLEM)
    qtbot.waitUntil(lambda: question.findChild(QWidget, "messageOver") is not None)
    over = question.findChild(QWidget, "messageOver")
    assert over.isVisible()
    assert question.rect().contains(over.geometry())
    assert covered(over) == []
    assert question.focusWidget().text().replace("&", "") == "Hủy"
    qtbot.mouseClick(over.findChild(QPushButton, "messageClose"), Left)
    assert not over.isVisible()
    assert not window.messages.isVisible()
    question.reject()


def test_what_passes_leaves_the_line_in_sight_that_was_just_marked(qtbot, desk, window):
    window.go_to("roster")
    answered(qtbot, desk)
    table = window.page("roster").findChild(DataTable)
    table.setFocus()
    for high in range(320, 700, 20):
        window.resize(1366, high)
        qtbot.keyClick(table, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        window.desk.said.emit("Đã đánh dấu 1 người.")
        QApplication.processEvents()
        over = window.messages.parentWidget()
        line = table.visualRect(table.currentIndex())
        at = QRect(table.viewport().mapTo(over, line.topLeft()), line.size())
        assert not window.messages.geometry().intersects(at), high


def test_over_a_small_dialog_it_covers_no_button(qtbot, window):
    question = Question("Bỏ đánh dấu?", "3 người.", "Bỏ đánh dấu", window.page("overview"))
    question.open()
    qtbot.waitUntil(question.isActiveWindow)
    window.desk.noticed.emit(Notice("Đã đánh dấu ba người đã đăng ký. " * 2, tone=Tone.DONE))
    qtbot.waitUntil(lambda: question.findChild(QWidget, "messageOver") is not None)
    assert covered(question.findChild(QWidget, "messageOver")) == []
    question.reject()


def plain(page):
    return page


def scrolled(page):
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    return area


@pytest.fixture(params=[plain, scrolled])
def around(qtbot, request):
    """A page, or what scrolls it: the words in it come later."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.addStretch()
    column.addWidget(QLabel())
    made = request.param(page)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    return made


def test_words_that_come_later_are_not_covered_either(qtbot, around):
    bar, said = MessageBar(around), around.findChild(QLabel)
    bar.show_notice(Notice("Đã xong.", tone=Tone.DONE))
    before = bar.geometry()
    said.setText("Bản sao này có 532 người.")
    assert before.intersects(QRect(0, 380, 700, 10))
    qtbot.waitUntil(lambda: not bar.geometry().intersects(said.geometry()))


class Layouts(QObject):
    """Counts how often layouts are asked for below a widget."""

    def __init__(self, top):
        super().__init__()
        self.count = 0
        for each in (top, *top.findChildren(QWidget)):
            each.installEventFilter(self)

    def eventFilter(self, _watched, event):
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


@pytest.mark.parametrize("notice", [Notice("Đã xong.", tone=Tone.DONE), PROBLEM])
def test_a_message_at_rest_asks_for_nothing(qtbot, around, notice):
    MessageBar(around).show_notice(notice)
    for _ in range(20):
        QApplication.processEvents()
    layouts = Layouts(around)
    for _ in range(50):
        QApplication.processEvents()
    assert layouts.count == 0


def test_over_what_is_lower_than_itself_it_is_read_from_its_beginning(qtbot, worn):
    worn.set_text_size(200)
    low = QWidget()
    qtbot.addWidget(low)
    low.resize(300, 60)
    low.show()
    bar = MessageBar(low)
    bar.show_notice(PROBLEM)
    assert bar.height() > low.height()
    assert bar.y() == 0


def test_what_a_dialog_says_when_it_closes_stays_in_the_window(qtbot, window):
    question = Question("Bỏ đánh dấu?", "3 người.", "Bỏ đánh dấu", window.page("overview"))
    question.open()
    qtbot.waitUntil(question.isActiveWindow)
    window.desk.said.emit("Đã bỏ đánh dấu.")
    question.accept()
    QApplication.processEvents()
    assert window.messages.isVisible()
    assert window.findChild(QWidget, "messageOver") is None
