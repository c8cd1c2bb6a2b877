"""A low unit through the window, by keys: its head named, reminded twice, the chairman told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton, QTreeView, QWidget

from models.campaign.reminders import reminders_given
from models.records import Mark, PersonDraft, UnitKind
from models.records.reminders import Addressee, Gain, Reminder, UnitCounts, gained
from models.roster.marks import set_marks
from models.roster.people import add_person
from models.roster.units import add_unit
from models.store.data_file import open_file
from tests.factory import unit
from ui.desk import Desk
from ui.lane import Lane
from ui.start.request import StartRequest
from ui.start.session import Session
from ui.table.data_table import DataTable
from ui.theme.appearance import Appearance
from ui.window.deeds import connect_deeds
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings

Key, Modifier, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
PATIENT = 20_000
SCHOOL = "Trường THCS Ban Mai"
STAFF = ("Trần Văn An", "Lê Thị Bình", "Vũ Văn Dũng", "Phạm Thị Cúc")


class Watch:
    """The clock of the office, which the test moves on."""

    def __init__(self) -> None:
        self.now = datetime(2026, 6, 8, 9, 30)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def window(qtbot, qapp, data_path: Path, tmp_path: Path, watch: Watch) -> Iterator[MainWindow]:
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    with open_file(data_path, watch) as file:
        school = add_unit(file, SCHOOL, UnitKind.SCHOOL, unit(file, "Các trường học").id)
        for at, name in enumerate(STAFF):
            post = ("Hiệu trưởng", "Phó Hiệu trưởng", "Giáo viên", "Giáo viên")[at]
            add_person(file, PersonDraft(name, school, post, phone=f"091200000{at}"))
    lane = Lane()
    desk = Desk(lane, watch)
    settings = open_settings(tmp_path)
    made = MainWindow(desk, settings)
    connect_deeds(made, desk, Appearance(qapp, settings))
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    Session(desk, settings, made).start(StartRequest(data=data_path))
    qtbot.waitUntil(lambda: desk.file is not None, timeout=PATIENT)
    desk.file.clock = watch
    yield made
    made.close()
    desk.close()
    lane.close()


def find(parent: QWidget, kind: type, name: str):
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def dialog_of(qtbot, window: MainWindow, name: str) -> QDialog:
    qtbot.waitUntil(lambda: window.findChild(QDialog, name) is not None, timeout=PATIENT)
    made = find(window, QDialog, name)
    qtbot.waitUntil(made.isActiveWindow, timeout=PATIENT)
    return made


def closed(qtbot, window: MainWindow, name: str) -> None:
    """A window manager gives the focus back to the window below; offscreen there is none."""
    qtbot.waitUntil(lambda: window.findChild(QDialog, name) is None, timeout=PATIENT)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENT)


def select_school(qtbot, window: MainWindow) -> QTreeView:
    tree = find(window.page("units"), QTreeView, "unitTree")
    qtbot.waitUntil(lambda: tree.model().rowCount() > 0, timeout=PATIENT)
    flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
    found = tree.model().match(
        tree.model().index(0, 0), Qt.ItemDataRole.DisplayRole, SCHOOL, 1, flags
    )
    tree.setCurrentIndex(found[0])
    tree.setFocus()
    return tree


def panel_text(window: MainWindow, name: str) -> str:
    return find(window.page("units"), QLabel, name).text()


def remind(qtbot, window: MainWindow, title: str) -> tuple[str, QDialog]:
    """Ctrl+Alt+M, then Enter once the text of the unit stands there; what was copied."""
    both = Modifier.ControlModifier | Modifier.AltModifier
    qtbot.keyClick(select_school(qtbot, window), Key.Key_M, both)
    dialog = dialog_of(qtbot, window, "reminder-dialog")
    return copied(qtbot, dialog, title), dialog


def copied(qtbot, dialog: QDialog, title: str) -> str:
    head = find(dialog, QLabel, "remind-title")
    copy = find(dialog, QPushButton, "remind-copy")
    qtbot.waitUntil(lambda: title in head.text() and copy.isEnabled(), timeout=PATIENT)
    expected = find(dialog, QPlainTextEdit, "remind-text").toPlainText()
    with qtbot.waitSignal(dialog.given, timeout=PATIENT):
        qtbot.keyClick(find(dialog, DataTable, "remind-units"), Key.Key_Return)
    assert QGuiApplication.clipboard().text() == expected
    return expected


def test_a_low_unit_is_reminded_twice_and_escalated(qtbot, window, watch):
    desk = window.desk
    qtbot.waitUntil(lambda: window.current != "", timeout=PATIENT)
    qtbot.keyClick(window, Key.Key_4, Modifier.AltModifier)
    qtbot.waitUntil(lambda: window.current == "units", timeout=PATIENT)
    select_school(qtbot, window)
    qtbot.mouseClick(find(window.page("units"), QPushButton, "unitHeads"), Left)
    heads = dialog_of(qtbot, window, "heads-dialog")
    qtbot.waitUntil(find(heads, QPushButton, "act").isEnabled, timeout=PATIENT)
    qtbot.keyClick(heads, Key.Key_Return, Modifier.ControlModifier)
    closed(qtbot, window, "heads-dialog")
    assert unit(desk.file, SCHOOL).head.name == "Trần Văn An"

    first, dialog = remind(qtbot, window, f"{SCHOOL}: nhắc lần 1")
    assert first.startswith("Kính gửi đồng chí Trần Văn An, Hiệu trưởng Trường THCS Ban Mai,")
    assert "4 người phải tham gia, đã đăng ký 0 (0%)" in first
    qtbot.keyClick(dialog, Key.Key_Escape)
    closed(qtbot, window, "reminder-dialog")

    watch.now = datetime(2026, 6, 9, 14, 5)
    person = next(iter(people_of_school(desk)))
    with qtbot.waitSignal(window.page("units").loaded, timeout=PATIENT):
        set_marks(desk.file, [person], Mark.REGISTERED, date(2026, 6, 9))
    second, dialog = remind(qtbot, window, f"{SCHOOL}: nhắc lần 2")
    assert "Đây là lần nhắc thứ 2; từ lần trước (08/6) đơn vị thêm 1 người đăng ký." in second
    told = copied(qtbot, dialog, "Báo cáo Chủ tịch UBND xã Kẻ Sặt")
    assert told.startswith("Kính gửi đồng chí Chủ tịch UBND xã Kẻ Sặt,")
    assert "1. Trường THCS Ban Mai (Hiệu trưởng: Trần Văn An): 4 người" in told
    assert "đã nhắc 2 lần (08/6, 09/6), từ lần đầu thêm 1 người đăng ký." in told
    qtbot.keyClick(dialog, Key.Key_Escape)
    closed(qtbot, window, "reminder-dialog")

    given = reminders_given(desk.file)
    assert [(each.to, each.number) for each in given] == [
        (Addressee.HEAD, 1),
        (Addressee.HEAD, 2),
        (Addressee.CHAIRMAN, 1),
    ]
    assert since(given[0], given[1].counts) == Gain(1, 0)
    log = "unitReminders"
    qtbot.waitUntil(lambda: "Báo cáo Chủ tịch lần 1, 09/6 14:05" in panel_text(window, log))
    assert "Nhắc lần 2, 09/6 14:05 · Trần Văn An, qua Zalo" in panel_text(window, log)
    tree = select_school(qtbot, window)
    assert tree.currentIndex().siblingAtColumn(5).data() == "lần 2, 09/6"

    qtbot.keyClick(window, Key.Key_Z, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: len(reminders_given(desk.file)) == 2, timeout=PATIENT)
    qtbot.waitUntil(lambda: "Báo cáo" not in panel_text(window, log), timeout=PATIENT)


def since(given: Reminder, now: UnitCounts) -> Gain:
    return gained(given.counts, now)


def people_of_school(desk: Desk) -> list[int]:
    from models.records import PeopleQuery
    from models.roster.people import list_ids

    return list(list_ids(desk.file, PeopleQuery(unit_ids=frozenset({unit(desk.file, SCHOOL).id}))))
