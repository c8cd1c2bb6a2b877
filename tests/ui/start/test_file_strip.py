"""The amber strip over made-up data, on every page, and the way from there to the commune's own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from models.office.setup import init_file
from tests.conftest import clock
from ui.start.file_strip import PRACTICE
from ui.start.request import StartRequest
from ui.theme.palette import DARK, LIGHT, contrast, make_palette
from ui.window.banner import amber_paper
from ui.window.memory import remember_file

Role, Left = QPalette.ColorRole, Qt.MouseButton.LeftButton


@pytest.fixture
def practising(qtbot, home, monkeypatch, window, session):
    """The window on a file that stands where the practice commune lies."""
    place = home / "thuc-hanh.tiendo"
    init_file(place, "Xã Kẻ Sặt", "ai-2026", clock).close()
    for module in ("ui.desk.practice_data_file", "ui.start.opening.practice_data_file"):
        monkeypatch.setattr(module, lambda: place)
    with qtbot.waitSignal(session.ready):
        session.start(StartRequest(practice=True))
    return window


def strip(window):
    text = window.banner.findChild(QLabel, "bannerText").text()
    return text if window.banner.isVisible() else ""


def test_it_stands_over_every_page(qtbot, practising):
    assert strip(practising) == PRACTICE
    qtbot.keyClick(practising, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert practising.current == "units"
    assert strip(practising) == PRACTICE


def test_the_link_leads_to_the_communes_own_file(qtbot, home, settings, practising, session, desk):
    own = home / "xa.tiendo"
    init_file(own, "Xã Kẻ Sặt", "ai-2026", clock).close()
    remember_file(settings, own)
    with qtbot.waitSignal(session.opener.opened):
        qtbot.mouseClick(practising.banner.findChild(QPushButton, "bannerOwn"), Left)
    assert desk.file.path == own
    assert not desk.is_practice
    assert strip(practising) == ""


def test_without_one_it_leads_to_the_three_questions(qtbot, practising):
    qtbot.mouseClick(practising.banner.findChild(QPushButton, "bannerOwn"), Left)
    field = practising.findChild(QLineEdit, "communeField")
    qtbot.waitUntil(field.isVisible)
    assert strip(practising) == ""
    qtbot.mouseClick(practising.findChild(QPushButton, "rail-overview"), Left)
    assert strip(practising) == PRACTICE


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_its_words_can_be_read(colours):
    palette = make_palette(colours)
    paper = amber_paper(palette)
    for role in (Role.WindowText, Role.Link):
        assert contrast(palette.color(role), paper) >= 4.5
    assert contrast(palette.color(Role.BrightText), paper) >= 3
