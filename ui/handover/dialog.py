"""Bàn giao…: everything to the next officer or another PC, or the figures to the city."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from models.errors import AppError
from ui.calls.handover import HandoverLook, handover_look
from ui.desk import Desk
from ui.error_line import ErrorLine
from ui.handover.city_form import CityForm
from ui.handover.officer_form import OfficerForm
from ui.progress import WorkProgress
from ui.theme.footer import SPACING, dialog_column, footer
from ui.theme.letters import fit_to_screen
from ui.theme.pieces import button, label, named, roomy
from ui.theme.tall_tabs import TallTabs

TITLE = "Bàn giao"
LETTERS, LINES, SHARE = 104, 34, 0.94


def open_handover(desk: Desk, parent: QWidget) -> None:
    """Ask what goes where."""
    HandoverDialog(desk, parent).open()


class HandoverDialog(QDialog):
    """Shown with `open()`. Once a package is made it says where it lies and what to do with it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("handover")
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._made: Path | None = None
        self._forms: tuple[OfficerForm | CityForm, ...] = (OfficerForm(desk), CityForm(desk))
        self._tabs = named(QTabWidget(), "handover-tabs", "Bàn giao cho ai")
        self._tabs.setTabBar(TallTabs())
        for form, words in zip(
            self._forms, ("&Cho người nhận bàn giao, máy khác", "Cho thành &phố"), strict=True
        ):
            self._tabs.addTab(roomy(form), words)
        self._done = label("", "heading", wrap=True, name="handover-done")
        self._lies = label("", wrap=True, name="handover-lies")
        self._next = label("", wrap=True, name="handover-next")
        self._progress = WorkProgress()
        self._problem = ErrorLine()
        self._folder = button("&Mở thư mục", "handover-folder")
        self._close = button("Đóng", "keep")
        self._make = button("&Tạo gói", "handover-make", primary=True)
        self._lay_out()
        self._connect()
        self._look()
        desk.ask(handover_look, self._show_look, self._refused)
        self._forms[0].setFocus()

    def _lay_out(self) -> None:
        told = QWidget()
        done = QVBoxLayout(told)
        done.setContentsMargins(0, 0, 0, 0)
        done.setSpacing(SPACING)
        self._lies.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for each in (self._done, self._lies, self._next):
            done.addWidget(each)
        done.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._tabs)
        self._stack.addWidget(told)
        for hidden in (self._folder, self._progress, self._problem):
            hidden.hide()
        whole = dialog_column(self)
        whole.addWidget(label(TITLE, "title"))
        whole.addWidget(self._stack, 1)
        whole.addWidget(self._progress)
        whole.addWidget(self._problem)
        whole.addLayout(footer(act=self._make, leave=self._close, others=(self._folder,)))
        fit_to_screen(self, LETTERS, LINES, SHARE)

    def _connect(self) -> None:
        for form in self._forms:
            form.changed.connect(self._look)
        self._tabs.currentChanged.connect(self._turned)
        self._make.clicked.connect(self._begin)
        self._folder.clicked.connect(self._open_folder)
        self._close.clicked.connect(self.reject)
        self._progress.ended.connect(lambda _stopped: self._ended())

    @property
    def _form(self) -> OfficerForm | CityForm:
        return self._forms[max(0, self._tabs.currentIndex())]

    def _turned(self) -> None:
        self._problem.say("")
        self._form.setFocus()
        self._look()

    def _look(self) -> None:
        self._make.setEnabled(self._form.ready and self._progress.task is None)

    def _show_look(self, look: HandoverLook) -> None:
        for form in self._forms:
            form.show_look(look)

    def _begin(self) -> None:
        form = self._form
        out = form.path
        work: Any = replace(
            form.work(), done=partial(self._show_done, form, out), failed=self._refused
        )
        self._problem.say("")
        self._tabs.setEnabled(False)
        self._progress.show()
        self._desk.run(work, shown_by=self._progress.follow)
        self._look()

    def _ended(self) -> None:
        self._progress.hide()
        self._tabs.setEnabled(True)
        self._look()

    def _show_done(self, form: Any, out: Path, made: object) -> None:
        done, after = form.done_words(made)
        self._made = out
        self._done.setText(done)
        self._lies.setText(f"Gói nằm ở: {out}")
        self._next.setText(after)
        self._stack.setCurrentIndex(1)
        self._make.hide()
        self._folder.show()
        self._folder.setFocus()

    def _refused(self, error: AppError) -> None:
        self._problem.refuse(error)

    def _open_folder(self) -> None:
        if self._made is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made.parent)))
