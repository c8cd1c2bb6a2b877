"""At a quiet moment old history is packed and the file gets smaller; nobody is asked or told."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.desk import Desk
from ui.safekeeping.keeper import Safekeeper
from ui.work import Task, Work

if TYPE_CHECKING:
    from models.errors import AppError

LOOK_MS = 60_000
QUIET_SECONDS = 5 * 60
AGAIN_SECONDS = 4 * 3_600
"""Looked at once, the file is let alone for so long."""


class QuietTidying(QObject):
    """Tidies the open file once all of it stands in a proven copy and nobody has changed anything
    for a while. The screens wait in the lane meanwhile: seconds, once in a year or so."""

    def __init__(self, desk: Desk, keeper: Safekeeper) -> None:
        super().__init__(keeper)
        self._desk, self._keeper = desk, keeper
        self._changed_at = time.monotonic()
        self._looked_at: float | None = None
        self._under_way = False
        self._look_timer = QTimer(self, interval=LOOK_MS)
        self._look_timer.timeout.connect(self.look)
        desk.changed.connect(self._changed)
        desk.opened.connect(self._begin)
        desk.closed.connect(self._look_timer.stop)

    def look(self) -> None:
        """Tidy now, if it is time for it."""
        keeper, now = self._keeper, time.monotonic()
        if self._under_way or not keeper.watches or keeper.is_behind or keeper.safety.problem:
            return
        looked = self._looked_at
        if now - self._changed_at < QUIET_SECONDS or (
            looked is not None and now - looked < AGAIN_SECONDS
        ):
            return
        self._looked_at, self._under_way = now, True
        bound = keeper.safety.bound
        work = Work(lambda task: _tidy(task, bound), None, self._put_off, self._ended)
        self._desk.run(work)

    def _begin(self) -> None:
        self._changed_at, self._looked_at = time.monotonic(), None
        self._look_timer.start()

    def _changed(self) -> None:
        self._changed_at = time.monotonic()

    def _ended(self) -> None:
        self._under_way = False

    def _put_off(self, _error: AppError) -> None:
        """It is for another time; that no copy proves itself is said by whoever makes copies."""


def _tidy(task: Task, bound: int) -> None:
    from models.safekeeping.tidying import tidy_file

    tidy_file(task.file, bound)
