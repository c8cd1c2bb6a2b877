"""The commands of the menu Trợ giúp."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer

from models.machine.places import default_data_file
from models.machine.portable import portable_home
from ui.desk import Desk
from ui.help.key import HelpKey
from ui.notice import Notice
from ui.window.main_window import MainWindow


def connect_help(window: MainWindow, desk: Desk) -> None:
    """Let the commands of the menu do their work; say once that the program is a new one."""
    commands = window.commands
    key = HelpKey(window)
    commands["help"].triggered.connect(key.open)
    commands["support"].triggered.connect(lambda: _copy_support(desk))
    commands["about"].triggered.connect(lambda: _show_about(window, desk))
    commands["news"].triggered.connect(lambda: _show_news(window))
    commands["update"].triggered.connect(lambda: _show_update(window, desk))
    tell = partial(_tell_news, window, desk)
    window.page_ready.connect(
        lambda _key: QTimer.singleShot(0, window, tell), Qt.ConnectionType.SingleShotConnection
    )


def _copy_support(desk: Desk) -> None:
    from PySide6.QtGui import QGuiApplication

    from ui.calls.office import file_place
    from ui.help.facts import COPIED, support_facts

    size = file_place(desk.file).size if desk.file is not None else None
    QGuiApplication.clipboard().setText(support_facts(size))
    desk.said.emit(COPIED)


def _tell_news(window: MainWindow, desk: Desk) -> None:
    from ui.help.news import news_notice

    notice = news_notice(window.settings)
    if notice is not None:
        desk.noticed.emit(notice)


def _show_about(window: MainWindow, desk: Desk) -> None:
    from ui.calls.office import file_place
    from ui.help.about import AboutDialog

    place = file_place(desk.file) if desk.file is not None else None
    made = AboutDialog(window, place.path, place.size) if place else AboutDialog(window)
    made.open()


def _show_news(window: MainWindow) -> None:
    from ui.help.news import NewsDialog

    NewsDialog(window).open()


def _show_update(window: MainWindow, desk: Desk) -> None:
    from ui.help.update import PORTABLE, UpdateDialog

    if portable_home() is not None:
        desk.noticed.emit(Notice(*PORTABLE))
        return
    data = desk.file.path if desk.file is not None else default_data_file()
    made = UpdateDialog(desk, data, window)
    made.started.connect(window.close)
    made.open()
