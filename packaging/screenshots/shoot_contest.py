"""Pictures of a contest in full swing: its tabs, and the dialogs in which it is run."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from fill_contest import fill_contest
from PySide6.QtWidgets import QDialog, QWidget

from models.campaign.entry_rows import entry_book
from models.campaign.publicity import list_tasks
from models.contests.adding import add_contest
from models.contests.blueprints import own_contest
from models.contests.choosing import use_contest
from models.contests.current import current_contest
from models.contests.levels import levels_in_force
from models.errors import AppError
from models.figures.closing import personal_data_held
from models.figures.frozen_reports import list_frozen
from models.papers.documents import register_of
from models.records.documents import Direction
from models.roster.unit_tree import list_units
from ui.desk import Desk
from ui.frozen.dialog import FrozenDialog
from ui.frozen.freeze_dialog import FreezeDialog
from ui.pages.contest.awards_dialog import AwardsDialog, awards_look
from ui.pages.contest.closing import CloseQuestion
from ui.pages.contest.document_dialog import DocumentDialog
from ui.pages.contest.entry_dialog import EntryDialog
from ui.pages.contest.jury_dialog import JuryDialog
from ui.pages.contest.new_dialog import NewContestDialog
from ui.pages.contest.scores_dialog import ScoresDialog
from ui.pages.contest.sending_dialog import PresentingDialog, SendingDialog
from ui.pages.contest.settings_dialog import ContestSettings
from ui.pages.contest.stages_dialogs import LevelDialog, PrizeDialog, StageDialog
from ui.pages.contest.tabs import TABS
from ui.pages.contest.task_dialog import TaskDialog
from ui.pages.reports.recurring import RecurringDialog
from ui.reminding.dialog import ReminderDialog
from ui.reminding.heads_dialog import HeadsDialog
from ui.window.contest_choice import ContestDialog
from ui.window.main_window import MainWindow


class Grabs(Protocol):
    """Takes pictures."""

    def grab(self, widget: QWidget, name: str) -> None:
        """Save what `widget` looks like."""


def shoot_contest(
    camera: Grabs, desk: Desk, window: MainWindow, settle: Callable[[int], None]
) -> None:
    """The contest is filled; then each tab, and each dialog, opened and closed again."""
    answers: list[object] = []
    desk.ask(fill_contest, answers.append, answers.append)
    while not answers:
        settle(300)
    if isinstance(answers[0], AppError):
        raise answers[0]
    settle(1_000)
    window.go_to("overview")
    settle(1_500)
    camera.grab(window, "contest-overview")
    for entry in TABS:
        window.go_to("contest", entry.key)
        settle(700)
        camera.grab(window, f"contest-{entry.key}")
    for name, make in {**_editing(desk, window), **_running(desk, window)}.items():
        dialog = make()
        dialog.open()
        settle(500)
        camera.grab(dialog, f"contest-{name}")
        dialog.reject()
    shoot_several(camera, desk, window, settle)


def shoot_several(
    camera: Grabs, desk: Desk, window: MainWindow, settle: Callable[[int], None]
) -> None:
    """A second contest, which counts one mark; then the first one is worked on again."""
    file = desk.file
    assert file is not None
    first = current_contest(file)
    assert first is not None
    name = "Kích hoạt chữ ký số cá nhân năm 2026"
    signing = own_contest(name, date(2026, 6, 1), date(2026, 6, 30), one_mark=True)
    desk.ask(add_contest, None, None, signing, first.code)
    settle(1_500)
    for key in ("overview", "roster", "contest", "reports"):
        window.go_to(key)
        settle(1_500)
        camera.grab(window, f"several-{key}")
    dialog = ContestDialog(desk, window)
    dialog.open()
    settle(500)
    camera.grab(dialog, "several-choice")
    dialog.reject()
    desk.ask(use_contest, None, None, first.code)
    settle(1_000)


def _editing(desk: Desk, window: MainWindow) -> dict[str, Callable[[], QDialog]]:
    """What a contest is."""
    assert desk.file is not None
    contest = current_contest(desk.file)
    assert contest is not None
    today, levels = desk.today(), levels_in_force(contest)
    held = personal_data_held(desk.file)
    return {
        "new": lambda: NewContestDialog(desk, window),
        "settings": lambda: ContestSettings(contest, desk.today(), window),
        "stage": lambda: StageDialog(contest, contest.stages[0], today, window),
        "prize": lambda: PrizeDialog(contest, contest.prizes[0], window),
        "level": lambda: LevelDialog(contest, levels[1], window),
        "close": lambda: CloseQuestion(contest, held, window),
    }


def _running(desk: Desk, window: MainWindow) -> dict[str, Callable[[], QDialog]]:
    """What happens in it."""
    file = desk.file
    assert file is not None
    units, book = list_units(file), entry_book(file)
    assert book is not None
    entry, task = book.entries[0], list_tasks(file)[1]
    letters, frozen = register_of(file, Direction.IN), list_frozen(file)
    return {
        "entry": lambda: EntryDialog(desk, units, book.stage, entry, window),
        "scores": lambda: ScoresDialog(desk, entry, book.jurors, book.scale, window),
        "jury": lambda: JuryDialog(desk, book.jurors, book.scale, window),
        "awards": lambda: AwardsDialog(desk, units, awards_look(file), entry.id, window),
        "sending": lambda: SendingDialog(desk, entry, window),
        "presenting": lambda: PresentingDialog(desk, entry, window),
        "task": lambda: TaskDialog(desk, units, task, window),
        "document": lambda: DocumentDialog(desk, Direction.IN, letters[0], window, frozen),
        "frozen": lambda: FrozenDialog(desk, window),
        "freeze": lambda: FreezeDialog(desk.today(), window),
        "recurring": lambda: RecurringDialog(desk, window),
        "reminders": lambda: ReminderDialog(desk, None, window),
        "heads-filled": lambda: HeadsDialog(desk, window),
    }
