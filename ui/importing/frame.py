"""The frame of the wizard: one step at a time, the buttons below, and work that can be stopped."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.errors import AppError
from ui.desk import Desk
from ui.progress import STOPPED, WorkProgress, waiting_page
from ui.theme.pieces import button, label
from ui.work import Work

SIZE_IN_LETTERS, SIZE_IN_LINES = 205, 50
SCREEN_SHARE = 0.94


class Step(IntEnum):
    """Where the officer is."""

    WAITING = 0
    TABLES = 1
    COLUMNS = 2
    PLAN = 3
    FONTS = 4
    PLATFORM = 5


TITLES = {
    Step.WAITING: "Nhập danh sách",
    Step.FONTS: "Nhập danh sách: chữ gõ bằng phông cũ",
    Step.PLATFORM: "Nhập danh sách: tệp của nền tảng thi",
    Step.TABLES: "Nhập danh sách: chọn bảng cần đọc",
    Step.COLUMNS: "Nhập danh sách: các cột có nghĩa gì",
    Step.PLAN: "Nhập danh sách: xem trước, chưa có gì thay đổi",
}


class WizardFrame(QDialog):
    """Shows one page of `pages` by its step. `stepped` tells each time that another is shown."""

    stepped = Signal(int)

    def __init__(self, desk: Desk, pages: dict[Step, QWidget], parent: QWidget | None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._step = Step.WAITING
        self._back_to = Step.WAITING
        self._progress = WorkProgress()
        self._progress.ended.connect(self._ended)
        self._pages = {Step.WAITING: waiting_page(self._progress), **pages}
        self._title = label("", "title", wrap=True)
        self._problem = label("", "attention", wrap=True)
        self._problem.setObjectName("problem")
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
        self.cancel = button("Không nhập", "cancel")
        self.back = button("Quay &lại", "back")
        self.next = button("Tiếp tục", "next", primary=True)
        self.cancel.clicked.connect(self.reject)
        self._lay_out()

    def _lay_out(self) -> None:
        for each in (self.cancel, self.back):
            each.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._problem)
        column.addWidget(self._stack, 1)
        column.addLayout(buttons)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        room = self.screen().availableGeometry().size() * SCREEN_SHARE
        self.resize(
            min(letter * SIZE_IN_LETTERS, room.width()), min(line * SIZE_IN_LINES, room.height())
        )

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
        """Work that broke leaves nobody waiting; what broke is told by the window."""
        if self._step is Step.WAITING and self.isVisible():
            self.go(self._back_to if self._back_to is not Step.WAITING else Step.TABLES)
            self.say(STOPPED if stopped else "")

    def go(self, step: Step) -> None:
        """Show a step; the keys go to what it asks for, else to the button that goes on."""
        self._step = step
        self._stack.setCurrentWidget(self._pages[step])
        self._title.setText(TITLES[step])
        self.setWindowTitle(TITLES[step])
        self.say("")
        self.show_buttons()
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        self.stepped.emit(step)

    def show_buttons(self) -> None:
        """Show the buttons that the step needs."""
        step = self._step
        self.cancel.setEnabled(True)
        self.back.setVisible(step in (Step.COLUMNS, Step.PLAN))
        self.next.setVisible(step is not Step.WAITING)
        self.next.setDefault(step is not Step.PLAN)

    def say(self, words: str) -> None:
        """Say what is wrong, above the step; "" takes it away."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

    def reject(self) -> None:
        """Stop what is going on and leave everything as it was."""
        if self._progress.stop() and self._step is Step.WAITING:
            self.cancel.setEnabled(False)
        else:
            super().reject()
