"""Người đứng đầu các đơn vị: one list to confirm, written as one change."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from models.errors import AppError
from models.records.heads import HeadProposal
from models.text.formats import number
from ui.calls.reminding import head_proposals, write_heads
from ui.deciding.leaving import leave_decided
from ui.deciding.sides import Sides
from ui.deciding.table import DecisionTable
from ui.desk import Desk
from ui.error_line import ErrorLine
from ui.reminding.heads import UnitHeads
from ui.theme.footer import dialog_column, footer
from ui.theme.keys import bound_keys
from ui.theme.pieces import button, fill_place, label

TITLE = "Người đứng đầu các đơn vị"
SIZE_IN_LETTERS, SIZE_IN_LINES = 190, 44
SCREEN_SHARE = 0.94


class HeadsDialog(QDialog):
    """Shown with `open()`. `shown` tells that the proposals stand there."""

    shown = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("heads-dialog")
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._flow = UnitHeads(())
        self._count = label("Đang tìm…", "muted", wrap=True)
        self._count.setObjectName("count")
        self._problem = ErrorLine()
        self._act = button("Ghi", "act", primary=True)
        self._place = QVBoxLayout()
        self._lay_out()
        self._act.clicked.connect(self._write)
        writing = QShortcut(self)
        writing.setKeys(bound_keys("Ctrl+Return"))
        writing.activated.connect(self._act.click)
        self._look()
        desk.ask(head_proposals, self._show, self._refused)

    def _lay_out(self) -> None:
        keep = button("Đóng", "keep")
        keep.clicked.connect(self.reject)
        whole = dialog_column(self)
        whole.addWidget(label(TITLE, "title", wrap=True))
        whole.addWidget(self._count)
        whole.addLayout(self._place, 1)
        whole.addWidget(self._problem)
        whole.addLayout(footer(act=self._act, leave=keep))
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        room = self.screen().availableGeometry().size() * SCREEN_SHARE
        self.resize(
            min(letter * SIZE_IN_LETTERS, room.width()), min(line * SIZE_IN_LINES, room.height())
        )

    def _show(self, proposals: tuple[HeadProposal, ...]) -> None:
        self._flow = UnitHeads(proposals)
        table = DecisionTable(self._flow, Sides(self._flow))
        table.table.setAccessibleName("Đơn vị và người đề nghị đứng đầu")
        table.decided.connect(self._look)
        fill_place(self._place, table)
        if proposals:
            table.table.go_to_first()
            table.take_focus()
        self._look()
        asked = sum(not each.sure for each in proposals)
        self._count.setText(
            f"{number(len(proposals) - asked)} đơn vị chắc chắn, {number(asked)} cần quyết định."
            if proposals
            else "Mọi đơn vị đã ghi đúng người đứng đầu, hoặc danh sách chưa có chức vụ."
        )
        self.shown.emit()

    def _look(self) -> None:
        count = len(self._flow.wanted())
        self._act.setText(f"&Ghi {number(count)} người đứng đầu" if count else "Không có gì để ghi")
        self._act.setEnabled(bool(count))

    def _write(self) -> None:
        self._act.setEnabled(False)
        self._desk.ask(write_heads, self._wrote, self._refused, self._flow.wanted())

    def _wrote(self, count: int) -> None:
        words = f"Đã ghi người đứng đầu của {number(count)} đơn vị. Ctrl+Z để hoàn tác."
        self._desk.said.emit(words)
        self.accept()

    def _refused(self, error: AppError) -> None:
        self._look()
        self._problem.refuse(error)

    def reject(self) -> None:
        """Leave at once where the officer has decided nothing."""
        leave_decided(self, self._flow.changed, lambda: self.done(QDialog.DialogCode.Rejected))
