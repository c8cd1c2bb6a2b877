"""The line in which a cell is written: plain, so that every input method works in it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemDelegate, QLineEdit, QWidget

Hint = QAbstractItemDelegate.EndEditHint


class CellLine(QLineEdit):
    """`ended` tells that Enter or Tab was pressed while words were proposed.

    The list of proposals hands these keys to the line alone, past the table; without it one
    key would only close the list, and a second one be needed.
    """

    ended = Signal(Hint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cell-editor")
        self.setFrame(False)
        self.returnPressed.connect(self._entered)

    def _proposes(self) -> bool:
        popup = self.completer().popup() if self.completer() is not None else None
        return popup is not None and popup.isVisible()

    def _entered(self) -> None:
        if self._proposes():
            self.ended.emit(Hint.SubmitModelCache)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab; elsewhere the table has taken it before."""
        if self._proposes():
            self.ended.emit(Hint.EditNextItem if forward else Hint.EditPreviousItem)
            return True
        return super().focusNextPrevChild(forward)
