"""Kính gửi, nơi nhận and the officer's texts by real keys, as they will stand on paper."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from models.journal.history import history
from models.journal.replay import undo
from models.office.choices import choices_of, remember_choices
from models.records.choices import NOTHING_CHOSEN, DocumentChoices
from reports.blocks import Paragraph
from reports.catalog import UNIT_SUMMARY, kind_of
from reports.compose import compose, compose_document
from reports.gather.request import Request
from tests.factory import add_people
from tests.ui.keys import NGUYEN_THI_HOA, type_vietnamese, unikey
from ui.people.question import Question
from ui.signing.choices_dialog import open_choices

Key = Qt.Key
REPORT = "result-report"


@pytest.fixture
def host(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def shown(qtbot, desk, host, code=UNIT_SUMMARY):
    dialog = open_choices(desk, code, host)
    title = kind_of(code).title
    qtbot.waitUntil(lambda: dialog.findChild(QLabel, "choices-kind").text() == title)
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.waitUntil(editor(dialog, "recipients").isVisible)
    return dialog


def editor(dialog, name):
    return dialog.findChild(QPlainTextEdit, name)


def hint(dialog, name):
    return dialog.findChild(QLabel, f"{name}-hint").text()


def test_recipients_are_typed_as_officers_do_and_stand_as_the_decree_wants(qtbot, desk, host):
    dialog = shown(qtbot, desk, host)
    recipients = editor(dialog, "recipients")
    qtbot.waitUntil(recipients.hasFocus)
    assert recipients.toPlainText() == "Ban Tổ chức Cuộc thi"
    assert hint(dialog, "recipients").split("\n") == [
        "Nơi nhận:", "- Ban Tổ chức Cuộc thi;", "- Lưu: VT, VHXH.",
    ]  # fmt: skip
    assert not dialog.act.isEnabled()
    qtbot.keyClick(recipients, Key.Key_End)
    qtbot.keyClick(recipients, Key.Key_Return)
    type_vietnamese(recipients, "- Chủ tịch, các PCT UBND xã;")
    qtbot.keyClick(recipients, Key.Key_Return)
    type_vietnamese(recipients, "- Lưu: VT.")
    assert hint(dialog, "recipients").split("\n")[2:] == [
        "- Chủ tịch, các PCT UBND xã;", "- Lưu: VT, VHXH.",
    ]  # fmt: skip
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    own = ("Ban Tổ chức Cuộc thi", "Chủ tịch, các PCT UBND xã")
    qtbot.waitUntil(lambda: choices_of(desk.file, UNIT_SUMMARY).recipients == own)
    document = compose(desk.file, Request(UNIT_SUMMARY))
    assert document.recipients == (*own, "Lưu: VT, VHXH")
    assert history(desk.file)[0].summary == (
        "Sửa thông tin lập văn bản “Biểu tổng hợp theo đơn vị”"
    )
    undo(desk.file)
    assert choices_of(desk.file, UNIT_SUMMARY) == NOTHING_CHOSEN


def test_the_usual_lines_come_back_and_are_usual_again(qtbot, desk, host):
    remember_choices(desk.file, UNIT_SUMMARY, DocumentChoices(recipients=("Như trên",), signer=7))
    dialog = shown(qtbot, desk, host)
    assert editor(dialog, "recipients").toPlainText() == "Như trên"
    reset = dialog.findChild(QPushButton, "recipients-usual")
    reset.setFocus()
    qtbot.keyClick(reset, Key.Key_Space)
    assert editor(dialog, "recipients").toPlainText() == "Ban Tổ chức Cuộc thi"
    assert editor(dialog, "recipients").hasFocus()
    assert not reset.isVisible()
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    # Who was chosen to sign stays chosen.
    qtbot.waitUntil(lambda: choices_of(desk.file, UNIT_SUMMARY) == DocumentChoices(signer=7))


def test_a_report_has_addressees_and_the_officers_texts(qtbot, desk, host):
    add_people(desk.file, 2)
    dialog = shown(qtbot, desk, host, REPORT)
    qtbot.waitUntil(editor(dialog, "addressees").hasFocus)
    assert hint(dialog, "addressees") == ("Kính gửi: Sở Khoa học và Công nghệ thành phố Hải Phòng")
    editor(dialog, "addressees").selectAll()
    type_vietnamese(editor(dialog, "addressees"), "Kính gửi: Sở Khoa học và Công nghệ.")
    assert hint(dialog, "addressees") == "Kính gửi: Sở Khoa học và Công nghệ"
    qtbot.keyClick(editor(dialog, "addressees"), Key.Key_Return)
    type_vietnamese(editor(dialog, "addressees"), "UBND thành phố")
    assert hint(dialog, "addressees").split("\n") == [
        "Kính gửi: ", "- Sở Khoa học và Công nghệ;", "- UBND thành phố.",
    ]  # fmt: skip
    for part in ("difficulties", "solutions", "proposals"):
        editor(dialog, part).setFocus()
        unikey(NGUYEN_THI_HOA)
        qtbot.keyClick(editor(dialog, part), Key.Key_Return)
        type_vietnamese(editor(dialog, part), f"Đoạn của {part}.")
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: choices_of(desk.file, REPORT) != NOTHING_CHOSEN)
    kept = choices_of(desk.file, REPORT)
    assert kept.addressees == ("Sở Khoa học và Công nghệ", "UBND thành phố")
    assert kept.recipients is None
    assert kept.texts["proposals"] == "Nguyễn Thị Hòa\nĐoạn của proposals."
    again = shown(qtbot, desk, host, REPORT)
    editor(again, "proposals").selectAll()
    qtbot.keyClick(editor(again, "proposals"), Key.Key_Delete)
    qtbot.mouseClick(again.act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "proposals" not in choices_of(desk.file, REPORT).texts)
    assert "solutions" in choices_of(desk.file, REPORT).texts
    document = compose_document(desk.file, Request(REPORT))
    assert document.addressees == ("Sở Khoa học và Công nghệ", "UBND thành phố")
    said = [block.text for block in document.body if isinstance(block, Paragraph)]
    assert "Đoạn của solutions." in said


def test_what_was_written_is_not_lost_by_escape(qtbot, desk, host):
    dialog = shown(qtbot, desk, host)
    ends = []
    dialog.finished.connect(ends.append)
    qtbot.waitUntil(editor(dialog, "recipients").hasFocus)
    unikey("x")
    qtbot.keyClick(dialog.focusWidget(), Key.Key_Escape)
    question = dialog.findChild(Question)
    qtbot.waitUntil(question.isActiveWindow)
    qtbot.keyClick(question.focusWidget(), Key.Key_Return)
    assert ends == []
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    editor(dialog, "recipients").undo()
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert ends == [0]


def test_tab_leads_through_all_fields(qtbot, desk, host):
    dialog = shown(qtbot, desk, host, REPORT)
    qtbot.waitUntil(editor(dialog, "addressees").hasFocus)
    met = []
    for _ in range(8):
        met.append(dialog.focusWidget().objectName())
        qtbot.keyClick(dialog.focusWidget(), Key.Key_Tab)
    assert {"addressees", "recipients", "difficulties", "solutions", "proposals", "keep"} <= set(
        met
    )


def test_a_kind_that_cannot_be_made_now_says_why(qtbot, desk, host, monkeypatch):
    remember_choices(desk.file, UNIT_SUMMARY, DocumentChoices(recipients=("Như trên",)))

    def refuse(*_asked):
        from models.errors import AppError

        raise AppError("Chưa chọn cuộc thi.", "Hãy chọn.")

    monkeypatch.setattr("reports.usual.example_of", refuse)
    dialog = shown(qtbot, desk, host)
    assert "Chưa chọn cuộc thi." in dialog.findChild(QLabel, "problem").text()
    assert editor(dialog, "recipients").toPlainText() == "Như trên"


def test_a_part_that_is_empty_is_where_the_keys_begin(qtbot, desk, host):
    add_people(desk.file, 2)
    remember_choices(desk.file, REPORT, DocumentChoices(texts={"difficulties": "Mạng yếu."}))
    dialog = open_choices(desk, REPORT, host, at_texts=True)
    dialog.resize(dialog.width(), 400)
    qtbot.waitUntil(lambda: editor(dialog, "solutions") is not None)
    qtbot.waitUntil(editor(dialog, "solutions").hasFocus)
    qtbot.waitUntil(lambda: not editor(dialog, "solutions").visibleRegion().isEmpty())


def test_a_text_is_met_before_what_takes_it_away(qtbot, desk, host):
    dialog = shown(qtbot, desk, host, REPORT)
    text = editor(dialog, "difficulties")
    text.setPlainText("Một số người chưa có tài khoản.")
    editor(dialog, "recipients").setFocus()
    qtbot.keyClick(dialog.focusWidget(), Key.Key_Tab)
    assert dialog.focusWidget() is text
    qtbot.keyClick(text, Key.Key_Tab)
    assert dialog.focusWidget().objectName() == "difficulties-usual"


def test_more_lines_make_their_field_higher(qtbot, desk, host):
    dialog = shown(qtbot, desk, host, REPORT)
    written = editor(dialog, "addressees")
    before = written.height()
    qtbot.keyClick(written, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    for _ in range(4):
        qtbot.keyClick(written, Key.Key_Return)
    qtbot.waitUntil(lambda: written.height() > before)
