"""A new recovery code is there: it is shown once, and typed back in part."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from reports.recovery_sheet import RecoverySheet
from ui.desk import Desk
from ui.locking.code_panel import CodePanel
from ui.people.question import Question
from ui.theme.footer import SPACING, dialog_column, footer
from ui.theme.letters import fit_to_screen
from ui.theme.pieces import button, column_in, label, roomy

TITLE = "Mã khôi phục mới"
LETTERS, LINES, SHARE = 84, 27, 0.96
NOT_YET = (
    "Mã này không hiện lại. Nếu phiếu chưa in hoặc chưa chép, hãy lập mã khôi phục mới lần nữa "
    "(menu Dữ liệu)."
)


class CodeDialog(QDialog):
    """Shown with `open()`; whoever closes it without the proof is asked."""

    def __init__(self, desk: Desk, sheet: RecoverySheet, said: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("code-dialog")
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit_to_screen(self, LETTERS, LINES, SHARE)
        self._panel = CodePanel(desk, sheet)
        self._leaves = False
        done = button("&Xong", "code-done", primary=True)
        later = button("Đóng", "keep")
        inside = QWidget()
        held = column_in(inside, SPACING)
        held.addWidget(label(TITLE, "title"))
        held.addWidget(label(said, wrap=True))
        held.addWidget(self._panel)
        held.addStretch(1)
        column = dialog_column(self)
        column.addWidget(roomy(inside), 1)
        column.addLayout(footer(act=done, leave=later))
        done.clicked.connect(self.accept)
        later.clicked.connect(self.reject)
        self._panel.setFocus()

    def accept(self) -> None:
        """Only with the proof."""
        if self._panel.confirmed():
            super().accept()

    def reject(self) -> None:
        """Without it whoever closes is asked once more."""
        if self._leaves:
            super().reject()
            return
        question = Question("Đóng khi chưa gõ lại mã?", NOT_YET, "Đóng", self)
        question.accepted.connect(self._leave)
        question.open()

    def _leave(self) -> None:
        self._leaves = True
        self.reject()
