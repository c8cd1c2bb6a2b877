"""The line above the message bar that shows a long change, with the button that stops it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.progress import STOPPED, Direction, WorkProgress
from ui.theme.pieces import button
from ui.work import Task

PATIENCE_MS = 300
"""Nobody needs to see what is over before."""


class WorkLine(QFrame):
    """Follows one task after another; "Dừng" or Esc stops it. `stopped` carries what to say."""

    stopped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workLine")
        self.setProperty("role", "message")
        self.setAccessibleName("Việc đang làm")
        self._tasks: list[Task] = []
        self._progress = WorkProgress(Direction.LeftToRight)
        self._stop = button("&Dừng", "workStop")
        self._stop.setToolTip("Esc")
        # Whoever clicks it goes on where they were when the line is gone.
        self._stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._stop.clicked.connect(self.stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(self._progress, 1)
        row.addWidget(self._stop)
        self._key = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._key.setContext(Qt.ShortcutContext.WindowShortcut)
        for pressed in (self._key.activated, self._key.activatedAmbiguously):
            pressed.connect(self.stop)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._appear)
        self._vanish()

    def follow(self, task: Task) -> None:
        """Show `task` when it takes long, after those before it."""
        self._tasks.append(task)
        task.finished.connect(partial(self._end, task))
        if len(self._tasks) == 1:
            self._begin()

    def stop(self) -> None:
        """Stop what is being done now; what waits behind it goes on."""
        if self._tasks:
            self._stop.setEnabled(False)
            self._progress.stop()

    def _begin(self) -> None:
        self._progress.follow(self._tasks[0])
        self._stop.setEnabled(True)
        self._patience.start()

    def _appear(self) -> None:
        self._key.setEnabled(True)
        self.show()

    def _vanish(self) -> None:
        self._patience.stop()
        self._key.setEnabled(False)
        self.hide()

    def _end(self, task: Task) -> None:
        self._tasks.remove(task)
        self._vanish()
        if task.stopped:
            self.stopped.emit(STOPPED)
        if self._tasks:
            self._begin()
