"""Second posts in the window, by keys and by mouse: given, mended, taken away, undone."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPushButton, QWidget

from models.figures.figures import figures
from models.journal.history import fingerprint, history
from models.journal.replay import undo
from models.roster.person_rows import people_by_ids
from models.roster.posts import add_side_post, side_posts_of
from models.roster.unit_tree import list_units
from tests.factory import add_people, unit
from tests.ui.keys import type_vietnamese
from ui.people.person_dialog import PersonDialog
from ui.people.posts_dialog import NEW, PostsDialog

Key = Qt.Key
POLICE, CLINIC = "Công an xã", "Trạm Y tế xã"


@pytest.fixture
def host(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def an(desk):
    (made,) = add_people(desk.file, 1)
    return made


@pytest.fixture
def opened(qtbot, desk, host, an):
    def opener():
        (person,) = people_by_ids(desk.file, [an])
        posts = side_posts_of(desk.file, an)
        dialog = PostsDialog(desk, person, posts, list_units(desk.file), host)
        dialog.open()
        qtbot.waitUntil(dialog.isVisible)
        return dialog

    return opener


def field(dialog, name) -> QLineEdit:
    return dialog.findChild(QLineEdit, name)


def unit_line(dialog) -> QLineEdit:
    return dialog.findChild(QComboBox, "post-unit").lineEdit()


def lines(dialog):
    shown = dialog.findChild(QListWidget, "posts")
    return [shown.item(at).text() for at in range(shown.count())]


def typed(qtbot, dialog, name, text):
    edit = field(dialog, name)
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClick(edit, Key.Key_Delete)
    type_vietnamese(edit, text)
    return edit


def test_one_is_given_by_keys_and_counts_once(qtbot, desk, an, opened):
    before, whole = fingerprint(desk.file), figures(desk.file)
    dialog = opened()
    assert lines(dialog) == [NEW]
    qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.findChild(QComboBox, "post-unit"))
    type_vietnamese(unit_line(dialog), POLICE)
    typed(qtbot, dialog, "post-position", "Thủ quỹ")
    typed(qtbot, dialog, "post-since", "1/6")
    qtbot.keyClick(typed(qtbot, dialog, "post-until", "30/6"), Key.Key_Return)
    told = "Thủ quỹ · Công an xã, từ 01/06/2026 đến hết 30/06/2026"
    qtbot.waitUntil(lambda: lines(dialog) == [told, NEW])
    (post,) = side_posts_of(desk.file, an)
    assert (post.position, post.since, post.until) == (
        "Thủ quỹ",
        date(2026, 6, 1),
        date(2026, 7, 1),
    )
    assert figures(desk.file) == whole
    assert history(desk.file)[0].summary.endswith("kiêm nhiệm tại Công an xã")
    undo(desk.file)
    assert fingerprint(desk.file) == before


def test_it_is_mended_by_keys(qtbot, desk, an, opened):
    add_side_post(desk.file, an, unit(desk.file, POLICE).id, "Thủ quỹ")
    add_side_post(desk.file, an, unit(desk.file, CLINIC).id)
    dialog = opened()
    shown = dialog.findChild(QListWidget, "posts")
    assert dialog.focusWidget() is shown
    qtbot.keyClick(shown, Key.Key_Home)
    assert (unit_line(dialog).text(), field(dialog, "post-position").text()) == (POLICE, "Thủ quỹ")
    qtbot.keyClick(typed(qtbot, dialog, "post-position", "Kế toán"), Key.Key_Return)
    qtbot.waitUntil(lambda: lines(dialog) == ["Kế toán · Công an xã", CLINIC, NEW])
    assert shown.currentRow() == 0


def test_it_is_taken_away_by_mouse(qtbot, desk, an, opened):
    add_side_post(desk.file, an, unit(desk.file, POLICE).id, "Thủ quỹ")
    dialog = opened()
    shown = dialog.findChild(QListWidget, "posts")
    at = shown.visualItemRect(shown.item(0)).center()
    remove = dialog.findChild(QPushButton, "post-remove")
    assert not remove.isEnabled()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: lines(dialog) == [NEW])
    assert side_posts_of(desk.file, an) == ()


def test_what_cannot_be_is_said_in_the_dialog(qtbot, desk, an, opened):
    dialog = opened()
    act = dialog.findChild(QPushButton, "act")
    assert not act.isEnabled()
    type_vietnamese(unit_line(dialog), "Phòng Văn hóa - Xã hội")
    qtbot.mouseClick(act, Qt.MouseButton.LeftButton)
    problem = dialog.findChild(QLabel, "problem")
    qtbot.waitUntil(lambda: "đã thuộc Phòng Văn hóa - Xã hội" in problem.text())
    typed(qtbot, dialog, "post-since", "5/6")
    typed(qtbot, dialog, "post-until", "4/6")
    assert "đứng trước" in problem.text()
    assert not act.isEnabled()
    assert side_posts_of(desk.file, an) == ()


def test_the_dialog_of_a_person_leads_there(qtbot, desk, an, host):
    (person,) = people_by_ids(desk.file, [an])
    dialog = PersonDialog(desk, list_units(desk.file), person, host)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    button = dialog.findChild(QPushButton, "person-posts")
    button.setFocus()
    qtbot.keyClick(button, Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.findChild(PostsDialog, "posts-dialog") is not None)
    inner = dialog.findChild(PostsDialog, "posts-dialog")
    qtbot.waitUntil(inner.isVisible)
    qtbot.keyClick(inner, Key.Key_Escape)
    qtbot.waitUntil(lambda: not inner.isVisible())
    assert dialog.isVisible()
