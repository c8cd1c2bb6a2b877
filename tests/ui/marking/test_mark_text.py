"""Marking by text through the window, by keys and the clipboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QRadioButton, QWidget

from models.journal.history import fingerprint, history
from models.journal.replay import undo
from models.records import Mark
from models.roster.marks import set_marks
from models.roster.person_rows import people_by_ids
from tests.models.marking.roster import fill
from tests.ui.keys import type_vietnamese
from ui.marking.dialog import MarkTextDialog
from ui.table.data_table import DataTable

Key, Modifier = Qt.Key, Qt.KeyboardModifier
TEXT = "1. Nguyễn Văn An\n2. Lê Thị Lan\n3. Hoàng Văn Không\nDạ em cảm ơn"


@pytest.fixture
def ids(desk):
    return fill(desk.file)


@pytest.fixture
def open_dialog(qtbot, desk, ids):
    hosts = []

    def opener(copied=TEXT):
        QGuiApplication.clipboard().setText(copied)
        host = QWidget()
        qtbot.addWidget(host)
        hosts.append(host)
        host.show()
        dialog = MarkTextDialog(desk, host)
        if copied.strip():
            with qtbot.waitSignal(dialog.shown):
                dialog.open()
        else:
            dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return opener


def find(dialog, kind, name):
    return dialog.findChild(kind, name)


def lines(dialog, column=0):
    model = find(dialog, DataTable, "box-mark-text").model()
    return [model.index(line, column).data() for line in range(model.rowCount())]


def table(qtbot, dialog, first="Cần quyết định"):
    shown = find(dialog, DataTable, "box-mark-text")
    shown.setFocus()
    qtbot.waitUntil(lambda: any(first in (word or "") for word in lines(dialog)))
    return shown


def marked(desk, ids):
    people = people_by_ids(desk.file, list(ids.values()))
    return {person.name for person in people if person.registered_on}


MEETING = (
    "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\n"
    "Nguyễn Văn An (Khách)\t08/06/2026 14:00:00\t08/06/2026 15:00:00\t1h\n"
    "Lê Thị Lan\t08/06/2026 14:00:00\t08/06/2026 14:10:00\t10m\n"
)


def test_of_a_meeting_only_who_stayed_long_enough_is_marked(qtbot, open_dialog, desk, ids):
    dialog = open_dialog(MEETING)
    table(qtbot, dialog)
    assert len(lines(dialog)) == 2
    stay = find(dialog, QLineEdit, "stay-minutes")
    stay.setFocus()
    qtbot.keyClicks(stay, "30")
    # Enter reads again for these minutes, and marks nobody by what was read for none.
    with qtbot.waitSignal(dialog.shown):
        qtbot.keyClick(stay, Key.Key_Return)
    assert marked(desk, ids) == set()
    assert len(lines(dialog)) == 1
    assert "Lê Thị Lan (10 phút)" in find(dialog, QLabel, "passed-over").text()
    assert not find(dialog, QLineEdit, "stay-minutes").isHidden()


def test_a_message_asks_for_no_minutes(qtbot, open_dialog):
    dialog = open_dialog()
    table(qtbot, dialog)
    assert not find(dialog, QLineEdit, "stay-minutes").isVisible()


def test_what_was_copied_is_read_at_once(qtbot, open_dialog):
    dialog = open_dialog()
    table(qtbot, dialog)
    assert [word.split(" ", 1)[1] for word in lines(dialog)] == [
        "Cần quyết định",
        "Không tìm thấy",
        "Nhận ra",
    ]
    summary = find(dialog, QLabel, "mark-summary").text()
    assert summary == "Nhận ra 1 người · 1 cần quyết định · 1 không tìm thấy"
    assert "Dạ em cảm ơn" in find(dialog, QLabel, "passed-over").text()
    assert find(dialog, QPushButton, "act").text() == "Đánh dấu 1 người đã đăng ký"


def test_the_keys_go_to_the_people_and_control_v_pastes_another_text(qtbot, open_dialog):
    dialog = open_dialog()
    shown = find(dialog, DataTable, "box-mark-text")
    assert shown.hasFocus()
    QGuiApplication.clipboard().setText("Đỗ Thị Hòa")
    with qtbot.waitSignal(dialog.shown):
        qtbot.keyClick(shown, Key.Key_V, Modifier.ControlModifier)
    assert find(dialog, QPlainTextEdit, "mark-text").toPlainText() == "Đỗ Thị Hòa"
    assert find(dialog, QLabel, "mark-summary").text() == "Nhận ra 1 người"


def test_enter_marks_as_one_change_and_undo_takes_it_back(qtbot, desk, ids, open_dialog):
    before = fingerprint(desk.file)
    dialog = open_dialog()
    shown = table(qtbot, dialog)
    with qtbot.waitSignal(desk.noticed) as noticed:
        qtbot.keyClick(shown, Key.Key_Return)
    assert marked(desk, ids) == {"Nguyễn Văn An"}
    assert history(desk.file)[0].summary == "Đánh dấu 1 người đã đăng ký"
    assert "Ctrl+Z" in noticed.args[0].advice
    undo(desk.file)
    assert fingerprint(desk.file) == before


def test_decisions_by_key_mark_the_one_who_was_chosen(qtbot, desk, ids, open_dialog):
    dialog = open_dialog("Lê Thị Lan\nnguyen van an")
    shown = table(qtbot, dialog)
    qtbot.keyClick(shown, Key.Key_Right)
    qtbot.keyClick(shown, Key.Key_1)
    qtbot.waitUntil(lambda: "Đã chọn" in lines(dialog)[0])
    qtbot.keyClick(shown, Key.Key_1)
    qtbot.waitUntil(lambda: "Đã chọn" in lines(dialog)[1])
    with qtbot.waitSignal(dialog.marked):
        qtbot.keyClick(shown, Key.Key_Return)
    people = {p.id: p.registered_on for p in people_by_ids(desk.file, list(ids.values()))}
    assert people[ids["lan2"]]
    assert people[ids["an"]]
    assert people[ids["lan1"]] is None
    again = open_dialog("nguyen van an")
    table(qtbot, again, "Nhận ra")


def test_a_decision_about_a_denial_says_nothing_of_the_name(qtbot, open_dialog):
    dialog = open_dialog("Nguyễn Văn An chưa đăng ký\nnguyen van an")
    shown = table(qtbot, dialog)
    for _ in range(2):
        qtbot.keyClick(shown, Key.Key_2)
    qtbot.waitUntil(lambda: all("Không phải ai" in word for word in lines(dialog)))
    with qtbot.waitSignal(dialog.marked):
        qtbot.keyClick(shown, Key.Key_Return)
    again = open_dialog("Nguyễn Văn An")
    table(qtbot, again, "Nhận ra")


def test_a_decision_can_be_taken_back_and_somebody_sure_left_out(qtbot, open_dialog):
    dialog = open_dialog("Nguyễn Văn An")
    shown = table(qtbot, dialog, "Nhận ra")
    act = find(dialog, QPushButton, "act")
    qtbot.keyClick(shown, Key.Key_Delete)
    qtbot.waitUntil(lambda: "Bỏ qua" in lines(dialog)[0])
    assert not act.isEnabled()
    qtbot.keyClick(shown, Key.Key_0)
    qtbot.waitUntil(lambda: "Nhận ra" in lines(dialog)[0])
    assert act.isEnabled()


def test_typing_is_read_as_it_goes_and_keeps_decisions(qtbot, open_dialog):
    dialog = open_dialog("Lê Thị Lan")
    shown = table(qtbot, dialog)
    qtbot.keyClick(shown, Key.Key_1)
    qtbot.waitUntil(lambda: "Đã chọn" in lines(dialog)[0])
    text = find(dialog, QPlainTextEdit, "mark-text")
    text.setFocus()
    qtbot.keyClick(text, Key.Key_Home, Modifier.ControlModifier)
    with qtbot.waitSignal(dialog.shown):
        type_vietnamese(text, "Đỗ Thị Hòa\n")
    qtbot.waitUntil(lambda: len(lines(dialog)) == 2 and None not in lines(dialog))
    assert find(dialog, QPushButton, "act").text() == "Đánh dấu 2 người đã đăng ký"


def test_control_enter_in_the_text_marks(qtbot, desk, ids, open_dialog):
    dialog = open_dialog("0982103591")
    text = find(dialog, QPlainTextEdit, "mark-text")
    text.setFocus()
    with qtbot.waitSignal(dialog.marked):
        qtbot.keyClick(text, Key.Key_Return, Modifier.ControlModifier)
    assert marked(desk, ids) == {"Trần Thị Bình"}


def test_completed_on_another_day(qtbot, desk, ids, open_dialog):
    dialog = open_dialog("Nguyễn Văn An")
    qtbot.keyClick(find(dialog, QRadioButton, "mark-completed"), Key.Key_Space)
    day = find(dialog, QLineEdit, "mark-day")
    day.selectAll()
    qtbot.keyClicks(day, "9/6")
    assert not find(dialog, QPushButton, "act").isEnabled()
    assert "chưa đến" in find(dialog, QLabel, "problem").text()
    day.selectAll()
    qtbot.keyClicks(day, "5/6")
    with qtbot.waitSignal(dialog.marked):
        qtbot.keyClick(day, Key.Key_Return)
    (person,) = people_by_ids(desk.file, [ids["an"]])
    assert str(person.completed_on) == str(person.registered_on) == "2026-06-05"


def test_an_empty_text_leaves_nothing_to_do_and_escape_changes_nothing(qtbot, desk, open_dialog):
    before = fingerprint(desk.file)
    dialog = open_dialog("")
    assert not find(dialog, QPushButton, "act").isEnabled()
    assert find(dialog, QLabel, "mark-summary").text() == "Chưa có văn bản"
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog, Key.Key_Escape)
    assert fingerprint(desk.file) == before


def test_ctrl_z_takes_back_nothing_of_another_text(qtbot, open_dialog):
    dialog = open_dialog("nguyen van an\nnguyen van an")
    shown = table(qtbot, dialog)
    qtbot.keyClick(shown, Key.Key_2)
    qtbot.keyClick(shown, Key.Key_2)
    qtbot.waitUntil(lambda: sum("Không phải ai" in word for word in lines(dialog)) == 2)
    find(dialog, QPlainTextEdit, "mark-text").setPlainText("nguyen van an")
    qtbot.waitUntil(lambda: len(lines(dialog)) == 1)
    qtbot.keyClick(shown, Key.Key_Z, Modifier.ControlModifier)
    assert "Không phải ai" in lines(dialog)[0]


def test_the_rest_can_be_copied(qtbot, open_dialog):
    dialog = open_dialog()
    table(qtbot, dialog)
    qtbot.mouseClick(find(dialog, QPushButton, "copy-rest"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "Lê Thị Lan\nHoàng Văn Không"


def test_a_refusal_alone_is_remembered(qtbot, open_dialog):
    dialog = open_dialog("nguyen van an")
    shown = table(qtbot, dialog)
    qtbot.keyClick(shown, Key.Key_2)
    qtbot.waitUntil(lambda: "Không phải ai" in lines(dialog)[0])
    assert find(dialog, QPushButton, "act").text() == "Ghi nhớ quyết định"
    with qtbot.waitSignal(dialog.marked):
        qtbot.keyClick(shown, Key.Key_Return)
    again = open_dialog("nguyen van an")
    table(qtbot, again, "Không tìm thấy")


def test_lines_that_deny_are_answered_alike_and_taken_back_by_one_key(qtbot, open_dialog):
    dialog = open_dialog("Nguyễn Văn An chưa đăng ký\nĐỗ Thị Hòa chưa đăng ký\nnguyen van an")
    shown = table(qtbot, dialog)
    qtbot.keyClick(shown, Key.Key_2)
    alike = find(dialog, QPushButton, "mark-text-alike")
    qtbot.waitUntil(lambda: alike.text() == "Như vậy cho 1 dòng giống (Ctrl+D)")
    qtbot.keyClick(shown, Key.Key_D, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: sum("Không phải ai" in word for word in lines(dialog)) == 2)
    qtbot.keyClick(shown, Key.Key_0)
    qtbot.waitUntil(lambda: sum("Không phải ai" in word for word in lines(dialog)) == 1)


def test_on_a_low_screen_the_lines_have_the_room_and_the_weekday_stands_beside_the_day(
    qtbot, open_dialog, worn
):
    dialog = open_dialog()
    dialog.resize(int(1366 / 1.5 * 0.94), int(768 / 1.5 * 0.94))
    shown = table(qtbot, dialog)
    qtbot.waitUntil(lambda: shown.viewport().height() >= 3 * shown.rowHeight(0))
    day, weekday = find(dialog, QLineEdit, "mark-day"), find(dialog, QLabel, "mark-day-hint")
    assert weekday.text() == "thứ Hai, 08/06/2026"
    assert weekday.x() > day.x()
    assert abs(weekday.geometry().center().y() - day.geometry().center().y()) <= 2
    assert dialog.minimumSizeHint().width() <= dialog.width()


def test_a_text_can_say_who_has_not_passed(qtbot, desk, ids, open_dialog):
    set_marks(desk.file, [ids["binh"]], Mark.COMPLETED)
    dialog = open_dialog("Nguyễn Văn An - 0912345678\nTrần Thị Bình - 0982103591")
    table(qtbot, dialog, "Nhận ra")
    qtbot.keyClick(find(dialog, QRadioButton, "mark-failed"), Key.Key_Space)
    assert "1 người đã hoàn thành nên giữ nguyên" in find(dialog, QLabel, "mark-summary").text()
    act = find(dialog, QPushButton, "act")
    assert act.text() == "Đánh dấu 1 người đã thi, chưa đạt"
    with qtbot.waitSignal(desk.noticed) as told:
        qtbot.keyClick(act, Key.Key_Space)
    assert told.args[0].text == (
        "Đã đánh dấu 1 người đã thi, chưa đạt. 1 người đã hoàn thành nên giữ nguyên."
    )
    (an,) = people_by_ids(desk.file, [ids["an"]])
    assert an.has_failed
