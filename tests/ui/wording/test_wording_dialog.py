"""Lời văn by real keys and the mouse: written, checked, filled, compared, kept in the file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from models.journal.history import history
from models.journal.replay import undo
from models.papers.wordings import ComparedLine, LineState, own_wording, store_wording
from reports.wording.originals import original_wording
from tests.factory import add_people
from tests.ui.keys import NGUYEN_THI_HOA, compose, type_vietnamese, unikey
from ui.people.question import Question
from ui.table.data_table import DataTable
from ui.wording.dialog import open_wording
from ui.wording.difference_view import DifferenceView
from ui.wording.editor import WordingEdit

Key, Modifier = Qt.Key, Qt.KeyboardModifier
KIND = "reminder-letter"
ORIGINAL = original_wording(KIND)


@pytest.fixture
def host(qtbot, desk):
    add_people(desk.file, 3)
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialog(qtbot, desk, host):
    return shown(qtbot, desk, host)


def shown(qtbot, desk, host):
    made = open_wording(desk, KIND, host)
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(lambda: text_of(made).hasFocus())
    return made


def text_of(dialog):
    return dialog.findChild(WordingEdit)


def to_the_end(qtbot, dialog):
    qtbot.keyClick(text_of(dialog), Key.Key_End, Modifier.ControlModifier)
    return text_of(dialog)


def side(qtbot, dialog, at):
    tabs = dialog.findChild(QTabWidget, "wording-tabs")
    bar = tabs.tabBar()
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(at).center())
    return tabs.currentWidget()


def problems(dialog):
    found = dialog.findChild(QListWidget, "wording-problems")
    return [found.item(at).text() for at in range(found.count())]


def preview(dialog):
    return dialog.findChild(QTextEdit, "wording-preview").toPlainText().split("\n")


def proposed(dialog):
    popup = QApplication.activePopupWidget()
    if popup is None:
        return []
    model = popup.model()
    return [model.index(line, 0).data() for line in range(model.rowCount())]


def double_click(qtbot, view, place):
    """As a hand does it: Qt's own double click lacks the first one."""
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def saves(qtbot, dialog):
    act = dialog.findChild(QPushButton, "act")
    qtbot.waitUntil(act.isEnabled)
    qtbot.mouseClick(act, Qt.MouseButton.LeftButton)


def test_what_is_written_is_filled_beside_it_and_kept_as_one_change(qtbot, desk, dialog):
    assert dialog.findChild(QLabel, "wording-title").text() == "Lời văn: Công văn đôn đốc"
    assert "gốc" in dialog.findChild(QLabel, "wording-state").text()
    assert preview(dialog)[0].startswith("V/v đôn đốc tham gia Cuộc thi “Ứng dụng AI")
    assert not dialog.findChild(QPushButton, "act").isEnabled()
    editor = to_the_end(qtbot, dialog)
    qtbot.keyClick(editor, Key.Key_Return)
    unikey(NGUYEN_THI_HOA)
    type_vietnamese(editor, " báo cáo ")
    compose("xa", "xã", commit="xã")
    qtbot.waitUntil(lambda: preview(dialog)[-1] == "Nguyễn Thị Hòa báo cáo xã")
    assert problems(dialog) == []
    saves(qtbot, dialog)
    qtbot.waitUntil(lambda: own_wording(desk.file, KIND) is not None)
    assert own_wording(desk.file, KIND).endswith("\nNguyễn Thị Hòa báo cáo xã\n")
    assert history(desk.file)[0].summary == "Sửa nội dung mẫu “Công văn đôn đốc”"
    undo(desk.file)
    assert own_wording(desk.file, KIND) is None


def test_places_are_proposed_after_a_brace_and_taken_by_enter(qtbot, dialog):
    editor = to_the_end(qtbot, dialog)
    qtbot.keyClick(editor, Key.Key_Return)
    unikey("{")
    qtbot.waitUntil(lambda: len(proposed(dialog)) > 50)
    unikey("tong so")
    qtbot.waitUntil(lambda: proposed(dialog)[:1] == ["tổng số"])
    qtbot.keyClick(QApplication.activePopupWidget(), Key.Key_Return)
    assert editor.toPlainText().endswith("\n{tổng số}")
    assert QApplication.activePopupWidget() is None
    unikey(" người")
    qtbot.waitUntil(lambda: preview(dialog)[-1] == "3 người")
    # The number pad's Enter takes a place too, and what is written by hand needs none.
    unikey(" {số")
    qtbot.waitUntil(lambda: proposed(dialog) != [])
    qtbot.keyClick(QApplication.activePopupWidget(), Key.Key_Enter, Modifier.KeypadModifier)
    assert editor.toPlainText().count("{") == editor.toPlainText().count("}")
    # Offscreen no window manager gives the keys back when the proposals close.
    dialog.activateWindow()
    qtbot.waitUntil(editor.hasFocus)
    unikey(" {tên xã} nay")
    assert QApplication.activePopupWidget() is None
    qtbot.waitUntil(lambda: preview(dialog)[-1].endswith(" xã Kẻ Sặt nay"))


def test_places_are_asked_for_by_key_where_no_brace_can_be_typed(qtbot, dialog):
    editor = to_the_end(qtbot, dialog)
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.keyClick(editor, Key.Key_Space, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: len(proposed(dialog)) > 50)
    first = proposed(dialog)[0]
    qtbot.keyClick(QApplication.activePopupWidget(), Key.Key_Return)
    assert editor.toPlainText().endswith(f"\n{{{first}}}")


def test_escape_closes_the_proposals_and_not_the_dialog(qtbot, dialog):
    ends = []
    dialog.finished.connect(ends.append)
    editor = to_the_end(qtbot, dialog)
    unikey("{s")
    qtbot.waitUntil(lambda: proposed(dialog) != [])
    qtbot.keyClick(QApplication.activePopupWidget(), Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert ends == []
    assert editor.hasFocus()


def test_the_list_of_places_has_their_values_and_puts_them_into_the_text(qtbot, dialog):
    places = side(qtbot, dialog, 1)
    search = places.findChild(QLineEdit, "wording-search")
    table = places.findChild(DataTable)
    search.setFocus()
    qtbot.keyClicks(search, "ten xa")
    model = table.model()
    qtbot.waitUntil(lambda: model.rowCount() > 0 and model.index(0, 0).data() == "{tên xã}")
    qtbot.waitUntil(lambda: model.index(0, 1).data() == "xã Kẻ Sặt")
    assert model.index(0, 2).data()
    editor = to_the_end(qtbot, dialog)
    qtbot.keyClick(editor, Key.Key_Return)
    place = table.visualRect(model.index(0, 0)).center()
    double_click(qtbot, table, place)
    assert editor.toPlainText().endswith("\n{tên xã}")
    assert editor.hasFocus()
    search.setFocus()
    qtbot.keyClick(search, Key.Key_Return)
    assert editor.toPlainText().endswith("\n{tên xã}{tên xã}")


def test_what_is_wrong_is_told_at_its_line_and_shown(qtbot, dialog):
    editor = to_the_end(qtbot, dialog)
    qtbot.keyClick(editor, Key.Key_Return)
    type_vietnamese(editor, "😀 có {tong so nguoi} và **đậm")
    line = editor.document().blockCount()
    qtbot.waitUntil(lambda: len(problems(dialog)) == 2)
    assert problems(dialog)[0] == (
        f"Dòng {line}: Không có chỗ nào tên là {{tong so nguoi}}. Có phải là {{tổng số}}?"
    )
    found = dialog.findChild(QListWidget, "wording-problems")
    assert found.isVisible()
    found.setFocus()
    qtbot.keyClick(found, Key.Key_Return)
    assert editor.hasFocus()
    assert editor.textCursor().selectedText() == "{tong so nguoi}"
    waves = [
        piece.format
        for piece in editor.document().lastBlock().layout().formats()
        if piece.format.underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline
    ]
    assert waves
    place = found.visualItemRect(found.item(1)).center()
    double_click(qtbot, found, place)
    assert editor.textCursor().selectedText() == "**"


def test_an_unknown_place_is_not_saved_silently(qtbot, desk, dialog):
    editor = to_the_end(qtbot, dialog)
    type_vietnamese(editor, " {không có}")
    saves(qtbot, dialog)
    question = dialog.findChild(Question)
    qtbot.waitUntil(question.isActiveWindow)
    words = question.findChild(QLabel, "question-words").text()
    assert "Không có chỗ nào tên là {không có}." in words
    assert "chưa xuất" in words
    # Enter goes back to the text.
    qtbot.keyClick(question.focusWidget(), Key.Key_Return)
    assert own_wording(desk.file, KIND) is None
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    saves(qtbot, dialog)
    again = dialog.findChildren(Question)[-1]
    qtbot.waitUntil(again.isActiveWindow)
    qtbot.mouseClick(again.findChild(QPushButton, "act"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "{không có}" in (own_wording(desk.file, KIND) or ""))


def test_the_own_text_is_compared_and_the_original_taken_back(qtbot, desk, host):
    lines = ORIGINAL.rstrip("\n").split("\n")
    store_wording(desk.file, KIND, "\n".join([*lines[:-1], "Câu của xã."]), ORIGINAL)
    dialog = shown(qtbot, desk, host)
    assert "của xã" in dialog.findChild(QLabel, "wording-state").text()
    side(qtbot, dialog, 2)
    count = dialog.findChild(QLabel, "wording-difference-count")
    assert count.text() == "Bỏ 1 dòng của bản gốc (−), thêm 1 dòng (+)."
    told = dialog.findChild(QTextEdit, "wording-difference").toPlainText().split("\n")
    assert told[-2:] == [f"−  {lines[-1]}", "+  Câu của xã."]
    reset = dialog.findChild(QPushButton, "wording-reset")
    reset.setFocus()
    qtbot.keyClick(reset, Key.Key_Space)
    assert text_of(dialog).toPlainText().rstrip("\n") == ORIGINAL.rstrip("\n")
    assert count.text() == "Giống hệt bản gốc."
    # It can still be taken back in the editor.
    qtbot.keyClick(text_of(dialog), Key.Key_Z, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: "Câu của xã." in text_of(dialog).toPlainText())
    qtbot.waitUntil(reset.isEnabled)
    qtbot.keyClick(reset, Key.Key_Space)
    saves(qtbot, dialog)
    qtbot.waitUntil(lambda: own_wording(desk.file, KIND) is None)


def test_what_was_written_is_not_lost_by_escape(qtbot, dialog):
    ends = []
    dialog.finished.connect(ends.append)
    editor = to_the_end(qtbot, dialog)
    unikey("x")
    qtbot.keyClick(editor, Key.Key_Escape)
    question = dialog.findChild(Question)
    qtbot.waitUntil(question.isActiveWindow)
    qtbot.keyClick(question.focusWidget(), Key.Key_Escape)
    assert ends == []
    assert editor.toPlainText().endswith("x")


def test_the_keyboard_reaches_everything_and_saves(qtbot, desk, dialog):
    editor = to_the_end(qtbot, dialog)
    unikey("x")
    qtbot.waitUntil(dialog.findChild(QPushButton, "act").isEnabled)
    met = set()
    for _ in range(8):
        met.add(QApplication.focusWidget().objectName())
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    assert {"wording-text", "wording-preview", "wording-reset", "keep", "act"} <= met
    qtbot.keyClick(editor, Key.Key_Return, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: own_wording(desk.file, KIND) is not None)


def test_a_kind_without_words_says_so(qtbot, desk, host):
    dialog = open_wording(desk, "unit-summary", host)
    problem = dialog.findChild(QLabel, "problem")
    qtbot.waitUntil(problem.isVisible)
    assert "không có lời văn để sửa" in problem.text()
    assert not text_of(dialog).isEnabled()


@pytest.mark.parametrize(
    ("other", "told"),
    [(LineState.NEW, "Thêm 1 dòng (+)."), (LineState.GONE, "Bỏ 1 dòng của bản gốc (−).")],
)
def test_beside_the_original_only_what_there_is_is_counted(qtbot, other, told):
    view = DifferenceView()
    qtbot.addWidget(view)
    view.show_lines([ComparedLine(LineState.SAME, "Kính gửi"), ComparedLine(other, "Trân trọng")])
    assert view.findChild(QLabel, "wording-difference-count").text() == told
