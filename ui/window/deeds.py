"""The commands that belong to the window itself: looks, folders, help, and where menus lead."""

from __future__ import annotations

from ui.desk import Desk
from ui.help.deeds import connect_help
from ui.safekeeping.deeds import back_up_now, save_now
from ui.theme.appearance import Appearance, Theme
from ui.theme.on_screen import DialogSizes
from ui.theme.zooming import TextZoom
from ui.window.main_window import MainWindow
from ui.window.memory import user_folder

LEADS = {
    "report-unit-summary": ("reports", "unit-summary"),
    "report-not-registered": ("reports", "not-registered"),
    "report-not-completed": ("reports", "not-completed"),
    "reports": ("reports", None),
    "history": ("data", "history"),
    "settings": ("data", "settings"),
    "deadline": ("data", "deadline"),
}


def connect_deeds(window: MainWindow, desk: Desk, appearance: Appearance) -> None:
    """Let the menu commands do their work."""
    commands = window.commands
    for key, (page, what) in LEADS.items():
        commands[key].triggered.connect(lambda _=False, p=page, w=what: window.go_to(p, w))
    commands["save"].triggered.connect(lambda: save_now(desk, window.steps))
    commands["quit"].triggered.connect(window.close)
    commands["larger"].triggered.connect(appearance.larger)
    commands["smaller"].triggered.connect(appearance.smaller)
    commands["normal"].triggered.connect(lambda: appearance.set_text_size(100))
    TextZoom(appearance)
    appearance.listen_to(window)
    DialogSizes(appearance)
    for theme in Theme:
        action = commands[f"theme-{theme}"]
        action.triggered.connect(lambda _=False, t=theme: appearance.set_theme(t))
    appearance.changed.connect(lambda: _tick_theme(window, appearance))
    _tick_theme(window, appearance)
    commands["backup"].triggered.connect(lambda: back_up_now(desk))
    commands["data-check"].triggered.connect(lambda: _check_data(window, desk))
    commands["handover"].triggered.connect(lambda: _hand_over(window, desk))
    commands["folder"].triggered.connect(lambda: _open_data_folder(desk))
    commands["log"].triggered.connect(lambda: _open_folder(str(user_folder())))
    commands["mark-text"].triggered.connect(lambda: _mark_by_text(window, desk))
    commands["contest"].triggered.connect(lambda: _choose_contest(window, desk))
    commands["duplicates"].triggered.connect(lambda: _show_duplicates(window, desk))
    commands["frozen"].triggered.connect(lambda: _show_frozen(window, desk))
    commands["verify"].triggered.connect(lambda: _verify_returned(window, desk))
    commands["activity"].triggered.connect(lambda: _show_activity(window, desk))
    commands["signers"].triggered.connect(lambda: _show_signers(window, desk))
    commands["city-template"].triggered.connect(lambda: _show_city_template(window, desk))
    commands["remind"].triggered.connect(lambda: _remind_units(window, desk))
    commands["heads"].triggered.connect(lambda: _name_heads(window, desk))
    commands["shortcuts"].triggered.connect(lambda: _show_shortcuts(window))
    connect_help(window, desk)


def _tick_theme(window: MainWindow, appearance: Appearance) -> None:
    for theme in Theme:
        window.commands[f"theme-{theme}"].setChecked(theme is appearance.theme)


def _check_data(window: MainWindow, desk: Desk) -> None:
    from ui.data_check.dialog import open_data_check

    open_data_check(desk, window, window.commands["restore"].trigger)


def _hand_over(window: MainWindow, desk: Desk) -> None:
    from ui.handover.dialog import open_handover

    open_handover(desk, window)


def _open_data_folder(desk: Desk) -> None:
    if desk.file is not None:
        _open_folder(str(desk.file.path.parent))


def _open_folder(folder: str) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(folder))


def _show_shortcuts(window: MainWindow) -> None:
    from ui.window.shortcuts import ShortcutSheet

    ShortcutSheet(window).open()


def _mark_by_text(window: MainWindow, desk: Desk) -> None:
    from ui.marking.dialog import MarkTextDialog

    MarkTextDialog(desk, window).open()


def _choose_contest(window: MainWindow, desk: Desk) -> None:
    from ui.window.contest_choice import ContestDialog

    ContestDialog(desk, window).open()


def _show_duplicates(window: MainWindow, desk: Desk) -> None:
    from ui.duplicates.dialog import DuplicatesDialog

    DuplicatesDialog(desk, window).open()


def _show_frozen(window: MainWindow, desk: Desk) -> None:
    from ui.issued.dialog import open_issued

    open_issued(desk, window)


def _verify_returned(window: MainWindow, desk: Desk) -> None:
    from ui.issued.verifying import open_verifying

    open_verifying(desk, window)


def _show_activity(window: MainWindow, desk: Desk) -> None:
    from ui.history.activity import ActivityDialog

    ActivityDialog(desk, window).open()


def _show_signers(window: MainWindow, desk: Desk) -> None:
    from ui.signing.dialog import open_signers

    open_signers(desk, window)


def _show_city_template(window: MainWindow, desk: Desk) -> None:
    from ui.city_template.dialog import open_city_template

    open_city_template(desk, window)


def _remind_units(window: MainWindow, desk: Desk) -> None:
    from ui.reminding.dialog import ReminderDialog

    ReminderDialog(desk, parent=window).open()


def _name_heads(window: MainWindow, desk: Desk) -> None:
    from ui.reminding.heads_dialog import HeadsDialog

    HeadsDialog(desk, window).open()
