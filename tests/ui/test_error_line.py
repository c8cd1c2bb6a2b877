"""What failed is said with its details wherever it is said, and goes when its cause does."""

from __future__ import annotations

import ast
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

import ui
import ui.error_line
import ui.people.act_dialog
import ui.theme.growing
import ui.theme.on_screen
from models.errors import AppError
from models.version import PRODUCT_NAME
from tests.ui.theme.cut_text import cut_text
from tests.ui.theme.test_cut_text import OFFICE, TITLE, calm
from tests.ui.theme.test_number_pad import MAKERS, answered
from ui.error_line import ErrorLine
from ui.signing.dialog import SignersDialog
from ui.start.choice import ChoiceDialog, Way
from ui.start.trouble import TroublePage
from ui.theme.on_screen import DialogSizes
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
SOME = ("HeadsDialog", "ImportWizard", "PersonDialog", "RestoreDialog", "WordingDialog")
LOW = QSize(1024, 600)
SOME_OR_ALL = pytest.mark.parametrize(
    ("names", "cases"),
    [
        (SOME, [(200, OFFICE)]),
        pytest.param(
            tuple(MAKERS),
            [(100, OFFICE), (200, OFFICE), (100, LOW), (150, LOW)],
            marks=pytest.mark.slow,
        ),
    ],
    ids=["some", "all"],
)


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


@SOME_OR_ALL
def test_each_dialog_has_room_for_what_failed(qtbot, room, worn, monkeypatch, names, cases):
    """Every line for failures shows its words and its link, whole and in reach of the keys, and
    takes no room from what else stands there."""
    told = AppError(
        "Chưa lưu được vào thư mục “D:/Cuộc thi”: ổ đĩa đã đầy.",
        "Hãy xóa bớt tệp không cần dùng hoặc chọn ổ đĩa khác rồi lưu lại.",
    )
    screens = [OFFICE]
    for each in (ui.error_line, ui.people.act_dialog, ui.theme.growing, ui.theme.on_screen):
        monkeypatch.setattr(each, "room_of", lambda _window: screens[-1] - TITLE)
    DialogSizes(worn)
    faults, lines = [], 0
    for (size, screen), name in product(cases, names):
        worn.set_text_size(size)
        screens.append(screen)
        dialog = room.make(name)
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        calm(qtbot, room.desk)
        for line in dialog.findChildren(ErrorLine):
            line.refuse(told)
        calm(qtbot, room.desk)
        where = f"{name} {size} % {screen.width()}"
        faults += [f"{where}: {each}" for each in cut_text(dialog)]
        if dialog.size() != dialog.size().boundedTo(screen - TITLE):
            faults.append(f"{where}: it is {dialog.size()}")
        for line in filter(ErrorLine.isVisible, dialog.findChildren(ErrorLine)):
            lines += 1
            details_of(line).setFocus(Qt.FocusReason.TabFocusReason)
            qtbot.keyClick(details_of(line), Qt.Key.Key_Space)
            if "Ở: " not in QGuiApplication.clipboard().text():
                faults.append(f"{where}: nothing is copied")
            QGuiApplication.clipboard().clear()
        dialog.done(0)
        room.host.activateWindow()
    assert faults == []
    assert lines >= len(SOME) * len(cases)


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


class _Windows(QObject):
    """Hears of each error that is shown as a window of its own."""

    def __init__(self):
        super().__init__()
        self.met = []

    def eventFilter(self, watched, event):
        shown = event.type() == QEvent.Type.Show and isinstance(watched, ErrorLine)
        if shown and watched.isWindow():
            self.met.append(watched)
        return False


def test_no_error_flashes_up_as_a_window_before_it_has_its_place(qtbot, qapp, tmp_path):
    error, host, heard = AppError("Chưa mở được.", "Hãy thử lại."), QWidget(), _Windows()
    qtbot.addWidget(host)
    qapp.installEventFilter(heard)
    try:
        page = TroublePage(tmp_path / "a.tiendo", error, lacks_log=False)
        qtbot.addWidget(page)
        ways = (Way("Đóng", "leave"),)
        question = ChoiceDialog("Chưa lưu được", (), ways, host, failed=error)
        question.open()
        qtbot.waitUntil(question.findChild(ErrorLine).isVisible)
        question.reject()
    finally:
        qapp.removeEventFilter(heard)
    assert heard.met == []
