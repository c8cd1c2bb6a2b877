"""Số liệu đã chốt by real keys: freeze, see what is told otherwise now and of whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from models.contests.editing import edit_contest
from models.figures.frozen import freeze
from models.figures.frozen_reports import list_frozen
from models.records import Mark
from models.roster.marks import set_marks
from tests.factory import add_people
from ui.frozen.dialog import FrozenDialog
from ui.frozen.freeze_dialog import FreezeDialog
from ui.frozen.told import NOT_WHOLE, SAME
from ui.table.data_table import DataTable

Key = Qt.Key
JUNE_5 = date(2026, 6, 5)


@pytest.fixture
def people(desk):
    return add_people(desk.file, 4)


@pytest.fixture
def host(qtbot, people):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialog(qtbot, desk, host):
    made = FrozenDialog(desk, host)
    made.open()
    qtbot.waitExposed(made)
    return made


def words(dialog):
    return dialog.findChild(QLabel, "frozen-words").text()


def column(table, title):
    model = table.model()
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    at = titles.index(title)
    return [model.index(line, at).data() for line in range(model.rowCount())]


def reports(dialog):
    return dialog.findChild(DataTable, "frozen-reports")


def test_figures_are_frozen_by_keys_as_of_an_hour(qtbot, desk, people, dialog):
    set_marks(desk.file, people[:1], Mark.REGISTERED, JUNE_5)
    button = dialog.findChild(QPushButton, "frozen-freeze")
    button.setFocus()
    qtbot.keyClick(button, Key.Key_Space)
    asked = dialog.findChild(FreezeDialog)
    time, title = (asked.findChild(QLineEdit, name) for name in ("freeze-time", "freeze-title"))
    qtbot.keyClicks(time, "17h")
    assert asked.findChild(QLabel, "freeze-time-hint").text() == "17 giờ 00"
    qtbot.keyClicks(title, "Bao cao nhanh")
    qtbot.keyClick(title, Key.Key_Return)
    qtbot.waitUntil(lambda: reports(dialog).model().rowCount() == 1)
    (made,) = list_frozen(desk.file)
    assert (made.figures.as_of, made.figures.minute, made.title) == (
        desk.today(), 17 * 60, "Bao cao nhanh",
    )  # fmt: skip
    qtbot.waitUntil(lambda: column(reports(dialog), "Đăng ký") == ["1/4 (25,0%)"])
    assert column(reports(dialog), "Mã") == [made.short_hash]
    qtbot.waitUntil(lambda: words(dialog) == SAME)


@pytest.mark.parametrize(
    ("day", "time", "said"),
    [
        ("9/6/2026", "", "chưa đến"),
        ("8/6/2026", "25:00", "Không phải giờ"),
        ("8/6/2026", "x", "giờ"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_frozen(qtbot, desk, dialog, day, time, said):
    dialog.findChild(QPushButton, "frozen-freeze").click()
    asked = dialog.findChild(FreezeDialog)
    line = asked.findChild(QLineEdit, "freeze-day")
    line.selectAll()
    qtbot.keyClicks(line, day)
    qtbot.keyClicks(asked.findChild(QLineEdit, "freeze-time"), time)
    told = [each.text() for each in asked.findChildren(QLabel) if each.isVisible()]
    assert any(said in each for each in told)
    assert not asked.findChild(QPushButton, "act").isEnabled()
    assert list_frozen(desk.file) == ()


def test_who_is_told_otherwise_now_is_named(qtbot, desk, people, host):
    set_marks(desk.file, people[:1], Mark.REGISTERED, JUNE_5)
    freeze(desk.file, JUNE_5)
    set_marks(desk.file, people[1:3], Mark.REGISTERED, JUNE_5)
    again = FrozenDialog(desk, host)
    again.open()
    qtbot.waitUntil(lambda: "ở 2 người" in words(again))
    assert words(again) == (
        "Theo dữ liệu hiện nay, thời điểm này khác với báo cáo ở 2 người (đăng ký 1 → 3):"
    )
    who = again.findChild(DataTable, "frozen-people")
    said = ["Chưa đăng ký → Đã đăng ký"] * 2
    qtbot.waitUntil(lambda: column(who, "Đã báo cáo → Hiện nay") == said)
    assert all(column(who, "Họ và tên"))


def test_figures_that_somebody_changed_in_the_file_are_told(qtbot, desk, people, host):
    made = freeze(desk.file, JUNE_5)
    with desk.file.writing() as connection:
        connection.exec_driver_sql("UPDATE frozen_reports SET figures = replace(figures, '4', '5')")
    again = FrozenDialog(desk, host, made.id)
    again.open()
    qtbot.waitUntil(lambda: words(again) == NOT_WHOLE)


def test_one_mark_alone_has_no_column_of_registration(qtbot, desk, people, host):
    edit_contest(desk.file, lambda contest: replace(contest, one_mark=True, completed_word="Ký số"))
    desk.reference.look_up()
    set_marks(desk.file, people[:3], Mark.REGISTERED, JUNE_5)
    set_marks(desk.file, people[:1], Mark.COMPLETED, JUNE_5)
    freeze(desk.file)
    set_marks(desk.file, people[:2], Mark.COMPLETED, JUNE_5)
    qtbot.waitUntil(lambda: desk.reference.contest is not None and desk.reference.contest.one_mark)
    dialog = FrozenDialog(desk, host)
    dialog.open()
    qtbot.waitUntil(lambda: reports(dialog).model().rowCount() == 1)
    qtbot.waitUntil(lambda: column(reports(dialog), "Ký số") == ["1/4 (25,0%)"])
    qtbot.waitUntil(lambda: "(ký số 1 → 2)" in words(dialog))
