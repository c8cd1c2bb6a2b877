"""The machine's clock is asked about once, when it cannot be right by the history of the file."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSettings

from models.journal.clock import clock_doubt
from models.journal.standing import last_saved
from models.store.store import Store
from ui.desk import Desk
from ui.window.main_window import MainWindow

ASKED = "clock/asked"


def ask_about_clock(desk: Desk, settings: QSettings, window: MainWindow) -> None:
    """Ask whether the clock is right, unless it was said already of this newest entry."""

    def ask(found: tuple[str, datetime | None]) -> None:
        doubt, newest = found
        told = f"{desk.file.path}|{newest}" if desk.file is not None else ""
        if not doubt or settings.value(ASKED) == told:
            return
        from ui.start.choice import ChoiceDialog, Way

        sentences = [
            doubt,
            "Ngày giờ của mỗi thay đổi, số liệu và hạn đều lấy theo đồng hồ này.",
        ]
        ways = (
            Way("Thoát để chỉnh đồng hồ", "clockLeave", window.close, True),
            Way("Đồng hồ đúng, làm tiếp", "clockRight", lambda: settings.setValue(ASKED, told)),
        )
        ChoiceDialog("Đồng hồ của máy có đúng không?", sentences, ways, window).open()

    desk.ask(_doubt, ask)


def _doubt(file: Store) -> tuple[str, datetime | None]:
    """Why the clock of this machine may be wrong, "" when nothing speaks against it."""
    return clock_doubt(file), last_saved(file)
