"""Whose file was opened goes on record, and what happened while none could be written to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.desk import Desk
from ui.window.memory import user_folder
from ui.work import Task, Work

if TYPE_CHECKING:
    from models.errors import AppError

PATIENCE_MS = 2_000
"""The first page, and whoever types at once, come first."""


class OnRecord(QObject):
    """Notes each file once; the practice commune is nobody's."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_noted = False
        self._late = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._late.timeout.connect(self._note)
        desk.opened.connect(self._begin_anew)

    def begin(self) -> None:
        """A page shows its data."""
        if not self._is_noted and self._desk.file is not None:
            self._is_noted = True
            self._late.start()

    def _begin_anew(self) -> None:
        self._is_noted = False

    def _note(self) -> None:
        file = self._desk.file
        if file is not None and not self._desk.is_practice:
            self._desk.run(Work(_put_on_record, failed=_nothing))


def _put_on_record(task: Task) -> None:
    from models.office.looks import note_opening

    note_opening(user_folder(), task.file)


def _nothing(_error: AppError) -> None:
    """A file that is damaged or full is told of by whoever works with it."""
