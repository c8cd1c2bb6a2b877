"""The steps of a reconciliation, one at a time, and long work that can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.importing.long_work import LongWork
from ui.importing.waiting import Waiting
from ui.lane import Lane, Task
from ui.pages.reconcile.fitting import fit_to_current
from ui.theme.pieces import button, label


class Step(IntEnum):
    """Where the officer is."""

    START = 0
    WAITING = 1
    FONTS = 2
    TABLES = 3
    COLUMNS = 4
    PLAN = 5


ASKING = (Step.FONTS, Step.TABLES, Step.COLUMNS)
HEADINGS = {
    Step.FONTS: "Chữ gõ bằng phông cũ",
    Step.TABLES: "Chọn bảng cần đọc",
    Step.COLUMNS: "Các cột có nghĩa gì",
}


class Steps(QWidget):
    """`stepped` tells each time that another step is shown."""

    stepped = Signal(int)

    def __init__(self, lane: Lane, pages: dict[Step, QWidget]) -> None:
        super().__init__()
        self._step = self._back_to = Step.START
        waiting = Waiting()
        self._work = LongWork(lane, waiting, self)
        self._work.failed.connect(self._refused)
        self._work.ended.connect(self._ended)
        self._pages = {Step.WAITING: waiting, **pages}
        self._heading = label("", "heading")
        self._problem = label("", "attention", wrap=True)
        self._problem.setObjectName("reconcile-problem")
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
        fit_to_current(self._stack)
        self.cancel = button("Không đối soát", "step-cancel")
        self.stop = button("Dừng", "step-stop")
        self.next = button("Tiếp tục", "step-next", primary=True)
        self.stop.clicked.connect(self.halt)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.halt)
        self._lay_out()
        self.go(Step.START)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        buttons.addWidget(self.stop)
        buttons.addStretch(1)
        buttons.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self._problem)
        column.addWidget(self._stack, 1)
        column.addLayout(buttons)

    @property
    def step(self) -> Step:
        """Where the officer is."""
        return self._step

    def run(
        self,
        work: Callable[[Task], Any],
        done: Callable[[Any], Any],
        words: str,
        back: Step,
        *,
        writes: bool = False,
    ) -> None:
        """Do long work in the lane; when it is stopped or refused, `back` is shown again.

        Work that `writes` is waited for also when it shall stop: it may be done already.
        """
        self._back_to = back
        self.go(Step.WAITING)
        self._work.run(work, done, words, writes=writes)

    def _refused(self, words: str) -> None:
        self.go(self._back_to)
        self.say(words)

    def _ended(self, words: str) -> None:
        """Work that was stopped or broke leaves nobody waiting."""
        if self._step is Step.WAITING:
            self.go(self._back_to)
            self.say(words)

    def halt(self) -> None:
        """Stop what is going on; nothing of it stays."""
        if self._step is Step.WAITING and self._work.stop():
            self.stop.setEnabled(False)

    def go(self, step: Step) -> None:
        """Show a step."""
        self._step = step
        self._stack.setCurrentWidget(self._pages[step])
        self._heading.setText(HEADINGS.get(step, ""))
        self._heading.setVisible(step in HEADINGS)
        self.say("")
        self.stop.setEnabled(True)
        self.stop.setVisible(step is Step.WAITING)
        self.cancel.setVisible(step in ASKING)
        self.next.setVisible(step in ASKING)
        if step is Step.WAITING:
            self.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        elif step in ASKING:
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        self.stepped.emit(step)

    def say(self, words: str) -> None:
        """Say what is wrong, above the step; "" takes it away."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
