"""What failed is said with its details wherever it is said, and goes when its cause does."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

import ui
from models.errors import AppError
from models.version import PRODUCT_NAME
from tests.factory import add_people
from tests.ui.theme.test_number_pad import MAKERS, Room, answered
from ui.error_line import ErrorLine
from ui.signing.dialog import SignersDialog
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings

SOURCE = Path(ui.__file__).parent
TOLD_ELSEWHERE = ("commandline", "calls")
"""What the console shows, and what answers a screen."""
HINTS = {
    "handover/password.py": "a password that is being chosen",
    "history/words.py": "why an act cannot be taken back, before anybody asks",
    "intake/columns_step.py": "a row of titles that is being typed",
    "locking/new_password.py": "a password that is being chosen",
    "pages/contest/edit_dialog.py": "fields that are yet to be set right",
    "pages/contest/jury_dialog.py": "a scale that is being typed",
    "pages/contest/new_dialog.py": "fields that are yet to be set right",
    "pages/contest/scores_dialog.py": "scores that are being typed",
    "pages/contest/stages_dialogs.py": "a sum that is being typed",
    "pages/contest/task_dialog.py": "counts that are being typed",
    "pages/reports/definition_dialog.py": "days that are being typed",
    "pages/reports/period_field.py": "days that are being typed",
}
"""Said beside a field, or before anything was tried: nothing has failed."""
WITH_DETAILS = {
    "attachments/adding.py": "a message, which has details",
    "locking/present_dialog.py": "words for the line, with the seconds to wait",
    "notice.py": "what messages and lines take the words from",
    "error_line.py": "the line itself",
    "safekeeping/card.py": "beside a line that has the details",
    "safekeeping/deeds.py": "the tip of the line at the bottom, which leads to the card",
    "safekeeping/tasks.py": "a task, which leads to the card",
    "start/trouble.py": "only looks for the name of the file",
    "window/message_bar.py": "the message itself",
}
OF_OTHERS = {
    "checking/fault_list.py": "a fault of a document",
    "locking/renewing.py": "why a file is only read, raised anew",
    "pages/reports/page.py": "a list in which nobody stands",
    "pages/roster/cells.py": "why cells keep what they have",
    "start/file_strip.py": "why a file is only read, as long as it is",
    "wording/dialog.py": "a fault of a text",
}
"""No error of anything that was tried."""
WORDS = ("sentence", "advice")
SOME = ("SignersDialog", "PersonDialog", "RestoreDialog", "ActivityDialog", "ImportWizard")


def is_error(node):
    """Whether an expression is called like an error."""
    named = {ast.Name: "id", ast.Attribute: "attr"}.get(type(node), "")
    return getattr(node, named, "").rstrip("s") in {"error", "problem", "refusal", "refused"}


def takes_words(node):
    """Whether the words of an error are taken out of it here."""
    if isinstance(node, ast.Attribute):
        return node.attr in WORDS
    if isinstance(node, ast.FormattedValue):
        return is_error(node.value)
    is_text = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    return is_text and node.func.id == "str" and any(map(is_error, node.args))


def test_nobody_shows_an_error_without_its_details():
    """Whoever takes the words of an error out of it shows them without "Sao chép chi tiết": a
    screen hands the error to a `ErrorLine` or to a message."""
    taking = {
        place.as_posix()
        for path in SOURCE.rglob("*.py")
        if (place := path.relative_to(SOURCE)).parts[0] not in TOLD_ELSEWHERE
        and any(map(takes_words, ast.walk(ast.parse(path.read_text("utf-8")))))
    }
    assert taking == HINTS.keys() | WITH_DETAILS.keys() | OF_OTHERS.keys()


@pytest.fixture
def line(qtbot):
    made = ErrorLine()
    qtbot.addWidget(made)
    made.show()
    return made


def details_of(line):
    return next(each for each in line.findChildren(QPushButton) if "details" in each.objectName())


def test_a_hint_has_no_details(line):
    line.say("Hãy ghi tên.")
    assert line.text == "Hãy ghi tên."
    assert not details_of(line).isVisible()
    line.say("")
    assert line.isHidden()


def test_what_failed_can_be_copied_without_what_it_says(qtbot, line):
    line.refuse(AppError("Nguyễn Thị Hòa đã có trong danh sách.", "Hãy mở dòng có sẵn."))
    assert line.text == "Nguyễn Thị Hòa đã có trong danh sách. Hãy mở dòng có sẵn."
    qtbot.mouseClick(details_of(line), Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert PRODUCT_NAME in copied
    assert "Lỗi: AppError" in copied
    assert "Hòa" not in copied


def test_what_failed_without_an_error_says_where(qtbot, line):
    line.fail("2 tệp không đọc được.")
    qtbot.mouseClick(details_of(line), Qt.MouseButton.LeftButton)
    assert "test_error_line.py" in QGuiApplication.clipboard().text()


def test_a_link_of_its_own_stays_until_something_else_is_said(qtbot, line):
    followed = []
    line.refuse(AppError("Tệp đang mở."), links=[("Tìm", "find", lambda: followed.append(1))])
    qtbot.mouseClick(line.findChild(QPushButton, "find"), Qt.MouseButton.LeftButton)
    assert followed == [1]
    assert line.isVisible()
    line.refuse(AppError("Ổ đĩa đầy."))
    qtbot.waitUntil(lambda: line.findChild(QPushButton, "find") is None)


@pytest.fixture
def room(qtbot, desk):
    add_people(desk.file, 3)
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    return Room(desk, host)


@pytest.mark.parametrize("names", [SOME, pytest.param(tuple(MAKERS), marks=pytest.mark.slow)])
def test_each_dialog_has_room_for_what_failed(qtbot, room, names):
    """Every line for failures that is in sight shows its link, whole and in reach of the keys."""
    told = AppError("Chưa ghi được vào tệp dữ liệu.", "Hãy kiểm tra ổ đĩa rồi thử lại.")
    faults, lines = [], 0
    for name in names:
        dialog = room.make(name)
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        answered(qtbot, room.desk)
        for line in dialog.findChildren(ErrorLine):
            line.refuse(told)
            if not line.isVisibleTo(dialog):
                continue
            lines += 1
            answered(qtbot, room.desk)
            details, words = details_of(line), line.findChild(QLabel)
            whole = words.heightForWidth(words.width()) <= words.height()
            if not (details.isVisible() and details.height() >= details.sizeHint().height()):
                faults.append(f"{name}: the link is not whole")
            if not whole:
                faults.append(f"{name}: {words.size()} is too little for the words")
            details.setFocus(Qt.FocusReason.TabFocusReason)
            qtbot.keyClick(details, Qt.Key.Key_Space)
            if "Ở: " not in QGuiApplication.clipboard().text():
                faults.append(f"{name}: nothing was copied")
            QGuiApplication.clipboard().clear()
        dialog.done(0)
        room.host.activateWindow()
    assert faults == []
    assert lines >= len(SOME)


def test_what_failed_in_a_dialog_goes_when_the_same_succeeds(qtbot, desk, tmp_path):
    window = MainWindow(desk, open_settings(tmp_path))
    qtbot.addWidget(window)
    window.show()
    window.show_file("roster")
    dialog = SignersDialog(desk, window)
    dialog.open()
    answered(qtbot, desk)
    line = dialog.findChild(ErrorLine)
    works = []

    def read(_file):
        if not works:
            raise AppError("Chưa đọc được.")

    desk.ask(read, None, line.refuse)
    qtbot.waitUntil(line.isVisible)
    desk.ask(lambda _file: True)
    answered(qtbot, desk)
    assert line.isVisible()
    works.append(True)
    desk.ask(read)
    qtbot.waitUntil(lambda: not line.isVisible())
    dialog.done(0)
