"""The status bar: what is counted, what Ctrl+Z would do, when it was saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QStatusBar

from ui.calls.journal import Steps
from ui.theme.pieces import label
from ui.window.steps import saved_words, small


class StatusBar(QStatusBar):
    """Three labels that other parts of the window fill."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock = clock
        self.setSizeGripEnabled(False)
        self._counts = label()
        self._counts.setObjectName("statusCounts")
        self._step = label(role="muted")
        self._step.setObjectName("statusUndo")
        self._saved = label(role="muted")
        self._saved.setObjectName("statusSaved")
        self.addWidget(self._counts)
        self.addWidget(self._step, 1)
        self.addPermanentWidget(self._saved)

    def set_counts(self, text: str) -> None:
        """Say what the page counts."""
        self._counts.setText(text)

    def set_steps(self, steps: Steps) -> None:
        """Say what Ctrl+Z takes back, and when the last change was saved."""
        self._step.setText(f"Ctrl+Z hoàn tác: {small(steps.undo)}" if steps.undo else "")
        self._saved.setText(saved_words(steps.saved_at, self._clock()))
