"""The tab Tuyên truyền by real keys: usual tasks ticked, done with evidence, told to the report."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
)

from models.campaign.publicity import add_task, list_tasks
from models.journal.history import history
from models.records.publicity import PublicityTask, TaskDraft
from tests.factory import unit
from tests.models.campaign.books import CENTRE
from tests.ui.attachments.drops import drop_files
from tests.ui.keys import type_vietnamese
from ui.attachments.view import AttachmentsView
from ui.pages.contest.publicity_tab import PublicityTab
from ui.pages.contest.tasks_columns import proof_words, task_state_words
from ui.table.data_table import DataTable

Key = Qt.Key
LINK = "https://kesat.haiphong.gov.vn/tin"


@pytest.fixture
def tab(qtbot, desk):
    made = PublicityTab(desk)
    qtbot.addWidget(made)
    made.resize(1150, 600)
    made.show()
    qtbot.waitExposed(made)
    with qtbot.waitSignal(made.loaded):
        made.shown()
    return made


def table(tab):
    return tab.findChild(DataTable, "publicity")


def words(tab):
    return tab.findChild(QLabel, "publicity-words").text()


def opened(qtbot, tab, name):
    qtbot.waitUntil(lambda: tab.findChild(QDialog, name) is not None)
    found = tab.findChild(QDialog, name)
    qtbot.waitUntil(found.isActiveWindow)
    return found


def closed(qtbot, tab, name):
    qtbot.waitUntil(lambda: tab.findChild(QDialog, name) is None)


def choose(qtbot, tab):
    table(tab).setFocus()
    qtbot.keyClick(table(tab), Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: tab.findChild(QPushButton, "task-edit").isEnabled())


def test_the_usual_tasks_are_ticked_and_only_those_are_added(qtbot, desk, tab):
    qtbot.keyClick(tab.findChild(QPushButton, "task-usual"), Key.Key_Space)
    dialog = opened(qtbot, tab, "usual-dialog")
    offered = dialog.findChild(QListWidget, "usual-tasks")
    assert list_tasks(desk.file) == ()
    act = dialog.findChild(QPushButton, "act")
    assert act.text() == f"Thêm {offered.count()} nhiệm vụ"
    for _ in range(2):
        qtbot.keyClick(offered, Key.Key_Space)
        qtbot.keyClick(offered, Key.Key_Down)
    assert act.text() == f"Thêm {offered.count() - 2} nhiệm vụ"
    qtbot.keyClick(act, Key.Key_Space)
    closed(qtbot, tab, "usual-dialog")
    qtbot.waitUntil(lambda: table(tab).model().rowCount() == offered_count(desk))
    assert len(list_tasks(desk.file)) == 4
    assert history(desk.file, 1)[0].summary == "Thêm 4 nhiệm vụ tuyên truyền"


def offered_count(desk):
    return len(list_tasks(desk.file))


def test_insert_writes_a_task_down(qtbot, desk, tab):
    table(tab).setFocus()
    qtbot.keyClick(table(tab), Key.Key_Insert)
    dialog = opened(qtbot, tab, "task-dialog")
    type_vietnamese(dialog.findChild(QLineEdit, "task-what"), "Đăng tin")
    type_vietnamese(dialog.findChild(QComboBox, "task-unit").lineEdit(), CENTRE)
    due = dialog.findChild(QLineEdit, "task-due")
    qtbot.keyClicks(due, "11/6")
    qtbot.keyClick(due, Key.Key_Return)
    closed(qtbot, tab, "task-dialog")
    (task,) = list_tasks(desk.file)
    assert (task.what, task.unit, task.due_on) == ("Đăng tin", CENTRE, date(2026, 6, 11))
    qtbot.waitUntil(lambda: words(tab) == "Đến ngày 08/06/2026: 0/1 nhiệm vụ hoàn thành.")


def test_what_is_done_is_said_with_a_link_that_is_checked(qtbot, desk, tab):
    with qtbot.waitSignal(tab.loaded):
        add_task(desk.file, TaskDraft("Đăng tin", unit_id=unit(desk.file, CENTRE).id, asked=2))
    choose(qtbot, tab)
    qtbot.keyClick(table(tab), Key.Key_Return)
    dialog = opened(qtbot, tab, "task-dialog")
    done = dialog.findChild(QLineEdit, "task-done")
    assert done.hasFocus()
    qtbot.keyClicks(done, "2")
    links = dialog.findChild(QPlainTextEdit, "task-links")
    qtbot.keyClicks(links, "kesat.gov.vn")
    act = dialog.findChild(QPushButton, "act")
    assert not act.isEnabled()
    assert "https://" in dialog.findChild(QLabel, "task-links-hint").text()
    links.clear()
    qtbot.keyClicks(links, LINK)
    qtbot.keyClick(done, Key.Key_Return)
    closed(qtbot, tab, "task-dialog")
    (task,) = list_tasks(desk.file)
    assert (task.done, task.done_on, task.links) == (2, desk.today(), (LINK,))
    qtbot.waitUntil(lambda: words(tab).endswith("1/1 nhiệm vụ hoàn thành."))
    qtbot.keyClick(tab.findChild(QPushButton, "task-copy"), Key.Key_Space)
    copied = QGuiApplication.clipboard().text()
    assert f"{CENTRE} đã hoàn thành: đăng tin (2/2; ngày 08/6/2026; đường dẫn: {LINK})." in copied


def test_pictures_are_let_fall_as_evidence(qtbot, desk, tab, tmp_path):
    picture = tmp_path / "bang-tin.jpg"
    picture.write_bytes(b"anh")
    with qtbot.waitSignal(tab.loaded):
        add_task(desk.file, TaskDraft("Niêm yết", done=1))
    assert "1 chưa có minh chứng" in words(tab)
    choose(qtbot, tab)
    assert drop_files(tab.findChild(AttachmentsView), [picture])
    qtbot.waitUntil(lambda: "minh chứng" not in words(tab))
    assert list_tasks(desk.file)[0].files == 1


def test_delete_takes_a_task_away(qtbot, desk, tab):
    with qtbot.waitSignal(tab.loaded):
        add_task(desk.file, TaskDraft("Niêm yết"))
    choose(qtbot, tab)
    with qtbot.waitSignal(desk.said) as told:
        qtbot.keyClick(table(tab), Key.Key_Delete)
    assert "Ctrl+Z" in told.args[0]
    assert list_tasks(desk.file) == ()


@pytest.mark.parametrize(
    ("due", "done_on", "said"),
    [
        (8, None, "Hạn hôm nay"),
        (11, None, "Còn 3 ngày"),
        (5, None, "Quá hạn 3 ngày"),
        (None, None, "Đang thực hiện"),
        (5, 7, "Đã hoàn thành, trễ 2 ngày"),
        (5, 4, "Đã hoàn thành"),
    ],
)
def test_the_state_in_words(due, done_on, said):
    days = [date(2026, 6, each) if each else None for each in (due, done_on)]
    task = PublicityTask(1, "Niêm yết", "", None, "", days[0], 1, int(bool(done_on)), days[1])
    assert task_state_words(task, date(2026, 6, 8)) == said
    assert proof_words(task) == ""
