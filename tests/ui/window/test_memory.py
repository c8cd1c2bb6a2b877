"""What the window remembers, and how it comes back when the screen is gone."""

import pytest
from PySide6.QtCore import QByteArray, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.theme.room import can_be_grabbed, fitted
from ui.window.memory import (
    last_file,
    open_settings,
    recent_files,
    remember_file,
    restore_place,
    save_place,
    user_folder,
)

SCREEN = QRect(0, 0, 1366, 768)


@pytest.fixture
def settings(tmp_path):
    return open_settings(tmp_path)


def test_the_last_file_comes_back_while_it_exists(settings, tmp_path):
    path = tmp_path / "xã.tiendo"
    path.write_bytes(b"")
    remember_file(settings, path)
    assert last_file(settings) == path
    path.unlink()
    assert last_file(settings) is None


def test_a_file_beside_the_settings_is_found_under_another_drive_letter(tmp_path):
    first, second = tmp_path / "E" / "DuLieu", tmp_path / "F" / "DuLieu"
    first.mkdir(parents=True)
    (first / "xã.tiendo").write_bytes(b"")
    settings = open_settings(first)
    remember_file(settings, first / "xã.tiendo")
    settings.sync()
    first.parent.rename(second.parent)
    moved = open_settings(second)
    assert last_file(moved) == second / "xã.tiendo"
    assert recent_files(moved) == [second / "xã.tiendo"]


def test_recent_files_are_few_and_newest_first(settings, tmp_path):
    paths = [tmp_path / f"{number}.tiendo" for number in range(7)]
    for path in paths:
        remember_file(settings, path)
    remember_file(settings, paths[3])
    assert recent_files(settings) == [paths[3], paths[6], paths[5], paths[4], paths[2]]


def test_settings_lie_beside_the_data(monkeypatch, tmp_path):
    monkeypatch.setenv("TIENDO_DATA", str(tmp_path / "a" / "xa.tiendo"))
    assert user_folder() == tmp_path / "a"
    settings = open_settings(tmp_path)
    settings.setValue("look/text", 125)
    settings.sync()
    assert (tmp_path / "TienDo.ini").is_file()


@pytest.mark.parametrize(
    ("frame", "can"),
    [
        (QRect(100, 100, 800, 600), True),
        (QRect(1300, 100, 800, 600), False),
        (QRect(1200, 100, 800, 600), True),
        (QRect(100, -700, 800, 600), False),
        (QRect(100, 760, 800, 600), False),
        (QRect(3000, 100, 800, 600), False),
    ],
)
def test_a_title_bar_must_be_in_reach(frame, can):
    assert can_be_grabbed(frame, SCREEN) is can


def test_a_window_too_large_is_cut_to_the_screen():
    placed = fitted(QRect(3000, 100, 2000, 600), SCREEN)
    assert SCREEN.contains(placed)
    assert placed.size().width() == 1366


def test_a_window_comes_back_where_it_was(qtbot, settings):
    window, again = QWidget(), QWidget()
    qtbot.addWidget(window)
    qtbot.addWidget(again)
    window.setGeometry(120, 80, 500, 400)
    save_place(settings, window)
    restore_place(settings, again)
    assert again.geometry() == QRect(120, 80, 500, 400)


def test_a_window_from_a_lost_screen_is_brought_back(qtbot, settings):
    window, again = QWidget(), QWidget()
    qtbot.addWidget(window)
    qtbot.addWidget(again)
    window.setGeometry(5000, 5000, 400, 300)
    save_place(settings, window)
    restore_place(settings, again)
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert can_be_grabbed(again.frameGeometry(), screen)


def test_nonsense_in_the_settings_gives_the_first_place(qtbot, settings):
    window = QWidget()
    qtbot.addWidget(window)
    settings.setValue("window/place", QByteArray(b"nonsense"))
    restore_place(settings, window)
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert can_be_grabbed(window.frameGeometry(), screen)
