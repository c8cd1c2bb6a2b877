"""The side panel: one person's data, all contests, the history, and the phone to copy."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from models.journal.change import changing
from models.records import Mark
from models.roster.marks import set_marks
from models.roster.posts import add_side_post
from models.roster.unit_tree import list_units
from models.store.schema import contests, participations

Key, Modifier = Qt.Key, Qt.KeyboardModifier
OLD = {"code": "ai-2025", "name": "Cuộc thi 2025", "short_name": "AI 2025", "target": 0}


@pytest.fixture
def an(desk, people):
    """Trần Văn An, who took part last year and has registered this year."""
    person_id = people["Trần Văn An"]
    set_marks(desk.file, [person_id], Mark.REGISTERED, date(2026, 6, 2))
    with changing(desk.file, "x", "Cuộc thi cũ") as change:
        (contest_id,) = change.insert(contests, [{**OLD, "current": False}])
        row = {"person_id": person_id, "contest_id": contest_id, "score": 87.5}
        change.insert(participations, [{**row, "completed_on": date(2025, 6, 1)}])
    return person_id


def said(page) -> list[str]:
    panel = page.findChild(QLabel, "panel-name").parentWidget()
    return [label.text() for label in panel.findChildren(QLabel)]


def test_one_person_with_all_contests_and_the_history(qtbot, an, page):
    qtbot.keyClick(page.table, Key.Key_End, Modifier.ControlModifier)
    qtbot.keyClick(page.table, Key.Key_Home, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: page.findChild(QLabel, "panel-name") is not None)
    qtbot.waitUntil(lambda: "Trần Văn An" in said(page))
    words = said(page)
    assert "✓ Đã đăng ký 02/06/2026" in words
    assert words.index("AI 2025") < words.index("✓ Đã hoàn thành 01/06/2025")
    assert "Điểm: 87,5" in words
    history = words[words.index("Lịch sử") :]
    assert any("Đánh dấu 1 người đã đăng ký" in each for each in history)
    assert any("Trần Văn An" in each for each in history)


def test_the_phone_is_copied_from_the_panel(qtbot, an, page):
    qtbot.waitUntil(lambda: page.findChild(QPushButton, "panel-copy") is not None)
    qtbot.waitUntil(lambda: "Trần Văn An" in said(page))
    button = page.findChild(QPushButton, "panel-copy")
    button.setFocus()
    qtbot.keyClick(button, Key.Key_Space)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "0982103591")


def test_a_second_post_stands_below_the_main_one(qtbot, an, desk, page):
    there = next(each for each in list_units(desk.file) if each.name == "Công an xã")
    add_side_post(desk.file, an, there.id, "Thủ quỹ")
    qtbot.keyClick(page.table, Key.Key_End, Modifier.ControlModifier)
    qtbot.keyClick(page.table, Key.Key_Home, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: page.findChild(QLabel, "panel-name") is not None)
    qtbot.waitUntil(lambda: "Kiêm nhiệm: Thủ quỹ · Công an xã" in said(page))
