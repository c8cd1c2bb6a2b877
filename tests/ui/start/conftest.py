"""A window without a file, its desk and its session, with a home of its own."""

from __future__ import annotations

import pytest

from tests.conftest import clock
from ui.desk import Desk
from ui.lane import Lane
from ui.pages.catalog import PageEntry
from ui.pages.overview import OverviewPage
from ui.pages.units import UnitsPage
from ui.start.session import Session
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings

PAGES = (
    PageEntry("overview", "Tổng quan", "overview", OverviewPage),
    PageEntry("units", "Đơn vị", "units", UnitsPage),
)


@pytest.fixture
def home(tmp_path, monkeypatch):
    folder = tmp_path / "nha"
    folder.mkdir()
    monkeypatch.setenv("TIENDO_DATA", str(folder / "TienDo.tiendo"))
    return folder


@pytest.fixture
def settings(home):
    return open_settings(home)


@pytest.fixture
def desk(qtbot):
    lane = Lane()
    made = Desk(lane, clock)
    yield made
    made.close()
    lane.close()


@pytest.fixture
def window(qtbot, desk, settings):
    window = MainWindow(desk, settings, PAGES)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    return window


@pytest.fixture
def session(desk, settings, window):
    return Session(desk, settings, window)
