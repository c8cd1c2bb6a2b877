"""What every dialog is laid out in: one column on one margin, and the row of buttons below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme.parts import DialogParts
from ui.theme.pieces import in_tab_order

MARGIN, SPACING, GAP = 20, 16, 8
"""Around a dialog, between its parts, and between what stands side by side."""


def dialog_column(dialog: QDialog, spacing: int = SPACING) -> QVBoxLayout:
    """What stands one below the other in a dialog; its `footer` is added last. F6 leads from part
    to part."""
    for keys in ("Ctrl+W", "Ctrl+F4"):
        QShortcut(QKeySequence(keys), dialog).activated.connect(dialog.reject)
    DialogParts(dialog)
    made = QVBoxLayout(dialog)
    made.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
    made.setSpacing(spacing)
    return made


def footer(
    *,
    act: QPushButton | None,
    leave: QPushButton | None = None,
    others: Sequence[QWidget] = (),
    says: QLabel | None = None,
    loses: bool = False,
) -> QHBoxLayout:
    """The bottom row: `leave` at the left, `others` after it, what the dialog `says`, and `act` at
    the right.

    Enter presses `act`, wherever the focus is, but for another button that has it. Where something
    is lost by `act` (`loses`) `leave` takes Enter, and has the focus at first; it takes Enter too
    where nothing can be done.
    """
    row = QHBoxLayout()
    row.setSpacing(GAP)
    for each in (leave, *others):
        if each is not None:
            row.addWidget(each)
    if says is None:
        row.addStretch(1)
    else:
        row.addWidget(says, 1)
    if act is not None:
        row.addWidget(act)
    _OneEnter(row, act, leave, loses=loses)
    return row


class _OneEnter(QObject):
    """Makes a button the default one. It becomes that only of the dialog it stands in, and the row
    is made before that; where the act is out of sight for a time, the leaving one takes its place.
    Belongs to the button it watches."""

    def __init__(
        self, row: QHBoxLayout, act: QPushButton | None, leave: QPushButton | None, *, loses: bool
    ) -> None:
        self._row = row
        self._taking = leave if loses or act is None else act
        self._leave, self._loses = leave, loses
        super().__init__(self._taking)
        if self._taking is not None:
            self._taking.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The button comes into sight, or goes out of it."""
        if self._taking is None or watched is not self._taking:
            return False
        if event.type() == QEvent.Type.Show:
            items = map(self._row.itemAt, range(self._row.count()))
            in_tab_order(*[made for each in items if each and (made := each.widget()) is not None])
            self._taking.setDefault(True)
            if self._loses:
                self._loses = False
                self._taking.setFocus()
        elif event.type() == QEvent.Type.HideToParent and self._leave is not None:
            self._leave.setDefault(True)
        return False
