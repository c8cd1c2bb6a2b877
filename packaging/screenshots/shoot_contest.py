"""Pictures of the dialogs in which a contest is edited."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QDialog, QWidget

from models.contests.current import current_contest
from models.contests.levels import levels_in_force
from ui.desk import Desk
from ui.pages.contest.new_dialog import NewContestDialog
from ui.pages.contest.settings_dialog import ContestSettings
from ui.pages.contest.stages_dialogs import LevelDialog, PrizeDialog, StageDialog
from ui.window.main_window import MainWindow


class Grabs(Protocol):
    """Takes pictures."""

    def grab(self, widget: QWidget, name: str) -> None:
        """Save what `widget` looks like."""


def shoot_contest(camera: Grabs, desk: Desk, window: MainWindow) -> None:
    """Each dialog, opened and closed again."""
    contest = current_contest(desk.file)
    today, levels = desk.today(), levels_in_force(contest)
    made: dict[str, Callable[[], QDialog]] = {
        "new": lambda: NewContestDialog(desk, window),
        "settings": lambda: ContestSettings(contest, window),
        "stage": lambda: StageDialog(contest, contest.stages[0], today, window),
        "prize": lambda: PrizeDialog(contest, contest.prizes[0], window),
        "level": lambda: LevelDialog(contest, levels[1], window),
    }
    for name, make in made.items():
        dialog = make()
        dialog.open()
        camera.grab(dialog, f"contest-{name}")
        dialog.reject()
