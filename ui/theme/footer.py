"""What every dialog is laid out in: one column on one margin, and the row of buttons below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

MARGIN, SPACING, GAP = 20, 16, 8
"""Around a dialog, between its parts, and between what stands side by side."""


def dialog_column(dialog: QDialog) -> QVBoxLayout:
    """What stands one below the other in a dialog; its `footer` is added last."""
    made = QVBoxLayout(dialog)
    made.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
    made.setSpacing(SPACING)
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
    safe = loses or act is None
    taking = leave if safe else act
    if taking is not None:
        _TakesEnter(taking, focus=loses)
    return row


class _TakesEnter(QObject):
    """Belongs to the button. A button becomes the default one only of the dialog it stands in,
    and the row is made before that."""

    def __init__(self, button: QPushButton, *, focus: bool) -> None:
        super().__init__(button)
        self._focus = focus
        button.setDefault(True)
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The button is seen for the first time."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QPushButton):
            watched.removeEventFilter(self)
            watched.setDefault(True)
            if self._focus:
                watched.setFocus()
        return False
