"""What is shown while the lane works: how far it is, and what it does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ui.theme.letters import keep_in_letters
from ui.theme.pieces import label


class Waiting(QWidget):
    """A bar that runs until the work says how far it is."""

    def __init__(self) -> None:
        super().__init__()
        self._words = label("")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bar = QProgressBar()
        self._bar.setObjectName("progress")
        self._bar.setAccessibleName("Tiến độ công việc")
        self._bar.setTextVisible(False)
        keep_in_letters(self._bar, 50, 80)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self._words)
        column.addWidget(self._bar, 0)
        column.setAlignment(self._bar, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def begin(self, words: str) -> None:
        """Work has begun; nobody knows yet how long it takes."""
        self._words.setText(words)
        self._bar.setRange(0, 0)

    def show_progress(self, done: int, of: int, words: str) -> None:
        """Show how far the work is."""
        self._bar.setRange(0, max(of, 1))
        self._bar.setValue(done)
        if words:
            self._words.setText(words)
