"""Every number of Tổng quan opens the names behind it, through the window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from models.figures.frozen import freeze
from models.office.setup import init_file
from models.records import Mark, PersonDraft
from models.roster.exemptions import set_exempt
from models.roster.marks import set_marks
from models.roster.people import add_person
from tests.conftest import clock
from tests.factory import made_up_name, unit
from ui.desk import Desk
from ui.lane import Lane
from ui.table.data_table import DataTable
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier
NAMES = [made_up_name(at) for at in range(9)]
HERE, THERE = NAMES[:5], NAMES[5:]
POLICE, JUNE_5 = "Công an xã", date(2026, 6, 5)
REGISTERED, COMPLETED, EXEMPT = {*NAMES[:2], NAMES[5]}, {NAMES[0]}, {NAMES[8]}
COUNTED = set(NAMES) - EXEMPT


@pytest.fixture
def window(qtbot, tmp_path: Path) -> Iterator[MainWindow]:
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    file = init_file(tmp_path / "xa.tiendo", "Xã Kẻ Sặt", "ai-2026", clock)
    places = [unit(file).id] * len(HERE) + [unit(file, POLICE).id] * len(THERE)
    ids = [
        add_person(file, PersonDraft(name, place))
        for name, place in zip(NAMES, places, strict=True)
    ]
    set_marks(file, [ids[1], ids[5]], Mark.REGISTERED, JUNE_5)
    set_marks(file, ids[:1], Mark.COMPLETED, JUNE_5)
    set_exempt(file, ids[8:], "Nghỉ thai sản", date(2026, 6, 1))
    freeze(file, JUNE_5)
    lane = Lane()
    desk = Desk(lane, clock)
    made = MainWindow(desk, open_settings(tmp_path))
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    desk.take(file)
    made.show_file("overview")
    yield made
    made.close()
    desk.close()
    lane.close()


def overview(qtbot, window: MainWindow):
    window.activateWindow()
    page = window.page("overview")
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(window, Key.Key_1, Control)
    return page


def names_shown(window: MainWindow) -> set[str]:
    model = window.page("roster").table.model()
    at = next(
        column
        for column in range(model.columnCount())
        if model.headerData(column, Qt.Orientation.Horizontal) == "Họ và tên"
    )
    return {model.index(line, at).data() for line in range(model.rowCount())}


def opens(qtbot, window: MainWindow, names: set[str]) -> bool:
    qtbot.waitUntil(lambda: window.current == "roster")
    qtbot.waitUntil(lambda: names_shown(window) == names)
    return True


def tab_to(qtbot, page, name: str) -> QPushButton:
    """Go to a button by Tab alone."""
    wanted = page.findChild(QPushButton, name)
    for _ in range(80):
        if QApplication.focusWidget() is wanted:
            return wanted
        qtbot.keyClick(QApplication.focusWidget() or page, Key.Key_Tab)
    raise AssertionError(f"{name} is not reached by Tab")


@pytest.mark.parametrize(
    ("name", "figure", "names"),
    [
        ("cardTotal", "8", COUNTED),
        ("cardTotalBelow", "9 người, 1 không thuộc đối tượng", EXEMPT),
        ("cardRegistered", "3", REGISTERED),
        ("cardRegisteredBelow", "5 người chưa đăng ký", COUNTED - REGISTERED),
        ("cardCompleted", "1", COMPLETED),
        ("cardCompletedBelow", "7 người chưa hoàn thành", COUNTED - COMPLETED),
        ("cardPace", "2", COUNTED - REGISTERED),
    ],
)
def test_every_number_of_the_cards_is_reached_by_keys_and_opens_its_names(
    qtbot, window, name, figure, names
):
    page = overview(qtbot, window)
    card = tab_to(qtbot, page, name)
    assert card.text() == figure
    qtbot.keyClick(card, Key.Key_Space)
    assert opens(qtbot, window, names)


def test_every_number_of_a_unit_opens_its_names(qtbot, window):
    here = REGISTERED & set(HERE)
    for title, names in (
        ("Tổng", set(HERE)),
        ("Đăng ký", here),
        ("Hoàn thành", COMPLETED),
        ("Chưa đăng ký", set(HERE) - here),
        ("Tỷ lệ đăng ký", set(HERE) - here),
    ):
        page = overview(qtbot, window)
        table = page.findChild(DataTable, "rankingTable")
        titles = [column.title for column in table.rows.columns]
        lines = [table.model().index(at, 1).data() for at in range(table.model().rowCount())]
        cell = table.model().index(lines.index(unit(window.desk.file).name), titles.index(title))
        table.scrollTo(cell)
        place = table.visualRect(cell).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert opens(qtbot, window, names), title
