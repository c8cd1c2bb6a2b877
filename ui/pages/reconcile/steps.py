"""The steps of a reconciliation, one at a time, and long work that can be stopped."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.errors import AppError
from ui.desk import Desk
from ui.pages.reconcile.fitting import fit_to_current
from ui.progress import STOPPED, WorkProgress, waiting_page
from ui.theme.pieces import button, label
from ui.work import Work


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

    def __init__(self, desk: Desk, pages: dict[Step, QWidget]) -> None:
        super().__init__()
        self._desk = desk
        self._step = self._back_to = Step.START
        self._progress = WorkProgress()
        self._progress.ended.connect(self._ended)
        self._pages = {Step.WAITING: waiting_page(self._progress), **pages}
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

    def run(self, work: Work[Any], back: Step) -> None:
        """Do long work and show how far it is; refused or stopped, it leads `back`."""
        self._back_to = back
        self.go(Step.WAITING)
        self._desk.run(replace(work, failed=self._refused), self._progress.follow)

    def _refused(self, error: AppError) -> None:
        self.go(self._back_to)
        self.say(str(error))

    def _ended(self, stopped: bool) -> None:
        """Work that was stopped or broke leaves nobody waiting."""
        if self._step is Step.WAITING:
            self.go(self._back_to)
            self.say(STOPPED if stopped else "")

    def halt(self) -> None:
        """Stop what is going on; nothing of it stays."""
        if self._step is Step.WAITING and self._progress.stop():
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
