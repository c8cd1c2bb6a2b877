"""The menu Trợ giúp in the window: each command opens what it says."""

from __future__ import annotations

import pytest

from models.machine import portable
from ui.help.about import AboutDialog
from ui.help.deeds import connect_help
from ui.help.news import SEEN_KEY, NewsDialog
from ui.help.update import UpdateDialog
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings


@pytest.fixture
def settings(tmp_path):
    return open_settings(tmp_path)


@pytest.fixture
def window(qtbot, desk, settings):
    made = MainWindow(desk, settings)
    connect_help(made, desk)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(("key", "kind"), [("about", AboutDialog), ("news", NewsDialog)])
def test_a_command_opens_its_dialog(window, key, kind):
    window.commands[key].trigger()
    dialog = window.findChild(kind)
    assert dialog.isVisible()
    assert dialog.isModal()
    dialog.close()


def test_the_update_closes_the_window_once_the_installer_runs(qtbot, window):
    window.commands["update"].trigger()
    dialog = window.findChild(UpdateDialog)
    qtbot.waitSignal(dialog.looked).wait()
    dialog.started.emit()
    assert not window.isVisible()


def test_on_a_stick_the_update_says_how_it_is_done_there(window, tmp_path, monkeypatch):
    (tmp_path / portable.MARKS[0]).write_bytes(b"")
    monkeypatch.setattr(portable, "program_folder", lambda: tmp_path)
    window.commands["update"].trigger()
    assert window.findChild(UpdateDialog) is None
    assert "chép thư mục của bản mới" in window.messages.notice.advice


def test_an_upgrade_is_told_in_the_message_bar_once_a_page_is_shown(qtbot, window, settings):
    settings.setValue(SEEN_KEY, "0.0.1")
    with qtbot.waitSignal(window.page_ready):
        window.show_file("overview")
    qtbot.waitUntil(lambda: "nâng cấp từ bản 0.0.1" in window.messages.notice.text)
