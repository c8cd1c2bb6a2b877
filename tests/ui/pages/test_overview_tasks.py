"""Việc hôm nay: what a file holds becomes lines, each with its way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea

from models.campaign.publicity import add_task
from models.campaign.reminders import give_reminders
from models.papers.documents import add_document
from models.records.documents import Direction, DocumentDraft
from models.records.publicity import TaskDraft
from models.records.reminders import Addressee, ReminderDraft, ReminderWay, UnitCounts
from models.store.backup import back_up
from models.store.data_file import open_file
from tests.factory import add_people, unit
from tests.ui.pages.test_overview_words import look
from ui.calls import figures as asked
from ui.calls.figures import NewestCopy
from ui.pages.overview_task_list import TaskList
from ui.pages.overview_tasks import tasks_of

TODAY = date(2026, 6, 8)


def texts(made):
    return [task.text for task in tasks_of(made)]


def of_file(file, words):
    """The one task about `words` of the file as it stands."""
    (found,) = [task for task in tasks_of(asked.look(file)) if words in task.text]
    return found


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (None, "Chưa có bản sao lưu nào của tệp dữ liệu"),
        (TODAY - timedelta(days=7), "Bản sao lưu gần nhất đã 7 ngày"),
    ],
)
def test_an_old_copy_and_none_are_told(day, words):
    assert words in texts(look(copy=NewestCopy(day)))


@pytest.mark.parametrize("copy", [None, NewestCopy(TODAY - timedelta(days=6)), NewestCopy(TODAY)])
def test_a_fresh_copy_is_no_matter_and_neither_is_a_server(copy):
    assert not any("sao lưu" in each for each in texts(look(copy=copy)))


def test_a_copy_made_is_seen(desk):
    assert of_file(desk.file, "sao lưu").what == "backup"
    back_up(desk.file.path)
    newest = asked.look(desk.file).copy.day
    assert newest is not None
    assert newest >= date.fromtimestamp(desk.file.path.stat().st_ctime)


def test_units_that_lag_are_to_be_reminded_and_the_chairman_told_in_the_end(desk, data_path):
    file = desk.file
    add_people(file, 3)
    add_people(file, 2, unit(file, "Công an xã").id)
    due = of_file(file, "cần đôn đốc")
    assert (due.text, due.page, due.what) == ("2 đơn vị cần đôn đốc", "command", "remind")
    zalo = (ReminderWay.ZALO, Addressee.HEAD, "", "")
    draft = ReminderDraft(unit(file).id, 1, *zalo, UnitCounts(3, 0, 0))
    give_reminders(file, [draft])
    give_reminders(file, [draft])
    assert of_file(file, "cần đôn đốc").text == "1 đơn vị cần đôn đốc"
    assert of_file(file, "báo cáo Chủ tịch").what == "remind"


def test_a_unit_reminded_in_vain_is_told_the_next_day(desk, data_path):
    add_people(desk.file, 3)
    draft = ReminderDraft(
        unit(desk.file).id, 1, ReminderWay.PHONE, Addressee.HEAD, "", "", UnitCounts(3, 0, 0)
    )
    give_reminders(desk.file, [draft])
    assert not any("chưa chuyển biến" in each for each in texts(asked.look(desk.file)))
    path = desk.file.path
    desk.close()
    desk.lane.close()
    with open_file(path, lambda: datetime(2026, 6, 9, 8)) as later:
        found = texts(asked.look(later))
    assert "1 đơn vị đã được nhắc mà chưa chuyển biến" in found
    assert "1 đơn vị cần đôn đốc" in found


def test_a_letter_to_answer_and_late_publicity_lead_to_their_tabs(desk):
    letter = DocumentDraft(
        Direction.IN, "Công văn", "99/SKHCN-TTTT", issued_on=date(2026, 6, 1), due_on=TODAY
    )
    made = add_document(desk.file, letter)
    add_document(desk.file, replace(letter, symbol="100/SKHCN-TTTT", due_on=date(2026, 7, 1)))
    add_task(desk.file, TaskDraft("Đưa tin trên loa", due_on=date(2026, 6, 5)))
    due = of_file(desk.file, "99/SKHCN-TTTT")
    assert due.text == "Công văn 99/SKHCN-TTTT ngày 01/6/2026: hạn hôm nay"
    assert (due.page, due.what, due.urgent) == ("contest", ("documents", made), True)
    assert of_file(desk.file, "tuyên truyền").text == "1 nhiệm vụ tuyên truyền quá hạn"
    assert not any("100/SKHCN" in each for each in texts(asked.look(desk.file)))


def test_slips_that_are_open_lead_to_the_slips():
    made = look(slips=7)
    (found,) = [task for task in tasks_of(made) if "sai đơn vị" in task.text]
    assert (found.text, found.page, found.what) == (
        "7 người đăng ký sai đơn vị",
        "reconcile",
        "slips",
    )


def test_more_than_have_room_are_reached_by_tab(qtbot):
    card = TaskList()
    qtbot.addWidget(card)
    card.resize(400, 170)
    tasks = tasks_of(look(slips=7, twins=2, doubts=3, without_phone=4, empty_units=5))
    card.show_tasks(tasks)
    card.show()
    qtbot.waitExposed(card)
    acts = card.findChildren(QPushButton)
    assert len(acts) == len(tasks) > 5
    acts[0].setFocus()
    for _ in acts[1:]:
        qtbot.keyClick(card.focusWidget(), Qt.Key.Key_Tab)
    assert card.focusWidget() is acts[-1]
    seen = card.findChild(QScrollArea).viewport()
    assert seen.rect().contains(acts[-1].mapTo(seen, acts[-1].rect().center()))


def test_no_line_is_seen_in_part(qtbot, worn):
    card = TaskList()
    qtbot.addWidget(card)
    card.show_tasks(tasks_of(look(slips=7, twins=2, doubts=3, without_phone=4, empty_units=5)))
    card.show()

    def whole():
        acts = [each for each in card.findChildren(QPushButton) if each.isVisible()]
        seen = [each.visibleRegion().boundingRect() for each in acts]
        return not seen[0].isEmpty() and all(
            part.isEmpty() or part == act.rect() for act, part in zip(acts, seen, strict=True)
        )

    for high in range(170, 250, 10):
        card.resize(400, high)
        qtbot.waitUntil(whole)
