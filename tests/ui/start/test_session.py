"""From the start to an open file: first start, last file, practice commune, another file."""

import shutil

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from models.machine.handover import hand_over
from models.records import UnitKind
from models.roster.person_rows import count_people
from models.roster.unit_tree import list_units
from models.roster.units import add_unit
from models.store.data_file import open_file
from tests.conftest import clock
from tests.ui.keys import type_vietnamese
from ui.start.request import StartRequest
from ui.window.memory import last_file, remember_file


def title(window):
    return window.windowTitle()


def test_the_first_start_asks_and_makes_the_file(qtbot, home, window, session, desk):
    session.start(StartRequest())
    field = window.findChild(QLineEdit, "communeField")
    type_vietnamese(field, "Xã Kẻ Sặt")
    with qtbot.waitSignal(session.ready):
        qtbot.mouseClick(window.findChild(QPushButton, "begin"), Qt.MouseButton.LeftButton)
    assert (home / "TienDo.tiendo").is_file()
    assert window.current == "overview"
    qtbot.waitUntil(lambda: title(window) == "UBND xã Kẻ Sặt – Tiến Độ")
    assert window.findChild(QLabel, "railFoot").text() == "UBND xã Kẻ Sặt\nỨng dụng AI 2026"


def test_after_the_very_first_start_the_keys_are_heard(qtbot, home, window, session):
    session.start(StartRequest())
    type_vietnamese(window.findChild(QLineEdit, "communeField"), "Xã Kẻ Sặt")
    with qtbot.waitSignal(session.ready):
        qtbot.mouseClick(window.findChild(QPushButton, "begin"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.focusWidget() is window.findChild(QPushButton, "rail-overview"))
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    assert window.focusWidget() is window.findChild(QPushButton, "rail-units")


def test_a_refused_place_leaves_the_questions_open(qtbot, tmp_path, monkeypatch, window, session):
    monkeypatch.setenv("TIENDO_DATA", str(tmp_path / "Dropbox" / "TienDo.tiendo"))
    session.start(StartRequest())
    type_vietnamese(window.findChild(QLineEdit, "communeField"), "Xã Kẻ Sặt")
    with qtbot.waitSignal(session.opener.failed):
        qtbot.mouseClick(window.findChild(QPushButton, "begin"), Qt.MouseButton.LeftButton)
    assert window.findChild(QPushButton, "begin").isEnabled()
    assert window.messages.isVisible()


def test_the_last_file_opens_by_itself_on_its_last_page(
    qtbot, data_path, settings, window, session
):
    remember_file(settings, data_path)
    settings.setValue("window/page", "units")
    with qtbot.waitSignal(session.ready):
        session.start(StartRequest())
    assert window.current == "units"


def test_a_named_file_opens_and_is_remembered(qtbot, data_path, settings, session):
    with qtbot.waitSignal(session.opener.opened):
        session.start(StartRequest(data_path))
    assert last_file(settings) == data_path


def test_a_missing_file_is_told_and_the_questions_are_asked(qtbot, tmp_path, window, session):
    with qtbot.waitSignal(session.opener.failed):
        session.start(StartRequest(tmp_path / "không có.tiendo"))
    assert "Không tìm thấy" in window.findChild(QLabel, "messageText").text()
    assert window.findChild(QLineEdit, "communeField") is not None


def test_the_practice_commune_opens_on_its_own_day(qtbot, home, window, session, desk):
    with qtbot.waitSignal(session.ready, timeout=30000):
        session.start(StartRequest(practice=True))
    assert (home / "ThucHanh.tiendo").is_file()
    assert count_people(desk.file) == 532
    assert desk.today().isoformat() == "2026-06-08"
    assert window.findChild(QPushButton, "cardPace").text() == "254"


def test_another_file_takes_the_place_of_the_first(qtbot, data_path, tmp_path, window, session):
    with qtbot.waitSignal(session.ready):
        session.start(StartRequest(data_path))
    other = tmp_path / "khac.tiendo"
    shutil.copy(data_path, other)
    with open_file(other, clock) as file:
        add_unit(file, "Phòng Đô thị", UnitKind.GOVERNMENT)
        count = len(list_units(file))
    window.go_to("units")
    with qtbot.waitSignal(session.ready):
        session.receive([other])
    qtbot.waitUntil(lambda: f"{count} đơn vị" in window.findChild(QLabel, "statusCounts").text())
    with open_file(data_path, clock):
        pass


def test_lists_of_the_start_wait_for_the_file(qtbot, data_path, session, monkeypatch):
    read = []
    monkeypatch.setattr(session, "read_lists", read.append)
    with qtbot.waitSignal(session.ready):
        session.start(StartRequest(data_path, (data_path.with_name("a.xlsx"),)))
    assert read == [[data_path.with_name("a.xlsx")]]


def test_a_second_start_calls_this_window(qtbot, data_path, window, session, monkeypatch):
    with qtbot.waitSignal(session.ready):
        session.start(StartRequest(data_path))
    read = []
    monkeypatch.setattr(session, "read_lists", read.append)
    window.showMinimized()
    assert hand_over(data_path, [data_path.with_name("b.xlsx")])
    qtbot.waitUntil(lambda: read == [[data_path.with_name("b.xlsx")]])
    assert not window.isMinimized()


def test_a_list_dropped_on_the_questions_answers_the_second(
    qtbot, home, window, session, monkeypatch
):
    session.start(StartRequest())
    type_vietnamese(window.findChild(QLineEdit, "communeField"), "Xã Kẻ Sặt")
    lists = [home / "a.xlsx", home / "b.xlsx"]
    session.receive(lists)
    read = []
    monkeypatch.setattr(session, "read_lists", read.append)
    with qtbot.waitSignal(session.ready):
        qtbot.mouseClick(window.findChild(QPushButton, "begin"), Qt.MouseButton.LeftButton)
    assert read == [lists]


def test_a_later_refusal_finds_no_questions_any_more(qtbot, tmp_path, home, window, session):
    session.start(StartRequest())
    type_vietnamese(window.findChild(QLineEdit, "communeField"), "Xã Kẻ Sặt")
    with qtbot.waitSignal(session.ready):
        qtbot.mouseClick(window.findChild(QPushButton, "begin"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.findChild(QLineEdit, "communeField") is None)
    with qtbot.waitSignal(session.opener.failed):
        session.receive([tmp_path / "không có.tiendo"])
    assert window.current == "overview"


def test_a_new_file_can_be_made_beside_the_open_one(qtbot, home, data_path, window, session):
    with qtbot.waitSignal(session.ready):
        session.start(StartRequest(data_path))
    window.commands["new"].trigger()
    window.commands["new"].trigger()
    type_vietnamese(window.findChild(QLineEdit, "communeField"), "Xã Hoa Sữa")
    with qtbot.waitSignal(session.ready):
        qtbot.mouseClick(window.findChild(QPushButton, "begin"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: title(window) == "UBND xã Hoa Sữa – Tiến Độ")
