"""A package that is double-clicked, dropped or chosen at the first start becomes a data file."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton

from models.handover.package import make_package
from models.journal.history import fingerprint
from models.store import slots
from models.store.data_file import open_file
from models.store.revision import HEAD
from models.store.seal import read_seal, seal_file
from tests.conftest import clock
from tests.encrypted import CHEAP
from tests.factory import add_people
from ui.handover.receiving import ReceiveDialog
from ui.start.request import StartRequest
from ui.window.memory import last_file

PASSWORD = "bon tu khong lien quan"
Left = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def packed(made_file, tmp_path_factory):
    """A package of three people, and what is in it."""
    folder = tmp_path_factory.mktemp("goi")
    data = folder / "cu.tiendo"
    shutil.copy(made_file, data)
    with open_file(data, clock) as file:
        add_people(file, 3)
        told = fingerprint(file)
    out = folder / "ban-giao.tiendo"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(slots, "COST", CHEAP)
        make_package(data, out, PASSWORD, clock)
    return out, told


def asked(qtbot, window):
    qtbot.waitUntil(lambda: window.findChild(ReceiveDialog) is not None)
    dialog = window.findChild(ReceiveDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def words(widget, name):
    return widget.findChild(QLabel, name).text()


def test_after_a_double_click_a_password_and_one_click_are_enough(
    qtbot, packed, home, window, session, desk, settings
):
    package, told = packed
    session.start(StartRequest(package))
    dialog = asked(qtbot, window)
    assert words(dialog, "receive-facts") == (
        "Gói bàn giao ban-giao.tiendo: 3 người, tạo lúc 17:00 ngày 08/06/2026."
    )
    line = dialog.findChild(QLineEdit, "receive-password")
    QTest.keyClicks(line, "sai mat khau")
    qtbot.mouseClick(dialog.findChild(QPushButton, "act"), Left)
    qtbot.waitUntil(lambda: "không mở được gói" in words(dialog, "problem"))
    line.clear()
    QTest.keyClicks(line, PASSWORD)
    with qtbot.waitSignal(session.ready):
        qtbot.mouseClick(dialog.findChild(QPushButton, "act"), Left)
    assert desk.file.path == home / "TienDo.tiendo"
    assert fingerprint(desk.file) == told
    assert last_file(settings) == desk.file.path
    qtbot.waitUntil(lambda: "Đã nhận bàn giao" in window.messages.notice.text)


def test_what_lies_at_the_usual_place_is_not_touched(
    qtbot, packed, home, data_path, window, session, desk
):
    usual = home / "TienDo.tiendo"
    usual.write_bytes(data_path.read_bytes())
    before = usual.read_bytes()
    session.start(StartRequest(packed[0]))
    dialog = asked(qtbot, window)
    assert "được giữ nguyên" in words(dialog, "receive-kept")
    QTest.keyClicks(dialog.findChild(QLineEdit, "receive-password"), PASSWORD)
    with qtbot.waitSignal(session.ready):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert desk.file.path == home / "TienDo-2.tiendo"
    assert usual.read_bytes() == before


def test_a_newer_package_is_refused_before_its_password(qtbot, packed, tmp_path, window, session):
    newer = tmp_path / "moi.tiendo"
    newer.write_bytes(packed[0].read_bytes())
    seal = read_seal(newer)
    seal_file(newer, seal.key, seal.copy._replace(revision=f"{int(HEAD) + 1:04}"))
    with qtbot.waitSignal(session.ready):
        session.start(StartRequest(newer))
    assert "phiên bản Tiến Độ mới hơn" in window.messages.notice.text
    assert window.findChild(ReceiveDialog) is None


def test_the_first_start_asks_for_a_package(qtbot, packed, window, session, desk, monkeypatch):
    with qtbot.waitSignal(session.ready):
        session.start(StartRequest())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(packed[0]), ""))
    qtbot.mouseClick(window.findChild(QPushButton, "receiveHandover"), Left)
    dialog = asked(qtbot, window)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.findChild(QLineEdit, "communeField").isVisible()
    assert desk.file is None
