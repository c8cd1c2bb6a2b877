"""The bottom row of a reconciliation: leave at the left, one step back or on at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from ui.pages.reconcile.steps import ReconcileStep
from ui.theme.pieces import button, row_in

LEAVE, BACK, ON, WRITE = "Hủy đối soát", "Quay &lại", "&Tiếp tục", "Ghi &kết quả"


class Foot(QWidget):
    """The buttons are shown as the step needs them; one of them is the main one."""

    def __init__(self) -> None:
        super().__init__()
        self.leave = button(LEAVE, "reconcile-leave")
        self.columns = button("Xem lại cột…", "reconcile-columns")
        self.back = button(BACK, "reconcile-back")
        self.next = button(ON, "reconcile-next", primary=True)
        self.write = button(WRITE, "reconcile-write", primary=True)
        self.write.setToolTip("Ctrl+Enter")
        row = row_in(self)
        row.addWidget(self.leave)
        row.addWidget(self.columns)
        row.addStretch(1)
        for each in (self.back, self.next, self.write):
            row.addWidget(each)

    def show_step(self, step: ReconcileStep) -> None:
        """The buttons of this step."""
        self.columns.setVisible(step is ReconcileStep.FILE)
        self.back.setVisible(step is not ReconcileStep.FILE)
        self.next.setVisible(step is not ReconcileStep.WRITE)
        self.write.setVisible(step is ReconcileStep.WRITE)

    @property
    def main(self) -> QPushButton:
        """The one that Enter presses."""
        return self.next if self.write.isHidden() else self.write
