"""The status bar: what is counted, what Ctrl+Z would do, when it was saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStatusBar

from ui.calls.journal import Steps
from ui.theme.pieces import label, link, restyle
from ui.window.steps import saved_words, small


class YieldingLabel(QLabel):
    """Words that end in "…" where the window is narrow: they never make it wider."""

    def minimumSizeHint(self) -> QSize:
        """No width of its own."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As much of the words as there is room for."""
        room = self.contentsRect()
        right = Qt.TextElideMode.ElideRight
        words = self.fontMetrics().elidedText(self.text(), right, room.width())
        where, role = self.alignment(), self.foregroundRole()
        painter = QPainter(self)
        painter.setPen(self.palette().color(role))
        painter.drawText(room, where, words)
        painter.end()

    def say(self, words: str) -> None:
        """Show these words; the tip tells them whole."""
        self.setText(words)
        self.setToolTip(words)


class StatusBar(QStatusBar):
    """Labels that other parts of the window fill, and the way to the copies of the data."""

    to_copies = Signal()

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock = clock
        self.setSizeGripEnabled(False)
        self.setContentsMargins(0, 0, 12, 0)
        self._counts = YieldingLabel()
        self._counts.hide()
        self._counts.setObjectName("statusCounts")
        self._step = YieldingLabel()
        self._step.setProperty("role", "muted")
        self._step.setObjectName("statusUndo")
        self._saved = label(role="muted")
        self._saved.setObjectName("statusSaved")
        self.addWidget(self._counts)
        self.addWidget(self._step, 1)
        self.addPermanentWidget(self._saved)
        self._copy = link("", "statusCopy")
        self._copy.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._copy.clicked.connect(self.to_copies)
        self._copy.hide()
        self.addPermanentWidget(self._copy)

    def set_counts(self, text: str) -> None:
        """Say what the page counts."""
        self._counts.say(text)
        self._counts.setVisible(bool(text))

    def set_steps(self, steps: Steps) -> None:
        """Say what Ctrl+Z takes back, and when the last change was saved."""
        self._step.say(f"Ctrl+Z hoàn tác: {small(steps.undo)}" if steps.undo else "")
        self._saved.setText(saved_words(steps.saved_at, self._clock()))

    def set_safety(self, words: str, more: str, *, attention: bool) -> None:
        """Say how safe the data is, `more` where the mouse rests; "" while no copies are kept."""
        self._copy.setText(words)
        self._copy.setToolTip(more)
        self._copy.setVisible(bool(words))
        if self._copy.property("attention") is not attention:
            self._copy.setProperty("attention", attention)
            restyle(self._copy)
