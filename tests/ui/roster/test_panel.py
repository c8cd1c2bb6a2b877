"""The side panel: one person's data, all contests, the history, and the phone to copy."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from models.journal.change import changing
from models.records import Mark
from models.roster.marks import set_marks
from models.roster.person_rows import people_by_ids
from models.roster.posts import add_side_post
from models.roster.unit_tree import list_units
from models.store.schema import contests, participations
from ui.people.day_dialog import MarkDayDialog
from ui.people.panel import PersonPanel
from ui.people.periods_dialog import PeriodsDialog
from ui.people.reason_dialog import ExemptDialog

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


def button(qtbot, page, name):
    qtbot.waitUntil(lambda: page.findChild(QPushButton, name) is not None)
    return page.findChild(QPushButton, name)


def push(qtbot, page, name):
    found = button(qtbot, page, name)
    found.setFocus()
    qtbot.keyClick(found, Key.Key_Space)


def the(desk, person_id):
    return people_by_ids(desk.file, [person_id])[0]


def test_marks_are_set_redated_and_taken_back_by_buttons(qtbot, desk, an, page):
    qtbot.waitUntil(lambda: page.findChild(QPushButton, "panel-completed") is not None)
    with qtbot.waitSignal(page.loaded):
        push(qtbot, page, "panel-completed")
    assert the(desk, an).completed_on == date(2026, 6, 8)
    push(qtbot, page, "panel-redate-completed_on")
    qtbot.waitUntil(lambda: page.findChild(MarkDayDialog) is not None)
    day = page.findChild(MarkDayDialog).findChild(QLineEdit, "day")
    assert day.text() == "08/06/2026"
    day.clear()
    qtbot.keyClicks(day, "9/6")
    assert not page.findChild(MarkDayDialog).act.isEnabled()
    day.clear()
    qtbot.keyClicks(day, "5/6")
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(day, Key.Key_Return)
    assert the(desk, an).completed_on == date(2026, 6, 5)
    with qtbot.waitSignal(page.loaded):
        push(qtbot, page, "panel-uncomplete")
    assert the(desk, an).completed_on is None
    assert the(desk, an).registered_on == date(2026, 6, 2)


def test_duty_periods_and_posts_have_buttons(qtbot, desk, an, page):
    for name, kind in (("exempt", ExemptDialog), ("periods", PeriodsDialog)):
        push(qtbot, page, f"panel-{name}")
        qtbot.waitUntil(lambda kind=kind: page.findChild(kind) is not None)
        dialog = page.findChild(kind)
        dialog.reject()
        qtbot.waitUntil(lambda kind=kind: page.findChild(kind) is None)
    assert button(qtbot, page, "panel-posts").text() == "Kiêm nhiệm…"


def test_several_people_are_summed_up_and_marked_together(qtbot, desk, an, page):
    qtbot.keyClick(page.table, Key.Key_A, Modifier.ControlModifier)
    button(qtbot, page, "panel-group-registered")
    texts = [each.text() for each in page.findChildren(QLabel)]
    assert "5 người được chọn" in texts
    assert "1 đã đăng ký · 4 chưa đăng ký" in texts
    assert "5 chưa hoàn thành" in texts
    assert "Thuộc 2 đơn vị" in texts
    with qtbot.waitSignal(page.loaded):
        push(qtbot, page, "panel-group-registered")
    qtbot.waitUntil(lambda: "5 đã đăng ký" in [each.text() for each in page.findChildren(QLabel)])


def test_in_larger_letters_the_panel_gives_its_room_to_the_table(qtbot, worn, page):
    """The width is the same: nobody is told of another one."""
    panel = page.findChild(PersonPanel)
    assert panel.isVisible()
    worn.set_text_size(150)
    assert not panel.isVisible()
    worn.set_text_size(100)
    assert panel.isVisible()
