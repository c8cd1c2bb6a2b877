"""Every page has room on a screen of 1366×768 at 150 %: 911 points less the rail."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings

from ui.pages.catalog import PAGES
from ui.theme.appearance import Appearance

SCREEN, RAIL = 1366 / 1.5, 208


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.key)
def test_a_page_is_no_wider_than_the_screen(qtbot, desk, entry):
    page = entry.make(desk)
    qtbot.addWidget(page)
    page.resize(int(SCREEN - RAIL), 480)
    page.show()
    assert page.minimumSizeHint().width() <= SCREEN - RAIL


@pytest.fixture
def worn(qapp, tmp_path):
    font, palette, sheet = qapp.font(), qapp.palette(), qapp.styleSheet()
    made = Appearance(qapp, QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat))
    yield made
    made.setParent(None)
    made.deleteLater()
    qapp.setFont(font)
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.key)
def test_a_page_in_the_window_s_own_looks_is_no_wider_either(qtbot, desk, worn, entry):
    assert worn.text_size == 100
    page = entry.make(desk)
    qtbot.addWidget(page)
    page.resize(int(SCREEN - RAIL), 480)
    page.show()
    assert page.minimumSizeHint().width() <= SCREEN - RAIL
