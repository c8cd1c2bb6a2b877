"""Copies of the window's file: who keeps them, who says so, and the last one before it closes."""

from __future__ import annotations

from models.machine.places import practice_data_file
from ui.desk import Desk
from ui.safekeeping.deeds import show_safety
from ui.safekeeping.keeper import Safekeeper, keeper_of
from ui.safekeeping.leaving import LastCopy
from ui.safekeeping.tidying import QuietTidying
from ui.window.main_window import MainWindow


def keep_safe(window: MainWindow, desk: Desk) -> Safekeeper:
    """See to copies of whatever file `desk` works with from now on."""
    practice = practice_data_file()
    keeper = Safekeeper(desk, window.settings, lambda file: file.path == practice)
    show_safety(window, desk, keeper)
    LastCopy(window, keeper)
    QuietTidying(desk, keeper)
    return keeper


def stop_keeping(desk: Desk, patience: float) -> bool:
    """Finish what is being copied; False when that takes longer than `patience` seconds."""
    keeper = keeper_of(desk)
    return keeper is None or keeper.close(patience)
