"""Long work is shown in the task bar too, and its end where the officer is elsewhere meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.work import Task

if TYPE_CHECKING:
    from models.machine.taskbar import TaskbarButton

PATIENCE_MS = 500
"""Nobody needs to see what is over before."""


class TaskbarProgress(QObject):
    """Follows the work that has words, the oldest first; `button_of` gives the button of a window.

    A task bar that does not answer is no reason to stop: it is not asked again.
    """

    def __init__(
        self,
        desk: Desk,
        window: QWidget,
        button_of: Callable[[int], TaskbarButton | None] | None = None,
    ) -> None:
        super().__init__(window)
        self._window, self._button_of = window, button_of or _of_windows
        self._button: TaskbarButton | None = None
        self._tasks: list[Task] = []
        self._far = (0, 0)
        self._is_shown = False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._appear)
        desk.began.connect(self.follow)

    def follow(self, task: Task) -> None:
        """Show `task` when it takes long."""
        self._tasks.append(task)
        task.progress.connect(partial(self._note, task))
        task.finished.connect(partial(self._end, task))
        if len(self._tasks) == 1:
            self._begin()

    def _begin(self) -> None:
        self._far = (0, 0)
        self._patience.start()

    def _note(self, task: Task, done: int, of: int, _words: str) -> None:
        if self._tasks and task is self._tasks[0]:
            self._far = (done, of)
            if self._is_shown:
                self._show()

    def _appear(self) -> None:
        self._is_shown = True
        self._button = self._button or self._button_of(int(self._window.winId()))
        self._show()

    def _show(self) -> None:
        if self._button is not None:
            with suppress(OSError):
                self._button.show(*self._far)

    def _end(self, task: Task) -> None:
        is_first = task is self._tasks[0]
        self._tasks.remove(task)
        if not is_first:
            return
        self._patience.stop()
        if self._is_shown:
            self._is_shown = False
            self._vanish()
        if self._tasks:
            self._begin()

    def _vanish(self) -> None:
        if self._button is not None:
            with suppress(OSError):
                self._button.clear()
                if not self._window.isActiveWindow():
                    self._button.flash()


def _of_windows(window: int) -> TaskbarButton | None:
    from models.machine.taskbar import taskbar_button

    return taskbar_button(window)
