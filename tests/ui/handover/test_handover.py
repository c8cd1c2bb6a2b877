"""A package from one window opens in another in three clicks; figures go to the city."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QWidget,
)

from models.handover.city import read_city_package
from models.handover.package import package_facts
from models.journal.history import fingerprint
from models.papers.action_log import actions
from models.records.actions import ActionKind
from models.store import slots
from tests.conftest import NOON
from tests.encrypted import CHEAP
from tests.factory import add_people
from ui.calls import handover as calls
from ui.calls.handover import free_path, package_name
from ui.handover.dialog import HandoverDialog

PASSWORD = "bon tu khong lien quan"
Key, Left = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def host(qtbot, desk, tmp_path, monkeypatch):
    """A stick is plugged in."""
    stick = tmp_path / "usb"
    stick.mkdir()
    monkeypatch.setattr(calls, "carried_drives", lambda: (stick,))
    monkeypatch.setattr(slots, "COST", CHEAP)
    add_people(desk.file, 3)
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialog(qtbot, desk, host, tmp_path):
    made = HandoverDialog(desk, host)
    made.open()
    qtbot.waitUntil(lambda: "3 người" in words(made, "handover-holds"))
    qtbot.waitUntil(lambda: str(tmp_path / "usb") in words(made, "handover-place-path"))
    return made


def words(widget, name):
    return widget.findChild(QLabel, name).text()


def line(widget, name):
    return widget.findChild(QLineEdit, name)


def button(widget, name):
    return widget.findChild(QPushButton, name)


def test_everything_goes_onto_the_stick_by_keys(qtbot, desk, dialog, tmp_path):
    make = button(dialog, "handover-make")
    assert not make.isEnabled()
    QTest.keyClicks(line(dialog, "handover-password"), "12345678")
    assert "dễ" in words(dialog, "handover-password-hint")
    line(dialog, "handover-password").clear()
    QTest.keyClicks(line(dialog, "handover-password"), PASSWORD)
    assert words(dialog, "handover-password-hint").startswith("Độ mạnh: ")
    QTest.keyClicks(line(dialog, "handover-password-again"), "bon tu khac")
    assert words(dialog, "handover-password-again-hint") == "Hai lần gõ chưa giống nhau."
    assert not make.isEnabled()
    line(dialog, "handover-password-again").clear()
    QTest.keyClicks(line(dialog, "handover-password-again"), PASSWORD)
    QTest.keyClick(line(dialog, "handover-password-again"), Key.Key_Return)
    qtbot.waitUntil(
        lambda: words(dialog, "handover-done").startswith("Đã tạo gói bàn giao: 3 người")
    )
    made = tmp_path / "usb" / "ban-giao-xa-ke-sat-2026-06-08.tiendo"
    assert words(dialog, "handover-lies") == f"Gói nằm ở: {made}"
    assert "bằng cách khác" in words(dialog, "handover-next")
    assert package_facts(made).people == 3
    assert button(dialog, "handover-folder").isVisible()
    assert line(dialog, "handover-password").text() == ""
    logged = actions(desk.file, kinds={ActionKind.PACKAGE_MADE})[0]
    assert (logged.count, logged.place) == (3, str(made))


def test_names_go_to_the_city_for_a_reason_alone(qtbot, desk, dialog, tmp_path):
    tabs = dialog.findChild(QTabWidget, "handover-tabs")
    tabs.setCurrentIndex(1)
    make = button(dialog, "handover-make")
    assert make.isEnabled()
    QTest.keyClick(dialog.findChild(QCheckBox, "city-names"), Key.Key_Space)
    assert not make.isEnabled()
    QTest.keyClicks(line(dialog, "city-reason"), "Thanh pho doi chieu")
    assert make.isEnabled()
    qtbot.mouseClick(make, Left)
    qtbot.waitUntil(lambda: "kèm họ tên" in words(dialog, "handover-done"))
    made = tmp_path / "usb" / "so-lieu-xa-ke-sat-2026-06-08.json"
    assert len(read_city_package(made).people) == 3
    assert actions(desk.file, kinds={ActionKind.CITY_PACKAGE})[0].why == "Thanh pho doi chieu"


def test_without_a_tick_no_name_leaves(qtbot, desk, dialog, tmp_path):
    dialog.findChild(QTabWidget, "handover-tabs").setCurrentIndex(1)
    qtbot.mouseClick(button(dialog, "handover-make"), Left)
    qtbot.waitUntil(lambda: "không có họ tên" in words(dialog, "handover-done"))
    text = (tmp_path / "usb" / "so-lieu-xa-ke-sat-2026-06-08.json").read_text("utf-8")
    assert json.loads(text)["names"] == ""
    assert "Nguyễn" not in text


def test_a_free_name_is_taken(tmp_path):
    assert package_name("xã Kẻ Sặt", NOON) == "ban-giao-xa-ke-sat-2026-06-08.tiendo"
    (tmp_path / "a.tiendo").touch()
    assert free_path(tmp_path, "a.tiendo").name == "a-2.tiendo"


def test_the_fields_of_a_tab_begin_below_each_other(dialog, worn):
    fields = [dialog.findChild(QComboBox, "handover-place")]
    fields += [line(dialog, name) for name in ("handover-password", "handover-password-again")]
    assert len({each.mapTo(dialog, each.rect().topLeft()).x() for each in fields}) == 1


def test_what_is_refused_is_said_in_the_dialog(qtbot, desk, dialog, tmp_path, monkeypatch):
    place = dialog.findChild(QComboBox, "handover-place")
    place.addItem("gone", str(tmp_path / "tep" / "x"))
    (tmp_path / "tep").write_text("no folder")
    place.setCurrentIndex(place.count() - 1)
    for name in ("handover-password", "handover-password-again"):
        QTest.keyClicks(line(dialog, name), PASSWORD)
    qtbot.mouseClick(button(dialog, "handover-make"), Left)
    qtbot.waitUntil(lambda: bool(words(dialog, "problem")))
    assert button(dialog, "handover-make").isEnabled()
    assert fingerprint(desk.file)


def test_only_what_there_is_is_counted(desk):
    words = calls.contents_words(calls.handover_look(desk.file))
    assert " 0 " not in words
    assert "mục lịch sử thay đổi" in words
