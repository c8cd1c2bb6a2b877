"""How far work in the lane is: what it does, a bar, and one way to stop it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QProgressBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from models.text.formats import number, percent
from ui.theme.letters import keep_in_letters
from ui.theme.pieces import label
from ui.work import Task

Direction = QBoxLayout.Direction
STOPPED = "Đã dừng. Chưa có gì thay đổi."


class WorkProgress(QWidget):
    """Follows one task at a time; the bar runs until the work says how far it is.

    `ended` carries whether the task that is shown was stopped: then nothing of it has been
    written. Work that is done before it hears of the wish to stop was not stopped.
    """

    ended = Signal(bool)

    def __init__(self, direction: Direction = Direction.TopToBottom) -> None:
        super().__init__()
        self._task: Task | None = None
        self._text = label("", wrap=direction is Direction.TopToBottom)
        self._text.setObjectName("workText")
        if direction is Direction.TopToBottom:
            self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._bar = QProgressBar()
        self._bar.setObjectName("workBar")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Tiến độ công việc")
        row = QBoxLayout(direction, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._text)
        row.addWidget(self._bar, 1)

    @property
    def task(self) -> Task | None:
        """What is being done; None once it has ended."""
        return self._task

    def follow(self, task: Task) -> None:
        """Show `task` from now on."""
        self._task = task
        self._wait(f"{task.words}…")
        task.progress.connect(partial(self._show, task))
        task.finished.connect(partial(self._end, task))

    def stop(self) -> bool:
        """Ask the work to stop; whether its end must be waited for, as it may be done already."""
        if self._task is None:
            return False
        self._wait("Đang dừng…")
        self._task.cancel()
        return self._task.writes

    def _wait(self, words: str) -> None:
        self._text.setText(words)
        self._bar.setRange(0, 0)

    def _show(self, task: Task, done: int, of: int, words: str) -> None:
        # A screen that was closed meanwhile is gone; its last work ends unheard.
        if isValid(self) and task is self._task and not task.cancelled and of:
            self._bar.setRange(0, of)
            self._bar.setValue(done)
            part = f"{task.words}: {number(done)}/{number(of)} ({percent(done, of)})"
            self._text.setText(words or part)

    def _end(self, task: Task) -> None:
        if isValid(self) and task is self._task:
            self._task = None
            self.ended.emit(task.stopped)


def waiting_page(progress: WorkProgress) -> QWidget:
    """A page on which nothing but `progress` stands, a little above the middle."""
    made = QWidget()
    keep_in_letters(progress, 50, 80)
    column = QVBoxLayout(made)
    column.setContentsMargins(20, 16, 20, 16)
    column.setSpacing(8)
    column.addStretch(2)
    column.addWidget(progress, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(3)
    return made
