"""What appears without the keys going there is said by a screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from models.errors import AppError
from ui.error_line import ErrorLine
from ui.notice import Notice, Tone
from ui.window.message_bar import MessageBar


@pytest.fixture
def said(monkeypatch):
    """The words that a screen reader would say."""
    told = []

    def hear(event):
        assert isinstance(event, QAccessibleAnnouncementEvent)
        told.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return told


def test_what_fails_in_a_dialog_is_said_once_for_each_sentence(qtbot, said):
    line = ErrorLine()
    qtbot.addWidget(line)
    assert said == []
    line.say("Hãy ghi số điện thoại.")
    line.say("Hãy ghi số điện thoại.")
    line.say("")
    for _ in range(2):
        line.refuse(AppError("Chưa ghi được.", "Hãy thử lại."))
    assert said == ["Hãy ghi số điện thoại.", *["Chưa ghi được. Hãy thử lại."] * 2]


def test_a_message_over_the_page_is_said(qtbot, said):
    page = QWidget()
    qtbot.addWidget(page)
    MessageBar(page).show_notice(Notice("Đã đánh dấu 1 người.", tone=Tone.DONE))
    assert said == ["Đã đánh dấu 1 người."]
